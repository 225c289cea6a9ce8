"""Figures: a picture in the line of text, over its caption."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Figure
from lessonkit.render.docx.paragraphs import framed, new_paragraph, text_paragraph
from lessonkit.render.docx.picture import figure_picture
from lessonkit.render.docx.piece import Piece
from lessonkit.render.docx.story import Story


def figure(story: Story, node: Figure) -> Iterator[Piece]:
    """The paragraph that holds the picture, and the caption."""
    drawn = framed(story, new_paragraph(story, "Picture", figure_picture(story, node)))
    drawn.keep_with_next = bool(node.caption)
    yield drawn
    if node.caption:
        yield text_paragraph(story, "caption", node.caption)
