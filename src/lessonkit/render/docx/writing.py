"""Lines to write on."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import WritingSpace
from lessonkit.reading import plain
from lessonkit.render.docx.controls import control_properties
from lessonkit.render.docx.element import w
from lessonkit.render.docx.paragraphs import new_paragraph, text_paragraph
from lessonkit.render.docx.piece import Piece
from lessonkit.render.docx.story import Story

WRITING = "writing"
"""The tag of controls that stand for a line to write on, and hold no words of the author."""
AFTER_LINES_PT = 10.0
NO_BREAK_SPACE = "\u00a0"


def writing_space(story: Story, node: WritingSpace) -> Iterator[Piece]:
    """A label over ruled lines; each is a control to type in, so that none is an empty paragraph."""
    label = text_paragraph(story, "body", node.label)
    label.keep_with_next = True
    yield label
    title = plain(node.label, field="…")
    for line in range(1, node.lines + 1):
        properties = control_properties(story, f"{title} ({line}/{node.lines})", WRITING, w("showingPlcHdr"))
        blank = w("r", w("t", NO_BREAK_SPACE, xml_space="preserve"))
        ruled = new_paragraph(story, "WritingLine", w("sdt", properties, w("sdtContent", blank)))
        ruled.keep_with_next = line < node.lines
        ruled.after_pt = AFTER_LINES_PT if line == node.lines else None
        yield ruled
