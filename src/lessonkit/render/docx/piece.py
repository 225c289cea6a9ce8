"""What a Word body is made of while it is being written: paragraphs that can still change, and finished XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from lessonkit.dataclass import dataclass
from lessonkit.document import Block
from lessonkit.render.docx.element import twips, w

if TYPE_CHECKING:
    from lessonkit.render.docx.story import Story

COLUMN_BREAK = w("r", w("br", type="column"))


@dataclass
class WordParagraph:
    """A paragraph before it is written; its looks are its style's, the rest here is its place in the document."""

    style: str
    """A style id."""
    content: str
    """Runs, links, bookmarks and controls."""
    numbering: tuple[int, int] | None = None
    """Number id and level."""
    starts_page: bool = False
    starts_column: bool = False
    keep_with_next: bool = False
    border: str = ""
    """A `w:pBdr` of its own: what a heading in a box needs, which keeps its built-in style."""
    shading: str = ""
    tabs: str = ""
    """A `w:tabs` of its own: where the page numbers of contents stand depends on the width of the column."""
    indent: str = ""
    align: str = ""
    """A `w:jc` of its own: that of its column in a table."""
    look_before_pt: float = 0.0
    """The space above that its style has."""
    before_pt: float | None = None
    """Set where the space depends on the neighbours: at the edges of a box, after a table."""
    after_pt: float | None = None
    line_pt: float | None = None
    """The least height of a line, of its own: room to write and to draw differs by reader."""
    section: str = ""
    """The `w:sectPr` of the section that ends with this paragraph."""

    def xml(self) -> str:
        """The finished paragraph."""
        column = COLUMN_BREAK if self.starts_column else ""
        return w("p", self._properties(), column, self.content)

    def _properties(self) -> str:
        # The order is the schema's (ISO 29500-1, 17.3.1.26); Word repairs files that do not keep it.
        return w(
            "pPr",
            w("pStyle", val=self.style),
            w("keepNext") if self.keep_with_next else "",
            w("pageBreakBefore") if self.starts_page else "",
            self._numbering(),
            self.border,
            self.shading,
            self.tabs,
            self._spacing(),
            self.indent,
            w("jc", val=self.align) if self.align else "",
            self.section,
        )

    def _numbering(self) -> str:
        if self.numbering is None:
            return ""
        number, level = self.numbering
        return w("numPr", w("ilvl", val=level), w("numId", val=number))

    def _spacing(self) -> str:
        before = None if self.before_pt is None else twips(self.before_pt)
        after = None if self.after_pt is None else twips(self.after_pt)
        line, rule = (None, None) if self.line_pt is None else (twips(self.line_pt), "atLeast")
        if before is None and after is None and line is None:
            return ""
        return w("spacing", before=before, after=after, line=line, lineRule=rule)


@dataclass
class WordTable:
    """A finished table."""

    text: str

    def xml(self) -> str:
        """The finished table."""
        return self.text


@dataclass
class WordControl:
    """A block content control around paragraphs: the contents list."""

    properties: str
    paragraphs: list[WordParagraph]

    def xml(self) -> str:
        """The finished control."""
        inside = "".join(paragraph.xml() for paragraph in self.paragraphs)
        return w("sdt", self.properties, w("sdtContent", inside))


Piece: TypeAlias = WordParagraph | WordTable | WordControl
WriteBlocks: TypeAlias = "Callable[[Story, Iterable[Block]], list[Piece]]"
"""Writes nested blocks: handed down to whatever holds blocks."""


def pieces_xml(pieces: Iterable[Piece]) -> str:
    """The pieces, one after the other."""
    return "".join(piece.xml() for piece in pieces)
