"""Cases about what is drawn: marked content, forms, fonts."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import NumberObject, StreamObject

from check.mutations.editing import op, pdf_object
from check.ua1.clause import fails, passes
from check.ua1.rich import Annotated


def square() -> list[Any]:
    return [op("re", 20, 20, 10, 10), op("f")]


def words(pdf: Annotated, *around: Any) -> list[Any]:
    return [op("BT"), op("Tf", "/F1", 12), op("Tm", 1, 0, 0, 1, 60, 60), op("Tj", pdf.codes(0, "Your phone")), op("ET")]


@fails("7.1-1")
def decoration_inside_content(pdf: Annotated) -> None:
    pdf.edit_content(pdf.element("P", 1), lambda found: [op("BMC", "/Artifact"), op("EMC"), *found])


@fails("7.1-1")
def content_that_says_it_is_decoration(pdf: Annotated) -> None:
    page, number = pdf.content_of(pdf.element("P", 1))
    pdf.edit(page, number, lambda found: [op("BDC", "/Artifact", {"/MCID": number}), *found[1:]], whole=True)


@fails("7.1-2")
def content_inside_decoration(pdf: Annotated) -> None:
    pdf.edit_content(pdf.element("P", 1), lambda found: [op("BMC", "/Artifact"), *found, op("EMC")], whole=True)


@passes("7.1-2")
def a_number_inside_decoration_that_the_structure_does_not_know(pdf: Annotated) -> None:
    pdf.add(0, op("BMC", "/Artifact"), op("BDC", "/P", {"/MCID": 999}), op("EMC"), op("EMC"))


@fails("7.1-3")
def a_square_without_a_mark(pdf: Annotated) -> None:
    pdf.add(0, *square())


@fails("7.1-3")
def words_without_a_mark(pdf: Annotated) -> None:
    pdf.add(0, *words(pdf))


@passes("7.1-3")
def a_square_as_decoration(pdf: Annotated) -> None:
    pdf.add(0, op("BMC", "/Artifact"), *square(), op("EMC"))


@passes("7.1-3")
def a_path_that_is_not_painted(pdf: Annotated) -> None:
    pdf.add(0, op("re", 20, 20, 10, 10), op("n"))


@fails("7.1-3")
def a_mark_without_a_number(pdf: Annotated) -> None:
    pdf.add(0, op("BMC", "/P"), *words(pdf), op("EMC"))


@fails("7.1-3")
def a_number_that_the_structure_does_not_know(pdf: Annotated) -> None:
    pdf.add(0, op("BDC", "/P", {"/MCID": 999}), *words(pdf), op("EMC"))


@fails("7.1-3")
def another_number_on_a_paragraph(pdf: Annotated) -> None:
    page, number = pdf.content_of(pdf.element("P", 1))
    pdf.edit(page, number, lambda found: [op("BDC", "/P", {"/MCID": 999}), *found[1:]], whole=True)


@fails("7.1-3")
def a_page_that_the_parent_tree_does_not_know(pdf: Annotated) -> None:
    pdf.set(pdf.pages[0], "/StructParents", None)


@fails("7.1-3")
def no_parent_tree(pdf: Annotated) -> None:
    pdf.set(pdf.root, "/ParentTree", None)


@fails("7.1-3")
def an_entry_lost_from_the_parent_tree(pdf: Annotated) -> None:
    pdf.clear_parent(*pdf.content_of(pdf.element("P", 1)))


@fails("7.1-3")
def content_that_is_never_closed(pdf: Annotated) -> None:
    page, number = pdf.content_of(pdf.element("P", 1))
    pdf.edit(page, number, lambda found: found[:-1], whole=True)


@passes("7.1-3")
def a_span_inside_content(pdf: Annotated) -> None:
    pdf.edit_content(pdf.element("P", 1), lambda found: [op("BMC", "/Span"), *found, op("EMC")])


@fails("7.1-3")
def a_form_whose_content_has_no_mark(pdf: Annotated) -> None:
    form = pdf.form_object(b"0 0 5 5 re f")
    pdf.draw_form(0, form)
    operations = pdf.operations(0)
    pdf.set_operations(0, [*operations[:-3], operations[-2]])


@passes("7.20-2")
def a_form_as_decoration(pdf: Annotated) -> None:
    pdf.draw_form(0, pdf.form_object(b"0 0 5 5 re f"))


@passes("7.20-2")
def a_form_as_decoration_on_two_pages(pdf: Annotated) -> None:
    form = pdf.form_object(b"0 0 5 5 re f")
    pdf.draw_form(0, form)
    pdf.draw_form(1, form)


@fails("7.20-1")
def a_form_that_stands_for_another_file(pdf: Annotated) -> None:
    pdf.draw_form(0, pdf.form_object(b"0 0 5 5 re f", Ref={"/F": "other.pdf", "/Page": 0}))


@fails("7.20-2")
def a_form_with_content_of_its_own_drawn_twice(pdf: Annotated) -> None:
    form = pdf.form_object(b"/P <</MCID 0>> BDC 0 0 5 5 re f EMC", StructParents=77)
    element = pdf.add_element(pdf.element("Document"), "P")
    pointer = {"/Type": "/MCR", "/Stm": form, "/Pg": pdf.pages[0].indirect_reference, "/MCID": 0}
    pdf.set_kids(element, [pdf.writer._add_object(pdf_object(pointer))])
    pdf.root["/ParentTree"]["/Nums"].extend([NumberObject(77), pdf.writer._add_object(pdf_object([element]))])
    for page in (0, 1):
        pdf.draw_form(page, form)
        operations = pdf.operations(page)
        pdf.set_operations(page, [*operations[:-3], operations[-2]])


@passes("7.20-2")
def a_form_with_content_of_its_own_drawn_once(pdf: Annotated) -> None:
    a_form_with_content_of_its_own_drawn_twice(pdf)
    pdf.set_operations(1, pdf.operations(1)[:-1])


@fails("7.2-29")
def a_language_of_marked_content_that_is_no_code(pdf: Annotated) -> None:
    opening = op("BDC", "/Span", {"/Lang": "Welsh!"})
    pdf.edit_content(pdf.element("P", 1), lambda found: [opening, *found, op("EMC")])


# ------------------------------------------------------------------------------------------------------ fonts


def font(pdf: Annotated) -> Any:
    """A font that the first page draws words with."""
    return pdf.pages[0]["/Resources"]["/Font"]["/F1"].get_object()  # type: ignore[index]


def inner(pdf: Annotated) -> Any:
    return font(pdf)["/DescendantFonts"][0].get_object()


def edit_stream(value: Any, change: bytes, new: bytes) -> None:
    stream: StreamObject = value.get_object()
    data = stream.get_data()
    edited = re.sub(change, new, data, count=1)
    assert edited != data
    stream.set_data(edited)


@fails("7.21.4.1-1")
def a_font_that_is_not_in_the_file(pdf: Annotated) -> None:
    descriptor = inner(pdf)["/FontDescriptor"]
    for key in ("/FontFile2", "/FontFile3"):
        pdf.set(descriptor, key, None)


@fails("7.21.4.1-1")
def a_standard_font_that_is_not_in_the_file(pdf: Annotated) -> None:
    plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    pdf.set(pdf.pages[0]["/Resources"]["/Font"], "/F9", plain)  # type: ignore[index]
    drawn = [op("BT"), op("Tf", "/F9", 12), op("Td", 60, 60), op("Tj", "Words"), op("ET")]
    pdf.add(0, op("BMC", "/Artifact"), *drawn, op("EMC"))


@passes("7.21.4.1-1")
def a_standard_font_for_invisible_words(pdf: Annotated) -> None:
    plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    pdf.set(pdf.pages[0]["/Resources"]["/Font"], "/F9", plain)  # type: ignore[index]
    drawn = [op("BT"), op("Tf", "/F9", 12), op("Tr", 3), op("Td", 60, 60), op("Tj", "Words"), op("ET")]
    pdf.add(0, op("BMC", "/Artifact"), *drawn, op("EMC"))


@passes("7.21.4.1-1")
def a_font_that_nothing_is_drawn_with(pdf: Annotated) -> None:
    plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    pdf.set(pdf.pages[0]["/Resources"]["/Font"], "/F9", plain)  # type: ignore[index]


@fails("7.21.7-1")
def a_font_without_its_characters(pdf: Annotated) -> None:
    pdf.set(font(pdf), "/ToUnicode", None)


@fails("7.21.7-2")
def a_letter_that_is_nothing(pdf: Annotated) -> None:
    stream = font(pdf)["/ToUnicode"].get_object()
    stream.set_data(re.sub(rb"(<[0-9A-Fa-f]+>\s*)<0065>", rb"\1<0000>", stream.get_data()))


@passes("7.21.7-2")
def a_letter_that_is_nothing_and_that_no_page_shows(pdf: Annotated) -> None:
    stream = font(pdf)["/ToUnicode"].get_object()
    more = b"1 beginbfchar\n<fff0> <0000>\nendbfchar\nendcmap"
    stream.set_data(stream.get_data().replace(b"endcmap", more, 1))


@fails("7.21.5-1")
def widths_that_are_not_those_of_the_letters(pdf: Annotated) -> None:
    pdf.set(inner(pdf), "/W", [0, 500, 1234])


@fails("7.21.3.2-1")
def a_font_that_does_not_say_which_glyph_is_which(pdf: Annotated) -> None:
    pdf.set(inner(pdf), "/CIDToGIDMap", None)


@fails("7.21.3.3-1")
def an_encoding_that_is_neither_known_nor_in_the_file(pdf: Annotated) -> None:
    pdf.set(font(pdf), "/Encoding", "/Own-H")


@fails("7.21.3.1-1")
def a_font_without_an_encoding(pdf: Annotated) -> None:
    pdf.set(font(pdf), "/Encoding", None)


@fails("7.21.4.1-1")
def an_inner_font_of_no_kind(pdf: Annotated) -> None:
    pdf.set(inner(pdf), "/Subtype", "/CIDFont")


@fails("7.21.4.1-2")
def a_letter_that_the_font_does_not_have(pdf: Annotated) -> None:
    drawn = [op("BT"), op("Tf", "/F1", 12), op("Td", 60, 60)]
    from pypdf.generic import ByteStringObject

    pdf.add(0, op("BMC", "/Artifact"), *drawn, op("Tj", ByteStringObject(b"\xee\xee")), op("ET"), op("EMC"))


@passes("7.21.7-1")
def a_font_of_drawings_with_known_names(pdf: Annotated) -> None:
    drawn_font(pdf, "a")


@fails("7.21.7-1")
def a_font_of_drawings_with_names_of_its_own(pdf: Annotated) -> None:
    drawn_font(pdf, "g1")


@fails("7.21.4.1-2")
def a_font_of_drawings_without_the_letter(pdf: Annotated) -> None:
    drawn_font(pdf, "a", letter="b")


def drawn_font(pdf: Annotated, name: str, letter: str = "a") -> None:
    glyph = pdf.stream(b"500 0 d0 0 0 300 300 re f")
    made = {"/Type": "/Font", "/Subtype": "/Type3", "/FontBBox": [0, 0, 500, 500], "/FirstChar": 97, "/LastChar": 97}
    made |= {"/FontMatrix": [0.001, 0, 0, 0.001, 0, 0], "/CharProcs": {f"/{name}": glyph}, "/Resources": {}}
    made |= {"/Encoding": {"/Differences": [97, f"/{name}"]}, "/Widths": [500]}
    pdf.set(pdf.pages[0]["/Resources"]["/Font"], "/F9", pdf.writer._add_object(pdf_object(made)))  # type: ignore[index]
    drawn = [op("BT"), op("Tf", "/F9", 12), op("Td", 60, 60), op("Tj", letter), op("ET")]
    pdf.add(0, op("BMC", "/Artifact"), *drawn, op("EMC"))


@fails("7.21.7-1")
def invisible_words_without_their_characters(pdf: Annotated) -> None:
    plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Symbol"}
    pdf.set(pdf.pages[0]["/Resources"]["/Font"], "/F9", plain)  # type: ignore[index]
    drawn = [op("BT"), op("Tf", "/F9", 12), op("Tr", 3), op("Td", 60, 60), op("Tj", "abc"), op("ET")]
    pdf.add(0, op("BMC", "/Artifact"), *drawn, op("EMC"))


@fails("7.21.4.2-2")
def a_list_of_letters_that_names_more_than_there_are(pdf: Annotated) -> None:
    for value in (font(pdf), inner(pdf)):
        pdf.set(value, "/BaseFont", "/ABCDEF+Own")
    pdf.set(inner(pdf)["/FontDescriptor"], "/CIDSet", pdf.stream(b"\xff" * 8192))


@passes("7.1-3")
def an_unknown_number_inside_decoration(pdf: Annotated) -> None:
    pdf.add(0, op("BMC", "/Artifact"), op("BDC", "/P", {"/MCID": 999}), *words(pdf), op("EMC"), op("EMC"))


@passes("7.1-1")
def decoration_inside_a_number_that_the_structure_does_not_know(pdf: Annotated) -> None:
    pdf.add(0, op("BDC", "/P", {"/MCID": 999}), op("BMC", "/Artifact"), *square(), op("EMC"), op("EMC"))


@fails("7.1-1")
def decoration_behind_a_word_that_is_not_shown(pdf: Annotated) -> None:
    lost = op("BMC", "Word", "/Artifact")
    pdf.edit_content(pdf.element("P", 1), lambda found: [lost, op("EMC"), *found])


@fails("7.1-3")
def a_number_in_a_form_that_has_no_place_in_the_structure(pdf: Annotated) -> None:
    pdf.draw_form(0, pdf.form_object(b"/P <</MCID 0>> BDC 0 0 5 5 re f EMC"))
    operations = pdf.operations(0)
    pdf.set_operations(0, [*operations[:-3], operations[-2]])


@fails("7.20-2")
def a_form_with_a_place_in_the_structure_that_holds_decoration_twice(pdf: Annotated) -> None:
    form = pdf.form_object(b"0 0 5 5 re f", StructParents=77)
    pdf.draw_form(0, form)
    pdf.draw_form(1, form)


@fails("7.2-34")
def words_in_a_form_whose_language_only_the_page_tells(pdf: Annotated) -> None:
    pdf.set(pdf.element("Document"), "/Lang", "en-GB")
    pdf.set(pdf.catalog, "/Lang", None)
    fonts = pdf.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    codes = bytes(pdf.codes(0, "Your phone")).hex().encode()
    form = pdf.form_object(b"BT /F1 9 Tf <" + codes + b"> Tj ET", Resources={"/Font": fonts})
    pdf.draw_form(0, form)
