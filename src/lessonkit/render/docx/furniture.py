"""The parts beside the text: theme colours and fonts, the font table, settings and properties."""

from __future__ import annotations

from lessonkit.appearance import Theme, tint_of
from lessonkit.document import Document
from lessonkit.render.docx.element import DECLARATION, element, escape, hexadecimal, root, w
from lessonkit.render.docx.looks import CODE_FONT, SCHEME
from lessonkit.render.docx.notes import SEPARATORS

FALLBACK_FONTS = ("Liberation Sans", "Helvetica")
"""What stands in for the font where it is not installed: as wide as it, so that pages stay as they are."""
CODE_FALLBACKS = ("Courier New", "Liberation Mono")
COMPATIBLE_WITH_WORD_2013 = 15
EARLIEST = "2000-01-01"
"""The date of documents that have none."""


def theme_part(theme: Theme) -> str:
    """Colours and fonts of the theme, for Word's Design tab."""
    ink = theme.styles["body"].colour
    colours = (
        element(f"a:{slot}", element("a:srgbClr", val=hexadecimal(theme.palette.get(role, ink))))
        for slot, role, _ in SCHEME
    )
    latin = element("a:latin", typeface=theme.word_font) + element("a:ea", typeface="") + element("a:cs", typeface="")
    fonts = element("a:majorFont", latin) + element("a:minorFont", latin)
    return DECLARATION + element(
        "a:theme",
        element(
            "a:themeElements",
            element("a:clrScheme", *colours, name=theme.name),
            element("a:fontScheme", fonts, name=theme.name),
            _effects(),
        ),
        **{"xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", "name": theme.name},
    )


def _effects() -> str:
    """The schema asks for three fills, lines, effects and backgrounds: plain ones."""
    fill = element("a:solidFill", element("a:schemeClr", val="phClr"))
    line = element("a:ln", fill, w=9525)
    effect = element("a:effectStyle", element("a:effectLst"))
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", fill * 3),
        element("a:lnStyleLst", line * 3),
        element("a:effectStyleLst", effect * 3),
        element("a:bgFillStyleLst", fill * 3),
        name="plain",
    )


def font_table(theme: Theme) -> str:
    """The fonts and what may stand in for them."""
    own = _font(theme.word_font, FALLBACK_FONTS, "020B0604020202020204", "swiss", "variable")
    code = _font(CODE_FONT, CODE_FALLBACKS, "020B0609020204030204", "modern", "fixed")
    return root("w:fonts", own, code, prefixes="w")


def _font(name: str, fallbacks: tuple[str, ...], panose: str, family: str, pitch: str) -> str:
    return w(
        "font",
        w("altName", val=",".join(fallbacks)),
        w("panose1", val=panose),
        w("charset", val="00"),
        w("family", val=family),
        w("pitch", val=pitch),
        name=name,
    )


def settings(document: Document, theme: Theme, has_notes: bool) -> str:
    """Settings of the document; nothing here makes Word ask the reader or change the text."""
    modes = {
        "compatibilityMode": COMPATIBLE_WITH_WORD_2013,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    word = "http://schemas.microsoft.com/office/word"
    return root(
        "w:settings",
        w("zoom", percent=100),
        w("displayBackgroundShape") if tint_of(theme) else "",
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS.values())) if has_notes else "",
        w("compat", *(w("compatSetting", name=name, uri=word, val=value) for name, value in modes.items())),
        w("themeFontLang", val=document.language),
        w("clrSchemeMapping", bg1="light1", t1="dark1", bg2="light2", t2="dark2", accent1="accent1",
          accent2="accent2", accent3="accent3", accent4="accent4", accent5="accent5", accent6="accent6",
          hyperlink="hyperlink", followedHyperlink="followedHyperlink"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
        prefixes="w",
    )  # fmt: skip


def core_properties(document: Document) -> str:
    """Title, subject, author, language and date."""
    moment = f"{document.extra.get('date', EARLIEST)}T00:00:00Z"
    stamped = {"xsi:type": "dcterms:W3CDTF"}
    version = document.extra.get("version", "")
    return DECLARATION + element(
        "cp:coreProperties",
        element("dc:title", escape(document.title)),
        element("dc:subject", escape(document.description)),
        element("dc:creator", escape(document.author)),
        element("cp:lastModifiedBy", escape(document.author)),
        element("cp:revision", "1"),
        element("dcterms:created", moment, **stamped),
        element("dcterms:modified", moment, **stamped),
        element("dc:language", escape(document.language)),
        element("cp:version", escape(version)) if version else "",
        **{
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )


def application_properties() -> str:
    """Which program wrote the file."""
    return DECLARATION + element(
        "Properties",
        element("Application", "lessonkit"),
        xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    )
