"""What `lessonkit check` does, once it is known what was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.cli import show
from lessonkit.cli.say import say
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem

if TYPE_CHECKING:
    from lessonkit.report.model import FileReport, Key, Report

FORMATS = ("text", "json", "html", "sarif")
THEME = "calm.yaml"


@dataclass(frozen=True, slots=True)
class Asked:
    """What to check, and what to make of it."""

    paths: tuple[str, ...] = ()
    """Files, folders or names; none for all definitions."""
    form: str = "text"
    """How the report is written, one of FORMATS."""
    output: Path | None = None
    """Where the report goes; None to print it."""
    baseline: Path | None = None
    """An earlier report in JSON."""
    standard: str = "ua-1"
    """What the PDF files of definitions conform to."""
    school: Path | None = None
    """Another file with the details of the school than the project's own."""
    project: Path | None = None
    """The folder of the project; None to look for it."""


def check(asked: Asked) -> int:
    """Check, write the report, and return the exit status."""
    earlier = _earlier(asked.baseline)
    _may_be_written(asked.output)
    report = _report(asked)
    if earlier is not None:
        report = _since(report, earlier, asked)
    _write(report, asked)
    return 0 if report.ok else 1


def _earlier(baseline: Path | None) -> list[Key] | None:
    if baseline is None:
        return None
    from lessonkit.report.baseline import read_baseline

    return read_baseline(baseline)


def _since(report: Report, earlier: list[Key], asked: Asked) -> Report:
    from lessonkit.report.baseline import since

    if earlier and not {key[0] for key in earlier} & {file.path for file in report.files}:
        todo = "so every finding is new: name the files as they were named then, from the same folder."
        show.step(f"{asked.baseline} names none of these files, {todo}")
    return since(report, earlier)


def _report(asked: Asked) -> Report:
    """Check everything that was named, saying so on standard error."""
    from lessonkit.report.gather import sort_out
    from lessonkit.report.model import Report

    wanted = sort_out(asked.paths, asked.project)
    if wanted.left_out:
        endings = ", ".join(sorted({path.suffix.lower() for path in wanted.left_out}))
        count = f"{len(wanted.left_out)} file{'s' if len(wanted.left_out) > 1 else ''} of other kinds ({endings})"
        show.step(f"Not checked in folders: {count}. Save or export them as PDF or Word (.docx).")
    definitions = _definitions(wanted.names, asked) if wanted.names or not asked.paths else []
    return Report((*definitions, *_files(wanted.files)))


def _definitions(names: Sequence[str], asked: Asked) -> list[FileReport]:
    from lessonkit.build import Options, build_all
    from lessonkit.report.of_definition import of_definition
    from lessonkit.source.project import find_project

    project = find_project(asked.project)
    steps = build_all(project, names, Options(standard=asked.standard, school=asked.school))
    return [of_definition(built, project) for built in show.progress(steps, with_problems=False)]


def _files(files: Sequence[Path]) -> Iterator[FileReport]:
    from lessonkit.report.gather import check_files

    for number, file in enumerate(check_files(files), 1):
        show.step(f"Checked {file.path} ({number} of {len(files)})")
        yield file


def _write(report: Report, asked: Asked) -> None:
    """Print the report, or write it to a file and say so."""
    text = _web_page(report, asked.project) if asked.form == "html" else _written(report, asked.form)
    if asked.output is None:
        say(text.removesuffix("\n"))
        return
    try:
        asked.output.write_text(text, "utf-8")
    except OSError as error:
        raise _unwritable(asked.output, error.strerror) from None
    show.step(f"The report is in {asked.output}.")


def _may_be_written(output: Path | None) -> None:
    """Raise for a place that no report can go to, before minutes of work are lost."""
    if output is None:
        return
    if output.is_dir():
        raise _unwritable(output, "it is a folder")
    if not output.parent.is_dir():
        raise _unwritable(output, f"there is no folder {output.parent}")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise _unwritable(output, "you may not write there")


def _unwritable(output: Path, why: str | None) -> LessonkitError:
    return LessonkitError(Problem(None, f"The report cannot be written to {output}: {why}.", "Name another file."))


def _web_page(report: Report, folder: Path | None) -> str:
    """The report as a page in the colours of the theme."""
    from lessonkit.layout.theme import read_theme
    from lessonkit.report.as_html import as_html
    from lessonkit.source.project import find_project

    return as_html(report, read_theme(find_project(folder).layouts / "themes" / THEME).palette)


def _written(report: Report, form: str) -> str:
    """The report in a format, with its line end."""
    if form == "json":
        from lessonkit.report.as_json import as_json

        return as_json(report)
    if form == "sarif":
        from lessonkit.report.sarif import as_sarif

        return as_sarif(report)
    from lessonkit.report import text

    table = show.table_lines(text.HEADS, text.rows(report))
    return "\n".join((*table, *text.lines(report, show.width(text.WIDTH)))) + "\n"
