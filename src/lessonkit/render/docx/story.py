"""What the parts of the renderer share while one document is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from typing import Literal

from lessonkit.appearance import BoxStyle, Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import Document, Panel
from lessonkit.drawing import Assets
from lessonkit.problems import NOWHERE, LessonkitError, Place, Problem
from lessonkit.reading import headings, walk
from lessonkit.render.docx.looks import box_edges
from lessonkit.render.docx.numbering import Numbering, Shape
from lessonkit.render.docx.package import MAIN, Relationships
from lessonkit.render.docx.piece import Piece
from lessonkit.render.docx.styles import Styles

CellKind = Literal["", "table-head", "table-row-head", "table-cell"]
APART_PT = 0.5
"""How much narrower the second of two equal boxes is: Word joins the frames of paragraphs of the same width."""
LONGEST_BOOKMARK = 40
"""Word cuts longer names."""


@dataclass(frozen=True)
class Setting:
    """Where the block being written stands."""

    width_pt: float
    """Of the column, within which pictures and tables must fit."""
    box: BoxStyle | None = None
    box_apart: bool = False
    """The box directly follows an equal one, and must not be joined with it."""
    cell: CellKind = ""
    in_columns: bool = False
    in_definition: bool = False
    inset_pt: float = 0.0
    """How much further in than the text around them the labels of the list stand."""
    list_number: int = 0
    list_shape: Shape = ()
    list_level: int = -1
    list_style: str = "list"
    list_ink: str = ""
    """The colour of its labels; empty for the usual one."""

    def edges(self, indent_pt: float = 0.0) -> tuple[float, float]:
        """Points between the column's edges and the text, which begins `indent_pt` further in."""
        left, right = box_edges(self.box) if self.box else (0.0, 0.0)
        return left + indent_pt, right + APART_PT * self.box_apart


@dataclass
class Story:
    """One document being written."""

    document: Document
    theme: Theme
    assets: Assets
    styles: Styles
    numbering: Numbering
    setting: Setting
    links: dict[str, Relationships] = field(default_factory=dict)
    """What each part points to, by the part's name."""
    part: str = MAIN
    """The part being written."""
    media: dict[str, bytes] = field(default_factory=dict)
    """Pictures by their name in the package."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    """Ids of the tree → bookmark names."""
    place: Place = NOWHERE
    """Of the block being written, for messages."""
    starts_page: bool = False
    """The next paragraph starts a new page."""
    starts_column: bool = False
    """The next paragraph starts a new column."""
    section_continues: bool = False
    """The current section starts on the page where the one before it ends."""
    latest: Piece | None = None
    """The piece made last: where a section must end when the next one begins."""
    ends_level: Piece | None = None
    """The last piece of columns that end level: only if a section follows them."""
    details: dict[str, str | None] = field(default_factory=dict)
    """The school details printed so far, by name; None for a blank."""
    labels: dict[str, str] = field(default_factory=dict)
    """Labels of blanks → names of their building blocks."""
    running_details: frozenset[str] = frozenset()
    """The school details in the running head and foot."""
    styled_details: set[str] = field(default_factory=set)
    """Those of them that the body prints in a style of their own, for the running head to refer to."""
    template_kinds: tuple[str, ...] = ()
    """Which of `header` and `footer` a school's template brings along."""
    left_out: dict[str, None] = field(default_factory=dict)
    """What that template has no place for, one sentence each."""
    notes: list[str] = field(default_factory=list)
    """The footnotes so far."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Ids of headings → the numbers of their pages in the PDF, where those are known."""
    remembers: bool = True
    """Paragraphs carry the bookmarks by which a person's edits are found."""
    running: tuple[str, ...] = ()
    """References of every section to the running head and foot."""
    _numbers: dict[str, int] = field(default_factory=dict)

    @property
    def relationships(self) -> Relationships:
        """What the part being written points to."""
        return self.links.setdefault(self.part, Relationships())

    @contextmanager
    def writing(self, part: str) -> Iterator[None]:
        """Write some words of another part."""
        before, self.part = self.part, part
        yield
        self.part = before

    def number(self, kind: Literal["block", "bookmark", "picture", "control"]) -> int:
        """The next number of this kind, from 1: unique in the whole file."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return self._numbers[kind]

    @contextmanager
    def within(self, **changes: object) -> Iterator[None]:
        """Write some blocks in a changed setting."""
        before = self.setting
        self.setting = replace(before, **changes)  # type: ignore[arg-type]
        yield
        self.setting = before

    def anchor(self, target: str) -> str:
        """The bookmark that an internal link leads to. Raises LessonkitError if there is none."""
        if target not in self.bookmarks:
            raise LessonkitError(
                Problem(self.place, f"The link leads to “#{target}”, which is not in this document.",
                        "Link to the id of a heading.")
            )  # fmt: skip
        return self.bookmarks[target]


def bookmark_names(document: Document) -> dict[str, str]:
    """A bookmark name for every heading id and panel: letters, digits and `_`, short and unique."""
    names: dict[str, str] = {}
    panels = [f"panel-{block.number}" for block in walk(document.blocks) if isinstance(block, Panel)]
    for identifier in [*(heading.id for heading in headings(document)), *panels]:
        stem = re.sub(r"\W", "_", identifier, flags=re.ASCII)
        stem = (stem if stem[:1].isalpha() else f"h_{stem}")[:LONGEST_BOOKMARK]
        name, copies = stem, 1
        while name in names.values():
            copies += 1
            name = f"{stem[: LONGEST_BOOKMARK - 4]}_{copies}"
        names.setdefault(identifier, name)
    return names
