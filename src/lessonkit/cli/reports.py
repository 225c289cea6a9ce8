"""The commands that report: `check`, `explain` and `transcript`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lessonkit.cli import checking, show
from lessonkit.cli.arguments import Folder, SchoolFile, Standard, chosen_standard
from lessonkit.cli.checking import FORMATS, Asked

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
    asked = Asked(tuple(paths or ()), form, output, baseline, chosen_standard(standard), school, project)
    raise typer.Exit(checking.check(asked))


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="A rule's id, a part of it, or a clause; all rules when left out."),
    ] = None,
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
