"""Contents and references say what stands where they lead.

Word keeps the words of a table of contents and of a reference until somebody updates them; a reader who looks for
those words does not find them.

Passes: an entry with the words of its heading.
Fails: an entry whose heading has been reworded since; a heading without an entry; a link with the words of another
heading than it leads to.
Fix: In Word, select all (Ctrl+A) and press F9; choose Update entire table.
Clause: WCAG 2.2 SC 2.4.4; our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordFile, WordParagraph
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

PAGE, NUMBER = re.compile(r"[\s.…]*\d*$"), re.compile(r"^[\d.]+\s+")
LEVELS, STYLES = re.compile(r'\\o "(\d)-(\d)"'), re.compile(r'\\t "([^"]*)"')
OTHERS = re.compile(r"\\[abcf]\b")
"""Contents of figures, of one part of the text, or of entries that were marked by hand."""
UPDATE = "In Word, press F9 on it, or write the link anew."


def check(file: WordFile) -> Iterator[Finding]:
    at: dict[str, str] = {}
    for mark in file.body.iter(f"{W}bookmarkStart"):
        at.setdefault(attribute(mark, "name"), fold(_words(mark)))
    headings = {fold(one.text).casefold() for _, one in file.headings()}
    for paragraph in file.paragraphs:
        for link in paragraph.links:
            there = at.get(link.target[1:], "") if link.target.startswith("#") else ""
            if there and _differs(paragraph, link.text, there, headings):
                what = f"“{link.text[:40]}” leads to “{there[:40]}”."
                yield RULE.fail(what, UPDATE, file.place(paragraph.text), quote=link.text)
    yield from _unlinked_entries(file)
    yield from _left_out(file)
    for field in file.fields:
        there, said = at.get(field.argument, ""), fold(field.result)
        is_words = field.name == "REF" and not any(
            switch in field.instruction for switch in ("\\n", "\\r", "\\w", "\\p")
        )
        if is_words and there and said and there.casefold() in headings and said.casefold() != there.casefold():
            what = f"The reference “{said[:40]}” stands for “{there[:40]}”, whose words have changed."
            yield RULE.fail(what, UPDATE, file.place(""), quote=said)


def _unlinked_entries(file: WordFile) -> Iterator[Finding]:
    """Entries without a link, whose words stand nowhere in the text."""
    of_entries = _styles_of_entries(file)
    others = (one for one in file.paragraphs if one.style not in of_entries)
    texts = {fold(one.text).casefold() for one in others} if of_entries else set()
    for one in file.paragraphs:
        said = PAGE.sub("", one.text)
        if one.style in of_entries and said and not one.links and not {said.casefold(), _bare(said)} & texts:
            what = f"“{said[:40]}” stands in the contents, but nowhere in the text."
            yield RULE.fail(what, UPDATE, file.place(one.text), quote=one.text)


def _styles_of_entries(file: WordFile) -> set[str]:
    return {one.id for one in file.styles.values() if one.name.lower().startswith("toc ")}


def _left_out(file: WordFile) -> Iterator[Finding]:
    """Headings below the contents that these ask for and do not have; nothing where they are empty, or two."""
    asked, of_entries = [one.instruction for one in file.fields if one.name == "TOC"], _styles_of_entries(file)
    entries = [one for one in file.paragraphs if one.style in of_entries and one.text]
    if len(asked) != 1 or not entries or OTHERS.search(asked[0]):
        return
    said = [one.text.casefold() for one in entries]
    below = set(map(id, file.paragraphs[file.paragraphs.index(entries[0]) :]))
    for level, heading in file.headings():
        text = fold(heading.text).casefold()
        is_wanted = text and id(heading) in below and _is_asked(file, asked[0], level, heading)
        if is_wanted and not any(text in one for one in said):
            what = f"The heading “{heading.text[:40]}” is missing in the contents."
            yield RULE.fail(what, UPDATE, file.place(heading.text), quote=heading.text)


def _is_asked(file: WordFile, instruction: str, level: int, heading: WordParagraph) -> bool:
    """True if a field of contents names the heading’s level (`\\o "1-3"`) or its style (`\\t "Heading 2,1"`)."""
    levels, styles = LEVELS.search(instruction), STYLES.search(instruction)
    if levels and int(levels[1]) <= level <= int(levels[2]):
        return True
    names = re.split("[,;]", styles[1].lower())[::2] if styles else []
    style = file.styles.get(heading.style)
    return style is not None and style.name.lower() in map(str.strip, names)


def _bare(text: str) -> str:
    """Without the number that a heading has from its list."""
    return NUMBER.sub("", text).casefold()


def _differs(paragraph: WordParagraph, said: str, there: str, headings: set[str]) -> bool:
    """An entry of the contents with other words, or a link with the words of another heading."""
    one, other = (fold(words).casefold() for words in (said, there))
    if one == other or other not in headings:
        return False
    return other not in one if paragraph.in_contents else one in headings


def _words(mark: etree._Element) -> str:
    """Of the paragraph in which a bookmark begins."""
    line = ancestor(mark, "p")
    return "" if line is None else paragraph_text(line)


RULE = read_rule(__name__, __doc__, check)
