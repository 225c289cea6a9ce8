"""The PDF conforms to PDF/UA-1.

PDF/UA is what assistive technology relies on: a file that breaks it may be read in a wrong order, in part, or not
at all.

Passes: a tagged file with title, language, embedded fonts and a structure tree.
Fails: a page that was only drawn, without tags.
Clause: PDF/UA-1 (ISO 14289-1), all that a machine can check
"""

from __future__ import annotations

from collections.abc import Iterator

from page import PageError, ValidationFailure, validate_pdf_bytes

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.plain_words import PLAIN_WORDS
from lessonkit.check.rule import Finding, read_rule

TODO = "Report this fault: no definition should be able to cause it."


def check(subject: PdfOutput) -> Iterator[Finding]:
    try:
        failures = validate_pdf_bytes(subject.data, profile="ua1").failures
    except PageError as error:
        yield RULE.fail(f"The PDF cannot be validated: {error}.", TODO, subject.document.place)
        return
    for rule_id, cause in dict.fromkeys((failure.rule_id, _cause(failure)) for failure in failures):
        what = PLAIN_WORDS.get(rule_id, "The PDF breaks a rule of PDF/UA-1.")
        yield RULE.fail(f"{what} Cause: {cause} ({rule_id}).", TODO, subject.document.place)


def _cause(failure: ValidationFailure) -> str:
    """The validator's own words, without object numbers, so that the same fault is told once."""
    return failure.message.strip().rstrip(".")


RULE = read_rule(__name__, __doc__, check)
