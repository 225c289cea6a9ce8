"""The named styles of a document: those of the theme, and combinations made when they are first needed."""

from __future__ import annotations

from functools import cache

from lessonkit.appearance import BoxStyle, Style, Theme
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reading import TERM
from lessonkit.render.docx.basestyles import (
    BUILT_IN,
    DEFINITION,
    TICK_BOX,
    defaults,
    fixtures,
    hide_unused,
    roots,
    style,
)
from lessonkit.render.docx.element import root, w
from lessonkit.render.docx.looks import (
    CODE_FONT,
    HEADING_FONT,
    border,
    box_edges,
    colour,
    font,
    indent,
    mark_properties,
    paragraph_properties,
    run_properties,
    shading,
)
from lessonkit.render.docx.tablestyle import table_styles

MARKS = ("strong", "emphasis", "link", "placeholder", "superscript", "code", "call")
"""What character styles are made of."""
IN_EVERY_BOX = ("body", "list")
DEEPEST_HEADING = 6

Ground = tuple[str, str]
"""The name of a coloured ground and the colour of all text on it."""


class Styles:
    """The styles of one document."""

    def __init__(self, theme: Theme, language: str) -> None:
        self.theme = theme
        self.language = language
        self._made: dict[str, str] = {}
        for name in theme.styles:
            if name not in MARKS:
                self.paragraph(name)
        for level in range(1, DEEPEST_HEADING + 1):
            self.paragraph(f"heading-{level}")
        for mark in MARKS:
            self.character((mark,))
        for box in theme.boxes.values():
            for name in (*IN_EVERY_BOX, box.title_style):
                self.in_box(name, box)

    def look(self, name: str, place: Place | None = None) -> Style:
        """The theme's style of this name; headings deeper than the theme's look like its deepest."""
        if name.startswith("heading-") and name not in self.theme.styles:
            name = max(key for key in self.theme.styles if key.startswith("heading-"))
        if name not in self.theme.styles:
            raise LessonkitError(
                Problem(place, f"The theme “{self.theme.name}” has no style “{name}”.", "Add it to the theme.")
            )
        return self.theme.styles[name]

    def box(self, name: str, place: Place | None = None) -> BoxStyle:
        """The theme's box of this name."""
        if name not in self.theme.boxes:
            known = ", ".join(self.theme.boxes)
            raise LessonkitError(
                Problem(place, f"The theme “{self.theme.name}” has no box “{name}”.", f"Use one of {known}.")
            )
        return self.theme.boxes[name]

    def paragraph(self, name: str, place: Place | None = None) -> str:
        """The id of a paragraph style."""
        identifier, title = self._names(name, place)
        if identifier in self._made:
            return identifier
        look = self.look(name, place)
        level = int(name.removeprefix("heading-")) - 1 if name.startswith("heading-") else None
        return self._make(
            "paragraph",
            identifier,
            title,
            base="Normal",
            following=DEFINITION if name == TERM else "BodyText" if look.keep_with_next else "",
            paragraph=paragraph_properties(self.theme, look, level),
            run=_own_font(look, level) + run_properties(self.theme, look, self.look("body")),
        )

    def heading(self, level: int, name: str, place: Place | None = None) -> str:
        """The id of a style for headings of this level that look like another style of the theme."""
        base = self.paragraph(f"heading-{level}")
        _, title = self._names(name, place)
        look = self.look(name, place)
        return self._make(
            "paragraph",
            base + _identifier(title),
            f"Heading {level} {title}",
            base=base,
            following="BodyText",
            paragraph=paragraph_properties(self.theme, look, level - 1),
            run=run_properties(self.theme, look, self.look(f"heading-{level}")),
        )

    def in_box(self, name: str, box: BoxStyle, place: Place | None = None) -> str:
        """The id of a paragraph style with the frame, ground and text colour of a box."""
        base = self.paragraph(name, place)
        _, title = self._names(name, place)
        prefix = _title(box.name)
        identifier = prefix.replace(" ", "") + base
        if identifier in self._made:
            return identifier
        return self._make(
            "paragraph",
            identifier,
            f"{prefix} {title[0].upper()}{title[1:]}",
            base=base,
            paragraph=w("keepLines") + border(box) + shading(self.theme, box.background) + indent(*box_edges(box)),
            run=colour(self.theme, box.text) if box.text else "",
        )

    def character(self, marks: tuple[str, ...], ground: Ground | None = None, on_bold: bool = False) -> str:
        """The id of a character style for these marks, such as `strong`, `superscript` or `call`.

        on_bold: the paragraph is bold already. Bold on bold is not bold in Word (ISO 29500-1, 17.7.3).
        """
        parts = [_title(ground[0])] if ground else []
        parts += [BUILT_IN[mark][1] if mark in BUILT_IN else _title(mark) for mark in marks] or ["Text"]
        parts += ["on Bold"] if on_bold else []
        title = " ".join(parts)
        identifier = _identifier(title)
        if identifier in self._made:
            return identifier
        run = mark_properties(self.theme, marks, ground[1] if ground else "", on_bold)
        return self._make("character", identifier, title, base="DefaultParagraphFont", run=run)

    def tick_box(self, ground: Ground | None) -> str:
        """The id of a character style for the sign of a tick box."""
        if ground is None:
            return TICK_BOX
        title = f"{_title(ground[0])} Tick Box"
        return self._make("character", _identifier(title), title, base=TICK_BOX, run=colour(self.theme, ground[1]))

    def icon(self, drop_half_points: int) -> str:
        """The id of a character style that lowers an icon, so that it stands level with the words beside it."""
        lowered = w("position", val=-drop_half_points)
        title = f"Icon {drop_half_points}"
        return self._make("character", _identifier(title), title, base="DefaultParagraphFont", run=lowered)

    def plain(self, name: str) -> str:
        """The id of a character style without looks, by which a field finds its words."""
        title = self.title(name)
        return self._make("character", _identifier(title), title, base="DefaultParagraphFont")

    def title(self, name: str) -> str:
        """What Word calls a style that the theme does not know: `School Name`."""
        return _title(name)

    def only(self, identifier: str) -> str:
        """A styles part with one style and what it is based on."""
        base = defaults(self.theme, self.language) + roots(self.theme)
        return root("w:styles", base, self._made[identifier], prefixes="w")

    def xml(self) -> str:
        """The styles part."""
        own = [defaults(self.theme, self.language), hide_unused(), roots(self.theme), *self._made.values()]
        running = self.paragraph("running")
        return root("w:styles", *own, fixtures(self.theme, running), table_styles(self.theme), prefixes="w")

    def _make(self, kind: str, identifier: str, title: str, **properties: str) -> str:
        self._made.setdefault(identifier, style(kind, identifier, title, **properties))
        return identifier

    def _names(self, name: str, place: Place | None) -> tuple[str, str]:
        """Id and title."""
        if name in BUILT_IN:
            return BUILT_IN[name]
        title = self.look(name, place).title or _title(name)
        return _identifier(title), title


@cache
def _own_font(look: Style, level: int | None) -> str:
    """The font of a style, where it is not that of the document."""
    if level is not None:
        return HEADING_FONT
    return font(CODE_FONT) if look.font == "mono" else ""


def _title(name: str) -> str:
    """`table-head` as `Table Head`."""
    return " ".join(part.capitalize() for part in name.split("-"))


@cache
def _identifier(title: str) -> str:
    words = (word[0].upper() + word[1:] for word in title.split())
    return "".join(c for c in "".join(words) if c.isascii() and c.isalnum())
