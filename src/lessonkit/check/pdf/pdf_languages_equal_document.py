"""The PDF says the document's language, and that of each passage in another one.

A screen reader chooses its voice by the language.

Passes: en-GB for the file, cy for a Welsh phrase.
Fails: a file without a language; a Welsh phrase read in English.
Clause: PDF/UA-1 7.2; WCAG 2.2 SC 3.1.1, 3.1.2
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.expected import foreign
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import walk, words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    place, language = subject.document.place, subject.document.language
    if subject.pdf.language != language:
        found = subject.pdf.language or "none"
        yield RULE.fail(f"The PDF's language is {found}; the document's is {language}.", TODO, place)
    spoken = {(words(element), element.language) for element in walk(subject.pdf.root) if element.language}
    for text in foreign(subject.document):
        if (fold(text.text), text.language) not in spoken:
            yield RULE.fail(f"“{text.text}” is not marked as {text.language} in the PDF.", TODO, place)


RULE = read_rule(__name__, __doc__, check)
