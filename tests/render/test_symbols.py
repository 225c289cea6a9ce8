"""Symbols beside words: never parted from them, as large as they must be, and unheard in every format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from lessonkit.check import check_document, check_outputs
from lessonkit.check.docx import read_docx
from lessonkit.check.docx.names import W
from lessonkit.document import (
    Decorative,
    Document,
    Heading,
    Icon,
    Inline,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
)
from lessonkit.edits.runs import RunReader
from lessonkit.reading import reading_lines
from lessonkit.render import FORMATS, render
from lessonkit.render.docx import render_docx
from lessonkit.render.html import render_html
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.pieces import LaidPage, Picture, Run
from lessonkit.report.transcript import comparable, transcribe
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, lay_out, pieces

BODY = THEME.styles["body"]
SENTENCE = "“", "tell", "Tell someone you trust (", "question", "ask first).”"
"""Words and the names of the symbols between them, close to quotation marks and brackets."""


def symbol(name: str, size: float = 1.3) -> Icon:
    return Icon(name, Decorative(), size=size)


def content(parts: Sequence[str]) -> Inlines:
    return tuple(symbol(part) if number % 2 else Text(part) for number, part in enumerate(parts))


def sample(*blocks: Paragraph | List) -> Document:
    return document(Heading(1, (Text("Symbols"),), "title"), *blocks, height=200)


SAMPLE = sample(
    Paragraph(content(SENTENCE)),
    Paragraph(
        (symbol("stop"), Text("Stop. "), Strong((symbol("private"), Text("Private pictures"))), Text(" stay so."))
    ),
    Paragraph((Text("Feelings: "), Icon("happy", "happy", size=2.0), Text(", "), Icon("sad", "sad", size=2.0))),
    List((ListItem((Paragraph((Text("Go "), symbol("home"), Text("home.")), "list"),)),)),
)


@pytest.mark.parametrize("kind", list(FORMATS))
def test_symbols_are_unheard_and_standing_alone_they_speak(kind: str) -> None:
    data = render(SAMPLE, THEME, ASSETS, (kind,))[f"sample.{kind}"]
    said = "\n".join(comparable(transcribe(kind, data)))
    assert "“Tell someone you trust (ask first).”" in said
    assert "Stop. Private pictures stay so." in said
    assert re.findall(r"[Pp]icture: (\w+)", said) == ["happy", "sad"]


def test_every_format_passes_its_checks() -> None:
    files = render(SAMPLE, THEME, ASSETS, tuple(FORMATS))
    assert check_document(SAMPLE, THEME, ASSETS) == []
    assert check_outputs(SAMPLE, THEME, files).findings == []
    assert page.validate_pdf_bytes(files["sample.pdf"], profile="ua1").is_compliant


def _lines(laid: LaidPage) -> dict[float, list[tuple[float, Picture | Run]]]:
    """The pictures and words of each line, by its baseline; a picture is in the line that its middle is in."""
    drawn = [*pieces(laid), *pieces(laid, content=False)]
    found: dict[float, list[tuple[float, Picture | Run]]] = {}
    for x, y, piece in drawn:
        if isinstance(piece, Run) and piece.text.strip():
            found.setdefault(round(y, 1), []).append((x, piece))
    for x, y, piece in drawn:
        if isinstance(piece, Picture):
            middle = y + piece.height / 2 + 0.35 * BODY.size_pt
            found[min(found, key=lambda line: abs(line - middle))].append((x, piece))
    return {line: sorted(parts, key=lambda part: part[0]) for line, parts in found.items()}


@given(st.lists(st.sampled_from(("a", "the", "listen", "and-then", "extraordinary")), min_size=8, max_size=40))
def test_no_line_ends_between_a_symbol_and_its_word(words: list[str]) -> None:
    parts: list[Inline] = []
    for number, word in enumerate(words):
        parts += [symbol("listen"), Text(f"{word} ")] if number % 3 == 1 else [Text(f"{word} ")]
    (laid,) = lay_out(Paragraph(tuple(parts)), width=60, height=290)
    for line in _lines(laid).values():
        for at, (x, piece) in enumerate(line):
            if isinstance(piece, Picture):
                after, word = line[at + 1]
                assert isinstance(word, Run)
                assert 0.1 * BODY.size_pt < after - (x + piece.width) < 0.4 * BODY.size_pt


def test_a_symbol_is_as_large_as_it_says_and_stands_at_the_middle_of_the_words() -> None:
    (laid,) = lay_out(Paragraph((symbol("home", 1.5), Text("home"))))
    ((_, y, picture),) = [each for each in pieces(laid, content=False) if isinstance(each[2], Picture)]
    (baseline,) = [y for _, y, piece in pieces(laid) if isinstance(piece, Run)]
    assert picture.height == pytest.approx(1.5 * BODY.size_pt)
    assert y + picture.height / 2 == pytest.approx(baseline - 0.335 * BODY.size_pt, abs=0.05 * BODY.size_pt)


def test_lines_grow_with_their_symbols_and_no_further() -> None:
    def baselines(size: float) -> list[float]:
        words = (Text("Some words before "), symbol("phone", size), Text("phone and so many words after it that more "))
        (laid,) = lay_out(Paragraph((*words, Text("lines are needed than one for all of them together."))), width=60)
        return sorted({round(y, 2) for _, y, piece in pieces(laid) if isinstance(piece, Run)})

    plain, small, large = baselines(0.9), baselines(1.3), baselines(3.0)
    steps = [[round(b - a, 1) for a, b in pairwise(lines)] for lines in (plain, small, large)]
    usual = round(BODY.size_pt * BODY.leading, 1)
    assert set(steps[0]) == set(steps[1]) == {usual}
    assert steps[2].count(usual) >= len(steps[2]) - 2
    assert large[-1] - large[0] > small[-1] - small[0] or large[0] > small[0] + BODY.size_pt / 2


def test_a_page_in_a_browser_keeps_a_symbol_with_its_first_word_alone() -> None:
    root = html.fromstring(render_html(SAMPLE, THEME, ASSETS).decode())
    kept = ["".join(span.itertext()) for span in root.iter("span") if span.get("class") == "with-symbol"]
    assert kept == ["Tell", "ask", "Stop.", "Private", "home."]
    assert all(svg.get("aria-hidden") == "true" for span in root.iter("span") for svg in span.iter("svg"))
    css = root.findtext(".//style") or ""
    assert ".with-symbol { white-space: nowrap }" in css
    plain = render_html(sample(Paragraph((Icon("heart", "love"),))), THEME, ASSETS).decode()
    assert ".with-symbol" not in plain


def test_in_word_a_space_that_does_not_break_keeps_them_together_and_is_no_word() -> None:
    file = read_docx(render_docx(SAMPLE, THEME, ASSETS), SAMPLE)
    assert file.lines() == reading_lines(SAMPLE)
    body = file.trees["word/document.xml"]
    glue = [run for run in body.iter(f"{W}r") if run.find(f"{W}drawing") is not None and run.find(f"{W}t") is not None]
    assert len(glue) == 5
    first = next(node for node in body.iter(f"{W}p") if "someone" in "".join(node.itertext()))
    found = RunReader({}, {}).runs(first)
    assert "".join(run.text for run in found) == "“Tell someone you trust (ask first).”"
    assert [each.decorative for each in file.drawings] == [True, True, True, True, False, False, True]


def test_the_pdf_leaves_symbols_out_of_its_structure() -> None:
    tree = render_pdf(sample(Paragraph(content(SENTENCE))), THEME, ASSETS)[""]
    assert b"/S/Figure" not in tree
