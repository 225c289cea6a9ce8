"""Blocks side by side: a section with real columns, where Word can have one; otherwise one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Block, Box, Callout, Columns, Contents, List, PageBreak, Panel, Section, Table
from lessonkit.render.docx.page import section
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story

GAP_PT = 18.0


def columns(story: Story, node: Columns, before: list[Piece], write: WriteBlocks) -> Iterator[Piece]:
    """The columns' pieces, in reading order; `before` are the pieces above them, which end a section."""
    if not _can_stand_side_by_side(story, node, before):
        for column in node.columns:
            yield from write(story, column)
        return
    above = before[-1]
    assert isinstance(above, WordParagraph)
    above.section = above.section or section(story)
    story.section_continues = True
    widths = _widths(story, node)
    pieces: list[Piece] = []
    for number, (column, width) in enumerate(zip(node.columns, widths, strict=True)):
        with story.within(width_pt=width, in_columns=True):
            story.starts_column = number > 0
            pieces += at_top(write(story, column))
    last = pieces[-1]
    assert isinstance(last, WordParagraph)
    last.section = section(story, widths, GAP_PT)
    yield from pieces


def at_top(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a column without space above the first, so that columns begin at one height."""
    if pieces and isinstance(pieces[0], WordParagraph):
        pieces[0].before_pt = 0.0
    return pieces


def begins_with_paragraph(block: Block) -> bool:
    """True if a column break can stand before this block: breaks live in paragraphs."""
    match block:
        case Table():
            return bool(block.caption)
        case Callout() if block.title:
            return True
        case Callout() | Box() | Section() | Panel():
            return bool(block.blocks) and begins_with_paragraph(block.blocks[0])
        case List():
            first = block.items[0].blocks if block.items else ()
            return bool(first) and begins_with_paragraph(first[0])
        case Columns() | Contents() | PageBreak():
            return False
    return True


def ends_with_paragraph(block: Block) -> bool:
    """True if a section can end with this block: its end lives in a paragraph."""
    match block:
        case Callout() if block.title and not block.blocks:
            return True
        case Callout() | Box() | Section() | Panel():
            return bool(block.blocks) and ends_with_paragraph(block.blocks[-1])
        case List():
            last = block.items[-1].blocks if block.items else ()
            return bool(last) and ends_with_paragraph(last[-1])
        case Table() | Columns() | Contents() | PageBreak():
            return False
    return True


def _can_stand_side_by_side(story: Story, node: Columns, before: list[Piece]) -> bool:
    setting = story.setting
    return (
        not (setting.box or setting.cell or setting.in_columns or setting.list_level >= 0)
        and bool(before)
        and isinstance(before[-1], WordParagraph)
        and all(column and begins_with_paragraph(column[0]) for column in node.columns)
        and ends_with_paragraph(node.columns[-1][-1])
    )


def _widths(story: Story, node: Columns) -> list[float]:
    room = story.setting.width_pt - GAP_PT * (len(node.columns) - 1)
    return [room * share / sum(node.widths) for share in node.widths]
