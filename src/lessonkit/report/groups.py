"""Findings sorted for whoever has to act: by urgency, then by rule, so that reasons are told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lessonkit.check.rule import Finding, Rule
from lessonkit.dataclass import dataclass
from lessonkit.problems import Place
from lessonkit.report.clauses import URGENCY, clauses_of, urgency
from lessonkit.report.model import FileReport, Report
from lessonkit.report.rulebook import rule_of

REVIEW = "For a person to judge: sign each one; none of them counts as passed"
"""The heading over what no machine decides."""

Found = tuple[FileReport, Finding]

MOST = 20
"""How often the same is told of one file; of three thousand empty pages, nobody reads more."""


@dataclass(frozen=True, slots=True)
class OfRule:
    """What one rule found."""

    rule: Rule[Any]
    found: tuple[Found, ...]

    @property
    def shown(self) -> tuple[Found, ...]:
        """What is told one by one."""
        return tuple(found for number, found in _counted(self.found) if number <= MOST)

    @property
    def more(self) -> tuple[str, ...]:
        """What is left, in a sentence for each file."""
        left: dict[tuple[str, str], list[Found]] = {}
        for number, found in _counted(self.found):
            if number > MOST:
                left.setdefault(_kind(found), []).append(found)
        return tuple(
            f"{ones[0][0].path}: {len(ones):,} more, such as: {ones[0][1].message} The report in JSON names each."
            for ones in left.values()
        )

    @property
    def clauses(self) -> tuple[str, ...]:
        """What demands the rule."""
        return clauses_of(self.rule, self.found[0][0].kind)


def _counted(found: Iterable[Found]) -> Iterator[tuple[int, Found]]:
    """Each finding with which of its like in its file it is, from 1."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in found:
        seen[_kind(one)] += 1
        yield seen[_kind(one)], one


def _kind(one: Found) -> tuple[str, str]:
    """What findings of one rule have in common: the file, and the message without its figures."""
    return one[0].path, re.sub(r"\d+", "0", one[1].message)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that are equally urgent."""

    heading: str
    is_review: bool
    rules: tuple[OfRule, ...]


def groups(report: Report) -> tuple[Group, ...]:
    """All findings, the most urgent first, new ones before those that remain; what a person must judge comes last."""
    found = sorted(report.findings(), key=lambda one: report.state(*one) == "remaining")
    fails = [(file, finding) for file, finding in found if finding.outcome == "fail"]
    made = [
        Group(heading, False, _by_rule(one for one in fails if urgency(rule_of(one[1].rule), one[1]) == rank))
        for rank, heading in enumerate(URGENCY)
    ]
    made.append(Group(REVIEW, True, _by_rule(one for one in found if one[1].outcome == "review")))
    return tuple(group for group in made if group.rules)


def _by_rule(found: Iterable[Found]) -> tuple[OfRule, ...]:
    by_rule: dict[str, list[Found]] = {}
    for file, finding in found:
        by_rule.setdefault(finding.rule, []).append((file, finding))
    return tuple(OfRule(rule_of(name), tuple(ones)) for name, ones in by_rule.items())


def where(file: FileReport, finding: Finding) -> str:
    """The author's line; else the file with the page and the words it is about."""
    if finding.place and finding.place.file:
        return str(finding.place)
    page = f", page {finding.page}" if finding.page else ""
    quote = f", at “{shortened(finding.quote)}”" if finding.quote else ""
    return f"{file.path}{page}{quote}"


def told(file: FileReport, finding: Finding) -> str:
    """What to do about this finding, beyond what its rule says of all.

    What the rules on Word files say is for authors of definitions; other people's files are mended in Word.
    """
    is_of_word = file.kind == "docx" and finding.rule.startswith("word-")
    return "" if is_of_word and rule_of(finding.rule).fix else finding.todo


def how(file: FileReport, finding: Finding) -> str:
    """How to mend it: in the definition, in Word or in Acrobat."""
    rule = rule_of(finding.rule)
    return told(file, finding) or rule.fix


def line_of(finding: Finding) -> Place | None:
    """The author's line, if it is known."""
    return finding.place if finding.place and finding.place.file else None


def shortened(text: str, most: int = 80) -> str:
    """A text in one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} …"
