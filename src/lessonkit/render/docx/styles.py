"""The named styles of a document: those every document has, and combinations made when they are first needed."""

from __future__ import annotations

from lessonkit.appearance import BoxStyle, Style, Theme
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.render.docx.element import root, twips, w
from lessonkit.render.docx.looks import (
    border,
    box_edges,
    colour,
    indent,
    is_bold,
    paragraph_properties,
    run_properties,
    shading,
)
from lessonkit.render.docx.tablestyle import table_styles

BUILT_IN = {
    "body": ("BodyText", "Body Text"),
    "list": ("ListParagraph", "List Paragraph"),
    "strong": ("Strong", "Strong"),
    "emphasis": ("Emphasis", "Emphasis"),
    "link": ("Hyperlink", "Hyperlink"),
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    "caption": ("Caption", "caption"),
    "contents-1": ("TOC1", "toc 1"),
    "contents-2": ("TOC2", "toc 2"),
} | {f"heading-{level}": (f"Heading{level}", f"heading {level}") for level in range(1, 7)}
"""Theme styles that Word has its own names and ids for; programs know them by these in every language."""

CHARACTER_STYLES = ("strong", "emphasis", "link")
WRITING_LINE_PT = 26.0
"""Height of a line to write on, for large handwriting."""
IN_EVERY_BOX = ("body", "list")
DEEPEST_HEADING = 6


class Styles:
    """The styles of one document."""

    def __init__(self, theme: Theme, language: str) -> None:
        self.theme = theme
        self.language = language
        self._made: dict[str, str] = {}
        for name in theme.styles:
            if name not in CHARACTER_STYLES:
                self.paragraph(name)
        for level in range(1, DEEPEST_HEADING + 1):
            self.paragraph(f"heading-{level}")
        for mark in (*CHARACTER_STYLES, "placeholder"):
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
        if identifier not in self._made:
            look = self.look(name, place)
            level = int(name[-1]) - 1 if name.startswith("heading-") else None
            self._made[identifier] = self._style(
                "paragraph",
                identifier,
                title,
                base="Normal",
                following="BodyText" if look.keep_with_next else None,
                paragraph=paragraph_properties(self.theme, look, level),
                run=run_properties(self.theme, look),
            )
        return identifier

    def heading(self, level: int, name: str, place: Place | None = None) -> str:
        """The id of a style for headings of this level that look like a theme style other than `heading-<level>`."""
        base = self.paragraph(f"heading-{level}")
        _, title = self._names(name, place)
        identifier = base + _identifier(title)
        if identifier not in self._made:
            look = self.look(name, place)
            self._made[identifier] = self._style(
                "paragraph",
                identifier,
                f"Heading {level} {title}",
                base=base,
                following="BodyText",
                paragraph=paragraph_properties(self.theme, look, level - 1),
                run=run_properties(self.theme, look),
            )
        return identifier

    def in_box(self, name: str, box: BoxStyle, place: Place | None = None) -> str:
        """The id of a paragraph style with the frame, ground and text colour of a box."""
        base = self.paragraph(name, place)
        _, title = self._names(name, place)
        prefix = _title(box.name)
        identifier = prefix + base
        if identifier not in self._made:
            self._made[identifier] = self._style(
                "paragraph",
                identifier,
                f"{prefix} {title[0].upper()}{title[1:]}",
                base=base,
                paragraph=w("keepLines") + border(box) + shading(self.theme, box.background) + indent(*box_edges(box)),
                run=colour(self.theme, box.text) if box.text else "",
            )
        return identifier

    def in_list(self, name: str, place: Place | None = None) -> str:
        """The id of a paragraph style for lists in table cells: the cell's text, spaced as a list."""
        base = self.paragraph(name, place)
        identifier = base + "List"
        if identifier not in self._made:
            _, title = self._names(name, place)
            self._made[identifier] = self._style("paragraph", identifier, f"{title} List", base=base)
        return identifier

    def character(self, marks: tuple[str, ...], ground: tuple[str, str] | None = None) -> str:
        """The id of a character style for these marks (`strong`, `emphasis`, `link`, `placeholder`).

        ground: the name of a coloured ground and the colour of all text on it.
        """
        titles = [self._mark_title(mark) for mark in marks]
        title = " ".join([*([_title(ground[0])] if ground else []), *(titles or ["Text"])])
        identifier = _identifier(title)
        if identifier not in self._made:
            self._made[identifier] = self._style(
                "character", identifier, title, base="DefaultParagraphFont", run=self._marks(marks, ground)
            )
        return identifier

    def icon(self, drop_half_points: int) -> str:
        """The id of a character style that lowers an icon, so that it stands level with the words beside it."""
        identifier = f"Icon{drop_half_points}"
        if identifier not in self._made:
            lowered = w("position", val=-drop_half_points)
            base = "DefaultParagraphFont"
            self._made[identifier] = self._style(
                "character", identifier, f"Icon {drop_half_points}", base=base, run=lowered
            )
        return identifier

    def xml(self) -> str:
        """The styles part."""
        return root(
            "w:styles",
            self._defaults(),
            # Hides the styles of Word that this document does not use from its list of styles.
            w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0,
              count=376),
            self._basis(),
            *self._made.values(),
            self._own(),
            table_styles(self.theme),
            prefixes="w",
        )  # fmt: skip

    def _names(self, name: str, place: Place | None) -> tuple[str, str]:
        if name in BUILT_IN:
            return BUILT_IN[name]
        title = self.look(name, place).title or _title(name, " ")
        return _identifier(title), title

    def _mark_title(self, mark: str) -> str:
        return "Placeholder Text" if mark == "placeholder" else BUILT_IN[mark][1]

    def _marks(self, marks: tuple[str, ...], ground: tuple[str, str] | None) -> str:
        body = self.theme.styles["body"]
        looks = [self.theme.styles[mark] for mark in marks if mark != "placeholder"]
        bold = any(is_bold(look) for look in looks)
        own = [look.colour for look in looks if look.colour != body.colour]
        if "placeholder" in marks:
            own = [self.theme.palette.get("muted", body.colour)]
        elif ground:
            own = [ground[1]]
        small = round(self.look("small").size_pt * 2) if "placeholder" in marks else 0
        edge = w("bdr", val="single", sz=4, space=0, color=own[0].lstrip("#")) if "placeholder" in marks else ""
        field = shading(self.theme, self.theme.palette.get("field", "#ffffff")) if "placeholder" in marks else ""
        return "".join(
            [
                w("b") + w("bCs") if bold else "",
                colour(self.theme, own[-1]) if own else "",
                w("sz", val=small) + w("szCs", val=small) if small else "",
                w("u", val="single") if "link" in marks else "",
                edge,
                field,
            ]
        )

    def _style(
        self,
        kind: str,
        identifier: str,
        title: str,
        *,
        base: str,
        following: str | None = None,
        paragraph: str = "",
        run: str = "",
    ) -> str:
        known = {*BUILT_IN.values(), ("PlaceholderText", "Placeholder Text")}
        return w(
            "style",
            w("name", val=title),
            w("basedOn", val=base),
            w("next", val=following) if following else "",
            w("uiPriority", val=9),
            w("qFormat"),
            w("pPr", paragraph) if paragraph else "",
            w("rPr", run) if run else "",
            type=kind,
            customStyle=None if (identifier, title) in known else 1,
            styleId=identifier,
        )

    def _defaults(self) -> str:
        body = self.theme.styles["body"]
        half_points = round(body.size_pt * 2)
        run = w(
            "rPr",
            w("rFonts", asciiTheme="minorHAnsi", eastAsiaTheme="minorEastAsia", hAnsiTheme="minorHAnsi",
              cstheme="minorBidi"),
            w("sz", val=half_points),
            w("szCs", val=half_points),
            w("lang", val=self.language, eastAsia=self.language, bidi=self.language),
        )  # fmt: skip
        return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))

    def _basis(self) -> str:
        """Word's own defaults. The colour is Normal's, because LibreOffice lets a default colour undo that of links."""
        ink = w("rPr", colour(self.theme, self.theme.styles["body"].colour))
        return (
            w("style", w("name", val="Normal"), w("qFormat"), ink, type="paragraph", default=1, styleId="Normal")
            + w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
                type="character", default=1, styleId="DefaultParagraphFont")
            + w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"),
                type="numbering", default=1, styleId="NoList")
        )  # fmt: skip

    def _own(self) -> str:
        """Styles for what the theme does not name: running heads, pictures and lines to write on."""
        running = self.paragraph("running")
        rule = w("bottom", val="single", sz=6, space=1, color=self.theme.palette.get("muted", "#000000").lstrip("#"))
        between = rule.replace("w:bottom", "w:between")
        height = w("spacing", before=0, after=0, line=twips(WRITING_LINE_PT), lineRule="atLeast")
        lines = w("pBdr", rule, between) + height
        figure = w("keepNext") + w("spacing", before=120, after=80)
        return "".join(
            [
                w("style", w("name", val="header"), w("basedOn", val=running), type="paragraph", styleId="Header"),
                w("style", w("name", val="footer"), w("basedOn", val=running), type="paragraph", styleId="Footer"),
                self._style("paragraph", "Figure", "Figure", base="Normal", paragraph=figure),
                self._style("paragraph", "WritingLine", "Writing Line", base="Normal", paragraph=lines),
            ]
        )  # fmt: skip


def _title(name: str, joint: str = "") -> str:
    """`table-head` as `TableHead`, or with spaces."""
    return joint.join(part.capitalize() for part in name.split("-"))


def _identifier(title: str) -> str:
    return "".join(c for c in title if c.isascii() and c.isalnum())
