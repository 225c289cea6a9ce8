"""Letters are what they look like.

Bold letters borrowed from mathematics, and letters of a symbol font, are read as something else; characters that were
lost on the way are not read at all.

Passes: letters of the alphabet, with a style for their looks.
Fails: “isnâ€™t”; words in letters of mathematics; a word with a space of no width inside; words in Wingdings.
For a person to look at: a sign from Insert, Symbol; “🎉🎉🎉”; “pic- tures”; “ﬁ” in one sign.
Fix: In Word, type the words anew, and use Home, Styles for their looks.
Clause: WCAG 2.2 SC 1.3.1, 3.1.5; our own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.letters import strange
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

SYMBOLS = ("wingdings", "webdings", "symbol", "marlett", "zapf dingbats")
TODO = "Type it anew."
OWN = re.compile("[\ue000-\uf8ff]")
"""Signs that mean something in one font alone."""
BULLETS = "\uf0b7\uf0a7 "
"""Of symbol fonts; at the start of a line they are a list that was typed, of which another rule tells."""
PICTURES = re.compile("([\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f? ?){3}")
"""Signs such as 🎉, each of which is read out by its name."""
CUT = re.compile(r"(?<![-\w])[^\W\d_]{2,}- (?!(and|or|to|und|oder|bis|et|ou|y|o|e|of|en|neu|a|i)\b)[a-zà-ÿ]+\b(?!-)")
JOINED = re.compile(r"\w*[\ufb00-\ufb06]\w*")
"""Two or three letters in one sign, as some PDF files hand them out."""
INSTEAD = "Use a sign of the usual font, or a picture with alternative text."


def check(file: WordFile) -> Iterator[Finding]:
    for paragraph in (*file.paragraphs, *file.running):
        if what := strange(paragraph.raw):
            what = f"“{paragraph.text[:40]}” {what}."
            yield RULE.fail(what, TODO, file.place(paragraph.text), quote=paragraph.text)
        elif what := _odd(paragraph.raw.lstrip("" if file.heading_level(paragraph) else BULLETS)):
            yield RULE.review(
                f"“{paragraph.text[:40]}” {what}.", TODO, file.place(paragraph.text), quote=paragraph.text
            )
    yield from _inserted_symbols(file)
    for root in file.text_parts():
        for fonts in root.iter(f"{W}rFonts"):
            run = ancestor(fonts, "r")
            text = "" if run is None else fold(raw_text(run))
            if attribute(fonts, "ascii").lower().startswith(SYMBOLS) and any(map(str.isalnum, text)):
                what = f"“{text[:40]}” is set in {attribute(fonts, 'ascii')}: letters are heard where signs are seen."
                yield RULE.fail(what, INSTEAD, file.place(text), quote=text)


def _odd(text: str) -> str:
    """What may be wrong with the signs of a text, as the end of a sentence; empty if nothing is."""
    if text.isascii() and "- " not in text:
        return ""
    if OWN.search(text):
        return "has a sign that means something in one font alone"
    if found := PICTURES.search(text):
        return f"has “{found[0].strip()}” in a row, and each of these signs is read out by its name"
    if found := JOINED.search(text):
        return f"holds “{found[0]}”, where one sign stands for several letters: a search does not find it"
    if found := CUT.search(text):
        return f"holds “{found[0]}”, a word cut by a hyphen and a space"
    return ""


def _inserted_symbols(file: WordFile) -> Iterator[Finding]:
    """What Word’s Insert, Symbol makes of a sign in a symbol font; and words whose style has such a font."""
    for root in file.text_parts():
        for sign in root.iter(f"{W}sym"):
            line, font = ancestor(sign, "p"), attribute(sign, "font")
            text = "" if line is None else fold(raw_text(line))
            if font.lower().startswith(SYMBOLS):
                what = f"A sign of {font} stands at “{text[:40]}”: nobody hears what it means."
                yield RULE.review(what, INSTEAD, file.place(text), quote=text)
    styles = file.part("styles")
    fonts = {} if styles is None else {attribute(one, "styleId"): found for one in styles.iterfind(f"{W}style")
             if (found := _symbol_font(one))}  # fmt: skip
    if not fonts:
        return
    for root in file.text_parts():
        for named in root.iter(f"{W}rStyle", f"{W}pStyle"):
            node = ancestor(named, "r" if named.tag == f"{W}rStyle" else "p")
            text = "" if node is None else fold(raw_text(node))
            if attribute(named, "val") in fonts and any(map(str.isalnum, text)):
                what = (
                    f"“{text[:40]}” is set in {fonts[attribute(named, 'val')]}: letters are heard where signs are seen."
                )
                yield RULE.fail(what, INSTEAD, file.place(text), quote=text)


def _symbol_font(style: etree._Element) -> str:
    fonts = style.find(f"{W}rPr/{W}rFonts")
    name = "" if fonts is None else attribute(fonts, "ascii")
    return name if name.lower().startswith(SYMBOLS) else ""


RULE = read_rule(__name__, __doc__, check)
