"""The command that lists what should be confirmed before a print run: `review`."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Annotated

import typer

from lessonkit.cli.arguments import Folder, open_project

HEADS = {
    "contacts": "Contacts to try: call the number, open the address, then note who did and when",
    "figures": "Figures to look up at their source, then note who did and when",
    "terms": "Meanings to confirm with somebody who knows",
    "documents": "Documents to sign off",
}


def review(
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Look at it as on this day; today when left out.")
    ] = "",
    project: Folder = None,
) -> None:
    """List what somebody should confirm before a print run: contacts, figures, meanings, sign-offs.

    It advises and never fails: nothing stops working because of its age.
    """
    from lessonkit.upkeep import due

    day = _day(as_of)
    found = due(open_project(project), day)
    typer.echo(f"As of {day.day} {day:%B %Y}, {len(found)} to confirm.")
    for kind, each in groupby(found, key=lambda one: one.kind):
        listed = list(each)
        typer.echo(f"\n{HEADS[kind]} ({len(listed)}):")
        for one in listed:
            typer.echo(f"  [ ] {one.place}: {one.name}. {one.why}")
    if not found:
        typer.echo("Nothing is due. A person still reads each document before it is printed.")


def _day(written: str) -> date:
    """The day asked for; one that is none is a mistyped command."""
    if not written:
        return date.today()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"'{written}' is no day; write 2026-11-28.", param_hint="--as-of") from None
