"""A chart draws the numbers of its facts, and nothing else.

A picture of numbers is believed at a glance. So each bar must be a number that a sourced sentence says, and all of them
must count the same thing.

Passes: a chart of two facts that both count reports, each number in its sentence.
Fails: reports beside webpages; a year with two numbers; a fact without `figures`.
Clause: the project's own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models
from lessonkit.source.blocks.chart import Chart
from lessonkit.source.records import Fact


def check(subject: Sources) -> Iterator[Finding]:
    for chart in models(subject.definition):
        if isinstance(chart, Chart):
            series = [[subject.library.facts[str(name)] for name in each.facts] for each in chart.series]
            facts = list({str(fact.id): fact for each in series for fact in each}.values())
            yield from _faults_of_records(facts)
            yield from _faults_of_chart(chart, series, facts)


def _faults_of_records(facts: list[Fact]) -> Iterator[Finding]:
    for fact in facts:
        if not fact.figures:
            what = f"The fact {fact.id} has no figures to draw."
            yield RULE.fail(what, "Add `figures: [{label: …, value: …}]` to its record.", fact.place)
        for figure in fact.figures:
            if f"{figure.value:,.10g}" not in fact.text:
                what = f"The fact {fact.id} would draw {figure.value:,.10g}, which its sentence does not say."
                yield RULE.fail(what, "Make the sentence and `figures` agree.", figure.place)


def _faults_of_chart(chart: Chart, series: list[list[Fact]], facts: list[Fact]) -> Iterator[Finding]:
    units = list(dict.fromkeys(str(fact.unit) for fact in facts))
    if len(units) > 1:
        what = f"This chart counts different things: {', '.join(units)}."
        yield RULE.fail(what, "Make a chart of each.", chart.place)
    columns = [_values(each) for each in series]
    for label in sorted({label for column in columns for label, numbers in column.items() if len(numbers) > 1}):
        what = f"The facts of this chart give different numbers for {label}."
        yield RULE.fail(what, "Use facts that agree, or correct the records.", chart.place)
    if len({frozenset(column) for column in columns}) > 1:
        what = "The series of this chart are not about the same years."
        yield RULE.fail(what, "Use facts with the same labels for each.", chart.place)


def _values(facts: list[Fact]) -> dict[str, set[float]]:
    """The numbers that the facts of a series give for each label."""
    found: dict[str, set[float]] = {}
    for fact in facts:
        for figure in fact.figures:
            found.setdefault(str(figure.label), set()).add(figure.value)
    return found


RULE = read_rule(__name__, __doc__, check)
