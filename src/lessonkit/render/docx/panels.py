"""The panels of a leaflet: a column each, a page for each side; cards stand below each other."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Panel
from lessonkit.problems import LessonkitError, Problem
from lessonkit.render.docx.columns import at_top, begins_with_paragraph
from lessonkit.render.docx.paragraphs import bookmarked
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story


def panel(story: Story, node: Panel, write: WriteBlocks) -> Iterator[Piece]:
    """A panel, which starts a new column, or a new page if it is the first of its side."""
    if not story.document.page.word_sides:
        yield from write(story, node.blocks)  # cards, below each other
        return
    if not begins_with_paragraph(node):
        raise LessonkitError(
            Problem(node.place, f"Panel {node.number} begins with something that cannot start a column in Word.",
                    "Begin it with a heading or a paragraph.")
        )  # fmt: skip
    firsts = [side[0] for side in story.document.page.word_sides]
    if node.number in firsts:
        story.starts_page = node.number != firsts[0]
    else:
        story.starts_column = True
    with story.within(in_columns=True):
        pieces = at_top(write(story, node.blocks))
    first = pieces[0]
    assert isinstance(first, WordParagraph)
    first.content = bookmarked(story, f"panel-{node.number}", first.content)
    yield from pieces
