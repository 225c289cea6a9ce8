"""Which documents a pack holds: those its lesson names and the library has."""

from __future__ import annotations

import re
from dataclasses import replace

from lessonkit.build import Workshop, read_document, suit
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem
from lessonkit.source.editions import Named, documents, unknown
from lessonkit.source.lesson import Lesson
from lessonkit.source.pack import PackMember
from lessonkit.source.project import Project


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a pack and the stem of its files there: `01-plan`."""

    named: Named
    asked: PackMember
    stem: str

    @property
    def for_pupils(self) -> bool:
        """True if pupils see it."""
        return self.asked.for_ in ("pupils", "wall")


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into one pack."""

    lesson: Lesson
    members: tuple[Member, ...]
    absent: tuple[str, ...]
    """Documents that the lesson names and the library does not hold."""


def plan(name: str, workshop: Workshop) -> Plan:
    """The documents of the pack of a lesson for the readers that the options ask for, numbered in its order.

    Raises LessonkitError for an unknown name, for a definition with errors, and for one that names no pack.
    """
    known = documents(workshop.project)
    lesson = _lesson(name, known, workshop)
    there = [member for member in lesson.pack if str(member.document) in known]
    members = tuple(
        Member(known[str(member.document)], member, f"{number:02d}-{member.file}")
        for number, member in enumerate(there, 1)
    )
    return Plan(lesson, members, tuple(str(each.document) for each in lesson.pack if str(each.document) not in known))


def _lesson(name: str, known: dict[str, Named], workshop: Workshop) -> Lesson:
    if name not in known:
        raise LessonkitError(unknown(name, known, workshop.project))
    lenient = replace(workshop, options=replace(workshop.options, lenient=True))
    definition = read_document(known[name], suit(known[name], lenient)[0])
    if not isinstance(definition, Lesson) or not definition.pack:
        lessons = ", ".join(_packable(workshop.project)) or "none"
        todo = f"Name a lesson with a `pack:`: {lessons}."
        raise LessonkitError(Problem(definition.place, f"`{name}` does not say what belongs to its pack.", todo))
    return definition


def _packable(project: Project) -> list[str]:
    """The definitions that say what belongs to their pack."""
    return [name for name, path in project.definitions().items() if b"\npack:" in path.read_bytes()]


def folder_name(lesson: str, class_name: str) -> str:
    """What the folder of a pack is called: short, and allowed on Windows."""
    part = re.sub(r"[^a-z0-9]+", "-", class_name.lower()).strip("-")
    return f"{lesson}-{part or 'pack'}"[:60]
