"""Words in another language are marked as such in the Word file.

Read by the voice of the wrong language, a word cannot be understood, and Word marks it as a mistake.

Passes: “Cymraeg” in a run with the language cy.
Fails: the author marked “Cymraeg” as Welsh, and the file says nothing of it.
Fix: In Word, select the words, Review, Language, Set Proofing Language.
Clause: EN 301 549 10.3.1.2; WCAG 2.2 SC 3.1.2; DX-E03
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.names import W, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.document import Abbreviation, Document, Text
from lessonkit.reading import fold, inlines, walk, walk_inline


def check(file: WordFile) -> Iterator[Finding]:
    marked = set(_marked(file))
    for text, language in _wanted(file.source) if file.source else ():
        if (text, language) not in marked:
            yield RULE.fail(f"“{text[:40]}” is not marked as {language}.", "", file.place(text))


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
