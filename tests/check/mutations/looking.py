"""Mutations that a reader of the page meets, or both: hidden words, links beside their words, left-over text."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ByteStringObject

from check.mutations.editing import Editing, Operation, op, opens
from check.mutations.listening import SIGN
from check.mutations.mutation import mutation
from check.mutations.structure import PARAGRAPH
from check.mutations.words import LATER


def say(pdf: Editing, words: str) -> None:
    """Puts other words into a paragraph, in the code of their font."""
    say_in(pdf, pdf.element("P", SIGN), words)


def say_in(pdf: Editing, element: Any, words: str) -> None:
    """The same for any element that holds words directly."""
    page, _ = pdf.content_of(element)
    add_plain_font(pdf, page)

    def shown(found: list[Operation]) -> list[Operation]:
        at = next(n for n, each in enumerate(found) if each[1] in (b"TJ", b"Tj"))
        rest = [each for each in found[at:] if each[1] not in (b"TJ", b"Tj", b"Td", b"T*")]
        plain = [op("Tf", "/Plain", 12), op("Tj", ByteStringObject(words.encode("cp1252")))]
        return [*found[:at], *plain, *rest, font_of(pdf, element)]

    pdf.edit_content(element, shown)


def font_of(pdf: Editing, element: Any) -> Operation:
    """What chooses the font that the words of an element are drawn in."""
    page, number = pdf.content_of(element)
    font, inside = op("Tf", "/F1", 12), False
    for operation in pdf.operations(page):
        font = operation if operation[1] == b"Tf" else font
        inside = inside or opens(operation, number)
        if inside and operation[1] == b"TJ":
            break
    return font


def add_plain_font(pdf: Editing, page: int) -> None:
    """A font, `Plain`, that has all letters of English."""
    plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    pdf.set(pdf.pages[page]["/Resources"]["/Font"], "/Plain", plain)  # type: ignore[index]


@mutation("words-are-seen")
def a_box_over_words(pdf: Editing) -> None:
    cover = [op("BMC", "/Artifact"), op("rg", 0.9, 0.9, 1), op("re", 40, 40, 500, 760), op("f"), op("EMC")]
    pdf.add(1, *cover)


@mutation("words-are-seen")
def words_that_a_clip_cuts_away(pdf: Editing) -> None:
    around = [op("q"), op("re", 0, 0, 10, 10), op("W"), op("n")]
    pdf.edit_content(pdf.element("P", LATER), lambda found: [*around, *found, op("Q")])


@mutation("words-are-seen")
def words_cut_by_the_edge_of_the_page(pdf: Editing) -> None:
    pdf.edit_content(
        pdf.element("P", PARAGRAPH), lambda found: [op("q"), op("cm", 1, 0, 0, 1, 300, 0), *found, op("Q")]
    )


@mutation("words-are-seen")
def words_on_a_layer_that_is_off(pdf: Editing) -> None:
    layer = pdf.writer._add_object(_layer())
    pdf.set(pdf.catalog, "/OCProperties", {"/OCGs": [layer], "/D": {"/Name": "Usual", "/OFF": [layer]}})
    page, _ = pdf.content_of(pdf.element("P", LATER))
    pdf.set(pdf.pages[page]["/Resources"], "/Properties", {"/Layer": layer})
    opening = op("BDC", "/OC", "/Layer")
    pdf.edit_content(pdf.element("P", LATER), lambda found: [opening, *found, op("EMC")])


def _layer() -> Any:
    from check.mutations.editing import pdf_object

    return pdf_object({"/Type": "/OCG", "/Name": "Answers"})


@mutation("order-follows-the-page", "type-is-large-enough", "words-are-seen")
def words_without_size(pdf: Editing) -> None:
    pdf.edit_content(
        pdf.element("P", LATER), lambda found: [op("q"), op("cm", 0.001, 0, 0, 0.001, 100, 100), *found, op("Q")]
    )


@mutation("words-do-not-overlap")
def words_over_other_words(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: [op("q"), op("cm", 1, 0, 0, 1, 0, 62), *found, op("Q")])


@mutation("links-are-tagged")
def a_link_beside_its_words(pdf: Editing) -> None:
    pdf.set(pdf.link(2), "/Rect", [400, 60, 480, 72])
    pdf.set(pdf.link(2), "/QuadPoints", None)


@mutation("links-are-tagged")
def a_link_without_size(pdf: Editing) -> None:
    pdf.set(pdf.link(2), "/Rect", [100, 100, 100, 100])
    pdf.set(pdf.link(2), "/QuadPoints", None)


@mutation("links-lead-somewhere")
def a_link_to_this_computer(pdf: Editing) -> None:
    pdf.set(pdf.link(3)["/A"], "/URI", "http://127.0.0.1:8000/preview")


@mutation("link-words-name-their-target", "links-lead-somewhere")
def a_link_to_another_part_than_it_names(pdf: Editing) -> None:
    pdf.set(pdf.link(4), "/A", None)
    pdf.set(pdf.link(4), "/Dest", [pdf.pages[0].indirect_reference, "/Fit"])


@mutation("words-are-finished")
def left_over_text(pdf: Editing) -> None:
    say(pdf, "Lorem ipsum dolor sit amet")


@mutation("words-are-finished")
def words_to_do(pdf: Editing) -> None:
    say(pdf, "TODO: add the name of the school")


@mutation("words-are-finished")
def a_reference_that_was_not_found(pdf: Editing) -> None:
    say(pdf, "Read more in Error! Reference source not found.")


@mutation("blanks-are-drawn")
def a_line_to_write_on_of_underscores(pdf: Editing) -> None:
    say(pdf, "Name: ____________")


@mutation("words-have-small-letters")
def a_paragraph_in_capitals(pdf: Editing) -> None:
    say(pdf, "NEVER LET A CHILD ALONE WITH SUCH WORDS ON A SCREEN")


@mutation("letters-are-themselves")
def letters_read_in_another_code(pdf: Editing) -> None:
    say(pdf, "A sign isn\u00e2\u20ac\u2122t a proof.")


@mutation("letters-are-themselves")
def letters_that_stand_apart(pdf: Editing) -> None:
    say(pdf, "W e  t a l k  w i t h  c h i l d r e n")


@mutation("contents-tell-the-page", "pages-hold-words")
def an_empty_page(pdf: Editing) -> None:
    from pypdf import PageObject

    page = PageObject.create_blank_page(width=595, height=842)
    pdf.writer.insert_page(page, 1)


@mutation("pages-stand-upright")
def a_page_on_its_side(pdf: Editing) -> None:
    pdf.set(pdf.pages[1], "/Rotate", 90)


@mutation("pages-stand-upright")
def a_page_upside_down(pdf: Editing) -> None:
    pdf.set(pdf.pages[1], "/Rotate", 180)


@mutation("pictures-are-tagged")
def a_picture_tagged_as_a_paragraph(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", None)
    pdf.set(pdf.element("Figure"), "/S", "/P")


@mutation("outline-matches-headings")
def a_bookmark_without_words(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(1), "/Title", " ")


@mutation("file-has-title")
def the_usual_title_of_a_word_processor(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Metadata", None)
    pdf.set(pdf.writer._info, "/Title", "Document1")


@mutation("file-has-title")
def two_titles(pdf: Editing) -> None:
    pdf.set(pdf.writer._info, "/Title", "Minutes of the governors, confidential")


@mutation("tables-are-simple")
def a_table_in_a_table(pdf: Editing) -> None:
    pdf.set(pdf.elements("P", pdf.element("TD", 0))[0], "/S", "/Table")


@mutation("file-opens-quietly")
def a_script_that_runs_at_opening(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/OpenAction", {"/S": "/JavaScript", "/JS": "app.alert('Hello')"})
