"""Which documents somebody means: by their names, or all of a type, such as `leaflet`."""

from __future__ import annotations

from collections.abc import Sequence

from lessonkit.problems import Problem, did_you_mean, raise_if_any
from lessonkit.source.editions import Named, documents, type_of
from lessonkit.source.project import Project
from lessonkit.source.read import TYPES


def chosen(names: Sequence[str], project: Project) -> list[Named]:
    """The documents with these names, and those of these types; all if there are no names.

    Raises LessonkitError for a name that nothing has.
    """
    known = documents(project)
    wanted = {each.name: each for name in names for each in _meant(name, known)}
    raise_if_any(_unknown(name, known) for name in names if not _meant(name, known))
    return [each for each in known.values() if not names or each.name in wanted]


def _meant(name: str, known: dict[str, Named]) -> list[Named]:
    of_name = [each for each in known.values() if name in (each.name, each.definition)]
    kind = next((kind for kind in TYPES if name in (kind, f"{kind}s")), "")
    return of_name or [each for each in known.values() if kind and type_of(each.path) == kind]


def _unknown(name: str, known: dict[str, Named]) -> Problem:
    todo = did_you_mean(name, (*known, *TYPES), f"There is: {', '.join((*known, *TYPES))}.")
    return Problem(None, f"There is no document and no type `{name}`.", todo)
