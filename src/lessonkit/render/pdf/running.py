"""Running heads and feet: in the margins of every page, and never part of what is read."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from lessonkit.appearance import Margins
from lessonkit.document import Document, Inlines, LineBreak, PageNumber, Strong, Text
from lessonkit.render.pdf.lines import Align, break_lines, set_line
from lessonkit.render.pdf.pieces import MM, Piece, Placed
from lessonkit.render.pdf.tagging import running
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.words import look_of, words_of

FROM_TEXT = 0.42
"""How far from the text a running line stands, as a share of its margin."""


class Running:
    """Sets the running lines of one document's pages."""

    def __init__(self, typesetter: Typesetter, document: Document, pages: int) -> None:
        self.typesetter = typesetter
        self.document = document
        self.pages = pages
        self.style = typesetter.style("running", document.place)
        self.look = look_of(self.style)
        self._sides: dict[Hashable, tuple[Piece, ...]] = {}

    def lines(self, width: float, height: float, margins: Margins, page: int, with_head: bool) -> tuple[Placed, ...]:
        """Draft mark, head and foot of a page of this size in points."""
        column = Column(margins.left * MM, width - (margins.left + margins.right) * MM)
        above = margins.top * MM * (1 - FROM_TEXT)
        below = height - margins.bottom * MM * (1 - FROM_TEXT) + self.style.size_pt / 2
        pieces = (
            *(self.sides(self.document.head, column, above, page) if with_head else ()),
            *self.sides(self.document.foot, column, below, page),
            *self.draft(column, above - (self.height if with_head and self.document.head else 0.0)),
        )
        return (Placed(0.0, 0.0, pieces),) if pieces else ()

    @property
    def height(self) -> float:
        """The height of a running line."""
        return self.typesetter.height(self.style)

    def sides(self, content: Inlines, column: Column, baseline: float, page: int) -> Iterator[Piece]:
        """One line with a part at the left and a part at the right."""
        split = right_part(content)
        yield from self.side(content[:split], "left", column, baseline, page)
        yield from self.side(content[split:], "right", column, baseline, page)

    def side(self, content: Inlines, align: Align, column: Column, baseline: float, page: int) -> tuple[Piece, ...]:
        """One part of a line; the same pieces on every page, unless its number is in it."""
        own = page if any(isinstance(node, PageNumber) for node in content) else 0
        key = (content, align, column, baseline, own)
        if key not in self._sides:
            part = running(content, page, self.pages)
            words = words_of(part, self.look, self.typesetter.fonts, column.width / 2, "plain")
            self._sides[key] = set_line(words, column.x, baseline, column.width, align) if words else ()
        return self._sides[key]

    def draft(self, column: Column, baseline: float) -> Iterator[Piece]:
        """The line that marks a draft, in as many lines as it needs, upwards from a baseline."""
        why = self.document.draft
        if not why:
            return
        draft = self.document.words["draft"]
        mark = why if why.lower().startswith(draft.lower()) else f"{draft}: {why}"
        content = running((Strong((Text(mark),)),), 0, 0)
        words = words_of(content, self.look, self.typesetter.fonts, column.width)
        lines = break_lines(words, column.width)
        for number, line in enumerate(reversed(lines)):
            yield from set_line(words[line.first : line.end], column.x, baseline - number * self.height, column.width)


def right_part(content: Inlines) -> int:
    """Where the right part begins: at a forced line end, else with the words that lead to the page number."""
    for number, node in enumerate(content):
        if isinstance(node, LineBreak):
            return number
        if isinstance(node, PageNumber):
            return number - 1 if number and isinstance(content[number - 1], Text) else number
    return len(content)
