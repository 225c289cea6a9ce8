"""Whether a PDF conforms to the standards that are spoken of: the verdicts, and nothing but the verdicts."""

from __future__ import annotations

from functools import lru_cache

from page import PageError, ParseError, SafetyLimits, ValidationReport, validate_pdf_bytes

from lessonkit.check.anypdf.cos import FAULTS
from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.anypdf.read import LIMITS, read_facts
from lessonkit.check.ua1 import Broken, broken_rules, second_report, with_kinds
from lessonkit.problems import LessonkitError
from lessonkit.protection import open_pdf

PAGE = "page tree node"
"""In the message of a validator that refuses pages which do not say what they are."""
SPAN = 200_000
"""Rows or columns that a cell fills."""
SAFETY = SafetyLimits(max_table_span=SPAN, max_table_grid_rows=SPAN, max_table_grid_columns=SPAN)
"""What the validator gives up at."""
PROFILES = {"pdf/a-2a": "2a", "pdf/ua-1": "ua1"}
"""What reports call a standard, and what the validator calls it."""


def conformance(data: bytes) -> dict[str, bool | None]:
    """True or false for each standard of PROFILES; None where the validator gives up."""
    verdicts = validators_conformance(data)
    if verdicts["pdf/ua-1"] is not None and b"%PDF-" in data[:1024]:
        verdicts["pdf/ua-1"] = conforms_to_ua1(data)
    return verdicts


def validators_conformance(data: bytes) -> dict[str, bool | None]:
    """The same by the validator alone, which damaged files trouble less than our own reader."""
    return {standard: _verdict(data, profile) for standard, profile in PROFILES.items()}


def conforms_to_ua1(data: bytes) -> bool | None:
    """The verdict on PDF/UA-1 after a second look."""
    try:
        return not faults(data)
    except ParseError:
        return False
    except PageError:
        return None


def _verdict(data: bytes, profile: str) -> bool | None:
    try:
        return validated(data, profile).is_compliant
    except ParseError:  # what is no readable PDF conforms to nothing
        return False
    except PageError:
        return None


@lru_cache(maxsize=len(PROFILES))
def validated(data: bytes, profile: str) -> ValidationReport:
    """The validator's report on a file; those of the last file are kept. Raises PageError without one."""
    try:
        return validate_pdf_bytes(data, profile=profile, limits=SAFETY)
    except ParseError as error:
        mended = with_kinds(data) if PAGE in str(error) else None
        if mended is None:
            raise
        return validate_pdf_bytes(mended, profile=profile, limits=SAFETY)


@lru_cache(maxsize=1)
def faults(data: bytes) -> tuple[Broken, ...]:
    """The rules of PDF/UA-1 that a file breaks; those of the last file are kept. Raises PageError without a report."""
    return broken_rules(second_report(data, validated(data, "ua1")), read(data))


@lru_cache(maxsize=1)
def read(data: bytes) -> PdfFacts | None:
    """What the file says; None where that cannot be read, or not to its end. The last one is kept."""
    try:
        facts = read_facts(data)
        return None if LIMITS.intersection(facts.faults) else facts
    except LessonkitError:  # damaged, or behind a password
        return None


def refusal(data: bytes) -> LessonkitError | None:
    """Why nobody can judge what a PDF says: it does not open for everybody. None for one that opens, or is damaged."""
    try:
        if b"/Encrypt" in data:
            open_pdf(data)
    except LessonkitError as error:
        return error
    except FAULTS:
        return None
    return None
