"""Text in the Word file has even spaces between its words, and upright letters.

Justified lines tear words apart, and italics and capitals hide their shapes: readers with dyslexia lose their place.

Passes: text that begins at the left.
Fails: nothing fails. For a person to look at: a style in use that justifies its lines, slants, underlines,
strikes out, squeezes, moves or hides its letters or sets them all in capitals; long text whose style centres it or lets
its lines touch; text in Brush Script; a line typed in capitals; a picture behind the text.
Fix: In Word, Home, Align Left, and no capitals, underline or long italics in the style.
Clause: the British Dyslexia Association’s style guide; DX-W08
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from lessonkit.check.docx.looks import Properties, looks_of
from lessonkit.check.docx.names import OFF, A, W, ancestor, attribute, whole
from lessonkit.check.docx.text import paragraph_text, raw_text
from lessonkit.check.docx.wordfile import WordFile, WordParagraph
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

UNEVEN = {f"{W}{name}": what for name, what in (
    ("i", "italic"), ("caps", "all in capitals"), ("u", "underlined"), ("vanish", "hidden"), ("strike", "struck out"),
    ("dstrike", "struck out"), ("effect", "moving"), ("smallCaps", "in small capitals"), ("emboss", "embossed"),
    ("imprint", "engraved"), ("outline", "hollow"), ("shadow", "shadowed"),
)}  # fmt: skip
JUSTIFIED = ("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida")
TIGHT, NARROW = -15, 80
"""Twentieths of a point between letters, and per cent of their width; Word’s own titles have -10."""
OF_WORDS = {"underlined", "hidden", "struck out", "moving"}
"""What single words should not be either."""
LINKS = ("hyperlink", "followedhyperlink", "internet link", "visited internet link", "smart hyperlink")
"""Styles whose words are underlined because they are links."""
CAPITALS = re.compile(r"[^\Wa-z\d_]{2,}(\W+[^\Wa-z\d_]+){3,}")
SLOGAN = "BLOCK. REPORT. TELL SOMEONE YOU TRUST."
"""Of a campaign, printed exactly as it is."""
LETTERS = 25
LONG_TEXT = 150
SINGLE, CLOSEST = 240, 220
"""The height of a line in parts of 240, as Word counts; below single the letters of two lines touch."""
LINED = re.compile("Stripe|Cross")
SWUNG = ("brush script", "lucida handwriting", "lucida calligraphy", "edwardian script", "vivaldi", "kunstler script",
         "palace script", "french script", "monotype corsiva", "freestyle script", "blackadder", "old english", "curlz",
         "chiller", "mistral", "vladimir script", "script mt", "segoe script", "gigi", "jokerman", "ravie", "harlow",
         "magneto", "pacifico", "lobster", "great vibes", "dancing script", "papyrus", "snap itc", "juice itc",
         "bradley hand", "zapfino", "snell roundhand", "apple chancery")  # fmt: skip
"""The beginnings of the names of fonts."""
NOT_LEFT = ("center", "right", "end")
UPRIGHT = ("", "lrTb", "lrTbV")
"""So many capitals in a row are no abbreviation."""


def check(file: WordFile) -> Iterator[Finding]:
    looks = dict(_looks(file))
    used = {style.id: one for one in reversed(file.paragraphs) for style in file.ancestry(one.style)}
    for style, paragraph in used.items():
        for look in looks.get(style, ()):
            yield _finding(file, f"The style {file.styles[style].name} is {look}", paragraph)
    yield from _styled_words(file, looks)
    yield from _slanted(file, looks)
    for part in PARTS:
        yield from part(file)


def _justified(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        if any(attribute(node, "val") in JUSTIFIED for node in root.iter(f"{W}jc")):
            yield RULE.review("A paragraph of the Word file is justified.", "Begin lines at the left.", file.place(""))


def _shouted(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        shouted = CAPITALS.search(paragraph.raw.replace(SLOGAN, ""))
        if shouted and len(shouted[0]) >= LETTERS and shouted[0].isupper():
            what = f"“{shouted[0][:40]}” is typed in capitals."
            todo = "Type it in small letters."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)


def _on_a_picture(file: WordFile) -> Iterator[Finding]:
    if next(file.body.iterfind(f"{W}background/*"), None) is not None:
        yield RULE.review("A picture lies behind the text.", "In Word, choose Design, Page Colour.", file.place(""))


def _not_at_the_left(file: WordFile) -> Iterator[Finding]:
    """Paragraphs that are centred though they are long."""
    for align in _in_texts(file, "jc"):
        line = ancestor(align, "p") if attribute(align, "val") in NOT_LEFT else None
        if line is not None and len(text := paragraph_text(line)) > LONG_TEXT:
            what = f"“{text[:40]}” is long and does not begin at the left."
            yield RULE.review(what, "Begin lines at the left.", file.place(text), quote=text)


def _touching(file: WordFile) -> Iterator[Finding]:
    """Paragraphs whose lines touch."""
    for space in _in_texts(file, "spacing"):
        line, height = ancestor(space, "p"), whole(attribute(space, "line"), SINGLE)
        if line is not None and attribute(space, "lineRule") in ("", "auto") and 0 < height < CLOSEST:
            text = paragraph_text(line)
            what = f"The lines of “{text[:40]}” stand too close."
            yield RULE.review(what, "Use single spacing or more.", file.place(text), quote=text)


def _on_stripes(file: WordFile) -> Iterator[Finding]:
    for shade in _in_texts(file, "shd"):
        holder = next(islice(shade.iterancestors(), 1, 2), None) if LINED.search(attribute(shade, "val")) else None
        if text := "" if holder is None else fold(raw_text(holder)):
            what = f"“{text[:40]}” stands on stripes."
            yield RULE.review(what, "In Word, Borders and Shading, Style: Clear.", file.place(text), quote=text)


def _on_their_side(file: WordFile) -> Iterator[Finding]:
    """Words that are turned in their cell."""
    for turned in _in_texts(file, "textDirection"):
        cell = ancestor(turned, "tc")
        text = "" if cell is None or attribute(turned, "val") in UPRIGHT else fold(raw_text(cell))
        if text:
            what = f"“{text[:40]}” stands on its side."
            yield RULE.review(what, "In Word, Table Layout, Text Direction.", file.place(text), quote=text)


def _out_of_sight(file: WordFile) -> Iterator[Finding]:
    """Rows of tables that are hidden: other programs show them, or read them out."""
    for hidden in _in_texts(file, "hidden"):
        row = ancestor(hidden, "tr")
        if text := "" if row is None or attribute(hidden, "val") in OFF else fold(raw_text(row)):
            what, todo = f"The row “{text[:40]}” is hidden.", "In Word, choose Home, Font, Hidden."
            yield RULE.review(what, todo, file.place(text), quote=text)


def _in_texts(file: WordFile, name: str) -> Iterator[etree._Element]:
    return (node for root in file.text_parts() for node in root.iter(f"{W}{name}"))


def _set_by_style(file: WordFile) -> Iterator[Finding]:
    """Long paragraphs that are centred, or whose lines touch, because their style says so; each style once."""
    looks, told = looks_of(file), set[str]()
    for node in file.body.iter(f"{W}p"):
        style = looks.style_of(node)
        fault = "" if style in told else _fault_of_style(node, looks.chain(style))
        if fault and len(text := paragraph_text(node)) > LONG_TEXT:
            told.add(style)
            what = f"“{text[:40]}” is long, and its style {fault}."
            yield RULE.review(what, "Change it in the theme or the style.", file.place(text), quote=text)


def _fault_of_style(node: etree._Element, styled: Properties) -> str:
    """What a style does to long text, where the paragraph says nothing else; empty if nothing is wrong."""
    align, space = styled.get("pPr/jc"), styled.get("pPr/spacing")
    if align is not None and attribute(align, "val") in NOT_LEFT and node.find(f"{W}pPr/{W}jc") is None:
        return "does not begin it at the left"
    own = node.find(f"{W}pPr/{W}spacing")
    if space is None or (own is not None and attribute(own, "line")):
        return ""
    is_counted = attribute(space, "lineRule") in ("", "auto")
    return "lets its lines touch" if is_counted and 0 < whole(attribute(space, "line"), SINGLE) < CLOSEST else ""


def _in_swung_letters(file: WordFile) -> Iterator[Finding]:
    """Text in a font that looks like handwriting or an old print, because its style or the theme says so."""
    looks, fonts = looks_of(file), dict(_fonts_of_theme(file.part("theme")))
    told: set[str] = set()
    for one in file.paragraphs:
        style = one.style or file.usual_style
        named = (looks.defaults | looks.chain(style)).get("rPr/rFonts")
        if named is None or style in told or len(one.text) < LETTERS:
            continue
        theme = attribute(named, "asciiTheme")
        font = fonts.get(theme[:5], "") if theme else attribute(named, "ascii")
        if font.lower().startswith(SWUNG):
            told.add(style)
            yield _finding(file, f"“{one.text[:40]}” is in {font}, whose letters are hard to tell apart", one)


def _fonts_of_theme(theme: etree._Element | None) -> Iterator[tuple[str, str]]:
    """The fonts of headings, `major`, and of text, `minor`."""
    for font in () if theme is None else theme.iter(f"{A}majorFont", f"{A}minorFont"):
        latin = font.find(f"{A}latin")
        yield str(font.tag).rpartition("}")[2][:5], "" if latin is None else latin.get("typeface", "")


def _styled_words(file: WordFile, every: dict[str, list[str]]) -> Iterator[Finding]:
    """Words that their character style hides, underlines, strikes out or moves."""
    looks = {
        name: found[0]
        for name, told in every.items()
        if name in file.styles
        and file.styles[name].kind == "character"
        and file.styles[name].name.lower() not in LINKS
        and (found := [one for one in told if one in OF_WORDS])
    }
    first = {attribute(node, "val"): node for root in file.text_parts() if looks
             for node in reversed(list(root.iter(f"{W}rStyle")))}  # fmt: skip
    for style in looks.keys() & first.keys():
        run = ancestor(first[style], "r")
        text = "" if run is None else fold(raw_text(run))
        if text and ancestor(first[style], "hyperlink") is None:
            what = f"The style {file.styles[style].name} of “{text[:40]}” is {looks[style]}."
            yield RULE.review(what, "Use the style Strong or Emphasis.", file.place(text), quote=text)


def _slanted(file: WordFile, every: dict[str, list[str]]) -> Iterator[Finding]:
    """Long paragraphs whose words are all in a slanted character style, such as Emphasis."""
    slanted = {name for name, one in file.styles.items() if one.kind == "character" and "italic" in every.get(name, ())}
    marked = (node for node in _in_texts(file, "rStyle") if attribute(node, "val") in slanted) if slanted else ()
    for line in dict.fromkeys(ancestor(node, "p") for node in marked):
        text = "" if line is None else paragraph_text(line)
        if line is not None and len(text) > LONG_TEXT and all(_style(run) in slanted for run in _spoken(line)):
            what = f"“{text[:40]}” is long, and all its letters slant."
            yield RULE.review(what, "Press Ctrl+Space; keep Emphasis for single words.", file.place(text), quote=text)


def _spoken(line: etree._Element) -> Iterator[etree._Element]:
    return (run for run in line.iter(f"{W}r") if raw_text(run).strip())


def _style(run: etree._Element) -> str:
    named = run.find(f"{W}rPr/{W}rStyle")
    return "" if named is None else attribute(named, "val")


def _finding(file: WordFile, what: str, paragraph: WordParagraph) -> Finding:
    return RULE.review(
        f"{what}.", "Change it in the theme or the style.", file.place(paragraph.text), quote=paragraph.text
    )


def _looks(file: WordFile) -> Iterator[tuple[str, list[str]]]:
    """What each style does to its text that makes it harder to read."""
    styles = file.part("styles")
    for node in () if styles is None else styles.iterfind(f"{W}style"):
        looks = node.find(f"{W}rPr")
        said = () if looks is None else (one for one in looks if attribute(one, "val") not in (*OFF, "none"))
        found = [UNEVEN[str(one.tag)] for one in said if one.tag in UNEVEN]
        found += ["justified"] * _is_justified(node) + ["squeezed"] * _is_squeezed(node)
        yield attribute(node, "styleId"), found


def _is_justified(style: etree._Element) -> bool:
    align = style.find(f"{W}pPr/{W}jc")
    return align is not None and attribute(align, "val") in JUSTIFIED


def _is_squeezed(style: etree._Element) -> bool:
    apart, width = style.find(f"{W}rPr/{W}spacing"), style.find(f"{W}rPr/{W}w")
    tight = apart is not None and whole(attribute(apart, "val")) <= TIGHT
    return tight or (width is not None and whole(attribute(width, "val"), 100) < NARROW)


PARTS = (_justified, _not_at_the_left, _touching, _on_stripes, _on_their_side, _out_of_sight, _set_by_style,
         _in_swung_letters, _shouted, _on_a_picture)  # fmt: skip
RULE = read_rule(__name__, __doc__, check)
