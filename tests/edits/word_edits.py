"""Edits that a teacher makes in Word, made in the XML of a file: each takes and gives the bytes of a Word file."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"


class WordEditor:
    """An open Word file."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts[BODY])

    def save(self) -> bytes:
        self.parts[BODY] = etree.tostring(self.body, xml_declaration=True, encoding="UTF-8", standalone=True)
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def paragraph(self, words: str) -> etree._Element:
        """The first paragraph that holds these words."""
        return next(node for node in self.body.iter(f"{W}p") if words in self.words(node))

    def words(self, node: etree._Element) -> str:
        return "".join(text.text or "" for text in node.iter(f"{W}t"))

    def replace(self, old: str, new: str) -> None:
        """Words inside one run."""
        text = next(node for node in self.body.iter(f"{W}t") if old in (node.text or ""))
        text.text = (text.text or "").replace(old, new, 1)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def add_after(self, words: str, new: str) -> etree._Element:
        """A paragraph like that with these words, as the enter key at its end makes one."""
        made = copy.deepcopy(self.paragraph(words))
        for node in list(made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}r", f"{W}hyperlink", f"{W}sdt")):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
        run = etree.SubElement(made, f"{W}r")
        etree.SubElement(run, f"{W}t").text = new
        self.paragraph(words).addnext(made)
        return made

    def delete(self, words: str) -> None:
        node = self.paragraph(words)
        parent = node.getparent()
        assert parent is not None
        parent.remove(node)

    def delete_row(self, words: str) -> None:
        row = next(self.paragraph(words).iterancestors(f"{W}tr"))
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    def split(self, before: str, after: str) -> None:
        """The enter key between two words of a run: the bookmark ends in the second paragraph, as Word has it."""
        first = self.paragraph(before + after)
        text = next(node for node in first.iter(f"{W}t") if before + after in (node.text or ""))
        run = text.getparent()
        assert run is not None
        head, _, tail = (text.text or "").partition(before + after)
        second = copy.deepcopy(first)
        place = [node.tag for node in first].index(f"{W}pPr") + 1 if first.find(f"{W}pPr") is not None else 0
        position = first.index(run)
        for node in second[place:position]:
            second.remove(node)
        for node in first[position + 1 :]:
            first.remove(node)
        text.text = head + before.rstrip()
        next(second.iter(f"{W}t")).text = after.lstrip() + tail
        first.addnext(second)

    def make_bold(self, words: str) -> None:
        """A whole run, by the button of Word."""
        text = next(node for node in self.body.iter(f"{W}t") if words in (node.text or ""))
        run = text.getparent()
        assert run is not None
        head, _, tail = (text.text or "").partition(words)
        pieces = [(head, False), (words, True), (tail, False)]
        for piece, bold in reversed(pieces):
            made = copy.deepcopy(run)
            node = next(made.iter(f"{W}t"))
            node.text = piece
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            if bold:
                properties = made.find(f"{W}rPr")
                if properties is None:
                    properties = etree.Element(f"{W}rPr")
                    made.insert(0, properties)
                etree.SubElement(properties, f"{W}b")
            run.addnext(made)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)

    def without_marks(self) -> None:
        """What Google Docs leaves of a file: no bookmarks, no controls, no custom parts."""
        for node in list(self.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)
        self.parts = {name: data for name, data in self.parts.items() if not name.startswith("customXml")}
        relationships = "word/_rels/document.xml.rels"
        tree = etree.fromstring(self.parts[relationships])
        for one in list(tree):
            if "customXml" in one.get("Target", ""):
                tree.remove(one)
        self.parts[relationships] = etree.tostring(tree)


def edited(data: bytes, *steps: Callable[[WordEditor], object]) -> bytes:
    """The file after these edits."""
    editor = WordEditor(data)
    for step in steps:
        step(editor)
    return editor.save()
