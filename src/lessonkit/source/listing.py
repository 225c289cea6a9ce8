"""What can be built: the definitions of a project in a few words each, without building anything."""

from __future__ import annotations

from pathlib import Path

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError
from lessonkit.source.library import Library, read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition


@dataclass(frozen=True, slots=True)
class Listed:
    """A definition that can be built."""

    name: str
    type: str
    audience: str
    title: str


def list_definitions(project: Project) -> list[Listed]:
    """What can be built, in natural order; a definition with errors is listed by its name alone.

    Raises LessonkitError with the errors of the records: with those, nothing can be built.
    """
    library = read_library(project)
    return [_listed(path, project, library) for path in project.definitions().values()]


def _listed(path: Path, project: Project, library: Library) -> Listed:
    try:
        definition = read_definition(path, project, library)
    except LessonkitError:
        return Listed(path.stem, "?", "?", f"has errors; run `lessonkit check {path.stem}`")
    return Listed(path.stem, definition.type, definition.audience, str(definition.title))
