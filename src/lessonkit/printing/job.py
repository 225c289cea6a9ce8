"""A print job: files laid out for the printer, how much paper they take, and what to set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lessonkit.dataclass import dataclass
from lessonkit.output import OutputFolder
from lessonkit.paper import millimetres, size_name
from lessonkit.printing.impose import Wish, impose
from lessonkit.printing.marks import Marks, sheet_area
from lessonkit.printing.names import file_name
from lessonkit.printing.preflight import notes
from lessonkit.printing.sides import Plan
from lessonkit.printing.source import Source, refusal
from lessonkit.printing.write import write_sheets
from lessonkit.problems import LessonkitError

FOLDER = "print"
"""In the output folder: print files are kept apart from those to read."""
FINISH = {
    "booklet": "Lay the sheets on each other, fold them in the middle and staple the fold.",
    "copies": "Cut the copies apart.",
    "cards": "Cut the whole pile at once; lay the cut piles on each other, beginning at the upper left.",
}
"""What is done with printed sheets."""
NO_FOLDS = "Nobody has said where it is folded, so it has no marks for that: name the places with --fold-at."


@dataclass(frozen=True, slots=True)
class Item:
    """One file that somebody wants printed."""

    name: str
    """Of the file to read: `01-plan.pdf`."""
    data: bytes
    copies: int = 1
    for_each: str = ""
    """Who gets one each, where nobody has said how many they are."""
    folds: tuple[float, ...] = ()
    """Where its sheets are folded, from the left of the front, in points."""
    grey_will_do: bool = False
    """Its pack says that it loses nothing in grey."""
    one_sided: bool = False
    """Its pages are no front and back: cards without backs."""
    on_a_sheet: int = 1
    """How many copies lie on each sheet already: a wallet card comes ten times."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How everything of a job is printed."""

    wish: Wish = Wish()
    marks: Marks = Marks()
    grey: bool = False
    safe: float = 0.0
    """How far words must keep away from an edge, in points."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One file for the printer."""

    file: str
    data: bytes
    source: str
    title: str
    plan: Plan
    pages: int
    coloured: tuple[int, ...]
    """Pages that need coloured ink, counted from 1."""
    copies: int
    for_each: str
    finish: str
    notes: tuple[str, ...]
    marks: Marks
    grey_will_do: bool
    on_a_sheet: int = 1
    """How many copies lay on each sheet of the source already."""

    @property
    def paper(self) -> str:
        """What to put into the printer."""
        sheet = sheet_area(self.plan.sides[0], self.marks)
        return size_name(millimetres(sheet.width), millimetres(sheet.height))

    @property
    def sides(self) -> int:
        """Printed sides of one copy."""
        return sum(bool(side.spots) for side in self.plan.sides)

    @property
    def sheets(self) -> int:
        """Sheets of one copy."""
        return self.plan.sheets

    @property
    def all_sheets(self) -> int:
        """Sheets of all copies: several copies may lie on a sheet."""
        return self.sheets * self.runs

    @property
    def runs(self) -> int:
        """How often it is printed."""
        return _runs(self.copies, self.copies_on_sheet)

    @property
    def copies_on_sheet(self) -> int:
        """How many copies lie on a sheet."""
        return _copies_on_sheet(self.plan, self.on_a_sheet)

    @property
    def coloured_sides(self) -> int:
        """Sides of one copy that need coloured ink."""
        coloured = set(self.coloured)
        return sum(any(spot.page + 1 in coloured for spot in side.spots) for side in self.plan.sides)


def _plan(source: Source, wish: Wish) -> Plan:
    try:
        return impose([page.size for page in source.pages], wish)
    except LessonkitError as error:
        said = error.problems[0]
        raise refusal(source.name, said.what, said.todo) from None


def _finish(wish: Wish, plan: Plan, marks: Marks) -> str:
    """What is done with the printed sheets."""
    folds = plan.sides[0].folds
    if wish.scheme == "single" and folds:
        where = " and ".join(f"{millimetres(fold):.0f} mm" for fold in folds)
        return "Fold it at the marks." if marks.fold else f"Fold it at {where} from the left of the front."
    return FINISH.get(wish.scheme, "")


def _copies_on_sheet(plan: Plan, on_a_sheet: int) -> int:
    first = plan.sides[0].spots
    alike = len({spot.page for spot in first}) == 1
    return on_a_sheet * (len(first) if alike else 1)


def _runs(copies: int, on_a_sheet: int) -> int:
    return -(-copies // on_a_sheet)


def prepare(item: Item, asked: Asked) -> Printed:
    """The file for the printer. Raises LessonkitError for what cannot be printed."""
    source = Source(item.name, item.data)
    folds = asked.wish.folds or item.folds
    wish = replace(
        asked.wish, folds=folds, both_sides=asked.wish.both_sides and not item.one_sided, room=asked.marks.room
    )
    plan = _plan(source, wish)
    is_folded = any(side.folds for side in plan.sides)
    marks = replace(asked.marks, fold=asked.marks.fold and is_folded)
    runs = _runs(item.copies, _copies_on_sheet(plan, item.on_a_sheet))
    sheets = write_sheets(source, plan, marks, asked.grey, runs)
    said = list(notes(source, plan, wish, marks, asked.safe))
    if asked.marks.fold and not is_folded:
        said.append(NO_FOLDS)
    return Printed(
        file=file_name(Path(item.name).stem, plan, wish, marks, asked.grey),
        data=sheets.data,
        source=item.name,
        title=source.title,
        plan=plan,
        pages=len(source.pages),
        coloured=() if asked.grey else tuple(sorted(page + 1 for page in sheets.coloured)),
        copies=item.copies,
        for_each=item.for_each,
        finish=_finish(wish, plan, marks),
        notes=tuple(said),
        marks=marks,
        grey_will_do=item.grey_will_do,
        on_a_sheet=item.on_a_sheet,
    )


def distinct(printed: Sequence[Printed]) -> list[Printed]:
    """The same with a name of its own for each: files of several folders may have the same one."""
    made: dict[str, Printed] = {}
    for each in printed:
        path, number = Path(each.file), 1
        while each.file in made:
            number += 1
            each = replace(each, file=f"{path.stem}-{number}{path.suffix}")
        made[each.file] = each
    return list(made.values())


def write(folder: Path, ticket: str, ticket_name: str, printed: Sequence[Printed]) -> list[Path]:
    """Put the files and their ticket into a folder; where each is, the ticket first."""
    files = {ticket_name: ticket.encode(), **{each.file: each.data for each in printed}}
    return list(OutputFolder(folder).write(files).values())
