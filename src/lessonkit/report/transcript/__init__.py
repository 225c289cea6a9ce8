"""What a screen reader would say of a file, page by page, and how two files differ in that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from lessonkit.report.transcript.heard import Heard


def transcribe(kind: str, data: bytes) -> list[str]:
    """The lines that a screen reader would say of a file of this kind (`pdf`, `docx`, `html`).

    Raises LessonkitError for a file that cannot be read.
    """
    from lessonkit.report.transcript.speech import spoken

    return list(spoken(READERS[kind](data)))


def _pdf(data: bytes) -> Heard:
    from lessonkit.report.transcript.pdf import hear_pdf

    return hear_pdf(data)


def _docx(data: bytes) -> Heard:
    from lessonkit.report.transcript.word import hear_word

    return hear_word(data)


def _html(data: bytes) -> Heard:
    from lessonkit.report.transcript.web import hear_page

    return hear_page(data)


READERS: dict[str, Callable[[bytes], Heard]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""What reads a file, by its kind."""


def comparable(lines: Sequence[str]) -> list[str]:
    """The lines without those that say which page begins: only a PDF has pages."""
    return [line for line in lines if not PAGE.fullmatch(line.strip())]


PAGE = re.compile(r"Page \d+")
AROUND = 2
"""How many lines that both have are shown before and after a difference."""


def differences(one: Sequence[str], other: Sequence[str], names: tuple[str, str]) -> Iterator[str]:
    """How two transcripts differ, in words; nothing if they say the same."""
    for group in SequenceMatcher(None, one, other, autojunk=False).get_grouped_opcodes(AROUND):
        yield ""
        for step, first, last, start, end in group:
            if step == "equal":
                yield from (f"  In both: {line.strip()}" for line in one[first:last])
                continue
            yield from (f"- Only in {names[0]}: {line.strip()}" for line in one[first:last])
            yield from (f"+ Only in {names[1]}: {line.strip()}" for line in other[start:end])
