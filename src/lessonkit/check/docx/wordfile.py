"""What a Word file says of itself, as plain data: the subject of the rules in this folder."""

from __future__ import annotations

from dataclasses import field

from lxml import etree

from lessonkit.check.docx.fields import WordField
from lessonkit.check.docx.names import TEXT_PARTS
from lessonkit.dataclass import dataclass
from lessonkit.document import Block, Document
from lessonkit.problems import Place
from lessonkit.reading import fold, inlines, plain, walk

CONTENTS_NOTE = "ContentsNote"


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
    """Outline level it sets itself, from 0; 9 for text."""
    number: int | None = None
    """The list it puts its paragraphs in; 0 for none."""
    number_level: int = 0
    is_usual: bool = False
    """Paragraphs without a style have this one."""


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
    outline: int | None = None
    """An outline level of its own, from 0; 9 for text."""


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
    holds: tuple[bool, ...] = ()
    """Whether each cell holds a picture or a control."""


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
    floats: bool = False
    """Text flows around it."""


@dataclass(frozen=True, slots=True)
class WordDrawing:
    """A picture, in the body or a running head."""

    part: str
    id: str
    alt: str
    decorative: bool
    inline: bool
    near: str = ""
    """The words next to it."""


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
    lock: str = ""
    """What may not be changed about it: `contentLocked` and the like."""
    near: str = ""
    """The words next to it."""


@dataclass(frozen=True, slots=True)
class WordNumber:
    """One list's numbering."""

    definition: int
    formats: tuple[str, ...]
    """Number format of each level."""
    starts: frozenset[int]
    """Levels that start anew."""
    of_styles: bool = False
    """It numbers the paragraphs of a style, as that of headings does."""


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
    running: tuple[WordParagraph, ...]
    """Of running heads and feet."""
    tables: tuple[WordTable, ...]
    drawings: tuple[WordDrawing, ...]
    controls: tuple[WordControl, ...]
    bookmarks: tuple[str, ...]
    fields: tuple[WordField, ...] = ()
    main: str = "word/document.xml"
    """The name of the part with the body."""
    names: dict[str, str] = field(default_factory=dict)
    """The names of the parts of each kind: `styles`, `settings`, `core-properties` …"""
    repeated_parts: tuple[str, ...] = ()
    source: Document | None = None
    """The tree it was written from, where that is known."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where the author wrote a line of text."""

    def lines(self) -> tuple[str, ...]:
        """The author's words, one string for each paragraph, as `reading.reading_lines` gives those of the tree."""
        return tuple(one.text for one in self.paragraphs if one.text and not _is_note_on_pages(one))

    @property
    def body(self) -> etree._Element:
        """The part with the body."""
        return self.trees[self.main]

    def part(self, kind: str) -> etree._Element | None:
        """The part of this kind, if the file has one."""
        return self.trees.get(self.names.get(kind, ""))

    def text_parts(self) -> tuple[etree._Element, ...]:
        """The parts that hold words: the body, running heads and feet, notes."""
        return tuple(root for _, root in sorted(self.trees.items()) if root.tag in TEXT_PARTS)

    def place(self, text: str) -> Place | None:
        """The author's line with these words, if the tree is known and has them."""
        return self.places.get(fold(text), self.source.place if self.source else None)

    @property
    def usual_style(self) -> str:
        """The style of paragraphs that name none; empty if the file has none."""
        return next((style.id for style in self.styles.values() if style.is_usual), "")

    def heading_level(self, paragraph: WordParagraph) -> int:
        """1 to 9 for a heading, by its own outline level or that of its style; 0 for any other paragraph."""
        levels = (paragraph.outline, *(style.outline for style in self.ancestry(paragraph.style)))
        level = next((one for one in levels if one is not None), 9)
        return level + 1 if 0 <= level < 9 else 0

    def ancestry(self, style_id: str) -> tuple[WordStyle, ...]:
        """A style and those it is based on, nearest first."""
        if not style_id:
            style_id = self.usual_style
        found: dict[str, WordStyle] = {}
        while style_id in self.styles and style_id not in found:
            found[style_id] = self.styles[style_id]
            style_id = found[style_id].base
        return tuple(found.values())

    def headings(self) -> tuple[tuple[int, WordParagraph], ...]:
        """Every heading with its level, in reading order."""
        return tuple((level, one) for one in self.paragraphs if (level := self.heading_level(one)))


def _is_note_on_pages(paragraph: WordParagraph) -> bool:
    """True for the line below contents that says whose page numbers they are: no words of the author."""
    return paragraph.in_contents and paragraph.style == CONTENTS_NOTE


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
