"""What a Word file says of itself, as plain data: the subject of the rules in this folder."""

from __future__ import annotations

from dataclasses import field

from lxml import etree

from lessonkit.check.docx.names import TEXT_PARTS
from lessonkit.dataclass import dataclass
from lessonkit.document import Block, Document
from lessonkit.problems import Place
from lessonkit.reading import fold, inlines, plain, walk


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A named style."""

    id: str
    name: str
    kind: str
    """`paragraph`, `character`, `table` or `numbering`."""
    base: str
    """Id of the style it is based on; empty for none."""
    outline: int | None
    """Outline level it sets itself, from 0."""


@dataclass(frozen=True, slots=True)
class WordLink:
    """A hyperlink."""

    text: str
    target: str
    """The address, or `#` and the name of a bookmark."""
    tooltip: str


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of the body, or of a footnote that is called in it."""

    text: str
    """Its words as `reading.plain` gives them."""
    raw: str
    """Its words before white space is folded."""
    style: str
    """A style id; empty for the default style."""
    number: int | None
    """The list it belongs to, by number id."""
    level: int
    """Level in that list, from 0."""
    links: tuple[WordLink, ...]
    in_table: bool
    in_contents: bool
    in_note: bool = False


@dataclass(frozen=True, slots=True)
class WordRow:
    """A table row."""

    is_header: bool
    cannot_split: bool
    cells: tuple[str, ...]
    """The words of each cell."""
    merged: bool
    """A cell spans columns or rows."""
    columns: int
    """How many columns of the grid its cells fill."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table."""

    rows: tuple[WordRow, ...]
    columns: int
    """Of its grid."""
    first_row: bool
    """The table style's header row is switched on."""
    first_column: bool
    title: str
    description: str
    nested: bool
    """It stands in a cell of another table."""


@dataclass(frozen=True, slots=True)
class WordDrawing:
    """A picture, in the body or a running head."""

    part: str
    id: str
    alt: str
    decorative: bool
    inline: bool


@dataclass(frozen=True, slots=True)
class WordControl:
    """A content control."""

    part: str
    id: str
    title: str
    tag: str
    is_contents: bool
    ticked: bool | None = None
    """Of a tick box."""


@dataclass(frozen=True, slots=True)
class WordNumber:
    """One list's numbering."""

    definition: int
    formats: tuple[str, ...]
    """Number format of each level."""
    starts: frozenset[int]
    """Levels that start anew."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file read back."""

    data: bytes
    """The whole file."""
    parts: dict[str, bytes]
    trees: dict[str, etree._Element]
    """The XML parts, by name."""
    title: str
    subject: str
    author: str
    language: str
    """Of the document's defaults."""
    theme_language: str
    core_language: str
    styles: dict[str, WordStyle]
    numbers: dict[int, WordNumber]
    paragraphs: tuple[WordParagraph, ...]
    """Of the body, in reading order, those in tables and controls too; each before the notes called in it."""
    tables: tuple[WordTable, ...]
    drawings: tuple[WordDrawing, ...]
    controls: tuple[WordControl, ...]
    bookmarks: tuple[str, ...]
    source: Document | None = None
    """The tree it was written from, where that is known."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where the author wrote a line of text."""

    def lines(self) -> tuple[str, ...]:
        """The author's words, one string for each paragraph, as `reading.reading_lines` gives those of the tree."""
        return tuple(paragraph.text for paragraph in self.paragraphs if paragraph.text)

    def text_parts(self) -> tuple[etree._Element, ...]:
        """The parts that hold words: the body, running heads and feet, notes."""
        return tuple(root for _, root in sorted(self.trees.items()) if root.tag in TEXT_PARTS)

    def place(self, text: str) -> Place | None:
        """The author's line with these words, if the tree is known and has them."""
        return self.places.get(fold(text), self.source.place if self.source else None)

    def heading_level(self, paragraph: WordParagraph) -> int:
        """1 to 9 for a heading, by the outline level that its style sets or inherits; 0 for any other paragraph."""
        for style in self.ancestry(paragraph.style):
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else 0
        return 0

    def ancestry(self, style_id: str) -> tuple[WordStyle, ...]:
        """A style and those it is based on, nearest first."""
        found: list[WordStyle] = []
        while style_id in self.styles and self.styles[style_id] not in found:
            found.append(self.styles[style_id])
            style_id = found[-1].base
        return tuple(found)

    def headings(self) -> tuple[tuple[int, WordParagraph], ...]:
        """Every heading with its level, in reading order."""
        return tuple((level, one) for one in self.paragraphs if (level := self.heading_level(one)))


def places_of(document: Document) -> dict[str, Place]:
    """Where the author wrote each line of the tree; the first place of words that come twice."""
    places: dict[str, Place] = {}
    for block in walk(document.blocks):
        for content in inlines(block):
            places.setdefault(plain(content), _place(block, document))
    return places


def _place(block: Block, document: Document) -> Place:
    place: Place = getattr(block, "place", document.place)
    return place if place.file else document.place
