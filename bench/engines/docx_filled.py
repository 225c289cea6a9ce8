"""docxtpl: a template that python-docx has written once, in which only the school's name is filled in."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from bench import content
from bench.engines.docx_plain import saved, write

MARK = "{{ school }}"


class Filled:
    """A template, filled in for each school."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.template = saved(write(work, MARK, pictures))

    def build(self, school: str) -> bytes:
        """The document for this school."""
        template = DocxTemplate(BytesIO(self.template))
        template.render({"school": school}, autoescape=True)
        buffer = BytesIO()
        template.save(buffer)
        return buffer.getvalue()


def open_engine(work: content.Work, pictures: Path) -> Filled:
    """Docxtpl with this document as its template."""
    return Filled(work, pictures)
