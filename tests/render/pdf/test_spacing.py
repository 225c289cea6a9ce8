"""Letters and words that a style sets apart: wider lines, whole letters, and the same words for every reader."""

from __future__ import annotations

import io
from dataclasses import replace

import page
import pypdfium2
import pytest
from pypdf import PdfReader

from lessonkit.appearance import Theme
from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.document import Document, Paragraph, Strong, Text
from lessonkit.fallback import faces
from lessonkit.fonts import writing
from lessonkit.reading import reading_lines
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.pages import lay_out_pages
from lessonkit.render.pdf.pieces import Run
from lessonkit.render.pdf.shape import shape
from lessonkit.render.pdf.tagging import structure
from render.every_node import ASSETS, LONG, RICH, THEME
from render.pdf.galleys import document, paragraph, pieces

WIDE = 0.12
"""Of the type size: as far as readers must be able to set letters apart (WCAG 1.4.12)."""


def spaced(letters: float = 0.0, words: float = 0.0) -> Theme:
    styles = {name: replace(style, letter_spacing=letters, word_spacing=words) for name, style in THEME.styles.items()}
    return replace(THEME, styles=styles)


def runs(source: Document, theme: Theme) -> list[Run]:
    laid = lay_out_pages(source, structure(source), theme, ASSETS)
    return [piece for each in laid for _, _, piece in pieces(each) if isinstance(piece, Run)]


def test_each_letter_is_followed_by_room_and_each_space_by_more() -> None:
    (plain,), (wide,) = (runs(document(paragraph("home school")), spaced(*spacing)) for spacing in ((0, 0), (0.1, 0.5)))
    size = plain.look.size
    assert wide.width - plain.width == pytest.approx((len("home school") * 0.1 + 0.5) * size, abs=0.05)


def test_lines_end_where_the_wider_letters_reach_the_edge() -> None:
    source = document(paragraph("tell a trusted adult what you have seen online " * 6))
    plain, wide = runs(source, THEME), runs(source, spaced(WIDE, 0.16))
    edge = 130 * 72 / 25.4
    assert len(wide) > len(plain)
    assert max(run.width for run in wide) <= edge + 0.01


def test_letters_that_are_set_apart_are_no_ligatures() -> None:
    face = faces(THEME)["regular"]
    joined, apart = shape(face, "office"), shape(face, "office", writing("", "", "ltr", WIDE))
    assert len(apart.glyphs) == len("office")
    assert apart.width > joined.width + 6 * WIDE - 0.1


@pytest.mark.parametrize("word", ["e\u0301te\u0301", "x\u0331", "क्षत्रिय", "র্কো", "שָׁלוֹם"])
def test_marks_stay_on_their_bases(word: str) -> None:
    (stretch,) = faces(THEME).stretches(word, "regular", "")
    face, written = faces(THEME)[stretch.font], stretch.written
    wide = writing(written.language, written.script, written.direction, 0.5)
    assert _steps(face.shape(word, wide)) == _steps(face.shape(word, written))
    offsets = [(glyph.text, round(glyph.rise)) for glyph in shape(face, word, written).glyphs]
    assert [(glyph.text, round(glyph.rise)) for glyph in shape(face, word, wide).glyphs] == offsets
    clusters = {glyph.cluster for glyph in face.shape(word, written) if glyph.advance}
    more = shape(face, word, wide).width - shape(face, word, written).width
    assert more == pytest.approx(0.5 * len(clusters), abs=0.01)


def _steps(glyphs: tuple) -> list[int]:
    return [glyph.id for glyph in glyphs]


def test_joined_letters_are_never_torn_apart() -> None:
    (arabic,) = faces(THEME).spaced(WIDE, 0.3).stretches("سلام", "regular", "ar")
    assert (arabic.written.letters, arabic.written.words) == (0.0, 0.3)


def test_a_page_with_letters_set_apart_conforms_and_reads_back_as_written() -> None:
    source = document(
        paragraph("efficient offices affect fjords, 0800 1111"),
        Paragraph((Strong((Text("e\u0301te\u0301 and "),)), Text("سلام עולם", "ar"))),
    )
    data = render_pdf(source, spaced(0.2, 0.3), ASSETS)[""]
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, report.failures
    assert read_back(data) == reading_lines(source)


def test_other_readers_find_whole_words() -> None:
    source = document(paragraph("Tell someone you trust. They can help you block and report."))
    data = render_pdf(source, spaced(0.35, 0.6), ASSETS)[""]
    texts = (
        pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range(),
        PdfReader(io.BytesIO(data)).pages[0].extract_text(),
    )
    for text in texts:
        assert " ".join(text.split()) == "Tell someone you trust. They can help you block and report."


@pytest.mark.parametrize("source", [LONG, RICH], ids=["long", "rich"])
def test_every_kind_of_content_is_set_apart_and_keeps_its_words(source: Document) -> None:
    data = render_pdf(source, spaced(WIDE, 0.16), ASSETS)[""]
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert read_back(data) == reading_lines(source)
    plain = render_pdf(source, THEME, ASSETS)[""]
    assert _narrowest(data) > _narrowest(plain) + 0.9 * 1000 * WIDE


def _narrowest(data: bytes) -> float:
    """The least advance of a letter in any font of a file, in thousandths of its size."""
    fonts = PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"]
    arrays = [fonts[name]["/DescendantFonts"][0]["/W"] for name in fonts]
    return min(float(width) for array in arrays for group in array[1::2] for width in group if width > 0)
