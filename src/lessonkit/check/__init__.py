"""Checks: rules over the definition, the document tree and each finished file.

Each folder here is one kind of subject and lists its rules as `RULES` in its `__init__.py`; a rule is one file.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from lessonkit.check.rule import Rule

SUBJECTS = ("definition", "document", "pdf", "docx", "html")
"""What rules are about; each is a folder beside this file."""


def rules_of(subject: str) -> tuple[Rule[Any], ...]:
    """The rules about one kind of subject, imported when first asked for: a build of one format needs only its own."""
    rules: tuple[Rule[Any], ...] = import_module(f"lessonkit.check.{subject}").RULES
    return rules
