"""Contents lists: entries that lead to their headings, with dotted leaders and page numbers at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.appearance import Style
from lessonkit.document import Contents, Heading
from lessonkit.reading import contents_style
from lessonkit.render.pdf.galley import Galley
from lessonkit.render.pdf.lines import break_lines, line_width
from lessonkit.render.pdf.pieces import PageReference, Piece, Rule
from lessonkit.render.pdf.tags import Element
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.words import look_of, words_of

NUMBER_WIDTH, LEADER_GAP = 2.1, 0.4
"""What is left free for a page number, and on both sides of a leader, as multiples of the type size."""

INDENT = 16.0
"""Of each level below the first, in points."""

DOT = 1.1
"""The diameter of a leader's dots, in points."""


def lay_out_contents(typesetter: Typesetter, element: Element, node: Contents, column: Column, galley: Galley) -> None:
    """Set the title and entries of a contents list."""
    if node.title:
        style = typesetter.in_column("contents-title", column, node.place)
        typesetter.text(element.elements()[0], replace(style, keep_with_next=True), column, galley)
    for entry in _entries(element):
        _entry(typesetter, entry, column, galley)
    galley.space(typesetter.style("body", node.place).after_pt)


def _entries(element: Element) -> Iterator[Element]:
    for kid in element.elements():
        if kid.tag == "TOCI":
            yield kid
        elif kid.tag == "TOC":
            yield from _entries(kid)


def _entry(typesetter: Typesetter, entry: Element, column: Column, galley: Galley) -> None:
    heading: Heading = entry.node
    style = typesetter.in_column(contents_style(heading), column, heading.place)
    inner = column.inset((heading.level - 2) * INDENT, NUMBER_WIDTH * style.size_pt)
    reference, number = entry.elements()
    look = look_of(style)
    words = words_of(reference, look, typesetter.fonts, inner.width, "plain")
    lines = break_lines(words, inner.width)
    galley.space(style.before_pt)
    for line in lines:
        if line.first:
            galley.keep()
        part = words[line.first : line.end]
        pieces = typesetter.line(part, style, inner)
        if line is lines[-1]:
            leader = _leader(inner.x + line_width(part), column, style, typesetter.baseline(style))
            typesetter.has_references = True
            target = PageReference(
                column.x + column.width, typesetter.baseline(style), heading.id, look, next(number.leaves()).number
            )
            pieces = (*pieces, leader, target)
        galley.add(typesetter.height(style), pieces, entry.place)
    galley.space(style.after_pt)


def _leader(start: float, column: Column, style: Style, baseline: float) -> Piece:
    gap = LEADER_GAP * style.size_pt
    end = column.x + column.width - NUMBER_WIDTH * style.size_pt
    return Rule(start + gap, baseline - DOT / 2, max(0.0, end - start - gap), style.colour, DOT, dotted=True)
