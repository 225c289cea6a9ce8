"""Small tagged PDFs written object by object, and structure trees from a readable notation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from lessonkit.check.pdf.structure import Element, Pointer, Words

STANDARD = {
    "Strong": "Span",
    "Em": "Span",
    "Superscript": "Span",
    "Field": "Span",
    "PageNumber": "Span",
    "CalloutTitle": "P",
}
KNOWN = {"alt", "actual", "lang", "page", "annotation", "expansion", "id"}


def element(xml: str) -> Element:
    """A structure tree from `<Document><H1>Title</H1></Document>`; attributes beside KNOWN are the element's own."""
    return _element(etree.fromstring(xml), 1)


def _element(node: etree._Element, page: int) -> Element:
    page = int(node.get("page", page))
    return Element(
        role=STANDARD.get(str(node.tag), str(node.tag)),
        original=str(node.tag),
        kids=tuple(_kids(node, page)),
        alt=node.get("alt"),
        actual_text=node.get("actual"),
        language=node.get("lang"),
        expansion=node.get("expansion"),
        id=node.get("id", ""),
        attributes={str(key): value for key, value in node.attrib.items() if key not in KNOWN},
    )


def _kids(node: etree._Element, page: int) -> Iterator[Element | Words | Pointer]:
    if "annotation" in node.attrib:
        yield Pointer(int(node.attrib["annotation"]))
    if node.text and (node.text.strip() or not len(node)):
        yield Words(node.text, page)
    for child in node:
        yield _element(child, page)
        if child.tail and (child.tail.strip() or "\n" not in child.tail):
            yield Words(child.tail, page)


@dataclass
class HandmadePdf:
    """One page whose content stream and structure elements are given as they are."""

    writer: PdfWriter = field(default_factory=PdfWriter)
    content: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.writer.add_blank_page(200, 200)
        root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self.root = self.writer._add_object(root)
        self.writer._root_object[NameObject("/StructTreeRoot")] = self.root

    def map_role(self, role: str, standard: str) -> None:
        roles = self.root.get_object().setdefault(NameObject("/RoleMap"), DictionaryObject())
        roles[NameObject(f"/{role}")] = NameObject(f"/{standard}")

    def add(self, parent: IndirectObject, role: str, *kids: int | IndirectObject, **entries: Any) -> IndirectObject:
        """A structure element under another one; a kid is an MCID of the page, or a reference."""
        made = DictionaryObject({NameObject("/S"): NameObject(f"/{role}"), NameObject("/Pg"): self.reference})
        made[NameObject("/K")] = ArrayObject(NumberObject(kid) if isinstance(kid, int) else kid for kid in kids)
        made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
        reference = self.writer._add_object(made)
        parent.get_object().setdefault(NameObject("/K"), ArrayObject()).append(reference)
        return reference

    @property
    def reference(self) -> IndirectObject:
        assert self.page.indirect_reference is not None
        return self.page.indirect_reference

    def font(self, name: str, font: DictionaryObject, to_unicode: str = "") -> None:
        if to_unicode:
            stream = DecodedStreamObject()
            stream.set_data(to_unicode.encode())
            font[NameObject("/ToUnicode")] = self.writer._add_object(stream)
        fonts = self.page[NameObject("/Resources")].setdefault(NameObject("/Font"), DictionaryObject())
        fonts[NameObject(f"/{name}")] = self.writer._add_object(font)

    def link(self, uri: str, contents: str) -> IndirectObject:
        action = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(uri)}
        link = DictionaryObject(
            {
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Contents"): TextStringObject(contents),
                NameObject("/A"): DictionaryObject(action),
            }
        )
        reference = self.writer._add_object(link)
        self.page.setdefault(NameObject("/Annots"), ArrayObject()).append(reference)
        marker = {NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): reference}
        return self.writer._add_object(DictionaryObject(marker))

    def data(self) -> bytes:
        stream = DecodedStreamObject()
        stream.set_data("\n".join(self.content).encode("latin-1"))
        self.page[NameObject("/Contents")] = self.writer._add_object(stream)
        target = BytesIO()
        self.writer.write(target)
        return target.getvalue()
