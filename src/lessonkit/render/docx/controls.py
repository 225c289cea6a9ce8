"""Content controls: titled fields to fill in, whose labels come back when what was typed is deleted."""

from __future__ import annotations

from textwrap import shorten

from lessonkit.document import Field
from lessonkit.render.docx.details import binding
from lessonkit.render.docx.element import escape, root, w
from lessonkit.render.docx.package import GLOSSARY, GLOSSARY_STYLES, KINDS, Relationships
from lessonkit.render.docx.story import Story

LONGEST_NAME = 64
"""Word refuses longer titles and tags of controls."""
BLANK = "placeholder"


def field_control(story: Story, node: Field, style: str, value: str) -> str:
    """A control that holds a value, or shows its label, which the first key pressed in it replaces.

    style: the character style of what is typed, if it has one; value: the written runs of the value.
    """
    empty = node.value is None
    properties = control_properties(
        story,
        node.label,
        node.name,
        w("placeholder", w("docPart", val=_label_part(story, node.label)))
        + (w("showingPlcHdr") if empty else "")
        + binding(story, node),
        w("rPr", w("rStyle", val=style)) if style else "",
    )
    return w("sdt", properties, w("sdtContent", value))


def control_properties(story: Story, title: str, tag: str, state: str = "", typed: str = "") -> str:
    """The properties of a content control; its title is what a screen reader says."""
    name = shorten(title, LONGEST_NAME, placeholder=" …")
    return w("sdtPr", typed, w("alias", val=name), w("tag", val=tag), w("id", val=story.number("control")), state)


def _label_part(story: Story, label: str) -> str:
    return story.labels.setdefault(label, f"Blank{len(story.labels) + 1}")


def label_parts(story: Story) -> dict[str, str]:
    """The building blocks that Word shows in blanks, and their styles; nothing for a document without blanks.

    Word shows five spaces in a blank that has none (ISO 29500-1, 17.5.2.25).
    """
    if not story.labels:
        return {}
    story.relationships.add(KINDS[GLOSSARY][1], GLOSSARY)
    story.links.setdefault(GLOSSARY, Relationships()).add(KINDS[GLOSSARY_STYLES][1], GLOSSARY_STYLES)
    look = story.styles.character((BLANK,))
    parts = (_building_block(name, label, look, number) for number, (label, name) in enumerate(story.labels.items(), 1))
    return {
        GLOSSARY: root("w:glossaryDocument", w("docParts", *parts), prefixes="w"),
        GLOSSARY_STYLES: story.styles.only(look),
    }


def _building_block(name: str, label: str, look: str, number: int) -> str:
    words = w("p", w("r", w("rPr", w("rStyle", val=look)), w("t", escape(label), xml_space="preserve")))
    return w(
        "docPart",
        w(
            "docPartPr",
            w("name", val=name),
            w("category", w("name", val="General"), w("gallery", val="placeholder")),
            w("behaviors", w("behavior", val="content")),
            w("guid", val=f"{{7B5E1D00-0C4B-4D6E-9A43-{number:012X}}}"),
        ),
        w("docPartBody", words),
    )
