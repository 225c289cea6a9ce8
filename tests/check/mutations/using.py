"""Mutations that readers meet while they use a file: they open it, turn its pages, follow links and fill in fields."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ByteStringObject, DecodedStreamObject, NullObject, NumberObject

from check.mutations.editing import Editing, Operation, op
from check.mutations.links import PRINTED, WEBSITE
from check.mutations.listening import SIGN
from check.mutations.looking import add_plain_font, say
from check.mutations.mutation import mutation
from lessonkit.check.anypdf import read_facts
from lessonkit.check.anypdf.facts import Content


def dial(pdf: Editing, address: str, words: str = "0800 1111") -> None:
    """Turns a link into one whose words are a number or an address, and that leads to this address."""
    element = pdf.elements("Link")[PRINTED]
    page, _ = pdf.content_of(element)
    add_plain_font(pdf, page)
    shown = [op("Tf", "/Plain", 12), op("Tj", ByteStringObject(words.encode("ascii"))), op("Tf", "/F3", 12)]

    def other(found: list[Operation]) -> list[Operation]:
        return [new for each in found for new in (shown if each[1] == b"TJ" else [each])]

    pdf.edit_content(element, other)
    pdf.set(pdf.link(PRINTED), "/Contents", words)
    pdf.set(pdf.link(PRINTED)["/A"], "/URI", address)


@mutation()
def a_telephone_number_that_rings_itself(pdf: Editing) -> None:
    dial(pdf, "tel:+448001111")


@mutation("link-words-name-their-target")
def a_telephone_number_that_rings_somebody_else(pdf: Editing) -> None:
    dial(pdf, "tel:+441632960960")


@mutation("link-words-name-their-target")
def a_mail_address_that_writes_to_somebody_else(pdf: Editing) -> None:
    dial(pdf, "mailto:other@school.uk", "help@school.uk")


@mutation("links-are-tagged")
def a_link_of_which_the_first_letter_can_be_clicked(pdf: Editing) -> None:
    left, bottom, _, top = (float(each) for each in pdf.link(WEBSITE)["/Rect"])
    pdf.set(pdf.link(WEBSITE), "/Rect", [left, bottom, left + 6, top])


@mutation("links-are-tagged", "link-words-name-their-target", "order-follows-the-page")
def one_link_tagged_as_two(pdf: Editing) -> None:
    first = pdf.elements("Link")[WEBSITE]
    paragraph = pdf.parent(first)
    start, one, between, other, *rest = pdf.kids(paragraph)
    pdf.set_kids(paragraph, [start, one, other, between, *rest])
    pdf.set(pdf.link(WEBSITE)["/A"], "/URI", "https://www.iwf.org.uk")


@mutation("links-are-seen")
def a_link_that_looks_like_its_neighbours(pdf: Editing) -> None:
    dark = op("rg", 0.122, 0.161, 0.216)
    pdf.edit_content(
        pdf.elements("Link")[WEBSITE], lambda found: [dark if each[1] == b"rg" else each for each in found]
    )
    pdf.set_operations(0, [each for each in pdf.operations(0) if each[1] != b"l"])


# ------------------------------------------------------------------------------------------------------- fields


def field(pdf: Editing, **entries: Any) -> Any:
    """Adds a text field at the foot of the second page."""
    usual = {"Type": "/Annot", "Subtype": "/Widget", "FT": "/Tx", "T": "school", "TU": "Name of your school"}
    made = {f"/{key}": each for key, each in {**usual, "Rect": [60, 60, 200, 80], **entries}.items()}
    page, key = pdf.pages[1], 900 + len(pdf.pages[1].get("/Annots", []))
    reference = pdf.writer._add_object(pdf_dictionary(pdf, {**made, "/StructParent": key}))
    pdf.set(page, "/Annots", [*page.get("/Annots", []), reference])
    held = {"/Type": "/OBJR", "/Obj": reference, "/Pg": page.indirect_reference}
    role = "Form" if made["/Subtype"] == "/Widget" else "Annot"
    form = pdf.add_element(pdf.element("Sect", 1), role, pdf.writer._add_object(pdf_dictionary(pdf, held)))
    pdf.root["/ParentTree"]["/Nums"].extend([NumberObject(key), form])


def pdf_dictionary(pdf: Editing, value: dict[str, Any]) -> Any:
    """A dictionary of plain values, as an object of its own."""
    pdf.set(pdf.pages[1], "/Made", value)
    return pdf.pages[1].pop("/Made")


@mutation()
def a_field_with_its_name(pdf: Editing) -> None:
    field(pdf)


@mutation("fields-have-names")
def a_field_whose_name_a_program_gave(pdf: Editing) -> None:
    field(pdf, TU="Text1")


@mutation("fields-have-names")
def two_fields_of_one_name(pdf: Editing) -> None:
    field(pdf, TU="Name", T="first")
    field(pdf, TU="Name", T="second", Rect=[260, 60, 400, 80])


@mutation("fields-can-be-filled-in")
def a_field_outside_the_page(pdf: Editing) -> None:
    field(pdf, Rect=[900, 60, 1000, 80])


@mutation("fields-can-be-filled-in")
def a_field_that_the_structure_does_not_hold(pdf: Editing) -> None:
    field(pdf)
    pdf.detach(pdf.element("Form"))


@mutation("fields-can-be-filled-in")
def a_field_as_low_as_a_line(pdf: Editing) -> None:
    field(pdf, Rect=[60, 60, 200, 61])


@mutation("fields-can-be-filled-in")
def a_field_over_the_words(pdf: Editing) -> None:
    field(pdf, Rect=[50, 500, 500, 800])


# --------------------------------------------------------------------------------- opening and turning the pages


@mutation("file-opens-quietly")
def a_page_that_runs_a_script(pdf: Editing) -> None:
    pdf.set(pdf.pages[1], "/AA", {"/O": {"/S": "/JavaScript", "/JS": "app.setTimeOut('close()', 9000)"}})


@mutation("file-opens-quietly")
def pages_that_turn_themselves(pdf: Editing) -> None:
    pdf.set(pdf.pages[0], "/Dur", 5)


@mutation("file-opens-quietly")
def a_window_without_menus(pdf: Editing) -> None:
    pdf.set(pdf.catalog["/ViewerPreferences"], "/HideMenubar", True)


@mutation("file-opens-quietly")
def a_file_over_the_whole_screen(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/PageMode", "/FullScreen")


@mutation("file-opens-quietly")
def a_file_that_opens_at_its_last_page(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/OpenAction", [pdf.pages[-1].indirect_reference, "/Fit"])


@mutation("file-opens-quietly")
def a_form_that_only_one_program_shows(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/AcroForm", {"/Fields": [], "/XFA": "x"})


def foot(pdf: Editing, *feet: str) -> None:
    """Adds pages until there are as many, and writes a line at the foot of each."""
    while len(pdf.pages) < len(feet):
        pdf.pages.append(pdf.writer.add_blank_page(595, 842))
        pdf.set(pdf.pages[-1], "/Resources", {"/Font": {}})
    for at, line in enumerate(feet):
        add_plain_font(pdf, at)
        words = op("Tj", ByteStringObject(line.encode("ascii")))
        placed = [op("Tf", "/Plain", 12), op("g", 0), op("Tm", 1, 0, 0, 1, 300, 30), words]
        pdf.add(at, op("BMC", "/Artifact"), op("BT"), *placed, op("ET"), op("EMC"))


@mutation()
def pages_with_their_own_numbers(pdf: Editing) -> None:
    foot(pdf, "1", "2", "3")


@mutation("page-numbers-agree")
def pages_with_other_numbers_than_readers_call_them(pdf: Editing) -> None:
    foot(pdf, "5", "6", "7")


@mutation("page-numbers-agree")
def a_page_with_the_number_of_another(pdf: Editing) -> None:
    foot(pdf, "Page 1", "Page 2", "Page 2", "Page 4")


@mutation("page-numbers-agree")
def a_page_of_another_number_of_pages(pdf: Editing) -> None:
    foot(pdf, "1 of 4", "2 of 4", "3 of 14", "4 of 4")


@mutation()
def pages_with_the_number_of_a_part_beside_their_own(pdf: Editing) -> None:
    foot(pdf, "Part 1, page 1", "Part 1, page 2", "Part 1, page 3", "Part 2, page 4")


@mutation()
def pages_whose_labels_are_their_numbers(pdf: Editing) -> None:
    foot(pdf, "5", "6", "7")
    pdf.set(pdf.catalog, "/PageLabels", {"/Nums": [0, {"/S": "/D", "/St": 5}]})


@mutation("page-numbers-agree")
def two_pages_that_a_reader_calls_seven_and_eight(pdf: Editing) -> None:
    foot(pdf, "1 of 2", "2 of 2")
    pdf.set(pdf.catalog, "/PageLabels", {"/Nums": [0, {"/S": "/D", "/St": 7}]})


@mutation("page-numbers-agree")
def two_pages_that_a_reader_calls_by_letters(pdf: Editing) -> None:
    foot(pdf, "1 of 2", "2 of 2")
    pdf.set(pdf.catalog, "/PageLabels", {"/Nums": [0, {"/S": "/a"}]})


@mutation("page-numbers-agree")
def a_page_that_is_named_and_not_there(pdf: Editing) -> None:
    say(pdf, "See page 9")


@mutation("films-have-words")
def a_film(pdf: Editing) -> None:
    field(pdf, Subtype="/Screen", FT=NullObject(), T=NullObject(), TU=NullObject(), Contents="Film about walking")


# -------------------------------------------------------------------------------------------- what was left over


@mutation("words-are-finished")
def a_comment_of_the_author(pdf: Editing) -> None:
    field(pdf, Subtype="/Text", FT=NullObject(), T="Anna", TU=NullObject(), Contents="Is this still true?")


@mutation("words-are-finished")
def a_field_that_a_mail_merge_left(pdf: Editing) -> None:
    say(pdf, "Dear {{parent_name}}")


@mutation("words-are-finished")
def a_mark_of_the_web(pdf: Editing) -> None:
    say(pdf, "A sign&nbsp;is no proof")


@mutation("words-are-finished")
def a_mark_of_markdown(pdf: Editing) -> None:
    say(pdf, "A sign is **no proof** at all")


@mutation("words-are-finished")
def words_struck_through(pdf: Editing) -> None:
    say(pdf, "A sign is proof")
    page, number = pdf.content_of(pdf.element("P", SIGN))
    pdf.add(page, *line_through(pdf, page, number))


def line_through(pdf: Editing, page: int, number: int) -> list[Operation]:
    """A short line in the middle of the height of some words."""
    run = next(run for run in read_facts(pdf.data()).pages[page].runs if run.content == Content(page + 1, number))
    left, height = run.box.left + 10, run.baseline + 0.3 * run.size
    drawn = [op("re", left, height, 30, 0.8), op("f")]
    return [op("BMC", "/Artifact"), op("g", 0), *drawn, op("EMC")]


@mutation("links-lead-somewhere", "link-words-name-their-target")
def a_link_to_a_drive(pdf: Editing) -> None:
    pdf.set(pdf.link(WEBSITE)["/A"], "/URI", "C:\\lessons\\help.pdf")


@mutation("file-has-title")
def the_title_of_another_file(pdf: Editing) -> None:
    stream = DecodedStreamObject()
    data = pdf.catalog["/Metadata"].get_object().get_data()
    stream.set_data(data.replace(b"Talking about pictures: a guide for parents", b"Lunch menu for March"))
    pdf.set(pdf.catalog, "/Metadata", pdf.writer._add_object(stream))
    pdf.writer.add_metadata({"/Title": "Lunch menu for March"})
