"""Checks finished files: each is read back from its bytes and held against the document it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lessonkit.appearance import Theme
from lessonkit.check.rule import Finding, run
from lessonkit.dataclass import dataclass
from lessonkit.document import Document
from lessonkit.problems import LessonkitError


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in all files of a document, and how many pages its PDF has."""

    findings: list[Finding]
    pages: int = 0
    """Of the reading edition; 0 without a PDF."""


def check_files(document: Document, theme: Theme, files: dict[str, bytes]) -> Checked:
    """What the rules find in finished files, by file name; each finding names its file."""
    findings, pages = [], 0
    for name, data in files.items():
        stem, _, kind = name.rpartition(".")
        try:
            checked = CHECKS[kind](document, data)
        except LessonkitError as error:
            checked = Checked([Finding(f"{kind}-can-be-read", "fail", p.what, p.todo, p.place) for p in error.problems])
        findings += [replace(found, message=f"{name}: {found.message}") for found in dict.fromkeys(checked.findings)]
        pages = checked.pages or pages if stem == document.name else pages
    return Checked(findings, pages)


def _pdf(document: Document, data: bytes) -> Checked:
    from lessonkit.check.pdf import RULES
    from lessonkit.check.pdf.output import PdfOutput
    from lessonkit.check.pdf.read import read_pdf

    pdf = read_pdf(data)
    return Checked(run(RULES, PdfOutput(pdf, document, data)), pdf.pages)


def _docx(document: Document, data: bytes) -> Checked:
    from lessonkit.check.docx import check_docx

    return Checked(check_docx(data, document))


def _html(document: Document, data: bytes) -> Checked:
    from lessonkit.check.html import check_html

    return Checked(check_html(data, document))


CHECKS: dict[str, Callable[[Document, bytes], Checked]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""What reads and checks a file, by the ending of its name."""
