"""A page's content stream: the text of each piece of marked content, and the text that no tag holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, DictionaryObject, NameObject, TextStringObject

from lessonkit.check.pdf.characters import Decoder, decoder
from lessonkit.dataclass import dataclass

ARTIFACT = -1
OUTSIDE = -2
"""Where text is that has no MCID: in an artifact, or in nothing at all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence that is open."""

    number: int
    """Its MCID or that around it, or ARTIFACT, or OUTSIDE."""
    replaced: bool = False
    """Its text is replaced by an ActualText, its own or that of a sequence around it."""


@dataclass(slots=True)
class PageText:
    """The texts of one page by MCID; ARTIFACT and OUTSIDE hold the rest."""

    texts: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def of(self, number: int) -> str:
        """The text of one MCID; empty for a picture."""
        return "".join(self.texts.get(number, ()))


def page_text(page: PageObject) -> PageText:
    """Reads the page's content once."""
    return drawn_text(page.get("/Resources", DictionaryObject()).get_object(), page.get_contents())


def drawn_text(resources: Any, content: ContentStream | None) -> PageText:
    """Reads any content: that of a page, or of a drawing that pages use."""
    reader = _Reader(_entries(resources, "/Font"), _entries(resources, "/Properties"))
    for operands, operator in content.operations if content is not None else ():
        reader.operator(operator, operands)
    return reader.found


def _entries(resources: Any, key: str) -> dict[str, Any]:
    """One kind of named resources of a page."""
    found = resources.get(key, {})
    return dict(found.get_object() if hasattr(found, "get_object") else found)


@dataclass
class _Reader:
    fonts: dict[str, Any]
    properties: dict[str, Any]
    found: PageText = field(default_factory=PageText)
    marks: list[Mark] = field(default_factory=lambda: [Mark(OUTSIDE)])
    decoders: dict[str, Decoder] = field(default_factory=dict)
    font: Decoder = field(default_factory=lambda: Decoder({}, 1, "cp1252"))
    saved: list[Decoder] = field(default_factory=list)

    def operator(self, operator: bytes, operands: Any) -> None:
        """Follows one operator; those that say nothing about text are passed over."""
        match operator:
            case b"Tj" | b"'" | b'"':
                self.show(operands[-1])
            case b"TJ":
                for part in operands[0]:
                    self.show(part)
            case b"Tf":
                self.choose(str(operands[0]))
            case b"BDC":
                self.open(str(operands[0]), operands[1])
            case b"BMC":
                self.open(str(operands[0]), DictionaryObject())
            case b"EMC" if len(self.marks) > 1:
                self.marks.pop()
            case b"q":
                self.saved.append(self.font)
            case b"Q" if self.saved:
                self.font = self.saved.pop()

    def choose(self, name: str) -> None:
        if name not in self.decoders and name in self.fonts:
            self.decoders[name] = decoder(self.fonts[name].get_object())
        self.font = self.decoders.get(name, self.font)

    def open(self, tag: str, properties: Any) -> None:
        """A sequence without an MCID of its own belongs to the one around it."""
        if isinstance(properties, NameObject):
            properties = self.properties.get(str(properties), DictionaryObject())
        properties = properties.get_object()
        outer = self.marks[-1]
        number = properties.get("/MCID", ARTIFACT if tag == "/Artifact" else outer.number)
        actual = properties.get("/ActualText")
        if actual is not None and not outer.replaced:
            self.found.texts[int(number)].append(str(actual))
        self.marks.append(Mark(int(number), outer.replaced or actual is not None))

    def show(self, shown: Any) -> None:
        mark = self.marks[-1]
        if isinstance(shown, TextStringObject | ByteStringObject) and not mark.replaced:
            codes = shown.original_bytes
            self.found.texts[mark.number].append(self.font.text(codes))
        elif isinstance(shown, ArrayObject):
            for part in shown:
                self.show(part)
