"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.problems import LessonkitError, Place, Problem

if TYPE_CHECKING:
    from lessonkit.source.project import Project

Folder = Annotated[
    Path | None, typer.Option("--project", metavar="FOLDER", help="The folder that holds sources/ and layouts/.")
]
SchoolFile = Annotated[
    Path | None,
    typer.Option("--school", metavar="FILE", help="Another school.yaml than the project's own."),
]
Standard = Annotated[
    str,
    typer.Option(
        metavar="ua-1|ua-2",
        help="What PDF files conform to: PDF/UA-1 and PDF/A-2a, which every reader knows, or PDF/UA-2, PDF/A-4 and "
        "Well-Tagged PDF, which only veraPDF can validate.",
    ),
]


def open_project(folder: Path | None) -> Project:
    """The project in this folder, or the one around the working folder."""
    from lessonkit.source.project import find_project

    return find_project(folder)


def open_own_project(folder: Path | None) -> Project:
    """The same, for what writes into it: never the documents that come with lessonkit, from somewhere else."""
    project = open_project(folder)
    if folder is None and not Path.cwd().is_relative_to(project.root):
        todo = "Go to the folder of your project, or name it: --project FOLDER."
        raise LessonkitError(Problem(Place(Path.cwd().as_posix()), "There is no project here to write into.", todo))
    return project


def chosen_standard(wanted: str) -> str:
    """The standard asked for; an unknown one is a mistyped command."""
    from lessonkit.render import STANDARDS

    if wanted.lower() not in STANDARDS:
        raise typer.BadParameter(f"'{wanted}' is not one of {', '.join(STANDARDS)}.", param_hint="--standard")
    return wanted.lower()
