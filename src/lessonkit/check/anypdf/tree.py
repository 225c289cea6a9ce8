"""Reads the structure tree of a file that may be damaged: a loop ends, a shared branch is met once; both are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from pypdf.generic import DictionaryObject, NameObject

from lessonkit.check.anypdf.cos import array, dictionary, get, name, object_number, resolve, text, whole
from lessonkit.check.anypdf.facts import Content, Node, Pointer
from lessonkit.dataclass import dataclass

MOST_NODES = 100_000
MOST_KIDS = 400_000
"""Of all elements together."""
DEEPEST = 200
OF_TABLES = frozenset({"/ColSpan", "/RowSpan", "/Scope", "/Headers"})
"""Attributes that no other owner gives a meaning."""
KINDS = frozenset({"", "StructElem", "MCR", "OBJR"})
"""What may stand in an element, by /Type."""
PDF_2 = "http://iso.org/pdf2/ssn"

LOOP = "An element of the structure tree is reached twice; it may lead back into itself."
TOO_LARGE = f"The structure tree has more than {MOST_NODES:,} elements or is {DEEPEST} deep; the rest is unread."
NO_ELEMENT = "Something in the structure tree is no structure element."


@dataclass
class Tree:
    """The structure tree of one file."""

    root_object: DictionaryObject
    pages: dict[int, int]
    """Page numbers, counted from 1, by object number."""
    faults: list[str] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    nodes: int = 0
    kids: int = 0
    circles: set[str] = field(default_factory=set)
    """Roles that the role map leads around in a circle."""

    def __post_init__(self) -> None:
        roles = dictionary(get(self.root_object, "/RoleMap"))
        self.classes = dictionary(get(self.root_object, "/ClassMap"))
        self.roles = {key.lstrip("/"): name(one) for key, one in roles.items() if isinstance(resolve(one), NameObject)}

    def read(self) -> Node:
        """What stands above the tree, with all elements in it."""
        root = Node("StructTreeRoot", "StructTreeRoot")
        waiting: list[tuple[Node, DictionaryObject, int | None, int]] = [(root, self.root_object, None, 0)]
        while waiting:
            node, value, page, depth = waiting.pop()
            for kid, inside, on_page in self.kids_of(node, value, page):
                node.kids.append(kid)
                if inside is not None and isinstance(kid, Node):
                    if depth < DEEPEST and self.nodes <= MOST_NODES:
                        waiting.append((kid, inside, on_page, depth + 1))
                    else:
                        self.tell(TOO_LARGE)
        return root

    def kids_of(
        self, node: Node, value: DictionaryObject, page: int | None
    ) -> Iterator[tuple[Node | Content | Pointer, DictionaryObject | None, int | None]]:
        for reference in array(dict.get(value, "/K")):
            self.kids += 1
            if self.kids > MOST_KIDS:
                self.tell(TOO_LARGE)
                return
            kid = resolve(reference)
            number = whole(kid)
            if number is not None:
                yield Content(page or 0, number), None, page
            elif not isinstance(kid, DictionaryObject) or name(get(kid, "/Type")) not in KINDS:
                self.tell(NO_ELEMENT)
            elif name(get(kid, "/Type")) == "MCR":
                yield self.marked(kid, page), None, page
            elif name(get(kid, "/Type")) == "OBJR":
                yield Pointer(object_number(dict.get(kid, "/Obj"))), None, page
            elif self.is_new(reference, kid):
                self.nodes += 1
                yield self.element(node, kid, object_number(reference)), kid, self.page(kid, page)

    def marked(self, value: DictionaryObject, page: int | None) -> Content:
        number, stream = whole(get(value, "/MCID")), object_number(dict.get(value, "/Stm"))
        return Content(self.page(value, page) or 0, -1 if number is None else number, stream)

    def is_new(self, reference: Any, kid: DictionaryObject) -> bool:
        """A tree has no loops and no shared branches."""
        key = object_number(reference) or -id(kid)
        if key in self.seen:
            self.tell(LOOP)
            return False
        self.seen.add(key)
        return True

    def element(self, parent: Node, value: DictionaryObject, number: int) -> Node:
        original = name(get(value, "/S"))
        return Node(
            role=self.role_of(value),
            original=original,
            number=number,
            parent=parent,
            alt=text(get(value, "/Alt")),
            actual_text=text(get(value, "/ActualText")),
            language=text(get(value, "/Lang")),
            expansion=text(get(value, "/E")),
            id=text(get(value, "/ID")) or "",
            attributes=self.attributes(value),
            claims=object_number(dict.get(value, "/P")),
        )

    def attributes(self, value: DictionaryObject) -> dict[str, object]:
        """Its own, and those of its classes."""
        classes = [get(self.classes, f"/{name(each)}") for each in array(get(value, "/C"))[:100]]
        return attributes([*array(get(value, "/A")), *(one for each in classes for one in array(each))])

    def role_of(self, value: DictionaryObject) -> str:
        """The standard role of an element that may stand outside of the tree."""
        return self.standard_role(name(get(value, "/S")), dictionary(get(value, "/NS")))

    def standard_role(self, role: str, namespace: DictionaryObject) -> str:
        """Where the role maps lead; a circle ends where it began."""
        mapped = array(get(namespace, "/RoleMapNS", f"/{role}"))
        if mapped:
            role = name(mapped[0])
        elif text(get(namespace, "/NS")) == PDF_2:
            return role
        seen, first = {role}, role
        while (following := self.roles.get(role, "")) and following not in seen:
            seen.add(following)
            role = following
        if following:
            self.circles.add(first)
        return role

    def page(self, value: DictionaryObject, outer: int | None) -> int | None:
        """The number of the page in /Pg, else that of the element around it."""
        return self.pages.get(object_number(dict.get(value, "/Pg")), outer)

    def tell(self, fault: str) -> None:
        """Says each kind of fault once."""
        if fault not in self.faults:
            self.faults.append(fault)


def attributes(listed: list[Any]) -> dict[str, object]:
    """The attributes of all owners in one dictionary, as plain values: `{"Scope": "Column"}`; the first one counts."""
    found: dict[str, object] = {}
    for each in listed[:100]:
        of_table = name(get(each, "/O")) == "Table"
        for key in dictionary(each):
            if key in OF_TABLES and not of_table:
                continue
            found.setdefault(key.lstrip("/"), _plain(get(each, key)))
    return found


def _plain(entry: Any) -> object:
    if isinstance(entry, list):
        return [resolve(one) for one in array(entry)[:10_000]]
    return name(entry) if isinstance(entry, str) else entry


@dataclass
class ParentTree:
    """The parent tree: which elements hold what is drawn and what can be clicked."""

    entries: dict[int, list[int]] = field(default_factory=dict)
    """Object numbers of elements (0 for none) by key."""
    elements: dict[int, DictionaryObject] = field(default_factory=dict)
    """The elements, by object number."""
    lists: set[int] = field(default_factory=set)
    """The keys under which a list stands."""

    def rooted(self) -> set[int]:
        """The elements that say, one after the other, that they stand in the structure."""
        return self._leading(lambda around: name(get(around, "/Type")) == "StructTreeRoot")

    def told(self) -> set[int]:
        """The elements that name a language, or say that they stand in one that does."""
        own = {number for number, each in self.elements.items() if text(get(each, "/Lang")) is not None}
        return own | self._leading(lambda around: text(get(around, "/Lang")) is not None)

    def _leading(self, to: Callable[[DictionaryObject], bool]) -> set[int]:
        known: dict[int, bool] = {}
        return {number for number, element in self.elements.items() if _leads_up(number, element, known, to)}


def _leads_up(
    number: int, element: DictionaryObject, known: dict[int, bool], to: Callable[[DictionaryObject], bool]
) -> bool:
    way: list[int] = []
    found = False
    while number not in known and number not in way and len(way) <= DEEPEST:
        way.append(number)
        reference = dict.get(element, "/P")
        number, element = object_number(reference), dictionary(reference)
        if to(element):
            found = True
            break
    known.update(dict.fromkeys(way, found or known.get(number, False)))
    return known[way[0]] if way else known[number]


def parent_tree(root_object: DictionaryObject) -> ParentTree:
    """The parent tree below the root of the structure."""
    found = ParentTree()
    waiting, seen = [dict.get(root_object, "/ParentTree")], set[int]()
    while waiting and len(found.entries) < MOST_KIDS:
        reference = waiting.pop()
        if object_number(reference) in seen:
            continue
        seen.add(object_number(reference) or -len(seen) - 1)
        node = dictionary(reference)
        waiting += array(get(node, "/Kids"))[:MOST_KIDS]
        entries = array(get(node, "/Nums"))[:MOST_KIDS]
        for key, value in zip(entries[::2], entries[1::2], strict=False):
            at = whole(key)
            if at is not None:
                listed = array(value)[:MOST_KIDS]
                found.entries[at] = [object_number(each) for each in listed]
                if isinstance(resolve(value), list):
                    found.lists.add(at)
                new = {number: each for each in listed if (number := object_number(each)) not in found.elements}
                found.elements |= {number: dictionary(each) for number, each in new.items()}
    return found
