"""The words of a Word paragraph, as `reading.plain` gives those of the tree."""

from __future__ import annotations

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value
from lessonkit.reading import FIELD, fold

NOT_WORDS = ("writing", "tick")
"""The tags of controls that hold no words of the author: a line to write on, the box before a task."""
HYPHENS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
FIELD_STEP, INSTRUCTION, TEXT = f"{W}fldChar", f"{W}instrText", f"{W}t"
TAB, BREAK, CONTROL = f"{W}tab", f"{W}br", f"{W}sdt"
SIGNS = frozenset((TAB, BREAK, CONTROL, *HYPHENS))
DRAWING = f"{W}drawing"
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
    words = _Words()
    words.walk(node)
    return "".join(words.found)


def typed_text(paragraph: etree._Element) -> str:
    """What was typed, line breaks as such; what stands between runs parts it, as a control or a box does."""
    found = []
    gone = {text for struck in paragraph.iter(f"{W}del", f"{W}moveFrom") for text in struck.iter(f"{W}t")}
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}sdt", f"{W}drawing", f"{W}p"):
        if node is paragraph or node in gone:
            continue
        if node.tag == f"{W}t":
            found.append((node.text or "").replace(NO_BREAK, " ") if node.text != NO_BREAK else "")
        else:
            found.append("\n" if node.tag == f"{W}br" else "\ufffc")
    return "".join(found)


def is_glue(text: etree._Element) -> bool:
    """True for the no-break space right after a picture in its own run: it keeps a symbol at its word."""
    if text.text != NO_BREAK:
        return False
    before = text.getprevious()
    return before is not None and before.tag == DRAWING


def in_contents(paragraph: etree._Element) -> bool:
    """True inside a table of contents."""
    return any(control.find(f"{W}sdtPr/{W}docPartObj") is not None for control in paragraph.iterancestors(f"{W}sdt"))


class _Words:
    """Walks one paragraph; remembers whether it is in a field whose result is not the author's."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.instruction = ""
        self.in_result = False

    def walk(self, node: etree._Element) -> None:
        """Find the words in an element. Every rule asks for those of every paragraph: it has to be quick."""
        for child in node:
            tag = child.tag
            if tag == FIELD_STEP:
                self._field(attribute(child, "fldCharType"))
            elif tag == INSTRUCTION:
                self.instruction += child.text or ""
            elif tag in LEFT_OUT or (self.in_result and self._is_counted()):
                continue
            elif tag == TEXT:
                self.found.append("" if is_glue(child) else child.text or "")
            elif tag in SIGNS:
                self._sign(child)
            else:
                self.walk(child)

    def _sign(self, node: etree._Element) -> None:
        """What stands for a sign, or for words that are no text."""
        if node.tag == CONTROL:
            properties = node.find(f"{W}sdtPr")
            tag = "" if properties is None else child_value(properties, "tag")
            self.found.append("" if tag in NOT_WORDS else FIELD)
        elif node.tag in HYPHENS:
            self.found.append(HYPHENS[node.tag])
        elif node.tag == TAB or attribute(node, "type") not in PAGE_BREAKS:
            self.found.append(" ")

    def _field(self, step: str) -> None:
        if step == "begin":
            self.instruction = ""
        self.in_result = step == "separate"

    def _is_counted(self) -> bool:
        return self.instruction.split()[:1] in [[name] for name in COUNTED]
