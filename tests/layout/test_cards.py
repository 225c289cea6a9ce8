"""Cards: where each face lies on the sheets, to read and to print, and what is read of it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from lessonkit.appearance import Margins, Page, Sheet
from lessonkit.check.pdf.read import reading_lines as pdf_lines
from lessonkit.document import Paragraph
from lessonkit.drawing import Assets
from lessonkit.layout.cards import Grid, card_page
from lessonkit.layout.compose import Composed, compose
from lessonkit.layout.geometry import read_layout
from lessonkit.reading import reading_lines, walk
from lessonkit.render.pdf import render_pdf
from lessonkit.source.library import read_library
from lessonkit.source.read import read_definition
from lessonkit.tailor.tailoring import PLAIN, tailor_for
from library import DOCUMENTS, PROJECT

CARDS = [name for name, named in DOCUMENTS.items() if named.path.parent.name == "cards"]
WALLET = Grid(85, 54, Margins(4, 4, 4, 4), columns=2, rows=5, fill=True)
A4 = Page()
MM = 72 / 25.4


def composed(name: str) -> Composed:
    named = DOCUMENTS[name]
    definition = read_definition(named.path, PROJECT, tailor=tailor_for(PLAIN, named))
    return compose(definition, read_library(PROJECT), {}, PROJECT.layouts)


def corners(sheet: Sheet) -> list[tuple[int, float, float]]:
    return [(spot.panel, spot.x, spot.y) for spot in sheet.spots if spot.cut]


def test_one_card_fills_the_sheet_and_its_back_the_other_side() -> None:
    fronts, backs = card_page(A4, WALLET, [(2, 3)]).sheets
    assert {panel for panel, *_ in corners(fronts)} == {2}
    assert {panel for panel, *_ in corners(backs)} == {3}
    assert len(corners(fronts)) == len(corners(backs)) == 10
    assert [spot.repeated for spot in fronts.spots if spot.panel == 2] == [False] + [True] * 9


def test_each_back_lies_behind_its_front_when_the_sheet_is_turned_over_its_long_edge() -> None:
    grid = Grid(85, 54, Margins(4, 4, 4, 4), columns=2, rows=5)
    faces = [(2, 3), (4, 5), (6, 7)]
    fronts, backs = card_page(A4, grid, faces).sheets
    front = {panel: (x, y) for panel, x, y in corners(fronts)}
    back = {panel: (x, y) for panel, x, y in corners(backs)}
    for ahead, behind in faces:
        x, y = front[ahead]
        assert back[behind] == (A4.width - x - grid.width, y)


def test_cards_without_backs_go_on_over_as_many_sheets_as_they_need() -> None:
    page = card_page(A4, Grid(90, 85, Margins(4, 4, 4, 4), 2, 3), [(number, 0) for number in range(2, 10)])
    assert page.sheets == (), "printed as they are read"
    first, second = page.reading
    assert [panel for panel, *_ in corners(first)] == [2, 3, 4, 5, 6, 7]
    assert [panel for panel, *_ in corners(second)] == [8, 9]
    assert [spot.panel for sheet in (first, second) for spot in sheet.spots if not spot.cut] == [1, 10]


def test_wallet_cards_have_the_size_of_a_bank_card_and_leave_room_for_printers() -> None:
    grid = read_layout(PROJECT.layouts / "cards").grid
    assert grid
    assert (grid.width, grid.height, grid.count) == (85, 54, 10)
    assert (A4.width - 2 * grid.width) / 2 >= 5
    assert (A4.height - 5 * grid.height) / 2 >= 5


@pytest.mark.parametrize("name", CARDS)
def test_no_letters_on_a_card_are_smaller_than_twelve_points(name: str) -> None:
    made = composed(name)
    faces = made.document.blocks[1:-1]
    sizes = {made.theme.styles[block.style].size_pt for block in walk(faces) if isinstance(block, Paragraph)}
    assert min(sizes) >= 12


def test_every_copy_is_drawn_and_one_is_read() -> None:
    made = composed("wallet-cards")
    files = render_pdf(made.document, made.theme, Assets(PROJECT.layouts / "icons", PROJECT.root))
    fronts, backs = PdfReader(BytesIO(files["print"])).pages
    assert (round(fronts.mediabox.width / MM), round(fronts.mediabox.height / MM)) == (210, 297)
    assert fronts.extract_text().count("never your fault") == 10
    assert backs.extract_text().count("0800\u00a01111") == 10
    assert pdf_lines(files["print"]) == pdf_lines(files[""]) == reading_lines(made.document)


def test_where_words_lie_on_the_print_edition() -> None:
    made = composed("wallet-cards")
    files = render_pdf(made.document, made.theme, Assets(PROJECT.layouts / "icons", PROJECT.root))
    found: list[tuple[float, float]] = []

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if "fault" in text:
            found.append((matrix[4] / MM, matrix[5] / MM))

    PdfReader(BytesIO(files["print"])).pages[0].extract_text(visitor_text=visit)
    columns = sorted({round(x) for x, _ in found})
    rows = sorted({round(y) for _, y in found})
    assert [columns[1] - columns[0], *(b - a for a, b in pairwise(rows))] == [85, 54, 54, 54, 54]
