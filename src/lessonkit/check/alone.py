"""Checks a finished file by itself, whoever made it: no document is at hand that it could be held against."""

from __future__ import annotations

from collections.abc import Callable

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem

CONFORMS = "pdf-conforms-to-ua1"


@dataclass(frozen=True, slots=True)
class Alone:
    """What the rules found in a file, and how many pages it has (0 where that is not known)."""

    findings: tuple[Finding, ...]
    pages: int = 0


def check_alone(kind: str, data: bytes) -> Alone:
    """What the rules find in a file of this kind (`pdf`, `docx`, `html`), each finding once.

    Raises LessonkitError for a file that cannot be read. A damaged file may make it fail in any way: call it in a
    process of its own.
    """
    found = CHECKS[kind](data)
    return Alone(tuple(dict.fromkeys(found.findings)), found.pages)


def _pdf(data: bytes) -> Alone:
    from page import PageError, validate_pdf_bytes

    from lessonkit.check.anypdf import check_any_pdf
    from lessonkit.check.pdf.plain_words import PLAIN_WORDS

    try:
        report = validate_pdf_bytes(data, profile="ua1")
    except PageError as error:
        raise LessonkitError(Problem(None, f"The PDF is damaged: {error}.", "Export it again.")) from None
    # The validator's own words, without object numbers, so that the same fault is told once.
    causes = dict.fromkeys((failure.rule_id, failure.message.strip().rstrip(".")) for failure in report.failures)
    told = ((PLAIN_WORDS.get(rule, "The PDF breaks a rule of PDF/UA-1."), cause, rule) for rule, cause in causes)
    findings = (Finding(CONFORMS, "fail", f"{what} Cause: {cause} ({rule}).") for what, cause, rule in told)
    return Alone((*findings, *check_any_pdf(data)), report.document.page_count)


def _docx(data: bytes) -> Alone:
    from lessonkit.check.docx import check_docx

    return Alone(tuple(check_docx(data)))


def _html(data: bytes) -> Alone:
    from lessonkit.check.html import check_html

    return Alone(tuple(check_html(data)))


CHECKS: dict[str, Callable[[bytes], Alone]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""What reads and checks a file, by its kind."""
