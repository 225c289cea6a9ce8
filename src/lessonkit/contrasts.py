"""How well the colours of a theme can be read on each other: every pair that the documents of a project use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from lessonkit.appearance import Theme
from lessonkit.build import Workshop, composed_of
from lessonkit.check.colours import Pair, pairs
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem, did_you_mean
from lessonkit.source.editions import documents
from lessonkit.source.project import Project


@dataclass(slots=True)
class Meeting:
    """Two colours that meet, and where."""

    first: Pair
    """Where that is hardest to read."""
    colour: str
    """What the theme calls the colour of the words: `muted (#4b5563)`."""
    background: str
    styles: dict[str, None] = field(default_factory=dict)
    """In the order in which they come up."""
    grounds: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)

    @property
    def passes(self) -> bool:
        """Whether it can be read well enough."""
        return self.first.ratio >= self.first.least


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What was found in a theme."""

    meetings: tuple[Meeting, ...]
    """The hardest to read first."""
    left_out: tuple[str, ...]
    """Documents that cannot be composed just now."""


def contrasts(name: str, workshop: Workshop) -> Contrasts:
    """The pairs of colours that the documents of the project would use in a theme.

    Raises LessonkitError for a theme that is not there or cannot be read.
    """
    from lessonkit.layout.theme import read_theme

    read_theme(_file(name, workshop.project))
    found: dict[tuple[str, str, bool], Meeting] = {}
    left_out = []
    for document in documents(workshop.project).values():
        try:
            composed = composed_of(document, workshop, name)
        except LessonkitError:
            left_out.append(document.name)
            continue
        for pair in pairs(composed.document, composed.theme):
            _add(found, pair, composed.theme, document.name)
    ordered = sorted(found.values(), key=lambda each: each.first.ratio / each.first.least)
    return Contrasts(tuple(ordered), tuple(left_out))


def advice(name: str, meeting: Meeting) -> Problem:
    """What is wrong with a pair that cannot be read well enough, and what to do."""
    pair = meeting.first
    styles, grounds = ", ".join(meeting.styles), ", ".join(meeting.grounds)
    what = f"{meeting.colour} on {meeting.background} has {pair.ratio:.2f} to 1; it needs {pair.least:g}. "
    return Problem(None, f"Theme {name}: {what}It is the colour of {styles} on {grounds}.", pair.way_out)


def _file(name: str, project: Project) -> Path:
    folder = project.layouts / "themes"
    path = folder / f"{name}.yaml"
    if not path.is_file():
        known = sorted(each.stem for each in folder.glob("*.yaml"))
        todo = did_you_mean(name, known, f"There is: {', '.join(known)}.")
        raise LessonkitError(Problem(None, f"There is no theme `{name}`.", todo))
    return path


def _add(found: dict[tuple[str, str, bool], Meeting], pair: Pair, theme: Theme, document: str) -> None:
    key = (pair.colour.lower(), pair.background.lower(), pair.large)
    if key not in found:
        found[key] = Meeting(pair, _called(pair.colour, theme), _called(pair.background, theme))
    found[key].styles.setdefault(pair.style)
    found[key].grounds.setdefault(pair.ground)
    found[key].documents.setdefault(document)


def _called(colour: str, theme: Theme) -> str:
    """A colour with the roles that have it."""
    return f"{'/'.join(_roles(colour, theme))} ({colour})"


def _roles(colour: str, theme: Theme) -> Iterator[str]:
    return (role for role, own in theme.palette.items() if own.lower() == colour.lower())
