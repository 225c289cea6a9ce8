"""The command that packs a lesson: `pack`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show, tailored
from lessonkit.cli.arguments import Folder, SchoolFile, Standard, chosen_standard, open_project

if TYPE_CHECKING:
    from lessonkit.pack.make import Pack


TO_MEND = "the report of the pack lists each point, once nothing is left to mend"


def pack(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The lesson, by the name that `lessonkit list` shows.")],
    audience: tailored.Audience = "",
    need: tailored.Need = "",
    adapt: tailored.Adapt = None,
    minutes: tailored.Minutes = 0,
    level: tailored.Level = "",
    language: tailored.Language = "",
    settings: tailored.Set = None,
    class_file: tailored.ClassFile = None,
    school: SchoolFile = None,
    pupils: tailored.Copies = 0,
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the pack goes.")] = Path("output"),
    zipped: Annotated[bool, typer.Option("--zip/--no-zip", help="Also write the folder as one ZIP file.")] = True,
    adapt_all: Annotated[
        bool, typer.Option("--adapt-all", help="Adapt what adults get, too; else only what pupils see.")
    ] = False,
    final: Annotated[
        bool, typer.Option("--final", help="Refuse blanks, sample values and anything nobody has confirmed.")
    ] = False,
    standard: Standard = "ua-1",
    project: Folder = None,
) -> None:
    """Make the whole pack of a lesson for one class: plan, handouts, cards, letters, with an index and a ZIP.

    What a document of the pack does not offer (another audience, an adaptation that makes no sense for it) is left out
    there and listed. Everything is checked; a pack with a failing document gets no index and no ZIP.
    """
    from lessonkit.build import Options, Workshop
    from lessonkit.pack.make import REPORT, Request, make_pack
    from lessonkit.tailor.classfile import read_class_file

    kept = read_class_file(class_file) if class_file else None
    tailoring = tailored.chosen(audience, need, adapt, minutes, level, language, settings, class_file)
    options = Options(final=final, standard=chosen_standard(standard), tailoring=tailoring, school=school)
    class_name = str(kept.class_ or "") if kept else ""
    request = Request(name, output, pupils or (kept.copies if kept else 0), class_name, zipped, adapt_all)
    made = _progress(make_pack(request, Workshop.open(open_project(project), options)))
    show.table(made.documents, f"open {(made.folder / REPORT).as_posix()} to see each point" if made.ok else TO_MEND)
    show.remarks(made.documents)
    show.packed(made)
    raise typer.Exit(0 if made.ok else 1)


def levels(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A document with texts for support or stretch.")],
    audience: tailored.Audience = "",
    need: tailored.Need = "",
    adapt: tailored.Adapt = None,
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the files go.")] = Path("output"),
    project: Folder = None,
) -> None:
    """Build a document for support, core and stretch at once, with a page that shows what differs."""
    from lessonkit.build import Options, Workshop
    from lessonkit.overview import documents_of
    from lessonkit.pack.levels import make_levels

    tailoring = tailored.chosen(audience, need, adapt, 0, "", "", None)
    workshop = Workshop.open(open_project(project), Options(output, tailoring=tailoring))
    document, *_ = documents_of(name, workshop)
    made = show.progress(make_levels(document, workshop))
    show.table(made)
    show.remarks(made)
    raise typer.Exit(0 if all(each.ok for each in made) else 1)


def _progress(steps: Iterator[str | Pack]) -> Pack:
    """Say what is being done, and what is wrong; returns what came of it."""
    for each in steps:
        if isinstance(each, str):
            show.step(each)
            continue
        for document in each.documents:
            show.problems(document.problems)
        return each
    raise AssertionError("a pack ends with what became of it")
