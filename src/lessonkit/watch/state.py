"""What the browser shows: pictures, findings, and what is wrong; each version is whole and never changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cached_property
from threading import Condition
from typing import TYPE_CHECKING, Any

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.preview.pages import png
from lessonkit.problems import Problem

if TYPE_CHECKING:
    from PIL.Image import Image


class Picture:
    """One page, made into a PNG file when a browser asks for it."""

    def __init__(self, label: str, image: Image) -> None:
        self.label, self.image = label, image
        self.key = hashlib.sha256(image.tobytes()).hexdigest()[:24]

    @cached_property
    def png(self) -> bytes:
        """The file."""
        return png(self.image)


@dataclass(frozen=True, slots=True)
class State:
    """One version of what is shown."""

    version: int = 0
    name: str = ""
    title: str = ""
    pictures: tuple[Picture, ...] = ()
    sheets: tuple[Picture, ...] = ()
    """As they are printed, where that is another way."""
    web: bytes = b""
    """The HTML edition."""
    errors: tuple[Problem, ...] = ()
    """What keeps the document from being drawn; the pictures are the last ones then."""
    findings: tuple[Finding, ...] | None = None
    """None while they are looked for."""
    notes: tuple[str, ...] = ()
    """What was done so that everything fits."""
    milliseconds: int = 0
    """From the save, as it was noticed, to the pictures."""

    def told(self) -> dict[str, Any]:
        """The same for the page in the browser."""
        return {
            "version": self.version,
            "name": self.name,
            "title": self.title,
            "pages": _addresses(self.pictures),
            "sheets": _addresses(self.sheets),
            "web": f"/web/{self.version}.html" if self.web else "",
            "errors": [_problem(each) for each in self.errors],
            "findings": None if self.findings is None else [_finding(each) for each in self.findings],
            "notes": list(self.notes),
            "milliseconds": self.milliseconds,
        }


def _addresses(pictures: Sequence[Picture]) -> list[dict[str, Any]]:
    return [
        {"src": f"/picture/{each.key}.png", "label": each.label, "width": each.image.width, "height": each.image.height}
        for each in pictures
    ]


def _problem(problem: Problem) -> dict[str, str]:
    return {"place": str(problem.place or ""), "what": problem.what, "todo": problem.todo}


def _finding(finding: Finding) -> dict[str, Any]:
    return {**_problem(finding.problem()), "outcome": finding.outcome, "rule": finding.rule, "page": finding.page}


@dataclass(slots=True)
class Board:
    """Where the latest state hangs, for as many browsers as look at it."""

    state: State = field(default_factory=State)
    condition: Condition = field(default_factory=Condition)
    closed: bool = False
    _pictures: dict[str, Picture] = field(default_factory=dict)

    def show(self, state: State) -> None:
        """Hang up the next state; the pictures of the last one stay until browsers have the new ones."""
        with self.condition:
            kept = _pictures_of(self.state)
            self._pictures = {each.key: each for each in (*kept, *_pictures_of(state))}
            self.state = state
            self.condition.notify_all()

    def after(self, version: int, seconds: float) -> State | None:
        """A later state than this version, as soon as there is one; None if there is none in time."""
        with self.condition:
            self.condition.wait_for(lambda: self.closed or self.state.version > version, seconds)
            return self.state if self.state.version > version else None

    def picture(self, key: str) -> Picture | None:
        """The picture with this key, if it is or was just shown."""
        return self._pictures.get(key)

    def close(self) -> None:
        """Let everyone go who waits."""
        with self.condition:
            self.closed = True
            self.condition.notify_all()


def _pictures_of(state: State) -> Iterable[Picture]:
    return (*state.pictures, *state.sheets)
