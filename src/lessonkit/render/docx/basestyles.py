"""Styles that every document has, whatever its theme names: Word's own, running heads, pictures, lines to write on."""

from __future__ import annotations

from lessonkit.appearance import Theme
from lessonkit.render.docx.element import hexadecimal, twips, w
from lessonkit.render.docx.looks import SYMBOL_FONT, colour, font, letter_spacing

BUILT_IN = {
    "body": ("BodyText", "Body Text"),
    "list": ("ListParagraph", "List Paragraph"),
    "strong": ("Strong", "Strong"),
    "emphasis": ("Emphasis", "Emphasis"),
    "link": ("Hyperlink", "Hyperlink"),
    "placeholder": ("PlaceholderText", "Placeholder Text"),
    "call": ("FootnoteReference", "footnote reference"),
    "footnote": ("FootnoteText", "footnote text"),
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    "caption": ("Caption", "caption"),
    "contents-1": ("TOC1", "toc 1"),
    "contents-2": ("TOC2", "toc 2"),
} | {f"heading-{level}": (f"Heading{level}", f"heading {level}") for level in range(1, 7)}
"""Theme styles that Word has its own ids and names for; programs know them by these in every language."""

DEFINITION = "Definition"
CONTENTS_NOTE = "ContentsNote"
SECTION_END = "SectionEnd"
TICK_BOX = "TickBox"
DEFINITION_INDENT_PT = 14.0
WRITING_LINE_PT = 26.0
"""Height of a line to write on, for large handwriting."""


def style(
    kind: str,
    identifier: str,
    title: str,
    *,
    base: str,
    following: str = "",
    paragraph: str = "",
    run: str = "",
) -> str:
    """A paragraph or character style that is shown in Word's list of styles."""
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
        customStyle=None if (identifier, title) in BUILT_IN.values() else 1,
        styleId=identifier,
    )


def defaults(theme: Theme, language: str) -> str:
    """Font, size and language of everything."""
    half_points = round(theme.styles["body"].size_pt * 2)
    run = w(
        "rPr",
        w("rFonts", asciiTheme="minorHAnsi", eastAsiaTheme="minorEastAsia", hAnsiTheme="minorHAnsi",
          cstheme="minorBidi"),
        letter_spacing(theme.styles["body"]),
        w("sz", val=half_points),
        w("szCs", val=half_points),
        w("lang", val=language, eastAsia=language, bidi=language),
    )  # fmt: skip
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def hide_unused() -> str:
    """Hides the styles of Word that the document does not define from its list of styles."""
    return w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0,
             count=376)  # fmt: skip


def roots(theme: Theme) -> str:
    """What all other styles are based on.

    The colour of text is Normal's and no default, because LibreOffice lets a default colour undo that of links.
    """
    ink = w("rPr", colour(theme, theme.styles["body"].colour))
    hidden = w("semiHidden")
    return (
        w("style", w("name", val="Normal"), w("qFormat"), ink, type="paragraph", default=1, styleId="Normal")
        + w("style", w("name", val="Default Paragraph Font"), hidden, type="character", default=1,
            styleId="DefaultParagraphFont")
        + w("style", w("name", val="No List"), hidden, type="numbering", default=1, styleId="NoList")
    )  # fmt: skip


def fixtures(theme: Theme, running: str) -> str:
    """Styles of running heads, based on the style with the id `running`, and of what no theme names."""
    pen = hexadecimal(theme.palette.get("muted", theme.styles["body"].colour))
    rules = (w(side, val="single", sz=6, space=1, color=pen) for side in ("bottom", "between"))
    height = w("spacing", before=0, after=0, line=twips(WRITING_LINE_PT), lineRule="atLeast")
    figure = w("spacing", before=120, after=80)
    thin = w("spacing", before=0, after=0, line=20, lineRule="atLeast")
    accent = colour(theme, theme.palette.get("accent", theme.styles["body"].colour))
    return "".join(
        [
            w("style", w("name", val="header"), w("basedOn", val=running), type="paragraph", styleId="Header"),
            w("style", w("name", val="footer"), w("basedOn", val=running), type="paragraph", styleId="Footer"),
            style("paragraph", "Picture", "Picture", base="Normal", paragraph=figure),
            style("paragraph", "WritingLine", "Writing Line", base="Normal", paragraph=w("pBdr", *rules) + height),
            style("paragraph", DEFINITION, "Definition", base="BodyText",
                  paragraph=w("ind", left=twips(DEFINITION_INDENT_PT))),
            style("paragraph", CONTENTS_NOTE, "Contents Note", base="BodyText", paragraph=w("spacing", before=80)),
            style("paragraph", SECTION_END, "Section End", base="Normal", paragraph=thin, run=w("sz", val=2)),
            style("character", TICK_BOX, "Tick Box", base="DefaultParagraphFont", run=font(SYMBOL_FONT) + accent),
        ]
    )  # fmt: skip
