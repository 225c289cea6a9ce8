"""No cell of a table is empty.

Whoever hears “blank” does not know if there is nothing, if something was forgotten, or if they are to write there.

Passes: “none”; a blank to fill in; a picture.
Fails: a cell without anything.
Clause: the project's own; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Block, Cell, Field, Figure, Icon, Paragraph, Row, Table, WritingSpace
from lessonkit.reading import inlines, walk, walk_inline, words_in

TODO = "Write “none” or “–” with what it means, or mark a blank to fill in: `<blank:name>`."


def check(subject: Designed) -> Iterator[Finding]:
    for table in subject.blocks(Table):
        empty = [(row, cell) for row in table.body for cell in _data(row, table) if not _shows(cell.blocks)]
        if empty:
            row, cell = empty[0]
            count = f"{len(empty)} cells of this table are" if len(empty) > 1 else "A cell of this table is"
            place = cell.place if cell.place.line else row.place
            yield RULE.review(f"{count} empty.", TODO, place if place.line else table.place)


def _data(row: Row, table: Table) -> tuple[Cell, ...]:
    """The cells of a row that another rule does not look at: a header without words is its matter."""
    return row.cells[1:] if table.row_headers else row.cells


def _shows(blocks: tuple[Block, ...]) -> bool:
    return bool(words_in(blocks)) or any(_is_shown(block) for block in walk(blocks))


def _is_shown(block: Block) -> bool:
    if isinstance(block, Figure | WritingSpace) or (isinstance(block, Paragraph) and block.icon):
        return True
    return any(isinstance(node, Field | Icon) for content in inlines(block) for node in walk_inline(content))


RULE = read_rule(__name__, __doc__, check)
