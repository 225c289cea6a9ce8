"""Columns: a section with real columns, where Word can have one; otherwise one block after the other."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import (
    Block,
    Box,
    Callout,
    Columns,
    Contents,
    DefinitionList,
    Float,
    List,
    MultiColumn,
    PageBreak,
    Panel,
    Section,
    Table,
)
from lessonkit.render.docx.basestyles import SECTION_END
from lessonkit.render.docx.page import equal_columns, own_columns, section
from lessonkit.render.docx.paragraphs import new_paragraph
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story

GAP_PT = 18.0


def columns(story: Story, node: Columns, write: WriteBlocks) -> Iterator[Piece]:
    """The columns' pieces, in reading order."""
    if not _can_stand_side_by_side(story, node):
        for column in node.columns:
            yield from write(story, column)
        return
    yield from _section_before(story)
    widths = _widths(story, node)
    pieces: list[Piece] = []
    for number, (column, width) in enumerate(zip(node.columns, widths, strict=True)):
        with story.within(width_pt=width, in_columns=True):
            story.starts_column = number > 0
            pieces += at_top(write(story, column))
    yield from _ended(story, pieces, section(story, own_columns(widths, GAP_PT)))


def multi_column(story: Story, node: MultiColumn, write: WriteBlocks) -> Iterator[Piece]:
    """Text in columns that Word makes equally long, since a section follows them on the same page."""
    if not (_is_free(story) and node.blocks):
        yield from write(story, node.blocks)
        return
    yield from _section_before(story)
    width = (story.setting.width_pt - GAP_PT * (node.count - 1)) / node.count
    with story.within(width_pt=width, in_columns=True):
        pieces = write(story, node.blocks)
    pieces = list(_ended(story, pieces, section(story, equal_columns(node.count, GAP_PT))))
    story.ends_level = pieces[-1]
    yield from pieces


def section_end(story: Story, properties: str) -> WordParagraph:
    """A paragraph without height that only ends a section, as Word itself makes one below a table."""
    made = new_paragraph(story, SECTION_END, "")
    made.section = properties
    return made


def _section_before(story: Story) -> Iterator[Piece]:
    """Ends the section above, in its last paragraph if that can be."""
    above = story.latest
    if above is None:
        # The columns are the first thing in the document, and their section is its first.
        return
    if not isinstance(above, WordParagraph):
        yield section_end(story, section(story))
    elif not above.section:
        above.section = section(story)
    story.section_continues = True


def _ended(story: Story, pieces: list[Piece], properties: str) -> Iterator[Piece]:
    """The pieces with the end of their section."""
    yield from pieces
    story.section_continues = True
    last = pieces[-1] if pieces else None
    if isinstance(last, WordParagraph) and not last.section:
        last.section = properties
    else:
        yield section_end(story, properties)


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
        case DefinitionList():
            return bool(block.items)
        case Float():
            return bool(block.blocks) and begins_with_paragraph(block.blocks[0])
        case Columns() | MultiColumn() | Contents() | PageBreak():
            return False
    return True


def _can_stand_side_by_side(story: Story, node: Columns) -> bool:
    return _is_free(story) and all(column and begins_with_paragraph(column[0]) for column in node.columns)


def _is_free(story: Story) -> bool:
    """True where a section can begin and end: not in a box, table, list or column."""
    setting = story.setting
    return not (setting.box or setting.cell or setting.in_columns or setting.list_level >= 0)


def _widths(story: Story, node: Columns) -> list[float]:
    room = story.setting.width_pt - GAP_PT * (len(node.columns) - 1)
    return [room * share / sum(node.widths) for share in node.widths]
