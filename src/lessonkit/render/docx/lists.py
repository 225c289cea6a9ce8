"""Lists: Word's own multilevel numbering, started anew for every list."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Figure, List, ListItem, Paragraph
from lessonkit.render.docx.element import twips, w
from lessonkit.render.docx.looks import indent
from lessonkit.render.docx.numbering import list_shape, text_indent
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story


def items(story: Story, node: List, write: WriteBlocks) -> Iterator[Piece]:
    """The paragraphs of a list. A nested list is a level of the list around it, unless it must count differently."""
    outer = story.setting
    level = outer.list_level + 1
    number, shape = outer.list_number, outer.list_shape
    if level == 0 or shape[level : level + 1] != (node.kind,) or node.start != 1:
        shape = (*shape[:level], *list_shape(node))
        number = story.numbering.start(shape, outer.edges()[0], level, node.start)
    with story.within(list_number=number, list_shape=shape, list_level=level, list_style=node.style):
        for item in node.items:
            yield from _item(story, item, write)


def _item(story: Story, item: ListItem, write: WriteBlocks) -> Iterator[Piece]:
    """The first paragraph of an item carries the label, the others stand under its words."""
    labelled = False
    for node in item.blocks:
        for piece in write(story, (node,)):
            if isinstance(piece, WordParagraph) and isinstance(node, Paragraph | Figure):
                _label(story, piece, labelled)
                labelled = True
            yield piece


def _label(story: Story, piece: WordParagraph, labelled: bool) -> None:
    setting = story.setting
    left, right = setting.edges(text_indent(setting.list_level))
    if labelled:
        piece.indent = indent(left, right)
    else:
        # The label's own indent comes with its level; only the right edge may differ from the box's.
        piece.numbering = (setting.list_number, setting.list_level)
        piece.indent = w("ind", right=twips(right)) if setting.box_apart else ""
