"""Mutations of what readers reach other people and other places with: numbers, addresses, notes, bookmarks."""

from __future__ import annotations

from typing import Any

from pypdf.generic import NullObject

from check.mutations.editing import Editing, op, opens
from check.mutations.good import contacts
from check.mutations.links import AGAIN, PRINTED, WEBSITE
from check.mutations.listening import after
from check.mutations.looking import font_of, say_in
from check.mutations.mutation import mutation
from check.mutations.using import dial, foot

TELEPHONE, NOTE, BACK, MAIL = range(4)
"""Links of the document with contacts: a number, the mark of a note, the way back from it, an address."""
CHILDLINE = "https://www.childline.org.uk"


def _lead(pdf: Editing, address: str) -> None:
    """Both links with the same words."""
    for number in (WEBSITE, AGAIN):
        pdf.set(pdf.link(number)["/A"], "/URI", address)


def _mail(pdf: Editing, address: str) -> None:
    pdf.set(pdf.link(MAIL)["/A"], "/URI", f"mailto:{address}")


def _at(pdf: Editing, page: int, top: float) -> list[Any]:
    return [pdf.pages[page].indirect_reference, "/XYZ", 0, top, 0]


@mutation("link-words-name-their-target", of=contacts)
def a_telephone_number_that_opens_a_page(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE)["/A"], "/URI", CHILDLINE)


@mutation("link-words-name-their-target", of=contacts)
def a_telephone_number_with_a_digit_too_much(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE)["/A"], "/URI", "tel:080011111")


@mutation("link-words-name-their-target", of=contacts)
def a_telephone_number_without_its_last_digit(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE)["/A"], "/URI", "tel:0800111")


@mutation("link-words-name-their-target", of=contacts)
def a_mail_address_with_a_letter_too_much(pdf: Editing) -> None:
    _mail(pdf, "shelp@school.uk")


@mutation()
def a_number_for_deaf_callers(pdf: Editing) -> None:
    dial(pdf, "tel:18001101", "101")


@mutation("links-are-tagged", "parent-tree-matches", of=contacts)
def a_telephone_number_tagged_word_by_word(pdf: Editing) -> None:
    link = pdf.element("Link", TELEPHONE)
    page, number = pdf.content_of(link)
    font = str(font_of(pdf, link)[0][0])[1:]
    first, second = (pdf.codes(page, text, font) for text in ("0800 ", "1111"))
    pieces = [op("Tj", first), op("EMC"), op("BDC", "/Link", {"/MCID": 90}), op("Tj", second)]
    pdf.edit(page, number, lambda found: [new for each in found for new in (pieces if each[1] == b"TJ" else [each])])
    made = pdf.add_element(pdf.parent(link), "Link", 90, *pdf.kids(link)[1:])
    pdf.set(made, "/Pg", pdf.pages[page].indirect_reference)
    after(pdf, link, made)
    listed = pdf.root["/ParentTree"]["/Nums"][1].get_object()
    listed.extend([NullObject()] * (90 - len(listed)) + [made])


@mutation("link-descriptions-agree", of=contacts)
def a_telephone_number_described_as_another(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/Contents", "Call 0800 1112")


@mutation(of=contacts)
def a_telephone_number_described_with_the_code_of_its_country(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/Contents", "Call +44 (0)800 1111")


@mutation("link-descriptions-agree", of=contacts)
def a_telephone_number_described_as_a_program_dials_it(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/Contents", "tel:08001111")


@mutation("link-descriptions-agree")
def a_short_number_described_as_another(pdf: Editing) -> None:
    dial(pdf, "tel:999", "999")
    pdf.set(pdf.link(PRINTED), "/Contents", "101")


@mutation(of=contacts)
def a_telephone_number_described_without_its_space(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/Contents", "Telephone 08001111")


@mutation("link-descriptions-agree", of=contacts)
def a_mail_address_described_as_another(pdf: Editing) -> None:
    pdf.set(pdf.link(MAIL), "/Contents", "Mail to office@school.uk")


@mutation("link-descriptions-agree", of=contacts)
def a_note_described_as_another(pdf: Editing) -> None:
    pdf.set(pdf.link(NOTE), "/Contents", "Note 2")


@mutation("alt-hides-no-words", of=contacts)
def a_telephone_number_that_stands_for_another(pdf: Editing) -> None:
    pdf.set(pdf.element("Link", TELEPHONE), "/E", "0800 2222")


@mutation("alt-says-what-is-shown", of=contacts)
def a_picture_with_another_telephone_number(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A phone calls 0800 1112")


@mutation(of=contacts)
def a_picture_with_a_telephone_number_of_its_own(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A phone calls 01632 960960")


@mutation("link-words-name-their-target", of=contacts)
def words_that_ring_a_number_with_a_slip(pdf: Editing) -> None:
    pdf.set(pdf.link(-1), "/Dest", None)
    pdf.set(pdf.link(-1), "/A", {"/S": "/URI", "/URI": "tel:+448001121"})


@mutation(of=contacts)
def words_that_ring_another_number(pdf: Editing) -> None:
    pdf.set(pdf.link(-1), "/Dest", None)
    pdf.set(pdf.link(-1), "/A", {"/S": "/URI", "/URI": "tel:01632960960"})


@mutation("artifacts-hold-no-text")
def a_telephone_number_at_the_foot_alone(pdf: Editing) -> None:
    foot(pdf, "Call 01632 960001", "Call 01632 960001")


@mutation()
def a_telephone_number_at_the_foot_too(pdf: Editing) -> None:
    foot(pdf, "Call 01632 960960", "Call 01632 960960")


@mutation("artifacts-hold-no-text")
def a_telephone_number_as_decoration(pdf: Editing) -> None:
    pdf.to_artifact(pdf.elements("P", pdf.element("TD"))[0])


@mutation()
def the_mark_of_an_hour_as_decoration(pdf: Editing) -> None:
    say_in(pdf, pdf.elements("P", pdf.element("TD", 2))[0], "101")
    pdf.to_artifact(pdf.elements("P", pdf.element("TD", 2))[0])


@mutation("links-lead-somewhere", of=contacts)
def two_mail_addresses_in_one(pdf: Editing) -> None:
    _mail(pdf, "help@school.uk office@school.uk")


@mutation(of=contacts)
def two_mail_addresses_beside_each_other(pdf: Editing) -> None:
    _mail(pdf, "help@school.uk,office@school.uk?subject=Help")


@mutation("links-lead-somewhere", of=contacts)
def a_mail_address_with_the_full_stop_behind_it(pdf: Editing) -> None:
    _mail(pdf, "help@school.uk.")


@mutation("links-lead-somewhere")
def an_address_with_the_bracket_behind_it(pdf: Editing) -> None:
    _lead(pdf, f"{CHILDLINE}/help)")


@mutation()
def an_address_with_a_bracket_of_its_own(pdf: Editing) -> None:
    _lead(pdf, f"{CHILDLINE}/help_(charity)")


@mutation("links-lead-somewhere")
def an_address_with_a_password(pdf: Editing) -> None:
    _lead(pdf, CHILDLINE.replace("//", "//anna:secret@"))


@mutation("links-lead-somewhere")
def an_address_with_a_comma(pdf: Editing) -> None:
    _lead(pdf, "https://www.childline,org.uk")


@mutation("links-lead-somewhere")
def an_address_with_a_line_end(pdf: Editing) -> None:
    _lead(pdf, f"{CHILDLINE}/he\r\nlp")


@mutation("links-lead-somewhere")
def an_address_with_a_slip(pdf: Editing) -> None:
    _lead(pdf, CHILDLINE.replace("https", "htps"))


@mutation("links-lead-somewhere")
def an_address_that_does_nothing(pdf: Editing) -> None:
    _lead(pdf, "javascript:void(0)")


@mutation("links-lead-somewhere")
def a_telephone_number_in_letters(pdf: Editing) -> None:
    _lead(pdf, "tel:CHILDLINE")


@mutation("links-lead-somewhere")
def an_address_that_a_mail_filter_has_changed(pdf: Editing) -> None:
    _lead(pdf, f"https://eur01.safelinks.protection.outlook.com/?url={CHILDLINE}")


@mutation("links-are-tagged", of=contacts)
def a_link_that_is_hidden(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/F", 2)


@mutation("links-are-tagged", of=contacts)
def a_link_that_is_only_printed(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/F", 36)


@mutation("links-are-tagged", of=contacts)
def a_link_over_the_whole_page(pdf: Editing) -> None:
    pdf.set(pdf.link(TELEPHONE), "/Rect", [0, 0, 595, 842])
    pdf.set(pdf.link(TELEPHONE), "/QuadPoints", None)


@mutation(of=contacts)
def two_links_on_lines_below_each_other(pdf: Editing) -> None:
    _, bottom, _, top = map(float, pdf.link(MAIL)["/Rect"])
    pdf.set(pdf.link(TELEPHONE), "/Rect", [50, bottom - 15, 545, top])


@mutation("links-lead-somewhere")
def a_link_to_a_place_below_its_heading(pdf: Editing) -> None:
    for number in (1, 4):
        pdf.set(pdf.link(number), "/Dest", _at(pdf, 1, 100.0))


@mutation("outline-matches-headings")
def a_bookmark_to_a_place_below_its_heading(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(1), "/Dest", _at(pdf, 0, 100.0))


@mutation()
def a_bookmark_to_the_top_of_its_page(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(1), "/Dest", [pdf.pages[0].indirect_reference, "/FitH", 842])


@mutation("artifacts-hold-no-text", "notes-are-tagged", "links-are-tagged", of=contacts)
def a_note_lost(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("Note", 1))


@mutation("notes-are-tagged", of=contacts)
def a_mark_with_the_number_of_another_note(pdf: Editing) -> None:
    mark = pdf.elements("Link", pdf.element("Reference", 1))[0]
    pdf.set(pdf.link(MAIL + 1), "/Contents", "Note 1")
    label = pdf.elements("Link", pdf.element("Note"))[0]
    number = pdf.operations(0)[_shown(pdf, *pdf.content_of(label))]
    at = _shown(pdf, *pdf.content_of(mark))
    operations = pdf.operations(0)
    pdf.set_operations(0, [*operations[:at], number, *operations[at + 1 :]])


def _shown(pdf: Editing, page: int, number: int) -> int:
    """Where the words of a piece of content are drawn."""
    operations = pdf.operations(page)
    start = next(at for at, each in enumerate(operations) if opens(each, number))
    return next(at for at in range(start, len(operations)) if operations[at][1] in (b"TJ", b"Tj"))


@mutation("order-follows-the-page", of=contacts)
def two_notes_in_each_other_s_place(pdf: Editing) -> None:
    pdf.swap(*pdf.elements("Note"))
