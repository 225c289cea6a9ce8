"""List definitions of a template's styles before ours, which are numbered on."""

from __future__ import annotations

import re

from lxml import etree

from lessonkit.render.docx.school.styles import Mapping
from lessonkit.render.docx.school.template import W, WordTemplate

OURS = re.compile(r'(w:abstractNumId="|<w:abstractNumId w:val=")(\d+)"|(w:numId="|<w:numId w:val=")(\d+)"')


def merged_numbering(template: WordTemplate, ours: str, mapping: Mapping) -> tuple[str, int]:
    """The numbering part, and by how much the ids of our lists have grown."""
    part = template.beside("numbering")
    if part not in template.parts:
        return ours, 0
    root = template.tree(part)
    mapping.rename(root)
    for tag in ("numPicBullet", "lvlPicBulletId", "numIdMacAtCleanup"):
        for node in list(root.iter(f"{W}{tag}")):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    definitions, lists = list(root.iterfind(f"{W}abstractNum")), list(root.iterfind(f"{W}num"))
    more = max((int(node.get(f"{W}abstractNumId", "0")) for node in definitions), default=-1) + 1
    lists_before = max((int(node.get(f"{W}numId", "0")) for node in lists), default=0)
    own = etree.fromstring(_shifted(ours, more, lists_before).encode())
    root[:] = [*definitions, *own.iterfind(f"{W}abstractNum"), *lists, *own.iterfind(f"{W}num")]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode(), lists_before


def _shifted(text: str, definitions: int, lists: int) -> str:
    def one(found: re.Match[str]) -> str:
        if found[1]:
            return f'{found[1]}{int(found[2]) + definitions}"'
        return f'{found[3]}{int(found[4]) + lists}"'

    return OURS.sub(one, text)


def renumbered(text: str, lists: int) -> str:
    """Markup of ours whose lists have grown by so much."""
    return _shifted(text, 0, lists) if lists else text
