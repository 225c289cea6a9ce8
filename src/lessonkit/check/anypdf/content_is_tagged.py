"""Every word and picture is either in the structure or marked as decoration.

What is neither, a screen reader leaves out.

Passes: words in marked content with a number; a page number marked as an artifact.
Fails: a line of words that no mark holds.
Fix: In Acrobat, Prepare for accessibility, Fix reading order: draw a box around it and choose what it is, or
Background.
Clause: PDF/UA-1 7.1; Matterhorn 01-005
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Tag it as what it is, or mark it as decoration."


def check(subject: AnyPdf) -> Iterator[Finding]:
    if not subject.facts.nodes:
        return  # the file has no tags at all, which another rule says
    for page in subject.facts.pages:
        yield from _loose(page)


def _loose(page: Page) -> Iterator[Finding]:
    runs = [run for run in page.runs if run.is_loose and run.text.strip() and run.mode != 3]
    if runs:
        words = quoted("".join(run.text for run in runs))
        yield RULE.fail(f"{words} on page {page.number} is not tagged, so it is not read.", TODO, **spot_of(runs))
    for picture in page.pictures:
        if picture.is_loose:
            what = f"A picture on page {page.number} is neither tagged nor decoration."
            yield RULE.fail(what, TODO, **at(page.number, "", picture.box))
            return


RULE = read_rule(__name__, __doc__, check)
