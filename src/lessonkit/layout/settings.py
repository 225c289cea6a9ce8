"""A designer's YAML file (theme, layout, strings): read as a model, with errors that point to its lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lessonkit.problems import LessonkitError, Place, Problem, raise_if_any
from lessonkit.source.load import load
from lessonkit.source.model import Model, Reading
from lessonkit.source.validate import validated
from lessonkit.source.values import SourceMap

AnyModel = TypeVar("AnyModel", bound=Model)


def name_of(path: Path) -> str:
    """How a file of the layouts folder is called in messages: `layouts/lesson/layout.yaml`."""
    parts = path.parts
    return "/".join(parts[parts.index("layouts") :]) if "layouts" in parts else path.name


def _load(path: Path, problems: list[Problem]) -> SourceMap:
    return load(path, name_of(path), problems)


def read_settings(
    path: Path, model: type[AnyModel], loaded: Callable[[Path, list[Problem]], SourceMap] = _load
) -> AnyModel:
    """The file as this model; raises LessonkitError with everything that is wrong in it.

    loaded: reads the mapping in the file.
    """
    reading = Reading()
    settings = validated(loaded(path, reading.problems), model, reading)
    raise_if_any(reading.problems)
    if settings is None:
        raise LessonkitError(Problem(Place(name_of(path)), "This file cannot be read.", "Compare it with another one."))
    return settings
