"""What belongs to a lesson when it is packed: which documents, for whom, and how many copies."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lessonkit.source.definition import Definition
from lessonkit.source.model import Model
from lessonkit.source.texts import Id, Line

Receiver: TypeAlias = Literal["staff", "pupils", "families", "wall"]
Copies: TypeAlias = Literal["one", "each-adult", "each-pupil", "each-family"]


class PackMember(Model):
    """One document of a pack."""

    document: Id
    """Its name; one that the library does not hold is left out."""
    file: Id
    """The short name of its files: `plan`."""
    role: Line
    """What it is, for the index: `Lesson plan`."""
    for_: Receiver
    """Who gets it; what pupils get is in the parents' view too."""
    copies: Copies = "one"
    colour: bool = False
    """It says more in colour; everything is legible in grey."""


class IndexRow(Model):
    """One line of the index of a pack."""

    file: Line
    role: Line
    title: Line
    receiver: Line
    copies: Line
    paper: Line
    colour: Line


class PackIndex(Definition):
    """The page that says what is in a pack. Made by `lessonkit pack`, never written by an author."""

    made_for: Line
    """The pupils, the length and the adaptations."""
    members: tuple[IndexRow, ...]
    before: tuple[Line, ...]
    """What a person does before printing."""
    parents: bool = False
    """It has a folder with what pupils see."""
    notes: tuple[Line, ...] = ()
    """What has no words of its own for these readers."""


class LevelsRow(Model):
    """One place in which the levels of a document differ."""

    cells: tuple[Line, ...]


class LevelsPage(Definition):
    """The page that shows how the levels of a document differ. Made by `lessonkit levels`."""

    columns: tuple[Line, ...]
    rows: tuple[LevelsRow, ...]
