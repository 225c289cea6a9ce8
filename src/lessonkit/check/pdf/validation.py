"""Validating a PDF in this process: what page-validation finds against a profile, each fault told once."""

from __future__ import annotations

from collections.abc import Iterator

from page import PageError, validate_pdf_bytes

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.plain_words import PLAIN_WORDS
from lessonkit.check.rule import Finding, Rule

TODO = "Report this fault: no definition should be able to cause it."


def findings(rule: Rule[PdfOutput], subject: PdfOutput, profile: str, standard: str) -> Iterator[Finding]:
    """A finding for each rule of the profile (`ua1`, `2a`) that the file breaks, in plain words with the cause."""
    try:
        failures = validate_pdf_bytes(subject.data, profile=profile).failures
    except PageError as error:
        yield rule.fail(f"The PDF cannot be validated: {error}.", TODO, subject.document.place)
        return
    # The validator's own words, without object numbers, so that the same fault is told once.
    causes = ((failure.rule_id, failure.message.strip().rstrip(".")) for failure in failures)
    for rule_id, cause in dict.fromkeys(causes):
        what = PLAIN_WORDS.get(rule_id, f"The PDF breaks a rule of {standard}.")
        yield rule.fail(f"{what} Cause: {cause} ({rule_id}).", TODO, subject.document.place)
