"""A report as plain text for a terminal: findings first by urgency, then what is left to a person."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper

from lessonkit.check import FOR_A_PERSON
from lessonkit.report.groups import Group, OfRule, groups, told, where
from lessonkit.report.model import KINDS, VERDICTS, FileReport, Report

HEADS = ("File", "Kind", "Verdict", "To mend", "To judge", "PDF/UA-1")
WIDTH = 110
"""Of a line of words, where the terminal is not narrower."""


def rows(report: Report) -> list[tuple[str, ...]]:
    """The table of files, without its heads."""
    return [_row(file) for file in report.files]


def _row(file: FileReport) -> tuple[str, ...]:
    conforms = {True: "conforms", False: "does not", None: "-"}[file.conforms.get("pdf/ua-1")]
    counts = (str(len(file.fails)), str(len(file.reviews)))
    return (file.name or file.path, KINDS[file.kind], VERDICTS[file.verdict], *counts, conforms)


def lines(report: Report, width: int = WIDTH) -> Iterator[str]:
    """What stands below the table, line by line."""
    for group in groups(report):
        yield from ("", *_wrapped(group.heading, width, ""), "")
        for one in group.rules:
            yield from _rule(report, one, group, width)
    yield from _since(report, width)
    yield from ("", closing(report))
    for point in FOR_A_PERSON:
        yield from _wrapped(f"- {point}", width, "")


def _since(report: Report, width: int) -> Iterator[str]:
    """What has changed since the earlier report."""
    if report.since is None:
        return
    counts = f"{len(report.since.new)} new, {len(report.since.remaining)} remaining, {len(report.since.fixed)} fixed"
    yield from ("", f"Since the earlier report: {counts}.")
    for path, rule, message, _ in report.since.fixed:
        yield from _wrapped(f"- fixed: {path}: {message} [{rule}]", width, "    ")


def closing(report: Report) -> str:
    """What may be said of all files together, and no more than that."""
    fails = sum(len(file.fails) for file in report.files)
    said = f"{fails} to mend." if fails else "Machine checks passed."
    return f"{said} A person still has to check:"


def _rule(report: Report, one: OfRule, group: Group, width: int) -> Iterator[str]:
    yield from _wrapped(f"{one.rule.title} [{one.rule.id}]", width, "  ")
    yield from _wrapped(f"Why: {one.rule.why}", width, "    ")
    if one.rule.fix:
        yield from _wrapped(f"How: {one.rule.fix}", width, "    ")
    yield from _wrapped(f"Demanded by: {'; '.join(one.clauses)}", width, "    ")
    mark = "[ ]" if group.is_review else "-"
    for file, finding in one.shown:
        new = "new: " if report.state(file, finding) == "new" else ""
        said = f"{mark} {new}{where(file, finding)}: {finding.message} {told(file, finding)}"
        yield from _wrapped(said.rstrip(), width, "    ", hang=len(mark) + 1)
    for rest in one.more:
        yield from _wrapped(f"{mark} {rest}", width, "    ", hang=len(mark) + 1)
    yield ""


def _wrapped(text: str, width: int, indent: str, hang: int = 2) -> list[str]:
    """A paragraph in lines; addresses and file names stay whole."""
    lines = TextWrapper(width, indent, indent + " " * hang, break_long_words=False, break_on_hyphens=False)
    return lines.wrap(text)
