"""What the file remembers of its own words: a custom XML part that Word and LibreOffice keep and nobody sees."""

from __future__ import annotations

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
    return custom_part(story, MEMORY, write_snapshot(snapshot_of(story.document)), ITEM, NAMESPACE)
