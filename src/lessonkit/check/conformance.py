"""Whether a PDF conforms to the standards that page-validation knows: its verdict, and nothing but its verdict."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from page import PageError, ParseError, ValidationReport, validate_pdf_bytes
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

PROFILES = {"pdf/a-2a": "2a", "pdf/ua-1": "ua1"}
"""What reports call a standard, and what the validator calls it; last the one whose report is asked for again."""


def conformance(data: bytes) -> dict[str, bool | None]:
    """True or false for each standard of PROFILES; None where the validator gives up."""
    return {standard: _verdict(data, profile) for standard, profile in PROFILES.items()}


def _verdict(data: bytes, profile: str) -> bool | None:
    try:
        return validated(data, profile).is_compliant
    except ParseError:  # what is no readable PDF conforms to nothing
        return False
    except PageError:
        return None


@lru_cache(maxsize=1)
def validated(data: bytes, profile: str) -> ValidationReport:
    """The validator's report on a file; the last one is kept, for whoever asks next. Raises PageError without one."""
    return validate_pdf_bytes(data, profile=profile)


def needs_password(data: bytes) -> bool:
    """Whether a PDF opens only with a password; then nobody has judged what it says."""
    if b"/Encrypt" not in data:
        return False
    try:
        reader = PdfReader(BytesIO(data))
        return reader.is_encrypted and not reader.decrypt("")
    except (PyPdfError, DependencyError, NotImplementedError):  # a cipher that pypdf does not know
        return False
