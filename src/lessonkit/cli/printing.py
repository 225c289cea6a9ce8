"""The command for print rooms: `print`."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show, tailored
from lessonkit.cli.arguments import Folder, SchoolFile, open_project
from lessonkit.cli.say import say
from lessonkit.problems import LessonkitError, Place, Problem

if TYPE_CHECKING:
    from lessonkit.build import Built
    from lessonkit.options import Options
    from lessonkit.printing.job import Asked, Item, Printed
    from lessonkit.source.project import Project

SCHEMES = "single|booklet|2-up|4-up|copies|cards|enlarged"
PAPERS = "A6|A5|A4|A3"
EDGES = "long|short"

Targets = Annotated[
    list[str],
    typer.Argument(metavar="NAME|FOLDER|FILE.pdf", help="Documents that `lessonkit list` shows, a pack, or PDF files."),
]


def print_files(
    targets: Targets,
    scheme: Annotated[str, typer.Option(metavar=SCHEMES, help="How pages lie on the paper.")] = "single",
    paper: Annotated[str, typer.Option(metavar=PAPERS, help="The paper in the printer; else what fits.")] = "",
    edge: Annotated[
        str,
        typer.Option(metavar=EDGES, help="The edge that your printer turns sheets over; else what suits the pages."),
    ] = "",
    one_sided: Annotated[bool, typer.Option("--one-sided", help="Print on one side only.")] = False,
    copies: Annotated[
        int, typer.Option("--copies", metavar="N", min=0, help="How many pupils or copies there are.")
    ] = 0,
    grey: Annotated[bool, typer.Option("--grey", help="Make files without any colour.")] = False,
    bleed: Annotated[
        float,
        typer.Option("--bleed", metavar="MM", min=0, max=20, help="Colour beyond the edges that are cut: mostly 3."),
    ] = 0.0,
    crop_marks: Annotated[bool, typer.Option("--crop-marks", help="Marks that show where to cut.")] = False,
    fold_marks: Annotated[bool, typer.Option("--fold-marks", help="Marks that show where to fold.")] = False,
    fold_at: Annotated[
        str,
        typer.Option("--fold-at", metavar="MM,MM…", help="Where to fold, from the left of the front; leaflets know."),
    ] = "",
    registration: Annotated[
        bool, typer.Option("--registration", help="Marks by which a press lays colours on each other.")
    ] = False,
    thickness: Annotated[
        float,
        typer.Option(
            "--thickness", metavar="MM", min=0, max=1, help="Of the paper of a booklet (80 g: 0.1), against creep."
        ),
    ] = 0.0,
    safe: Annotated[
        float, typer.Option("--safe", metavar="MM", min=0, max=50, help="How far words must keep away from the edge.")
    ] = 4.0,
    audience: tailored.Audience = "",
    need: tailored.Need = "",
    adapt: tailored.Adapt = None,
    minutes: tailored.Minutes = 0,
    level: tailored.Level = "",
    class_file: tailored.ClassFile = None,
    school: SchoolFile = None,
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="Where `print/` is made.")] = Path("output"),
    project: Folder = None,
) -> None:
    """Lay finished PDFs out for the printer, count sheets and colour, and write a job ticket.

    The files in `print/` are for printing only: pages on a sheet have no reading order, so these files have no tags.
    What people read stays as it is. Bleed and marks are off unless asked for.
    """
    from lessonkit.build import Options

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is damaged is said by lessonkit, once
    _one_of(scheme, SCHEMES, "--scheme")
    _one_of(edge, EDGES, "--edge")
    if fold_at and scheme != "single":
        message = "Only pages without a scheme are folded where you say; a booklet is folded in its middle."
        raise typer.BadParameter(message, param_hint="--fold-at")
    asked = _asked(scheme, _paper(paper), edge, one_sided, thickness, bleed, _millimetres(fold_at))
    marks = replace(asked.marks, crop=crop_marks, fold=fold_marks, registration=registration)
    asked = replace(asked, marks=marks, grey=grey, safe=_points(safe))
    tailoring = tailored.chosen(audience, need, adapt, minutes, level, "", None, class_file)
    job = _Job(asked, copies, Options(output, tailoring=tailoring, school=school), project)
    raise typer.Exit(job.run(targets))


def _asked(
    scheme: str, paper: str, edge: str, one_sided: bool, thickness: float, bleed: float, folds: Sequence[float]
) -> Asked:
    from lessonkit.printing.impose import Wish
    from lessonkit.printing.job import Asked
    from lessonkit.printing.marks import Marks

    beyond = _points(bleed)
    wish = Wish(scheme, paper, edge, not one_sided, _points(thickness), 2 * beyond, folds=tuple(map(_points, folds)))
    return Asked(wish, Marks(beyond))


def _points(millimetres: float) -> float:
    from lessonkit.paper import points

    return points(millimetres)


def _one_of(value: str, known: str, option: str) -> None:
    if value and value not in known.split("|"):
        raise typer.BadParameter(f"'{value}' is not one of {known.replace('|', ', ')}.", param_hint=option)


def _paper(paper: str) -> str:
    _one_of(paper.upper(), PAPERS, "--paper")
    return paper.upper()


def _millimetres(written: str) -> list[float]:
    try:
        found = sorted(float(part) for part in written.replace(" ", "").split(",") if part)
    except ValueError:
        found = [0.0]
    if not all(0 < each < math.inf for each in found):
        message = f"'{written}' is not a list of millimetres, such as 97,197."
        raise typer.BadParameter(message, param_hint="--fold-at")
    return found


class _Job:
    """One call of the command."""

    def __init__(self, asked: Asked, copies: int, options: Options, folder: Path | None) -> None:
        self.asked = asked
        self.copies = copies
        self.options = options
        self.folder = folder

    def run(self, targets: Sequence[str]) -> int:
        """Print everything that was named; the exit status."""
        packs = [target for target in targets if Path(target).is_dir()]
        others = [target for target in targets if target not in packs]
        status = 0
        for pack in packs:
            name = Path(pack).resolve().name
            status |= self.written(self.pack(Path(pack)), name, Path(name), "00-job-ticket.txt")
        if others:
            items, failed = self.items(others)
            title = items[0].name if len(items) == 1 else f"{len(items)} files"
            stem = f"{Path(title).stem}-job-ticket.txt" if len(items) == 1 else "job-ticket.txt"
            status |= failed | (self.written(iter(items), title, Path(), stem) if items else 0)
        return status

    def written(self, items: Iterator[Item], title: str, folder: Path, ticket_name: str) -> int:
        """Prepare, write, and say what became of it; what cannot be printed is said, and the rest is."""
        from lessonkit.printing.job import FOLDER, distinct, prepare, write
        from lessonkit.printing.ticket import ticket

        printed, status = [], 0
        for item in items:
            show.step(f"Laying out {item.name} ...")
            try:
                printed.append(prepare(item, self.asked))
            except LessonkitError as error:
                show.problems(error.problems)
                status = 1
        if printed:
            printed = distinct(printed)
            place = (self.options.output or Path()) / FOLDER / folder
            written = write(place, ticket(title, printed), ticket_name, printed)
            _say_printed(printed, written)
        return status

    def pack(self, folder: Path) -> Iterator[Item]:
        """The files of a pack."""
        from lessonkit.printing.packs import members

        for each in members(folder, self.copies):
            is_sheet = Path(each.item.name).stem.endswith(PRINT)
            yield replace(each.item, folds=self.folds(each.document) if is_sheet else ())

    def items(self, targets: Sequence[str]) -> tuple[list[Item], int]:
        """Files as they are, and documents once they are built; 1 if one of them was not."""
        from lessonkit.printing.job import Item

        files = [target for target in targets if target.lower().endswith(".pdf") or Path(target).is_file()]
        names = [target for target in targets if target not in files]
        found = [Item(Path(file).name, _read(Path(file)), self.copies or 1) for file in files]
        built = self.built(names) if names else []
        for document in built:
            if document.ok:
                found.append(self.item(document))
        return found, 0 if all(document.ok for document in built) else 1

    def item(self, document: Built) -> Item:
        """The edition to print of a document that was built."""
        from lessonkit.layout.geometry import copies_on_sheet, layout_for
        from lessonkit.printing.job import Item

        path, is_sheet = _to_print(document)
        project = open_project(self.folder)
        return Item(
            path.name,
            path.read_bytes(),
            self.copies or 1,
            folds=_folds(document.path, project) if is_sheet else (),
            one_sided=layout_for(document.path, project).grid is not None and not is_sheet,
            on_a_sheet=copies_on_sheet(document.path, project) if is_sheet else 1,
        )

    def built(self, names: Sequence[str]) -> list[Built]:
        """The documents of these names, built first where they have changed.

        Their other editions are built with them and not printed: nobody wants the answers once for each pupil.
        """
        from lessonkit.build import build_all
        from lessonkit.source.editions import documents

        project = open_project(self.folder)
        others = [each.name for each in documents(project).values() if each.edition and each.name not in names]
        built = show.progress(build_all(project, names, self.options))
        return [each for each in built if not f"{each.name}-".startswith(tuple(f"{other}-" for other in others))]

    def folds(self, document: str) -> tuple[float, ...]:
        """Where the sheets of a document of a pack are folded; nothing where its project is not."""
        from lessonkit.source.editions import documents

        try:
            project = open_project(self.folder)
            known = documents(project).get(document)
            return _folds(known.path, project) if known else ()
        except LessonkitError:
            return ()


def _folds(definition: Path, project: Project) -> tuple[float, ...]:
    """From the left of the front: where the panels of a leaflet meet."""
    from itertools import accumulate

    from lessonkit.layout.geometry import layout_for

    page = layout_for(definition, project).page
    widths = {frame.number: frame.width for frame in page.panels}
    edges = list(accumulate(widths[number] for number in page.sheets[0].panels)) if page.sheets else []
    return tuple(map(_points, edges[:-1]))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"The file cannot be read: {error.strerror}."
        raise LessonkitError(Problem(Place(path.as_posix()), what, "Check its name and folder.")) from None


def _to_print(built: Built) -> tuple[Path, bool]:
    """The edition to print, where there is one, and whether there is: names of large print end like those."""
    pdfs = {path.stem: path for path in built.files if path.suffix == ".pdf"}
    editions = [path for stem, path in pdfs.items() if stem.endswith(PRINT) and stem.removesuffix(PRINT) in pdfs]
    return (editions[0], True) if editions else (next(iter(pdfs.values())), False)


PRINT = "-print"
"""The end of the names of print editions."""
HEADS = ("File", "Pages", "Paper", "Sides", "Sheets", "Pages in colour", "Copies", "Sheets in all")


def _say_printed(printed: Sequence[Printed], written: Sequence[Path]) -> None:
    """A small table, what to mind, and where the files are."""
    from lessonkit.printing import ticket

    for line in show.table_lines(HEADS, [_row(each) for each in printed]):
        say(line)
    for line in ticket.totals(printed):
        say(line)
    remarks = ticket.remarks(printed)
    if remarks:
        say("\nPlease look:")
    for remark in remarks:
        say(f"- {remark}")
    say(f"\nFor printing only, without tags: {written[0].parent}/. Begin with {written[0].name}.")
    for path in written[1:]:
        say(f"  {path.name}")


def _row(printed: Printed) -> tuple[str, ...]:
    from lessonkit.printing import ticket

    return (
        printed.source,
        str(printed.pages),
        printed.paper,
        ticket.sides(printed).replace("both sides, flip on the ", "both, "),
        str(printed.sheets),
        ticket.colour(printed),
        f"each {printed.for_each}" if printed.for_each else str(printed.copies),
        str(printed.all_sheets),
    )
