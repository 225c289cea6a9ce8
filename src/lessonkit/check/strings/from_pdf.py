"""Every string in a PDF: what its pages draw, and each string in each object of the file, in use or not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from lessonkit.check.pdf.content import PageText, drawn_text, page_text
from lessonkit.check.strings.subject import Said
from lessonkit.problems import LessonkitError, Problem

NAMED = {
    "/Alt": "an alternative text",
    "/ActualText": "a replacement text",
    "/E": "the words of an abbreviation",
    "/Title": "a bookmark or the title",
    "/Contents": "a comment or the description of a link",
    "/TU": "the name of a form field",
}
"""What messages call the strings that people know."""
WORDLESS = ("/XRef", "/ObjStm")
"""Streams that hold the objects of the file, which are read one by one."""


def strings_of_pdf(data: bytes) -> Iterator[Said]:
    """All that a PDF says. Raises LessonkitError for one that cannot be read."""
    try:
        reader = PdfReader(BytesIO(data))
        for number, page in enumerate(reader.pages, 1):
            yield Said(f"the text of page {number}", _words(page_text(page)))
        for value in _objects(reader):
            yield from _strings(value, "a property")
            if isinstance(value, StreamObject):
                yield from _stream(value)
    except PyPdfError as error:
        raise LessonkitError(Problem(None, f"This PDF cannot be read: {error}.")) from None


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every object by its number, and what the trailer holds itself."""
    yield reader.trailer
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(numbers):
        yield reader.get_object(IndirectObject(number, generation, reader))


def _strings(value: Any, where: str) -> Iterator[Said]:
    """The strings directly in an object: those of others come with them."""
    if isinstance(value, TextStringObject):
        yield Said(where, str(value))
    elif isinstance(value, ByteStringObject):
        yield Said(where, value.decode("latin-1"))
    elif isinstance(value, DictionaryObject):
        for key in value:
            yield from _strings(value.raw_get(key), NAMED.get(str(key), f"the property {str(key).lstrip('/')}"))
    elif isinstance(value, ArrayObject):
        for each in list.__iter__(value):
            yield from _strings(each, where)
    elif isinstance(value, NameObject):
        yield Said("a name", str(value))


def _stream(value: StreamObject) -> Iterator[Said]:
    """Words in a stream that no page shows by itself: drawings, properties, attached files."""
    kind = str(value.get("/Type", ""))
    if value.get("/Subtype") == "/Form":
        resources = value.get("/Resources", DictionaryObject()).get_object()
        yield Said("a drawing", _words(drawn_text(resources, value.get_data())))
    elif kind not in WORDLESS and value.get("/Subtype") != "/Image" and not _is_font(value):
        yield Said("the properties" if kind == "/Metadata" else "an attached file", _decoded(value))


def _words(drawn: PageText) -> str:
    return "".join(text for part in drawn.texts.values() for text in part)


def _is_font(value: StreamObject) -> bool:
    return "/Length1" in value or value.get("/Subtype") in ("/OpenType", "/Type1C", "/CIDFontType0C")


def _decoded(value: StreamObject) -> str:
    data = value.get_data()
    return data.decode("utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "ignore")
