"""Edits of an unpacked Word file: what the mutations beside this file are written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

Parts: TypeAlias = dict[str, bytes]
Edit: TypeAlias = Callable[[Parts], None]
Change: TypeAlias = Callable[[etree._Element], None]

BODY, STYLES, NUMBERS, NOTES = "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"
CORE, SETTINGS, HEAD, THEME = "docProps/core.xml", "word/settings.xml", "word/header1.xml", "word/theme/theme1.xml"
TYPES, RELATED = "[Content_Types].xml", "word/_rels/document.xml.rels"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}

TABLE_IN_CELL = (
    "<w:tbl><w:tblPr><w:tblLook w:firstRow='1'/><w:tblCaption w:val='In'/><w:tblDescription w:val='In'/></w:tblPr>"
    "<w:tblGrid><w:gridCol w:w='100'/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:p><w:r>"
    "<w:t>In</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One defect put into a good file, and exactly what must be found."""

    says: str
    edits: tuple[Edit, ...]
    finds: frozenset[str]
    base: str = "good"
    """Which good file: `good`, or `noted` with footnotes, about which a person is asked anyway."""
    known: bool = False
    """The tree that the file was made from is known too."""


def mutation(says: str, *edits: Edit, finds: str, base: str = "good", known: bool = False) -> Mutation:
    """A mutation; `finds` names the rules without `word-`, parted by blanks."""
    return Mutation(says, edits, frozenset(f"word-{name}" for name in finds.split()), base, known)


def on(part: str, path: str, *changes: Change, every: bool = False) -> Edit:
    """Changes to the first element at this path, or to every one."""

    def edit(parts: Parts) -> None:
        root = etree.fromstring(parts[part])
        found = root.xpath(path, namespaces=NAMES)
        assert found, f"the good file has no {path}"
        for node in found if every else found[:1]:
            for change in changes:
                change(node)
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return edit


def drop(part: str) -> Edit:
    """Without this part."""

    def edit(parts: Parts) -> None:
        del parts[part]

    return edit


def add(part: str, content: bytes) -> Edit:
    """One part more."""

    def edit(parts: Parts) -> None:
        parts[part] = content

    return edit


def delete(node: etree._Element) -> None:
    """Without it."""
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def unwrap(node: etree._Element) -> None:
    """What is in it, without it."""
    for child in list(node):
        node.addprevious(child)
    delete(node)


def put(**attributes: str) -> Change:
    """With these attributes; `w_val` for `w:val`."""

    def change(node: etree._Element) -> None:
        for name, value in attributes.items():
            node.set(_qualified(name.replace("_", ":", 1)) if "_" in name else name, value)

    return change


def without(name: str) -> Change:
    """Without this attribute."""

    def change(node: etree._Element) -> None:
        del node.attrib[_qualified(name)]

    return change


def words(text: str) -> Change:
    """With these words."""

    def change(node: etree._Element) -> None:
        node.text = text

    return change


def named(name: str) -> Change:
    """Under another name."""

    def change(node: etree._Element) -> None:
        node.tag = _qualified(name)

    return change


def before(xml: str) -> Change:
    """With this before it."""

    def change(node: etree._Element) -> None:
        for new in fragment(xml):
            node.addprevious(new)

    return change


def after(xml: str) -> Change:
    """With this after it."""

    def change(node: etree._Element) -> None:
        for new in reversed(fragment(xml)):
            node.addnext(new)

    return change


def first(xml: str) -> Change:
    """With this as its first child."""

    def change(node: etree._Element) -> None:
        for new in reversed(fragment(xml)):
            node.insert(0, new)

    return change


def last(xml: str) -> Change:
    """With this as its last child."""

    def change(node: etree._Element) -> None:
        node.extend(fragment(xml))

    return change


def fragment(xml: str) -> list[etree._Element]:
    """These elements."""
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    return list(etree.fromstring(f"<x {spaces}>{xml}</x>"))


def _qualified(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMES[prefix]}}}{local}" if prefix else local
