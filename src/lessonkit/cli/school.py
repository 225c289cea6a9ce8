"""The command `lessonkit school`: asks for the details of the school and writes them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lessonkit.cli import show
from lessonkit.cli.arguments import Folder, SchoolFile, open_own_project, open_project
from lessonkit.problems import LessonkitError, Problem

if TYPE_CHECKING:
    from lessonkit.edits.schoolfile import SchoolFile as Opened
    from lessonkit.tailor.questions import Question

CLEAR = "-"
"""The answer that empties a detail."""

UNSAID = "…"
"""What stands for the words of a logo until they are asked for."""

HELLO = """\
The details of your school, for {name}.
Enter keeps what stands in square brackets, or leaves a blank; {clear} empties it. Ctrl-C ends without writing anything.
"""

Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Set one detail without being asked, such as dsl.phone='01353 662001' or deputies.1.name=…; "
        "may be given more than once. Nothing after the = empties it.",
    ),
]


def school(settings: Settings = None, file: SchoolFile = None, project: Folder = None) -> None:
    """Ask for the details of your school, check each answer, and write them into school.yaml.

    Comments and the order of the file stay as they are. Everything may be left blank: documents then show a blank.
    """
    from lessonkit.edits.schoolfile import SchoolFile as Opened

    # A file that is named may lie anywhere; without one it is that of the project.
    opened = Opened.open(open_project(project) if file else open_own_project(project), file)
    try:
        if settings:
            _set(opened, settings)
        else:
            _ask_all(opened)
        _warn_of_samples(opened)
        _finish(opened, asks=not settings)
    except typer.Abort:  # Ctrl-C at a question, or no more answers
        raise KeyboardInterrupt from None


def _set(opened: Opened, settings: Sequence[str]) -> None:
    """Take over what was given on the command line, all of it or nothing."""
    from lessonkit.edits.schoolfile import path_of

    values = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise typer.BadParameter(f"'{setting}' has no =. Write KEY=VALUE.", param_hint="--set")
        values[path_of(key.strip())] = value.strip()
    opened.text, wrong = opened.changed(values)
    if wrong:
        raise LessonkitError(*(Problem(None, problem.what, problem.todo) for problem in wrong))


def has_terminal() -> bool:
    """True if somebody can answer."""
    return sys.stdin.isatty()


def _ask_all(opened: Opened) -> None:
    from lessonkit.tailor.questions import QUESTIONS

    if not has_terminal():
        todo = "Run it in a terminal, or set single details: lessonkit school --set name='Oak School'."
        raise LessonkitError(Problem(None, "There is no terminal here in which questions could be asked.", todo))
    typer.echo(HELLO.format(name=opened.name, clear=CLEAR))
    show.problems(opened.problems)
    for question in QUESTIONS:
        if question.is_list:
            _ask_entries(opened, question)
        elif not question.only_with or opened.value(_steps(question.only_with)):
            _ask(opened, question)


def _ask(opened: Opened, question: Question) -> None:
    """Ask for one detail until its answer is in order."""
    path = _steps(question.key)
    typer.echo(question.why)
    while True:
        held = opened.value(path)
        current = "" if held == UNSAID else held
        answer = _answer(question.title, current)
        if answer == held:
            break
        values = {path: answer}
        if question.key == "logo.file":
            # Its words are asked for next; without a picture they go too.
            values |= {("logo", "alt"): (opened.value(("logo", "alt")) or UNSAID) if answer else ""}
        text, wrong = opened.changed(values)
        if not wrong:
            opened.text = text
            break
        _refuse(wrong)
    typer.echo()


def _ask_entries(opened: Opened, question: Question) -> None:
    """Ask for one entry of a list after the other, until one is left blank."""
    from lessonkit.tailor.questions import entry, shown

    typer.echo(f"{question.why} Enter at a blank one goes on.")
    index = 0
    while True:
        current = shown(question.key, opened.entry(question.key, index))
        answer = _answer(f"{question.title} {index + 1}", current)
        if not answer and current:
            opened.remove(question.key, index)
            continue
        if not answer:
            break
        item = entry(question.key, answer)
        if item is None:
            typer.echo("  That is not understood. Write it as the example above.")
            continue
        if answer == current or _took(opened, question.key, index, item):
            index += 1
    typer.echo()


def _took(opened: Opened, key: str, index: int, item: dict[str, str]) -> bool:
    """Take over an entry, if it is in order."""
    missing = {name: "" for name in opened.entry(key, index) if opened.value((key, index, name))}
    text, wrong = opened.changed({(key, index, name): value for name, value in (missing | item).items()})
    if wrong:
        _refuse(wrong)
        return False
    opened.text = text
    return True


def _answer(title: str, current: str) -> str:
    shown = f" [{current}]" if current else ""
    written = str(typer.prompt(f"  {title}{shown}", default=current, show_default=False)).strip()
    return "" if written == CLEAR else written


def _refuse(wrong: Sequence[Problem]) -> None:
    for problem in wrong:
        typer.echo(f"  {problem.what} {problem.todo}")


def _steps(key: str) -> tuple[str | int, ...]:
    return tuple(key.split("."))


def _warn_of_samples(opened: Opened) -> None:
    """Say which new values look like ones of an example: they may be written, but not printed in a final document."""
    from lessonkit.edits.schoolfile import looks_like_a_sample

    for key, _, value in opened.changes():
        if looks_like_a_sample(value):
            typer.echo(f"`{key}` is `{value}`, which looks like a sample: a final build will refuse it.", err=True)


def _finish(opened: Opened, asks: bool) -> None:
    """Show what has changed, and write it if that is wanted."""
    changes = opened.changes()
    if not changes:
        typer.echo(f"Nothing has changed in {opened.name}.")
        return
    for key, before, after in changes:
        typer.echo(f"  {key}: {after or 'blank'} (was {before or 'blank'})")
    if asks and not typer.confirm(f"Write this into {opened.name}?", default=True):
        typer.echo("Nothing was written.")
        return
    opened.write()
    typer.echo(f"Written into {opened.name}. Documents have it when they are built again.")
