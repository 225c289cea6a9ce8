"""Names of WordprocessingML, and its attributes read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
DC = "http://purl.org/dc/elements/1.1/"
TEXT_PARTS = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes")}
"""The roots of the parts that hold words."""
RUNNING = (f"{W}hdr", f"{W}ftr")
BOX = f"{W}txbxContent"
"""What the words of a text box stand in."""
OFF = ("0", "false", "off")
WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
"""Elements that stand around others without being part of the structure."""


def attribute(node: etree._Element, name: str) -> str:
    """An attribute in the w namespace; empty if it is missing."""
    return node.get(f"{W}{name}", "")


def child_value(node: etree._Element, name: str) -> str:
    """The `w:val` of a child; empty if there is none."""
    found = node.find(f"{W}{name}")
    return "" if found is None else attribute(found, "val")


def whole(text: str, other: int = 0) -> int:
    """A whole number in an attribute; `other` where there is none, as in files of careless programs."""
    return int(text) if re.fullmatch(r"[+-]?\d{1,18}", text) else other


def is_on(node: etree._Element, properties: str, name: str) -> bool:
    """True if a switch such as `w:tblHeader` is there and not off (ISO 29500-1, 17.17.4)."""
    found = node.find(f"{W}{properties}/{W}{name}")
    return found is not None and attribute(found, "val") not in (*OFF, "none")


def inside(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this name, those too that stand in a content control or a tracked insertion."""
    for child in node:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in WRAPPERS:
            yield from inside(child, name)


def ancestor(node: etree._Element, name: str) -> etree._Element | None:
    """The nearest element of this name around a node."""
    return next(node.iterancestors(f"{W}{name}"), None)
