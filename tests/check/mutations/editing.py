"""Edits a finished PDF: its structure elements, its content streams, its catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, TypeAlias

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from lessonkit.check.pdf.characters import read_map


def pdf_object(value: Any) -> Any:
    """A plain value as pypdf writes it: `/Name` is a name, other text a text string."""
    match value:
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(value)
        case str():
            return NameObject(value) if value.startswith("/") else TextStringObject(value)
        case list():
            return ArrayObject(map(pdf_object, value))
        case dict():
            return DictionaryObject({NameObject(key): pdf_object(each) for key, each in value.items()})
    return value


Operation: TypeAlias = tuple[list[Any], bytes]


def op(operator: str, *operands: Any) -> Operation:
    """An operator of a content stream with its operands."""
    return [pdf_object(operand) for operand in operands], operator.encode()


def opens(operation: Operation, number: int) -> bool:
    """Whether an operator begins the content with this number."""
    operands, operator = operation
    return operator == b"BDC" and isinstance(operands[1], dict) and operands[1].get("/MCID") == number


class Editing:
    """One file while it is spoilt."""

    def __init__(self, data: bytes) -> None:
        self.writer = PdfWriter(clone_from=BytesIO(data))
        self.catalog = self.writer.root_object
        self.pages = list(self.writer.pages)

    def data(self) -> bytes:
        """The spoilt file."""
        target = BytesIO()
        self.writer.write(target)
        return target.getvalue()

    def set(self, value: Any, key: str, entry: Any) -> None:
        """Sets an entry of a dictionary, or takes it away with None."""
        value = value.get_object()
        if entry is None:
            value.pop(key, None)
        else:
            value[NameObject(key)] = pdf_object(entry)

    # -------------------------------------------------------------------------------------------- structure

    @property
    def root(self) -> Any:
        """Above the structure tree."""
        return self.catalog["/StructTreeRoot"]

    def elements(self, role: str = "", inside: Any = None) -> list[Any]:
        """Structure elements of a role, in reading order."""
        found = list(self._elements(inside or self.root))
        return [element for element in found if not role or element["/S"] == f"/{role}"]

    def element(self, role: str, number: int = 0) -> Any:
        """One of them."""
        return self.elements(role)[number]

    def _elements(self, parent: Any) -> Iterator[Any]:
        for kid in self.kids(parent):
            value = kid.get_object()
            if isinstance(value, DictionaryObject) and "/S" in value:
                yield value
                yield from self._elements(value)

    def kids(self, element: Any) -> list[Any]:
        """What an element holds, references unresolved."""
        kids = element.get_object().raw_get("/K") if "/K" in element.get_object() else ArrayObject()
        resolved = kids.get_object()
        return list.copy(resolved) if isinstance(resolved, ArrayObject) else [kids]

    def set_kids(self, element: Any, kids: list[Any]) -> None:
        """Puts other kids into an element."""
        element.get_object()[NameObject("/K")] = ArrayObject(kids)

    def parent(self, element: Any) -> Any:
        """The element around an element."""
        return element["/P"].get_object()

    def detach(self, element: Any) -> None:
        """Takes an element out of the tree."""
        parent = self.parent(element)
        self.set_kids(parent, [kid for kid in self.kids(parent) if kid.get_object() is not element])

    def swap(self, one: Any, other: Any) -> None:
        """Puts two kids of one element into each other's place."""
        parent = self.parent(one)
        kids = self.kids(parent)
        first, second = (next(n for n, kid in enumerate(kids) if kid.get_object() is each) for each in (one, other))
        kids[first], kids[second] = kids[second], kids[first]
        self.set_kids(parent, kids)

    def rename(self, role: str, new: str, inside: Any = None) -> None:
        """Gives elements another role."""
        for element in self.elements(role, inside):
            self.set(element, "/S", f"/{new}")

    def add_element(self, parent: Any, role: str, *kids: Any, **entries: Any) -> Any:
        """A new element at the end of another one."""
        made = pdf_object({"/S": f"/{role}", "/P": parent.indirect_reference, "/K": list(kids)} | entries)
        reference = self.writer._add_object(made)
        self.set_kids(parent, [*self.kids(parent), reference])
        return reference

    def attribute(self, element: Any, key: str, value: Any) -> None:
        """Sets an attribute of an element, or takes it away with None."""
        attributes = element["/A"].get_object()
        for each in attributes if isinstance(attributes, ArrayObject) else [attributes]:
            if key in each.get_object() or value is not None:
                self.set(each, key, value)

    def content_of(self, element: Any) -> tuple[int, int]:
        """The page, from 0, and the first MCID of an element."""
        for each in (element, *self.elements(inside=element)):
            for kid in self.kids(each):
                value = kid.get_object()
                if isinstance(value, NumberObject):
                    return self.page_of(each), int(value)
                if isinstance(value, DictionaryObject) and "/MCID" in value:
                    return self.page_of(value if "/Pg" in value else each), int(value["/MCID"])
        raise LookupError("the element holds no content")

    def page_of(self, value: Any) -> int:
        """The page, from 0, that an element or a reference names, or the element around it."""
        while "/Pg" not in value:
            value = self.parent(value)
        return [page.indirect_reference.idnum for page in self.pages].index(value.raw_get("/Pg").idnum)

    def replace_content(self, element: Any, number: int | None) -> None:
        """Puts another number in the place of an element's own first one, or none."""
        kids = self.kids(element)
        at = next(n for n, kid in enumerate(kids) if not isinstance(kid.get_object(), DictionaryObject))
        kids[at : at + 1] = [] if number is None else [NumberObject(number)]
        self.set_kids(element, kids)

    # ---------------------------------------------------------------------------------------------- content

    def operations(self, page: int) -> list[Operation]:
        """The operators of a page's content, each with its operands."""
        contents = self.pages[page].get_contents()
        return [] if contents is None else [(list(operands), operator) for operands, operator in contents.operations]

    def set_operations(self, page: int, operations: list[Operation]) -> None:
        """Another content for a page."""
        made = ContentStream(None, self.writer)
        made.operations = operations
        stream = StreamObject()
        stream.set_data(made.get_data())
        self.pages[page][NameObject("/Contents")] = self.writer._add_object(stream)

    def add(self, page: int, *operations: Operation, first: bool = False) -> None:
        """Draws something above all that is on a page, or beneath it."""
        known = self.operations(page)
        self.set_operations(page, [*operations, *known] if first else [*known, *operations])

    def edit_content(
        self, element: Any, change: Callable[[list[Operation]], list[Operation]], whole: bool = False
    ) -> None:
        """Changes what stands between BDC and EMC of an element's first content; `whole` with the two."""
        self.edit(*self.content_of(element), change, whole)

    def edit(
        self, page: int, number: int, change: Callable[[list[Operation]], list[Operation]], whole: bool = False
    ) -> None:
        """Changes the content with this number."""
        operations = self.operations(page)
        start = next(at for at, each in enumerate(operations) if opens(each, number))
        end = next(at for at in range(start, len(operations)) if operations[at][1] == b"EMC")
        first, last = (start, end + 1) if whole else (start + 1, end)
        self.set_operations(page, operations[:first] + change(operations[first:last]) + operations[last:])

    def codes(self, page: int, text: str, font: str = "F1") -> ByteStringObject:
        """A text as the codes of a font."""
        value = self.pages[page]["/Resources"]["/Font"][f"/{font}"]  # type: ignore[index]
        known = {letters: code for code, letters in read_map(value["/ToUnicode"].get_object().get_data()).items()}
        return ByteStringObject(b"".join(known[letter].to_bytes(2, "big") for letter in text))

    def clear_parent(self, page: int, number: int) -> None:
        """Takes an entry of a page's content out of the parent tree."""
        key, entries = self.pages[page]["/StructParents"], self.root["/ParentTree"]["/Nums"]
        listed = entries[list(entries[::2]).index(key) * 2 + 1].get_object()
        listed[number] = NullObject()

    def to_artifact(self, element: Any, kind: str = "") -> None:
        """Turns all that an element holds into decoration, and takes it out of the tree."""
        opening = op("BDC", "/Artifact", {"/Type": f"/{kind}"}) if kind else op("BMC", "/Artifact")
        for each in (element, *self.elements(inside=element)):
            for kid in self.kids(each):
                if isinstance(kid.get_object(), NumberObject):
                    page, number = self.page_of(each), int(kid.get_object())
                    self.edit(page, number, lambda found: [opening, *found[1:]], whole=True)
                    self.clear_parent(page, number)
        self.detach(element)

    # ------------------------------------------------------------------------------------------------ links

    def link(self, number: int = 0) -> Any:
        """An annotation, counted through all pages."""
        return [each.get_object() for page in self.pages for each in page.get("/Annots", ())][number]

    def bookmark(self, number: int = 0) -> Any:
        """A line of the outline, counted from the first."""
        return list(self._bookmarks(self.catalog["/Outlines"]))[number]

    def _bookmarks(self, parent: Any) -> Iterator[Any]:
        item = parent.get("/First")
        while item is not None:
            yield item.get_object()
            yield from self._bookmarks(item.get_object())
            item = item.get_object().get("/Next")
