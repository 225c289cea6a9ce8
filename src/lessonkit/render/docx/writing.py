"""Lines to write on, and frames to draw in."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import WritingSpace
from lessonkit.reading import plain
from lessonkit.render.docx.controls import control_properties
from lessonkit.render.docx.element import POINTS_PER_MM, hexadecimal, w
from lessonkit.render.docx.paragraphs import new_paragraph, text_paragraph
from lessonkit.render.docx.piece import Piece, WordParagraph
from lessonkit.render.docx.story import Story

WRITING = "writing"
"""The tag of controls that stand for a line to write on, and hold no words of the author."""
AFTER_LINES_PT = 10.0
NO_BREAK_SPACE = "\u00a0"


def writing_space(story: Story, node: WritingSpace) -> Iterator[Piece]:
    """A label over ruled lines or a frame; each is a control to type in, so that none is an empty paragraph."""
    label = text_paragraph(story, "body", node.label)
    label.keep_with_next = True
    yield label
    title = plain(node.label, field="…")
    for line in range(1, node.lines + 1):
        ruled = _blank(story, node, f"{title} ({line}/{node.lines})")
        ruled.keep_with_next = line < node.lines
        ruled.after_pt = AFTER_LINES_PT if line == node.lines else None
        yield ruled
    if not node.lines:
        frame = _blank(story, node, title)
        frame.border = w("pBdr", *(_side(story, side) for side in ("top", "left", "bottom", "right")))
        frame.after_pt = AFTER_LINES_PT
        yield frame


def _blank(story: Story, node: WritingSpace, title: str) -> WordParagraph:
    """A paragraph to type in, as high as the author says."""
    properties = control_properties(story, title, WRITING, w("showingPlcHdr"))
    blank = w("r", w("t", NO_BREAK_SPACE, xml_space="preserve"))
    made = new_paragraph(story, "WritingLine", w("sdt", properties, w("sdtContent", blank)))
    made.line_pt = node.height_mm * POINTS_PER_MM if node.height_mm else None
    return made


def _side(story: Story, side: str) -> str:
    """One side of a frame, in the colour of ruled lines."""
    theme = story.theme
    pen = hexadecimal(theme.palette.get("muted", theme.styles["body"].colour))
    return w(side, val="single", sz=6, space=1, color=pen)
