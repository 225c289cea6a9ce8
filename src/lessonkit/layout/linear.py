"""A document as one thing after another, without tables, columns and decoration: for screen readers, small screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lessonkit import document as tree
from lessonkit.reading import inlines


def linear(blocks: Iterable[tree.Block]) -> tuple[tree.Block, ...]:
    """These blocks without what only a wide page can show; every word stays, in the same order."""
    return tuple(line for block in blocks for line in _lines(block))


def _lines(block: tree.Block) -> Iterator[tree.Block]:
    """The blocks that one becomes."""
    match block:
        case tree.Heading() | tree.Paragraph():
            yield replace(block, icon=None)
        case tree.Table():
            yield from _table(block)
        case tree.Columns():
            for column in block.columns:
                yield from linear(column)
        case tree.MultiColumn() | tree.Box():
            yield from linear(block.blocks)
        case tree.Float():
            yield from linear((*block.blocks, *block.beside))
        case tree.Panel():
            yield tree.Section(linear(block.blocks), block.place)
        case tree.Section():
            yield replace(block, blocks=linear(block.blocks))
        case tree.Callout():
            yield replace(block, blocks=linear(block.blocks), icon=None)
        case tree.PageBreak():
            return
        case tree.Figure() if isinstance(block.alt, tree.Decorative) and not block.caption:
            return
        case _:
            yield block


def _table(table: tree.Table) -> Iterator[tree.Block]:
    """A table as its caption and, for each row, what stands in it under the heads of its columns."""
    if any(cell.columns > 1 or cell.rows > 1 for row in (*table.head, *table.body) for cell in row.cells):
        yield table  # joined cells have no one head to stand under
        return
    heads = [_words(cell) for cell in table.head[-1].cells] if table.head else []
    yield tree.Paragraph(table.caption, "caption", place=table.place)
    yield tree.DefinitionList(tuple(_row(row, heads) for row in table.body), table.place)


def _row(row: tree.Row, heads: list[tree.Inlines]) -> tree.Definition:
    """A row as what its first cell says, and what is said of that."""
    first, *rest = row.cells
    return tree.Definition(_words(first), tuple(_headed(rest, heads[1:])), row.place)


def _headed(cells: list[tree.Cell], heads: list[tree.Inlines]) -> Iterator[tree.Block]:
    """The blocks of each cell, led by the head of its column where there is more than one."""
    for number, cell in enumerate(cells):
        blocks = [line for block in cell.blocks for line in _plain(block)]
        head = heads[number] if number < len(heads) and len(cells) > 1 else ()
        yield from _led(head, blocks) if head else blocks


def _led(head: tree.Inlines, blocks: list[tree.Block]) -> Iterator[tree.Block]:
    """Blocks after the head of their column: in the same line as the first one, if that is a paragraph."""
    label = tree.Strong((*head, tree.Text(":")))
    if blocks and isinstance(first := blocks[0], tree.Paragraph):
        yield replace(first, content=(label, tree.Text(" "), *first.content))
        yield from blocks[1:]
    else:
        yield tree.Paragraph((label,))
        yield from blocks


def _plain(block: tree.Block) -> Iterator[tree.Block]:
    """A block of a cell in the style of text that stands alone."""
    for line in _lines(block):
        yield replace(line, style="body") if isinstance(line, tree.Paragraph) else line


def _words(cell: tree.Cell) -> tree.Inlines:
    """The words of a header cell in one line."""
    words: list[tree.Inline] = []
    for content in (content for block in cell.blocks for content in inlines(block)):
        words += [tree.Text(" "), *content] if words else content
    return tuple(words)
