"""A print job: how much paper, what is named, what a print room has to mind, and what its ticket says."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lessonkit.paper import points
from lessonkit.printing.impose import Wish
from lessonkit.printing.job import Asked, Item, Printed, prepare
from lessonkit.printing.marks import Marks
from lessonkit.printing.packs import members
from lessonkit.printing.ticket import colour, ticket
from lessonkit.problems import LessonkitError
from printing.files import A4, A5, A6, CARD, numbered, pdf, words


def job(data: bytes, wish: Wish | None = None, **options: object) -> Printed:
    asked = {key: options.pop(key) for key in ("marks", "grey", "safe") if key in options}
    return prepare(Item("01-worksheet.pdf", data, **options), Asked(wish or Wish(), **asked))  # type: ignore[arg-type]


# ----------------------------------------------------------------------------------------------- names and counts


@pytest.mark.parametrize(
    ("data", "wish", "name", "sheets"),
    [
        (numbered(3), Wish(), "01-worksheet-a4-both-sides-long-edge.pdf", 2),
        (numbered(1), Wish(), "01-worksheet-a4-one-side.pdf", 1),
        (numbered(6), Wish("booklet", "A4"), "01-worksheet-a5-booklet-on-a4-both-sides-short-edge.pdf", 2),
        (numbered(4), Wish("booklet"), "01-worksheet-a4-booklet-on-a3-both-sides-short-edge.pdf", 1),
        (numbered(9), Wish("4-up"), "01-worksheet-4-up-on-a4-both-sides-long-edge.pdf", 2),
        (numbered(2, A5), Wish("copies"), "01-worksheet-2-copies-on-a4-both-sides-short-edge.pdf", 1),
        (numbered(20, CARD), Wish("cards", edge="short"), "01-worksheet-cards-on-a4-both-sides-short-edge.pdf", 1),
        (numbered(2), Wish("enlarged", both_sides=False), "01-worksheet-enlarged-to-a3-one-side.pdf", 2),
        (numbered(1, CARD), Wish(), "01-worksheet-54x85mm-one-side.pdf", 1),
    ],
)
def test_a_name_says_what_to_set(data: bytes, wish: Wish, name: str, sheets: int) -> None:
    printed = job(data, wish)
    assert printed.file == name
    assert printed.sheets == sheets


def test_a_file_with_marks_says_so_and_how_large_its_sheet_is() -> None:
    printed = job(numbered(1), marks=Marks(crop=True))
    assert printed.file == "01-worksheet-a4-with-marks-one-side.pdf"
    assert printed.paper == "234 × 321 mm"
    assert job(numbered(1), marks=Marks(bleed=points(3))).file == "01-worksheet-a4-with-bleed-one-side.pdf"


def test_a_grey_file_says_so() -> None:
    printed = job(numbered(1), grey=True)
    assert printed.file.endswith("-one-side-grey.pdf")
    assert printed.coloured == ()


def test_paper_for_a_class_is_counted() -> None:
    assert job(numbered(5), copies=30).all_sheets == 90
    assert job(numbered(5), Wish("booklet", "A4"), copies=30).all_sheets == 60
    two_on_a_sheet = job(numbered(1, A5), Wish("copies"), copies=31)
    assert two_on_a_sheet.all_sheets == 16
    assert "print 16 times" in ticket("x", [two_on_a_sheet])


def test_sheets_that_hold_several_copies_already_are_counted_so() -> None:
    cards = job(numbered(2), copies=12, on_a_sheet=10)
    assert cards.all_sheets == 2
    assert "print 2 times (a sheet holds 10; needed: 12)" in ticket("x", [cards])


@pytest.mark.parametrize(
    ("data", "wish", "on_a_sheet", "offered"),
    [(numbered(1, A5), Wish("copies"), 1, 16), (numbered(2), Wish(), 10, 4), (numbered(2), Wish(), 1, 31)],
)
def test_a_print_dialogue_offers_to_print_as_often_as_the_ticket_says(
    data: bytes, wish: Wish, on_a_sheet: int, offered: int
) -> None:
    printed = job(data, wish, copies=31, on_a_sheet=on_a_sheet)
    settings = PdfReader(BytesIO(printed.data)).root_object["/ViewerPreferences"].get_object()
    assert settings["/NumCopies"] == printed.runs == offered  # type: ignore[index]


def test_sides_in_colour_are_those_with_a_coloured_page_on_them() -> None:
    def green(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0.5, 0)
        words(canvas, "green")

    def black(canvas: Canvas) -> None:
        words(canvas, "black")

    data = pdf([green, black, black, black, green, green])
    assert job(data).coloured == (1, 5, 6)
    assert job(data).coloured_sides == 3
    assert job(data, Wish("2-up")).coloured_sides == 2
    assert colour(job(data)) == "1, 5–6"


def test_cards_without_backs_have_nothing_printed_behind_them() -> None:
    assert job(numbered(4), one_sided=True).sheets == 4
    assert not job(numbered(4), one_sided=True).plan.both_sides


# ----------------------------------------------------------------------------------------------- what to mind


def said(printed: Printed) -> str:
    return "\n".join(printed.notes)


def test_a_plain_file_leaves_nothing_to_mind() -> None:
    assert job(numbered(2), safe=points(4)).notes == ()


def test_words_near_an_edge_are_named_with_their_distance() -> None:
    data = pdf([lambda canvas: None, lambda canvas: words(canvas, "on the edge", x=points(2), y=200)][1:])
    assert "Page 1: “on the edge” is 2.0 mm from the left edge; 4.0 mm are safe." in said(job(data, safe=points(4)))
    assert said(job(data, safe=points(1))) == ""


def test_words_beyond_an_edge_are_named() -> None:
    data = pdf([lambda canvas: words(canvas, "cut off", x=points(-2), y=200)])
    assert "“cut off” goes 2.0 mm beyond the left edge" in said(job(data, safe=points(4)))


def test_pages_made_smaller_bring_words_nearer_to_the_edge() -> None:
    data = pdf([lambda canvas: words(canvas, "words", x=points(5), y=200)])
    assert "safe" not in said(job(data, safe=points(4)))
    assert "“words”" in said(job(data, Wish("4-up"), safe=points(4)))


def test_only_edges_of_the_paper_count_where_nothing_is_cut() -> None:
    left = pdf([lambda canvas: words(canvas, f"at the left of {canvas.getPageNumber()}", x=points(2), y=400)] * 2)
    assert "Page 1: “at the left of 1” is 1.4 mm from the left edge" in said(job(left, Wish("2-up"), safe=points(4)))
    assert "left of 2" not in said(job(left, Wish("2-up"), safe=points(4))), "that edge lies in the middle"
    assert "at the left of 2" in said(job(left, Wish("copies", "A3"), safe=points(4))), "copies are cut apart"


def test_what_is_the_same_on_several_pages_is_said_once() -> None:
    data = pdf([lambda canvas: words(canvas, "a running head", x=points(2), y=400)] * 4)
    (note,) = job(data, safe=points(4)).notes
    assert note.startswith("Pages 1–4: “a running head” is 2.0 mm")


def test_paper_that_nobody_has_is_named() -> None:
    assert "Few printers hold paper of 54 × 85 mm: name yours, such as --paper A4" in said(job(numbered(2, CARD)))
    assert "Few printers hold paper of 420 × 592 mm" in said(job(numbered(4, (2 * A5[0], 2 * A5[1])), Wish("booklet")))
    assert said(job(numbered(2, CARD), Wish(paper="A4"))) == said(job(numbered(2, CARD), Wish("cards"))) == ""


def test_pages_of_several_sizes_are_told() -> None:
    writer = PdfWriter()
    for size in (A4, A4[::-1], A5):
        writer.append(BytesIO(numbered(1, size)))
    made = BytesIO()
    writer.write(made)
    assert "the first is A4, page 3 is A5. With --paper A4 all are laid on A4." in said(job(made.getvalue()))
    assert said(job(made.getvalue(), Wish(paper="A4"))) == ""


def test_a_scheme_that_gains_nothing_is_told() -> None:
    assert "A4 holds only one copy" in said(job(numbered(1), Wish("copies")))
    assert "Its pages are as large as A3 already." in said(job(numbered(1, (2 * A5[0], 2 * A5[1])), Wish("enlarged")))
    assert said(job(numbered(1), Wish("enlarged"))) == said(job(numbered(1, A5), Wish("copies"))) == ""


def test_a_coarse_picture_is_named_with_its_place() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, "a photograph")
        picture = ImageReader(Image.new("RGB", (100, 100), (90, 90, 90)))
        canvas.drawImage(picture, points(30), A4[1] - points(40) - 72, 72, 72)

    assert "the picture 30 mm from the left and 40 mm from the top has 100 dots per inch" in said(job(pdf([page])))
    assert "200 dots" in said(job(pdf([page]), Wish("4-up")))


def test_a_fine_picture_is_not_named() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (300, 300), (90, 90, 90))), 100, 100, 72, 72)

    assert said(job(pdf([page]))) == ""


def test_colours_alike_in_grey_are_named_with_how_near() -> None:
    def page(canvas: Canvas) -> None:
        for at, bar in enumerate(((0.8, 0.1, 0.1), (0.1, 0.42, 0.1))):
            canvas.setFillColorRGB(*bar)
            canvas.rect(100 + 24 * at, 100, 20, 90, stroke=0, fill=1)

    assert "#cc1a1a and #1a6b1a on page 1 are nearly the same in grey: 69% and 71% black." in said(job(pdf([page])))


def test_letters_that_become_too_small_are_named() -> None:
    data = pdf([lambda canvas: words(canvas, "small words", size=12)] * 4)
    assert "as little as 8.5 points" in said(job(data, Wish("booklet", "A4")))
    assert said(job(data, Wish("booklet"))) == ""


def test_empty_pages_are_told_at_the_end_of_a_file_and_of_a_booklet() -> None:
    assert "Left out at the end: 1 empty page." in said(job(pdf([lambda canvas: words(canvas, "one"), None])))
    assert "The last 3 pages of the booklet stay empty." in said(job(numbered(5, A5), Wish("booklet")))


def test_marks_need_larger_paper_and_folds_a_place() -> None:
    marks = Marks(points(3), crop=True, fold=True)
    assert "234 × 321 mm" in said(job(numbered(1), marks=marks))
    assert "--fold-at" in said(job(numbered(1), marks=marks))
    assert "--fold-at" not in said(job(numbered(1), Wish(folds=(100.0,)), marks=marks))
    assert job(numbered(1), marks=Marks(fold=True)).paper == "A4"


def test_cards_leave_room_for_their_marks_on_the_paper() -> None:
    marks = Marks(points(3), crop=True)
    printed = job(numbered(20, CARD), Wish("cards", gap=points(6)), marks=marks)
    assert "larger" not in said(printed)
    assert [len(side.spots) for side in printed.plan.sides] == [5, 5, 5, 5]
    assert len(job(numbered(20, CARD), Wish("cards")).plan.sides[0].spots) == 10


# ----------------------------------------------------------------------------------------------- ticket and packs


def test_a_ticket_says_what_to_set_on_one_page() -> None:
    printed = [job(numbered(5), Wish("booklet", "A4"), copies=30), job(numbered(1), for_each="adult")]
    text = ticket("our-pack", printed)
    assert "01-worksheet-a5-booklet-on-a4-both-sides-short-edge.pdf" in text
    assert "30 copies; A4 lengthways; both sides, flip on the short edge; colour: none; 60 sheets" in text
    assert "1 copy for each adult" in text
    assert "Sheets in all: 61 of A4." in text
    assert "staple" in text
    assert "cannot be read aloud" in text
    assert len(text.splitlines()) < 60
    assert max(map(len, text.splitlines())) <= 90


def make_pack(folder: Path) -> Path:
    documents = [
        {"document": "plan", "copies": "each-adult", "colour": False, "files": {"01-plan.pdf": "", "01-plan.docx": ""}},
        {"document": "sheet", "copies": "each-pupil", "files": {"02-sheet.pdf": "", "02-sheet-print.pdf": ""}},
        {
            "document": "cards",
            "copies": "one",
            "one-sided": True,
            "copies-on-a-sheet": 10,
            "files": {"03-cards.pdf": ""},
        },
        {"document": "page", "copies": "one", "files": {"04-page.html": ""}},
    ]
    (folder / "manifest.json").write_text(json.dumps({"documents": documents}), "utf-8")
    for name in ("00-index.pdf", "01-plan.pdf", "02-sheet.pdf", "02-sheet-print.pdf", "03-cards.pdf"):
        (folder / name).write_bytes(numbered(2, A6))
    return folder


def test_a_pack_is_printed_in_its_order_with_its_copies(tmp_path: Path) -> None:
    items = [member.item for member in members(make_pack(tmp_path), 12)]
    assert [item.name for item in items] == ["00-index.pdf", "01-plan.pdf", "02-sheet-print.pdf", "03-cards.pdf"]
    assert [(item.copies, item.for_each) for item in items] == [(1, ""), (1, "adult"), (12, ""), (1, "")]
    assert [item.one_sided for item in items] == [False, False, False, True]
    assert [item.on_a_sheet for item in items] == [1, 1, 1, 10]
    assert items[1].grey_will_do


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(LessonkitError, match="This folder is not a pack"):
        members(tmp_path, 0)
    make_pack(tmp_path)
    (tmp_path / "01-plan.pdf").unlink()
    with pytest.raises(LessonkitError, match=r"should hold 01-plan\.pdf"):
        members(tmp_path, 0)
