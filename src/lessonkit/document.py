"""The document tree: what a layout produces and the only thing a renderer sees.

Plain data, no behaviour: names follow PDF (ISO 32000) and HTML roles. What the tree cannot express, no format
can get wrong: a figure has an alt text or is decorative by type, a table knows its header cells, a link its text.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from lessonkit.appearance import Page
from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place

# --------------------------------------------------------------------------------------------- inline nodes


@dataclass(frozen=True, slots=True)
class Decorative:
    """Says nothing that the words do not say: an artifact in PDF, an empty alt elsewhere."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. White space is already folded: single spaces, no line ends."""

    text: str
    language: str | None = None
    """BCP 47, only where it differs from the document's language."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance: the theme's `strong` character style."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress: the theme's `emphasis` character style, which is not italic."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Smaller words above the line: the `th` of `19th`, an exponent."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with what it stands for, which screen readers may say instead."""

    text: str
    expansion: str
    language: str | None = None
    """BCP 47, only where it differs from the document's language."""


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type or to recognise letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture of the library in a line of words, as high as its capitals, or a symbol of a size of its own.

    A decorative symbol belongs to the word right after it: no line ends between the two.
    """

    name: str
    alt: str | Decorative
    place: Place = NOWHERE
    size: float = 0.0
    """The height of a symbol, as a multiple of the type size; 0 for an icon as high as capitals."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note, called here and printed at the foot of the page; its number is its place among the notes, from 1."""

    content: tuple[Inline, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Link:
    """A link whose children say where it leads; never empty."""

    children: tuple[Inline, ...]
    target: str
    """`https:`, `mailto:`, `tel:` or `#id` of a heading or panel in this document."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Field:
    """A detail that somebody fills in: a school detail, or a blank to write in such as a time code."""

    name: str
    """`school_name`, `dsl_name` …: the same name is the same detail everywhere; `blank` for a one-off blank."""
    label: str
    """What belongs here, for people who cannot see the blank: `name of your school`."""
    value: str | None = None
    """None draws a visible blank that is spoken as `blank: label`."""
    width_mm: float = 40.0
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end inside a paragraph; reads as a space."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of this page; only in running heads and feet."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages; only in running heads and feet."""


Inline: TypeAlias = (
    Text
    | Strong
    | Emphasis
    | Superscript
    | Abbreviation
    | Code
    | Icon
    | Footnote
    | Link
    | Field
    | LineBreak
    | PageNumber
    | PageCount
)
Inlines: TypeAlias = tuple[Inline, ...]

# ---------------------------------------------------------------------------------------------- block nodes


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The document's title is its only level 1; levels never skip (PDF/UA-1 7.4.2)."""

    level: int
    content: Inlines
    id: str
    """Unique in the document; what links and contents point to."""
    icon: str | None = None
    """Name of a decorative icon drawn before the words."""
    style: str = ""
    """A theme style; empty means `heading-<level>`."""
    badge: str = ""
    """A number or letter in a disc before the words, which say it too: decorative."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named paragraph style of the theme."""

    content: Inlines
    style: str = "body"
    icon: str | None = None
    """Name of a decorative icon drawn before the words."""
    place: Place = NOWHERE


ListKind: TypeAlias = Literal["bullet", "number", "check"]
Numbering: TypeAlias = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: blocks are paragraphs and nested lists."""

    blocks: tuple[Block, ...]
    checked: bool = False
    """Its tick box is ticked."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class List:
    """A list; `check` items carry a tick box that is their label."""

    items: tuple[ListItem, ...]
    kind: ListKind = "bullet"
    start: int = 1
    style: str = "list"
    """The theme style of the items' paragraphs."""
    numbering: Numbering = "decimal"
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: Inlines
    blocks: tuple[Block, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their definitions: a glossary, who is who."""

    items: tuple[Definition, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `header` makes it a header of its row or column."""

    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    """How many columns it spans."""
    rows: int = 1
    """How many rows it spans."""
    place: Place = NOWHERE


Align: TypeAlias = Literal["left", "centre", "right", "number"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells that begin in it. With those that reach into it, every row has the same number of columns."""

    cells: tuple[Cell, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A data table with a header row that repeats on every page."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...]
    """Shares of the available width, one for each column; empty to fit the columns to what they hold."""
    caption: Inlines
    row_headers: bool = True
    """The first cell of each body row is a header cell of its row."""
    aligns: tuple[Align, ...] = ()
    """One for each column, `number` at the decimal point; empty for all at the left."""
    place: Place = NOWHERE


ChartKind: TypeAlias = Literal["bar", "line", "pictogram"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers in a chart, one for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers; the same numbers stand in a table beside it."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    """What is counted: `lessons`, `%`."""
    icon: str = ""
    """What a pictogram counts with."""


@dataclass(frozen=True, slots=True)
class QRCode:
    """A square that a telephone's camera reads as an address; the address is printed beside it."""

    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with an alternative text, or marked decorative."""

    source: str | Chart | QRCode
    """`icon:NAME` for a vector drawing of the library, a file path relative to the project folder, or what to draw."""
    alt: str | Decorative
    width_mm: float
    caption: Inlines = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart: `remember`, `important`, `help`, `note` …; its box style has the kind's name."""

    kind: str
    title: Inlines
    """May be empty."""
    blocks: tuple[Block, ...]
    icon: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks drawn in one box of the theme, without a meaning of their own: a title banner, a card."""

    style: str
    blocks: tuple[Block, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what belongs to it; sections nest."""

    blocks: tuple[Block, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups of blocks side by side, read one after the other; never split over pages."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]
    """Shares of the available width, one for each column."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MultiColumn:
    """Text that flows through columns which end level; it may run over pages."""

    blocks: tuple[Block, ...]
    count: int = 2
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Float:
    """Blocks, usually a figure, at one side of the text that runs beside and then below them; they are read first."""

    side: Literal["left", "right"]
    blocks: tuple[Block, ...]
    beside: tuple[Block, ...]
    share: float = 0.4
    """Of the available width, for what stands at the side."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a leaflet: fills the frame of this number in the page's panels; only at top level."""

    number: int
    blocks: tuple[Block, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents list with links, made from the headings that follow it; its title is not a heading."""

    title: Inlines
    depth: int = 2
    """The deepest heading level listed; level 1 is never listed."""
    place: Place = NOWHERE
    note: str = ""
    """Says that the page numbers are those of the PDF, where a format has no pages of its own to count: Word."""


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on, or a frame to draw in, under a label."""

    label: Inlines
    lines: int
    """0 for a frame."""
    height_mm: float = 0.0
    """From one line to the next, or of the frame; 0 for lines as far apart as adults need."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page (flowing layouts only)."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | DefinitionList
    | Table
    | Figure
    | Callout
    | Box
    | Section
    | Columns
    | MultiColumn
    | Float
    | Panel
    | Contents
    | WritingSpace
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready to render."""

    name: str
    """File name stem of its outputs: `maya-film`."""
    title: str
    language: str
    """BCP 47: `en-GB`."""
    audience: str
    blocks: tuple[Block, ...]
    page: Page
    origin: str = ""
    """Which document in which tailoring it is, if its name does not say that: `maya-film:send-low@30`."""
    band: str = ""
    """Whose reading limits hold: `easy` for Easy Read; empty for those of the audience."""
    description: str = ""
    """One sentence for the metadata."""
    author: str = "lessonkit"
    head: Inlines = ()
    """Running head, an artifact on every page."""
    foot: Inlines = ()
    """Running foot, an artifact on every page."""
    draft: str = ""
    """Why this is a draft, printed as a running artifact; empty when it is none."""
    leave: Link | None = None
    """A way out of the web page, to something neutral, for readers who may be overlooked."""
    place: Place = NOWHERE
    extra: dict[str, str] = field(default_factory=dict)
    """Further metadata: `version`, `date`."""
    words: dict[str, str] = field(default_factory=dict)
    """What formats say beside its own words, in its language: `skip`, `blank`, `note` …"""
    words_file: str = ""
    """Where they come from, for messages."""
    untranslated: tuple[str, ...] = ()
    """Names of words, the layout's too, that are English for want of a translation."""
    unchecked: bool = False
    """No translator has checked those words."""
