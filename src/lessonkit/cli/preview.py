"""The commands `preview` and `renew`: pages as pictures, and what a change of design does to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder, open_project

if TYPE_CHECKING:
    from lessonkit.preview.make import Difference
    from lessonkit.source.project import Project

Pictures = Annotated[Path, typer.Option("--pictures", metavar="FOLDER", help="Where the pictures go.")]


def preview(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Documents, types such as `leaflet`, PDF files or folders of them; all."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="PATH", help="An earlier PDF file, or a folder of them: say what differs."),
    ] = None,
    theme: Annotated[str, typer.Option("--theme", metavar="NAME", help="Show them in another theme.")] = "",
    pictures: Pictures = Path("preview"),
    project: Folder = None,
) -> None:
    """Draw the pages of documents as PNG pictures, with a sheet of all pages; build and change nothing else.

    Exit status with --against: 0 everything looks the same, 1 something differs.
    """
    from lessonkit.preview.make import differences, page_pictures, read_files, write

    before = read_files(against) if against else {}
    files = _files(names or [], theme, project)
    if against:
        found = list(differences(before, files))
        _show_differences(found, pictures)
        raise typer.Exit(1 if any(each.pages for each in found) else 0)
    for name, data in files.items():
        made = page_pictures(name, data)
        write(pictures, made)
        sheet, *pages = made
        typer.echo(f"{name}: {len(pages)} {'page' if len(pages) == 1 else 'pages'}, all of them on {pictures / sheet}")


def renew(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Documents, or types such as `leaflet`; all when left out."),
    ] = None,
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the finished files are.")] = Path("output"),
    pictures: Pictures = Path("preview"),
    project: Folder = None,
) -> None:
    """Build again what has changed, after a change of theme or layout, and show each changed page before and after.

    Exit status: 0 fine, 1 something for you to act on.
    """
    from lessonkit.preview.chosen import chosen
    from lessonkit.preview.make import differences

    where = open_project(project)
    documents = [each.name for each in chosen(names or [], where)]
    before = _finished(documents, output)
    status = _build(documents, where, output)
    _show_differences(list(differences(before, _finished(documents, output))), pictures)
    raise typer.Exit(status)


def _build(documents: list[str], project: Project, output: Path) -> int:
    from lessonkit.build import Options, build_all

    built = show.progress(build_all(project, documents, Options(output)))
    show.table(built)
    return 0 if all(document.ok for document in built) else 1


def _finished(documents: Iterable[str], output: Path) -> dict[str, bytes]:
    """The PDF files of documents in the folder of finished files."""
    wanted = (output / f"{name}{edition}.pdf" for name in documents for edition in ("", "-print"))
    return {path.name: path.read_bytes() for path in wanted if path.is_file()}


def _files(names: list[str], theme: str, project: Path | None) -> Mapping[str, bytes]:
    """The PDF files that are meant: those that there are, and documents as they would be built now."""
    from lessonkit.build import Options, Workshop
    from lessonkit.preview.chosen import chosen
    from lessonkit.preview.make import drawn, read_files

    paths = [Path(name) for name in names if Path(name).suffix.lower() == ".pdf" or Path(name).is_dir()]
    found = {name: data for path in paths for name, data in read_files(path).items()}
    wanted = [name for name in names if Path(name) not in paths]
    if wanted or not names:
        where = open_project(project)
        found |= drawn(chosen(wanted, where), Workshop.open(where, Options(formats=("pdf",))), theme)
    return found


def _show_differences(found: list[Difference], pictures: Path) -> None:
    """Say what differs, file by file, and write a sheet for each that does."""
    from lessonkit.preview.make import sheet_of, write

    typer.echo("")
    for each in found:
        typer.echo(f"{each.name}: {each.said}")
    changed = [each for each in found if each.pages]
    sheets = {f"{each.name.removesuffix('.pdf')}-changes.png": sheet_of(each) for each in changed}
    if sheets:
        write(pictures, sheets)
        typer.echo(f"\nBefore and after, side by side: {', '.join(str(pictures / name) for name in sheets)}")
