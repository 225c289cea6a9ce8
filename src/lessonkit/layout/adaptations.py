"""Adaptations: how a document is presented to readers who need it another way, one YAML file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from lessonkit.dataclass import dataclass
from lessonkit.layout.settings import read_settings
from lessonkit.layout.styles import Points
from lessonkit.problems import LessonkitError, Problem, did_you_mean, raise_if_any
from lessonkit.source.model import Model
from lessonkit.source.texts import Id, Words

Share = Annotated[float, Field(ge=0, le=2)]
"""Of the size of the type."""


class AdaptationFile(Model):
    """A file in `layouts/adaptations`."""

    format: int
    name: Id
    title: Words
    summary: Words
    """What it changes, in one sentence."""
    source: Words
    """The published values that it follows."""
    theme: Id | None = None
    """The theme it asks for; None for that of the document."""
    palette: dict[str, Words] = Field(default_factory=dict)
    """Roles and their colours, over those of the theme."""
    least_size: Points = 0
    """No type is smaller, in points; larger type grows with it."""
    least_leading: Share = 0
    """Of text to read, as a multiple of the size."""
    letter_spacing: Share = 0
    word_spacing: Share = 0
    paragraph_space: Share = 0
    """At least this much space after a paragraph, as a multiple of the size."""
    line_length: Annotated[int, Field(ge=0, le=200)] = 0
    """Characters of a line of text, at most; 0 for any."""
    reflow: bool = False
    """Panels and cards become pages that run on."""
    easy: bool = False
    """Takes the words for Easy Read."""
    symbols: bool = False
    """Puts symbols beside key words."""
    linear: bool = False
    """One thing after another: no tables, columns or decoration."""
    excludes: dict[str, Words] = Field(default_factory=dict)
    """Other adaptations that contradict this one, with the reason."""


@dataclass(frozen=True, slots=True)
class Adaptations:
    """The adaptations that one document gets, together."""

    files: tuple[AdaptationFile, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files)

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called, in the order of the alphabet."""
        return tuple(str(file.name) for file in self.files)

    def most(self, key: str) -> float:
        """The largest value that any of them asks for."""
        return max((float(getattr(file, key)) for file in self.files), default=0.0)

    def any(self, key: str) -> bool:
        """True if one of them asks for this."""
        return any(getattr(file, key) for file in self.files)

    @property
    def line_length(self) -> int:
        """The shortest line that any of them asks for; 0 for any."""
        return min((file.line_length for file in self.files if file.line_length), default=0)

    @property
    def theme(self) -> str:
        """The theme they ask for; empty for that of the document."""
        return next((str(file.theme) for file in self.files if file.theme), "")

    @property
    def palette(self) -> dict[str, str]:
        """The colours they ask for."""
        return {role: str(colour) for file in self.files for role, colour in file.palette.items()}


NONE = Adaptations()


def known_adaptations(layouts: Path) -> list[str]:
    """What adaptations are called."""
    return sorted(path.stem for path in (layouts / "adaptations").glob("*.yaml"))


def all_adaptations(layouts: Path) -> list[AdaptationFile]:
    """Every adaptation there is."""
    return [_read(layouts, name) for name in known_adaptations(layouts)]


def read_adaptations(layouts: Path, names: Iterable[str]) -> Adaptations:
    """The adaptations with these names. Raises LessonkitError for unknown names and for those that contradict."""
    wanted = sorted(set(names))
    known = known_adaptations(layouts)
    raise_if_any(_unknown(name, known) for name in wanted if name not in known)
    files = tuple(_read(layouts, name) for name in wanted)
    raise_if_any(_contradictions(files))
    return Adaptations(files)


def _read(layouts: Path, name: str) -> AdaptationFile:
    path = layouts / "adaptations" / f"{name}.yaml"
    file = read_settings(path, AdaptationFile)
    if file.name != name:
        todo = f"Write `name: {name}`, or rename the file."
        raise LessonkitError(Problem(file.place_of("name"), f"The name is `{file.name}`.", todo))
    return file


def _unknown(name: str, known: list[str]) -> Problem:
    return Problem(
        None, f"There is no adaptation `{name}`.", did_you_mean(name, known, f"There is: {', '.join(known)}.")
    )


def _contradictions(files: tuple[AdaptationFile, ...]) -> Iterator[Problem]:
    """Pairs that cannot be had together, with the reason."""
    for file in files:
        for other, reason in file.excludes.items():
            if any(other == each.name for each in files):
                what = f"`{file.name}` and `{other}` cannot be had together: {reason}"
                yield Problem(None, what, "Choose one of the two.")
