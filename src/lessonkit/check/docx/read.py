"""Reads a Word file with zipfile and lxml alone: nothing here had a part in writing it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from lxml import etree

from lessonkit.check.docx.names import DC, DRAWING, OFF, TEXT_PARTS, W14, R, W, attribute, child_value, is_on
from lessonkit.check.docx.text import in_contents, paragraph_text, raw_text
from lessonkit.check.docx.wordfile import (
    WordControl,
    WordDrawing,
    WordFile,
    WordLink,
    WordNumber,
    WordParagraph,
    WordRow,
    WordStyle,
    WordTable,
    places_of,
)
from lessonkit.document import Document
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reading import fold

MOST_BYTES = 200_000_000
"""Unpacked; a file beyond it is damaged or hostile."""
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BODY = "word/document.xml"


def read_docx(data: bytes, source: Document | None = None) -> WordFile:
    """What this Word file says. Raises LessonkitError, in one sentence, for a file that cannot be read.

    source: the tree it was written from, which gives findings their places.
    """
    parts = _parts(data)
    trees = {name: _tree(name, text) for name, text in parts.items() if name.endswith((".xml", ".rels"))}
    if BODY not in trees:
        raise _unreadable("it has no text")
    file = _Reader(data, parts, trees).read()
    return replace(file, source=source, places=places_of(source)) if source else file


def reading_lines(data: bytes) -> tuple[str, ...]:
    """The author's words, one string for each paragraph: equal to `reading.reading_lines(document)`."""
    return read_docx(data).lines()


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise _unreadable("it is too large")
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise _unreadable("it is damaged or locked with a password") from error


def _tree(name: str, text: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(f"its part {name} is damaged") from error


def _unreadable(why: str) -> LessonkitError:
    return LessonkitError(Problem(None, f"This Word file cannot be read: {why}."))


class _Reader:
    """One open file."""

    def __init__(self, data: bytes, parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
        self.data = data
        self.parts = parts
        self.trees = trees
        self.body = trees[BODY]
        self.styles_root = trees.get("word/styles.xml")
        self.targets = _targets(trees.get("word/_rels/document.xml.rels"))
        self.note_targets = _targets(trees.get("word/_rels/footnotes.xml.rels"))
        notes = trees.get("word/footnotes.xml")
        self.notes = {} if notes is None else {attribute(note, "id"): note for note in notes}

    def read(self) -> WordFile:
        core = self.trees.get("docProps/core.xml")
        return WordFile(
            data=self.data,
            parts=self.parts,
            trees=self.trees,
            title=_text(core, f"{{{DC}}}title"),
            subject=_text(core, f"{{{DC}}}subject"),
            author=_text(core, f"{{{DC}}}creator"),
            language=self._default_language(),
            theme_language=self._theme_language(),
            core_language=_text(core, f"{{{DC}}}language"),
            styles={style.id: style for style in self._styles()},
            numbers=dict(self._numbers()),
            paragraphs=tuple(self._paragraphs()),
            tables=tuple(_table(node) for node in self.body.iter(f"{W}tbl")),
            drawings=tuple(self._drawings()),
            controls=tuple(self._controls()),
            bookmarks=tuple(attribute(node, "name") for node in self.body.iter(f"{W}bookmarkStart")),
        )

    def _default_language(self) -> str:
        if self.styles_root is None:
            return ""
        found = self.styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        return "" if found is None else attribute(found, "val")

    def _theme_language(self) -> str:
        settings = self.trees.get("word/settings.xml")
        return "" if settings is None else child_value(settings, "themeFontLang")

    def _styles(self) -> Iterator[WordStyle]:
        for node in () if self.styles_root is None else self.styles_root.iterfind(f"{W}style"):
            outline = node.find(f"{W}pPr/{W}outlineLvl")
            yield WordStyle(
                id=attribute(node, "styleId"),
                name=child_value(node, "name"),
                kind=attribute(node, "type"),
                base=child_value(node, "basedOn"),
                outline=None if outline is None else int(attribute(outline, "val")),
            )

    def _numbers(self) -> Iterator[tuple[int, WordNumber]]:
        root = self.trees.get("word/numbering.xml")
        if root is None:
            return
        formats = {
            attribute(node, "abstractNumId"): tuple(child_value(level, "numFmt") for level in node.iterfind(f"{W}lvl"))
            for node in root.iterfind(f"{W}abstractNum")
        }
        for node in root.iterfind(f"{W}num"):
            definition = child_value(node, "abstractNumId")
            starts = {
                int(attribute(override, "ilvl"))
                for override in node.iterfind(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }
            number = WordNumber(int(definition), formats.get(definition, ()), frozenset(starts))
            yield int(attribute(node, "numId")), number

    def _paragraphs(self) -> Iterator[WordParagraph]:
        """Each paragraph of the body, and after it those of the notes it calls."""
        for node in self.body.iter(f"{W}p"):
            made = self._paragraph(node, self.targets)
            yield made
            for call in node.iter(f"{W}footnoteReference"):
                for inside in self._note(call):
                    note = self._paragraph(inside, self.note_targets)
                    yield replace(note, in_table=made.in_table, in_note=True)

    def _note(self, call: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs of the note that is called here; none if there is no such note."""
        note = self.notes.get(attribute(call, "id"))
        return iter(()) if note is None else note.iter(f"{W}p")

    def _paragraph(self, node: etree._Element, targets: dict[str, str]) -> WordParagraph:
        numbering = node.find(f"{W}pPr/{W}numPr")
        style = node.find(f"{W}pPr/{W}pStyle")
        return WordParagraph(
            text=paragraph_text(node),
            raw=raw_text(node),
            style="" if style is None else attribute(style, "val"),
            number=None if numbering is None else int(child_value(numbering, "numId") or 0),
            level=0 if numbering is None else int(child_value(numbering, "ilvl") or 0),
            links=tuple(_link(link, targets) for link in node.iter(f"{W}hyperlink")),
            in_table=next(node.iterancestors(f"{W}tc"), None) is not None,
            in_contents=in_contents(node),
        )

    def _text_parts(self) -> Iterator[tuple[str, etree._Element]]:
        """The body, running heads and feet, and notes."""
        for name in sorted(self.trees, key=lambda name: (name != BODY, name)):
            if name.startswith("word/") and self.trees[name].tag in TEXT_PARTS:
                yield name, self.trees[name]

    def _drawings(self) -> Iterator[WordDrawing]:
        for part, root in self._text_parts():
            for node in root.iter(f"{DRAWING}docPr"):
                yield WordDrawing(
                    part=part,
                    id=node.get("id", ""),
                    alt=node.get("descr", ""),
                    decorative=any(mark.get("val") == "1" for mark in node.iter(DECORATIVE)),
                    inline=_parent_tag(node) == f"{DRAWING}inline",
                )

    def _controls(self) -> Iterator[WordControl]:
        for part, root in self._text_parts():
            for node in root.iter(f"{W}sdtPr"):
                yield WordControl(
                    part=part,
                    id=child_value(node, "id"),
                    title=child_value(node, "alias"),
                    tag=child_value(node, "tag"),
                    is_contents=node.find(f"{W}docPartObj") is not None,
                    ticked=_ticked(node),
                )


def _link(node: etree._Element, targets: dict[str, str]) -> WordLink:
    anchor = attribute(node, "anchor")
    target = f"#{anchor}" if anchor else targets.get(node.get(f"{R}id", ""), "")
    return WordLink(fold(raw_text(node)), target, attribute(node, "tooltip"))


def _targets(relationships: etree._Element | None) -> dict[str, str]:
    return {} if relationships is None else {one.get("Id", ""): one.get("Target", "") for one in relationships}


def _table(node: etree._Element) -> WordTable:
    properties = node.find(f"{W}tblPr")
    look = None if properties is None else properties.find(f"{W}tblLook")
    return WordTable(
        rows=tuple(_row(row) for row in node.iterfind(f"{W}tr")),
        columns=len(node.findall(f"{W}tblGrid/{W}gridCol")),
        first_row=look is not None and attribute(look, "firstRow") == "1",
        first_column=look is not None and attribute(look, "firstColumn") == "1",
        title="" if properties is None else child_value(properties, "tblCaption"),
        description="" if properties is None else child_value(properties, "tblDescription"),
        nested=next(node.iterancestors(f"{W}tc"), None) is not None,
    )


def _row(node: etree._Element) -> WordRow:
    cells = node.findall(f"{W}tc")
    merged = any(cell.find(f"{W}tcPr/{W}{name}") is not None for cell in cells for name in ("gridSpan", "vMerge"))
    return WordRow(
        is_header=is_on(node, "trPr", "tblHeader"),
        cannot_split=is_on(node, "trPr", "cantSplit"),
        cells=tuple(fold(" ".join(paragraph_text(line) for line in cell.iter(f"{W}p"))) for cell in cells),
        merged=merged,
        columns=sum(_span(cell) for cell in cells),
    )


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(attribute(span, "val"))


def _ticked(control: etree._Element) -> bool | None:
    """Whether a tick box is ticked; None for other controls."""
    found = control.find(f"{W14}checkbox/{W14}checked")
    return None if found is None else found.get(f"{W14}val") not in OFF


def _text(root: etree._Element | None, tag: str) -> str:
    found = None if root is None else root.find(tag)
    return "" if found is None else (found.text or "").strip()


def _parent_tag(node: etree._Element) -> str:
    parent = node.getparent()
    return "" if parent is None else str(parent.tag)
