"""What the rules say of themselves, for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from lessonkit.check.rule import Rule
from lessonkit.report.clauses import clauses_of
from lessonkit.report.rulebook import GROUPS, find_rule, rulebook, rules_like

WIDTH = 100


def listing() -> Iterator[str]:
    """Every rule in a line, subject by subject."""
    rules = rulebook().values()
    for subject, heading in GROUPS.items():
        yield f"{heading}:"
        yield from (f"  {rule.id}: {rule.title}" for about, rule in rules if about == subject)
        yield ""
    yield "`lessonkit explain RULE` says why a rule is there, with examples."


def demanded_by(clause: str) -> list[Rule[Any]]:
    """The rules that a clause demands, however much of its name is typed: `1.4.3`, `WCAG 1.4.3`, `28-012`."""
    wanted = _words(clause)
    if not any(sign.isdigit() for sign in clause):
        return []
    return [
        rule
        for subject, rule in rulebook().values()
        if any(wanted <= _words(named) for named in clauses_of(rule, subject))
    ]


def _words(clause: str) -> set[str]:
    return set(re.findall(r"[^\s,;()]+", clause.upper()))


def explanation(wanted: str, width: int = WIDTH) -> Iterator[str]:
    """All that a rule says of itself, or the rules that have such a part in their name or follow from such a clause.

    Raises LessonkitError for a rule that does not exist.
    """
    if alike := rules_like(wanted) or demanded_by(wanted):
        yield from (f"{rule.id}: {rule.title}" for rule in alike)
        return
    subject, rule = find_rule(wanted)
    told = {
        "About": GROUPS[subject].lower(),
        "Why": rule.why,
        "Passes": rule.passes,
        "Fails": rule.fails,
        "To mend a file": rule.fix,
        "Demanded by": "; ".join(clauses_of(rule, subject)),
    }
    yield rule.id
    yield from wrap(rule.title, width)
    for label, text in told.items():
        if text:
            yield ""
            yield from wrap(f"{label}: {text}", width, subsequent_indent="  ")
