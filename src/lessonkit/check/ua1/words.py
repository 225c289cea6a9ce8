"""Pictures, formulas and notes say what they are (PDF/UA-1 7.3, 7.7, 7.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1.broken import Broken, rule

SPOKEN = {"Figure": rule("FIGURE-ALTERNATIVE-TEXT"), "Formula": rule("FORMULA-ALTERNATIVE-TEXT")}
NAMED, SHARED = rule("NOTE-ID"), rule("NOTE-ID-UNIQUE")
RULES = frozenset({*SPOKEN.values(), NAMED, SHARED})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Elements without the words or the name that they need."""
    for node in facts.nodes:
        # An empty ActualText is one: what it stands for is not spoken.
        if node.role in SPOKEN and not node.alt and node.actual_text is None:
            yield Broken(SPOKEN[node.role], f"a {node.role} has neither an alternative text nor an ActualText", node)
    notes = [node for node in facts.nodes if node.role == "Note"]
    yield from (Broken(NAMED, "a Note has no ID", note) for note in notes if not note.id)
    last = {note.id: note for note in notes if note.id}
    for name, times in Counter(note.id for note in notes).items():
        if name and times > 1:
            yield Broken(SHARED, f"{times} Notes have the same ID, “{name}”", last[name])
