"""Mutations of words and of what is spoken in their place."""

from __future__ import annotations

from pypdf.generic import ArrayObject, ByteStringObject, FloatObject

from check.mutations.editing import Editing, Operation, op
from check.mutations.mutation import mutation
from check.mutations.structure import PARAGRAPH

LATER = 7
"""A paragraph in which nothing but words stands."""


@mutation("words-are-parted")
def no_spaces_at_line_ends(pdf: Editing) -> None:
    space = bytes(pdf.codes(0, " "))

    def unspaced(found: list[Operation]) -> list[Operation]:
        for operands, operator in found:
            if operator == b"TJ":
                operands[0][-1] = ByteStringObject(operands[0][-1].original_bytes.removesuffix(space))
        return found

    pdf.edit_content(pdf.element("P", PARAGRAPH), unspaced)


@mutation("words-are-parted")
def a_gap_in_the_place_of_a_space(pdf: Editing) -> None:
    words = ArrayObject([pdf.codes(0, "Your own"), FloatObject(-280), pdf.codes(0, "phone")])
    pdf.edit_content(pdf.element("P", LATER), lambda found: [*_shown(found[:1]), ([words], b"TJ"), *found[1:]])


def _shown(found: list[Operation]) -> list[Operation]:
    """Not what shows words."""
    return [each for each in found if each[1] not in (b"TJ", b"Tj")]


@mutation("hyphens-are-soft")
def a_word_cut_by_a_hard_hyphen(pdf: Editing) -> None:
    shown = [op("Tj", pdf.codes(0, "Well-known pic-")), op("Td", 0, -16.8), op("Tj", pdf.codes(0, "tures help"))]
    pdf.edit_content(pdf.element("P", LATER), lambda found: [*_shown(found[:1]), *shown])


@mutation("words-have-characters", "outline-matches-headings")
def a_font_without_characters(pdf: Editing) -> None:
    for page in pdf.pages:
        pdf.set(page["/Resources"]["/Font"]["/F1"], "/ToUnicode", None)  # type: ignore[index]


@mutation("actual-text-agrees")
def other_words_spoken_than_drawn(pdf: Editing) -> None:
    opening = op("BDC", "/Span", {"/ActualText": "Nobody will ever listen to you"})
    pdf.edit_content(pdf.element("P", LATER), lambda found: [opening, *found, op("EMC")])


@mutation("actual-text-agrees")
def words_kept_from_being_spoken(pdf: Editing) -> None:
    opening = op("BDC", "/Span", {"/ActualText": ""})
    pdf.edit_content(pdf.element("P", LATER), lambda found: [opening, *found, op("EMC")])


@mutation("actual-text-agrees")
def a_number_spoken_as_another(pdf: Editing) -> None:
    pdf.set(pdf.elements("P", pdf.element("TD", 0))[0], "/ActualText", "0800 1112")


@mutation("alt-hides-no-words")
def an_alternative_text_on_a_paragraph(pdf: Editing) -> None:
    pdf.set(pdf.element("P", LATER), "/Alt", "A paragraph about meals")


@mutation("alt-hides-no-words")
def an_alternative_text_on_a_section(pdf: Editing) -> None:
    pdf.set(pdf.element("Sect", 1), "/Alt", "Who can help")


@mutation("file-has-language")
def no_language(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", None)


@mutation("file-has-language")
def a_language_that_is_no_code(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", "English (UK)")


@mutation("file-has-language")
def a_phrase_whose_language_is_no_code(pdf: Editing) -> None:
    pdf.set(pdf.element("H1"), "/Lang", "engl!")


@mutation("language-is-that-of-the-words")
def the_language_of_another_country(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Lang", "fr")


@mutation("language-is-that-of-the-words")
def welsh_without_its_language(pdf: Editing) -> None:
    pdf.set(next(each for each in pdf.elements("Span") if "/Lang" in each), "/Lang", None)


@mutation("language-is-that-of-the-words")
def a_paragraph_that_says_it_is_german(pdf: Editing) -> None:
    pdf.set(pdf.element("P", LATER), "/Lang", "de-DE")


@mutation("words-are-seen")
def words_outside_the_page(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", LATER), lambda found: [op("q"), op("cm", 1, 0, 0, 1, 2000, 0), *found, op("Q")])


@mutation("words-are-seen")
def words_without_ink(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", LATER), lambda found: [op("Tr", 3), *found, op("Tr", 0)])


@mutation("order-follows-the-page")
def two_paragraphs_in_each_other_s_place(pdf: Editing) -> None:
    pdf.swap(pdf.element("P", PARAGRAPH - 1), pdf.element("P", PARAGRAPH))
