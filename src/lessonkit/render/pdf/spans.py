"""Inline content to spans: what each leaf says, in which look and language."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from lessonkit.appearance import Theme
from lessonkit.document import (
    Code,
    Document,
    Emphasis,
    Field,
    Footnote,
    Icon,
    LineBreak,
    Link,
    Strong,
    Superscript,
)
from lessonkit.render.pdf.pieces import MM, Look
from lessonkit.render.pdf.tags import CALL, NOTE, Element, Leaf

SMALLER, RAISED = 0.65, 0.36
"""The size of a superscript, and how far it is raised, as shares of the size around it."""

LinkLook: TypeAlias = Literal["coloured", "underlined", "plain"]
"""How links look: coloured ones are underlined too, so that nothing depends on colour alone."""


class Span(NamedTuple):
    """The content of one leaf and how it is set: all that its words depend on."""

    text: str
    look: Look
    language: str
    linked: bool = False
    ends_line: bool = False
    blank: float = 0.0
    """The width of a blank to write in, in points."""
    icon: Icon | None = None


def spans_of(
    element: Element, base: Look, theme: Theme, links: LinkLook, language: str
) -> tuple[list[Span], list[Leaf]]:
    """The content of a paragraph-like element in this language, with its leaves."""
    spans: list[Span] = []
    leaves: list[Leaf] = []
    _collect(element, base, language, theme, links, spans, leaves)
    return spans, leaves


def language_of(element: Element) -> str:
    """The language of an element: its own, or that of what it stands in, up to the document's."""
    at: Element | None = element
    while at is not None:
        if "Lang" in at.attributes:
            return at.attributes["Lang"]
        if isinstance(at.node, Document):
            return at.node.language
        at = at.parent
    return ""


def _collect(
    element: Element, look: Look, language: str, theme: Theme, links: LinkLook, spans: list[Span], leaves: list[Leaf]
) -> None:
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.tag == NOTE:
                continue  # set at the foot of the page
            own = kid.attributes.get("Lang", language)
            _collect(kid, _styled(kid, look, theme, links), own, theme, links, spans, leaves)
        else:
            spans.append(_span(kid, look, language, theme))
            leaves.append(kid)


def _styled(element: Element, look: Look, theme: Theme, links: LinkLook) -> Look:
    match element.node:
        case Strong():
            return look._replace(font=theme.styles["strong"].font)
        case Emphasis():
            return look._replace(font=theme.styles["emphasis"].font)
        case Code():
            return look._replace(font=theme.styles["code"].font)
        case Footnote() if element.tag != CALL:
            return look
        case Link() if element.parent and isinstance(element.parent.node, Footnote):
            return look  # its place says that it leads to a note
        case Superscript() | Footnote():
            return look._replace(size=look.size * SMALLER, rise=look.rise + look.size * RAISED)
        case Link() if links == "coloured":
            return look._replace(colour=theme.styles["link"].colour, underline=True)
        case Link():
            return look._replace(underline=links != "plain")
        case _:
            return look


def _span(leaf: Leaf, look: Look, language: str, theme: Theme) -> Span:
    match leaf.node:
        case LineBreak():
            return Span(" ", look, language, ends_line=True)
        case Field(value=None) as field:
            ink = theme.styles["body"].colour
            return Span("", look._replace(colour=ink, underline=False), language, blank=field.width_mm * MM)
        case Icon() as icon:
            return Span("", look._replace(underline=False), language, icon=icon)
        case _:
            return Span(leaf.text, look, language, isinstance(leaf.parent.node, Link))
