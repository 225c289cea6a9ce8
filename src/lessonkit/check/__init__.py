"""Checks: rules over the definition, the document tree and each finished file.

Each folder here is one kind of subject and lists its rules as `RULES` in its `__init__.py`; a rule is one file.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lessonkit.check.rule import Finding, Rule, run

if TYPE_CHECKING:
    from lessonkit.appearance import Theme
    from lessonkit.check.outputs import Checked
    from lessonkit.check.strings.subject import Secret
    from lessonkit.document import Document
    from lessonkit.drawing import Assets
    from lessonkit.source.definition import Definition
    from lessonkit.source.library import Library

SUBJECTS = ("definition", "document", "pdf", "anypdf", "docx", "html", "pair", "strings")
"""What rules are about; each is a folder beside this file."""

FOR_A_PERSON = (
    "The tone: calm, kind, without blame or fear, and right for these readers.",
    "The facts: they are current, and each source still says so.",
    "The contacts: somebody has tried every number and opened every address.",
    "The fit: this class, these pupils and what has happened to them allow this document.",
    "The pictures: each alternative text says what the picture is for.",
    "The order: read aloud from the start, the document makes sense.",
    "The links: each leads to the page that its words name.",
    "The headings: each says what stands below it.",
    "The print: colours, size and folds hold up on the school's own printer and copier, in grey too.",
    "The sign-off: a safeguarding professional has reviewed this version.",
)
"""What no rule here can judge."""


def rules_of(subject: str) -> tuple[Rule[Any], ...]:
    """The rules about one kind of subject, imported when first asked for: a build of one format needs only its own."""
    rules: tuple[Rule[Any], ...] = import_module(f"lessonkit.check.{subject}").RULES
    return rules


def count_rules(formats: Iterable[str]) -> int:
    """How many rules a document with these formats has to pass."""
    return sum(len(rules_of(subject)) for subject in ("definition", "document")) + count_output_rules(formats)


def count_output_rules(formats: Iterable[str]) -> int:
    """How many of them are about finished files."""
    made = tuple(formats)
    pair = ("pair",) if {"pdf", "docx"} <= set(made) else ()
    return sum(len(rules_of(subject)) for subject in (*made, *pair, *(("strings",) if made else ())))


def check_definition(definition: Definition, library: Library, final: bool = False) -> list[Finding]:
    """What the rules find in a definition and the records it prints. final: nothing may wait for confirmation."""
    from lessonkit.check.sources import Sources

    return run(rules_of("definition"), Sources(definition, library, final))


def check_document(document: Document, theme: Theme, assets: Assets | None = None) -> list[Finding]:
    """What the rules find in a document tree and the theme it will be drawn in, and in its pictures."""
    from lessonkit.check.subjects import Designed

    return run(rules_of("document"), Designed(document, theme, assets))


def compare_files(pdf: bytes, docx: bytes) -> list[Finding]:
    """Where a PDF and a Word file say different things. Raises LessonkitError for a file that cannot be read."""
    from lessonkit.check.pair import compare_files as compare

    return compare(pdf, docx)


def withheld_from_readers(definition: Definition, library: Library) -> tuple[Secret, ...]:
    """What no file of a definition may say; nothing for adults."""
    from lessonkit.check.strings.secrets import secrets_of

    return secrets_of(definition, library)


def check_outputs(
    document: Document, theme: Theme, files: dict[str, bytes], secrets: tuple[Secret, ...] = ()
) -> Checked:
    """What the rules find in finished files; the keys are file names such as `talk-leaflet-print.pdf`.

    secrets: what none of them may say.
    """
    from lessonkit.check.outputs import check_files

    return check_files(document, theme, files, secrets)
