"""Words in a paragraph: runs with character styles, links, fields to fill in and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from lessonkit.appearance import Style
from lessonkit.document import (
    Abbreviation,
    Code,
    Decorative,
    Emphasis,
    Field,
    Footnote,
    Icon,
    Inline,
    Inlines,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    Strong,
    Superscript,
    Text,
)
from lessonkit.reading import is_symbol
from lessonkit.render.docx.controls import field_control
from lessonkit.render.docx.details import detail_style, referred_style
from lessonkit.render.docx.element import escape, w
from lessonkit.render.docx.looks import is_bold
from lessonkit.render.docx.notes import NOTES, add_note
from lessonkit.render.docx.picture import icon
from lessonkit.render.docx.story import Story
from lessonkit.render.docx.styles import Ground

NOTE_STYLE = "footnote"
RIGHT_TO_LEFT = ("ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi")
"""Languages whose words Word must be told to set from right to left."""
GLUE = w("t", "\u00a0", xml_space="preserve")
"""Keeps a symbol and its word on one line, in the run of the picture: no word of the author."""
SPECIAL = {"\u2011": w("noBreakHyphen"), "\u00ad": w("softHyphen")}
"""Characters that many fonts lack and Word draws by itself."""

CAPITALS = 0.78
"""The size that gives an icon in a line the height of its capitals, so that it does not drive lines apart."""


class Runs:
    """Writes inline content.

    look: of the paragraph.
    running: in a running head or foot, where no control may stand: school details refer to those of the body.
    in_heading: text on a coloured ground takes its colour from a character style, not from the paragraph's.
    """

    def __init__(
        self, story: Story, look: Style, ground: Ground | None = None, in_heading: bool = False, running: bool = False
    ) -> None:
        self.story = story
        self.look = look
        self.ground = ground
        self.in_heading = in_heading
        self.running = running
        self.on_bold = is_bold(look)

    def write(self, content: Inlines) -> str:
        """The content as runs, links and controls."""
        return "".join(self._all(content, ()))

    def _all(self, content: Inlines, marks: tuple[str, ...]) -> Iterator[str]:
        for node in content:
            yield self._one(node, marks)

    def _one(self, node: Inline, marks: tuple[str, ...]) -> str:
        match node:
            case Text():
                return self._run(node.text, marks, node.language)
            case Strong():
                return "".join(self._all(node.children, _with(marks, "strong")))
            case Emphasis():
                return "".join(self._all(node.children, _with(marks, "emphasis")))
            case Superscript():
                return "".join(self._all(node.children, _with(marks, "superscript")))
            case Abbreviation():
                # Word has no place for what it stands for.
                return self._run(node.text, marks, node.language)
            case Code():
                return self._run(node.text, _with(marks, "code"))
            case Icon():
                return self._icon(node)
            case Footnote():
                return self._note(node)
            case Link():
                return self._link(node, marks)
            case Field():
                return self._field(node, marks)
            case LineBreak():
                return w("r", self._properties(marks), w("br"))
            case PageNumber():
                return self._word_field("PAGE", "1", marks)
            case PageCount():
                return self._word_field("NUMPAGES", "1", marks)
        assert_never(node)

    def _run(self, text: str, marks: tuple[str, ...], language: str | None = None) -> str:
        return w("r", self._properties(marks, language), words(text, self.story))

    def _properties(self, marks: tuple[str, ...], language: str | None = None) -> str:
        named = self._style(marks)
        style = w("rStyle", val=named) if named else ""
        spoken = w("lang", val=language, eastAsia=language, bidi=language) if language else ""
        direction = w("rtl") if language and language.partition("-")[0] in RIGHT_TO_LEFT else ""
        return w("rPr", style, direction, spoken) if style or spoken else ""

    def _style(self, marks: tuple[str, ...]) -> str:
        ground = self.ground if self.in_heading or "link" in marks else None
        on_bold = self.on_bold and ("strong" in marks or "emphasis" in marks)
        return self.story.styles.character(marks, ground, on_bold) if marks or ground else ""

    def _link(self, node: Link, marks: tuple[str, ...]) -> str:
        inside = "".join(self._all(node.children, _with(marks, "link")))
        if node.target.startswith("#"):
            # LibreOffice drops a link inside the document that has a tooltip.
            return w("hyperlink", inside, anchor=self.story.anchor(node.target[1:]), history=1)
        address = self.story.relationships.add(RELATIONSHIP_TYPE.HYPERLINK, node.target)
        return w("hyperlink", inside, r_id=address, tooltip=tooltip(node.target), history=1)

    def _icon(self, node: Icon) -> str:
        colour = self.ground[1] if self.ground else self.look.colour
        alt = None if isinstance(node.alt, Decorative) else node.alt
        after = GLUE if is_symbol(node) else ""
        size = self.look.size_pt * (1 if is_symbol(node) else CAPITALS)
        return icon(self.story, node.name, size, colour, alt, node.size, after)

    def _note(self, node: Footnote) -> str:
        styles = self.story.styles
        with self.story.writing(NOTES):
            content = Runs(self.story, styles.look(NOTE_STYLE)).write(node.content)
        return add_note(self.story, styles.paragraph(NOTE_STYLE), styles.character(("call",)), content)

    def _field(self, node: Field, marks: tuple[str, ...]) -> str:
        if self.running:
            return self._reference(node, marks)
        style = self._style(marks) or detail_style(self.story, node)
        if node.value is None:
            return field_control(self.story, node, style, self._run(node.label, ("placeholder",)))
        named = w("rPr", w("rStyle", val=style)) if style else ""
        return field_control(self.story, node, style, w("r", named, words(node.value, self.story)))

    def _reference(self, node: Field, marks: tuple[str, ...]) -> str:
        """The detail as the body prints it: what a teacher types there is then in the running head too."""
        shown = node.value or node.label
        style = referred_style(self.story, node)
        return self._word_field(f'STYLEREF "{style}"', shown, marks) if style else self._run(shown, marks)

    def _word_field(self, instruction: str, result: str, marks: tuple[str, ...]) -> str:
        """A field that Word works out by itself, and what it shows until then."""
        run = self._properties(marks)
        return "".join(
            [
                w("r", run, w("fldChar", fldCharType="begin")),
                w("r", run, w("instrText", escape(f" {instruction} "), xml_space="preserve")),
                w("r", run, w("fldChar", fldCharType="separate")),
                w("r", run, words(result, self.story)),
                w("r", run, w("fldChar", fldCharType="end")),
            ]
        )


def words(text: str, story: Story) -> str:
    """Text inside a run."""
    parts = re.split(f"([{''.join(SPECIAL)}])", text)
    return "".join(
        SPECIAL[part] if part in SPECIAL else w("t", escape(part, story.place), xml_space="preserve")
        for part in parts
        if part
    )


def tooltip(target: str) -> str:
    """What hovering over a link shows: the number or address, without the scheme."""
    return re.sub(r"^(https?://|mailto:|tel:|sms:)", "", target).rstrip("/")


def _with(marks: tuple[str, ...], mark: str) -> tuple[str, ...]:
    return tuple(sorted({*marks, mark}))
