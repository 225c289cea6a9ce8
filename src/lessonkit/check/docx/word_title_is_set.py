"""The Word file has the document's title in its properties.

Screen readers and search read the title property first; without it people hear a file name.

Passes: dc:title is “Maya’s film: a lesson plan”.
Fails: dc:title is empty, or “maya-film.docx”, or “Untitled”. For a person to look at: a title that has no word in
common with the headings.
Fix: In Word, File, Info, Title.
Clause: EN 301 549 10.2.4.2; WCAG 2.2 SC 2.4.2; DX-E01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FILE_NAME = re.compile(
    r".+\.(docx?|dotx?|docm|pdf|odt|rtf)|\S+[_-]\S*(v\d|final|copy|\d)\S*|microsoft word - .*|(document|dokument)\d*",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"untitled( document)?|title|word document|new microsoft word document|titel|(new|blank) document|layout ?\d+",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{4,}")
STEM, BEGINNING = 5, 6
TODO = "Give the document a `title`."


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    if not file.title:
        yield RULE.fail("The Word file has no title.", TODO, place)
    elif NO_TITLE.fullmatch(file.title):
        yield RULE.fail(f"The title of the Word file says nothing: {file.title}.", TODO, place)
    elif FILE_NAME.fullmatch(file.title) or (file.source and file.title == file.source.name):
        yield RULE.fail(f"The title of the Word file is a file name: {file.title}.", TODO, place)
    elif file.source and file.title != file.source.title:
        yield RULE.fail(f"The Word file is titled “{file.title}”, not “{file.source.title}”.", "", place)
    elif not file.source and _is_of_another(file):
        what = f"The title in the properties, “{file.title}”, seems to be that of another document."
        yield RULE.review(what, "In Word, choose File, Info, Title.", quote=file.title)


def _is_of_another(file: WordFile) -> bool:
    """True if no word of the title stands in the headings or at the beginning of the text."""
    words = _stems(file.title)
    headings = [one.text for _, one in file.headings()]
    beginning = [one.text for one in file.paragraphs if one.text][:BEGINNING]
    text = _stems(" ".join((*headings, *beginning, file.subject)))
    return len(words) > 1 and len(text) > BEGINNING and not words & text


def _stems(text: str) -> set[str]:
    """The beginnings of its longer words, as far as it has words with small letters and capitals."""
    return {word[:STEM] for word in WORD.findall(text.casefold()) if word != word.upper()}


RULE = read_rule(__name__, __doc__, check)
