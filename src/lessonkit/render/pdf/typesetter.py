"""Setting paragraphs: an element's words as measured lines in the galley, with what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import Literal, NamedTuple, TypeAlias

from lessonkit.appearance import BoxStyle, Style, Theme
from lessonkit.dataclass import dataclass
from lessonkit.drawing import Assets, Drawing
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reading import call_id, note_id
from lessonkit.render.pdf.galley import Galley, Strip
from lessonkit.render.pdf.lines import Word, set_line
from lessonkit.render.pdf.paragraphs import Beside, Lines, Setting, set_paragraph
from lessonkit.render.pdf.pieces import Picture, Piece
from lessonkit.render.pdf.spans import LinkLook, language_of, spans_of
from lessonkit.render.pdf.tags import Element, Note, Tree, calls, ending
from lessonkit.render.pdf.words import Fonts, look_of, words_of

ICON_SIZE, ICON_GAP = 1.25, 0.45
"""Of an icon beside a line, and of the space after it, as multiples of the type size."""

NOTE_INDENT = 1.6
"""Of a footnote's words, as a multiple of their size: room for its number."""

CALLOUT_ICON = 1.6
"""The size of a callout's icon as a multiple of its title's."""

X_MIDDLE = 0.35
"""How high above the baseline an icon beside a line has its middle, as a share of the type size."""

LEADS_IN = ":"
"""How a paragraph ends that belongs to what follows it."""

DEFAULT_STYLES = frozenset({"body", "list"})
"""What an author did not choose: the styles that a list or table cell puts its own in place of."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A narrower column beside something that floats."""

    x: float
    width: float
    bottom: float
    """How far down the galley it reaches."""


class Column(NamedTuple):
    """Where blocks are set, from the left edge of the galley, and how text in them looks."""

    x: float
    width: float
    style: str = ""
    """In place of the default styles; empty outside lists and tables."""
    colour: str = ""
    """Of all text, where a box demands it."""
    aside: Aside | None = None
    """Where lines stand that begin above its bottom; only for a paragraph."""
    align: Literal["", "left", "centre", "right"] = ""
    """Of paragraphs, in place of their style's own."""

    def inset(self, left: float, right: float = 0.0) -> Column:
        """The column between indents."""
        return self._replace(x=self.x + left, width=self.width - left - right)


class Typesetter:
    """Sets the text of one document; collects the problems of all of it."""

    def __init__(self, theme: Theme, assets: Assets, page_height: float, lay_out: LayOut, tree: Tree) -> None:
        self.theme = theme
        self.assets = assets
        self.page_height = page_height
        """The most that fits on a page: a table row above it must be divided."""
        self.measure = 0.0
        """The width of the text of a page: that of its footnotes."""
        self.has_references = False
        """Whether some contents list asks for the numbers of pages."""
        self.fonts = Fonts(theme, assets)
        self._calls = dict(calls(tree))
        self._notes: dict[int, tuple[Strip, ...]] = {}
        self._lay_out = lay_out
        self._middles: dict[str, float] = {}
        self._drawings: dict[str, Drawing] = {}

    @property
    def problems(self) -> list[Problem]:
        """Everything an author must put right, found so far."""
        return self.fonts.problems

    def lay_out(self, elements: Sequence[Element], column: Column, galley: Galley) -> None:
        """Lay out blocks below each other."""
        self._lay_out(self, elements, column, galley)

    def style(self, name: str, place: Place) -> Style:
        """The paragraph style of this name."""
        if name not in self.theme.styles:
            raise _unknown("style", name, self.theme, place)
        return self.theme.styles[name]

    def box(self, name: str, place: Place) -> BoxStyle:
        """The box style of this name."""
        if name not in self.theme.boxes:
            raise _unknown("box", name, self.theme, place)
        return self.theme.boxes[name]

    def in_column(self, name: str, column: Column, place: Place) -> Style:
        """The style of a paragraph where it stands: the column's own in place of a default one."""
        style = self.style(column.style if column.style and name in DEFAULT_STYLES else name, place)
        if column.align and column.align != style.align:
            style = replace(style, align=column.align)
        return replace(style, colour=column.colour) if column.colour else style

    def text(self, element: Element, style: Style, column: Column, galley: Galley, icon: str | None = None) -> None:
        """Set a paragraph with its spaces, and an icon at its left."""
        if icon:
            size = ICON_SIZE * style.size_pt
            galley.hang((self.icon(icon, style, column.x, size, style.colour, element.place),))
            column = column.inset(size + ICON_GAP * style.size_pt)
        galley.space(style.before_pt)
        self.lines(element, style, column, galley)
        galley.space(style.after_pt)
        if style.keep_with_next or ending(element).endswith(LEADS_IN):
            galley.keep()

    def lines(self, element: Element, style: Style, column: Column, galley: Galley) -> None:
        """Set the lines of a paragraph; two at least stay together at its start and end."""
        height = self.height(style)
        lines = self.paragraph(element, style, column, _beside(column, galley, height))
        for number, pieces in enumerate(lines):
            # Orphans and widows: no single line of a paragraph alone on a page.
            if number in (1, len(lines) - 1) and number:
                galley.keep()
            if self._calls:
                self.call(pieces, galley)
            above, below = _beyond(pieces, height)
            galley.add(height + above + below, _lowered(pieces, above) if above else pieces, element.place)

    def paragraph(self, element: Element, style: Style, column: Column, beside: Beside | None = None) -> Lines:
        """The lines of a paragraph, each at the top of a strip."""
        links: LinkLook = "underlined" if column.colour else "coloured"
        language = language_of(element)
        spans, leaves = spans_of(element, look_of(style), self.theme, links, language)
        setting = Setting(column.width, self.baseline(style), style.align, style.hyphens, language, beside)
        return set_paragraph(spans, [leaf.number for leaf in leaves], setting, self.fonts, column.x, element.place)

    def call(self, pieces: Sequence[Piece], galley: Galley) -> None:
        """Let the next strip bring the notes that are called in these pieces."""
        for piece in pieces:
            if piece.leaf in self._calls:
                galley.anchor(call_id(self._calls[piece.leaf].number))
                galley.note(self.note(piece.leaf))

    def note(self, call: int) -> tuple[Strip, ...]:
        """The lines of the note that a leaf calls, as wide as the page's text, its number hung in their indent."""
        if call not in self._notes:
            self._notes[call] = tuple(self._set_note(self._calls[call]))
        return self._notes[call]

    def _set_note(self, note: Note) -> Sequence[Strip]:
        style = self.style("footnote", note.place)
        galley, column = Galley(), Column(0.0, self.measure)
        look = look_of(style, self.theme.styles["link"].colour)
        number = words_of(note.label, look, self.fonts, self.measure, "plain")
        indent = NOTE_INDENT * style.size_pt
        galley.space(style.after_pt)
        galley.anchor(note_id(note.number))
        galley.hang(set_line(number, 0.0, self.baseline(style), indent))
        self.lines(note.body, style, column.inset(indent), galley)
        galley.settle(self.height(style))
        return galley.strips

    def line(self, words: Sequence[Word], style: Style, column: Column) -> tuple[Piece, ...]:
        """One line at the top of a strip."""
        return set_line(words, column.x, self.baseline(style), column.width, style.align)

    def words(self, element: Element, style: Style, column: Column) -> tuple[Word, ...]:
        """The words of a paragraph, for who sets its lines by hand."""
        links: LinkLook = "underlined" if column.colour else "coloured"
        return words_of(element, look_of(style), self.fonts, column.width, links, style.hyphens)

    def height(self, style: Style) -> float:
        """The height of a line."""
        return style.leading * style.size_pt

    def baseline(self, style: Style) -> float:
        """From the top of a line to its baseline: ascenders and descenders stand in its middle."""
        if style.font not in self._middles:
            self._middles[style.font] = self._middle(style.font)
        return (style.leading / 2 + self._middles[style.font]) * style.size_pt

    def _middle(self, font: str) -> float:
        """From the middle of a line to its baseline, as a share of the type size."""
        face = self.fonts.faces[font]
        extents = face.hb_font.get_font_extents("ltr")
        above, below = float(extents[0]) / face.units_per_em, float(-extents[1]) / face.units_per_em
        return (above - below) / 2

    def icon(self, name: str, style: Style, x: float, size: float, colour: str, place: Place) -> Picture:
        """A decorative icon at the middle of the first line of a strip."""
        top = self.baseline(style) - X_MIDDLE * style.size_pt - size / 2
        return Picture(x, top, size, size, self.drawing(name, place), colour)

    def drawing(self, name: str, place: Place) -> Drawing:
        """The icon of this name, looked up once."""
        if name not in self._drawings:
            self._drawings[name] = self.assets.drawing(name, place)
        return self._drawings[name]


def _beyond(pieces: Sequence[Piece], height: float) -> tuple[float, float]:
    """How far the pictures in a line reach above and below it: symbols may be higher than its words."""
    pictures = [piece for piece in pieces if type(piece) is Picture]
    if not pictures:
        return 0.0, 0.0
    top, bottom = min(one.y for one in pictures), max(one.y + one.height for one in pictures)
    return max(0.0, -top), max(0.0, bottom - height)


def _lowered(pieces: Sequence[Piece], by: float) -> tuple[Piece, ...]:
    return tuple(piece._replace(y=piece.y + by) for piece in pieces)


def _beside(column: Column, galley: Galley, height: float) -> Beside | None:
    """The lines of this height, of those that come next, that stand beside something."""
    if column.aside is None:
        return None
    count = ceil((column.aside.bottom - galley.next_y) / height)
    return Beside(count, column.aside.x - column.x, column.aside.width) if count > 0 else None


LayOut: TypeAlias = Callable[[Typesetter, Sequence[Element], Column, Galley], None]


def _unknown(kind: str, name: str, theme: Theme, place: Place) -> LessonkitError:
    known = sorted(theme.styles if kind == "style" else theme.boxes)
    what = f"The theme {theme.name} has no {kind} “{name}”."
    return LessonkitError(Problem(place, what, f"Choose one of: {', '.join(known)}."))
