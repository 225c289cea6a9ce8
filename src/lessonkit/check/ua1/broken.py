"""A rule of PDF/UA-1 that a file breaks, by the name that the validator has for it."""

from __future__ import annotations

from typing import NamedTuple


class Broken(NamedTuple):
    """One fault."""

    rule: str
    """The validator's name: `PDFUA1-CONTENT-TAGGING-001`."""
    cause: str
    """What in the file breaks it, without its full stop."""


def rule(name: str) -> str:
    """The whole name of a rule."""
    return f"PDFUA1-{name}-001"
