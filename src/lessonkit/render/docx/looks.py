"""The theme's styles and boxes as Word properties: fonts, colours, spaces, borders and shading."""

from __future__ import annotations

from lessonkit.appearance import BoxStyle, Style, Theme, tint_of
from lessonkit.fonts import face
from lessonkit.render.docx.element import hexadecimal, twips, w

SCHEME = (
    ("dk1", "ink", "text1"),
    ("lt1", "paper", "background1"),
    ("dk2", "accent", "text2"),
    ("lt2", "accent-soft", "background2"),
    ("accent1", "accent", "accent1"),
    ("accent2", "sun-dark", "accent2"),
    ("accent3", "sky-dark", "accent3"),
    ("accent4", "rose-dark", "accent4"),
    ("accent5", "accent-mid", "accent5"),
    ("accent6", "muted", "accent6"),
    ("hlink", "link", "hyperlink"),
    ("folHlink", "link", "followedHyperlink"),
)
"""Word's colour scheme: the slot, our palette's role, and what text and shading call it.

Naming the slot beside each colour lets a school that changes the colours of the theme change them all.
"""

HEADING_FONT = w(
    "rFonts", asciiTheme="majorHAnsi", eastAsiaTheme="majorEastAsia", hAnsiTheme="majorHAnsi", cstheme="majorBidi"
)
"""Whatever the theme's font of headings is, also when a school changes it."""
CODE_FONT = "Consolas"
"""Tells 0 from O and l from 1; where it is missing, the font table names what stands in for it."""
SYMBOL_FONT = "Segoe UI Symbol"
"""Holds tick boxes on every Windows; elsewhere the system finds one."""

WIDEST_SPACE_PT = 31
"""ISO 29500-1, 17.3.4: the largest space between a border and the text."""
THICKEST_BORDER = 96
"""In eighths of a point (17.3.4)."""
HAIRLINE_PT = 0.5
TIGHT_LEADING = 1.2
TIGHTEST_LINE = 0.9
"""As a multiple of the font's own line: tighter lines would touch in a font that is lower."""
ALIGNMENTS = {"centre": "center", "right": "right", "justified": "both"}
CONTENTS_STEP_PT = 18.0
"""How far the second level of contents is indented."""


def theme_colour(theme: Theme, colour: str) -> str | None:
    """The name of Word's theme colour that has this value, if there is one."""
    return next((word for _, role, word in SCHEME if theme.palette.get(role) == colour), None)


def colour(theme: Theme, value: str) -> str:
    """The colour of text."""
    return w("color", val=hexadecimal(value), themeColor=theme_colour(theme, value))


def shading(theme: Theme, background: str) -> str:
    """A background; one in the colour of the page is left out, for that is not printed."""
    if tint_of(theme) and background == tint_of(theme):
        return w("shd", val="clear", color="auto", fill="auto")
    fill = theme_colour(theme, background)
    return w("shd", val="clear", color="auto", fill=hexadecimal(background), themeFill=fill)


def is_bold(style: Style) -> bool:
    """True for every heavier weight: Word knows two weights of a family, and the semibold is nearer to the bold."""
    return style.font not in ("regular", "mono")


def run_properties(theme: Theme, style: Style, base: Style) -> str:
    """Weight, colour, letter spacing and size of a style's text, where they differ from those of the style below it."""
    half_points = round(style.size_pt * 2)
    heavier = "" if is_bold(style) == is_bold(base) else _bold(is_bold(style))
    return "".join(
        [
            heavier,
            colour(theme, style.colour) if style.colour != base.colour else "",
            w("spacing", val=_apart(style)) if _apart(style) != _apart(base) else "",
            w("sz", val=half_points) + w("szCs", val=half_points) if style.size_pt != base.size_pt else "",
        ]
    )


def letter_spacing(style: Style) -> str:
    """The space after each letter, where there is any."""
    return w("spacing", val=_apart(style)) if style.letter_spacing else ""


def _apart(style: Style) -> int:
    """The space after each letter in twentieths of a point; Word has none for spaces alone."""
    return twips(style.letter_spacing * style.size_pt)


def mark_properties(theme: Theme, marks: tuple[str, ...], ground_colour: str, on_bold: bool) -> str:
    """The looks of a character style: of the marks together, or of a blank to fill in."""
    if "placeholder" in marks:
        return _placeholder(theme)
    body = theme.styles["body"].colour
    looks = [theme.styles[mark] for mark in marks if mark in theme.styles]
    own = ground_colour or next((look.colour for look in reversed(looks) if look.colour != body), "")
    return "".join(
        [
            font(CODE_FONT) if "code" in marks else "",
            _bold(True) if any(map(is_bold, looks)) and not on_bold else "",
            w("noProof") if "code" in marks else "",
            colour(theme, own) if own else "",
            w("u", val="single") if "link" in marks else "",
            w("vertAlign", val="superscript") if "superscript" in marks or "call" in marks else "",
        ]
    )


def font(name: str) -> str:
    """A font of its own, for all scripts."""
    return w("rFonts", ascii=name, hAnsi=name, cs=name)


def _placeholder(theme: Theme) -> str:
    """A blank: its label small and quiet, on a ground with a frame, so that it is seen on paper too."""
    ink = theme.palette.get("muted", theme.styles["body"].colour)
    half_points = round(theme.styles["small"].size_pt * 2)
    return "".join(
        [
            colour(theme, ink),
            w("sz", val=half_points) + w("szCs", val=half_points),
            w("bdr", val="single", sz=4, space=0, color=hexadecimal(ink)),
            shading(theme, theme.palette.get("field", "#ffffff")),
        ]
    )


def _bold(on: bool) -> str:
    off = None if on else 0
    return w("b", val=off) + w("bCs", val=off)


def paragraph_properties(theme: Theme, style: Style, outline: int | None = None) -> str:
    """Spaces, alignment and outline level of a paragraph style."""
    align = w("jc", val=ALIGNMENTS[style.align]) if style.align != "left" else ""
    return "".join(
        [
            w("keepNext") + w("keepLines") if style.keep_with_next else "",
            w("spacing", before=twips(style.before_pt), after=twips(style.after_pt), **line_height(theme, style)),
            w("ind", left=twips(CONTENTS_STEP_PT)) if style.name == "contents-2" else "",
            align,
            "" if outline is None else w("outlineLvl", val=outline),
        ]
    )


def line_height(theme: Theme, style: Style) -> dict[str, str | int]:
    """The line height of a style; never an exact one, so that lines grow with the letters (WCAG 1.4.12).

    The least height keeps lines apart if the font is not installed and a lower one stands in for it; the tight lines
    of large type are a multiple of the font's own.
    """
    if style.leading >= TIGHT_LEADING:
        return {"line": twips(style.size_pt * style.leading), "lineRule": "atLeast"}
    drawn = face(theme.fonts[style.font])
    extents = drawn.hb_font.get_font_extents("ltr")
    natural = (extents.ascender - extents.descender + extents.line_gap) / drawn.units_per_em
    return {"line": round(240 * max(style.leading / natural, TIGHTEST_LINE)), "lineRule": "auto"}


def border(box: BoxStyle) -> str:
    """The frame of a box. Word joins the frames of neighbouring paragraphs where they and the indents are the same."""
    frame, width = _frame(box)
    left = (box.bar, box.bar_pt) if box.bar else (frame, width)
    return w(
        "pBdr",
        _edge("top", frame, width, box.padding_pt),
        _edge("left", *left, box.padding_pt),
        _edge("bottom", frame, width, box.padding_pt),
        _edge("right", frame, width, box.padding_pt),
    )


def box_edges(box: BoxStyle) -> tuple[float, float]:
    """Points between the column's edges and the text, so that the frame lies within the column.

    A banner's text keeps to the column instead, in line with the text below it, and its frame reaches out.
    """
    if box.bleed:
        return 0.0, 0.0
    left = box.bar_pt if box.bar else box.border_pt
    return left + box.padding_pt, box.border_pt + box.padding_pt


def indent(left_pt: float, right_pt: float) -> str:
    """The indents of a paragraph."""
    return w("ind", left=twips(left_pt), right=twips(right_pt))


def _frame(box: BoxStyle) -> tuple[str, float]:
    """Colour and width; a box without a frame has one in the colour of its ground, which carries the padding."""
    return (box.border, box.border_pt) if box.border else (box.background, HAIRLINE_PT)


def _edge(side: str, colour: str, width_pt: float, space_pt: float) -> str:
    eighths = min(max(round(width_pt * 8), 2), THICKEST_BORDER)
    space = min(round(space_pt), WIDEST_SPACE_PT)
    return w(side, val="single", sz=eighths, space=space, color=hexadecimal(colour))
