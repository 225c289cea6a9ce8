"""Pictures in the structure, and the words that stand for them."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Drawn, Node
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.reading import fold


def described(subject: AnyPdf) -> Iterator[Node]:
    """Every element that needs an alternative text: not parts of a larger picture, nor what holds nothing."""
    for node in subject.facts.nodes:
        if node.role in ("Figure", "Formula") and not node.inside("Figure", "Formula") and node.kids:
            yield node


def drawn_of(subject: AnyPdf, node: Node) -> list[Drawn]:
    """All that is drawn in an element: words, filled areas, raster images."""
    contents = set(subject.contents(node))
    pages = [subject.facts.pages[number - 1] for number in sorted({content.page for content in contents}) if number]
    drawn = (each for page in pages for each in (*page.runs, *page.fills, *page.strokes, *page.pictures))
    return [each for each in drawn if each.content in contents]


def alt_of(node: Node) -> str:
    """The words that are spoken in place of a picture; empty if there are none."""
    return fold(node.alt or node.actual_text or "")
