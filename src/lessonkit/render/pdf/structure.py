"""The structure tree as PDF objects: elements, the parent tree and link annotations as plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lessonkit.render.pdf.paths import Area, number, united
from lessonkit.render.pdf.stream import Marks
from lessonkit.render.pdf.tags import ROLES, UNTAGGED, Element, Leaf, Tree, words

KEPT_EMPTY = frozenset({"Document", "TD", "TH", "LBody"})
"""Elements that stand even without content: a table needs all its cells."""

OWNERS = {"Scope": "Table", "ListNumbering": "List"}
"""The attributes that belong to an attribute object, with its owner (ISO 32000-1, 14.8.5)."""

LINES_APART = 0.5
"""Areas whose bottoms are no further apart, in points, lie on one line."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The active areas of one link on one page."""

    link: Element
    page: int
    areas: tuple[Area, ...]
    """One for each line."""


def link_annotations(tree: Tree, marks: Marks) -> list[Annotation]:
    """One annotation for each link and page, in reading order."""
    found: dict[tuple[int, int], tuple[Element, list[Area]]] = {}
    for leaf in tree.leaves:
        link = link_of(leaf)
        if link is not None:
            for page, area in marks.areas.get(leaf.number, ()):
                found.setdefault((id(link), page), (link, []))[1].append(area)
    return [Annotation(link, page, tuple(_lines(areas))) for (_, page), (link, areas) in found.items()]


def link_of(leaf: Leaf) -> Element | None:
    """The link that a leaf is part of."""
    element: Element | None = leaf.parent
    while element is not None and element.tag != "Link":
        element = element.parent
    return element


def _lines(areas: Sequence[Area]) -> Iterator[Area]:
    line: list[Area] = []
    for area in areas:
        if line and abs(area.bottom - line[0].bottom) > LINES_APART:
            yield united(line)
            line = []
        line.append(area)
    yield united(line)


def written(root: Element) -> list[Element]:
    """The elements that are written, each before those inside it: all that hold something, and every cell."""
    inside = [element for kid in root.elements() for element in written(kid)]
    holds = inside or root.tag in KEPT_EMPTY or any(isinstance(kid, Leaf) for kid in root.kids)
    return [root, *inside] if root.tag != UNTAGGED and holds else inside


class StructureWriter:
    """Writes the dictionaries of elements, once it is known where their objects and marks are."""

    def __init__(
        self,
        marks: Marks,
        references: Mapping[int, str],
        page_references: Sequence[str],
        link_references: Mapping[int, Sequence[tuple[int, str]]],
    ) -> None:
        self.marks = marks
        self.references = references
        """For the id of each element that is written its object."""
        self.pages = page_references
        self.links = link_references
        """For the id of each link element its annotations: page and reference."""

    def element(self, element: Element, parent: str) -> bytes:
        """The dictionary of a structure element."""
        pages = [page for kid in element.kids if isinstance(kid, Leaf) for page, _ in self.sequences(kid)]
        home = pages[0] if pages else None
        kids = " ".join(self.kids(element, home))
        entries = [f"/S /{element.tag} /P {parent}"]
        entries += [f"/Pg {self.pages[home]}"] if home is not None else []
        entries += [f"/K [{kids}]"] if kids else []
        entries += list(self.attributes(element))
        return f"<<{' '.join(entries)}>>".encode("latin-1")

    def sequences(self, leaf: Leaf) -> Sequence[tuple[int, int]]:
        return self.marks.sequences.get(leaf.number, ())

    def kids(self, element: Element, home: int | None) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, Element):
                if id(kid) in self.references:
                    yield self.references[id(kid)]
            else:
                for page, mark in self.sequences(kid):
                    elsewhere = f"<</Type /MCR /Pg {self.pages[page]} /MCID {mark}>>"
                    yield str(mark) if page == home else elsewhere
        for page, annotation in self.links.get(id(element), ()):
            yield f"<</Type /OBJR /Obj {annotation} /Pg {self.pages[page]}>>"

    def attributes(self, element: Element) -> Iterator[str]:
        owned = []
        for name, value in element.attributes.items():
            if name in OWNERS:
                owned.append(f"<</O /{OWNERS[name]} /{name} /{value}>>")
            else:
                yield f"/{name} {text_string(value)}"
        if element.tag == "Figure":
            owned.append(self.layout(element))
        if owned:
            yield f"/A [{' '.join(owned)}]"

    def layout(self, element: Element) -> str:
        """The layout attributes of a figure."""
        areas = [area for leaf in element.leaves() for _, area in self.marks.areas[leaf.number]]
        return f"<</O /Layout /Placement /Block /BBox [{_corners(united(areas))}]>>"

    def parent_tree(self, tree: Tree, annotated: Sequence[tuple[int, Element]]) -> str:
        """From pages' marks and annotations back to elements."""
        entries = []
        for page, owners in enumerate(self.marks.owners):
            elements = " ".join(self.references[id(tree.leaves[leaf].parent)] for leaf in owners)
            entries.append(f"{page} [{elements}]")
        entries += [f"{key} {self.references[id(element)]}" for key, element in annotated]
        return f"<</Nums [{' '.join(entries)}]>>"


def role_map() -> str:
    """Our own structure types and what they stand for."""
    return f"<<{' '.join(f'/{own} /{standard}' for own, standard in ROLES.items())}>>"


def annotation(link: Annotation, key: int, action: str) -> bytes:
    """The dictionary of a link annotation."""
    quads = " ".join(_quad(area) for area in link.areas)
    return (
        f"<</Type /Annot /Subtype /Link /Rect [{_corners(united(link.areas))}] /QuadPoints [{quads}] "
        f"/Border [0 0 0] /F 4 /StructParent {key} /Contents {text_string(words(link.link))} {action}>>"
    ).encode("latin-1")


def _corners(area: Area) -> str:
    return " ".join(map(number, (area.left, area.bottom, area.right, area.top)))


def _quad(area: Area) -> str:
    """Top left, top right, bottom left, bottom right: the order that readers use, whatever the standard says."""
    points = (area.left, area.top, area.right, area.top, area.left, area.bottom, area.right, area.bottom)
    return " ".join(map(number, points))


def text_string(text: str) -> str:
    """Text as a PDF string: readable where it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
