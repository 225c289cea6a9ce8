"""Placing strips below each other, with the boxes around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lessonkit.dataclass import dataclass
from lessonkit.render.pdf.galley import Frame, Strip
from lessonkit.render.pdf.measures import Level, common, paddings
from lessonkit.render.pdf.pieces import DECORATION, Anchor, Piece, Placed, Rectangle


@dataclass(frozen=True, slots=True)
class Bleed:
    """How far a box that bleeds reaches beyond the column: to the edges of its page."""

    left: float
    top: float
    width: float
    """Of the whole page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Strips at their places, from the top left of the column."""

    height: float
    placed: tuple[Placed, ...]
    repeated: tuple[Placed, ...] = ()
    """The head of a table that began on an earlier page."""
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[tuple[Strip, ...], ...] = ()
    """The lines of each footnote that is called in it."""

    def decoration(self) -> Iterator[Placed]:
        """The same without a meaning, for where it is repeated."""
        for group in self.placed:
            yield Placed(group.x, group.y, tuple(piece._replace(leaf=DECORATION) for piece in group.pieces))


def place(strips: Sequence[Strip], bleed: Bleed | None = None, at_least: float = 0.0) -> Setting:
    """Put strips below each other and draw the boxes around them.

    bleed: given for a page. at_least: a height down to which the boxes around the last strip are to reach.
    """
    placing = _Placing(bleed)
    previous: tuple[Frame, ...] = ()
    strip: Strip | None = None
    for strip in _levelled(strips):
        placing.strip(strip, common(previous, strip.frames) if previous else 0)
        previous = strip.frames
    if strip:
        placing.y += max(0.0, at_least - placing.y - paddings(strip.frames))
    placing.close(0)
    return placing.setting()


def _levelled(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Strips, with one for all that run through the same columns."""
    if not any(strip.columns for strip in strips):
        yield from strips
        return
    for group, run in groupby(strips, key=lambda strip: strip.columns):
        if group is None:
            yield from run
        else:
            yield _side_by_side(list(run))


def _side_by_side(strips: Sequence[Strip]) -> Strip:
    """The strips of one group as one: its columns side by side."""
    first = strips[0]
    group = first.columns
    assert group
    level = Level(strips, group, (), 0, len(strips))
    columns = level.divided(0, len(strips))
    settings = [place(level.strips[a:b]) for a, b in pairwise(columns.starts)]
    steps = [(number * group.step, setting) for number, setting in enumerate(settings)]
    return Strip(
        columns.height,
        (),
        first.gap,
        first.before,
        first.frames[: group.depth],
        None,
        tuple(Anchor(mark.id, mark.x + x, mark.y) for x, setting in steps for mark in setting.anchors),
        first.place,
        tuple(Placed(part.x + x, part.y, part.pieces) for x, setting in steps for part in setting.placed),
        tuple(note for setting in settings for note in setting.notes),
        None,
        tuple(Placed(part.x + x, part.y, part.pieces) for x, setting in steps for part in setting.repeated),
    )


class _Placing:
    def __init__(self, bleed: Bleed | None) -> None:
        self.bleed = bleed
        self.y = 0.0
        self.started = False
        self.open: list[tuple[Frame, float, list[Piece]]] = []
        self.boxes: list[list[Piece]] = []
        self.placed: list[Placed] = []
        self.repeated: list[Placed] = []
        self.anchors: list[Anchor] = []
        self.notes: list[tuple[Strip, ...]] = []

    def setting(self) -> Setting:
        boxes = tuple(piece for box in self.boxes for piece in box)
        ground = (Placed(0.0, 0.0, boxes),) if boxes else ()
        placed = (*ground, *self.placed)
        return Setting(self.y, placed, tuple(self.repeated), tuple(self.anchors), tuple(self.notes))

    def strip(self, strip: Strip, shared: int) -> None:
        if len(self.open) > shared:
            self.close(shared)
        if self.started:
            self.y += strip.gap
        if len(strip.frames) > shared:
            for frame in strip.frames[shared:]:
                self.begin(frame)
        if strip.head and not self.started:
            self.repeated.extend(Placed(part.x, self.y + part.y, part.pieces) for part in strip.head.groups)
            self.y += strip.head.height
        self.started = True
        if strip.pieces:
            self.placed.append(Placed(0.0, self.y, strip.pieces))
        if strip.anchors or strip.notes or strip.groups:
            self.bring(strip)
        self.y += strip.height

    def bring(self, strip: Strip) -> None:
        """Place what a strip holds besides its own pieces."""
        self.anchors.extend(Anchor(mark.id, mark.x, self.y + mark.y) for mark in strip.anchors)
        self.notes.extend(strip.notes)
        self.repeated.extend(Placed(part.x, self.y + part.y, part.pieces) for part in strip.repeated)
        self.placed.extend(Placed(group.x, self.y + group.y, group.pieces) for group in strip.groups)

    def begin(self, frame: Frame) -> None:
        at_edge = self.bleed is not None and frame.style.bleed and not self.started
        top = -self.bleed.top if self.bleed and at_edge else self.y
        # The pieces are known when the box ends, but must be drawn below those of the boxes inside it.
        pieces: list[Piece] = []
        self.boxes.append(pieces)
        self.open.append((frame, top, pieces))
        self.y += 0.0 if at_edge else frame.style.padding_pt

    def close(self, shared: int) -> None:
        """End the boxes beyond the outermost ones that are shared with the next strip."""
        while len(self.open) > shared:
            frame, top, pieces = self.open.pop()
            self.y += frame.style.padding_pt
            pieces.extend(_box(frame, top, self.y - top, self.bleed))


def _box(frame: Frame, top: float, height: float, bleed: Bleed | None) -> list[Piece]:
    style = frame.style
    x, width = (-bleed.left, bleed.width) if bleed and style.bleed else (frame.x, frame.width)
    inset = style.border_pt / 2
    pieces: list[Piece] = [
        Rectangle(
            x + inset,
            top + inset,
            width - 2 * inset,
            height - 2 * inset,
            fill=style.background,
            stroke=style.border,
            stroke_width=style.border_pt,
            radius=style.radius_pt,
        )
    ]
    if style.bar:
        pieces.append(Rectangle(x, top, style.bar_pt, height, fill=style.bar))
    return pieces
