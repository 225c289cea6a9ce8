"""Mutations that look right to a validator: parts of lists, cells in other rows, codes of no language, hidden words."""

from __future__ import annotations

from typing import Any

from pypdf.generic import NullObject, NumberObject, StreamObject

from check.mutations.arranging import row
from check.mutations.editing import Editing, op, pdf_object
from check.mutations.good import contacts
from check.mutations.looks import _title
from check.mutations.mutation import mutation
from check.mutations.structure import PARAGRAPH
from lessonkit.check.anypdf import read_facts
from lessonkit.check.anypdf.facts import Content


def _beside(pdf: Editing, element: Any, made: list[Any]) -> None:
    """Puts elements behind another one."""
    parent = pdf.parent(element)
    kids = pdf.kids(parent)
    at = next(n for n, kid in enumerate(kids) if kid.get_object() is element)
    for each in made:
        pdf.set(each, "/P", parent.indirect_reference)
    pdf.set_kids(parent, [*kids[: at + 1], *made, *kids[at + 1 :]])


@mutation("lists-are-whole")
def a_list_for_each_item(pdf: Editing) -> None:
    listed = pdf.element("L")
    first, *items = pdf.kids(listed)
    pdf.set_kids(listed, [first])
    kind = {"/A": {"/O": "/List", "/ListNumbering": "/Disc"}}
    made = [pdf.add_element(listed, "L", item, **kind) for item in items]
    for outer, item in zip(made, items, strict=True):
        pdf.set(item, "/P", outer)
    pdf.set_kids(listed, [first])
    _beside(pdf, listed, made)


@mutation("lists-are-tagged")
def the_last_item_of_a_list_as_a_paragraph(pdf: Editing) -> None:
    listed = pdf.element("L")
    *items, last = pdf.kids(listed)
    pdf.set_kids(listed, items)
    for role in ("Lbl", "LBody", "P"):
        pdf.rename(role, "Span", last.get_object())
    pdf.set(last, "/S", "/P")
    _beside(pdf, listed, [last])


@mutation("list-items-are-apart")
def items_with_drawn_bullets_in_one(pdf: Editing) -> None:
    first, *items = pdf.elements("LI", pdf.element("L"))
    body = pdf.elements("LBody", first)[0]
    for item in items:
        label = pdf.elements("Lbl", item)[0]
        pdf.edit_content(label, lambda found: [*(each for each in found if each[1] != b"TJ"), op("re", 60, 400, 3, 3)])
        pdf.set(label, "/ActualText", "•")
        for role in ("Lbl", "LBody", "P"):
            pdf.rename(role, "Span", item)
        pdf.set(item, "/S", "/P")
        pdf.detach(item)
        pdf.set(item, "/P", body.indirect_reference)
        pdf.set_kids(body, [*pdf.kids(body), item.indirect_reference])


@mutation("actual-text-agrees")
def a_number_of_a_list_that_is_not_spoken(pdf: Editing) -> None:
    pdf.set(pdf.elements("Lbl", pdf.element("L", 1))[-1], "/ActualText", "")


@mutation("order-follows-the-page")
def two_numbers_in_each_other_s_row(pdf: Editing) -> None:
    first, second = row(pdf, 1), row(pdf, 3)
    one, other = pdf.kids(first), pdf.kids(second)
    one[1], other[1] = other[1], one[1]
    for outer, kids in ((first, one), (second, other)):
        pdf.set_kids(outer, kids)
        pdf.set(kids[1], "/P", outer.indirect_reference)


@mutation("table-has-header-cells")
def one_row_whose_header_is_data(pdf: Editing) -> None:
    cell = pdf.elements("TH", row(pdf, 2))[0]
    pdf.set(cell, "/S", "/TD")
    pdf.set(cell, "/A", None)


@mutation("header-cells-point-their-way")
def one_column_header_that_points_along_its_row(pdf: Editing) -> None:
    pdf.attribute(pdf.elements("TH")[1], "/Scope", "/Row")


@mutation("header-cells-point-their-way")
def numbers_as_headers_of_their_column(pdf: Editing) -> None:
    for number in (1, 2, 3):
        cell = pdf.elements("TD", row(pdf, number))[0]
        pdf.set(cell, "/S", "/TH")
        pdf.set(cell, "/A", {"/O": "/Table", "/Scope": "/Column"})


@mutation("order-follows-the-page")
def a_caption_beside_nothing(pdf: Editing) -> None:
    pdf.set(pdf.element("P", PARAGRAPH), "/S", "/Caption")


@mutation("file-has-language")
def a_language_of_no_region(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", "en-UK")


@mutation("file-has-language", "language-is-that-of-the-words")
def a_language_that_does_not_exist(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", "xx")


@mutation("file-has-language")
def a_phrase_in_the_language_of_no_region(pdf: Editing) -> None:
    pdf.set(pdf.element("Span"), "/Lang", "cy-WL")


@mutation()
def a_language_with_its_script_and_variant(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", "en-Latn-GB-oxendict")


@mutation("alt-hides-no-words", "figure-box-is-where-it-is")
def a_paragraph_as_a_picture(pdf: Editing) -> None:
    paragraph = pdf.element("P", PARAGRAPH)
    pdf.set(paragraph, "/S", "/Figure")
    pdf.set(paragraph, "/Alt", "Good moments for a talk")


@mutation("elements-are-filled")
def a_picture_that_is_not_drawn(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("Figure"), lambda _: [])


@mutation("letters-are-themselves")
def an_alternative_text_with_commands(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "\0".join("A hand holds a phone"))


@mutation("letters-are-themselves")
def an_alternative_text_from_back_to_front(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "\u202eA hand holds a phone")


@mutation("letters-are-themselves")
def an_alternative_text_with_letters_of_two_alphabets(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A h\u0430nd holds a phone")


@mutation("letters-are-themselves")
def an_alternative_text_with_letters_for_digits(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A phone with the number O800 1111")


@mutation("alt-says-what-is-shown")
def a_field_of_a_template_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "{{ picture.alt }}")


@mutation("alt-says-what-is-shown")
def an_ornament_with_an_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Decorative line")


@mutation("alt-says-what-is-shown")
def the_number_of_a_picture_agency_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "shutterstock_1234567")


def _picture(pdf: Editing, left: int, bottom: int, width: int, height: int, **entries: Any) -> None:
    """Draws a raster image above all that is on the second page."""
    made = StreamObject()
    made.set_data(b"\xff" * 300)
    known = {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 10, "/Height": 10, "/BitsPerComponent": 8}
    made.update(pdf_object(known | {"/ColorSpace": "/DeviceRGB"} | {f"/{key}": each for key, each in entries.items()}))
    pdf.set(pdf.pages[1]["/Resources"], "/XObject", {"/Cover": pdf.writer._add_object(made)})
    place = op("q"), op("cm", width, 0, 0, height, left, bottom), op("Do", "/Cover"), op("Q")
    pdf.add(1, op("BMC", "/Artifact"), *place, op("EMC"))


@mutation("words-are-seen")
def words_under_a_picture(pdf: Editing) -> None:
    _picture(pdf, 50, 520, 300, 60)


@mutation()
def words_under_a_picture_that_lets_them_through(pdf: Editing) -> None:
    _picture(pdf, 50, 520, 300, 60, Mask=[0, 0, 0, 0, 0, 0])


@mutation()
def a_dark_frame_between_two_rectangles(pdf: Editing) -> None:
    frame = op("re", 50, 400, 500, 400), op("re", 51, 401, 498, 398), op("f*")
    pdf.add(0, op("BMC", "/Artifact"), op("q"), op("g", 0.2), *frame, op("Q"), op("EMC"), first=True)


def _draw_in(pdf: Editing, element: Any, *box: float) -> None:
    """Paints a light box as content of an element, beneath its words."""
    page, _ = pdf.content_of(element)
    painted = [op("q"), op("g", 0.95), op("re", *box), op("f"), op("Q")]
    pdf.add(page, op("BDC", "/TH", {"/MCID": 90}), *painted, op("EMC"), first=True)
    pdf.set(element, "/Pg", pdf.pages[page].indirect_reference)
    pdf.set_kids(element, [NumberObject(90), *pdf.kids(element)])
    listed = pdf.root["/ParentTree"]["/Nums"][2 * page + 1].get_object()
    listed.extend([NullObject()] * (90 - len(listed)) + [element.indirect_reference])


@mutation()
def the_ground_of_a_cell_as_its_content(pdf: Editing) -> None:
    _draw_in(pdf, pdf.element("TH"), 0, 0, 595, 842)


@mutation("pictures-are-tagged")
def an_icon_in_a_cell_as_its_content(pdf: Editing) -> None:
    _draw_in(pdf, pdf.element("TH"), 300, 20, 12, 12)


def _cover(pdf: Editing, left: float, right: float, *, lines: bool = False) -> None:
    """Paints white over a part of the first line of a paragraph, as a share of its width."""
    page, number = pdf.content_of(pdf.element("P", PARAGRAPH))
    run = next(run for run in read_facts(pdf.data()).pages[page].runs if run.content == Content(page + 1, number))
    one, other = (run.box.left + share * run.box.width for share in (left, right))
    corners = [(one, run.box.bottom), (other, run.box.bottom), (other, run.box.top), (one, run.box.top)]
    path = [op("m", *corners[0]), *(op("l", *each) for each in corners[1:]), op("h")]
    box = [op("re", one, run.box.bottom, other - one, run.box.height)]
    pdf.add(page, op("BMC", "/Artifact"), op("q"), op("g", 1), *(path if lines else box), op("f"), op("Q"), op("EMC"))


@mutation("words-are-seen")
def a_few_words_under_a_box(pdf: Editing) -> None:
    _cover(pdf, 0.5, 0.6)


@mutation("words-are-seen")
def words_under_a_box_that_is_drawn_with_lines(pdf: Editing) -> None:
    _cover(pdf, -0.1, 1.1, lines=True)


@mutation()
def a_box_that_begins_behind_the_last_letter(pdf: Editing) -> None:
    _cover(pdf, 0.99, 1.1)


@mutation()
def a_dark_frame_with_round_corners(pdf: Editing) -> None:
    corners = (100, 400), (500, 400), (540, 500), (540, 700), (500, 800), (100, 800), (50, 700), (50, 500)
    inner = [(x + (1 if x < 300 else -1), y + (1 if y < 600 else -1)) for x, y in corners]
    paths = [[op("m", *path[0]), *(op("l", *each) for each in path[1:]), op("h")] for path in (corners, inner)]
    pdf.add(
        0, op("BMC", "/Artifact"), op("q"), op("g", 0.2), *paths[0], *paths[1], op("f*"), op("Q"), op("EMC"), first=True
    )


@mutation("words-are-seen")
def words_that_only_cut_something_out(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: [op("Tr", 7), *found, op("Tr", 0)])


@mutation("type-is-large-enough")
def squeezed_letters(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: [op("Tz", 25), *found, op("Tz", 100)])


@mutation("file-has-title")
def the_title_of_a_copy(pdf: Editing) -> None:
    _title(pdf, "Copy of Talking about pictures")


@mutation("file-has-title")
def a_number_as_title(pdf: Editing) -> None:
    _title(pdf, "12")


@mutation("file-opens-quietly")
def pages_that_turn_to_the_other_side(pdf: Editing) -> None:
    pdf.set(pdf.catalog["/ViewerPreferences"], "/Direction", "/R2L")


@mutation("words-are-finished")
def words_that_were_to_be_blacked_out(pdf: Editing) -> None:
    marking = {"/Type": "/Annot", "/Subtype": "/Redact", "/Rect": [56, 500, 300, 520], "/F": 4, "/Contents": "Name"}
    pdf.pages[1]["/Annots"].append(pdf.writer._add_object(pdf_object(marking)))


@mutation("header-cells-point-their-way")
def one_row_header_that_points_down_its_column(pdf: Editing) -> None:
    pdf.attribute(pdf.elements("TH", row(pdf, 2))[0], "/Scope", "/Column")


@mutation("table-has-header-cells")
def a_cell_of_data_as_a_header(pdf: Editing) -> None:
    cell = pdf.elements("TD", row(pdf, 2))[0]
    pdf.set(cell, "/S", "/TH")
    pdf.set(cell, "/A", {"/O": "/Table", "/Scope": "/Column"})


@mutation("table-has-header-cells")
def a_header_in_the_corner_as_data(pdf: Editing) -> None:
    cell = pdf.elements("TH", row(pdf, 0))[0]
    pdf.set(cell, "/S", "/TD")
    pdf.set(cell, "/A", None)


@mutation("order-follows-the-page")
def a_caption_that_is_read_after_its_table(pdf: Editing) -> None:
    table = pdf.element("Table")
    caption, *rest = pdf.kids(table)
    pdf.set_kids(table, [*rest, caption])


@mutation("order-follows-the-page", of=contacts)
def a_link_that_is_read_before_the_words_to_its_left(pdf: Editing) -> None:
    paragraph = pdf.parent(pdf.element("Link"))
    words, link, *rest = pdf.kids(paragraph)
    pdf.set_kids(paragraph, [link, words, *rest])


def _join(pdf: Editing, first: Any, second: Any) -> list[Any]:
    """Takes the second item of a list away, and gives what it held to the first."""
    pdf.detach(second)
    kids = pdf.kids(second)
    for kid in kids:
        pdf.set(kid, "/P", first.indirect_reference)
    pdf.set_kids(first, [*pdf.kids(first), *kids])
    return kids


@mutation("list-items-are-apart")
def two_items_as_one(pdf: Editing) -> None:
    _join(pdf, *pdf.elements("LI", pdf.element("L", 0))[:2])


@mutation("list-items-are-apart", "list-labels-are-in-order")
def a_numbered_item_in_the_body_of_the_one_before(pdf: Editing) -> None:
    first, second = pdf.elements("LI", pdf.element("L", 1))[:2]
    inner = pdf.elements("LBody", first)[0]
    for kid in _join(pdf, first, second):
        pdf.set(kid, "/S", "/P")
        pdf.set(kid, "/P", inner.indirect_reference)
        pdf.set_kids(inner, [*pdf.kids(inner), kid])
    pdf.set_kids(first, pdf.kids(first)[:2])


@mutation("list-items-are-apart")
def a_tick_box_that_is_not_spoken(pdf: Editing) -> None:
    for number, label in enumerate(pdf.elements("Lbl", pdf.element("L", 0))):
        pdf.set(label, "/ActualText", None if number else "tick box")
        if number:
            pdf.edit_content(label, lambda found: [each for each in found if each[1] != b"TJ"])


@mutation("lists-are-whole")
def a_list_with_bullets_in_two_pieces(pdf: Editing) -> None:
    one = pdf.element("L", 0)
    items, parent = pdf.kids(one), pdf.parent(one)
    other = pdf.add_element(parent, "L", *items[2:], **{"/A": one["/A"]} if "/A" in one else {})
    for item in items[2:]:
        pdf.set(item, "/P", other)
    pdf.set_kids(one, items[:2])
    kids = pdf.kids(parent)[:-1]
    at = next(number for number, kid in enumerate(kids) if kid.get_object() is one)
    pdf.set_kids(parent, [*kids[: at + 1], other, *kids[at + 1 :]])


@mutation("lists-are-tagged")
def a_list_of_numbers_beside_paragraphs(pdf: Editing) -> None:
    found = pdf.element("L", 1)
    for role, new in (("LI", "Div"), ("Lbl", "P"), ("LBody", "P")):
        pdf.rename(role, new, found)
    pdf.set(found, "/S", "/Div")
    pdf.set(found, "/A", None)


@mutation("lists-are-tagged", "table-has-header-cells")
def lines_with_bullets_in_a_cell(pdf: Editing) -> None:
    found = pdf.element("L", 0)
    for role, new in (("P", "Span"), ("LI", "P"), ("Lbl", "Span"), ("LBody", "Span")):
        pdf.rename(role, new, found)
    kids = pdf.kids(found)
    pdf.set_kids(found, [])
    cell = pdf.add_element(pdf.add_element(found, "TR"), "TD", *kids)
    for kid in kids:
        pdf.set(kid, "/P", cell)
    pdf.set(found, "/S", "/Table")
    pdf.set(found, "/A", None)


@mutation("type-is-large-enough")
def the_first_line_of_a_paragraph_in_tiny_type(pdf: Editing) -> None:
    def shrink(found: list[Any]) -> list[Any]:
        first = next(at for at, each in enumerate(found) if each[1] == b"TJ")
        return [*found[:first], op("Tf", "/F1", 4), found[first], op("Tf", "/F1", 11), *found[first + 1 :]]

    pdf.edit_content(pdf.element("P", PARAGRAPH), shrink)


@mutation("elements-are-filled")
def a_list_of_nothing_after_a_list(pdf: Editing) -> None:
    one = pdf.element("L", 0)
    parent = pdf.parent(one)
    other = pdf.add_element(parent, "L")
    kids = pdf.kids(parent)[:-1]
    at = next(number for number, kid in enumerate(kids) if kid.get_object() is one)
    pdf.set_kids(parent, [*kids[: at + 1], other, *kids[at + 1 :]])


@mutation("lists-are-tagged", "order-follows-the-page", "table-has-header-cells")
def a_cell_that_is_read_from_its_foot(pdf: Editing) -> None:
    lines_with_bullets_in_a_cell(pdf)
    cell = pdf.element("TD")
    pdf.set_kids(cell, pdf.kids(cell)[::-1])
