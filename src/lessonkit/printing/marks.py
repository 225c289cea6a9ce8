"""Marks for cutting, folding and laying colours on each other: outside of what is kept, in black or in every ink."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.paper import points
from lessonkit.printing.sides import Area, Side

LENGTH = points(5)
OFFSET = points(2)
"""Between what is kept, with its bleed, and a mark."""
NEAREST = points(3)
"""What marks keep away from the edge of what is kept, even without bleed."""
HAIR = 0.25
"""The width of a line, in points."""
RADIUS = points(2)
DASH = "3 2"
EVERY_INK = "/All"
"""The colour space of marks that lie on every plate of a press: what lies on one plate alone cannot be aligned."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn around what is kept; nothing unless somebody asks for it."""

    bleed: float = 0.0
    """How far colour goes beyond the edge that is cut, in points."""
    crop: bool = False
    fold: bool = False
    registration: bool = False

    @property
    def drawn(self) -> bool:
        """Whether there are any marks."""
        return self.crop or self.fold or self.registration

    @property
    def start(self) -> float:
        """How far from what is kept a mark begins."""
        return max(self.bleed, NEAREST) + OFFSET

    @property
    def room(self) -> float:
        """How much paper it takes on each side."""
        return self.start + LENGTH + OFFSET if self.drawn else self.bleed


def sheet_area(side: Side, marks: Marks) -> Area:
    """The sheet, larger than its side where marks and bleed need the room."""
    return Area(0, 0, side.width, side.height).joins(side.kept.grown(marks.room))


def drawn_marks(side: Side, marks: Marks, grey: bool = False) -> str:
    """The marks of a side, as a content stream; empty for none. A grey file has black marks alone."""
    lines = [*_crop_marks(side, marks)] if marks.crop else []
    if marks.fold and side.folds:
        lines += [f"[{DASH}] 0 d", *_fold_marks(side, marks), "[] 0 d"]
    if marks.registration:
        lines += [*([] if grey else [f"{EVERY_INK} CS 1 SCN"]), *_registration_marks(side, marks)]
    return "\n".join(["q 0 G", f"{HAIR} w", *lines, "Q\n"]) if lines else ""


def _crop_marks(side: Side, marks: Marks) -> Iterator[str]:
    """Short lines outside of all pieces, at each line that is cut."""
    across = sorted({round(x, 2) for piece in side.pieces for x in (piece.x, piece.right)})
    up = sorted({round(y, 2) for piece in side.pieces for y in (piece.y, piece.top)})
    yield from _above_and_below(side.kept, across, marks)
    for y in up:
        for x, way in ((side.kept.x, -1), (side.kept.right, 1)):
            yield _line(x + way * marks.start, y, x + way * (marks.start + LENGTH), y)


def _fold_marks(side: Side, marks: Marks) -> Iterator[str]:
    yield from _above_and_below(side.kept, side.folds, marks)


def _above_and_below(kept: Area, across: tuple[float, ...] | list[float], marks: Marks) -> Iterator[str]:
    for x in across:
        for y, way in ((kept.y, -1), (kept.top, 1)):
            yield _line(x, y + way * marks.start, x, y + way * (marks.start + LENGTH))


def _registration_marks(side: Side, marks: Marks) -> Iterator[str]:
    """A cross in a circle in the middle of each edge, a little beside any fold."""
    kept, away = side.kept, marks.start + LENGTH / 2
    x, y = kept.x + kept.width / 2, kept.y + kept.height / 2
    beside = x + 4 * RADIUS if any(abs(fold - x) < 2 * RADIUS for fold in side.folds) else x
    for at in ((beside, kept.y - away), (beside, kept.top + away), (kept.x - away, y), (kept.right + away, y)):
        yield from _target(*at)


def _target(x: float, y: float) -> Iterator[str]:
    yield _line(x - RADIUS, y, x + RADIUS, y)
    yield _line(x, y - RADIUS, x, y + RADIUS)
    yield _circle(x, y, RADIUS * 0.6)


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S"


def _circle(x: float, y: float, radius: float) -> str:
    k = 0.5523 * radius
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1))
    parts = [f"{x + radius:.3f} {y:.3f} m"]
    for (a, b), (c, d) in zip(turns, (*turns[1:], turns[0]), strict=True):
        one = f"{x + radius * a + k * c:.3f} {y + radius * b + k * d:.3f}"
        other = f"{x + radius * c + k * a:.3f} {y + radius * d + k * b:.3f}"
        parts.append(f"{one} {other} {x + radius * c:.3f} {y + radius * d:.3f} c")
    return " ".join((*parts, "S"))
