"""A worksheet: tasks for pupils, and an edition with answers and notes for staff."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import IconName, Line, Markdown


class Task(Model):
    """One numbered task."""

    heading: Line
    icon: IconName | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)
    answer: Markdown | None = None
    """What pupils may say. Only the edition `answers` has it."""


class ForStaff(Model):
    """What the teacher needs to know. Only the edition `answers` has it."""

    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


class Worksheet(Definition):
    """`type: worksheet`. Answers and notes are chosen away before a pupil's sheet is read."""

    type: Literal["worksheet"]
    start: tuple[AnyBlock, ...] = ()
    """What stands before the first task."""
    tasks: tuple[Task, ...] = Field(min_length=1)
    end: tuple[AnyBlock, ...] = Field(min_length=1)
    """Messages and helpers."""
    for_staff: ForStaff | None = None
