"""Every block of the tree as Word pieces: which function writes which node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from lessonkit.document import (
    Block,
    Box,
    Callout,
    Columns,
    Contents,
    DefinitionList,
    Figure,
    Float,
    Heading,
    List,
    MultiColumn,
    PageBreak,
    Panel,
    Paragraph,
    Section,
    Table,
    WritingSpace,
)
from lessonkit.render.docx.boxes import box, callout, frame_name
from lessonkit.render.docx.columns import columns, multi_column
from lessonkit.render.docx.contents import contents
from lessonkit.render.docx.definitions import definitions
from lessonkit.render.docx.figure import figure
from lessonkit.render.docx.lists import items
from lessonkit.render.docx.panels import panel
from lessonkit.render.docx.paragraphs import heading, paragraph
from lessonkit.render.docx.piece import Piece, WordParagraph, WordTable
from lessonkit.render.docx.story import Story
from lessonkit.render.docx.table import table
from lessonkit.render.docx.writing import writing_space

AFTER_TABLE_PT = 10.0


def write_blocks(story: Story, blocks: Iterable[Block]) -> list[Piece]:
    """The pieces of these blocks, in reading order."""
    pieces: list[Piece] = []
    frame, apart = "", False
    for node in blocks:
        name = frame_name(node)
        if name:
            # Word would join equal frames: every second one of a run differs a little.
            apart = name == frame and not apart
            with story.within(box_apart=apart):
                pieces.extend(block(story, node))
        else:
            pieces.extend(block(story, node))
        frame = name
    _keep_clear_of_tables(pieces)
    return pieces


def block(story: Story, node: Block) -> Iterator[Piece]:
    """The pieces of one block."""
    story.place = getattr(node, "place", story.place)
    match node:
        case Heading():
            yield heading(story, node)
        case Paragraph():
            yield paragraph(story, node)
        case List():
            yield from items(story, node, write_blocks)
        case Table():
            yield from table(story, node, write_blocks)
        case Figure():
            yield from figure(story, node)
        case Callout():
            yield from callout(story, node, write_blocks)
        case Box():
            yield from box(story, node, write_blocks)
        case DefinitionList():
            yield from definitions(story, node, write_blocks)
        case MultiColumn():
            yield from multi_column(story, node, write_blocks)
        case Float():
            # In the line of text: a picture that floats has no place in the reading order, and checkers flag it.
            yield from write_blocks(story, (*node.blocks, *node.beside))
        case Section():
            yield from write_blocks(story, node.blocks)
        case Columns():
            yield from columns(story, node, write_blocks)
        case Panel():
            yield from panel(story, node, write_blocks)
        case Contents():
            yield contents(story, node)
        case WritingSpace():
            yield from writing_space(story, node)
        case PageBreak():
            story.starts_page = True
        case _:
            assert_never(node)


def _keep_clear_of_tables(pieces: list[Piece]) -> None:
    """A table has no space below it in Word: the paragraph after it brings some."""
    for above, below in pairwise(pieces):
        if isinstance(above, WordTable) and isinstance(below, WordParagraph):
            own = below.look_before_pt if below.before_pt is None else below.before_pt
            below.before_pt = AFTER_TABLE_PT if own < AFTER_TABLE_PT else below.before_pt
