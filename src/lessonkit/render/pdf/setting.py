"""Placing strips below each other, with the boxes around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lessonkit.render.pdf.galley import Frame, Strip
from lessonkit.render.pdf.pieces import Anchor, Piece, Placed, Rectangle, moved


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

    def pieces(self, y: float = 0.0) -> tuple[Piece, ...]:
        """All pieces as one group, so far below the top of the column."""
        return tuple(piece for group in self.placed for piece in moved(group.pieces, group.x, group.y + y))


def opening(strip: Strip, on_page: bool) -> float:
    """The height above a strip that begins a page or cell: paddings of its boxes, a repeated head."""
    paddings = sum(0.0 if on_page and frame.style.bleed else frame.style.padding_pt for frame in strip.frames)
    return paddings + (strip.head.height if strip.head else 0.0)


def between(previous: Strip, strip: Strip) -> float:
    """The height between the bottom of one strip and the top of the next."""
    shared = common(previous.frames, strip.frames)
    return closing(previous, shared) + strip.gap + sum(frame.style.padding_pt for frame in strip.frames[shared:])


def closing(strip: Strip, shared: int = 0) -> float:
    """The height below a strip where its boxes end, but for the outermost ones that go on."""
    return sum(frame.style.padding_pt for frame in strip.frames[shared:])


def common(one: Sequence[Frame], other: Sequence[Frame]) -> int:
    """How many boxes two strips share, counted from the outermost."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        count += 1
    return count


def place(strips: Sequence[Strip], bleed: Bleed | None = None, at_least: float = 0.0) -> Setting:
    """Put strips below each other and draw the boxes around them.

    bleed: given for a page. at_least: a height down to which the boxes around the last strip are to reach.
    """
    placing = _Placing(bleed)
    previous: tuple[Frame, ...] = ()
    for strip in strips:
        placing.strip(strip, common(previous, strip.frames))
        previous = strip.frames
    if strips:
        placing.y += max(0.0, at_least - placing.y - closing(strips[-1]))
    placing.close(0)
    return placing.setting()


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

    def setting(self) -> Setting:
        boxes = tuple(piece for box in self.boxes for piece in box)
        ground = (Placed(0.0, 0.0, boxes),) if boxes else ()
        return Setting(self.y, (*ground, *self.placed), tuple(self.repeated), tuple(self.anchors))

    def strip(self, strip: Strip, shared: int) -> None:
        self.close(shared)
        if self.started:
            self.y += strip.gap
        for frame in strip.frames[shared:]:
            self.begin(frame)
        if strip.head and not self.started:
            self.repeated.append(Placed(0.0, self.y, strip.head.pieces))
            self.y += strip.head.height
        self.started = True
        self.anchors.extend(Anchor(id, 0.0, self.y) for id in strip.anchors)
        if strip.pieces:
            self.placed.append(Placed(0.0, self.y, strip.pieces))
        self.y += strip.height

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
