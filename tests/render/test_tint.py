"""Pages in a colour: on screens under everything, in print only where the theme says so, and readable on both."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import page
import pypdfium2
import pytest
from lxml import html
from pypdf import PdfReader

from lessonkit.appearance import BoxStyle, Theme, on_paper, tint_of
from lessonkit.check import check_document, check_outputs
from lessonkit.check.anypdf import check_any_pdf
from lessonkit.check.docx import read_docx
from lessonkit.check.docx.names import W, attribute
from lessonkit.document import Document
from lessonkit.layout.theme import read_theme
from lessonkit.reading import walk
from lessonkit.render import render
from lessonkit.render.docx import render_docx
from lessonkit.render.html import render_html
from lessonkit.render.pdf import render_pdf
from lessonkit.source.project import Project
from library import build_into, document
from render.every_node import ASSETS, LEAFLET, LONG, RICH, ROOT, THEME

CREAM = "#fff3d6"
TINTED = on_paper(THEME, CREAM)
PRINTED = replace(TINTED, tint_prints=True)
DOCUMENTS = pytest.mark.parametrize("source", [LONG, RICH, LEAFLET], ids=["long", "rich", "leaflet"])


def corners(data: bytes, at_page: int = 0) -> set[str]:
    """The colours at the two lower corners of a page, which no banner reaches."""
    shown = pypdfium2.PdfDocument(data)[at_page].render(scale=0.5).to_pil().convert("RGB")
    places = [(1, shown.height - 2), (shown.width - 2, shown.height - 2)]
    return {"#{:02x}{:02x}{:02x}".format(*shown.getpixel(place)) for place in places}


def test_the_page_has_the_colour_on_screens_and_is_white_in_the_print_edition() -> None:
    editions = render_pdf(LONG, TINTED, ASSETS)
    assert corners(editions[""]) == {CREAM}
    assert editions["print"] == render_pdf(LONG, THEME, ASSETS)[""]


def test_a_tint_that_prints_needs_no_second_file() -> None:
    assert list(render_pdf(LONG, PRINTED, ASSETS)) == [""]
    assert list(render_pdf(LONG, THEME, ASSETS)) == [""]


def test_the_sheet_of_a_leaflet_is_as_white_as_without_a_tint() -> None:
    assert render_pdf(LEAFLET, TINTED, ASSETS)["print"] == render_pdf(LEAFLET, THEME, ASSETS)["print"]
    frames = LEAFLET.page.panels
    plain = next(number for number, frame in enumerate(frames) if not frame.background)
    assert corners(render_pdf(LEAFLET, TINTED, ASSETS)[""], plain) == {CREAM}
    assert CREAM in corners(render_pdf(LEAFLET, PRINTED, ASSETS)["print"], 1)


@DOCUMENTS
@pytest.mark.parametrize("theme", [TINTED, PRINTED], ids=["on screens", "printed"])
def test_tinted_pages_conform_and_nothing_is_found_against_them(source: Document, theme: Theme) -> None:
    for edition, data in render_pdf(source, theme, ASSETS).items():
        assert page.validate_pdf_bytes(data, profile="ua1").is_compliant, edition
        assert check_any_pdf(data) == [], edition


@DOCUMENTS
def test_every_format_of_a_tinted_document_passes_its_checks(source: Document) -> None:
    files = render(source, TINTED, ASSETS, ("pdf", "docx", "html"))
    assert f"{source.name}-print.pdf" in files
    plain = check_outputs(source, THEME, render(source, THEME, ASSETS, ("pdf", "docx", "html")))
    found = [each for each in check_outputs(source, TINTED, files).findings if "-print" not in each.message]
    assert found == [each for each in plain.findings if "-print" not in each.message]


def test_words_too_pale_for_the_tint_are_reported_with_it() -> None:
    grey = replace(THEME.styles["body"], colour="#757575")
    pale = replace(THEME, styles={**THEME.styles, "body": grey})
    on_white = [found.message for found in check_document(LONG, pale, ASSETS)]
    assert not [message for message in on_white if "#757575) on the page" in message]
    on_cream = [found.message for found in check_document(LONG, on_paper(pale, CREAM), ASSETS)]
    assert [message for message in on_cream if f"#757575) on the page ({CREAM})" in message]


def test_what_has_the_colour_of_the_paper_follows_it() -> None:
    card, other = TINTED.boxes["card"], TINTED.boxes["important"]
    assert isinstance(card, BoxStyle)
    assert (card.background, other.background) == (CREAM, THEME.boxes["important"].background)
    assert TINTED.boxes["cover"].text == TINTED.styles["table-head"].colour == CREAM
    assert on_paper(TINTED, "#ffffff") == THEME
    assert (tint_of(TINTED), tint_of(THEME)) == (CREAM, "")


def test_word_shows_the_tint_and_leaves_it_out_of_boxes_that_print() -> None:
    file = read_docx(render_docx(LONG, TINTED, ASSETS))
    (ground,) = file.trees["word/document.xml"].iter(f"{W}background")
    assert attribute(ground, "color") == CREAM.lstrip("#").upper()
    assert file.trees["word/settings.xml"].find(f"{W}displayBackgroundShape") is not None
    fills = {attribute(node, "fill") for part in file.trees.values() for node in part.iter(f"{W}shd")}
    assert CREAM.lstrip("#").upper() not in fills
    plain = read_docx(render_docx(LONG, THEME, ASSETS))
    assert plain.trees["word/document.xml"].find(f"{W}background") is None
    assert plain.trees["word/settings.xml"].find(f"{W}displayBackgroundShape") is None


def test_a_page_in_a_browser_loses_the_tint_in_print() -> None:
    cards = document("talk-leaflet")
    assert any(getattr(block, "style", "") == "card" for block in walk(cards.blocks))
    css = _css(cards, TINTED)
    assert f"--paper: {CREAM}" in css
    assert "@media print { :root { --paper: #ffffff } }" in css
    assert ".box-card { background: var(--paper)" in css
    assert "@media print { :root, body { -webkit-print-color-adjust: exact" in _css(cards, PRINTED)
    assert "--paper: #ffffff }" not in _css(cards, PRINTED)


def _css(source: Document, theme: Theme) -> str:
    return html.fromstring(render_html(source, theme, ASSETS).decode()).findtext(".//style") or ""


def test_a_theme_file_can_tint_its_pages(tmp_path: Path) -> None:
    for folder in ("layouts", "sources"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    path = tmp_path / "layouts" / "themes" / "calm.yaml"
    text = path.read_text("utf-8").replace('paper: "#ffffff"', f'paper: "{CREAM}"')
    path.write_text(text, "utf-8")
    built = {each.name: each for each in build_into(tmp_path / "output", Project(tmp_path))}
    assert all(each.ok for each in built.values())
    assert [each.name for each in built["maya-film"].files][:2] == ["maya-film.pdf", "maya-film-print.pdf"]
    assert corners((tmp_path / "output" / "maya-film.pdf").read_bytes(), 1) == {CREAM}
    path.write_text(text + "\ntint-prints: true\n", "utf-8")
    assert read_theme(path).tint_prints


def test_the_tint_is_drawn_before_everything_else() -> None:
    data = render_pdf(LONG, TINTED, ASSETS)[""]
    for each in PdfReader(io.BytesIO(data)).pages:
        assert each.get_contents().get_data().strip().startswith(b"/Artifact<</Type/Background/BBox[0 0 ")
