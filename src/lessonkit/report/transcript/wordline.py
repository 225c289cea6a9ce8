"""One paragraph of a Word file as it is heard: words, links, pictures, calls of notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import DRAWING, OFF, W14, W, attribute, child_value
from lessonkit.check.docx.read import DECORATIVE
from lessonkit.check.docx.text import COUNTED, HYPHENS, NOT_WORDS, PAGE_BREAKS, is_glue
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.reading import fold
from lessonkit.report.transcript import heard

TEXT_BOX = f"{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same once more, for older programs."""
SILENT = {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "footnoteRef", "fldData")} | {FALLBACK}


class Line:
    """What a paragraph says."""

    def __init__(self, file: WordFile, paragraph: etree._Element) -> None:
        self.default = file.language
        self.pictures: list[str] = []
        """The alternative texts of pictures that are no decoration."""
        self.boxes: list[etree._Element] = []
        """Text boxes that hang on it."""
        self.notes: list[str] = []
        """Ids of the notes it calls."""
        self.instruction = ""
        self.in_result = False
        self.tick_box = ""
        """What it says, if there is one."""
        self.words = ""
        """Without what stands for pictures."""
        self.text = fold("".join(self.of(paragraph)))
        self.words = fold(self.words)

    def of(self, node: etree._Element) -> Iterator[str]:
        for child in node:
            yield from self.one(child)

    def one(self, node: etree._Element) -> Iterator[str]:
        if node.tag == f"{W}fldChar":
            self.field(attribute(node, "fldCharType"))
        elif node.tag == f"{W}instrText":
            self.instruction += node.text or ""
        elif node.tag in SILENT or (self.in_result and self.instruction.split()[:1] in [[name] for name in COUNTED]):
            return
        elif node.tag == TEXT_BOX:
            self.boxes.append(node)
        elif node.tag == f"{W}r":
            yield from self.run(node)
        elif node.tag == f"{W}hyperlink":
            said = "".join(self.of(node))
            yield heard.link(said) if fold(said) else ""
        elif node.tag == f"{W}sdt":
            yield from self.control(node)
        elif node.tag == f"{DRAWING}docPr":
            yield from self.picture(node)
        elif node.tag == f"{W}footnoteReference":
            self.notes.append(attribute(node, "id"))
            yield heard.note_call(str(len(self.notes)) if not attribute(node, "id") else attribute(node, "id"))
        else:
            yield from self.character(node)

    def character(self, node: etree._Element) -> Iterator[str]:
        """Words, and what stands for a character; anything else is looked into."""
        if node.tag == f"{W}t":
            text = "" if is_glue(node) else node.text or ""
            self.words += text
            yield text
        elif node.tag in HYPHENS:
            yield HYPHENS[node.tag].replace("\u00ad", "")
        elif node.tag == f"{W}tab" or (node.tag == f"{W}br" and attribute(node, "type") not in PAGE_BREAKS):
            yield " "
        else:
            yield from self.of(node)

    def run(self, node: etree._Element) -> Iterator[str]:
        language = node.find(f"{W}rPr/{W}lang")
        said = "".join(self.of(node))
        foreign = "" if language is None else attribute(language, "val")
        is_foreign = foreign and foreign != self.default and said.strip()
        yield heard.in_language(foreign, said) if is_foreign else said

    def control(self, node: etree._Element) -> Iterator[str]:
        """The words that stand in a control; of an empty one, what belongs there. A box to tick is a label."""
        properties, content = node.find(f"{W}sdtPr"), node.find(f"{W}sdtContent")
        if properties is None or content is None:
            return
        ticked = properties.find(f"{W14}checkbox/{W14}checked")
        if ticked is not None:
            self.tick_box = "tick box" if ticked.get(f"{W14}val") in OFF else "tick box, ticked"
        elif child_value(properties, "tag") not in NOT_WORDS:
            yield "blank: " if properties.find(f"{W}showingPlcHdr") is not None else ""
            yield from self.of(content)

    def picture(self, node: etree._Element) -> Iterator[str]:
        if not any(mark.get("val") == "1" for mark in node.iter(DECORATIVE)):
            self.pictures.append(fold(node.get("descr", "")))
            yield f" {heard.picture(self.pictures[-1])} "

    def field(self, step: str) -> None:
        if step == "begin":
            self.instruction = ""
        self.in_result = step == "separate"
