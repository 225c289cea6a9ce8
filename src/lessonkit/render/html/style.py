"""A theme as CSS: its fonts, colours, styles and boxes, followed by what is the same in every theme (page.css)."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

from lessonkit.appearance import WHITE, BoxStyle, Style, TableStyle, Theme, tint_of
from lessonkit.document import Document
from lessonkit.fonts import face
from lessonkit.render.html.tag import number

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
"""The theme's fonts as CSS weights of one family."""
MONO = "mono"
"""The theme's font whose letters are all as wide: a family of its own."""

CHARACTER_STYLES = {"strong": "strong", "em": "emphasis"}
"""Elements and the styles of the theme that they take."""

ALIGNMENT = {"left": "start", "centre": "center", "right": "end", "justified": "justify"}

FLUID_PT = 18.0
"""Type from this size on shrinks on narrow screens, so that long words fit."""


def style_sheet(document: Document, theme: Theme, body: Markup) -> str:
    """The CSS for a page with this body: only the styles it uses, and fonts with only the characters it shows."""
    used = _names(body)
    styles = [style for name, style in theme.styles.items() if name in used]
    fonts = sorted({style.font for style in styles} | _fonts_of_labels(body), key=_weight)
    boxes = [box for name, box in theme.boxes.items() if f"box-{name}" in used]
    return "\n".join(
        (
            *_font_faces(theme, fonts, frozenset(body.unescape())),
            _palette(theme),
            *_mono(theme, fonts),
            _page_css(),
            *(_style(style) for style in styles if style.name not in CHARACTER_STYLES.values()),
            *_characters(theme),
            *(_box(box, tint_of(theme)) for box in boxes),
            _table(theme.table),
            *_panels(document, theme),
            *_symbols(body),
            *_draft(document.draft),
            *_printed_ground(theme),
            "",
        )
    )


def _names(body: Markup) -> set[str]:
    """The classes in use, and the character styles by their elements."""
    classes = {name for names in re.findall(r'class="([^"]*)"', body) for name in names.split()}
    return classes | {style for element, style in CHARACTER_STYLES.items() if f"<{element}>" in body}


def _fonts_of_labels(body: Markup) -> set[str]:
    """The fonts of words in drawings, which say their weight themselves."""
    return {font for font, weight in WEIGHTS.items() if f'font-weight="{weight}"' in body}


def _font_faces(theme: Theme, fonts: list[str], characters: frozenset[str]) -> Iterator[str]:
    for font in fonts:
        data = b64encode(face(theme.fonts[font]).subset(characters)).decode()
        source = f'url("data:font/ttf;base64,{data}") format("truetype")'
        family = _mono_family(theme) if font == MONO else theme.font_family
        yield f'@font-face {{ font-family: "{family}"; font-weight: {_weight(font)}; src: {source} }}'


def _weight(font: str) -> int:
    return WEIGHTS.get(font, WEIGHTS["regular"])


def _mono_family(theme: Theme) -> str:
    return f"{theme.font_family} Mono"


def _mono(theme: Theme, fonts: list[str]) -> Iterator[str]:
    if MONO in fonts:
        yield f':root {{ --mono: "{_mono_family(theme)}", monospace }}'


def _palette(theme: Theme) -> str:
    colours = "; ".join(f"--{role}: {colour}" for role, colour in theme.palette.items())
    return f':root {{ --family: "{theme.font_family}", Verdana, sans-serif; {colours} }}'


@cache
def _page_css() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8").strip()


def _style(style: Style) -> str:
    rules = [
        f"font-size: {_size(style.size_pt)}",
        f"font-weight: {_weight(style.font)}",
        f"line-height: {number(style.leading)}",
        f"color: var(--text, {style.colour})",
        f"margin-block: {rem(style.before_pt)} {rem(style.after_pt)}",
    ]
    if style.letter_spacing or style.word_spacing:
        rules.append(f"letter-spacing: {number(style.letter_spacing)}em")
        rules.append(f"word-spacing: {number(style.word_spacing)}em")
    if style.font == MONO:
        rules.append("font-family: var(--mono)")
    if style.align != "left":
        rules.append(f"text-align: {ALIGNMENT[style.align]}")
    if style.hyphens:
        rules.append("hyphens: auto")
    if style.keep_with_next:
        rules.append("break-after: avoid")
    return f".{style.name} {{ {'; '.join(rules)} }}"


def _size(size_pt: float) -> str:
    if size_pt < FLUID_PT:
        return rem(size_pt)
    # The middle value mixes rem and vw, so that it also grows when a reader enlarges the text.
    return f"clamp({rem(size_pt * 0.7)}, {rem(size_pt * 0.45)} + 4vw, {rem(size_pt)})"


def _characters(theme: Theme) -> Iterator[str]:
    """Character styles take size and colour from the words around them."""
    for element, style in CHARACTER_STYLES.items():
        yield f"{element} {{ font-style: normal; font-weight: {_weight(theme.styles[style].font)} }}"


def _box(box: BoxStyle, tint: str) -> str:
    # A box in the colour of a tinted page has the colour that the page has when it is printed.
    background = "var(--paper)" if tint and box.background == tint else box.background
    rules = [
        f"background: {background}",
        f"padding: {rem(box.padding_pt)}",
        f"border-radius: {rem(box.radius_pt)}",
        f"margin-block: {rem(box.before_pt)} {rem(box.after_pt)}",
        # Without a colour of its own, a box inside a coloured one goes back to the colours of the styles.
        f"--text: {box.text or 'initial'}",
        f"--ground: {background}",
    ]
    if box.border:
        rules.append(f"border: {rem(box.border_pt)} solid {box.border}")
    if box.bar:
        rules.append(f"border-inline-start: {rem(box.bar_pt)} solid {box.bar}")
    return f".box-{box.name} {{ {'; '.join(rules)} }}"


def _table(table: TableStyle) -> str:
    rule = f"--table-rule: {rem(table.rule_pt)} solid {table.rule}"
    zebra = f"--zebra: {table.zebra or 'transparent'}"
    padding = f"--cell-padding: {rem(table.padding_pt)}"
    return f":root {{ --table-head: {table.head_background}; {rule}; {zebra}; {padding} }}"


def _panels(document: Document, theme: Theme) -> Iterator[str]:
    for frame in document.page.panels:
        if frame.background:
            yield f".panel-{frame.number} {{ background: {theme.palette[frame.background]} }}"


def _symbols(body: Markup) -> Iterator[str]:
    """Symbols at the height of capitals, each kept on one line with its word."""
    if 'class="symbol"' in body:
        yield ".symbol { width: auto; vertical-align: middle; fill: none; overflow: visible }"
        yield ".with-symbol { white-space: nowrap }"
        yield ".with-symbol > .symbol { margin-inline-end: .22em }"


def _draft(reason: str) -> Iterator[str]:
    """The draft mark at the foot of every printed page."""
    if reason:
        words = reason.replace("\\", r"\5c ").replace('"', r"\22 ").replace("<", r"\3c ")
        yield f'@page {{ @bottom-center {{ content: "{words}"; font: 8pt sans-serif }} }}'


def _printed_ground(theme: Theme) -> Iterator[str]:
    """What becomes of a tinted page in print: browsers leave its colour out unless they are told not to."""
    if tint_of(theme) and theme.tint_prints:
        yield "@media print { :root, body { -webkit-print-color-adjust: exact; print-color-adjust: exact } }"
    elif tint_of(theme):
        yield f"@media print {{ :root {{ --paper: {WHITE} }} }}"


def rem(points: float) -> str:
    """A length of the theme in rem, so that it follows the reader's own text size; 12 pt are 1 rem."""
    return f"{number(points / 12)}rem" if points else "0"
