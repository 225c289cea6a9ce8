"""The command `theme`: how well the colours of a theme can be read."""

from __future__ import annotations

from typing import Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder, open_project

SHOWN = 4
"""How many names of styles a line of the table has."""


def theme(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of a file in layouts/themes.")] = "calm",
    project: Folder = None,
) -> None:
    """Say how well each pair of colours that your documents use can be read: words and the ground below them.

    Exit status: 0 every pair can be read well enough, 1 one cannot; then the nearest colour that passes is named.
    """
    from lessonkit.build import Options, Workshop
    from lessonkit.contrasts import Meeting, advice, contrasts

    def row(meeting: Meeting) -> tuple[str, ...]:
        pair, styles = meeting.first, list(meeting.styles)
        more = f" and {len(styles) - SHOWN} more" if len(styles) > SHOWN else ""
        verdict = f"{pair.ratio:.2f}" if meeting.passes else f"{pair.ratio:.2f} FAILS"
        size = "large" if pair.large else "any"
        named = ", ".join(styles[:SHOWN]) + more
        return (
            meeting.colour,
            meeting.background,
            verdict,
            f"{pair.least:g} ({size})",
            named,
            str(len(meeting.documents)),
        )

    found = contrasts(name, Workshop.open(open_project(project), Options()))
    heads = ("Words", "Ground", "Contrast", "Needs (size)", "Styles", "Documents")
    typer.echo("\n".join(show.table_lines(heads, [row(meeting) for meeting in found.meetings])))
    failing = [meeting for meeting in found.meetings if not meeting.passes]
    for left in found.left_out:
        show.step(f"Left out, because it cannot be composed: {left}. `lessonkit check {left}` says why.")
    show.problems(advice(name, meeting) for meeting in failing)
    said = f"{len(failing)} cannot be read well enough" if failing else "all can be read well enough"
    typer.echo(f"\n{len(found.meetings)} pairs of colours are in use; {said}.")
    raise typer.Exit(1 if failing else 0)
