"""What looks like a note at the foot is tagged as one.

A screen reader says that a note begins and ends; as a paragraph it is heard in the middle of the text, with a number
that nobody has asked for.

Passes: a Note with its number in a Lbl.
Fails: For a person to look at: a P that begins with a raised 1, where a raised 1 stands in the text.
Fix: In Word, References, Insert Footnote, and export again. In Acrobat, Fix reading order, Reference and Note.
Clause: PDF/UA-1 7.9; Matterhorn 19
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.check.anypdf.facts import Run
from lessonkit.check.anypdf.subject import HEADINGS, AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

RAISED, SMALLER = 0.2, 0.85
"""In parts of the size of the words beside it."""
ELSEWHERE = ("Note", "FENote", "Table", "Figure", "Formula", "TOC", "Index", "BibEntry", "L")


def check(subject: AnyPdf) -> Iterator[Finding]:
    called: set[str] = set()
    notes: list[tuple[str, Block]] = []
    for block in subject.blocks:
        drawn = [run for run in block.runs if run.text.strip()]
        called |= {other.text.strip() for one, other in pairwise(drawn) if _is_raised(other, one)}
        outside = block.node.role not in (*ELSEWHERE, *HEADINGS) and not block.node.inside(*ELSEWHERE)
        if outside and len(drawn) > 1 and _is_raised(drawn[0], drawn[1]):
            notes.append((drawn[0].text.strip(), block))
    found = [block for number, block in notes if number in called]
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        what = f"{quoted(found[0].text)}{more} looks like a note but is tagged as {found[0].node.role}."
        yield RULE.review(what, "Make it a real footnote in the source, or tag it as a Note.", **found[0].spot)


def _is_raised(run: Run, beside: Run) -> bool:
    """A small number above the line of the words beside it."""
    sign = run.text.strip()
    small = run.size < SMALLER * beside.size and run.page == beside.page
    above = RAISED * beside.size < run.box.bottom - beside.box.bottom < beside.size
    return small and above and (sign.isdigit() or sign in ("*", "†", "‡"))


RULE = read_rule(__name__, __doc__, check)
