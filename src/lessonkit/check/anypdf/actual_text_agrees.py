"""What is spoken in place of words agrees with them.

An ActualText is read instead of what is drawn; if it says something else, listeners and readers get two documents.

Passes: “½”, spoken as “one half”; “Lessonkit” in fancy letters, spoken as “Lessonkit”.
Fails: “Call 999”, spoken as “Call 101”; words whose ActualText is empty.
Fix: In Acrobat, open the Tags panel, Properties of the element, and delete its Actual Text. Better, export the file
again from its source.
Clause: ISO 32000-1 14.9.4; PDF/UA-1 7.2; WCAG 2.2 SC 1.1.1
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from lessonkit.check.anypdf.facts import Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Take the ActualText away, or make it say what is drawn."
FEWEST_LETTERS = 3
"""Of what is drawn; fewer may be a symbol."""
ALIKE = 0.6
A_PHRASE = 4
"""Words; so many are not a symbol that has to be spoken in another way."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        for said, runs in _replaced([run for run in page.runs if run.artifact is None]):
            yield from _compared(said, runs)
    for node in subject.facts.nodes:
        if node.actual_text is not None and node.role != "Figure":
            yield from _compared(node.actual_text, subject.runs(node))


def _replaced(runs: list[Run]) -> Iterator[tuple[str, list[Run]]]:
    """Each ActualText of marked content with the runs it replaces."""
    said, group = "", list[Run]()
    for run in runs:
        goes_on = run.spoken == "" and group and group[-1].content == run.content
        if group and not goes_on:
            yield said, group
            group = []
        if run.spoken is not None:
            said, group = (said if goes_on else run.spoken), [*group, run]
    if group:
        yield said, group


def _compared(said: str, runs: list[Run]) -> Iterator[Finding]:
    drawn = "".join(run.text for run in runs)
    one, other = _letters(drawn), _letters(said)
    if len(drawn.split()) >= A_PHRASE and one != other and other:
        yield RULE.fail(f"{quoted(drawn)} is drawn, but other words are spoken: {quoted(said)}.", TODO, **spot_of(runs))
        return
    few = len(one) < FEWEST_LETTERS and (other or not one.isdigit())
    if few or one in other or (other and other in one and len(other) * 2 > len(one)):
        return
    if not other:
        what = f"{quoted(drawn)} is drawn but an empty ActualText keeps it from being read."
        yield RULE.fail(what, TODO, **spot_of(runs))
    elif one.isdigit() or SequenceMatcher(None, one, other).ratio() < ALIKE:
        yield RULE.fail(f"{quoted(drawn)} is drawn but {quoted(said)} is spoken.", TODO, **spot_of(runs))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


RULE = read_rule(__name__, __doc__, check)
