"""The process that opens files of other people: `python -m lessonkit.report.worker` answers requests, one a line.

It has limits of memory and may die of a hostile file; what it said until then holds. `sandbox.py` starts it, waits no
longer than it must, and starts another. So nothing here catches what a damaged file may raise.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from lessonkit.problems import LessonkitError
from lessonkit.report import kinds

if TYPE_CHECKING:
    from lessonkit.check.alone import Alone

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space; a file that needs more ends the process."""

Answer = dict[str, Any]


def main() -> None:
    """Answer every request on standard input, until it ends."""
    answers = _private_output()
    _limit_memory()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            for answer in WORK[request["do"]](request):
                _send(answers, answer)
        except LessonkitError as error:
            _send(answers, {"refused": [[problem.what, problem.todo] for problem in error.problems]})
        _send(answers, {"done": True})


def _private_output() -> TextIO:
    """Where answers go; whatever a library prints goes elsewhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time still has
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send(answers: TextIO, answer: Answer) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _check(request: Answer) -> Iterator[Answer]:
    """The validator's verdict and findings first, which a crash later on leaves as they are; then ours."""
    from lessonkit.check.alone import check_alone, check_with_validator

    kind = request["kind"]
    data = kinds.read(Path(request["path"]), kind)
    if kind == "pdf":
        yield from _verdicts(data)
        yield _findings(check_with_validator(data))
        yield from _second_look(data)
    yield _findings(check_alone(kind, data))


def _compare(request: Answer) -> Iterator[Answer]:
    """Where a PDF and a Word file differ."""
    from lessonkit.check.alone import check_together

    pdf, docx = (kinds.read(Path(request[kind]), kind) for kind in ("pdf", "docx"))
    yield _findings(check_together(pdf, docx))


def _findings(found: Alone) -> Answer:
    said = [[f.rule, f.outcome, f.message, f.todo, f.page, f.quote, f.box] for f in found.findings]
    return {"findings": said, "pages": found.pages}


def _second_look(data: bytes) -> Iterator[Answer]:
    from lessonkit.check.conformance import conformance

    yield {"conforms": conformance(data)}


def _verdicts(data: bytes) -> Iterator[Answer]:
    from lessonkit.check.conformance import refusal, validators_conformance

    verdicts = validators_conformance(data)
    yield {"conforms": verdicts}
    if refused := refusal(data):
        yield {"conforms": dict.fromkeys(verdicts)}
        raise refused


def _transcribe(request: Answer) -> Iterator[Answer]:
    from lessonkit.report.transcript import transcribe

    kind = request["kind"]
    yield {"lines": transcribe(kind, kinds.read(Path(request["path"]), kind, any_page=True))}


def _draw(request: Answer) -> Iterator[Answer]:
    from lessonkit.report.pictures import Mark, draw

    data = kinds.read(Path(request["path"]), "pdf")
    yield {"pages": list(draw(data, [Mark(*mark) for mark in request["marks"]]))}


WORK: dict[str, Callable[[Answer], Iterator[Answer]]] = {
    "check": _check,
    "compare": _compare,
    "transcribe": _transcribe,
    "draw": _draw,
}
"""What can be asked for."""

if __name__ == "__main__":
    main()
