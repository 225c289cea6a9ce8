"""What can be wrong, and where: places, problems and the one error an author can act on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from lessonkit.dataclass import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A line of a file, as the author knows it: the path is relative to the project folder."""

    file: str
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


NOWHERE = Place("")
"""Of what was made without a file."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing an author must act on: where, what is wrong (and why), and what to do."""

    place: Place | None
    what: str
    """A sentence, with its full stop."""
    todo: str = ""
    """What to do about it: a sentence, with its full stop."""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place and self.place.file else ""
        return f"{where}{self.what} {self.todo}".rstrip()


class LessonkitError(Exception):
    """The author can fix it: printed without a traceback, exit 1. Carries every problem found."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise one LessonkitError that holds all problems, in the order of their places, if there is one."""
    found = sorted(set(problems), key=lambda problem: (problem.place or NOWHERE, problem.what))
    if found:
        raise LessonkitError(*found)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, whatever its capitals and hyphens."""
    plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), plain, 1)
    return plain[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """What to do about a word that is not known: write the one that was probably meant, or something else."""
    meant = nearest(word, known)
    return f"Did you mean `{meant}`?" if meant else otherwise


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")
