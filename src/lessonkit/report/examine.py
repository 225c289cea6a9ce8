"""Checks files that anybody may have made: each is opened in the sandbox, and ends in findings or in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lessonkit.check.rule import Finding, Outcome
from lessonkit.problems import LessonkitError, Place, Problem, raise_if_any
from lessonkit.report.kinds import ENDINGS
from lessonkit.report.model import READABLE, FileReport
from lessonkit.report.sandbox import TIME_LIMIT_S, Sandbox, in_sandboxes

STANDARDS = ("pdf/ua-1", "pdf/a-2a")
"""What `conforms` speaks of."""

AGAIN = "Open it in the program it was made with, and save or export it again."

ENDS = {
    "slow": (
        f"Reading it was stopped after {TIME_LIMIT_S:.0f} seconds: the file is damaged, or much too long.",
        "Divide it, or export it again from where it was made; then check that.",
    ),
    "died": (
        "Reading it failed: the file is damaged, or needs far more memory than a document should.",
        "Open it in the program it was made with and export it again; then check that.",
    ),
}
"""What is said of a file whose reading did not come to its end."""


def examine(paths: Sequence[Path], time_limit_s: float = TIME_LIMIT_S) -> Iterator[FileReport]:
    """What was found in each file, in their order; in a PDF also where its Word file, if there, says otherwise."""
    twins = word_twins(paths)
    return in_sandboxes(lambda path, sandbox: _examine(path, twins.get(path), sandbox), paths, time_limit_s)


def word_twins(paths: Sequence[Path]) -> dict[Path, Path]:
    """The Word file with the same name in the same folder, by PDF."""
    of_kind = {kind: [path for path in paths if ENDINGS[path.suffix.lower()] == kind] for kind in ("pdf", "docx")}
    words = {path.with_suffix(""): path for path in of_kind["docx"]}
    return {path: words[path.with_suffix("")] for path in of_kind["pdf"] if path.with_suffix("") in words}


def _examine(path: Path, twin: Path | None, sandbox: Sandbox) -> FileReport:
    kind = ENDINGS[path.suffix.lower()]
    answer, end = sandbox.ask(do="check", path=str(path), kind=kind)
    findings = [_finding(*said) for said in answer.get("findings", ())]
    findings += [Finding(READABLE, "fail", printable(what), todo or AGAIN) for what, todo in answer.get("refused", ())]
    if end != "done":
        findings.append(Finding(READABLE, "fail", *ENDS[end]))
    elif twin is not None:
        # What keeps one of the two from being read is said where that file is reported.
        compared, _ = sandbox.ask(do="compare", pdf=str(path), docx=str(twin))
        findings += [_finding(*said) for said in compared.get("findings", ())]
    verdicts = dict.fromkeys(STANDARDS) | answer.get("conforms", {})
    return FileReport(printable(path.as_posix()), kind, tuple(findings), verdicts, answer.get("pages", 0))


def transcript_of(path: Path, sandbox: Sandbox) -> list[str]:
    """What a screen reader would say of a file. Raises LessonkitError for one that cannot be read."""
    if path.is_dir():
        raise LessonkitError(Problem(Place(str(path)), "This is a folder, not a file.", "Name the file in it."))
    if path.suffix.lower() not in ENDINGS and not path.exists():
        todo = "Look at its name and its folder; a document has to be built first, such as `output/talk-leaflet.pdf`."
        raise LessonkitError(Problem(Place(str(path)), "There is no such file.", todo))
    if path.suffix.lower() not in ENDINGS:
        todo = "There are transcripts of PDF, Word (.docx) and HTML files."
        raise LessonkitError(Problem(Place(str(path)), "What this file holds is not known.", todo))
    answer, end = sandbox.ask(do="transcribe", path=str(path), kind=ENDINGS[path.suffix.lower()])
    said = [(what, todo or AGAIN) for what, todo in answer.get("refused", ())] + ([] if end == "done" else [ENDS[end]])
    raise_if_any(Problem(Place(str(path)), what, todo) for what, todo in said)
    return [printable(line) for line in answer["lines"]]


def _finding(
    rule: str, outcome: Outcome, message: str, todo: str, page: int, quote: str, box: list[float] | None
) -> Finding:
    spot = (box[0], box[1], box[2], box[3]) if box else None
    return Finding(rule, outcome, printable(message), todo, None, page, printable(quote), spot)


def printable(text: str) -> str:
    """The text with a sign in place of what would move a cursor, change a terminal or not be UTF-8 at all."""
    return NOT_PRINTABLE.sub("\ufffd", text)


NOT_PRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
