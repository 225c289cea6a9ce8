"""The commands that report: `check`, `explain` and `transcript`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder, Standard, chosen_standard, open_project
from lessonkit.problems import LessonkitError, Problem

if TYPE_CHECKING:
    from lessonkit.report.model import FileReport, Report

FORMATS = ("text", "json", "html", "sarif")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files (.pdf, .docx, .html of lessonkit's), folders, or names that `lessonkit list` shows; "
        "all definitions when left out.",
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How the report is written.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Where the report goes.")]


def check(
    paths: Paths = None,
    form: Format = "text",
    output: Output = None,
    standard: Standard = "ua-1",
    project: Folder = None,
) -> None:
    """Check files, folders or definitions, and report every finding; nothing that is checked is changed.

    What a machine can decide is either passed or to mend. What only a person can judge is a list to sign, never
    counted as passed. Files of other people are opened in a process of its own, with limits of time and memory.

    Exit status: 0 nothing to mend, 1 something to mend, 2 a mistyped command, 3 a fault in lessonkit.
    """
    if form not in FORMATS:
        raise typer.BadParameter(f"'{form}' is not one of {', '.join(FORMATS)}.", param_hint="--format")
    report = _report(tuple(paths or ()), chosen_standard(standard), project)
    _write(report, form, output)
    raise typer.Exit(1 if any(file.fails for file in report.files) else 0)


def _report(paths: Sequence[str], standard: str, project: Path | None) -> Report:
    """Check everything that was named, saying so on standard error."""
    from lessonkit.report.gather import sort_out
    from lessonkit.report.model import Report

    wanted = sort_out(paths, project)
    definitions = _definitions(wanted.names, standard, project) if wanted.names or not paths else []
    return Report((*definitions, *_files(wanted.files)))


def _definitions(names: Sequence[str], standard: str, folder: Path | None) -> list[FileReport]:
    from lessonkit.build import Options, build_all
    from lessonkit.report.gather import of_definition

    project = open_project(folder)
    steps = build_all(project, names, Options(standard=standard))
    return [of_definition(built, project) for built in show.progress(steps, with_problems=False)]


def _files(files: Sequence[Path]) -> Iterator[FileReport]:
    from lessonkit.report.gather import check_files

    for number, file in enumerate(check_files(files), 1):
        show.step(f"Checked {file.path} ({number} of {len(files)})")
        yield file


def _write(report: Report, form: str, output: Path | None) -> None:
    """Print the report, or write it to a file and say so."""
    text = _written(report, form)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        problem = Problem(None, f"The report cannot be written to {output}: {error.strerror}.", "Name another file.")
        raise LessonkitError(problem) from None
    show.step(f"The report is in {output}.")


def _written(report: Report, form: str) -> str:
    """The report in a format, with its line end."""
    from lessonkit.report import as_json, text

    if form == "json":
        return as_json.as_json(report)
    table = show.table_lines(text.HEADS, text.rows(report))
    return "\n".join((*table, *text.lines(report, show.width(text.WIDTH)))) + "\n"
