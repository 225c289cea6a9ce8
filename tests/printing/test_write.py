"""Files for the printer, read back: which page lies where, turned how, how large; boxes, marks, bleed."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)
from reportlab.pdfgen.canvas import Canvas

from lessonkit.check.anypdf.facts import Page
from lessonkit.check.anypdf.read import read_facts
from lessonkit.paper import points
from lessonkit.printing.impose import SCHEMES, Wish, impose
from lessonkit.printing.marks import Marks
from lessonkit.printing.sides import Plan
from lessonkit.printing.source import Source
from lessonkit.printing.write import write_sheets
from printing.files import A4, A5, A6, CARD, numbered, pdf, words

NO_MARKS = Marks()
ALL_MARKS = Marks(points(3), crop=True, fold=True, registration=True)


def printed(data: bytes, wish: Wish, marks: Marks = NO_MARKS) -> tuple[bytes, Plan]:
    source = Source("file.pdf", data)
    plan = impose([page.size for page in source.pages], wish)
    return write_sheets(source, plan, marks).data, plan


def pages_of(data: bytes) -> list[Page]:
    return read_facts(data).pages


def found(page: Page) -> dict[str, tuple[float, float, float, int]]:
    """For each number on a side: where its words begin, how large they are, and which way they run."""
    spots = {}
    for run in page.runs:
        x = run.box.right if run.angle == 180 else run.box.left
        spots[run.text.removeprefix("page ")] = (x, run.baseline, run.size, run.angle)
    return spots


# ------------------------------------------------------------------------------------------- where pages lie


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("edge", ["long", "short"])
@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_each_page_is_read_back_where_the_plan_has_it(scheme: str, edge: str, count: int) -> None:
    data, plan = printed(numbered(count, A6), Wish(scheme, edge=edge))
    pages = pages_of(data)
    assert len(pages) == len(plan.sides)
    for side, page in zip(plan.sides, pages, strict=True):
        assert (page.box.right, page.box.top) == pytest.approx((side.width, side.height), abs=0.01)
        read = Counter(run.text for run in page.runs)
        assert read == Counter(f"page {spot.page + 1}" for spot in side.spots)
        for spot in side.spots:
            upside_down = spot.turn == 180
            corner = (spot.area.right, spot.area.top) if upside_down else (spot.area.x, spot.area.y)
            way = -1 if upside_down else 1
            there = {
                (round(run.box.right if upside_down else run.box.left), round(run.baseline), run.angle)
                for run in page.runs
                if run.text == f"page {spot.page + 1}" and run.size == pytest.approx(20 * spot.scale, abs=0.01)
            }
            expected = tuple(round(at + way * 40 * spot.scale) for at in corner)
            assert any(abs(x - expected[0]) <= 2 and abs(y - expected[1]) <= 1 and a == spot.turn for x, y, a in there)


def test_an_a4_guide_becomes_an_a5_booklet_on_a4() -> None:
    data, _ = printed(numbered(5), Wish("booklet", "A4"))
    sides = [found(page) for page in pages_of(data)]
    half, scale = A4[1] / 2, A4[1] / 2 / A4[0]
    assert [sorted(side) for side in sides] == [["1"], ["2"], ["3"], ["4", "5"]]
    assert sides[0]["1"][:2] == pytest.approx((half + 40 * scale, 40 * scale), abs=1.5)
    assert sides[1]["2"][:2] == pytest.approx((40 * scale, 40 * scale), abs=1.5)
    assert sides[3]["4"][0] < half < sides[3]["5"][0]
    assert {round(spot[2], 1) for side in sides for spot in side.values()} == {14.1}


def test_the_backs_of_cards_for_the_short_edge_stand_upside_down_behind_their_fronts() -> None:
    data, _ = printed(numbered(4, CARD), Wish("cards", edge="short"))
    front, back = (found(page) for page in pages_of(data))
    assert front["1"][3] == 0
    assert back["2"][3] == 180
    x, y, _, _ = front["1"]
    behind_x, behind_y, _, _ = back["2"]
    assert behind_x == pytest.approx(x - 40 + CARD[0] - 40, abs=2)  # turned over the short edge, left stays left
    assert A4[1] - behind_y == pytest.approx(y, abs=1)


def test_a_page_that_is_shown_turned_is_printed_as_it_is_shown() -> None:
    for turn, angle in ((90, 270), (180, 180), (270, 90)):
        writer = PdfWriter(clone_from=BytesIO(numbered(1)))
        writer.pages[0].rotate(turn)
        made = BytesIO()
        writer.write(made)
        (page,) = pages_of(printed(made.getvalue(), Wish())[0])
        (run,) = page.runs
        assert run.angle == angle
        assert (page.box.right > page.box.top) == (turn != 180)
        assert 0 < run.box.left < run.box.right < page.box.right
        assert 0 < run.box.bottom < run.box.top < page.box.top


def test_what_lies_beyond_the_trim_of_a_file_is_left_out() -> None:
    reader = PdfReader(BytesIO(numbered(1)))
    writer = PdfWriter(clone_from=reader)
    page = writer.pages[0]
    page[NameObject("/TrimBox")] = ArrayObject([FloatObject(each) for each in (20, 20, 20 + A5[0], 20 + A5[1])])
    made = BytesIO()
    writer.write(made)
    (side,) = pages_of(printed(made.getvalue(), Wish())[0])
    assert (side.box.right, side.box.top) == pytest.approx(A5, abs=0.01)
    assert side.runs[0].box.left == pytest.approx(20, abs=2)


def test_a_field_that_was_filled_in_is_printed() -> None:
    writer = PdfWriter(clone_from=BytesIO(numbered(1)))
    looks = DecodedStreamObject()
    looks.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): _array(0, 0, 10, 10)})
    looks.set_data(b"0 g 0 0 10 10 re f")
    annotation = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/F"): NumberObject(4),
            NameObject("/Rect"): _array(100, 200, 140, 220),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(looks)}),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    made = BytesIO()
    writer.write(made)
    (page,) = pages_of(printed(made.getvalue(), Wish())[0])
    assert [tuple(round(side) for side in fill.box) for fill in page.fills] == [(100, 200, 140, 220)]


@settings(max_examples=12)
@given(st.integers(1, 30), st.sampled_from([scheme for scheme in SCHEMES if scheme != "copies"]))
def test_every_page_is_read_back_exactly_once(count: int, scheme: str) -> None:
    data, _ = printed(numbered(count, A6), Wish(scheme))
    read = Counter(run.text for page in pages_of(data) for run in page.runs)
    assert read == Counter(f"page {number}" for number in range(1, count + 1))


def test_a_layer_that_is_switched_off_stays_off_and_other_marks_go() -> None:
    writer = PdfWriter(clone_from=BytesIO(numbered(1)))
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    usual = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): usual}
    )
    page = writer.pages[0]
    resources = page["/Resources"].get_object()
    resources[NameObject("/Properties")] = DictionaryObject({NameObject("/Hidden"): layer})  # type: ignore[index]
    content = DecodedStreamObject()
    content.set_data(
        b"/P <</MCID 0>> BDC /OC /Hidden BDC BT /F1 9 Tf 9 9 Td (x) Tj ET EMC EMC BT /F1 9 Tf 9 9 Td (y) Tj ET"
    )
    page[NameObject("/Contents")] = writer._add_object(content)
    fonts = resources["/Font"].get_object()  # type: ignore[index]
    fonts[NameObject("/F1")] = next(iter(fonts.values()))
    made = BytesIO()
    writer.write(made)
    (side,) = pages_of(printed(made.getvalue(), Wish())[0])
    assert [run.off for run in side.runs] == [True, False]
    assert not side.contents


# ------------------------------------------------------------------------------------------- boxes, marks, bleed


def test_a_file_without_marks_is_as_large_as_its_paper_and_has_no_line_on_it() -> None:
    data, plan = printed(numbered(4), Wish("booklet"))
    page = PdfReader(BytesIO(data)).pages[0]
    paper = pytest.approx((0, 0, plan.sides[0].width, plan.sides[0].height), abs=0.01)
    assert [tuple(map(float, box)) for box in (page.mediabox, page.trimbox, page.bleedbox)] == [paper] * 3
    assert not any(each.strokes or each.fills for each in pages_of(data))


def test_marks_stand_outside_of_what_is_kept_and_of_its_bleed() -> None:
    data, _ = printed(numbered(2, A5), Wish(folds=(points(50),)), ALL_MARKS)
    for page in PdfReader(BytesIO(data)).pages:
        trim, bleed, media = (tuple(map(float, box)) for box in (page.trimbox, page.bleedbox, page.mediabox))
        assert trim == pytest.approx((0, 0, *A5), abs=0.01)
        grown = (-points(3), -points(3), A5[0] + points(3), A5[1] + points(3))
        assert bleed == pytest.approx(grown, abs=0.01)
        assert media[0] < bleed[0]
        assert media[3] > bleed[3]
        facts = pages_of(data)[0]
        assert len(facts.strokes) >= 8 + 2 + 12
        for stroke in facts.strokes:
            box = stroke.box
            outside = max(bleed[0] - box.right, box.left - bleed[2], bleed[1] - box.top, box.bottom - bleed[3])
            assert outside > 0
            assert media[0] <= box.left
            assert box.right <= media[2]


def test_targets_lie_on_every_plate_of_a_press_and_are_black_in_a_grey_file() -> None:
    source = Source("file.pdf", numbered(1))
    plan = impose([A4], Wish())
    coloured, grey = (write_sheets(source, plan, Marks(registration=True), grey).data for grey in (False, True))
    (page,) = PdfReader(BytesIO(coloured)).pages
    space = page["/Resources"]["/ColorSpace"]["/All"]  # type: ignore[index]
    assert [str(each) for each in space[:2]] == ["/Separation", "/All"]
    operators = [operator for _, operator in page.get_contents().operations]  # type: ignore[union-attr]
    assert operators.index(b"SCN") < operators.index(b"m"), "it is chosen before the first line"
    (page,) = PdfReader(BytesIO(grey)).pages
    assert "/ColorSpace" not in page["/Resources"]  # type: ignore[operator]
    assert b"SCN" not in page.get_contents().get_data()  # type: ignore[union-attr]
    for data in (coloured, grey):
        shown = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB").tobytes()
        dark = [each for each in zip(shown[::3], shown[1::3], shown[2::3], strict=True) if max(each) < 100]
        assert len(dark) > 20
        assert {max(each) - min(each) for each in dark} == {0}, "no printer needs coloured ink for it"


def test_a_fold_stands_on_the_other_side_of_the_back() -> None:
    only = Marks(fold=True)
    data, _ = printed(numbered(2), Wish(folds=(150.0,)), only)
    front, back = ({round(stroke.box.left, 1) for stroke in page.strokes} for page in pages_of(data))
    assert front == {150.0}
    assert back == {round(A4[0] - 150, 1)}


def test_cards_have_marks_at_every_line_that_is_cut() -> None:
    data, plan = printed(numbered(20, CARD), Wish("cards"), Marks(crop=True))
    lefts = {round(stroke.box.left) for stroke in pages_of(data)[0].strokes if stroke.box.width < 1}
    assert lefts == {round(x) for spot in plan.sides[0].spots for x in (spot.area.x, spot.area.right)}
    assert PdfReader(BytesIO(data)).pages[0].mediabox.width == pytest.approx(A4[0], abs=0.01)


def colour(data: bytes, page: int, x: float, y: float) -> tuple[int, ...]:
    """The colour of a point of a page, in points from the lower left corner of its media box."""
    shown = pypdfium2.PdfDocument(data)[page].render(scale=2).to_pil().convert("RGB")
    return tuple(shown.getpixel((int(x * 2), shown.height - 1 - int(y * 2))))  # type: ignore[arg-type]


def _blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(0, 0, *A5, stroke=0, fill=1)


def test_bleed_goes_on_with_the_colour_of_the_edge_and_stops_there() -> None:
    bleed = points(3)
    data, _ = printed(pdf([_blue], A5), Wish(), ALL_MARKS)
    edge = ALL_MARKS.room
    middle = edge + A5[1] / 2
    assert colour(data, 0, edge - bleed / 2, middle) == (0, 0, 255)
    assert colour(data, 0, edge + A5[0] + bleed / 2, middle) == (0, 0, 255)
    assert colour(data, 0, edge - bleed / 2, edge - bleed / 2) == (0, 0, 255)
    assert colour(data, 0, edge - bleed - 1.5, middle + 30) == (255, 255, 255)


def test_bleed_does_not_cross_the_fold_of_a_booklet() -> None:
    data, _ = printed(
        pdf([_blue, None, None, lambda canvas: words(canvas, "last")], A5), Wish("booklet"), Marks(points(3))
    )
    fold = points(3) + A5[0]
    assert colour(data, 0, fold - 2, 100) == (255, 255, 255)
    assert colour(data, 0, fold + 2, 100) == (0, 0, 255)
    assert colour(data, 0, fold + A5[0] + 2, 100) == (0, 0, 255)


# ------------------------------------------------------------------------------------------- what the file says


def test_the_file_says_that_it_is_for_printing_only_and_has_no_tags() -> None:
    data, _ = printed(numbered(4), Wish("booklet"))
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "A file to print – for printing only"
    assert "file.pdf" in str(reader.metadata.subject)
    assert not {"/StructTreeRoot", "/MarkInfo"} & set(reader.root_object)


def test_print_dialogues_begin_with_what_the_plan_asks_for() -> None:
    for wish, duplex in ((Wish("booklet"), "ShortEdge"), (Wish(), "LongEdge"), (Wish(both_sides=False), "Simplex")):
        data, _ = printed(numbered(4), wish)
        settings = PdfReader(BytesIO(data)).root_object["/ViewerPreferences"].get_object()
        assert str(settings["/Duplex"]).endswith(duplex)  # type: ignore[index]
        assert settings["/PrintScaling"] == "/None"  # type: ignore[index]


def test_the_same_file_is_written_twice_alike() -> None:
    assert printed(numbered(4), Wish("booklet"), ALL_MARKS)[0] == printed(numbered(4), Wish("booklet"), ALL_MARKS)[0]


def _array(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])
