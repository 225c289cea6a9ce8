"""Names of WordprocessingML, and its attributes read."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "http://purl.org/dc/elements/1.1/"
TEXT_PARTS = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes")}
"""The roots of the parts that hold words."""
OFF = ("0", "false", "off")


def attribute(node: etree._Element, name: str) -> str:
    """An attribute in the w namespace; empty if it is missing."""
    return node.get(f"{W}{name}", "")


def child_value(node: etree._Element, name: str) -> str:
    """The `w:val` of a child; empty if there is none."""
    found = node.find(f"{W}{name}")
    return "" if found is None else attribute(found, "val")


def is_on(node: etree._Element, properties: str, name: str) -> bool:
    """True if a switch such as `w:tblHeader` is there and not off (ISO 29500-1, 17.17.4)."""
    found = node.find(f"{W}{properties}/{W}{name}")
    return found is not None and attribute(found, "val") not in OFF
