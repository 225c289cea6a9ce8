"""Callouts and boxes: paragraphs with one frame around them, never text boxes or tables."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.appearance import BoxStyle
from lessonkit.document import Block, Box, Callout
from lessonkit.render.docx.paragraphs import text_paragraph, with_icon
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story

MOST_KEPT_TOGETHER = 8
"""Paragraphs of a box that are kept on one page; a longer box may go over to the next."""


def callout(story: Story, node: Callout, write: WriteBlocks) -> Iterator[Piece]:
    """A callout: its title and blocks in the frame of its kind, its icon before the first words."""
    look = story.styles.box(node.kind, node.place)
    with story.within(box=look, list_level=-1, in_definition=False):
        inside: list[Piece] = []
        if node.title:
            inside.append(text_paragraph(story, look.title_style, node.title, node.icon))
        inside += write(story, node.blocks)
        if node.icon and not node.title and inside and isinstance(inside[0], WordParagraph):
            title_look = story.styles.look(look.title_style)
            inside[0].content = with_icon(story, node.icon, title_look, inside[0].content)
    yield from _spaced(inside, look)


def box(story: Story, node: Box, write: WriteBlocks) -> Iterator[Piece]:
    """Blocks in one frame."""
    look = story.styles.box(node.style, node.place)
    with story.within(box=look, list_level=-1, in_definition=False):
        inside = write(story, node.blocks)
    yield from _spaced(inside, look)


def frame_name(node: Block | None) -> str:
    """The name of the box a block is drawn in; empty for none."""
    match node:
        case Callout():
            return node.kind
        case Box():
            return node.style
    return ""


def _spaced(inside: list[Piece], look: BoxStyle) -> list[Piece]:
    """The pieces of a box, with its space above the first and below the last; a small box stays on one page."""
    if len(inside) <= MOST_KEPT_TOGETHER:
        for piece in inside[:-1]:
            if isinstance(piece, WordParagraph):
                piece.keep_with_next = True
    if inside and isinstance(inside[0], WordParagraph):
        inside[0].before_pt = look.before_pt
    if inside and isinstance(inside[-1], WordParagraph):
        inside[-1].after_pt = look.after_pt
    return inside
