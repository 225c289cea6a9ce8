"""What demands a rule, one clause at a time, and how urgent that makes a finding."""

from __future__ import annotations

import re
from typing import Any

from lessonkit.check.rule import Finding, Rule
from lessonkit.report.model import READABLE

CRITERION = re.compile(r"\b([1-4]\.[1-5]\.\d{1,2})\b")
"""The number of a success criterion."""

STANDARD = re.compile(r"PDF/A|Matterhorn|ISO \d|Microsoft")
"""Names of what stands above the project's own rules."""

WORD = re.compile(r"\S+")

LEVEL_AA = frozenset(
    WORD.findall(
        "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 "
        "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
    )
)
LEVEL_AAA = frozenset(
    WORD.findall(
        "1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 "
        "2.4.10 2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9"
    )
)
"""Success criteria of WCAG 2.2 by level; all others are level A."""

NEWER = frozenset(("2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"))
"""Criteria of WCAG 2.2 that EN 301 549 3.2.1 does not have yet."""

NOT_FOR_DOCUMENTS = frozenset(("2.4.1", "2.4.5", "3.2.3", "3.2.4"))
"""Criteria that its chapter 10, on documents, leaves out."""

URGENCY = (
    "Do first: these may harm somebody, or keep some readers out",
    "Do next: these make reading hard, or break a standard",
    "Then: what lessonkit asks for beyond the standards",
)
"""What findings are grouped by, the most urgent first."""

SAFEGUARDING = frozenset(
    (
        *("contacts-are-complete", "contacts-are-exact", "contacts-suit-the-audience", "numbers-come-from-records"),
        *("disclosure-notes-are-complete", "staff-must-nots-are-complete", "nobody-is-told-to-keep-an-image"),
        *("fixed-messages-are-present", "lessons-end-with-help", "trusted-adults-are-in-two-places"),
        *("facts-suit-the-audience", "ground-rules-are-complete", "words-suit-the-audience"),
        *("nothing-for-staff-reaches-pupils", "worksheets-stay-in-school", "help-sheets-are-discreet"),
    )
)
"""Rules that protect a person: someone asks for help in vain, is blamed or found out, or is told to break the law."""


def clauses_of(rule: Rule[Any], kind: str) -> tuple[str, ...]:
    """The clauses that demand a rule; those of EN 301 549 follow from the success criteria."""
    named = tuple(part.strip() for part in rule.clause.split(";") if part.strip())
    if any("EN 301 549" in clause for clause in named):
        return named
    chapter, left_out = (9, NEWER) if kind == "html" else (10, NEWER | NOT_FOR_DOCUMENTS)
    wanted = (number for number in criteria(rule) if number not in LEVEL_AAA | left_out)
    return named + tuple(f"EN 301 549 {chapter}.{number}" for number in wanted)


def criteria(rule: Rule[Any]) -> tuple[str, ...]:
    """The numbers of the WCAG success criteria that a rule names."""
    texts = (clause for clause in rule.clause.split(";") if "WCAG" in clause)
    return tuple(dict.fromkeys(number for text in texts for number in CRITERION.findall(text)))


def urgency(rule: Rule[Any], finding: Finding) -> int:
    """The group in URGENCY that a finding belongs to."""
    named = set(criteria(rule))
    if rule.id in SAFEGUARDING:
        return 0
    if finding.rule == READABLE or named - LEVEL_AA - LEVEL_AAA or "PDF/UA" in rule.clause:
        return 0
    return 1 if named or STANDARD.search(rule.clause) else 2
