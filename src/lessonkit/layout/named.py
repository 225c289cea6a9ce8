"""What a designer's file gives a name: a style, a colour, a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn, TypeVar

from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean

Value = TypeVar("Value")


class Named(dict[str, Value]):
    """What a settings file gives a name; asking for another name is the author's problem, not a fault."""

    def __init__(self, values: Mapping[str, Value], kind: str, file: str) -> None:
        super().__init__(values)
        self._kind, self._file = kind, file

    def __missing__(self, name: str) -> NoReturn:
        what = f"There is no {self._kind} `{name}` in this file, but something uses it."
        raise LessonkitError(Problem(Place(self._file), what, did_you_mean(name, self, "Add it.")))
