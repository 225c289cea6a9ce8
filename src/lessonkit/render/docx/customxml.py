"""Custom XML parts: data that Word and LibreOffice keep with a file, each named by its own id."""

from __future__ import annotations

from lessonkit.render.docx.element import DECLARATION, element
from lessonkit.render.docx.package import CUSTOM_XML, CUSTOM_XML_PROPERTIES, Relationships
from lessonkit.render.docx.story import Story


def custom_part(story: Story, number: int, text: str, identifier: str, schema: str) -> dict[str, str]:
    """The part and its properties, by name, with the relationships that lead to them.

    identifier: a GUID in braces (ISO 29500-1, 22.5); schema: the namespace of the data.
    """
    name, beside = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    story.relationships.add(CUSTOM_XML[1], name)
    story.links.setdefault(name, Relationships()).add(CUSTOM_XML_PROPERTIES[1], beside)
    return {name: text, beside: _properties(identifier, schema)}


def _properties(identifier: str, schema: str) -> str:
    schemas = element("ds:schemaRefs", element("ds:schemaRef", **{"ds:uri": schema}))
    names = {"xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml", "ds:itemID": identifier}
    return DECLARATION + element("ds:datastoreItem", schemas, **names)
