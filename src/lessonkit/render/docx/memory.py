"""What the file remembers of its own words: a custom XML part that Word and LibreOffice keep and nobody sees."""

from __future__ import annotations

from lessonkit.render.docx.element import DECLARATION, element
from lessonkit.render.docx.package import KINDS, SNAPSHOT, SNAPSHOT_PROPERTIES, Relationships
from lessonkit.render.docx.story import Story
from lessonkit.snapshot import NAMESPACE, snapshot_of, write_snapshot

ITEM = "{6B2F7C1E-3A54-5D0B-9E86-2C7D1F4A9B30}"
"""Names the part within a file (ISO 29500-1, 22.5): the same in every one, so that builds give the same bytes."""


def memory_parts(story: Story) -> dict[str, str]:
    """The snapshot and its properties, by the names of their parts; nothing for a file that remembers nothing."""
    if not story.remembers:
        return {}
    story.relationships.add(KINDS[SNAPSHOT][1], SNAPSHOT)
    story.links.setdefault(SNAPSHOT, Relationships()).add(KINDS[SNAPSHOT_PROPERTIES][1], SNAPSHOT_PROPERTIES)
    return {SNAPSHOT: write_snapshot(snapshot_of(story.document)), SNAPSHOT_PROPERTIES: _properties()}


def _properties() -> str:
    schemas = element("ds:schemaRefs", element("ds:schemaRef", **{"ds:uri": NAMESPACE}))
    names = {"xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml", "ds:itemID": ITEM}
    return DECLARATION + element("ds:datastoreItem", schemas, **names)
