"""Colours of a template's theme in place of ours, as far as words stay readable on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.appearance import Theme, contrast
from lessonkit.render.docx.looks import SCHEME
from lessonkit.render.docx.school.styles import Mapping
from lessonkit.render.docx.school.template import A, W, WordTemplate, value

READABLE = 4.5
"""WCAG 2.2 SC 1.4.3."""
PAPER = "#ffffff"
NAMED = re.compile(r'w:(val|fill)="[0-9A-F]{6}" w:(themeColor|themeFill)="(\w+)"')
COLOUR = re.compile("[0-9A-Fa-f]{6}")


def school_colours(template: WordTemplate, theme: Theme) -> tuple[dict[str, str], list[str]]:
    """The template's colours by the names that text and shading call them, and which of them are not used.

    Dark ones must be readable on paper, and light ones bear the dark ones; the two stand on each other in boxes.
    """
    found = _scheme(template)
    ink = theme.styles["body"].colour
    ours = {word: theme.palette.get(role, ink) for _, role, word in SCHEME}
    dark = {word for word, colour in ours.items() if contrast(colour, PAPER) >= READABLE}
    used = {word: found[word] for word in dark & set(found) if contrast(found[word], PAPER) >= READABLE}
    darkest = [used.get(word, ours[word]) for word in sorted(dark)]
    for word in sorted(set(found) & (set(ours) - dark)):
        if all(contrast(found[word], colour) >= READABLE for colour in darkest):
            used[word] = found[word]
    left = [word for word in ours if word in found and word not in used]
    return used, left


def _scheme(template: WordTemplate) -> dict[str, str]:
    part = template.beside("theme")
    scheme = template.tree(part).find(f".//{A}clrScheme") if part in template.parts else None
    if scheme is None:
        return {}
    slots = {str(node.tag).rpartition("}")[2]: _colour(node[0]) for node in scheme if len(node)}
    return {word: colour for slot, _, word in SCHEME if (colour := slots.get(slot, ""))}


def _colour(node: etree._Element) -> str:
    text = node.get("lastClr") or node.get("val") or ""
    return f"#{text.lower()}" if COLOUR.fullmatch(text) else ""


def recoloured(text: str, used: dict[str, str]) -> str:
    """Markup of ours in the template's colours; a colour that is not used stays as it is, whatever the theme says."""

    def one(found: re.Match[str]) -> str:
        kind, named, word = found.groups()
        if word not in used:
            return found[0].partition(f" w:{named}")[0]
        return f'w:{kind}="{used[word].lstrip("#").upper()}" w:{named}="{word}"'

    return NAMED.sub(one, text)


def darkened_styles(styles: etree._Element, mapping: Mapping, ink: str) -> Iterator[str]:
    """The names of the template's own styles, of those we use, that were hard to read on white; now they are in ink."""
    taken = {name.casefold() for name in mapping.taken}
    for style in styles.iterfind(f"{W}style"):
        node = style.find(f"{W}rPr/{W}color")
        colour = "" if node is None else node.get(f"{W}val", "")
        is_pale = COLOUR.fullmatch(colour) and contrast(f"#{colour}", PAPER) < READABLE
        if node is not None and is_pale and value(style, "name").casefold() in taken:
            node.attrib.clear()
            node.set(f"{W}val", ink.lstrip("#").upper())
            yield value(style, "name")
