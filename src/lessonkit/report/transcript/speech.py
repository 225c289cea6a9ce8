"""Puts what there is to hear into lines, in the same words for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from lessonkit.report.transcript.heard import Cell, Grid, Heading, Heard, Item, Listing, Page, Part, Picture, Words

INDENT = "  "


def spoken(heard: Heard) -> Iterator[str]:
    """The lines of a file: its title and language first."""
    yield f"Title: {heard.title or 'none'}"
    yield f"Language: {heard.language or 'none'}"
    yield from _parts(heard.parts)


def _parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Page():
            yield f"Page {part.number}"
        case Heading():
            yield f"Heading level {part.level}: {part.text}"
        case Words():
            yield f"{part.role}: {part.text}" if part.role else part.text
        case Picture():
            yield f"Picture: {part.alt}" if part.alt else "Picture without alternative text"
        case Listing():
            yield from _list(part)
        case Grid():
            yield from _table(part)
        case _:
            assert_never(part)


def _list(part: Listing) -> Iterator[str]:
    yield f"List, {counted(len(part.items), 'item')}"
    for item in part.items:
        yield from _item(item)
    yield "End of list"


def _item(item: Item) -> Iterator[str]:
    """The first words stand beside the label, all else below; a page that begins with the item comes before it."""
    parts = list(item.parts)
    while parts and isinstance(parts[0], Page):
        yield from _part(parts.pop(0))
    first = parts[0] if parts else None
    beside = first.text if isinstance(first, Words) and not first.role else ""
    if beside:
        parts.pop(0)
    yield f"{INDENT}{item.label or '-'} {beside}".rstrip()
    yield from _inside(parts, 2)


def _inside(parts: Iterable[Part], depth: int) -> Iterator[str]:
    return (INDENT * depth + line for line in _parts(parts))


def _table(table: Grid) -> Iterator[str]:
    wide = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    caption = f": {table.caption}" if table.caption else ""
    yield f"Table, {counted(len(table.rows), 'row')}, {counted(wide, 'column')}{caption}"
    heads: dict[int, str] = {}
    spanning: dict[int, int] = {}
    for number, row in enumerate(table.rows, 1):
        placed = _placed(row, spanning)
        yield from _row(number, placed, heads)
        if all(cell.is_header for _, cell in placed):
            for column, cell in placed:
                heads |= {at: _plain(cell) for at in range(column, column + cell.columns)}
    yield "End of table"


def _placed(row: tuple[Cell, ...], spanning: dict[int, int]) -> list[tuple[int, Cell]]:
    """Each cell with its column; spanning: how many more rows each column is taken by a cell from above."""
    placed, column = [], 0
    taken = {at for at, rows in spanning.items() if rows > 0}
    for at in taken:
        spanning[at] -= 1
    for cell in row:
        while column in taken:
            column += 1
        placed.append((column, cell))
        spanning.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
        column += cell.columns
    return placed


def _row(number: int, placed: list[tuple[int, Cell]], heads: dict[int, str]) -> Iterator[str]:
    """A row in one line, or a line a cell where a cell holds more than words."""
    is_head = all(cell.is_header for _, cell in placed)
    yield from (line for _, cell in placed for line in _parts(p for p in cell.parts if isinstance(p, Page)))
    name = f"{INDENT}Row {number}{' (headers)' if is_head else ''}:"
    said = [_cell(cell, "" if is_head else heads.get(column, ""), is_head) for column, cell in placed]
    if all(len(lines) == 1 for lines in said):
        yield f"{name} {' | '.join(line for lines in said for line in lines)}".rstrip()
        return
    yield name
    yield from (INDENT * 2 + line for lines in said for line in lines)


def _cell(cell: Cell, head: str, in_head: bool) -> list[str]:
    mark = " (header)" if cell.is_header and not in_head else ""
    parts = [part for part in cell.parts if not isinstance(part, Page)]
    before = f"{head}: " if head and not cell.is_header else ""
    if all(isinstance(part, Words) for part in parts):
        return [f"{before}{_plain(cell) or 'empty'}{mark}"]
    return [f"{before.strip()}{mark}".strip() or "Cell:", *(INDENT + line for line in _parts(parts))]


def _plain(cell: Cell) -> str:
    return " ".join(part.text for part in cell.parts if isinstance(part, Words))


def counted(number: int, thing: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
