"""What the file remembers of its own words: a custom XML part that Word and LibreOffice keep and nobody sees."""

from __future__ import annotations

from dataclasses import replace

from lessonkit.document import Document, Table
from lessonkit.reading import walk
from lessonkit.render.docx.customxml import custom_part
from lessonkit.render.docx.story import Story
from lessonkit.snapshot import NAMESPACE, snapshot_of, write_snapshot

MEMORY = 1
"""The number of the custom XML part."""
ITEM = "{6B2F7C1E-3A54-5D0B-9E86-2C7D1F4A9B30}"
"""Names the part within a file: the same in every one, so that builds give the same bytes."""


def memory_parts(story: Story) -> dict[str, str]:
    """The snapshot and its properties, by the names of their parts; nothing for a file that remembers nothing."""
    if not story.remembers:
        return {}
    pictures = sorted(name.rpartition("/")[2].partition(".")[0] for name in story.media if not name.endswith(".svg"))
    joined = _joined_cells(story.document)
    snapshot = replace(snapshot_of(story.document), pictures=tuple(pictures), joined_cells=joined)
    return custom_part(story, MEMORY, write_snapshot(snapshot), ITEM, NAMESPACE)


def _joined_cells(document: Document) -> int:
    """How often the file says that a cell is joined; one that spans rows says so in each of them."""
    rows = [row for block in walk(document.blocks) if isinstance(block, Table) for row in block.head + block.body]
    cells = [cell for row in rows for cell in row.cells]
    return sum(((cell.columns > 1) + (cell.rows > 1)) * cell.rows for cell in cells)
