"""The command `lessonkit`: what can be typed, with examples, and what the exit status says."""

from pathlib import Path
from typing import Annotated

import typer

from lessonkit import __version__
from lessonkit.cli import (
    begin,
    boundary,
    offers,
    packs,
    preview,
    printing,
    reports,
    roundtrip,
    school,
    show,
    tailored,
    themes,
    upkeep,
    watch,
)
from lessonkit.cli.arguments import Folder, SchoolFile, Standard, chosen_standard, open_project

app = typer.Typer(
    name="lessonkit",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Builds lessons, leaflets and guides as accessible PDF, Word and HTML, and checks each of them.",
    epilog="Exit status: 0 fine, 1 something for you to act on, 2 a mistyped command, 3 a fault in lessonkit.",
)

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME", help="Which documents, by the names that `lessonkit list` shows; all when left out."
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lessonkit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in lessonkit a fault lies.")] = False,
) -> None:
    """Options that stand before the command."""
    boundary.debug = debug


@app.command(
    "list",
    epilog="Example: lessonkit list",
)
def list_documents(project: Folder = None) -> None:
    """Show the documents that can be built."""
    from lessonkit.source.listing import list_definitions

    show.listing(list_definitions(open_project(project)))


@app.command(
    epilog="Examples: lessonkit build; lessonkit build maya-film --format docx; lessonkit build --final; "
    "lessonkit build maya-film --audience send --need moderate --adapt dyslexia-friendly,symbols --minutes 45"
)
def build(
    names: Names = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="pdf|docx|html", help="Only this format; may be given more than once."),
    ] = None,
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the finished files go.")] = Path("output"),
    final: Annotated[
        bool, typer.Option("--final", help="Refuse blanks, sample values and anything nobody has confirmed.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write files that fail a quality check too, marked as drafts.")
    ] = False,
    standard: Standard = "ua-1",
    word_template: Annotated[
        Path | None,
        typer.Option(
            "--word-template",
            metavar="FILE",
            help="Your school's own Word template (.dotx, .docx): Word files take its styles, fonts, colours and logo.",
        ),
    ] = None,
    audience: tailored.Audience = "",
    need: tailored.Need = "",
    adapt: tailored.Adapt = None,
    minutes: tailored.Minutes = 0,
    level: tailored.Level = "",
    language: tailored.Language = "",
    settings: tailored.Set = None,
    class_file: tailored.ClassFile = None,
    school: SchoolFile = None,
    force: Annotated[bool, typer.Option("--force", help="Build what has not changed, too.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Say why each document was built, or not.")] = False,
    timings: Annotated[bool, typer.Option("--timings", help="Print how long each step took.")] = False,
    project: Folder = None,
) -> None:
    """Build documents, check them, and write those that pass.

    What has not changed since its last build into the same folder is left alone. Without --final the documents are
    templates: school details are blanks to fill in. A Word file that somebody has edited is never overwritten; the new
    one is written beside it.
    """
    from lessonkit.build import Options
    from lessonkit.cli.building import build

    if final and draft:
        raise typer.BadParameter("A final document cannot be a draft: use one of the two.", param_hint="--draft")
    tailoring = tailored.chosen(audience, need, adapt, minutes, level, language, settings, class_file)
    wanted, conforming = tuple(_formats(formats)), chosen_standard(standard)
    options = Options(output, wanted, final, draft, conforming, word_template, tailoring, school=school, force=force)
    raise typer.Exit(build(names or [], options, project, timings, why))


app.command(epilog="Examples: lessonkit check; lessonkit check leaflet.pdf; lessonkit check output --format json")(
    reports.check
)
app.command(epilog="Examples: lessonkit explain; lessonkit explain figure-has-alt; lessonkit explain 1.4.3")(
    reports.explain
)
app.command(epilog="Examples: lessonkit transcript leaflet.pdf; lessonkit transcript leaflet.pdf leaflet.docx")(
    reports.transcript
)


app.command(
    epilog="Example: lessonkit pack maya-film --audience send --need moderate --adapt dyslexia-friendly --minutes 45"
)(packs.pack)
app.command(
    "print",
    epilog="Examples: lessonkit print talk-leaflet; lessonkit print send-carer-guide --scheme booklet --paper A4; "
    "lessonkit print output/maya-film-pack --copies 12 --grey",
)(printing.print_files)
app.command(epilog="Example: lessonkit levels maya-worksheet --audience send")(packs.levels)
app.command(epilog="Examples: lessonkit show maya-film; lessonkit show maya-film --values")(offers.show)
app.command(epilog="Example: lessonkit diff maya-film:send-low@30 maya-film:send-complex+large-print@45")(offers.diff)
app.command(epilog="Example: lessonkit compare output/talk-leaflet.docx")(roundtrip.compare)
app.command(epilog="Examples: lessonkit adopt output/talk-leaflet.docx; lessonkit adopt mine.docx --write")(
    roundtrip.adopt
)


app.command(
    epilog="Examples: lessonkit school; lessonkit school --set name='Oak School' --set dsl.phone='01353 662001'"
)(school.school)
app.command(epilog="Examples: lessonkit review; lessonkit review --as-of 2027-09-01")(upkeep.review)

app.command(epilog="Examples: lessonkit new leaflet autumn-leaflet; lessonkit new theme oak --from calm")(begin.new)
app.command(epilog="Examples: lessonkit theme calm; lessonkit theme oak")(themes.theme)
app.command(
    epilog="Examples: lessonkit preview talk-leaflet; lessonkit preview leaflet --theme oak; "
    "lessonkit preview talk-leaflet --against output"
)(preview.preview)
app.command(epilog="Examples: lessonkit renew leaflet; lessonkit renew")(preview.renew)
app.command(epilog="Examples: lessonkit watch talk-leaflet; lessonkit watch maya-worksheet --audience send")(
    watch.watch
)


def _formats(wanted: list[str] | None) -> list[str]:
    """The formats asked for; commas are understood too. An unknown one is a mistyped command."""
    from lessonkit.cli.quick import formats_of
    from lessonkit.render import FORMATS

    chosen = formats_of(wanted or list(FORMATS))
    for name in chosen:
        if name not in FORMATS:
            raise typer.BadParameter(f"'{name}' is not one of {', '.join(FORMATS)}.", param_hint="--format")
    return chosen
