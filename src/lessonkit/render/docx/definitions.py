"""Definition lists: terms and what is said of them, in styles of their own."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import DefinitionList
from lessonkit.reading import TERM
from lessonkit.render.docx.paragraphs import text_paragraph
from lessonkit.render.docx.piece import Piece, WriteBlocks
from lessonkit.render.docx.story import Story


def definitions(story: Story, node: DefinitionList, write: WriteBlocks) -> Iterator[Piece]:
    """Each term on a line of its own, which stays with the first line of its definition."""
    for definition in node.items:
        story.place = definition.place
        yield text_paragraph(story, TERM, definition.term)
        with story.within(in_definition=True, list_level=-1):
            yield from write(story, definition.blocks)
