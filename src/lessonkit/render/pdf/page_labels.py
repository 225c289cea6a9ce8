"""Page labels: what a reader's window calls each page (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lessonkit.render.pdf.structure import text_string

NUMBERED = re.compile(r"(.*?)([1-9][0-9]*)", re.DOTALL)


def page_labels(labels: Sequence[str]) -> str:
    """The number tree of pages' labels; a page without one is called by its place in the file."""
    entries: list[str] = []
    expected = ("", 0)
    for page, label in enumerate(labels):
        numbered = NUMBERED.fullmatch(label or str(page + 1))
        if not numbered:
            entries.append(f"{page}<</P{text_string(label)}>>")
            expected = ("", 0)
            continue
        prefix, number = numbered[1], int(numbered[2])
        if (prefix, number) != expected:
            start = f"/St {number}" if number > 1 else ""
            entries.append(f"{page}<<{f'/P{text_string(prefix)}' if prefix else ''}/S/D{start}>>")
        expected = (prefix, number + 1)
    return f"<</Nums[{''.join(entries)}]>>"
