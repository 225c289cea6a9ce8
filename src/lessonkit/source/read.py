"""Reading a definition: the whole way from a file to a model that is known to be in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from lessonkit.problems import LessonkitError, Problem, did_you_mean, nearest, raise_if_any
from lessonkit.source import editions
from lessonkit.source.cards import Cards
from lessonkit.source.definition import Definition
from lessonkit.source.guide import Guide
from lessonkit.source.handout import Handout
from lessonkit.source.leaflet import Leaflet
from lessonkit.source.lesson import Lesson
from lessonkit.source.letter import Letter
from lessonkit.source.library import Library, read_library
from lessonkit.source.load import load
from lessonkit.source.model import Reading, ids_in
from lessonkit.source.poster import Poster
from lessonkit.source.project import Project
from lessonkit.source.references import unresolved
from lessonkit.source.sheet import Sheet
from lessonkit.source.validate import validated
from lessonkit.source.values import SourceMap, SourceText, items_of, place_at
from lessonkit.source.variants import NAMES, Choice, Resolved, resolve
from lessonkit.source.withheld import withheld
from lessonkit.source.worksheet import Worksheet

TYPES: dict[str, type[Definition]] = {
    "lesson": Lesson,
    "leaflet": Leaflet,
    "guide": Guide,
    "letter": Letter,
    "sheet": Sheet,
    "poster": Poster,
    "worksheet": Worksheet,
    "handout": Handout,
    "cards": Cards,
}
"""What `type:` may say."""

VARIANTS = (*NAMES, *editions.NAMES)
"""What may stand after `for` in a key."""

Tailor: TypeAlias = Callable[[SourceMap], tuple[SourceMap, Resolved]]
"""Makes the definition for one class out of what the file holds: chooses variants, and may change values."""


def plain(source: SourceMap) -> tuple[SourceMap, Resolved]:
    """The definition for the readers it names itself."""
    return resolve(source, Choice(own_names(source)), VARIANTS)


def own_names(source: SourceMap) -> tuple[str, ...]:
    """The variants that apply when nobody asks for any: of its first pupils, then of its readers."""
    pupils = next((item for item in items_of(source.get("audiences")) if isinstance(item, SourceText)), None)
    named = (name for name in (pupils, source.get("audience")) if isinstance(name, SourceText) and name)
    return tuple(dict.fromkeys(map(str, named)))


def read_definition(path: Path, project: Project, library: Library | None = None, tailor: Tailor = plain) -> Definition:
    """The definition in a file. Raises LessonkitError with every problem in it, in the order of its lines.

    library: the records to look ids up in; read from the project if it is not given.
    tailor: what makes of the file the definition for one class.
    """
    library = read_library(project) if library is None else library
    reading = Reading()
    written = load(path, project.relative(path), reading.problems)
    model = _type(written, reading)
    reading.problems.extend(_wrong_name(written, path))
    source, resolved = tailor(written)
    reading.problems.extend(resolved.problems)
    definition = validated(source, model, reading) if model else None
    reading.problems.extend(_missing_files(source, project))
    reading.problems.extend(unresolved(reading.references, library, project, ids_in(source, "chapters")))
    raise_if_any(reading.problems)
    if definition is None:
        raise LessonkitError(Problem(source.place, "This definition cannot be read.", "Compare it with another one."))
    definition.remember(resolved, withheld(written))
    return definition


def _type(source: SourceMap, reading: Reading) -> type[Definition] | None:
    """The model for this mapping; a type that is nearly right is a problem but taken for the one that was meant."""
    written = source.get("type")
    if isinstance(written, SourceText) and written in TYPES:
        return TYPES[written]
    meant = nearest(written, TYPES) if isinstance(written, SourceText) else None
    todo = f"Did you mean `{meant}`?" if meant else f"Write `type:` with one of: {', '.join(TYPES)}."
    what = f"There is no type `{written}`." if isinstance(written, SourceText) else "`type` is missing or empty."
    reading.problems.append(Problem(place_at(source, ("type",)), what, todo))
    if meant:
        source["type"] = SourceText(meant, place_at(source, ("type",)))
    return TYPES.get(meant or "")


def _wrong_name(source: SourceMap, path: Path) -> list[Problem]:
    """A definition has the name of its file, so that an output leads back to its source."""
    written = source.get("name")
    if not isinstance(written, SourceText) or written == path.stem:
        return []
    what = f"`name` is `{written}`, but the file is called `{path.name}`."
    return [Problem(place_at(source, ("name",)), what, f"Write `name: {path.stem}`, or rename the file.")]


def _missing_files(source: SourceMap, project: Project) -> list[Problem]:
    """The layout and the theme that a definition names are there."""
    problems = []
    layouts = sorted(path.parent.name for path in project.layouts.glob("*/layout.yaml"))
    themes = sorted(path.stem for path in project.layouts.glob("themes/*.yaml"))
    for key, known in (("layout", layouts), ("theme", themes)):
        written = source.get(key)
        if isinstance(written, SourceText) and written not in known:
            there = f"There is: {', '.join(known)}." if known else "The layouts folder holds none: restore it."
            todo = did_you_mean(written, known, there)
            problems.append(Problem(place_at(source, (key,)), f"There is no {key} `{written}`.", todo))
    return problems
