"""lessonkit: the document tree, made for each school, then written by `render_docx`."""

from __future__ import annotations

from pathlib import Path

from bench import content
from bench.engines.kit import Kit
from lessonkit.render.docx import render_docx


class WordKit(Kit):
    """The same tree as for PDF."""

    def build(self, school: str) -> bytes:
        """The Word file for this school."""
        return render_docx(self.tree(school), self.theme, self.assets)


def open_engine(work: content.Work, pictures: Path) -> WordKit:
    """Lessonkit with this document."""
    return WordKit(work, pictures)
