"""Checks finished files: each is read back from its bytes and held against the document it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.appearance import Theme
from lessonkit.check.rule import Finding, run
from lessonkit.dataclass import dataclass
from lessonkit.document import Document
from lessonkit.problems import LessonkitError

if TYPE_CHECKING:
    from lessonkit.check.docx.wordfile import WordFile
    from lessonkit.check.pdf.structure import PdfFile
    from lessonkit.check.strings.subject import Secret


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in all files of a document, and how many pages its PDF has."""

    findings: list[Finding]
    pages: int = 0
    """Of the reading edition; 0 without a PDF."""
    pdf: PdfFile | None = None
    """A PDF as it was read."""
    word: WordFile | None = None
    """A Word file as it was read."""


def check_files(document: Document, theme: Theme, files: dict[str, bytes], secrets: tuple[Secret, ...] = ()) -> Checked:
    """What the rules find in finished files, by file name; each finding names its file.

    secrets: what none of them may say.
    """
    findings, whole = [], Checked([])
    for name, data in files.items():
        stem, _, kind = name.rpartition(".")
        try:
            checked = CHECKS[kind](document, data)
            checked = replace(checked, findings=[*checked.findings, *_leaks(kind, data, secrets)])
        except LessonkitError as error:
            checked = Checked([Finding(f"{kind}-can-be-read", "fail", p.what, p.todo, p.place) for p in error.problems])
        findings += [replace(found, message=f"{name}: {found.message}") for found in dict.fromkeys(checked.findings)]
        if stem == document.name:
            pdf, word = checked.pdf or whole.pdf, checked.word or whole.word
            whole = Checked([], checked.pages or whole.pages, pdf, word)
    return replace(whole, findings=findings + _compared(document, whole))


def _leaks(kind: str, data: bytes, secrets: tuple[Secret, ...]) -> list[Finding]:
    """Where a file says what its readers must not get; one that says nothing secret is not searched."""
    if not secrets:
        return []
    from lessonkit.check.strings import RULES
    from lessonkit.check.strings.read import strings_in
    from lessonkit.check.strings.subject import Strings

    return run(RULES, Strings(strings_in(kind, data), secrets))


def _compared(document: Document, read: Checked) -> list[Finding]:
    """Where the PDF and the Word file differ, when there are both."""
    if read.pdf is None or read.word is None:
        return []
    from lessonkit.check.pair import RULES, Pair
    from lessonkit.check.pair.from_pdf import spoken_by_pdf
    from lessonkit.check.pair.from_word import spoken_by_word

    found = run(RULES, Pair(spoken_by_pdf(read.pdf), spoken_by_word(read.word)))
    return [replace(each, message=f"{document.name}: {each.message}", place=document.place) for each in found]


def _pdf(document: Document, data: bytes) -> Checked:
    from lessonkit.check.pdf import RULES
    from lessonkit.check.pdf.output import PdfOutput
    from lessonkit.check.pdf.read import read_pdf

    pdf = read_pdf(data)
    return Checked(run(RULES, PdfOutput(pdf, document, data)), pdf.pages, pdf=pdf)


def _docx(document: Document, data: bytes) -> Checked:
    from lessonkit.check.docx import RULES, read_docx

    word = read_docx(data, document)
    return Checked(run(RULES, word), word=word)


def _html(document: Document, data: bytes) -> Checked:
    from lessonkit.check.html import check_html

    return Checked(check_html(data, document))


CHECKS: dict[str, Callable[[Document, bytes], Checked]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""What reads and checks a file, by the ending of its name."""
