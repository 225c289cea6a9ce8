"""The widths of a table's columns, as an author gives them or by the length of what stands in them.

Word and LibreOffice would each fit columns in their own way, and anew while somebody types: the widths are
settled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lessonkit.appearance import Style, Theme
from lessonkit.document import Figure, List, Table
from lessonkit.reading import inlines, plain, walk
from lessonkit.render.docx.element import POINTS_PER_MM
from lessonkit.render.docx.looks import is_bold
from lessonkit.render.docx.numbering import STEP_PT
from lessonkit.render.docx.spans import Slot, slots
from lessonkit.render.givenwidths import widened

NARROW, WIDE = frozenset("iljtfrI.,:;'’!|()[]- "), frozenset("mwMW@%&—…")
NARROW_EM, WIDE_EM, USUAL_EM, CAPITAL_EM = 0.3, 0.89, 0.56, 0.7
BOLD = 1.08
BLANK = "a blank to write in"
"""As wide as most blanks are."""
WORD_ROOM_PT, LINE_ROOM_PT = 1.5, 6.0
"""For rules, and for fonts that are a little wider than the one we reckon with."""

NEARLY_FULL = 0.72
"""A table that needs more of its column than this share takes all of it, as in the PDF."""

Extent = tuple[float, float]
"""The width of the longest word and of the longest line."""


def column_widths(node: Table, theme: Theme, width_pt: float) -> list[float]:
    """The width of each column in points; together they fill `width_pt`, or less if they need far less."""
    placed = [(slot, _extent(slot, theme, row < len(node.head))) for row, slot in _cells(node)]
    count = max(slot.column + slot.cell.columns for slot, _ in placed)
    padding = 2 * theme.table.padding_pt
    extents = [(padding, padding)] * count
    for slot, (word, line) in sorted(placed, key=lambda one: one[0].cell.columns):
        columns = range(slot.column, slot.column + slot.cell.columns)
        _widen(extents, columns, (word + padding + WORD_ROOM_PT, line + padding + LINE_ROOM_PT))
    if node.widths:
        given = [width_pt * share / sum(node.widths) for share in node.widths]
        return widened(given, [word for word, _ in extents])
    return _shared(extents, width_pt)


def _cells(node: Table) -> Iterator[tuple[int, Slot]]:
    for number, row in enumerate((*slots(node.head), *slots(node.body))):
        yield from ((number, slot) for slot in row if slot.begins)


def _extent(slot: Slot, theme: Theme, is_head: bool) -> Extent:
    """What a cell needs for its longest word, and to stand on one line."""
    look = theme.styles["table-head" if is_head or slot.cell.header else "table-cell"]
    extents = [(0.0, 0.0)]
    for block in walk(slot.cell.blocks):
        inset = STEP_PT if any(isinstance(one, List) for one in slot.cell.blocks) else 0.0
        if isinstance(block, Figure):
            extents.append((block.width_mm * POINTS_PER_MM,) * 2)
        for content in inlines(block):
            text = plain(content, BLANK)
            words = [_length(word, look) for word in text.split()]
            extents.append((max(words, default=0.0) + inset, _length(text, look) + inset))
    return max(word for word, _ in extents), max(line for _, line in extents)


def _length(text: str, look: Style) -> float:
    return _ems(text) * look.size_pt * (BOLD if is_bold(look) else 1.0)


@lru_cache(maxsize=5000)
def _ems(text: str) -> float:
    return sum(map(_em, text))


def _em(letter: str) -> float:
    """The width of a letter in Arial or a font like it, roughly."""
    if letter in NARROW:
        return NARROW_EM
    if letter in WIDE:
        return WIDE_EM
    return CAPITAL_EM if letter.isupper() else USUAL_EM


def _widen(extents: list[Extent], columns: range, needed: Extent) -> None:
    """Widens some columns alike until a cell that spans them has what it needs."""
    missing = [max(needed[kind] - sum(extents[n][kind] for n in columns), 0.0) / len(columns) for kind in (0, 1)]
    for n in columns:
        extents[n] = (extents[n][0] + missing[0], extents[n][1] + missing[1])


def _shared(extents: Iterable[Extent], width_pt: float) -> list[float]:
    """The width shared out: each column has room for its words, and more of the rest the longer its lines are."""
    words, lines = zip(*extents, strict=True)
    if sum(lines) <= width_pt * NEARLY_FULL:
        return list(lines)
    if sum(lines) <= width_pt:
        return [width_pt * line / sum(lines) for line in lines]
    if sum(words) >= width_pt:
        return [width_pt * word / sum(words) for word in words]
    rest, wanted = width_pt - sum(words), sum(lines) - sum(words)
    return [word + rest * (line - word) / wanted for word, line in zip(words, lines, strict=True)]
