"""Letters are what they look like.

Bold letters borrowed from mathematics, and letters of a symbol font, are read as something else; characters that were
lost on the way are not read at all.

Passes: letters of the alphabet, with a style for their looks.
Fails: “isnâ€™t”; words in letters of mathematics; a word with a space of no width inside; words in Wingdings.
Fix: In Word, type the words anew, and use Home, Styles for their looks.
Clause: WCAG 2.2 SC 1.3.1, 3.1.5; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.letters import strange
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

SYMBOLS = ("wingdings", "webdings", "symbol", "marlett", "zapf dingbats")
TODO = "Type it anew."


def check(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        if what := strange(paragraph.raw):
            what = f"“{paragraph.text[:40]}” {what}."
            yield RULE.fail(what, TODO, file.place(paragraph.text), quote=paragraph.text)
    for root in file.text_parts():
        for fonts in root.iter(f"{W}rFonts"):
            run = ancestor(fonts, "r")
            text = "" if run is None else fold(raw_text(run))
            if attribute(fonts, "ascii").lower().startswith(SYMBOLS) and any(map(str.isalnum, text)):
                what = f"“{text[:40]}” is set in {attribute(fonts, 'ascii')}: letters are heard where signs are seen."
                yield RULE.fail(
                    what, "Use Insert, Symbol, or a picture with alternative text.", file.place(text), quote=text
                )


RULE = read_rule(__name__, __doc__, check)
