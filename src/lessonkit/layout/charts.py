"""What a chart draws: the figures of its facts, a row for each year or group, a column for each series."""

from __future__ import annotations

from collections.abc import Iterable

from lessonkit.dataclass import dataclass
from lessonkit.source.blocks.chart import Chart
from lessonkit.source.library import Library
from lessonkit.source.records import Fact


@dataclass(frozen=True, slots=True)
class Charted:
    """The figures of a chart and the records they come from."""

    rows: tuple[tuple[str, ...], ...]
    """What each row is called, then its numbers as they are printed."""
    facts: tuple[Fact, ...]
    unit: str


def charted(block: Chart, library: Library) -> Charted:
    """The figures of a chart block; that they fit together is what the rule `charts-draw-their-facts` sees to."""
    series = [[library.facts[str(name)] for name in each.facts] for each in block.series]
    values = [{str(figure.label): figure.value for fact in facts for figure in fact.figures} for facts in series]
    labels = dict.fromkeys(label for column in values for label in column)
    rows = tuple((label, *(f"{column.get(label, 0):,.10g}" for column in values)) for label in labels)
    facts = tuple({str(fact.id): fact for column in series for fact in column}.values())
    return Charted(rows, facts, str(facts[0].unit))


def cited(facts: Iterable[Fact]) -> list[str]:
    """The sources of facts, each once, with its year unless its title names that."""
    written = ((str(fact.source), str(fact.year)) for fact in facts)
    return list(dict.fromkeys(source if year in source else f"{source}, {year}" for source, year in written))
