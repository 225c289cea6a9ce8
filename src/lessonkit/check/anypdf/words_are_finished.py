"""The text is finished: nothing is left to be filled in, agreed on or mended by its author.

Readers cannot tell what an author forgot from what is meant for them.

Passes: text; a blank that is drawn as a line or is a form field.
Fails: “Error! Bookmark not defined.” For a person to look at: “Lorem ipsum”, “TODO”, “[insert date]”;
“{{child_name}}”, “&nbsp;”; a comment or a marking that is left in the file; words that are struck through, or marked
to be blacked out.
Fix: In the source, write what belongs there, press F9 on a broken reference, and export again.
Clause: the project’s own promise that documents are ready to use
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.pictures import described
from lessonkit.check.anypdf.struck import struck
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

BROKEN = re.compile(r"Error! [^.!]{3,60}[.!]|Fehler! [^.!]{3,60}[.!]|Erreur\s?! [^.!]{3,60}[.!]")
LEFT_OVER = re.compile(
    r"(?i:lorem ipsum|click or tap (?:here )?to enter|click here to enter text|placeholder text)"
    r"|\b(?:TODO|TBC|TBD|FIXME)\b|\bX{3,}\b|\?\?\?+"
    r"|&(?:nbsp|amp|quot|lt|gt|#\d+);|</?(?:br|p|b|i|em|strong|div|span)\s*/?>|\]\(https?://|\*\*\w[^*]{0,60}\w\*\*"
    r"|\{\{[^{}]{1,40}\}\}|<<\w{1,40}>>|«[A-Za-z]+(?:[_A-Z][A-Za-z]+)+»|\\(?:textbf|textit|emph|ref|cite|begin|item)\b"
    r"|\b(?:figure|table|section|chapter|page) \?\?"
    r"|(?i:[\[<]\s*(?:insert|add|type|enter|your)\b[^\]>]*[\]>])"
)

COMMENTS = frozenset(
    {"Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Ink", "Stamp"}
) | {
    *("Line", "Square", "Circle", "Polygon", "PolyLine"),
}


def check(subject: AnyPdf) -> Iterator[Finding]:
    for block in subject.blocks:
        if broken := BROKEN.search(block.text):
            yield RULE.fail(f"“{broken[0]}” stands where a reference should.", "Mend the reference.", **block.spot)
        elif left := LEFT_OVER.search(block.text):
            yield RULE.review(f"“{left[0]}” looks unfinished.", "Write what belongs there.", **block.spot)
    yield from _comments(subject)
    yield from _struck(subject)


def _struck(subject: AnyPdf) -> Iterator[Finding]:
    """Words that an author took out, and that are read like all others; lines in pictures mean something else."""
    pictures = {content for node in described(subject) for content in subject.contents(node)}
    found = [run for page in subject.facts.pages for run in struck(page) if run.content not in pictures]
    if found:
        what = f"{quoted(found[0].text)} on page {found[0].page} is struck through, and read all the same."
        yield RULE.review(what, "Take the words out, or accept the changes in the source.", **spot_of(found[:1]))


def _comments(subject: AnyPdf) -> Iterator[Finding]:
    """The first comment of each page that has one; and words that somebody wanted to hide are still there."""
    for each in subject.facts.annotations:
        if each.kind == "Redact":
            what = f"Words on page {each.page} are marked to be blacked out, but anybody can still read them."
            yield RULE.fail(
                what, "In Acrobat, Redact a PDF, Apply; or delete the marking.", **at(each.page, "", each.box)
            )
    told: set[int] = set()
    for annotation in subject.facts.annotations:
        if annotation.kind in COMMENTS and not annotation.hidden and annotation.page not in told:
            told.add(annotation.page)
            says = f": {quoted(annotation.contents)}" if annotation.contents else ""
            what = f"A comment or marking is left on page {annotation.page}{says}."
            yield RULE.review(
                what, "Answer it and delete it.", **at(annotation.page, annotation.contents, annotation.box)
            )


RULE = read_rule(__name__, __doc__, check)
