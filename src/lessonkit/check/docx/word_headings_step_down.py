"""The headings of the Word file begin with one title at level 1 and never skip a level.

People who navigate by headings take a skipped level for a part that they missed.

Passes: Heading 1, Heading 2, Heading 3, Heading 2.
Fails: no Heading 1, or (in files of ours) two; Heading 2 followed by Heading 4; an empty heading; a
heading in a table or list.
For a person to look at: a second paragraph in the style Title; a heading with nothing below it.
Fix: In Word, View, Navigation Pane: give each heading the style one level below the one that it stands under.
Clause: EN 301 549 10.1.3.1, 10.2.4.6; WCAG 2.2 SC 1.3.1; DX-E08
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.docx.wordfile import WordFile, WordParagraph
from lessonkit.check.rule import Finding, read_rule


def check(file: WordFile) -> Iterator[Finding]:
    headings = file.headings()
    above = 0
    for level, heading in headings:
        where = file.place(heading.text)
        if not heading.text:
            yield RULE.fail(f"A heading of level {level} is empty.", "Give it words.", where)
        if heading.in_table or _is_in_list(file, heading):
            kind = "table" if heading.in_table else "list"
            yield RULE.fail(
                f"The heading “{heading.text}” stands in a {kind}.", "Make it a paragraph.", where, quote=heading.text
            )
        if level > above + 1:
            jump = f"jumps from level {above} to {level}" if above else f"is the first and has level {level}"
            yield RULE.fail(
                f"The heading “{heading.text}” {jump}.", f"Use level {above + 1}.", where, quote=heading.text
            )
        above = level
    titles = [heading for level, heading in headings if level == 1]
    for extra in titles[1:]:
        say = RULE.fail if file.source else RULE.review
        what = f"“{extra.text}” is a second heading of level 1."
        yield say(what, "Use level 2.", file.place(extra.text), quote=extra.text)
    yield from _more_titles(file)
    yield from _without_text(file)
    if not headings:
        yield RULE.fail("The Word file has no headings.", "Give the document a title.", file.place(""))


def _more_titles(file: WordFile) -> Iterator[Finding]:
    """Paragraphs in the style Title below the first: a title on two lines stands in one paragraph."""
    titles = [one for one in file.paragraphs if one.text and _names(file, one.style) == "title"]
    for extra in titles[1:]:
        what = f"“{extra.text}” is a second title."
        yield RULE.review(what, "Use the style Subtitle or Heading 1.", file.place(extra.text), quote=extra.text)


def _names(file: WordFile, style: str) -> str:
    return file.styles[style].name.lower() if style in file.styles else ""


def _without_text(file: WordFile) -> Iterator[Finding]:
    """A heading with nothing before the next of its level or above it, or before the end."""
    for heading, below in pairwise((*(one for one in file.paragraphs if not one.in_note), None)):
        level = file.heading_level(heading) if heading else 0
        next_level = file.heading_level(below) if below else 1
        if heading and heading.text and 0 < next_level <= level and heading.text != file.title:
            what = f"Nothing stands below the heading “{heading.text[:60]}”."
            todo = "Write what belongs there, or delete it."
            yield RULE.review(what, todo, file.place(heading.text), quote=heading.text)


def _is_in_list(file: WordFile, heading: WordParagraph) -> bool:
    """True for an item of a list; the numbers of numbered headings are not one."""
    number = file.numbers.get(heading.number or 0)
    return heading.number is not None and not (number and number.of_styles)


RULE = read_rule(__name__, __doc__, check)
