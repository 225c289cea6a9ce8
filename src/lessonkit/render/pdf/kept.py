"""Tables that are set once in a process: the documents of a series hold the same ones in the same columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from lessonkit.appearance import Theme
from lessonkit.document import Contents, Table
from lessonkit.reading import walk
from lessonkit.render.pdf.galley import Galley, Strip
from lessonkit.render.pdf.memory import Memory
from lessonkit.render.pdf.pieces import DECORATION, Piece, Placed, Rectangle, Rule, Run
from lessonkit.render.pdf.spans import language_of
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter

LASTING = (Run, Rectangle, Rule)
"""The pieces that depend on nothing but the table and its theme: pictures belong to the assets of one document."""

SetTable = Callable[[Typesetter, Element, Table, Column, float], Galley]
"""Sets a table; the number is the height that the boxes around it take."""


class _Kept(NamedTuple):
    theme: Theme
    """Keeps the theme alive, so that no other one takes its id."""
    first: int
    """The leaf that its own leaves are counted from."""
    rows: Galley


_kept: Memory[_Kept] = Memory(most=2000)


def kept_table(
    typesetter: Typesetter, element: Element, node: Table, column: Column, around: float, set_table: SetTable
) -> Galley:
    """The rows of a table, set anew only if they were not yet, or hold what belongs to one document."""
    first = next((leaf.number for leaf in element.leaves() if leaf.number != DECORATION), 0)
    theme, height = typesetter.theme, typesetter.page_height
    key = (id(theme), node, element.place, column, around, height, language_of(element))
    kept = _kept.get(key)
    if kept is not None:
        return kept.rows if first == kept.first else _moved(kept.rows, first - kept.first)
    known = len(typesetter.problems)
    rows = set_table(typesetter, element, node, column, around)
    if len(typesetter.problems) == known and _lasts(node, column, rows.strips):
        _kept.keep(key, _Kept(theme, first, rows))
    return rows


def _lasts(node: Table, column: Column, strips: Sequence[Strip]) -> bool:
    """Whether a table is the same in every document: outside lists, without notes, contents lists and pictures."""
    if column.style or any(strip.notes for strip in strips) or any(isinstance(b, Contents) for b in walk((node,))):
        return False
    groups = (group for strip in strips for group in strip.groups)
    return all(type(piece) in LASTING for group in groups for piece in group.pieces)


def _moved(rows: Galley, by: int) -> Galley:
    """The same rows with the leaves of another document."""
    moved = copy(rows)
    moved.strips = [replace(strip, groups=_groups(strip, by)) for strip in rows.strips]
    return moved


def _groups(strip: Strip, by: int) -> tuple[Placed, ...]:
    return tuple(Placed(x, y, tuple([_numbered(piece, by) for piece in pieces])) for x, y, pieces in strip.groups)


def _numbered(piece: Piece, by: int) -> Piece:
    return piece if piece.leaf == DECORATION else piece._replace(leaf=piece.leaf + by)
