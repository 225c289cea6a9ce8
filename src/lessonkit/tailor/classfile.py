"""`class.yaml`: the choices of one class, to keep and to share; it never says who is in the class."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, NonNegativeInt

from lessonkit.problems import LessonkitError, Problem, raise_if_any
from lessonkit.source.load import load
from lessonkit.source.model import Model, Reading
from lessonkit.source.texts import Audience, Id, Language, Words
from lessonkit.source.validate import validated
from lessonkit.source.values import SourceMap
from lessonkit.tailor.overrides import Override
from lessonkit.tailor.privacy import PEOPLE_KEYS, private
from lessonkit.tailor.tailoring import Tailoring


class ClassFile(Model):
    """`class.yaml`."""

    format: int = 1
    class_: Words | None = None
    """What the class is called: `Oak`, `7B`."""
    copies: NonNegativeInt = 0
    """How many pupils need a copy."""
    audience: Audience | None = None
    need: Literal["low", "moderate", "complex"] | None = None
    adapt: tuple[Id, ...] = ()
    minutes: NonNegativeInt = 0
    level: Literal["support", "core", "stretch"] | None = None
    language: Language | None = None
    set: dict[str, dict[str, Words]] = Field(default_factory=dict)
    """Other values: for each document, paths and what stands there instead."""

    def problems(self) -> Iterator[Problem]:
        """Nothing names a child."""
        if self.class_ is not None and (reason := private(self.class_)):
            yield Problem(self.place_of("class"), f"`{self.class_}` {reason}.", "Write the name of the class only.")
        for document, values in self.set.items():
            for path, value in values.items():
                if reason := private(value):
                    todo = "Write it without saying who. This file is kept and shared."
                    yield Problem(self.place_of("set", document, path), f"`{value}` {reason}.", todo)

    def tailoring(self) -> Tailoring:
        """The choices as they would be typed."""
        overrides = (
            Override(str(path), str(value), value.place, str(document))
            for document, values in self.set.items()
            for path, value in values.items()
        )
        return Tailoring(
            audience=self.audience or "",
            need=self.need or "",
            adapt=tuple(sorted(map(str, self.adapt))),
            minutes=self.minutes,
            level="" if self.level in (None, "core") else str(self.level),
            language=str(self.language or ""),
            overrides=tuple(overrides),
        )


def read_class_file(path: Path) -> ClassFile:
    """The file as a model; raises LessonkitError with everything that is wrong in it."""
    reading = Reading()
    source = load(path, path.name, reading.problems)
    reading.problems.extend(_people(source))
    model = validated(source, ClassFile, reading)
    raise_if_any(reading.problems)
    if model is None:
        raise LessonkitError(Problem(source.place, "This file cannot be read.", "Compare it with the how-to page."))
    return model


def _people(source: SourceMap) -> Iterator[Problem]:
    """Lists of people have no place here; such a key is named as what it is, and left out."""
    for key in [key for key in source if key.lower() in PEOPLE_KEYS]:
        todo = "Delete it: this file is kept and shared, so it must not say who is in the class."
        yield Problem(source.key_places[key], f"`{key}` would name children.", todo)
        del source[key]


def read_class(path: Path) -> Tailoring:
    """The choices in a `class.yaml`; raises LessonkitError with everything that is wrong in it."""
    return read_class_file(path).tailoring()
