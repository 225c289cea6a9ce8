"""Contents and references say what stands where they lead.

Word keeps the words of a table of contents and of a reference until somebody updates them; a reader who looks for
those words does not find them.

Passes: an entry with the words of its heading.
Fails: an entry whose heading has been reworded since; a link with the words of another heading than it leads to.
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
    is_entry = {one.id for one in file.styles.values() if one.name.lower().startswith("toc ")}
    texts = {fold(one.text).casefold() for one in file.paragraphs if one.style not in is_entry} if is_entry else set()
    for one in file.paragraphs:
        said = PAGE.sub("", one.text)
        if one.style in is_entry and said and not one.links and not {said.casefold(), _bare(said)} & texts:
            what = f"“{said[:40]}” stands in the contents, but nowhere in the text."
            yield RULE.fail(what, UPDATE, file.place(one.text), quote=one.text)


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
