"""The job ticket: what a print room sets, counts and does afterwards, on one page of plain text."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lessonkit.printing.job import Printed
from lessonkit.printing.names import spans

WIDTH = 90
NO_TAGS = (
    "The PDF files beside this page are for printing only: they cannot be read aloud. To read, or to send to anybody, "
    "use the files that they were made from."
)
SCALE = "On the printer choose “actual size” (100%), never “fit to page”."


def ticket(title: str, printed: Sequence[Printed]) -> str:
    """The ticket of a job."""
    parts = [f"JOB TICKET: {title}", "", *_wrapped(SCALE), *_wrapped(NO_TAGS), ""]
    for each in printed:
        parts += _file(each)
    parts += ["", *totals(printed)]
    said = [*_grouped([(each, each.finish) for each in printed]), *remarks(printed)]
    if said:
        parts += ["", "Please look:", *(line for each in said for line in _wrapped(each, "- ", "  "))]
    return "\n".join(parts) + "\n"


def totals(printed: Sequence[Printed]) -> list[str]:
    """How much paper all of it takes, and how many sides need colour."""
    papers: Counter[str] = Counter()
    for each in printed:
        papers[each.paper] += each.all_sheets
    coloured = sum(each.coloured_sides * each.runs for each in printed)
    paper = ", ".join(f"{number} of {name}" for name, number in papers.items())
    return [f"Sheets in all: {paper}.", f"Sides in colour in all: {coloured or 'none'}."]


def remarks(printed: Sequence[Printed]) -> list[str]:
    """What to mind, each sentence once, after the files that it is about."""
    return _grouped([(each, note) for each in printed for note in each.notes])


def sides(printed: Printed) -> str:
    """What to set for sides: `both sides, flip on the short edge`."""
    plan = printed.plan
    return f"both sides, flip on the {plan.edge} edge" if plan.both_sides else "one side"


def colour(printed: Printed) -> str:
    """Which pages need colour."""
    if not printed.coloured:
        return "none"
    return "all" if len(printed.coloured) == printed.pages else spans(printed.coloured)


def copies(printed: Printed) -> str:
    """How often it is printed, and for whom."""
    if printed.copies_on_sheet > 1:
        times = "once" if printed.runs == 1 else f"{printed.runs} times"
        return f"print {times} (a sheet holds {printed.copies_on_sheet}; needed: {printed.copies})"
    if printed.for_each:
        return f"1 copy for each {printed.for_each}"
    return f"{printed.copies} {'copy' if printed.copies == 1 else 'copies'}"


def _grouped(said: Sequence[tuple[Printed, str]]) -> list[str]:
    files: dict[str, list[str]] = {}
    for printed, sentence in said:
        if sentence:
            files.setdefault(sentence, []).append(Path(printed.source).stem)
    return [f"{', '.join(names)}: {sentence}" for sentence, names in files.items()]


def _file(printed: Printed) -> Iterator[str]:
    first = printed.plan.sides[0]
    lying = "lengthways" if first.width > first.height else "upright"
    in_grey = " (grey will do)" if printed.grey_will_do and printed.coloured else ""
    sheets = f"{printed.all_sheets} {'sheet' if printed.all_sheets == 1 else 'sheets'}"
    yield printed.file
    parts = (copies(printed), f"{printed.paper} {lying}", sides(printed), f"colour: {colour(printed)}{in_grey}", sheets)
    yield from _wrapped("; ".join(parts), "    ", "    ")


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
