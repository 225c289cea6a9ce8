"""Files in grey and black: what is left of colours, and what a printer still needs coloured ink for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lessonkit.printing.colours import paint_of
from lessonkit.printing.functions import evaluate
from lessonkit.printing.impose import Wish, impose
from lessonkit.printing.marks import Marks
from lessonkit.printing.source import Source
from lessonkit.printing.write import Sheets, write_sheets
from lessonkit.problems import LessonkitError
from printing.files import Draw, pdf, words

COLOURS = {b"rg", b"RG", b"k", b"K", b"sc", b"SC", b"scn", b"SCN", b"cs", b"CS"}
INK = (0.122, 0.161, 0.216)


def printed(data: bytes, grey: bool = False) -> Sheets:
    source = Source("file.pdf", data)
    return write_sheets(source, impose([page.size for page in source.pages], Wish()), Marks(), grey)


def operations(value: Any) -> Iterator[tuple[Any, bytes]]:
    """Every operator of a page or drawing, and of all drawings and patterns in it."""
    content = value.get_contents() if hasattr(value, "get_contents") else ContentStream(value, None)
    yield from content.operations
    resources = value.get("/Resources", DictionaryObject()).get_object()
    for kind in ("/XObject", "/Pattern"):
        for each in resources.get(kind, DictionaryObject()).get_object().values():
            if each.get_object().get("/Subtype") == "/Form" or each.get_object().get("/PatternType") == 1:
                yield from operations(each.get_object())


def drawn(sheets: Sheets) -> list[tuple[Any, bytes]]:
    return [each for page in PdfReader(BytesIO(sheets.data)).pages for each in operations(page)]


def spaces(value: Any, seen: set[int] | None = None) -> set[str]:
    """The colour spaces of all pictures, gradients and groups in a file."""
    seen = set() if seen is None else seen
    value = value.get_object()
    if id(value) in seen or not isinstance(value, DictionaryObject | ArrayObject):
        return set()
    seen.add(id(value))
    inside = value.values() if isinstance(value, DictionaryObject) else value
    found = (
        {str(value[key]) for key in ("/ColorSpace", "/CS") if key in value}
        if isinstance(value, DictionaryObject)
        else set()
    )
    return found.union(*(spaces(each, seen) for each in inside))


def test_words_meant_to_be_black_are_black_and_others_keep_their_colour() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*INK)
        canvas.rect(10, 10, 5, 5, stroke=0, fill=1)
        words(canvas, "nearly black")
        canvas.setFillColorRGB(0.043, 0.333, 0.388)
        words(canvas, "teal", y=80)
        canvas.setFillColorRGB(*INK)
        words(canvas, "nearly black again", y=120)
        canvas.rect(10, 20, 5, 5, stroke=0, fill=1)

    fills: list[tuple[str, tuple[float, ...]]] = []
    now: tuple[float, ...] = (0.0,)
    for operands, operator in drawn(printed(pdf([page]))):
        if operator in (b"rg", b"g"):
            now = tuple(map(float, operands))
        elif operator in (b"Tj", b"TJ", b"f", b"f*"):
            fills.append((operator.decode(), now))
    teal = (0.043, 0.333, 0.388)
    assert [colour for kind, colour in fills if kind[0] == "T"] == [(0.0,), pytest.approx(teal, abs=0.001), (0.0,)]
    assert [colour for kind, colour in fills if kind[0] == "f"] == [pytest.approx(INK, abs=0.001)] * 2


def _coloured_page(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
    canvas.setStrokeColorCMYK(1, 0, 0, 0)
    canvas.rect(0, 200, 100, 100)
    canvas.beginForm("drawing")
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(200, 0, 50, 50, stroke=0, fill=1)
    canvas.endForm()
    canvas.doForm("drawing")
    picture = Image.new("RGB", (8, 8), (0, 255, 0))
    canvas.drawImage(ImageReader(picture), 300, 300, 40, 40)
    canvas.linearGradient(400, 400, 450, 400, ((1, 0, 0), (0, 0, 1)))  # type: ignore[arg-type]
    words(canvas, "words")


def test_a_grey_file_has_no_operator_for_colour_anywhere() -> None:
    made = printed(pdf([_coloured_page]), grey=True)
    assert not {operator for _, operator in drawn(made)} & COLOURS
    assert spaces(PdfReader(BytesIO(made.data)).root_object) <= {"/DeviceGray"}


def test_a_grey_file_has_the_lightness_of_the_coloured_one() -> None:
    made = printed(pdf([_coloured_page]), grey=True)
    levels = [round(float(operands[0]), 2) for operands, operator in drawn(made) if operator in (b"g", b"G")]
    assert {0.3, 0.7, 0.11} <= set(levels)  # red, cyan, blue
    (page,) = PdfReader(BytesIO(made.data)).pages
    drawing = page["/Resources"]["/XObject"]["/P0"]  # type: ignore[index]
    pictures = [each.get_object() for each in drawing["/Resources"]["/XObject"].values()]
    (picture,) = [each for each in pictures if each["/Subtype"] == "/Image"]
    assert set(picture.get_data()) == {150}  # 0.59 of 255


def pictures(data: bytes) -> list[Any]:
    """Every picture in a file, whether anything draws it or not."""
    reader = PdfReader(BytesIO(data))
    size = int(reader.trailer["/Size"])  # type: ignore[call-overload]
    found = [reader.get_object(number) for number in range(1, size)]
    return [each for each in found if isinstance(each, DictionaryObject) and each.get("/Subtype") == "/Image"]


def test_a_grey_file_does_not_carry_the_coloured_pictures_along() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), (200, 0, 0))), 0, 0, 40, 40)

    made = printed(pdf([page, page]), grey=True)
    assert [str(each["/ColorSpace"]) for each in pictures(made.data)] == ["/DeviceGray"]


def test_a_picture_keeps_its_stencil_in_grey() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), (200, 0, 0))), 0, 0, 40, 40)

    writer = PdfWriter(clone_from=BytesIO(pdf([page])))
    stencil = DecodedStreamObject()
    stencil.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/ImageMask"): BooleanObject(True)})
    stencil.update({NameObject("/Width"): NumberObject(8), NameObject("/Height"): NumberObject(8)})
    stencil.update({NameObject("/BitsPerComponent"): NumberObject(1)})
    stencil.set_data(b"\xf0" * 8)
    (picture,) = writer.pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
    picture.get_object()[NameObject("/Mask")] = writer._add_object(stencil)
    made = BytesIO()
    writer.write(made)
    drawn_grey = pypdfium2.PdfDocument(printed(made.getvalue(), grey=True).data)[0].render().to_pil().convert("L")
    left, right = (drawn_grey.getpixel((x, drawn_grey.height - 20)) for x in (10, 30))
    assert (left, right) == (255, pytest.approx(60, abs=2)), "the left half is let through"


def inline(colours: bytes) -> bytes:
    """A page with a picture among its operators."""
    writer = PdfWriter(clone_from=BytesIO(pdf([lambda canvas: words(canvas, "one")])))
    content = DecodedStreamObject()
    content.set_data(b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 " + colours + b" EI Q")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_picture_among_the_operators_counts_as_coloured_and_is_not_passed_off_as_grey() -> None:
    coloured, plain = inline(b"/CS /RGB ID \xff\x00\x00"), inline(b"/CS /G ID \x90")
    assert printed(coloured).coloured == {0}
    with pytest.raises(LessonkitError, match="Page 1 holds a small picture in colour"):
        printed(coloured, grey=True)
    assert printed(plain).coloured == printed(plain, grey=True).coloured == frozenset()


def test_pages_that_need_coloured_ink_are_known() -> None:
    def coloured(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0.5, 0)
        words(canvas, "green")

    def dark(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*INK)
        words(canvas, "meant to be black")
        canvas.setFillGray(0.9)
        canvas.rect(0, 0, 40, 40, stroke=0, fill=1)

    def picture(colour: tuple[int, int, int]) -> Draw:
        return lambda canvas: canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), colour)), 0, 0, 40, 40)

    def unused(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.setFillGray(0)
        words(canvas, "red was chosen and never used")

    pages = [coloured, dark, picture((200, 0, 0)), picture((90, 90, 90)), unused, _coloured_page]
    assert printed(pdf(pages)).coloured == {0, 2, 5}


def test_what_cannot_be_made_grey_is_named_with_its_page() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf([lambda canvas: words(canvas, "one")] * 2)))
    gradient = DecodedStreamObject()
    gradient.update({NameObject("/ShadingType"): NumberObject(4), NameObject("/ColorSpace"): NameObject("/DeviceRGB")})
    resources = writer.pages[1]["/Resources"].get_object()
    resources[NameObject("/Shading")] = DictionaryObject({NameObject("/S"): writer._add_object(gradient)})  # type: ignore[index]
    made = BytesIO()
    writer.write(made)
    with pytest.raises(LessonkitError, match="Page 2 holds a gradient of many colours"):
        printed(made.getvalue(), grey=True)
    assert printed(made.getvalue()).data


def test_spot_colours_and_palettes_are_followed() -> None:
    function = DictionaryObject(
        {
            NameObject("/FunctionType"): NumberObject(2),
            NameObject("/Domain"): _numbers(0, 1),
            NameObject("/C0"): _numbers(1, 1, 1),
            NameObject("/C1"): _numbers(1, 0, 0),
            NameObject("/N"): NumberObject(1),
        }
    )
    spot = ArrayObject([NameObject("/Separation"), NameObject("/Red"), NameObject("/DeviceRGB"), function])
    writer = PdfWriter(clone_from=BytesIO(pdf([lambda canvas: words(canvas, "one")])))
    page = writer.pages[0]
    page["/Resources"].get_object()[NameObject("/ColorSpace")] = DictionaryObject({NameObject("/S"): spot})  # type: ignore[index]
    content = DecodedStreamObject()
    content.set_data(b"/S cs 1 scn 0 0 9 9 re f /S cs 0.5 scn 0 0 9 9 re f")
    page[NameObject("/Contents")] = writer._add_object(content)
    made = BytesIO()
    writer.write(made)
    grey = drawn(printed(made.getvalue(), grey=True))
    assert [float(operands[0]) for operands, operator in grey if operator == b"g"] == pytest.approx([0.3, 0.65])
    assert not {operator for _, operator in grey} & COLOURS
    assert printed(made.getvalue()).coloured == {0}


def test_a_gradient_of_several_parts_is_followed() -> None:
    def part(first: float, last: float) -> DictionaryObject:
        return DictionaryObject(
            {
                NameObject("/FunctionType"): NumberObject(2),
                NameObject("/Domain"): _numbers(0, 1),
                NameObject("/C0"): _numbers(first),
                NameObject("/C1"): _numbers(last),
                NameObject("/N"): NumberObject(1),
            }
        )

    whole = DictionaryObject(
        {
            NameObject("/FunctionType"): NumberObject(3),
            NameObject("/Domain"): _numbers(0, 1),
            NameObject("/Functions"): ArrayObject([part(0, 1), part(1, 0.5)]),
            NameObject("/Bounds"): _numbers(0.5),
            NameObject("/Encode"): _numbers(0, 1, 0, 1),
        }
    )
    assert [evaluate(whole, [at])[0] for at in (0, 0.25, 0.5, 0.75, 1)] == pytest.approx([0, 0.5, 1, 0.75, 0.5])


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_grey_lies_between_black_and_white_and_grey_stays_grey(parts: list[float]) -> None:
    assert 0 <= paint_of(parts).level <= 1.0001
    assert paint_of([parts[0]] * 3).level == pytest.approx(parts[0])
    assert not paint_of([parts[0]] * 3).coloured


@pytest.fixture(scope="module")
def leaflet(project: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from builds import build
    from lessonkit.source.project import Project

    output = tmp_path_factory.mktemp("leaflet")
    (built,) = build(Project(project), output, "talk-leaflet", formats=("pdf",))
    assert built.ok
    return (output / "talk-leaflet-print.pdf").read_bytes()


def test_our_leaflet_becomes_grey_with_every_word(leaflet: bytes) -> None:
    made = printed(leaflet, grey=True)
    assert not {operator for _, operator in drawn(made)} & COLOURS
    before, after = (
        ["".join(run.text for run in page.runs) for page in Source("file.pdf", data).facts.pages]
        for data in (leaflet, made.data)
    )
    assert before == after
    assert printed(leaflet).coloured == {0, 1}


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])
