"""The commands that take a person's edits of a Word file back: `compare` and `adopt`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lessonkit.cli.arguments import Folder, open_project

WordFile = Annotated[Path, typer.Argument(metavar="FILE.docx", help="The edited Word file.")]
Named = Annotated[
    str,
    typer.Option("--document", metavar="NAME", help="Which document it was, if the file no longer knows that itself."),
]


def compare(file: WordFile, document: Named = "", project: Folder = None) -> None:
    """List what a person changed in a Word file, block by block, with the lines in your YAML; change nothing."""
    from lessonkit.cli import edits
    from lessonkit.edits import compare as compared
    from lessonkit.edits.base import Workbench, base_of
    from lessonkit.edits.word import read_edited

    edited = read_edited(file)
    base = base_of(edited, file, Workbench.open(open_project(project)), document)
    edits.comparison(compared(edited, base), file.as_posix())
