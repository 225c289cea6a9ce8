"""What a Word file says: its body, with each note after the paragraph that calls it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile, WordTable
from lessonkit.check.pair.spoken import INSIDE, Spoken, by_language, split
from lessonkit.reading import fold


def spoken_by_word(file: WordFile) -> Spoken:
    """What this Word file says to a reader."""
    pictures = (drawing for drawing in file.drawings if drawing.part in _parts(file))
    links = (link for paragraph in file.paragraphs for link in paragraph.links)
    return Spoken(
        title=fold(file.title),
        language=file.language,
        text=split(file.lines()),
        headings=tuple((level, paragraph.text) for level, paragraph in file.headings() if paragraph.text),
        alts=tuple(fold(picture.alt) for picture in pictures if picture.alt and not picture.decorative),
        links=tuple(
            (link.text, INSIDE if link.target[:1] in ("#", "") else link.target) for link in links if link.text
        ),
        tables=tuple(_header_words(table) for table in file.tables),
        foreign=by_language(_marked_in_word(file), file.language),
    )


def _parts(file: WordFile) -> tuple[str, ...]:
    """The names of the parts with the words of the text: the body and its notes."""
    return tuple(name for name in (file.main, file.names.get("footnotes", "")) if name)


def _header_words(table: WordTable) -> tuple[str, ...]:
    cells = (row.cells if row.is_header else row.cells[:1] if table.first_column else () for row in table.rows)
    return tuple(cell for row in cells for cell in row if cell)


def _marked_in_word(file: WordFile) -> Iterator[tuple[str, str]]:
    for part in _parts(file):
        for run in file.trees[part].iter(f"{W}r"):
            yield _language(run), raw_text(run)


def _language(run: etree._Element) -> str:
    found = run.find(f"{W}rPr/{W}lang")
    return "" if found is None else attribute(found, "val")
