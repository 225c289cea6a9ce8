"""A page's content stream: the text of each piece of marked content, and the text that no tag holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.tokens import operators, spoken
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


def page_text(page: PageObject, known: dict[int, Decoder] | None = None) -> PageText:
    """Reads the page's content once. known: keeps the fonts of other pages, by object number."""
    content = page.get_contents()
    resources = page.get("/Resources", DictionaryObject()).get_object()
    return drawn_text(resources, b"" if content is None else content.get_data(), known)


def drawn_text(resources: Any, content: bytes, known: dict[int, Decoder] | None = None) -> PageText:
    """Reads any content: that of a page, or of a drawing that pages use."""
    reader = _Reader(_entries(resources, "/Font"), _entries(resources, "/Properties"), {} if known is None else known)
    for operator, operands in operators(content):
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
    known: dict[int, Decoder]
    found: PageText = field(default_factory=PageText)
    marks: list[Mark] = field(default_factory=lambda: [Mark(OUTSIDE)])
    font: Decoder = field(default_factory=lambda: Decoder({}, 1, "cp1252"))
    saved: list[Decoder] = field(default_factory=list)

    def operator(self, operator: bytes, operands: list[Any]) -> None:
        """Follows one operator; those that say nothing about text are passed over."""
        match operator:
            case b"Tj" | b"'" | b'"':
                self.show(operands[-1])
            case b"TJ":
                for part in operands[0]:
                    self.show(part)
            case b"Tf":
                self.choose(operands[0])
            case b"BDC":
                self.open(operands[0], self.named(operands[1]))
            case b"BMC":
                self.open(operands[0], {})
            case b"EMC" if len(self.marks) > 1:
                self.marks.pop()
            case b"q":
                self.saved.append(self.font)
            case b"Q" if self.saved:
                self.font = self.saved.pop()

    def choose(self, name: str) -> None:
        font = self.fonts.get(f"/{name}")
        if font is None:
            return
        number = getattr(font, "idnum", 0) or -id(font)
        if number not in self.known:
            self.known[number] = decoder(font.get_object())
        self.font = self.known[number]

    def named(self, properties: Any) -> dict[str, Any]:
        """The properties that stand here, or those that the page has under this name."""
        if isinstance(properties, dict):
            return {key: spoken(value) if isinstance(value, bytes) else value for key, value in properties.items()}
        found = self.properties.get(f"/{properties}", DictionaryObject()).get_object()
        return {str(key).removeprefix("/"): value for key, value in found.items()}

    def open(self, tag: str, properties: dict[str, Any]) -> None:
        """A sequence without an MCID of its own belongs to the one around it."""
        outer = self.marks[-1]
        number = properties.get("MCID", ARTIFACT if tag == "Artifact" else outer.number)
        actual = properties.get("ActualText")
        if actual is not None and not outer.replaced:
            self.found.texts[int(number)].append(str(actual))
        self.marks.append(Mark(int(number), outer.replaced or actual is not None))

    def show(self, shown: Any) -> None:
        mark = self.marks[-1]
        if isinstance(shown, bytes) and not mark.replaced:
            self.found.texts[mark.number].append(self.font.text(shown))
