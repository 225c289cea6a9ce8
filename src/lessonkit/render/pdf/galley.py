"""The galley: a column of type before it is cut into pages, as strips that no page break divides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

from lessonkit.appearance import BoxStyle
from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place
from lessonkit.render.pdf.pieces import Anchor, Piece, Placed

if TYPE_CHECKING:
    from lessonkit.render.pdf.setting import Setting


class Break(IntEnum):
    """Whether a page may end before a strip, from gladly to never; FORCED is a must."""

    FREE = 0
    AVOID = 1
    NEVER = 2
    FORCED = 3


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """One box around some strips: each is itself, however alike."""

    style: BoxStyle
    x: float
    width: float

    @property
    def padding(self) -> float:
        """Above and below what is inside."""
        return self.style.padding_pt


@dataclass(frozen=True, slots=True)
class Head:
    """What is repeated when a page begins inside a table."""

    height: float
    groups: tuple[Placed, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """One passage that runs through columns which end level."""

    count: int
    step: float
    """From the left edge of a column to that of the next."""
    depth: int
    """How many boxes lie around the columns; further ones lie in them."""


@dataclass(eq=False, slots=True)
class Strip:
    """A slice of the column: a line, a table row, a figure."""

    height: float
    pieces: tuple[Piece, ...]
    """From the left edge of the column and the top of the strip."""
    gap: float = 0.0
    """Space above, unless a page or box begins here."""
    before: Break = Break.FREE
    frames: tuple[Frame, ...] = ()
    """The boxes it lies in, outermost first."""
    head: Head | None = None
    anchors: tuple[Anchor, ...] = ()
    """What links lead to, from the top of the strip."""
    place: Place = NOWHERE
    groups: tuple[Placed, ...] = ()
    """Pieces with a point of their own, drawn after the others: what was set in a galley of its own."""
    notes: tuple[tuple[Strip, ...], ...] = ()
    """The lines of each footnote that is called here."""
    columns: Group | None = None
    """The columns it runs through; its pieces then stand in the first of them."""
    repeated: tuple[Placed, ...] = ()
    """Heads of tables that go on in it."""


class Galley:
    """Strips in the making: joins spaces, holds together what belongs together."""

    def __init__(self) -> None:
        self.strips: list[Strip] = []
        self.after = 0.0
        """The space asked for below the last strip."""
        self.y = 0.0
        """How far down the last strip reaches, on one endless page."""
        self.columns: Group | None = None
        """The columns that what is added now runs through."""
        self._held = 0.0
        self._gap = 0.0
        self._at_top = False
        self._break = Break.FREE
        self._kept = 0
        self._frames: tuple[Frame, ...] = ()
        self._whole = 0
        self._hanging: tuple[Piece, ...] = ()
        self._anchors: tuple[Anchor, ...] = ()
        self._notes: tuple[tuple[Strip, ...], ...] = ()

    @property
    def next_y(self) -> float:
        """Where the next strip begins."""
        return self.y + self._gap

    @property
    def around(self) -> float:
        """The height of what the boxes around the next strip leave free above and below it."""
        return 2 * sum(frame.padding for frame in self._frames)

    def space(self, points: float) -> None:
        """Ask for space here: of all that is asked for between two strips the largest counts, at a box's top none."""
        if not self._at_top:
            self._gap = self.after = max(self._gap, points)

    def keep(self, strips: int = 1) -> None:
        """Do not end a page here, nor before so many strips have followed."""
        self._kept = max(self._kept, strips)

    def release(self) -> None:
        """Let pages end here again: what had to follow, such as a picture below its heading, has come."""
        self._kept = 0

    def avoid(self) -> None:
        """End a page here only if it would stay too empty otherwise."""
        self._break = max(self._break, Break.AVOID)

    def new_page(self) -> None:
        """End the page here."""
        self._break = Break.FORCED

    def anchor(self, id: str) -> None:
        """Let links to this id lead to the next strip."""
        self._anchors = (*self._anchors, Anchor(id, 0.0, 0.0))

    def note(self, lines: tuple[Strip, ...]) -> None:
        """Print a footnote at the foot of the page that the next strip is on."""
        self._notes = (*self._notes, lines)

    def hang(self, pieces: tuple[Piece, ...]) -> None:
        """Draw these with the next strip: a label, an icon."""
        self._hanging = (*self._hanging, *pieces)

    def settle(self, height: float) -> None:
        """Give what hangs a strip of its own, if nothing came that it could be drawn with."""
        if self._hanging:
            self.add(height, ())

    def add(
        self,
        height: float,
        pieces: tuple[Piece, ...],
        place: Place = NOWHERE,
        head: Head | None = None,
        *,
        groups: tuple[Placed, ...] = (),
        notes: tuple[tuple[Strip, ...], ...] = (),
        anchors: tuple[Anchor, ...] = (),
    ) -> None:
        """Add a strip below the last one."""
        before = max(self._break, Break.NEVER) if self._kept or self.y < self._held else self._break
        self.y += self._gap + height
        self.strips.append(
            Strip(
                height,
                (*self._hanging, *pieces) if self._hanging else pieces,
                self._gap,
                before,
                self._frames,
                head,
                (*self._anchors, *anchors) if anchors else self._anchors,
                place,
                groups,
                (*self._notes, *notes) if notes else self._notes,
                self.columns,
            )
        )
        self._gap = self.after = 0.0
        self._at_top = False
        self._break = Break.AVOID if self._whole else Break.FREE
        self._kept = max(0, self._kept - 1)
        self._hanging = self._anchors = self._notes = ()

    def merge(
        self,
        settings: Sequence[Setting],
        height: float,
        place: Place,
        pieces: tuple[Piece, ...] = (),
        head: Head | None = None,
        y: float = 0.0,
    ) -> None:
        """Add what was set in galleys of its own as one strip, so far below its top, after pieces of the strip's own.

        Their notes and anchors become those of the strip.
        """
        self.add(
            height,
            pieces,
            place,
            head,
            groups=tuple(Placed(part.x, part.y + y, part.pieces) for each in settings for part in each.placed),
            notes=tuple(note for each in settings for note in each.notes),
            anchors=tuple(Anchor(mark.id, mark.x, mark.y + y) for each in settings for mark in each.anchors),
        )

    def take(self, other: Galley) -> None:
        """Add the strips of another galley, which asks for no space between them, with what holds them together."""
        for strip in other.strips:
            if strip.before == Break.NEVER:
                self.keep()
            elif strip.before == Break.AVOID:
                self.avoid()
            self.add(
                strip.height,
                strip.pieces,
                strip.place,
                strip.head,
                groups=strip.groups,
                notes=strip.notes,
                anchors=strip.anchors,
            )
        self.keep(other._kept)

    @contextmanager
    def running_through(self, count: int, step: float) -> Iterator[None]:
        """Let the strips added meanwhile run through columns which end level."""
        self.columns = Group(count, step, len(self._frames))
        yield
        self.columns = None

    def beside(self, y: float) -> None:
        """Keep what begins above this place with the last strip, and begin it at the top of that."""
        self._held = y
        self._at_top = True
        self._gap = 0.0

    def reach(self, y: float) -> None:
        """Go on no higher than here."""
        if y > self.y:
            self._gap = self.after = 0.0
            self.add(y - self.y, ())

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Keep the strips added meanwhile on one page if they fit on one."""
        self._whole += 1
        yield
        self._whole -= 1
        if not self._whole and self._break == Break.AVOID:
            self._break = Break.FREE

    @contextmanager
    def box(self, frame: Frame) -> Iterator[None]:
        """Draw a box around the strips added meanwhile."""
        self.space(frame.style.before_pt)
        outer, count = self._frames, len(self.strips)
        self._frames = (*outer, frame)
        self._at_top = True
        self.y += frame.padding
        yield
        if len(self.strips) == count:
            self.add(0.0, ())
        self._frames = outer
        self.y += frame.padding
        self._gap = self.after = 0.0
        self.space(frame.style.after_pt)
