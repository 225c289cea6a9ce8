"""The command `new`: files to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean

if TYPE_CHECKING:
    from lessonkit.source.project import Project

DESIGNS = {"layout": "leaflet", "theme": "calm"}
"""What a designer can begin, and what it is based on if nobody says."""


def new(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="lesson, leaflet, guide, letter, sheet, poster, worksheet, handout, cards; or layout, theme.",
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called: small letters, figures, hyphens.")],
    base: Annotated[
        str, typer.Option("--from", metavar="NAME", help="The layout or theme that a new one is based on.")
    ] = "",
    project: Folder = None,
) -> None:
    """Write a commented file to start from, which builds at once. Nothing that is there is ever overwritten."""
    from lessonkit.starters import STARTERS, new_definition, new_layout, new_theme

    if kind not in (*STARTERS, *DESIGNS):
        known = (*STARTERS, *DESIGNS)
        todo = did_you_mean(kind, known, f"There is: {', '.join(known)}.")
        raise LessonkitError(Problem(None, f"Nobody can begin a `{kind}`.", todo))
    if base and kind not in DESIGNS:
        raise typer.BadParameter("Only a layout or a theme is based on another one.", param_hint="--from")
    where = _project(project, begins=kind in STARTERS)
    if kind in STARTERS:
        _say(where, new_definition(kind, name, where), f"Change its words, then: lessonkit build {name}")
        return
    make, todo = (
        (new_layout, f"Write `layout: {name}` into a definition.")
        if kind == "layout"
        else (new_theme, f"Write `theme: {name}` into a definition. Its colours: lessonkit theme {name}")
    )
    had_layouts = (where.root / "layouts").is_dir()
    written = make(name, base or DESIGNS[kind], where)
    if not had_layouts:
        show.step("Your project has layouts of its own now: a copy of those that come with lessonkit.")
    _say(where, written, f"Edit what differs; its notes say how. {todo}")


def _project(folder: Path | None, begins: bool) -> Project:
    """The project of a folder, or of the working folder; where there is none, one begins, but only with a document."""
    from lessonkit.source.project import Project, find_project

    start = folder or Path.cwd()
    try:
        return find_project(start)
    except LessonkitError:
        if begins:
            return Project(start.absolute())
        todo = "Begin one with a document: lessonkit new leaflet my-leaflet."
        raise LessonkitError(Problem(Place(start.as_posix()), "There is no project here yet.", todo)) from None


def _say(project: Project, written: list[Path], todo: str) -> None:
    for path in written:
        show.step(f"Written: {project.relative(path)}")
    typer.echo(todo)
