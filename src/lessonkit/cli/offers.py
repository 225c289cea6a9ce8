"""The commands that say what can be had: `show` and `diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show as printed
from lessonkit.cli.arguments import Folder, open_project

if TYPE_CHECKING:
    from lessonkit.build import Workshop
    from lessonkit.overview import Adapted, Overview


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name that `lessonkit list` shows.")],
    values: Annotated[bool, typer.Option("--values", help="List every value that --set can replace.")] = False,
    project: Folder = None,
) -> None:
    """Show what a document can be tailored for: audiences, needs, minutes, adaptations, with their pages."""
    workshop = _workshop(project)
    if values:
        _values(name, workshop)
        return
    from lessonkit.overview import overview

    for each in overview(name, workshop):
        if isinstance(each, str):
            printed.step(each)
        else:
            _overview(name, each)


def diff(
    one: Annotated[
        str,
        typer.Argument(metavar="A", help="NAME[:AUDIENCE[-NEED]][+ADAPTATION…][@MINUTES][/LEVEL][,NATION][,LANGUAGE]"),
    ],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one, written in the same way.")],
    project: Folder = None,
) -> None:
    """Say how two tailorings differ: pages, type, and word for word.

    Exit status: 0 they are the same, 1 they differ.
    """
    from lessonkit.differences import differences, version

    workshop = _workshop(project)
    lines = list(differences(version(one, workshop), version(other, workshop)))
    typer.echo("\n".join(lines) if lines else "Both are the same.")
    raise typer.Exit(1 if lines else 0)


def _workshop(project: Path | None) -> Workshop:
    from lessonkit.build import Options, Workshop

    return Workshop.open(open_project(project), Options())


def _values(name: str, workshop: Workshop) -> None:
    """Every path with how its value begins."""
    from lessonkit.overview import documents_of, values
    from lessonkit.source.load import load
    from lessonkit.source.read import plain

    document, *_ = documents_of(name, workshop)
    source, _ = plain(load(document.path, workshop.project.relative(document.path), []))
    for path, value in values(source):
        typer.echo(f"{path} = {value}")


def _overview(name: str, found: Overview) -> None:
    """What a definition offers, and its adaptations in a table."""
    typer.echo(f"{found.title} ({found.type})\n")
    rows = {
        "Read by": found.readers,
        "For pupils": ", ".join(found.audiences),
        "Levels of need": ", ".join(found.needs) and f"{', '.join(found.needs)} (with --audience send)",
        "Levels of help": ", ".join(found.levels) and f"core, {', '.join(each for each in found.levels)}",
        "Minutes": _minutes(found.minutes),
        "Languages": ", ".join(found.languages),
        "Documents": ", ".join(found.documents),
        "Pack": ", ".join(found.pack),
    }
    for label, value in rows.items():
        if value:
            typer.echo(f"{label}: {value}")
    typer.echo()
    heads = ("Adaptation", *(f"Pages of {each}" for each in found.documents), "What it changes")
    for line in printed.table_lines(heads, [_row(each, len(found.documents)) for each in found.adaptations]):
        typer.echo(line)
    typer.echo(f"\nValues for --set: run `lessonkit show {name} --values`.")


def _minutes(plans: tuple[int, ...]) -> str:
    if not plans:
        return ""
    listed = ", ".join(map(str, plans))
    return listed if len(plans) == 1 else f"{listed}, or any number from {min(plans)} to {max(plans)}"


def _row(adapted: Adapted, documents: int) -> tuple[str, ...]:
    pages = [str(count or "cannot be made") for count in adapted.pages] or ["-"] * documents
    return (adapted.name or "none", *pages, f"not offered: {adapted.refused}" if adapted.refused else adapted.summary)
