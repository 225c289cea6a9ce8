"""The structure tree as PDF objects: elements with their attributes, and the parent tree as plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from lessonkit.document import DefinitionList, Footnote, Heading
from lessonkit.reading import call_id
from lessonkit.render.pdf.paths import corners, number, united
from lessonkit.render.pdf.standard import UA_1, Standard
from lessonkit.render.pdf.stream import Marks
from lessonkit.render.pdf.tags import CALL, UNTAGGED, Element, Tree

KEPT_EMPTY = frozenset({"Document", "TD", "TH", "LBody"})
"""Elements that stand even without content: a table needs all its cells."""

OWNERS = {
    "Scope": "Table",
    "Headers": "Table",
    "RowSpan": "Table",
    "ColSpan": "Table",
    "ListNumbering": "List",
    "Placement": "Layout",
    "BaselineShift": "Layout",
}
"""The attributes that belong to an attribute object, with its owner (ISO 32000-1, 14.8.5)."""

TEXT_TAGS = frozenset({"P", "CalloutTitle", "Span", "Strong", "Em", "Link", "Lbl", "Caption", "H1", "H2", "H3", "H4"})
"""Elements whose figures stand in a line of text."""

SELF_DESCRIBED = frozenset({"Figure", "Superscript", "Note", "FENote"})
"""Elements that have attributes without being given any."""

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


def written(root: Element) -> list[Element]:
    """The elements that are written, each before those inside it: all that hold something, and every cell."""
    found: list[Element] = []
    _collect(root, found)
    return found


def _collect(element: Element, found: list[Element]) -> bool:
    """Adds an element and those inside it; false if it holds nothing and is left out."""
    at = len(found)
    found.append(element)
    holds = element.tag in KEPT_EMPTY
    for kid in element.kids:
        holds = (not isinstance(kid, Element) or _collect(kid, found)) or holds
    if not holds or element.tag == UNTAGGED:
        del found[at]
    return len(found) > at


def targets(standing: Iterable[Element]) -> dict[str, Element]:
    """The elements that links can lead to, by the name of the place: headings, notes and their calls."""
    found = {}
    calls = 0
    for element in standing:
        if element.tag in HEADINGS and isinstance(element.node, Heading):
            found[element.node.id] = element
        elif element.tag == CALL and isinstance(element.node, Footnote):
            calls += 1
            found[call_id(calls)] = element
        elif "ID" in element.attributes:
            found[element.attributes["ID"]] = element
    return found


def counterparts(standing: Iterable[Element], targets: Mapping[str, Element]) -> dict[int, Element]:
    """For the id of an element what it refers to: a contents entry to its heading, calls and notes to each other."""
    found = {}
    for element in standing:
        if element.tag == "TOCI" and element.node.id in targets:
            found[id(element)] = targets[element.node.id]
        elif element.tag == CALL and isinstance(element.node, Footnote) and element.parent:
            siblings = element.parent.kids
            note = siblings[siblings.index(element) + 1]
            assert isinstance(note, Element)
            found |= {id(element): note, id(note): element}
    return found


class StructureWriter:
    """Writes the dictionaries of elements, once it is known where their objects and marks are."""

    def __init__(
        self,
        marks: Marks,
        references: Mapping[int, str],
        page_references: Sequence[str],
        link_references: Mapping[int, Sequence[tuple[int, str]]],
        standard: Standard = UA_1,
        namespace: str = "",
        counterparts: Mapping[int, Element] = MappingProxyType({}),
    ) -> None:
        self.marks = marks
        self.references = references
        """For the id of each element that is written its object."""
        self.pages = page_references
        self.links = link_references
        """For the id of each link element its annotations: page and reference."""
        self.standard = standard
        self.counterparts = counterparts
        """For the id of an element the one that it refers to."""
        self.namespaces = dict.fromkeys(standard.namespaced, f"/NS {namespace}")

    def element(self, element: Element, parent: str) -> bytes:
        """The dictionary of a structure element."""
        home, kids = self.inside(element)
        page = "" if home is None else f"/Pg {self.pages[home]}"
        inside = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        tag = self.standard.tag(element)
        entries = self.attributes(element) if element.attributes or tag in SELF_DESCRIBED else ""
        other = self.counterparts.get(id(element)) if self.counterparts else None
        if other:
            entries += f"/Ref[{self.references[id(other)]}]"
        space = self.namespaces.get(tag, "")
        return f"<</S/{tag}{space}/P {parent}{page}{inside}{entries}>>".encode("latin-1")

    def inside(self, element: Element) -> tuple[int | None, list[str]]:
        """The page on which what is directly inside begins, and all of that: elements, marks and annotations."""
        home: int | None = None
        kids: list[str] = []
        references, sequences = self.references, self.marks.sequences
        for kid in element.kids:
            if isinstance(kid, Element):
                if id(kid) in references:
                    kids.append(references[id(kid)])
                continue
            for page, mark in sequences.get(kid.number, ()):
                if home is None:
                    home = page
                kids.append(str(mark) if page == home else f"<</Type/MCR/Pg {self.pages[page]}/MCID {mark}>>")
        if element.tag == "Link":
            annotations = self.links.get(id(element), ())
            kids += [f"<</Type/OBJR/Obj {own}/Pg {self.pages[page]}>>" for page, own in annotations]
        return home, kids

    def attributes(self, element: Element) -> str:
        """The entries for what is said of an element, one attribute object for each owner."""
        entries = ""
        owned: dict[str, str] = {}
        for name, value in element.attributes.items():
            if name == "ListNumbering" and isinstance(element.node, DefinitionList):
                value = self.standard.described_lists
            if name in OWNERS:
                owned[OWNERS[name]] = owned.get(OWNERS[name], "") + _attribute(name, value)
            else:
                entries += f"/{name}{text_string(value)}"
        own = self.by_kind(element)
        if own:
            owned[own[0]] = owned.get(own[0], "") + own[1]
        objects = [f"<</O/{owner}{inside}>>" for owner, inside in owned.items()]
        if objects:
            entries += f"/A {objects[0]}" if len(objects) == 1 else f"/A[{''.join(objects)}]"
        return entries

    def by_kind(self, element: Element) -> tuple[str, str] | None:
        """Attributes that follow from what an element is, and their owner."""
        match element.tag:
            case "Superscript":
                return "Layout", self.shift(element)
            case "Figure":
                return "Layout", self.layout(element)
            case "Note" if self.standard.is_2:
                return "FENote", "/NoteType/Footnote"
        return None

    def shift(self, element: Element) -> str:
        """How far raised words stand above their line."""
        rises = [self.marks.rises.get(leaf.number, 0.0) for leaf in element.leaves()]
        return f"/BaselineShift {number(max(rises, default=0.0))}"

    def layout(self, element: Element) -> str:
        """The layout attributes of a figure."""
        areas = [area for leaf in element.leaves() for _, area in self.marks.areas.get(leaf.number, ())]
        inline = element.parent is not None and element.parent.tag in TEXT_TAGS
        placement = "" if "Placement" in element.attributes else f"/Placement/{'Inline' if inline else 'Block'}"
        return f"{placement}/BBox[{corners(united(areas))}]" if areas else placement

    def parent_tree(self, tree: Tree, annotated: Sequence[tuple[int, Element]]) -> str:
        """From pages' marks and annotations back to elements."""
        entries = []
        for page, owners in enumerate(self.marks.owners):
            elements = " ".join([self.references[id(tree.leaves[leaf].parent)] for leaf in owners])
            entries.append(f"{page}[{elements}]")
        entries += [f"{key} {self.references[id(element)]}" for key, element in annotated]
        return f"<</Nums[{' '.join(entries)}]>>"

    def identifiers(self, standing: Iterable[Element]) -> str:
        """The tree from the IDs of elements to the elements, as an entry; empty if none has one."""
        named = {each.attributes["ID"]: self.references[id(each)] for each in standing if "ID" in each.attributes}
        names = "".join(f"{text_string(name)}{named[name]}" for name in sorted(named))
        return f"/IDTree<</Names[{names}]>>" if named else ""


def _attribute(name: str, value: str) -> str:
    """An entry of an attribute object: texts for IDs, numbers as they are, names for the rest."""
    if name == "Headers":
        return f"/Headers[{''.join(map(text_string, value.split()))}]"
    return f"/{name}{' ' if value.lstrip('-').replace('.', '', 1).isdigit() else '/'}{value}"


def role_map(roles: Mapping[str, str]) -> str:
    """Our own structure types and what they stand for."""
    return f"<<{''.join(f'/{own}/{standard}' for own, standard in roles.items())}>>"


def text_string(text: str) -> str:
    """Text as a PDF string: readable where it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
