"""School details: content controls bound to one custom XML part, so that a name typed once changes everywhere."""

from __future__ import annotations

from lessonkit.document import Field
from lessonkit.problems import NOWHERE
from lessonkit.render.docx.customxml import custom_part
from lessonkit.render.docx.element import DECLARATION, element, escape, w
from lessonkit.render.docx.story import Story
from lessonkit.source.fields import FIELDS

DETAILS = 2
"""The number of the custom XML part."""
STORE = "{2D6A0A0C-53C4-4E0B-8C5E-9B1E7B7D4A02}"
"""Names that part in a binding; the same in every file, so that the same document gives the same bytes."""
NAMESPACE = "urn:lessonkit:school"


def binding(story: Story, node: Field) -> str:
    """What ties a control to its detail in the part; nothing for a blank that is no school detail.

    Word binds plain-text controls only. LibreOffice 7.4 drops the frame of a blank in one, and keeps its words.
    A detail that has two values in one document is no detail of the school in the second place.
    """
    if node.name not in FIELDS or story.details.setdefault(node.name, node.value) != node.value:
        return ""
    path = f"/s:school[1]/s:{node.name}[1]"
    tie = w("dataBinding", prefixMappings=f"xmlns:s='{NAMESPACE}'", xpath=path, storeItemID=STORE)
    return tie + w("text")


def detail_style(story: Story, node: Field) -> str:
    """The id of the character style by which the running head finds this detail; empty if it does not print it."""
    if node.name not in story.running_details:
        return ""
    story.styled_details.add(node.name)
    return story.styles.plain(_style_name(node))


def referred_style(story: Story, node: Field) -> str:
    """The title of that style; empty if the body prints the detail nowhere, or leaves it blank."""
    known = node.name in story.styled_details and node.value is not None
    return story.styles.title(_style_name(node)) if known else ""


def _style_name(node: Field) -> str:
    return node.name.replace("_", "-")


def details_part(story: Story) -> dict[str, str]:
    """The part that holds the details of the document, and its properties; nothing if it prints none."""
    if not story.details:
        return {}
    values = (element(name, escape(value or "", NOWHERE)) for name, value in sorted(story.details.items()))
    return custom_part(story, DETAILS, DECLARATION + element("school", *values, xmlns=NAMESPACE), STORE, NAMESPACE)
