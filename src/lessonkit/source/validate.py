"""From loaded values to a model, with every problem of the file in the author's words."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from lessonkit.problems import Place, Problem
from lessonkit.source.load import load
from lessonkit.source.messages import model_problems
from lessonkit.source.model import Model, Reading
from lessonkit.source.values import SourceMap, place_at

AnyModel = TypeVar("AnyModel", bound=Model)

FORMAT = 1
"""The version of this way to write definitions and records."""


def read_model(path: Path, name: str, model: type[AnyModel], reading: Reading) -> AnyModel | None:
    """The model in a file; None if it has problems that leave no model, which are then in the reading.

    Raises LessonkitError if the file cannot be loaded at all.
    """
    return validated(load(path, name, reading.problems), model, reading)


def validated(source: SourceMap, model: type[AnyModel], reading: Reading) -> AnyModel | None:
    """The model of a mapping; None if it has problems that leave no model, which are then in the reading."""
    if problem := _format_problem(source):
        reading.problems.append(problem)
        return None
    try:
        return model.model_validate(source, context=reading)
    except ValidationError as error:
        reading.problems.extend(model_problems(error.errors(include_url=False), source))
        return None


def _format_problem(source: SourceMap) -> Problem | None:
    """What is wrong with the version of the format; without the right one nothing else means anything."""
    written = source.get("format")
    if written == str(FORMAT) or (written is None and "format" not in source):
        return None
    place: Place = place_at(source, ("format",))
    what = f"`format` is {written or 'empty'}, but this version of lessonkit reads format {FORMAT}."
    return Problem(place, what, f"Write `format: {FORMAT}`, or update lessonkit if a newer version wrote this file.")
