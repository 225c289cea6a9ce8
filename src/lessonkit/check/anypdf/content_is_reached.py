"""Everything that is tagged can be reached from the structure.

Content whose number stands in no element is drawn but never read, and validators do not always notice.

Passes: a running head marked as an artifact.
Fails: a paragraph with a number that no element holds.
Fix: Export the file again from its source. In Acrobat, open the Content panel and move the content into an element of
the Tags panel.
Clause: PDF/UA-1 7.1; ISO 32000-1 14.7.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Content, Page
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Put it into the structure, or mark it as decoration."


def check(subject: AnyPdf) -> Iterator[Finding]:
    if subject.facts.nodes:
        for page in subject.facts.pages:
            lost = page.contents - subject.facts.holders.keys()
            yield from _lost(subject, page, sorted(lost))


def _lost(subject: AnyPdf, page: Page, lost: list[Content]) -> Iterator[Finding]:
    runs = [run for content in lost for run in subject.facts.runs_of.get(content, ()) if run.said.strip()]
    if runs:
        words = quoted("".join(run.said for run in runs))
        what = f"{words} on page {page.number} stands in no element, so it is not read."
        yield RULE.fail(what, TODO, **spot_of(runs))
    drawn = [each for each in (*page.pictures, *page.fills, *page.strokes) if each.content in lost]
    if drawn and not runs:
        what = f"A picture on page {page.number} stands in no element, so it is not announced."
        yield RULE.fail(what, TODO, **at(page.number, "", drawn[0].box))


RULE = read_rule(__name__, __doc__, check)
