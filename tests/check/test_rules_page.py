"""docs/rules.md says what every rule says of itself; `make update` writes it again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lessonkit.check import FOR_A_PERSON, SUBJECTS, rules_of
from lessonkit.check.rule import Rule

HEADINGS = {
    "definition": "What an author writes",
    "document": "The document, before anything is drawn",
    "pdf": "The finished PDF",
    "anypdf": "Any PDF, whoever made it",
    "docx": "The finished Word file",
    "html": "The finished web page",
    "pair": "The PDF and the Word file, held against each other",
    "strings": "Every string in what pupils get",
}

OPENING = """\
# Rules

What every build checks. A finding either stops the document or asks a person to look; the table at the end of a build
counts both. This page is made from the rules themselves: `make update` writes it again.
"""


def test_page_of_rules_is_what_the_rules_say(project: Path, golden: Callable[[Path, str], None]) -> None:
    golden(project / "docs" / "rules.md", "\n".join(page()))


def page() -> Iterator[str]:
    yield OPENING
    yield "## What a person still has to check\n\nMachine checks passed does not mean more than that.\n"
    yield from (f"- {plain(point)}" for point in FOR_A_PERSON)
    yield ""
    for subject in SUBJECTS:
        yield f"## {HEADINGS[subject]}\n"
        for rule in rules_of(subject):
            yield from entry(rule)


def entry(rule: Rule[Any]) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"**{plain(rule.title)}** {plain(rule.why)}\n"
    yield f"- passes: {plain(rule.passes)}"
    yield f"- fails: {plain(rule.fails)}"
    if rule.fix:
        yield f"- to mend a file: {plain(rule.fix)}"
    yield f"- demanded by: {plain(rule.clause)}\n"


def plain(text: str) -> str:
    """Text whose characters Markdown would take for its own are escaped."""
    return "".join(f"\\{character}" if character in "\\<>*_[]`" else character for character in text)
