"""The commands that report: `check`, `explain` and `transcript`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder, SchoolFile, Standard, chosen_standard, open_project
from lessonkit.problems import LessonkitError, Problem

if TYPE_CHECKING:
    from lessonkit.build import Options
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

Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="An earlier report in JSON: say what is new, remaining and fixed, and exit 1 only for what is new.",
    ),
]


def check(
    paths: Paths = None,
    form: Format = "text",
    output: Output = None,
    baseline: Baseline = None,
    standard: Standard = "ua-1",
    school: SchoolFile = None,
    project: Folder = None,
) -> None:
    """Check files, folders or definitions, and report every finding; nothing that is checked is changed.

    What a machine can decide is either passed or to mend. What only a person can judge is a list to sign, never
    counted as passed. Files of other people are opened in a process of its own, with limits of time and memory.

    Exit status: 0 nothing to mend, 1 something to mend, 2 a mistyped command, 3 a fault in lessonkit.
    """
    if form not in FORMATS:
        raise typer.BadParameter(f"'{form}' is not one of {', '.join(FORMATS)}.", param_hint="--format")
    from lessonkit.build import Options

    report = _report(tuple(paths or ()), Options(standard=chosen_standard(standard), school=school), project)
    if baseline is not None:
        from lessonkit.report.baseline import since

        report = since(report, baseline)
    _write(report, form, output, project)
    raise typer.Exit(0 if report.ok else 1)


def _report(paths: Sequence[str], options: Options, project: Path | None) -> Report:
    """Check everything that was named, saying so on standard error."""
    from lessonkit.report.gather import sort_out
    from lessonkit.report.model import Report

    wanted = sort_out(paths, project)
    definitions = _definitions(wanted.names, options, project) if wanted.names or not paths else []
    return Report((*definitions, *_files(wanted.files)))


def _definitions(names: Sequence[str], options: Options, folder: Path | None) -> list[FileReport]:
    from lessonkit.build import build_all
    from lessonkit.report.gather import of_definition

    project = open_project(folder)
    steps = build_all(project, names, options)
    return [of_definition(built, project) for built in show.progress(steps, with_problems=False)]


def _files(files: Sequence[Path]) -> Iterator[FileReport]:
    from lessonkit.report.gather import check_files

    for number, file in enumerate(check_files(files), 1):
        show.step(f"Checked {file.path} ({number} of {len(files)})")
        yield file


def _write(report: Report, form: str, output: Path | None, project: Path | None) -> None:
    """Print the report, or write it to a file and say so."""
    text = _web_page(report, project) if form == "html" else _written(report, form)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        problem = Problem(None, f"The report cannot be written to {output}: {error.strerror}.", "Name another file.")
        raise LessonkitError(problem) from None
    show.step(f"The report is in {output}.")


def _web_page(report: Report, project: Path | None) -> str:
    """The report as a page in the colours of the theme."""
    from lessonkit.layout.theme import read_theme
    from lessonkit.report.as_html import as_html

    return as_html(report, read_theme(open_project(project).layouts / "themes" / THEME).palette)


THEME = "calm.yaml"


def _written(report: Report, form: str) -> str:
    """The report in a format, with its line end."""
    from lessonkit.report import as_json, sarif, text

    if form == "json":
        return as_json.as_json(report)
    if form == "sarif":
        return sarif.as_sarif(report)
    table = show.table_lines(text.HEADS, text.rows(report))
    return "\n".join((*table, *text.lines(report, show.width(text.WIDTH)))) + "\n"


def explain(
    rule: Annotated[str | None, typer.Argument(metavar="RULE", help="A rule's id; all rules when left out.")] = None,
) -> None:
    """Say what a rule asks for, why it matters to a reader, and what demands it."""
    from lessonkit.report import explain

    said = explain.listing() if rule is None else explain.explanation(rule, show.width(explain.WIDTH))
    for line in said:
        typer.echo(line)


def transcript(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, Word or HTML file.")],
    other: Annotated[Path | None, typer.Argument(metavar="OTHER", help="A second file to compare it with.")] = None,
) -> None:
    """Print what a screen reader would say of a file, page by page; of two files, how they differ in that.

    Exit status of a comparison: 0 both say the same, 1 they differ.
    """
    from lessonkit.report.examine import transcript_of
    from lessonkit.report.sandbox import Sandbox

    with Sandbox() as sandbox:
        said = [transcript_of(path, sandbox) for path in (file, other) if path is not None]
    if other is None:
        typer.echo("\n".join(said[0]))
        return
    raise typer.Exit(_differences(said, (file, other)))


def _differences(said: Sequence[Sequence[str]], files: tuple[Path, Path]) -> int:
    """Print how two transcripts differ; the exit status."""
    from lessonkit.report.transcript import comparable, differences

    same_kind = files[0].suffix.lower() == files[1].suffix.lower()
    one, another = said if same_kind else map(comparable, said)
    lines = list(differences(one, another, names=(_name(files[0], files[1]), _name(files[1], files[0]))))
    typer.echo("\n".join(lines[1:]) if lines else "Both say the same.")
    return 1 if lines else 0


def _name(file: Path, other: Path) -> str:
    """A file's name, with its folder if the other one has the same name."""
    return str(file) if file.name == other.name else file.name
