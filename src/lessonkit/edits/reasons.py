"""Why an edit cannot go into the definition: where its words come from, and what to do instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from lessonkit.edits.base import Workbench
from lessonkit.edits.markdown import paragraphs, printed
from lessonkit.edits.scalars import scalars
from lessonkit.edits.tokens import differences, key, tokens
from lessonkit.problems import LessonkitError, Place
from lessonkit.reading import fold
from lessonkit.snapshot import Kept, Run, words_of
from lessonkit.source.markdown import parse_markdown
from lessonkit.source.typed_contacts import typed_contacts
from lessonkit.source.values import SourceText

WRONG_NUMBER = "This may be a wrong number: contacts come from the records, which somebody has checked."
RECORDS = "sources/library/contacts.yaml"
BLANKS = "A blank was filled in: that stays in this copy of the Word file."
DETAILS = "School details stand here. Write them into sources/school.yaml: then all documents have them."
FEWEST = 2
"""Words: shorter texts of records would be found by chance."""


@dataclass(frozen=True, slots=True)
class Records:
    """The texts of the records and the layouts, by their words."""

    places: dict[str, Place]

    @classmethod
    def read(cls, bench: Workbench) -> Records:
        """Every text of the library and of the layouts' words."""
        project = bench.project
        files = [*sorted(project.library.glob("*.yaml")), *sorted((project.layouts / "strings").glob("*.yaml"))]
        words = bench.words()
        places: dict[str, Place] = {}
        for path in files:
            text, name = path.read_text("utf-8-sig"), project.relative(path)
            try:
                found = scalars(text)
            except yaml.YAMLError:
                continue
            # A single word in a list, such as a topic, is no text.
            for scalar in (one for one in found if isinstance(one.path[-1], str) or " " in one.value):
                for line in _lines(scalar.value, words):
                    places.setdefault(line, Place(name, scalar.line))
        return cls(places)

    def origin(self, words: str) -> Place | None:
        """Where a printed text comes from: the longest record that is part of it."""
        inside = [one for one in self.places if one in words and len(one.split()) >= FEWEST]
        best = max(inside, key=len, default=words)
        return self.places.get(best)


def _lines(value: str, words: object) -> Iterable[str]:
    try:
        tree = parse_markdown(SourceText(value, Place("")))
        return [words_of(printed(one.inlines, words)) for one, _ in paragraphs(tree)]  # type: ignore[arg-type]
    except (LessonkitError, KeyError):
        return [fold(value)]


def touched(old: Sequence[Run], new: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The tokens that were taken away and those that came."""
    before, after = tokens(old), tokens(new)
    steps = [step for step in differences(list(map(key, before)), list(map(key, after))) if step[0] != "equal"]
    return [t for _, a, b, _, _ in steps for t in before[a:b]], [t for _, _, _, c, d in steps for t in after[c:d]]


def touches_contact(old: Sequence[Run], new: Sequence[Run]) -> bool:
    """True if a number or address of a contact was changed, or one was typed in."""
    gone, _ = touched(old, new)
    if any(re.match("tel:|sms:|mailto:", run.target) for run in gone):
        return True
    typed = {words for _, words in typed_contacts(SourceText(words_of(new)))}
    return bool(typed - {words for _, words in typed_contacts(SourceText(words_of(old)))})


def fills_in(old: Sequence[Run], new: Sequence[Run]) -> str:
    """What to do about a blank that was filled in or a detail that was changed; empty if something else was."""
    gone, _ = touched(old, new)
    names = {run.field for run in gone if run.text != " "}
    if not names or "" in names:
        return ""
    return BLANKS if names == {"blank"} else DETAILS


def from_elsewhere(block: Kept, records: Records) -> str:
    """Where words come from that the definition does not hold, and what to do."""
    if any(run.field and run.field != "blank" for run in block.runs):
        return DETAILS
    place = records.origin(block.words)
    if place is None:
        return "The layout prints these words, so they are the same in all documents of this type: change the layout."
    if place.file.startswith("layouts"):
        return f"These words come from {place}: changing them there changes all documents."
    return f"These words come from a record, {place}: correct it there, then every document has it."
