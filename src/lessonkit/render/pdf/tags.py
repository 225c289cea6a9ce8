"""The structure tree as data: elements (ISO 32000-1, 14.7.2) and the stretches of content inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place

ROLES = {
    "Strong": "Span",
    "Em": "Span",
    "Superscript": "Span",
    "Field": "Span",
    "PageNumber": "Span",
    "CalloutTitle": "P",
}
"""Our own structure types and the standard ones they stand for (the RoleMap)."""

CALL = "Reference"
"""The tag of the number that calls a footnote, and of an entry in a contents list."""

NOTE = "Note"
"""The tag of a footnote: it stands right after its call, and is set at the foot of the page."""

UNTAGGED = ""
"""The tag of what layout must draw and no reader meets: decorative pictures and page breaks."""


@dataclass(eq=False, slots=True)
class Leaf:
    """A stretch of content of one element; wherever it is drawn becomes marked content of that element."""

    number: int
    node: Any
    """The Text, Field, LineBreak, Figure … it draws; None for a label or a page number."""
    text: str
    """Its words; empty for a picture or a blank."""
    parent: Element


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2), with what of the document it stands for."""

    tag: str
    node: Any = None
    place: Place = NOWHERE
    attributes: dict[str, str] = field(default_factory=dict)
    """Lang, Alt, ActualText, E, ID, Scope, Headers, ColSpan, RowSpan, ListNumbering."""
    kids: list[Element | Leaf] = field(default_factory=list)
    parent: Element | None = None

    def elements(self) -> list[Element]:
        """The elements directly inside."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def leaves(self) -> Iterator[Leaf]:
        """Every stretch of content inside, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            else:
                yield from kid.leaves()


@dataclass(frozen=True, eq=False, slots=True)
class Tree:
    """All elements of a document, and its leaves by number."""

    root: Element
    leaves: tuple[Leaf, ...]


def words(element: Element) -> str:
    """The words inside an element, as they are read."""
    return "".join(leaf.text or leaf.parent.attributes.get("ActualText", "") for leaf in element.leaves())


def ending(element: Element) -> str:
    """The last words inside an element, but for calls of notes and the notes."""
    for kid in reversed(element.kids):
        if isinstance(kid, Leaf):
            return kid.text
        if kid.tag not in (CALL, NOTE) and (found := ending(kid)):
            return found
    return ""


def enclosing(element: Element | None, tag: str) -> Element | None:
    """The nearest element of this tag: this one or one around it."""
    while element is not None and element.tag != tag:
        element = element.parent
    return element


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote in the tree."""

    number: int
    label: Element
    """Its number, which leads back to the call."""
    body: Element
    """Its words: not in the tree, but with the leaves of the note that is."""
    place: Place


def calls(tree: Tree) -> Iterator[tuple[int, Note]]:
    """For each leaf that calls a footnote its number in the tree and the note."""
    for leaf in tree.leaves:
        call = leaf.parent.parent
        if leaf.node is None and call and call.tag == CALL and call.parent:
            siblings = call.parent.kids
            after = siblings.index(call) + 1
            note = siblings[after] if after < len(siblings) else None
            if isinstance(note, Element) and note.tag == NOTE:
                label, *words = note.kids
                assert isinstance(label, Element)
                body = Element(NOTE, note.node, note.place, {}, words, note.parent)
                yield leaf.number, Note(int(leaf.text), label, body, note.place)
