"""The commands that take a person's edits of a Word file back: `compare` and `adopt`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lessonkit.cli.arguments import Folder, open_own_project, open_project

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


def adopt(
    file: WordFile,
    write: Annotated[bool, typer.Option("--write", help="Write the proposed edit into the YAML.")] = False,
    document: Named = "",
    project: Folder = None,
) -> None:
    """Propose a person's edits of a Word file as an edit of the YAML; nothing is written without --write.

    Only the words that were changed are touched: comments, quotation marks and line ends of the YAML stay. Each edit is
    read back before it is shown. What comes from records, school details or layouts is named, and stays as it is.
    """
    from lessonkit.cli import edits
    from lessonkit.edits import compare as compared
    from lessonkit.edits.base import Workbench, base_of
    from lessonkit.edits.propose import propose, write_proposal
    from lessonkit.edits.word import read_edited

    edited = read_edited(file)
    bench = Workbench.open(open_own_project(project) if write else open_project(project))
    base = base_of(edited, file, bench, document)
    found = compared(edited, base)
    edits.how_sure(found)
    made = propose(found, base, bench)
    edits.proposal(made)
    edits.remarks(found, file.as_posix())
    if write and made.adopted:
        write_proposal(made, bench)
    edits.summary(made, write)
    raise typer.Exit(1 if made.refused or made.conflicts else 0)
