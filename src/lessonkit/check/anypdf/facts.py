"""What a PDF says, whoever made it: pages with what is drawn on them, structure, links, outline. Plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from lessonkit.dataclass import dataclass

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


class Box(NamedTuple):
    """A rectangle in points, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def area(self) -> float:
        """Of an empty box: none."""
        return max(0.0, self.width) * max(0.0, self.height)

    def meets(self, other: Box) -> Box:
        """What both have in common; without area if that is nothing."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def joins(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


class Content(NamedTuple):
    """The name of a piece of marked content."""

    page: int
    """Counted from 1."""
    number: int
    """Its MCID."""
    stream: int = 0
    """The object number of the form it is drawn in; 0 for the page itself."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font, as far as a reader notices."""

    name: str = ""
    bold: bool = False
    italic: bool = False


class FontUse(NamedTuple):
    """What is known of a font that words are drawn with."""

    void: bool
    """Some of their letters stand for what is no character."""
    spoken: bool | None
    """All of them stand for something; None where that is not known."""
    plain: bool
    """A simple font in an encoding that readers know, without changes."""
    whole: bool
    """A compact font with all the letters that are drawn with it, numbered by their place."""
    faults: tuple[str, ...]
    """What it lacks for the words that are drawn: sentences."""


@dataclass(slots=True)
class Drawn:
    """Something drawn on a page."""

    page: int
    box: Box
    order: int
    """What is drawn later lies above."""
    content: Content | None
    """None for what no MCID holds."""
    artifact: str | None
    """The type of the artifact that holds it (`Pagination`), empty for one without; None for real content."""

    @property
    def is_loose(self) -> bool:
        """Neither in marked content with a number nor an artifact."""
        return self.content is None and self.artifact is None


@dataclass(slots=True)
class Run(Drawn):
    """Words drawn by one operator."""

    text: str
    size: float
    face: Face
    colour: Colour | None
    """None for a pattern, or a colour space that is not followed."""
    alpha: float = 1
    mode: int = 0
    """The text rendering mode; 3 is invisible."""
    level: bool = True
    """Written from left to right, along the page."""
    baseline: float = 0
    space: float = 0
    """How wide a space is in this font."""
    gaps: tuple[int, ...] = ()
    """Where in `text` words stand apart without a space between them."""
    spoken: str | None = None
    """What an ActualText puts in its place; empty for all but the first run it replaces."""
    language: str | None = None
    """Of the marked content."""
    angle: int = 0
    """Where its line runs: 0 to the right, 90 up, 180 to the left, 270 down; -1 for a slanting one."""
    cut: float = 0
    """The part of it that a clip cuts away, 0 to 1."""
    off: bool = False
    """It stands on a layer that is switched off."""

    @property
    def said(self) -> str:
        """What is read aloud."""
        return self.text if self.spoken is None else self.spoken


@dataclass(slots=True)
class Fill(Drawn):
    """A painted area, by the box around it."""

    colour: Colour | None
    alpha: float = 1
    square: bool = False
    """It fills its box."""


@dataclass(slots=True)
class Picture(Drawn):
    """A raster image."""

    columns: int = 0
    rows: int = 0
    opaque: bool = False
    """Nothing shows through it."""
    few_colours: bool = False
    """One bit or a palette: more likely a drawing or writing than a photograph."""


@dataclass(slots=True)
class Page:
    """A page with what is drawn on it, in drawing order."""

    number: int
    box: Box
    turn: int = 0
    """Degrees that it is turned by when shown, clockwise."""
    runs: list[Run] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    strokes: list[Drawn] = field(default_factory=list)
    """Drawn lines."""
    contents: set[Content] = field(default_factory=set)
    """Every piece of marked content with a number, empty ones too."""
    nested: list[Content] = field(default_factory=list)
    """Marked content inside other marked content or an artifact."""
    repeated: list[Content] = field(default_factory=list)
    """Numbers used by more than one piece."""
    artifacts_inside: int = 0
    """Artifacts inside marked content."""
    around_artifacts: list[Content] = field(default_factory=list)
    """That content."""
    parents: int | None = None
    """The page's key in the parent tree."""
    form_parents: dict[int, int] = field(default_factory=dict)
    """The same of forms drawn on it, by object number."""
    around: dict[Content, Content] = field(default_factory=dict)
    """The piece that a piece of marked content stands in."""
    numbered_artifacts: list[Content] = field(default_factory=list)
    """Artifacts that have a number, as if they were real content."""
    inside_artifacts: list[Content] = field(default_factory=list)
    """Real content inside decoration."""
    forms: list[int] = field(default_factory=list)
    """The object numbers of forms with keys of their own in the parent tree, as often as they are drawn."""
    voices: set[tuple[Content, ...]] = field(default_factory=set)
    """The marked content that words stand in, in their own stream, where none of it names a language."""
    unclosed: int = 0
    """How many pieces of marked content never end."""

    @property
    def rotated(self) -> bool:
        """Whether it is shown turned."""
        return self.turn != 0


@dataclass(eq=False, slots=True)
class Node:
    """A structure element."""

    role: str
    """The standard role that the RoleMap leads to."""
    original: str
    """The role as it stands in the file."""
    number: int = 0
    """Its object number."""
    parent: Node | None = None
    kids: list[Node | Content | Pointer] = field(default_factory=list)
    alt: str | None = None
    actual_text: str | None = None
    language: str | None = None
    expansion: str | None = None
    id: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    claims: int = 0
    """The object number of what it says is around it; 0 if it does not say."""

    @property
    def nodes(self) -> list[Node]:
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Itself and every element in it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.nodes)

    def above(self) -> Iterator[Node]:
        """The elements around it, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, *roles: str) -> bool:
        """Whether an element of these roles is around it."""
        return any(node.role in roles for node in self.above())


@dataclass(frozen=True, slots=True)
class Pointer:
    """An element's reference to an annotation or another object, by object number; 0 if it leads nowhere."""

    object: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link, a form field or another annotation."""

    number: int
    """Its object number."""
    kind: str
    page: int
    box: Box
    contents: str = ""
    address: str = ""
    """Where a link leads outside this file."""
    target: int | None = None
    """The page it leads to, counted from 1; 0 for a target that does not exist; None for a link that leads outside."""
    parent: int | None = None
    """Its key in the parent tree."""
    top: float | None = None
    """How high on that page, where the link says it."""
    hidden: bool = False
    parts: tuple[Box, ...] = ()
    """What of its box can be clicked, where that is not all."""
    label: str = ""
    """Of a form field, what it is called when read aloud (TU)."""
    is_field: bool = False
    """It belongs to a form field that is filled in."""
    own_label: str = ""
    """The label where a field keeps it: with its name (T), which may be that of the object above."""
    has_title: bool = False
    """It has a name (T), or an object above that may have one."""
    framed: bool = False
    """Readers draw a line around it."""
    field_kind: str = ""
    """Of a form field: `Tx` for text, `Btn`, `Ch`, `Sig`."""
    field_name: str = ""
    """What the form calls the field; widgets with the same one are the same field."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline."""

    level: int
    title: str
    page: int | None
    """0 for one that leads nowhere."""
    top: float | None = None
    """How high on that page, where the bookmark says it."""


@dataclass
class PdfFacts:
    """A PDF read once."""

    pages: list[Page] = field(default_factory=list)
    file: bytes = b""
    """The whole file, to be drawn where that is needed."""
    root: Node | None = None
    """Above the structure tree; None without one."""
    annotations: list[Annotation] = field(default_factory=list)
    outline: list[Bookmark] = field(default_factory=list)
    parents: dict[int, list[int]] = field(default_factory=dict)
    """The parent tree: object numbers of elements by key; for an annotation's key a single one."""
    parent_lists: set[int] = field(default_factory=set)
    """The keys under which a list stands, as for what pages draw, and not a single element."""
    rooted: set[int] = field(default_factory=set)
    """Those of them that say, one after the other, that they stand in the structure."""
    parent_roles: dict[int, str] = field(default_factory=dict)
    """The standard roles of elements in the parent tree, by object number."""
    parent_alts: dict[int, str] = field(default_factory=dict)
    """Their alternative texts, where they have one."""
    told: set[int] = field(default_factory=set)
    """Those that name a language, or stand in one that does; left empty in a file that names one for all."""
    role_map: dict[str, str] = field(default_factory=dict)
    circles: set[str] = field(default_factory=set)
    """Roles of elements that the role map leads around in a circle."""
    fonts: dict[int, FontUse] = field(default_factory=dict)
    """Fonts that words on pages are drawn with, by object number."""
    second_title: str = ""
    """Of the document information, where that is another one."""
    commands: list[str] = field(default_factory=list)
    """What runs when the file or a page of it is opened: `JavaScript`, `Launch` …"""
    surprises: list[str] = field(default_factory=list)
    """How else it opens in another way than readers expect, as ends of “The file …”."""
    page_numbers: list[int | None] = field(default_factory=list)
    """What readers call each page; None for letters and Roman numbers."""
    metadata: bytes = b""
    """The XMP packet."""
    form_settings: bytes = b""
    """How an XFA form wants to be shown, as XML."""
    marked: bool = False
    title: str = ""
    """From XMP, else from the document information."""
    shows_title: bool = False
    language: str = ""
    encrypted: bool = False
    readable: bool = True
    """The security settings let assistive technology take out the text."""
    faults: list[str] = field(default_factory=list)
    """What is damaged, or beyond the limits of this reader: sentences."""

    @cached_property
    def nodes(self) -> list[Node]:
        """Every structure element, in reading order."""
        return list(self.root.walk())[1:] if self.root else []

    @cached_property
    def runs_of(self) -> dict[Content, list[Run]]:
        """The words of each piece of marked content."""
        found: dict[Content, list[Run]] = {}
        for page in self.pages:
            for run in page.runs:
                if run.content is not None:
                    found.setdefault(run.content, []).append(run)
        return found

    @cached_property
    def pictures_of(self) -> dict[Content, list[Picture]]:
        """The raster images of each piece of marked content."""
        found: dict[Content, list[Picture]] = {}
        for page in self.pages:
            for picture in page.pictures:
                if picture.content is not None:
                    found.setdefault(picture.content, []).append(picture)
        return found

    @cached_property
    def shown(self) -> set[Content]:
        """Marked content in which a picture, an area or a line is drawn."""
        return {
            each.content
            for page in self.pages
            for drawn in (page.pictures, page.fills, page.strokes)
            for each in drawn
            if each.content is not None
        }

    @cached_property
    def holders(self) -> dict[Content, list[Node]]:
        """The elements that hold each piece of marked content: one, in a sound file."""
        found: dict[Content, list[Node]] = {}
        for node in self.nodes:
            for kid in node.kids:
                if isinstance(kid, Content):
                    found.setdefault(kid, []).append(node)
        return found

    @cached_property
    def annotation_at(self) -> dict[int, Annotation]:
        """Annotations by object number."""
        return {each.number: each for each in self.annotations if each.number}
