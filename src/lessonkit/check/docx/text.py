"""The words of a Word paragraph, as `reading.plain` gives those of the tree."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value
from lessonkit.reading import FIELD, fold

NOT_WORDS = ("writing", "tick")
"""The tags of controls that hold no words of the author: a line to write on, the box before a task."""
HYPHENS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
PAGE_BREAKS = ("page", "column")
NO_BREAK = "\u00a0"
LEFT_OUT = {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "sdtPr", "drawing", "pict")}
COUNTED = ("PAGEREF", "PAGE", "NUMPAGES")
"""Fields whose result is a page number, which is not the author's."""


def paragraph_text(paragraph: etree._Element) -> str:
    """Its words, white space folded; content controls read as a field."""
    return fold(raw_text(paragraph))


def raw_text(node: etree._Element) -> str:
    """The words inside an element."""
    return "".join(_Words().of(node))


def typed_text(paragraph: etree._Element) -> str:
    """What was typed, line breaks as such; what stands between runs parts it, as a control does."""
    found = []
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}sdt", f"{W}drawing"):
        if node.tag == f"{W}t":
            found.append((node.text or "").replace(NO_BREAK, " ") if node.text != NO_BREAK else "")
        else:
            found.append("\n" if node.tag == f"{W}br" else "\ufffc")
    return "".join(found)


def is_glue(text: etree._Element) -> bool:
    """True for the no-break space right after a picture in its own run: it keeps a symbol at its word."""
    before = text.getprevious()
    return text.text == "\u00a0" and before is not None and before.tag == f"{W}drawing"


def in_contents(paragraph: etree._Element) -> bool:
    """True inside a table of contents."""
    return any(control.find(f"{W}sdtPr/{W}docPartObj") is not None for control in paragraph.iterancestors(f"{W}sdt"))


class _Words:
    """Walks one paragraph; remembers whether it is in a field whose result is not the author's."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False

    def of(self, node: etree._Element) -> Iterator[str]:
        for child in node:
            yield from self._one(child)

    def _one(self, node: etree._Element) -> Iterator[str]:
        if node.tag == f"{W}fldChar":
            self._field(attribute(node, "fldCharType"))
        elif node.tag == f"{W}instrText":
            self.instruction += node.text or ""
        elif node.tag in LEFT_OUT or self._is_counted():
            return
        elif node.tag == f"{W}t":
            yield "" if is_glue(node) else node.text or ""
        elif node.tag in HYPHENS:
            yield HYPHENS[node.tag]
        elif node.tag == f"{W}tab" or (node.tag == f"{W}br" and attribute(node, "type") not in PAGE_BREAKS):
            yield " "
        elif node.tag == f"{W}sdt":
            yield from self._control(node)
        else:
            yield from self.of(node)

    def _control(self, node: etree._Element) -> Iterator[str]:
        properties = node.find(f"{W}sdtPr")
        tag = "" if properties is None else child_value(properties, "tag")
        if tag not in NOT_WORDS:
            yield FIELD

    def _field(self, step: str) -> None:
        if step == "begin":
            self.instruction = ""
        self.in_result = step == "separate"

    def _is_counted(self) -> bool:
        return self.in_result and self.instruction.split()[:1] in [[name] for name in COUNTED]
