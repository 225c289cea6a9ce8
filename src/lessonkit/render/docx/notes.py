"""Footnotes: Word's own, numbered by Word and printed at the foot of the page."""

from __future__ import annotations

from lessonkit.render.docx.element import root, w
from lessonkit.render.docx.story import Story

NOTES = "word/footnotes.xml"
SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The rules above notes and above those that go on from the page before: Word repairs a file without them."""
SPACE = w("r", w("t", " ", xml_space="preserve"))


def add_note(story: Story, style: str, call_style: str, content: str) -> str:
    """Keeps a footnote with this content; what is returned calls it."""
    number = len(story.notes) + 1
    named = w("rPr", w("rStyle", val=call_style))
    own_number = w("r", named, w("footnoteRef")) + SPACE
    paragraph = w("p", w("pPr", w("pStyle", val=style)), own_number, content)
    story.notes.append(w("footnote", paragraph, id=number))
    return w("r", named, w("footnoteReference", id=number))


def notes_part(story: Story) -> dict[str, str]:
    """The part of the footnotes by its name; nothing for a document without any."""
    if not story.notes:
        return {}
    return {NOTES: root("w:footnotes", *map(_separator, SEPARATORS), *story.notes)}


def _separator(kind: str) -> str:
    close = w("pPr", w("spacing", before=0, after=0))
    return w("footnote", w("p", close, w("r", w(kind))), type=kind, id=SEPARATORS[kind])
