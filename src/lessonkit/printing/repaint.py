"""Rewrites what is drawn for the printer: words meant to be black become black, and all becomes grey if asked.

Marks of structure go, since pages on a sheet have no reading order; layers stay, since they may be switched off. No
operator for a colour may stand inside a path, so colours are set when a path or words begin that need them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import Any

from pypdf.generic import ContentStream, DictionaryObject, FloatObject, NameObject

from lessonkit.dataclass import dataclass
from lessonkit.printing.colours import (
    BLACK,
    Paint,
    first_paint,
    is_pattern,
    named_space,
    paint_in,
    paint_of,
)
from lessonkit.printing.functions import Unknown

Operation = tuple[Any, bytes]
FILL, STROKE = "fill", "stroke"
DEVICE = {b"g": FILL, b"rg": FILL, b"k": FILL, b"G": STROKE, b"RG": STROKE, b"K": STROKE}
SPACES = {b"cs": FILL, b"CS": STROKE}
IN_SPACE = {b"sc": FILL, b"scn": FILL, b"SC": STROKE, b"SCN": STROKE}
GREY = {FILL: b"g", STROKE: b"G"}
WORDS = (b"Tj", b"TJ", b"'", b'"')
BEGINS_PATH = (b"m", b"re")
ENDS_PATH = (b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"n")
PAINTS = {
    **dict.fromkeys((b"f", b"F", b"f*"), (FILL,)),
    **dict.fromkeys((b"S", b"s"), (STROKE,)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (FILL, STROKE)),
}
PAINTS_WORDS = {0: (FILL,), 1: (STROKE,), 2: (FILL, STROKE), 4: (FILL,), 5: (STROKE,), 6: (FILL, STROKE)}
"""What words in each text rendering mode are painted with."""
WITHOUT_COLOUR = (None, "/G", "/DeviceGray", "/CalGray")
"""Colour spaces of pictures in a stream of operators; none for a stencil."""
OPENS, CLOSES, POINTS = (b"BDC", b"BMC"), b"EMC", (b"MP", b"DP")


@dataclass(frozen=True, slots=True)
class Pen:
    """What something is painted with."""

    paint: Paint | None = BLACK
    """None for a pattern."""
    operations: tuple[tuple[tuple[Any, ...], bytes], ...] = ()
    """How the file says that; empty for what it begins with."""
    space: Any = None
    """The colour space that was chosen; None for one of the device's own."""


@dataclass(slots=True)
class State:
    """The graphics state, as far as colours go: what the file asks for, and what has been written."""

    wanted: dict[str, Pen] = field(default_factory=lambda: {FILL: Pen(), STROKE: Pen()})
    written: dict[str, Any] = field(default_factory=lambda: {FILL: (), STROKE: ()})
    mode: int = 0

    def copy(self) -> State:
        """The same, to go back to."""
        return State(dict(self.wanted), dict(self.written), self.mode)


class Repaint:
    """One content stream on its way to the printer."""

    def __init__(self, resources: DictionaryObject, grey: bool) -> None:
        self.resources = resources
        self.grey = grey
        self.coloured = False
        """Whether something in it needs coloured ink."""
        self.state = State()
        self.saved: list[State] = []
        self.kept: list[bool] = []
        self.in_path = False
        self.used: set[str] = set()
        """The names of resources that are drawn."""

    def data(self, content: ContentStream) -> bytes:
        """The stream as it is printed. Raises Unknown for a colour that cannot be made grey."""
        made = ContentStream(None, None)
        made.operations = [each for operands, operator in content.operations for each in self.step(operands, operator)]
        return made.get_data()

    def step(self, operands: Any, operator: bytes) -> Iterator[Operation]:
        """What is written for one operator."""
        if operator in OPENS or operator == CLOSES or operator in POINTS:
            if self.keeps_mark(operands, operator):
                yield operands, operator
        elif operator in DEVICE or operator in SPACES or operator in IN_SPACE:
            self.choose(operands, operator)
        else:
            yield from self.colours_before(operator)
            self.follow(operands, operator)
            yield operands, operator

    def keeps_mark(self, operands: Any, operator: bytes) -> bool:
        """Only marks of layers are kept."""
        if operator in OPENS:
            self.kept.append(bool(operands) and operands[0] == "/OC")
            return self.kept[-1]
        return operator == CLOSES and bool(self.kept) and self.kept.pop()

    def follow(self, operands: Any, operator: bytes) -> None:
        """What an operator changes in the state."""
        if operator == b"q":
            self.saved.append(self.state.copy())
        elif operator == b"Q" and self.saved:
            self.state = self.saved.pop()
        elif operator == b"Tr":
            self.state.mode = int(operands[0])
        elif operator == b"INLINE IMAGE":
            self.inline(operands["settings"])
        elif operator in (b"Do", b"sh", b"gs"):
            self.used.add(str(operands[0]))
        elif operator in BEGINS_PATH:
            self.in_path = True
        elif operator in ENDS_PATH:
            for which in PAINTS.get(operator, ()):
                self.note(self.state.wanted[which])
            self.in_path = False

    def inline(self, settings: DictionaryObject) -> None:
        """A small picture among the operators, which is printed as it is."""
        if settings.get("/CS", settings.get("/ColorSpace")) not in WITHOUT_COLOUR:
            if self.grey:
                raise Unknown("a small picture in colour among its words")
            self.coloured = True

    # ----------------------------------------------------------------------------------------------- colours

    def choose(self, operands: Any, operator: bytes) -> None:
        """Remember the colour that the file asks for."""
        which = DEVICE.get(operator) or SPACES.get(operator) or IN_SPACE[operator]
        self.state.wanted[which] = self.pen((tuple(operands), operator), self.state.wanted[which])

    def pen(self, said: tuple[tuple[Any, ...], bytes], before: Pen) -> Pen:
        """What an operator makes of the colour before it."""
        operands, operator = said
        if operator in SPACES:
            space = named_space(operands[0], self.resources)
            paint = None if is_pattern(space) else self.known(lambda: first_paint(space))
            return Pen(paint, (said,), space)
        if operator in IN_SPACE:
            return self.in_space(before, said)
        return Pen(paint_of(operands), (said,))

    def known(self, read: Callable[[], Paint]) -> Paint:
        """A colour; one that cannot be followed needs coloured ink, for all that is known of it."""
        try:
            return read()
        except Unknown:
            if self.grey:
                raise
            return Paint(1.0, 1.0)

    def in_space(self, pen: Pen, said: tuple[tuple[Any, ...], bytes]) -> Pen:
        """The colour of these components in the space that was chosen."""
        operands, _ = said
        operations = (*pen.operations[:1], said)
        if operands and isinstance(operands[-1], NameObject):
            if self.grey and len(operands) > 1:
                raise Unknown("a pattern in one colour")
            self.used.add(str(operands[-1]))
            return replace(pen, paint=None, operations=operations)
        paint = self.known(lambda: paint_of(operands) if pen.space is None else paint_in(pen.space, operands))
        return replace(pen, paint=paint, operations=operations)

    def colours_before(self, operator: bytes) -> Iterator[Operation]:
        """The colours that have to be set before this operator."""
        if operator in WORDS:
            for which in PAINTS_WORDS.get(self.state.mode, ()):
                yield from self.set(which, for_words=True)
        elif operator in (b"Do", b"EI", b"INLINE IMAGE") or (operator in BEGINS_PATH and not self.in_path):
            for which in (FILL, STROKE):
                yield from self.set(which)

    def set(self, which: str, for_words: bool = False) -> Iterator[Operation]:
        """The operators that make this the colour, if it is not that already."""
        pen = self.state.wanted[which]
        if for_words and pen.paint is not None and pen.paint.means_black:
            pen = Pen(BLACK, ((_number(0.0), GREY[which]),)) if pen.operations else pen
        elif self.grey and pen.paint is not None and pen.operations:
            pen = Pen(pen.paint, ((_number(pen.paint.level), GREY[which]),))
        if for_words:
            self.note(pen)
        if pen.operations and self.state.written[which] != pen.operations:
            self.state.written[which] = pen.operations
            yield from ((list(operands), operator) for operands, operator in pen.operations)

    def note(self, pen: Pen) -> None:
        """Remember that something is painted in colour."""
        self.coloured = self.coloured or (pen.paint is not None and pen.paint.coloured)


def _number(level: float) -> tuple[Any, ...]:
    return (FloatObject(round(level, 4)),)
