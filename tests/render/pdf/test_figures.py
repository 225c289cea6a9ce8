"""Figures on the page: words of drawings as text, codes that cameras read, pictures at their size."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import page
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from lessonkit.check.pdf.read import read_pdf
from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.check.pdf.structure import Element, Words, find
from lessonkit.document import (
    Block,
    Cell,
    Chart,
    Decorative,
    Document,
    Figure,
    Heading,
    Paragraph,
    QRCode,
    Row,
    Series,
    Table,
    Text,
)
from lessonkit.drawing import Assets
from lessonkit.problems import LessonkitError, Place
from lessonkit.reading import reading_lines
from lessonkit.render.pdf import render_pdf
from referees import pdf_report, poppler
from render.every_node import ASSETS, THEME, paragraph
from render.pdf.galleys import document, words

CHART = Chart("bar", ("A friend", "Nobody"), (Series("Before", (12, 5)), Series("After", (22, 3))), "pupils")
ADDRESS = "https://www.childline.org.uk/get-support/"


def rendered(*blocks: Block, assets: Assets = ASSETS) -> bytes:
    return render_pdf(document(*blocks), THEME, assets)[""]


def table(chart: Chart, caption: str) -> Table:
    rows = [
        [category, *(f"{series.values[at]:g}" for series in chart.series)]
        for at, category in enumerate(chart.categories)
    ]
    head = ["Who", *(series.name for series in chart.series)]
    head_row, *body = (Row(tuple(Cell((paragraph(text, "table-cell"),)) for text in row)) for row in [head, *rows])
    return Table((head_row,), tuple(body), (), words(caption))


def drawn_words(element: Element) -> str:
    return "".join(kid.text for kid in element.kids if isinstance(kid, Words))


@pytest.mark.parametrize("kind", ["bar", "line", "pictogram"])
def test_words_of_a_chart_are_text_inside_its_figure(kind: str) -> None:
    series = CHART.series[:1] if kind == "pictogram" else CHART.series
    chart = Chart(kind, CHART.categories, series, "pupils")  # type: ignore[arg-type]
    source = document(Figure(chart, "More would tell a friend.", 120), table(chart, "Whom they would tell"))
    data = render_pdf(source, THEME, ASSETS)[""]
    (figure,) = find(read_pdf(data).root, "Figure")
    assert figure.alt == "More would tell a friend."
    assert {"friend", "Nobody", "12", "5"} <= set(drawn_words(figure).split())
    assert read_back(data) == reading_lines(source), "its alternative text is read, and the words in it are not"


def test_words_of_a_chart_may_be_in_another_script() -> None:
    chart = Chart("bar", ("Друг", "Φίλος and friend"), (Series("", (12, 5)),))
    data = rendered(Figure(chart, "Friends.", 120))
    (figure,) = find(read_pdf(data).root, "Figure")
    assert {"Друг", "Φίλος", "friend", "12"} <= set(drawn_words(figure).split())


@pytest.mark.referee
def test_chart_and_code_conform(tmp_path: Path) -> None:
    data = rendered(
        Figure(CHART, "More would tell a friend.", 120, words("Before and after")),
        Figure(Chart("pictogram", ("Adult", "Friend"), (Series("", (35, 47.5)),), "", "people"), Decorative(), 100),
        Figure(QRCode(ADDRESS), "QR code that opens childline.org.uk", 25),
    )
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, report.failures
    (tmp_path / "figures.pdf").write_bytes(data)
    assert (pdf_report([tmp_path / "figures.pdf"], "ua1"), pdf_report([tmp_path / "figures.pdf"], "2a")) == ("", "")


def test_figure_is_no_wider_than_its_column_and_keeps_its_shape(tmp_path: Path) -> None:
    Image.new("RGB", (400, 100)).save(tmp_path / "wide.png")
    data = rendered(Figure("wide.png", "A bar.", 400), assets=Assets(ASSETS.icons, tmp_path))
    (figure,) = find(read_pdf(data).root, "Figure")
    left, bottom, right, top = (float(edge) for edge in figure.attributes["BBox"])  # type: ignore[attr-defined]
    width = float(PdfReader(BytesIO(data)).pages[0].mediabox.width)
    assert right - left == pytest.approx(4 * (top - bottom), abs=0.1)
    assert 0 < left < right < width


@pytest.mark.referee
def test_camera_reads_the_code_on_a_printed_page(tmp_path: Path) -> None:
    (tmp_path / "code.pdf").write_bytes(rendered(Figure(QRCode(ADDRESS), "QR code that opens childline.org.uk", 25)))
    program = poppler("pdftoppm")
    subprocess.run([program, "-r", "150", "-gray", "-png", "code.pdf", "code"], cwd=tmp_path, check=True, timeout=60)
    (picture,) = tmp_path.glob("code*.png")
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(picture))] == [ADDRESS]


def test_code_is_one_path() -> None:
    data = rendered(Figure(QRCode(ADDRESS), "QR code that opens childline.org.uk", 25))
    (content,) = (each.get_contents().get_data() for each in PdfReader(BytesIO(data)).pages)
    fills = [line for line in content.replace(b"f*", b"f").split() if line == b"f"]
    assert len(fills) == 2, "the ground, and all dark modules at once"


def test_photograph_has_no_more_pixels_than_its_size_can_show(tmp_path: Path) -> None:
    Image.effect_noise((1200, 800), 50).convert("RGB").save(tmp_path / "photo.jpg")
    figure = Figure("photo.jpg", "Snow.", 50.8)
    (image,) = PdfReader(BytesIO(rendered(figure, assets=Assets(ASSETS.icons, tmp_path)))).pages[0].images
    assert image.image is not None
    assert image.image.size == (600, 400)


def test_photograph_that_fits_is_embedded_byte_for_byte(tmp_path: Path) -> None:
    Image.effect_noise((300, 200), 50).convert("RGB").save(tmp_path / "photo.jpg")
    data = rendered(Figure("photo.jpg", "Snow.", 50.8), assets=Assets(ASSETS.icons, tmp_path))
    assert (tmp_path / "photo.jpg").read_bytes() in data


def test_chart_that_cannot_be_drawn_is_an_error_at_its_place() -> None:
    figure = Figure(Chart("bar", ("A",), (Series("", (-4,)),)), "A bar.", 100, place=Place("sources/guide.yaml", 9))
    with pytest.raises(LessonkitError, match=r"sources/guide.yaml:9: “A” is -4"):
        rendered(figure)


def test_chart_and_its_table_stay_on_one_page_if_they_fit() -> None:
    for lines in range(20, 34):
        filler = [Paragraph((Text("A line."),)) for _ in range(lines)]
        source: Document = document(*filler, Figure(CHART, "Bars.", 120), table(CHART, "Numbers"))
        root = read_pdf(render_pdf(source, THEME, ASSETS)[""]).root
        (figure,), (numbers,) = find(root, "Figure"), find(root, "Table")
        pages = {kid.page for each in (figure, numbers) for kid in _marked(each)}
        assert len(pages) == 1, lines


def _marked(element: Element) -> list[Words]:
    found = [kid for kid in element.kids if isinstance(kid, Words)]
    return found + [words for kid in element.kids if isinstance(kid, Element) for words in _marked(kid)]


def test_a_heading_stays_with_its_picture_and_pages_end_after_it() -> None:
    icon = Figure("icon:star", Decorative(), 30)
    cards = [block for number in range(6) for block in (Heading(2, words(f"Card {number}"), f"c{number}"), icon)]
    pages = render_pdf(document(*cards), THEME, ASSETS)[""]
    texts = [page.extract_text() for page in PdfReader(BytesIO(pages)).pages]
    assert [[line for line in text.splitlines() if line.startswith("Card")] for text in texts] == [
        ["Card 0", "Card 1"],
        ["Card 2", "Card 3"],
        ["Card 4", "Card 5"],
    ]
