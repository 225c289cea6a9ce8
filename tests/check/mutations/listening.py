"""Mutations that only a listener meets: the order of words, what stands in for them, what belongs together."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import ArrayObject, NumberObject

from check.mutations.editing import Editing, op
from check.mutations.mutation import mutation
from check.mutations.structure import PARAGRAPH

FIRST, SIGN = 0, 24
"""A paragraph with links, and one of two sentences."""


def spoken(pdf: Editing, number: int, old: str, new: str) -> None:
    """Lets a paragraph be read with other words in the place of some of its own."""
    words = WORDS[number]
    assert old in words
    pdf.set(pdf.element("P", number), "/ActualText", words.replace(old, new))


WORDS = {
    SIGN: "A sign is no proof. It is a reason to ask gently, and to ask again another day.",
}


@mutation("actual-text-agrees")
def a_no_that_is_not_spoken(pdf: Editing) -> None:
    spoken(pdf, SIGN, "is no proof", "is proof")


@mutation("actual-text-agrees")
def a_sentence_that_is_not_spoken(pdf: Editing) -> None:
    spoken(pdf, SIGN, "A sign is no proof. ", "")


@mutation("order-follows-the-page", "words-are-parted")
def lines_of_a_paragraph_in_another_order(pdf: Editing) -> None:
    element = pdf.element("P", FIRST)
    pdf.set_kids(element, [*reversed(pdf.kids(element))])


def after(pdf: Editing, element: Any, made: Any) -> None:
    """Moves an element from the end of a parent to the place behind another one."""
    parent = pdf.parent(element)
    kids = [kid for kid in pdf.kids(parent) if kid.get_object() is not made.get_object()]
    at = next(n for n, kid in enumerate(kids) if kid.get_object() is element)
    pdf.set_kids(parent, [*kids[: at + 1], made, *kids[at + 1 :]])


def give(pdf: Editing, kids: list[Any], old: Any, new: Any) -> None:
    """Tells what an element held that it is held by another one now."""
    numbers = {int(kid) for kid in kids if isinstance(kid.get_object(), NumberObject)}
    for kid in kids:
        if not isinstance(kid.get_object(), NumberObject):
            pdf.set(kid, "/P", new)
    for listed in pdf.root["/ParentTree"]["/Nums"][1::2]:
        value = listed.get_object()
        if isinstance(value, ArrayObject):
            for number in numbers & set(range(len(value))):
                if value[number].get_object() is old:
                    value[number] = new


@mutation("paragraphs-are-whole")
def a_paragraph_cut_in_mid_sentence(pdf: Editing) -> None:
    element = pdf.element("P", FIRST)
    kids = pdf.kids(element)
    pdf.set_kids(element, kids[:2])
    made = pdf.add_element(pdf.parent(element), "P", *kids[2:], **{"/Pg": element.raw_get("/Pg")})
    give(pdf, kids[2:], element, made)
    after(pdf, element, made)


@mutation("headings-are-tagged", "outline-matches-headings", "words-are-parted")
def a_heading_inside_a_paragraph(pdf: Editing) -> None:
    heading, paragraph = pdf.element("H3", 2), pdf.element("P", SIGN)
    moved = pdf.kids(heading)
    pdf.set_kids(paragraph, [*moved, *pdf.kids(paragraph)])
    give(pdf, moved, heading, paragraph.indirect_reference)
    pdf.detach(heading)


@mutation("table-has-header-cells")
def row_headers_of_data_cells(pdf: Editing) -> None:
    pdf.rename("TH", "TD", pdf.element("TBody"))


@mutation("table-has-header-cells")
def one_column_header_of_data(pdf: Editing) -> None:
    pdf.set(pdf.elements("TH", pdf.element("THead"))[1], "/S", "/TD")


@mutation("tables-are-whole")
def a_table_in_two_pieces(pdf: Editing) -> None:
    table, rows = pdf.element("Table"), pdf.kids(pdf.element("TBody"))
    pdf.set_kids(pdf.element("TBody"), rows[:1])
    made = pdf.add_element(pdf.parent(table), "Table")
    body = pdf.add_element(made.get_object(), "TBody", *rows[1:])
    for row in rows[1:]:
        pdf.set(row, "/P", body)
    after(pdf, table, made)


@mutation("list-items-are-apart")
def labels_inside_of_the_items(pdf: Editing) -> None:
    for item in pdf.elements("LI", pdf.element("L", 0)):
        label, body = pdf.elements("Lbl", item)[0], pdf.elements("LBody", item)[0]
        pdf.detach(label)
        pdf.set(label, "/S", "/Span")
        pdf.set(label, "/P", body.indirect_reference)
        pdf.set_kids(body, [label.indirect_reference, *pdf.kids(body)])


@mutation("list-items-are-apart")
def all_items_in_one(pdf: Editing) -> None:
    listed = pdf.element("L", 0)
    items = pdf.elements("LI", listed)
    body = pdf.elements("LBody", items[0])[0]
    for item in items[1:]:
        for each in pdf.kids(item):
            pdf.set(each.get_object(), "/S", "/Span")
            pdf.set(each.get_object(), "/P", body.indirect_reference)
        pdf.set_kids(body, [*pdf.kids(body), *pdf.kids(item)])
    pdf.set_kids(listed, [items[0].indirect_reference])


@mutation("alt-hides-no-words")
def a_paragraph_inside_of_a_picture(pdf: Editing) -> None:
    figure, paragraph = pdf.element("Figure"), pdf.element("P", PARAGRAPH)
    pdf.detach(paragraph)
    pdf.set(paragraph, "/P", figure.indirect_reference)
    pdf.set_kids(figure, [*pdf.kids(figure), paragraph.indirect_reference])


def add_words(pdf: Editing, page: int, parent: Any, words: str, *place: float) -> Any:
    """A paragraph at the end of an element, drawn at a place of a page."""
    entries = pdf.root["/ParentTree"]["/Nums"][2 * page + 1].get_object()
    shown = [op("BT"), op("Tf", "/F1", 12), op("g", 0), op("Tm", 1, 0, 0, 1, *place), op("Tj", pdf.codes(page, words))]
    pdf.add(page, op("BDC", "/P", {"/MCID": len(entries)}), *shown, op("ET"), op("EMC"))
    number = NumberObject(len(entries))
    made = pdf.add_element(parent, "P", number, **{"/Pg": pdf.pages[page].indirect_reference})
    entries.append(made)
    return made


@mutation("words-are-read-once")
def a_sentence_read_twice(pdf: Editing) -> None:
    for height in (60, 40):
        add_words(pdf, 1, pdf.element("Document"), "Nobody is alone in all of this.", 60, height)


@mutation("running-heads-are-not-read")
def a_running_head_as_a_paragraph(pdf: Editing) -> None:
    for page in (0, 1):
        add_words(pdf, page, pdf.elements("Sect")[-page], "Talking on the way", 60, 30)


@mutation("elements-are-filled")
def empty_paragraphs(pdf: Editing) -> None:
    for _ in range(3):
        pdf.add_element(pdf.element("Sect", 1), "P")


@mutation("order-follows-the-page", "outline-matches-headings")
def pages_in_another_order(pdf: Editing) -> None:
    first = pdf.element("Sect", 0)
    others = (each for each in pdf.elements("Sect") if pdf.parent(each) is pdf.parent(first) and each is not first)
    pdf.swap(first, next(others))


@mutation("contents-tell-the-page", "link-words-name-their-target")
def contents_that_lead_to_another_page(pdf: Editing) -> None:
    pdf.set(pdf.link(1), "/A", None)
    pdf.set(pdf.link(1), "/Dest", [pdf.pages[0].indirect_reference, "/Fit"])


@mutation("heading-levels-follow-their-looks", "outline-matches-headings")
def headings_of_two_looks_on_one_level(pdf: Editing) -> None:
    pdf.rename("H3", "H2")


@mutation("heading-levels-follow-their-looks", "outline-matches-headings")
def levels_that_turn_the_looks_around(pdf: Editing) -> None:
    pdf.rename("H3", "Hx")
    first = pdf.element("H2")
    pdf.rename("H2", "H3")
    pdf.set(first, "/S", "/H2")
    pdf.rename("Hx", "H2")


@mutation("headings-stand-free", "outline-matches-headings")
def a_heading_in_a_table(pdf: Editing) -> None:
    pdf.set(pdf.elements("P", pdf.element("TD", 0))[0], "/S", "/H3")


@mutation("language-is-that-of-the-words")
def a_phrase_with_the_wrong_language(pdf: Editing) -> None:
    pdf.set(next(each for each in pdf.elements("Span") if "/Lang" in each), "/Lang", "fr")


@mutation("language-is-that-of-the-words")
def an_alternative_text_in_another_language(pdf: Editing) -> None:
    alt = "Une main tient le téléphone et une autre main est dans la poche de la veste"
    pdf.set(pdf.element("Figure"), "/Alt", alt)


@mutation("alt-says-what-is-shown")
def an_alternative_text_left_over(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Alt text goes here")


@mutation("alt-says-what-is-shown")
def an_address_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "https://cdn.school.org/media/2041")


@mutation("alt-says-what-is-shown")
def a_screenshot_s_name_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Screenshot 2026-01-12 at 10.22.41")


@mutation(
    "file-has-title",
    "language-is-that-of-the-words",
    "link-descriptions-agree",
    "link-words-name-their-target",
    "outline-matches-headings",
)
def letters_that_are_other_letters(pdf: Editing) -> None:
    for page in pdf.pages:
        stream = page["/Resources"]["/Font"]["/F1"]["/ToUnicode"].get_object()  # type: ignore[index]
        text = stream.get_data().decode("latin-1")

        def turned(found: re.Match[str]) -> str:
            letter = int(found[2], 16)
            if 97 <= letter <= 122:
                letter = 97 + (letter - 97 + 7) % 26
            return f"{found[1]}<{letter:04X}>"

        if not getattr(stream, "turned", False):
            stream.set_data(re.sub(r"(<[0-9A-Fa-f]{4}>\s*)<([0-9A-Fa-f]{4})>", turned, text).encode("latin-1"))
            stream.turned = True


@mutation("link-descriptions-agree", "outline-matches-headings", "words-have-characters")
def letters_of_private_use(pdf: Editing) -> None:
    stream = pdf.pages[0]["/Resources"]["/Font"]["/F1"]["/ToUnicode"].get_object()  # type: ignore[index]
    data = stream.get_data().decode("latin-1")
    stream.set_data(re.sub(r"(<[0-9A-Fa-f]{4}>\s*)<0065>", r"\1<E065>", data).encode("latin-1"))


@mutation("alt-says-what-is-shown")
def an_alternative_text_that_breaks_off(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A hand holds a phone, and a second hand points to what the girl is sho…")


@mutation("alt-says-what-is-shown")
def an_alternative_text_of_the_web(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "<p>A hand&nbsp;holds a phone</p>")


@mutation("alt-says-what-is-shown")
def a_number_of_a_program_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")


@mutation("letters-are-themselves")
def an_alternative_text_read_in_another_code(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A hand holds the girlâ€™s phone")


@mutation("letters-are-themselves", "outline-matches-headings")
def a_bookmark_read_in_another_code(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(2), "/Title", "When they have told you, itâ€™s")


@mutation("words-have-small-letters")
def an_alternative_text_in_capitals(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A HAND HOLDS A PHONE IN THE AIR")


@mutation("alt-hides-no-words")
def an_expansion_of_a_paragraph(pdf: Editing) -> None:
    pdf.set(pdf.element("P", PARAGRAPH), "/E", "Walks and meals")


@mutation("alt-says-what-is-shown")
def an_alternative_text_that_leads_to_the_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "See text")
