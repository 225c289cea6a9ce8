"""Reads a finished PDF with pypdf, a library that had no part in writing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject, NullObject, NumberObject

from lessonkit.check.pdf.characters import Decoder
from lessonkit.check.pdf.content import OUTSIDE, PageText, page_text
from lessonkit.check.pdf.structure import Annotation, Element, Entry, PdfFile, Pointer, Words, lines
from lessonkit.problems import LessonkitError, Problem
from lessonkit.protection import open_pdf

MOST_ELEMENTS = 200_000
DEEPEST = 100
"""Bounds of a structure tree and an outline; a file beyond them is damaged or hostile."""

PDF_2 = "http://iso.org/pdf2/ssn"
"""The namespace of the structure types of PDF 2.0 (ISO 32000-2, 14.8.6)."""


def read_pdf(data: bytes) -> PdfFile:
    """What this PDF says. Raises LessonkitError, in one sentence, for a file that cannot be read."""
    try:
        return _File(open_pdf(data).reader).read()
    except (PyPdfError, NotImplementedError) as error:  # the second is pypdf's word for an unknown filter
        raise _unreadable(f"{str(error).rstrip('.')}") from None


def reading_lines(data: bytes) -> tuple[str, ...]:
    """The author's words in tree order, one string for each block: equal to `reading.reading_lines(document)`."""
    return lines(read_pdf(data).root)


def _unreadable(why: str) -> LessonkitError:
    return LessonkitError(Problem(None, f"This PDF cannot be read: {why}."))


class _File:
    """One open file: its pages by object number, its text by page and MCID."""

    def __init__(self, reader: PdfReader) -> None:
        self.catalog = reader.root_object
        self.reader = reader
        self.pages = {
            page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference
        }
        fonts: dict[int, Decoder] = {}
        self.texts: list[PageText] = [page_text(page, fonts) for page in reader.pages]
        self.annotations: list[Annotation] = []
        self.annotation_at: dict[int, int] = {}
        self.seen: set[int] = set()
        self.roles: dict[str, str] = {}

    def read(self) -> PdfFile:
        info = self.reader.metadata
        xmp = self.reader.xmp_metadata
        titles = (xmp.dc_title if xmp else None) or {}
        preferences = _dictionary(self.catalog.get("/ViewerPreferences"))
        self.read_annotations()
        return PdfFile(
            root=self.structure(),
            pages=len(self.reader.pages),
            annotations=tuple(self.annotations),
            outline=tuple(self.outline(_dictionary(self.catalog.get("/Outlines")), 1)),
            version=self.reader.pdf_header.removeprefix("%PDF-"),
            title=(info.title if info else None) or "",
            metadata_title=next(iter(titles.values()), ""),
            language=str(self.catalog.get("/Lang", "")),
            shows_title=preferences.get("/DisplayDocTitle") == BooleanObject(True),
            untagged=tuple(Words(t.of(OUTSIDE), n) for n, t in enumerate(self.texts, 1) if t.of(OUTSIDE).strip()),
        )

    # ---------------------------------------------------------------------------------------- structure

    def structure(self) -> Element:
        """The tree under one root; with a single `Document` element, that is the root."""
        root = _dictionary(self.catalog.get("/StructTreeRoot"))
        roles = _dictionary(root.get("/RoleMap"))
        self.roles = {str(name): str(role) for name, role in roles.items()}
        kids = tuple(self.kids(root, None, 0))
        if len(kids) == 1 and isinstance(kids[0], Element):
            return kids[0]
        return Element("StructTreeRoot", "StructTreeRoot", kids)

    def kids(self, element: DictionaryObject, page: int | None, depth: int) -> Iterator[Element | Words | Pointer]:
        if depth > DEEPEST or len(self.seen) > MOST_ELEMENTS:
            raise _unreadable("its structure tree is too deep or too large")
        for kid in _array(element.get("/K")):
            value = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if isinstance(value, NumberObject):
                yield self.words(page, int(value))
            elif isinstance(value, DictionaryObject) and value.get("/Type") == "/MCR":
                yield self.words(self.page(value, page), int(value.get("/MCID", OUTSIDE)))
            elif isinstance(value, DictionaryObject) and value.get("/Type") == "/OBJR":
                yield Pointer(self.annotation_at.get(_number(value.raw_get("/Obj")) if "/Obj" in value else 0))
            elif isinstance(value, DictionaryObject):
                self.remember(kid)
                yield self.element(value, self.page(value, page), depth + 1)

    def remember(self, reference: Any) -> None:
        """Raises if an element is reached twice: a tree has no loops and no shared branches."""
        number = _number(reference)
        if number and number in self.seen:
            raise _unreadable("an element stands in its structure tree twice")
        self.seen.add(number or -len(self.seen))

    def element(self, value: DictionaryObject, page: int | None, depth: int) -> Element:
        original = str(value.get("/S", "")).lstrip("/")
        return Element(
            role=self.standard_role(original, _dictionary(value.get("/NS"))),
            original=original,
            kids=tuple(self.kids(value, page, depth)),
            alt=_text(value.get("/Alt")),
            actual_text=_text(value.get("/ActualText")),
            language=_text(value.get("/Lang")),
            expansion=_text(value.get("/E")),
            id=_text(value.get("/ID")) or "",
            attributes=_attributes(value.get("/A")),
        )

    def standard_role(self, role: str, namespace: DictionaryObject) -> str:
        """Where the role map of its namespace (PDF 2.0) and the RoleMap lead; a circle ends where it began."""
        named = _array(_dictionary(namespace.get("/RoleMapNS")).get(f"/{role}"))
        if named:
            role = str(named[0]).lstrip("/")
        elif namespace.get("/NS") == PDF_2:
            return role
        seen = {role}
        while (mapped := self.roles.get(f"/{role}", "").lstrip("/")) and mapped not in seen:
            seen.add(mapped)
            role = mapped
        return role

    def words(self, page: int | None, number: int) -> Words:
        text = self.texts[page].of(number) if page is not None and number >= 0 else ""
        return Words(text, (page or 0) + 1)

    def page(self, value: DictionaryObject, outer: int | None) -> int | None:
        """The index of the page in /Pg, else that of the element around it."""
        return self.pages.get(_number(value.raw_get("/Pg")), outer) if "/Pg" in value else outer

    # ------------------------------------------------------------------------ annotations and the outline

    def read_annotations(self) -> None:
        for number, page in enumerate(self.reader.pages, 1):
            for reference in _array(page.get("/Annots")):
                value = _dictionary(reference)
                self.annotation_at[_number(reference)] = len(self.annotations)
                kind, contents = str(value.get("/Subtype", "")).lstrip("/"), _text(value.get("/Contents"))
                self.annotations.append(Annotation(kind, number, contents or "", self.target(value)))

    def target(self, value: DictionaryObject) -> str:
        """Where a link or an outline entry leads: an address, or `page N`, or nowhere."""
        action = _dictionary(value.get("/A"))
        if action.get("/S") == "/URI":
            return str(action.get("/URI", ""))
        page = self.destination(action.get("/SD") or value.get("/Dest") or action.get("/D"))
        return f"page {page}" if page else ""

    def destination(self, value: Any) -> int | None:
        """The page, counted from 1, of a destination or of a name of one."""
        value = value.get_object() if hasattr(value, "get_object") else value
        if isinstance(value, str):
            named = self.reader.named_destinations.get(value.lstrip("/"))
            value = named.dest_array if named is not None else None
        if not isinstance(value, ArrayObject) or not value:
            return None
        first = list.__getitem__(value, 0)
        page = self.pages.get(_number(first), self.first_page(_dictionary(first), 0))
        return None if page is None else page + 1

    def first_page(self, element: DictionaryObject, depth: int) -> int | None:
        """The index of the page on which a structure element begins, for destinations that name one (PDF 2.0)."""
        if "/Pg" in element or depth > DEEPEST:
            return self.page(element, None)
        found = (self.first_page(_dictionary(kid), depth + 1) for kid in _array(element.get("/K")))
        return next((page for page in found if page is not None), None)

    def outline(self, parent: DictionaryObject, level: int) -> Iterator[Entry]:
        reference, item = parent.raw_get("/First") if "/First" in parent else None, _dictionary(parent.get("/First"))
        while item:
            if level > DEEPEST or len(self.seen) > MOST_ELEMENTS:
                raise _unreadable("its outline is too deep or too long")
            self.remember(reference)
            target = self.target(item)
            yield Entry(level, _text(item.get("/Title")) or "", int(target[5:]) if target.startswith("page ") else None)
            yield from self.outline(item, level + 1)
            reference = item.raw_get("/Next") if "/Next" in item else None
            item = _dictionary(reference)


def _dictionary(value: Any) -> DictionaryObject:
    """The dictionary a reference leads to; an empty one for anything else."""
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _array(value: Any) -> list[Any]:
    """The entries of an array, references unresolved; one thing is an array of one."""
    resolved = value.get_object() if hasattr(value, "get_object") else value
    if resolved is None or isinstance(resolved, NullObject):
        return []
    return list.copy(resolved) if isinstance(resolved, ArrayObject) else [value]


def _number(reference: Any) -> int:
    """The object number of a reference; 0 for a direct object."""
    return reference.idnum if isinstance(reference, IndirectObject) else 0


def _text(value: Any) -> str | None:
    value = value.get_object() if hasattr(value, "get_object") else value
    return str(value) if isinstance(value, str) else None


def _attributes(value: Any) -> dict[str, object]:
    """The attributes of all owners in one dictionary: `{"Scope": "Column"}`."""
    found: dict[str, object] = {}
    for each in _array(value):
        for key, entry in _dictionary(each).items():
            found[str(key).lstrip("/")] = str(entry).lstrip("/") if isinstance(entry, str) else entry
    return found
