"""The command `watch`: a document in the browser, new at each save."""

from __future__ import annotations

from typing import Annotated

import typer

from lessonkit.cli import show, tailored
from lessonkit.cli.arguments import Folder, SchoolFile, open_project


def watch(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A document, by a name that `lessonkit list` shows.")],
    audience: tailored.Audience = "",
    need: tailored.Need = "",
    adapt: tailored.Adapt = None,
    minutes: tailored.Minutes = 0,
    level: tailored.Level = "",
    language: tailored.Language = "",
    school: SchoolFile = None,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Where the browser asks; the next one if it is in use.")
    ] = 8765,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it, or only say the address.")] = True,
    project: Folder = None,
) -> None:
    """Show a document in your browser while you work on it: its pages and its web page, new at each save.

    What the checks find stands beside the pages, with the lines of your files. Where a file cannot be read, the last
    pictures stay. Nothing is written, and only this computer can see it. Stop with Ctrl-C.
    """
    from lessonkit.build import Options
    from lessonkit.preview.chosen import chosen
    from lessonkit.watch import Studio, serve

    where = open_project(project)
    document, *_ = chosen([name], where)
    tailoring = tailored.chosen(audience, need, adapt, minutes, level, language, None)
    studio = Studio(document.name, where, Options(tailoring=tailoring, school=school))
    try:
        with serve(studio.board, port) as address:
            show.step(f"{document.name} is shown at {address} until you stop with Ctrl-C.")
            if browser:
                _open(address)
            studio.run(lambda: False)
    except KeyboardInterrupt:
        show.step("\nStopped.")


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
