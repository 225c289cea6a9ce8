"""Checks finished files by themselves, whoever made them: no document is at hand that they could be held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.check.rule import Finding, Outcome
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem

if TYPE_CHECKING:
    from page import ValidationReport

    from lessonkit.check.anypdf.facts import PdfFacts
    from lessonkit.check.anypdf.subject import Spot
    from lessonkit.check.ua1 import Broken


OURS = b'xmp:CreatorTool="lessonkit"'
"""In the metadata of a PDF, which are never compressed."""
APART = "Make both files anew from one source; or give the one that is meant to differ another name."
ENDLESS = "The PDF leads back into itself, or is larger or nested deeper than any reader can follow."


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
    from lessonkit.check.anypdf import check_any_pdf
    from lessonkit.check.conformance import read

    pages = check_with_validator(data).pages
    return Alone((*_broken_rules(data), *check_any_pdf(data, read(data))), pages)


def check_together(pdf: bytes, docx: bytes) -> Alone:
    """Where a PDF and a Word file of one name say different things. Raises LessonkitError for an unreadable file.

    Files that lessonkit made are alike; a person must judge whether others were meant to be.
    """
    from lessonkit.check import compare_files

    outcome: Outcome = "fail" if OURS in pdf else "review"
    return Alone(tuple(replace(each, outcome=outcome, todo=APART) for each in compare_files(pdf, docx)))


def check_with_validator(data: bytes) -> Alone:
    """What page-validation alone finds in a PDF. Raises LessonkitError for a file that it cannot read."""
    from page import PageError, SafetyLimitError

    from lessonkit.check.conformance import validated
    from lessonkit.check.ua1 import broken_rules

    try:
        report = validated(data, "ua1")
    except SafetyLimitError:
        raise LessonkitError(
            Problem(None, ENDLESS, "Export it again, from the document that it was made of.")
        ) from None
    except PageError as error:
        raise LessonkitError(Problem(None, f"The PDF is damaged: {error}.", "Export it again.")) from None
    return Alone(tuple(_findings(report, broken_rules(report, None))), report.document.page_count)


def _broken_rules(data: bytes) -> Iterator[Finding]:
    from lessonkit.check.conformance import faults, read, validated

    return _findings(validated(data, "ua1"), faults(data), read(data))


def _findings(report: ValidationReport, faults: Iterable[Broken], facts: PdfFacts | None = None) -> Iterator[Finding]:
    """What breaks PDF/UA-1; of a file of PDF 2.0, which is made for PDF/UA-2, that somebody has to validate it."""
    from lessonkit.check.pdf.fixes import FIXES
    from lessonkit.check.pdf.pdf_conforms_to_ua1 import NOT_VALIDATED, RULE, VALIDATE
    from lessonkit.check.pdf.plain_words import PLAIN_WORDS

    if report.document.version >= "2.0":
        yield RULE.review(NOT_VALIDATED, VALIDATE)
        return
    for fault in faults:
        what = PLAIN_WORDS.get(fault.rule, "The PDF breaks a rule of PDF/UA-1.")
        times = f", {fault.times} times" if fault.times > 1 else ""
        spot = _spot(fault, facts)
        yield RULE.fail(f"{what} Cause: {fault.cause}{times} ({fault.rule}).", FIXES.get(fault.rule, ""), **spot)


def _spot(fault: Broken, facts: PdfFacts | None) -> Spot:
    """Where a fault is seen first."""
    from lessonkit.check.anypdf.facts import Annotation
    from lessonkit.check.anypdf.subject import AnyPdf, at

    if isinstance(fault.where, int):
        return at(fault.where)
    if isinstance(fault.where, Annotation):
        return at(fault.where.page, fault.where.contents or fault.where.address, fault.where.box)
    return AnyPdf(facts).spot(fault.where) if facts else at(0)


def _docx(data: bytes) -> Alone:
    from lessonkit.check.docx import check_docx

    return Alone(tuple(check_docx(data)))


def _html(data: bytes) -> Alone:
    from lessonkit.check.html import check_html

    return Alone(tuple(check_html(data)))


CHECKS: dict[str, Callable[[bytes], Alone]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""What reads and checks a file, by its kind."""
