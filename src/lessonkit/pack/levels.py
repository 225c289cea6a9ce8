"""Core, support and stretch of one document at once, with a page for the teacher that shows what differs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lessonkit.build import Built, Workshop, build, build_definition, composed_of
from lessonkit.document import Document
from lessonkit.layout.adaptations import NONE
from lessonkit.layout.strings import read_strings
from lessonkit.pack.index import source_of
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import FIELD, reading_lines
from lessonkit.source.editions import Named
from lessonkit.source.load import load
from lessonkit.source.pack import LevelsPage
from lessonkit.source.variants import named

SUPPORT, CORE, STRETCH = "support", "core", "stretch"
NOTHING = "–"
"""What stands where a level leaves something out."""


def make_levels(document: Named, workshop: Workshop) -> Iterator[str | Built]:
    """Build a document at each level it has, then the page of what differs: sentences before, results after each.

    Raises LessonkitError for a document with one level only. Without one of the levels there is no page.
    """
    levels, complete = _levels(document, workshop), True
    for level in levels:
        yield f"Building {document.name} for {level} ..."
        made = build(document, _at(level, workshop))
        complete &= made.ok
        yield made
    if complete:
        yield "Writing what differs ..."
        yield _page(document, levels, workshop)


def _levels(document: Named, workshop: Workshop) -> list[str]:
    """Its levels, from the most help to the least."""
    source = load(document.path, workshop.project.relative(document.path), [])
    there = {name for name in named(source) if name in (SUPPORT, STRETCH)}
    if not there:
        todo = "Write `text for support: …` or `text for stretch: …` beside a text."
        raise LessonkitError(Problem(source.place, f"`{document.name}` has one level only.", todo))
    return [level for level in (SUPPORT, CORE, STRETCH) if level in there or level == CORE]


def _at(level: str, workshop: Workshop) -> Workshop:
    """The workshop for one level."""
    tailoring = replace(workshop.options.tailoring, level="" if level == CORE else level)
    return replace(workshop, options=replace(workshop.options, tailoring=tailoring))


def _page(document: Named, levels: Sequence[str], workshop: Workshop) -> Built:
    """The page of what differs, built and checked like any document."""
    made = {level: composed_of(document, _at(level, workshop)).document for level in levels}
    texts = {level: reading_lines(each) for level, each in made.items()}
    core = made[CORE]
    strings = read_strings(workshop.project.layouts / "strings", core.language).strings
    rows = [[cell.replace(FIELD, "…") for cell in row] for row in differing(texts)]
    page = LevelsPage.model_validate(
        source_of(
            {
                **_head(document, core, strings),
                "columns": [strings[f"level-{level}"] for level in levels],
                "rows": [{"cells": row} for row in rows],
            }
        )
    )
    plain = replace(workshop, adaptations=NONE)
    return build_definition(page, plain)


def _head(document: Named, core: Document, strings: dict[str, str]) -> dict[str, object]:
    """What the page says of itself: its version and day are those of the document."""
    return {
        "format": "1",
        "type": "levels",
        "name": f"{document.name}-levels",
        "title": strings["levels-title"],
        "subtitle": core.title,
        "audience": "staff",
        "language": core.language,
        "layout": "levels",
        "summary": strings["levels-summary"],
        "version": core.extra["version"],
        "date": core.extra["date"],
    }


def differing(texts: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """What differs between the levels: a row for each place, a cell for each level.

    texts: the lines of each level, by its name; core among them.
    """
    core = texts[CORE]
    others = {level: _beside(core, lines) for level, lines in texts.items() if level != CORE}
    places = sorted({place for changed in others.values() for place in changed})
    return [[_cell(level, place, core, others) for level in texts] for place in places]


def _cell(level: str, place: int, core: Sequence[str], others: dict[str, dict[int, str]]) -> str:
    plain = core[place] if place < len(core) else NOTHING
    return plain if level == CORE else others[level].get(place, plain)


def _beside(core: Sequence[str], other: Sequence[str]) -> dict[int, str]:
    """What another level has in the place of lines of the core; more lines than there are places join the last one."""
    changed: dict[int, str] = {}
    for kind, start, end, first, last in difflib.SequenceMatcher(None, core, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        lines, places = list(other[first:last]), list(range(start, end)) or [start]
        if kind == "insert" and start < len(core):
            lines.append(core[start])
        for number, place in enumerate(places):
            rest = lines[number:] if number == len(places) - 1 else lines[number : number + 1]
            changed[place] = " / ".join(rest) or NOTHING
    return changed
