"""Words in another language are marked as such in the Word file.

Read by the voice of the wrong language, a word cannot be understood, and Word marks it as a mistake.

Passes: “Cymraeg” in a run with the language cy.
Fails: the author marked “Cymraeg” as Welsh, and the file says nothing of it. For a person
to look at: Arabic letters, or French words, in a paragraph that is marked as English; English set from right to left.
Fix: In Word, select the words, Review, Language, Set Proofing Language.
Clause: EN 301 549 10.3.1.2; WCAG 2.2 SC 3.1.2; DX-E03
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from lxml import etree

from lessonkit.check.anypdf.languages import LANGUAGES, detect
from lessonkit.check.docx.names import OFF, W, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import Abbreviation, Document, Text
from lessonkit.reading import fold, inlines, walk, walk_inline

TODO = "In Word, choose Review, Language, Set Proofing Language."
CODE = re.compile(r"[A-Za-z]{1,3}(-[A-Za-z0-9]{2,8})*")
FEWEST = 3
FROM_THE_RIGHT = re.compile("[\u0590-\u06ff][\u0590-\u06ff ]{3,}")
RIGHT, FROM_THE_LEFT = re.compile("[\u0590-\u08ff]"), re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
TURNED = (f"{W}p", f"{W}r", f"{W}tbl", f"{W}bdo")
"""What `w:bidi`, `w:rtl`, `w:bidiVisual` and `w:bdo` set from right to left."""
LETTERS = {
    "Arabic": re.compile(r"[\u0600-\u06ff]"),
    "Cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Chinese": re.compile(r"[\u4e00-\u9fff]"),
}
SCRIPTS = {
    "Arabic": {"ar", "fa", "ur", "ps", "ckb", "sd", "ug"},
    "Cyrillic": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"},
    "Greek": {"el"},
    "Hebrew": {"he", "yi"},
    "Devanagari": {"hi", "mr", "ne", "sa"},
    "Chinese": {"zh", "ja", "yue"},
}
"""Languages that are written in these letters."""
Runs: TypeAlias = list[tuple[etree._Element, str]]
"""Runs and their words."""
FROM_RIGHT = SCRIPTS["Arabic"] | SCRIPTS["Hebrew"]


def check(file: WordFile) -> Iterator[Finding]:
    wanted = list(_wanted(file.source)) if file.source else []
    marked = set(_marked(file)) if wanted else set()
    for text, language in wanted:
        if (text, language) not in marked:
            yield RULE.fail(f"“{text[:40]}” is not marked as {language}.", "", file.place(text), quote=text)
    runs = [(run, raw_text(run)) for root in file.text_parts() for run in root.iter(f"{W}r")]
    yield from _other_letters(file, runs)
    yield from _other_words(file, runs)
    yield from _turned_round(file)
    yield from _unmarked_passages(file)
    yield from _no_languages(file)


def _other_letters(file: WordFile, runs: Runs) -> Iterator[Finding]:
    """Letters that the language of their words is not written in."""
    for run, text in runs:
        for script, languages in () if text.isascii() else SCRIPTS.items():
            if len(LETTERS[script].findall(text)) >= FEWEST and not _languages(file, run) & languages:
                what = f"“{fold(text)[:40]}” has {script} letters, but is not marked as a language with those."
                yield RULE.review(what, TODO, file.place(text), quote=fold(text))


def _other_words(file: WordFile, runs: Runs) -> Iterator[Finding]:
    """Runs whose language is not that of their words, and words from the right that are set from the left."""
    for run, text in ((run, fold(raw)) for run, raw in runs):
        if FROM_THE_RIGHT.search(text) and run.find(f"{W}rPr/{W}rtl") is None:
            what = f"“{text[:40]}” runs from right to left, but is not set so."
            yield RULE.review(what, "In Word, Home, Right-to-Left Text Direction.", file.place(text), quote=text)
        found = run.find(f"{W}rPr/{W}lang")
        code = "" if found is None else attribute(found, "val").lower().partition("-")[0]
        if other := _other_language(text, code):
            what = f"“{text[:40]}” is marked as {LANGUAGES[code]}, but looks like {other}."
            yield RULE.review(what, TODO, file.place(text), quote=text)


def _turned_round(file: WordFile) -> Iterator[Finding]:
    """Words from the left that are set from the right: their full stops jump to the front, and columns change sides."""
    if file.language.lower().partition("-")[0] in FROM_RIGHT:
        return
    for root in file.text_parts():
        for mark in root.iter(f"{W}bidi", f"{W}rtl", f"{W}bidiVisual", f"{W}bdo"):
            turned = _turned(mark)
            lines = () if turned is None else turned.iter(f"{W}p") if turned.tag == f"{W}tbl" else (turned,)
            text = fold(" ".join(map(raw_text, lines)))
            if len(FROM_THE_LEFT.findall(text)) >= FEWEST and not RIGHT.search(text):
                what = f"“{text[:40]}” runs from left to right, but is set from right to left."
                yield RULE.review(what, "In Word, Home, Left-to-Right Text Direction.", file.place(text), quote=text)


def _turned(mark: etree._Element) -> etree._Element | None:
    """The words, paragraph or table that a mark sets from right to left; None if it does not."""
    if attribute(mark, "val") in (*OFF, "ltr"):
        return None
    turned = next(islice(mark.iterancestors(), 1, 2), None) if mark.tag != f"{W}bdo" else mark
    return turned if turned is not None and turned.tag in TURNED else None


def _unmarked_passages(file: WordFile) -> Iterator[Finding]:
    """Paragraphs in another language than their style’s or the file’s, whose runs do not mark it."""
    usual, spoken = file.language.lower().partition("-")[0], _styles_with_language(file)
    for node, text in _passages(file):
        named = node.find(f"{W}pPr/{W}pStyle")
        own = "" if named is None else spoken.get(attribute(named, "val"), "")
        other = "" if next(node.iter(f"{W}lang"), None) is not None else _other_language(text, own or usual)
        if other:
            marked = f"is in a style for {LANGUAGES[own]}" if own else "is not marked as such"
            yield RULE.review(f"“{text[:40]}” looks like {other}, but {marked}.", TODO, file.place(text), quote=text)


def _passages(file: WordFile) -> Iterator[tuple[etree._Element, str]]:
    """Each paragraph and its words: of the body, of notes, running heads and feet."""
    body = (one for one in file.paragraphs if not one.in_note)
    for node, paragraph in zip(file.body.iter(f"{W}p"), body, strict=True):
        yield node, paragraph.text
    for root in file.text_parts():
        for node in root.iter(f"{W}p") if root is not file.body else ():
            yield node, fold(raw_text(node))


def _other_language(text: str, code: str) -> str:
    """The name of the language that these words are surely in; empty if it is this one, or cannot be told."""
    if code not in LANGUAGES:
        return ""
    detected, count, own = detect(text, code)
    return LANGUAGES[detected] if detected and detected != code and own * 3 <= count else ""


def _no_languages(file: WordFile) -> Iterator[Finding]:
    """Marks such as “english”, for which there is no voice."""
    codes = {attribute(node, "val") for root in file.text_parts() for node in root.iter(f"{W}lang")}
    for code in sorted(codes - {""}):
        if not CODE.fullmatch(code):
            yield RULE.review(f"Words are marked as “{code}”, which is no language.", TODO, file.place(""))


def _styles_with_language(file: WordFile) -> dict[str, str]:
    """The styles that name a language, or are based on one that does, and its code."""
    styles = file.part("styles")
    named = {
        attribute(node, "styleId"): attribute(language, "val").lower().partition("-")[0]
        for node in (() if styles is None else styles.iterfind(f"{W}style"))
        if (language := node.find(f"{W}rPr/{W}lang")) is not None and attribute(node, "styleId") != file.usual_style
    }
    near = {style: [one.id for one in file.ancestry(style) if one.id in named] for style in file.styles if named}
    return {style: named[found[0]] for style, found in near.items() if found}


def _languages(file: WordFile, run: etree._Element) -> set[str]:
    """The languages that a run is marked as, or the file's."""
    found = run.find(f"{W}rPr/{W}lang")
    told = [file.language] if found is None else [str(value) for value in found.attrib.values()]
    return {one.lower().partition("-")[0] for one in told}


def _marked(file: WordFile) -> Iterator[tuple[str, str]]:
    for root in file.text_parts():
        for run in root.iter(f"{W}r"):
            language = run.find(f"{W}rPr/{W}lang")
            if language is not None:
                yield fold(raw_text(run)), attribute(language, "val")


def _wanted(document: Document) -> Iterator[tuple[str, str]]:
    for block in walk(document.blocks):
        for content in inlines(block):
            for node in walk_inline(content):
                if isinstance(node, Text | Abbreviation) and node.language and fold(node.text):
                    yield fold(node.text), node.language


RULE = read_rule(__name__, __doc__, check)
