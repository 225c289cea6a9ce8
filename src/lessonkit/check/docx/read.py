"""Reads a Word file with zipfile and lxml alone: nothing here had a part in writing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from lxml import etree

from lessonkit.check.docx.fields import WordField, fields
from lessonkit.check.docx.names import (
    DC,
    DRAWING,
    OFF,
    RUNNING,
    TEXT_PARTS,
    W14,
    A,
    R,
    W,
    ancestor,
    attribute,
    child_value,
    whole,
)
from lessonkit.check.docx.package import read_package, relationships_name
from lessonkit.check.docx.tables import read_table
from lessonkit.check.docx.text import in_contents, paragraph_text, raw_text
from lessonkit.check.docx.wordfile import (
    WordControl,
    WordDrawing,
    WordFile,
    WordLink,
    WordNumber,
    WordParagraph,
    WordStyle,
    places_of,
)
from lessonkit.document import Document
from lessonkit.reading import fold

NEAREST = 3
"""Paragraphs in which the words next to a picture are looked for."""
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def read_docx(data: bytes, source: Document | None = None) -> WordFile:
    """What this Word file says. Raises LessonkitError, in one sentence, for a file that cannot be read.

    source: the tree it was written from, which gives findings their places.
    """
    file = _Reader(data).read()
    return replace(file, source=source, places=places_of(source)) if source else file


def reading_lines(data: bytes) -> tuple[str, ...]:
    """The author's words, one string for each paragraph: equal to `reading.reading_lines(document)`."""
    return read_docx(data).lines()


class _Reader:
    """One open file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.package = read_package(data)
        self.trees = self.package.trees
        self.body = self.trees[self.package.main]
        self.styles_root = self._part("styles")
        self.styles = {style.id: style for style in self._styles()}
        self.links: dict[etree._Element, list[WordLink]] = {}

    def _part(self, kind: str) -> etree._Element | None:
        return self.trees.get(self.package.names.get(kind, ""))

    def _targets(self, part: str) -> dict[str, str]:
        """The targets of a part's relationships, by their ids."""
        root = self.trees.get(relationships_name(part))
        return {} if root is None else {one.get("Id", ""): one.get("Target", "") for one in root}

    def read(self) -> WordFile:
        core = self._part("core-properties")
        found = tuple(field for _, root in self._text_parts() for field in fields(root))
        self._note_links(found)
        return WordFile(
            data=self.data,
            parts=self.package.parts,
            trees=self.trees,
            main=self.package.main,
            names=self.package.names,
            repeated_parts=self.package.repeated,
            title=_text(core, f"{{{DC}}}title"),
            subject=_text(core, f"{{{DC}}}subject"),
            author=_text(core, f"{{{DC}}}creator"),
            language=self._default_language(),
            theme_language=self._theme_language(),
            core_language=_text(core, f"{{{DC}}}language"),
            styles=self.styles,
            numbers=dict(self._numbers()),
            paragraphs=tuple(self._paragraphs()),
            running=tuple(self._running()),
            tables=tuple(read_table(node) for node in self.body.iter(f"{W}tbl")),
            drawings=tuple(self._drawings()),
            controls=tuple(self._controls()),
            bookmarks=tuple(
                attribute(node, "name") for _, root in self._text_parts() for node in root.iter(f"{W}bookmarkStart")
            ),
            fields=found,
        )

    def _note_links(self, found: tuple[WordField, ...]) -> None:
        """Links that are written as fields: what Word wrote before it had elements for them."""
        for one in found:
            if one.name == "HYPERLINK" and one.paragraph is not None:
                target = f"#{one.bookmark}" if one.bookmark and not one.argument else one.argument
                tooltip = one.instruction.partition("\\o")[2].strip().strip('"')
                self.links.setdefault(one.paragraph, []).append(WordLink(fold(one.result), target, tooltip))

    def _default_language(self) -> str:
        """Of the defaults, else of the style that paragraphs have without one."""
        if self.styles_root is None:
            return ""
        found = self.styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        if found is not None:
            return attribute(found, "val")
        usual = next((one for one in self.styles_root.iterfind(f"{W}style") if _is_usual(one)), None)
        spoken = None if usual is None else usual.find(f"{W}rPr/{W}lang")
        return "" if spoken is None else attribute(spoken, "val")

    def _theme_language(self) -> str:
        settings = self._part("settings")
        return "" if settings is None else child_value(settings, "themeFontLang")

    def _styles(self) -> Iterator[WordStyle]:
        for node in () if self.styles_root is None else self.styles_root.iterfind(f"{W}style"):
            outline = node.find(f"{W}pPr/{W}outlineLvl")
            numbering = node.find(f"{W}pPr/{W}numPr")
            yield WordStyle(
                id=attribute(node, "styleId"),
                name=child_value(node, "name"),
                kind=attribute(node, "type"),
                base=child_value(node, "basedOn"),
                outline=None if outline is None else whole(attribute(outline, "val"), 9),
                number=None if numbering is None else whole(child_value(numbering, "numId")),
                number_level=0 if numbering is None else whole(child_value(numbering, "ilvl")),
                is_usual=_is_usual(node),
            )

    def _numbers(self) -> Iterator[tuple[int, WordNumber]]:
        root = self._part("numbering")
        if root is None:
            return
        levels = {
            attribute(node, "abstractNumId"): list(node.iterfind(f"{W}lvl"))
            for node in root.iterfind(f"{W}abstractNum")
        }
        for node in root.iterfind(f"{W}num"):
            definition = child_value(node, "abstractNumId")
            starts = {
                whole(attribute(override, "ilvl"))
                for override in node.iterfind(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }
            number = WordNumber(
                whole(definition, -1),
                tuple(child_value(level, "numFmt") for level in levels.get(definition, ())),
                frozenset(starts),
                any(level.find(f"{W}pStyle") is not None for level in levels.get(definition, ())),
            )
            yield whole(attribute(node, "numId"), -1), number

    def _paragraphs(self) -> Iterator[WordParagraph]:
        """Each paragraph of the body, and after it those of the notes it calls."""
        targets = self._targets(self.package.main)
        notes = {kind: self._notes(kind) for kind in ("footnotes", "endnotes")}
        for node in self.body.iter(f"{W}p"):
            made = self._paragraph(node, targets)
            yield made
            for call in node.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = "footnotes" if call.tag == f"{W}footnoteReference" else "endnotes"
                note_targets, found = notes[kind]
                note = found.get(attribute(call, "id"))
                for line in () if note is None else note.iter(f"{W}p"):
                    yield replace(self._paragraph(line, note_targets), in_table=made.in_table, in_note=True)

    def _running(self) -> Iterator[WordParagraph]:
        for part, root in self._text_parts():
            if root.tag in RUNNING:
                yield from (self._paragraph(node, self._targets(part)) for node in root.iter(f"{W}p"))

    def _notes(self, kind: str) -> tuple[dict[str, str], dict[str, etree._Element]]:
        """What the notes of this kind refer to, and each of them by its id."""
        root = self._part(kind)
        notes = {} if root is None else {attribute(note, "id"): note for note in root}
        return self._targets(self.package.names.get(kind, "")), notes

    def _paragraph(self, node: etree._Element, targets: dict[str, str]) -> WordParagraph:
        properties = node.find(f"{W}pPr")
        style = "" if properties is None else child_value(properties, "pStyle")
        numbering = None if properties is None else properties.find(f"{W}numPr")
        outline = None if properties is None else properties.find(f"{W}outlineLvl")
        number, level = self._number(style, numbering)
        raw = raw_text(node)
        return WordParagraph(
            text=fold(raw),
            raw=raw,
            style=style,
            number=number,
            level=level,
            links=(
                *(_link(link, targets) for link in node.iter(f"{W}hyperlink")),
                *self.links.get(node, ()),
                *_picture_links(node, targets),
            ),
            in_table=ancestor(node, "tc") is not None,
            in_contents=in_contents(node),
            outline=None if outline is None else whole(attribute(outline, "val"), 9),
        )

    def _number(self, style: str, own: etree._Element | None) -> tuple[int | None, int]:
        """The list of a paragraph and the level in it: its own, or its style's. 0 takes it out of the style's."""
        if own is not None and own.find(f"{W}numId") is not None:
            number, level = whole(child_value(own, "numId")), whole(child_value(own, "ilvl"))
            return number or None, level
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style]
            if found.number is not None:
                return found.number or None, found.number_level
            style = found.base
        return None, 0

    def _text_parts(self) -> Iterator[tuple[str, etree._Element]]:
        """The body, running heads and feet, and notes."""
        for name in sorted(self.trees, key=lambda name: (name != self.package.main, name)):
            if self.trees[name].tag in TEXT_PARTS:
                yield name, self.trees[name]

    def _drawings(self) -> Iterator[WordDrawing]:
        for part, root in self._text_parts():
            for node in root.iter(f"{DRAWING}docPr"):
                yield WordDrawing(
                    part=part,
                    id=node.get("id", ""),
                    alt=node.get("descr", "") or node.get("title", ""),
                    decorative=any(mark.get("val") in ("1", "true") for mark in node.iter(DECORATIVE)),
                    inline=_parent_tag(node) == f"{DRAWING}inline",
                    near=_near(node),
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
                    lock=child_value(node, "lock"),
                    near=_near(node),
                )


def _link(node: etree._Element, targets: dict[str, str]) -> WordLink:
    anchor, address = attribute(node, "anchor"), targets.get(node.get(f"{R}id", ""), "")
    target = f"{address}#{anchor}" if anchor else address
    pictures = " ".join(one.get("descr", "") for one in node.iter(f"{DRAWING}docPr"))
    return WordLink(fold(raw_text(node)) or fold(pictures), target, attribute(node, "tooltip"))


def _picture_links(node: etree._Element, targets: dict[str, str]) -> Iterator[WordLink]:
    """Links of pictures, which are heard by their alternative text."""
    for link in node.iter(f"{A}hlinkClick"):
        picture = link.getparent()
        if picture is not None and picture.tag == f"{DRAWING}docPr":
            target = targets.get(link.get(f"{R}id", ""), "")
            yield WordLink(fold(picture.get("descr", "")), target, link.get("tooltip", ""))


def _near(node: etree._Element) -> str:
    """The words of the paragraph around a node, or else of those next to it."""
    line = ancestor(node, "p")
    if line is None:
        return ""
    beside = (islice(line.itersiblings(f"{W}p", preceding=back), NEAREST) for back in (False, True))
    around = (line, *chain.from_iterable(beside))
    return next((text for one in around if (text := paragraph_text(one))), "")


def _is_usual(style: etree._Element) -> bool:
    """True for the style of paragraphs that name none."""
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


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
