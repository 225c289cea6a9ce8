"""Every picture in the Word file has an alternative text or is marked decorative.

Someone who cannot see a picture hears its alternative text instead. A decorative one is passed over in silence.

Passes: alt text “A hand covers a phone”. Or: marked decorative, without a text.
Fails: no alt text and not decorative; an alt text that is a file name, says nothing (“picture”) or is longer than
250 characters; both at once.
For a person to look at: one that a program wrote; a decorative picture with a caption.
Fix: In Word, right-click the picture, View Alt Text: say what it shows, or tick “Mark as decorative”.
Clause: EN 301 549 10.1.1.1; WCAG 2.2 SC 1.1.1; DX-E04
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.alt_words import trouble
from lessonkit.check.anypdf.languages import LANGUAGES, detect
from lessonkit.check.docx.names import VML, W, ancestor, attribute
from lessonkit.check.docx.read import DECORATIVE
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordDrawing, WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

LONGEST = 250
FILE_NAME = re.compile(
    r"\S+\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp|heic)|(img|dsc|dscn|scan)[_-]?\d+", re.IGNORECASE
)
SAYS_NOTHING = re.compile(
    r"(a |an |the )?(image|picture|photo|graphic|icon|figure|chart|diagram|logo|bild)s?\s*\d*\W*", re.IGNORECASE
)
BY_MACHINE = re.compile(
    r"automatically generated|generated with (very )?(high|low) confidence|AI[- ]generated content"
    r"|automatisch generiert|KI[- ]generierte",
    re.IGNORECASE,
)
NAMED = re.compile(r"(figure|fig\.|picture|photo|diagram|chart|map)\b", re.IGNORECASE)
OFFICE = "{urn:schemas-microsoft-com:office:office}"
DRAWN = tuple(f"{VML}{name}" for name in ("shape", "rect", "roundrect", "oval", "group"))
TOLD = tuple(f"{VML}{name}" for name in ("imagedata", "textbox", "textpath"))
"""What other rules, or the lines above, tell of."""
NO_WIDTH = re.compile(r"(?:^|;)\s*width:\s*0(?![.\d])")
TODO = "Say in `alt` what it tells the reader, or write `decorative: true`."


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    for drawing in file.drawings:
        if fault := _fault(drawing):
            yield RULE.fail(f"Picture {drawing.id} {fault}.", TODO, place, quote=drawing.near)
        elif BY_MACHINE.search(drawing.alt):
            what = f"A program wrote the alternative text of picture {drawing.id}: {drawing.alt[:60]}."
            yield RULE.review(what, "Read it, and say it in your own words.", place, quote=drawing.near)
    yield from _of_words(file)
    for root in file.text_parts():
        for shape in root.iter(f"{VML}shape", f"{VML}rect", f"{VML}group"):
            alt = shape.get("alt", "").strip()
            if next(shape.iter(f"{VML}imagedata"), None) is None:
                continue
            if not alt:
                yield RULE.fail("An old kind of picture has no alternative text.", TODO, place)
            elif what := trouble(alt)[0]:
                yield RULE.fail(f"The alternative text “{alt[:60]}” {what}.", trouble(alt)[1], place, quote=alt)
        if any(_is_silent_drawing(shape) for holder in root.iter(f"{W}pict") for shape in holder):
            what = "An old kind of drawing has no alternative text."
            yield RULE.review(what, "In Word, right-click it, Format, Alt Text.", place)
    yield from _silent_figures(file)


def _is_silent_drawing(shape: etree._Element) -> bool:
    """True for an arrow, a circle or a group of them without a word; a rule across the page needs none."""
    if shape.tag not in DRAWN or shape.get("alt", "").strip() or NO_WIDTH.search(shape.get("style", "")):
        return False
    is_rule = shape.get(f"{OFFICE}hr", "f")[:1] == "t"
    return not is_rule and "WaterMark" not in shape.get("id", "") and next(shape.iter(*TOLD), None) is None


def _silent_figures(file: WordFile) -> Iterator[Finding]:
    """Pictures marked decorative above a caption: what has a caption tells something."""
    place = file.source.place if file.source else None
    for mark in file.body.iter(DECORATIVE):
        line = ancestor(mark, "p")
        below = None if line is None else line.getnext()
        style = None if below is None else below.find(f"{W}pPr/{W}pStyle")
        text = "" if style is None or below is None else paragraph_text(below)
        names = () if style is None else (one.name.lower() for one in file.ancestry(attribute(style, "val")))
        if mark.get("val") in ("1", "true") and "caption" in names and NAMED.match(text):
            what = f"The picture above “{text[:40]}” is marked decorative, but has a caption."
            yield RULE.review(what, "Say in its alternative text what it shows.", place, quote=text)


def _of_words(file: WordFile) -> Iterator[Finding]:
    """Alternative texts that tell nothing, in words that say too little, come twice or are in another language."""
    place = file.source.place if file.source else None
    texts = {fold(one.text).casefold().rstrip(".") for one in file.paragraphs}
    told: dict[str, WordDrawing] = {}
    code = file.language.lower().partition("-")[0]
    for drawing in file.drawings:
        alt = drawing.alt.strip()
        if not alt or drawing.decorative or _fault(drawing) or BY_MACHINE.search(alt):
            continue
        what, todo = trouble(alt)
        first = told.setdefault(fold(alt).casefold(), drawing)
        detected, count, own = detect(alt, code)
        if what:
            yield RULE.fail(f"The alternative text “{alt[:60]}” {what}.", todo, place, quote=drawing.near)
        elif fold(alt).casefold().rstrip(".") in texts:
            what = f"The alternative text “{alt[:60]}” says what stands beside the picture."
            yield RULE.review(what, "Say what the picture adds, or mark it as decorative.", place, quote=drawing.near)
        elif first is not drawing:
            what = f"Pictures {first.id} and {drawing.id} have the same alternative text, “{alt[:60]}”."
            yield RULE.review(what, "Say what each of them tells.", place, quote=drawing.near)
        elif code in LANGUAGES and detected and detected != code and own * 3 <= count:
            what = f"The alternative text “{alt[:60]}” looks like {LANGUAGES[detected]}."
            yield RULE.review(what, "Write it in the language of the text.", place, quote=drawing.near)


def _fault(drawing: WordDrawing) -> str:
    alt = drawing.alt.strip()
    if drawing.decorative:
        return f"is marked decorative, but has the alt text “{alt}”" if alt else ""
    if not alt:
        return "has no alternative text"
    if SAYS_NOTHING.fullmatch(alt):
        return f"has an alternative text that says nothing: {alt}"
    if FILE_NAME.fullmatch(alt):
        return f"has a file name as its alternative text: {alt}"
    return f"has an alternative text of {len(alt)} characters" if len(alt) > LONGEST else ""


RULE = read_rule(__name__, __doc__, check)
