"""Cases about structure elements: roles, tables, lists, contents, headings, pictures, notes."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ByteStringObject, NameObject

from check.mutations.editing import pdf_object
from check.ua1.clause import fails, passes
from check.ua1.rich import Annotated


def put_around(pdf: Annotated, element: Any, role: str) -> Any:
    """A new element between an element and the one around it."""
    parent = pdf.parent(element)
    kids = pdf.kids(parent)
    at = next(n for n, kid in enumerate(kids) if kid.get_object() is element)
    made = {"/S": f"/{role}", "/P": parent.indirect_reference, "/K": [kids[at]]}
    kids[at] = pdf.writer._add_object(pdf_object(made))
    pdf.set_kids(parent, kids)
    pdf.set(element, "/P", kids[at])
    return kids[at].get_object()


def role_map(pdf: Annotated, **roles: str) -> None:
    entries = dict((pdf.root.get("/RoleMap") or {}).items())
    pdf.set(pdf.root, "/RoleMap", {**entries, **{f"/{one}": f"/{other}" for one, other in roles.items()}})


def spans(pdf: Annotated, cell: Any, **spans: int) -> None:
    kept = dict((cell.get("/A") or {"/O": "/Table"}).items())
    pdf.set(cell, "/A", {**kept, **{f"/{key}": value for key, value in spans.items()}})


@fails("7.1-5")
def a_role_that_is_not_mapped(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/Merksatz")


@passes("7.1-5")
def a_role_that_is_mapped_over_another(pdf: Annotated) -> None:
    role_map(pdf, Merksatz="Satz", Satz="P")
    pdf.set(pdf.element("P", 1), "/S", "/Merksatz")


@fails("7.1-5")
def a_role_that_is_mapped_to_one_that_is_not(pdf: Annotated) -> None:
    role_map(pdf, Merksatz="Satz")
    pdf.set(pdf.element("P", 1), "/S", "/Merksatz")


@fails("7.1-5")
def an_element_without_a_role(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", None)


@fails("7.1-6")
def roles_in_a_circle(pdf: Annotated) -> None:
    role_map(pdf, Merksatz="Satz", Satz="Merksatz")
    pdf.set(pdf.element("P", 1), "/S", "/Merksatz")


@passes("7.1-6")
def a_role_in_a_circle_that_no_element_has(pdf: Annotated) -> None:
    role_map(pdf, RT="RT")


@fails("7.1-6")
def a_role_that_is_mapped_to_itself(pdf: Annotated) -> None:
    role_map(pdf, LI="LI")


@fails("7.1-7")
def a_standard_role_mapped_to_another(pdf: Annotated) -> None:
    role_map(pdf, LI="P")


@fails("7.1-7")
def a_role_that_is_mapped_over_a_standard_one(pdf: Annotated) -> None:
    role_map(pdf, Merksatz="BlockQuote", BlockQuote="P")
    pdf.set(pdf.element("P", 1), "/S", "/Merksatz")


@passes("7.1-7")
def a_standard_role_that_no_element_has_mapped_to_another(pdf: Annotated) -> None:
    role_map(pdf, RT="Span")


@fails("7.1-12")
def an_element_that_does_not_know_what_is_around_it(pdf: Annotated) -> None:
    pdf.set(pdf.element("LI"), "/P", None)


@fails("7.2-3")
def a_paragraph_between_rows(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Table"), "P")


@fails("7.2-4")
def a_row_outside_of_a_table(pdf: Annotated) -> None:
    put_around(pdf, pdf.elements("TR")[-1], "Sect")


@passes("7.2-4")
def a_row_in_a_group_in_a_table(pdf: Annotated) -> None:
    put_around(pdf, pdf.elements("TR")[-1], "Div")


@passes("7.2-20")
def a_label_in_a_group_in_an_item(pdf: Annotated) -> None:
    put_around(pdf, pdf.element("Lbl"), "NonStruct")


@fails("7.2-20")
def a_paragraph_in_a_group_in_an_item(pdf: Annotated) -> None:
    pdf.add_element(put_around(pdf, pdf.element("Lbl"), "Part"), "P")


@fails("7.2-5")
def a_head_outside_of_a_table(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Sect"), "THead")


@fails("7.2-6")
def a_body_outside_of_a_table(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Sect"), "TBody")


@fails("7.2-7")
def a_foot_outside_of_a_table(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Sect"), "TFoot")


@fails("7.2-8")
def a_header_cell_outside_of_a_row(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/TH")


@fails("7.2-9")
def a_cell_outside_of_a_row(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/TD")


@fails("7.2-10")
def a_paragraph_between_cells(pdf: Annotated) -> None:
    pdf.add_element(pdf.elements("TR")[-1], "P")


@fails("7.2-11")
def two_heads(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Table"), "THead")


@fails("7.2-12")
def two_feet(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("Table"), "TFoot")
    pdf.add_element(pdf.element("Table"), "TFoot")


@fails("7.2-14")
def a_head_without_a_body(pdf: Annotated) -> None:
    for body in pdf.elements("TBody"):
        pdf.detach(body)


@fails("7.2-15")
def cells_that_overlap(pdf: Annotated) -> None:
    first, second = pdf.elements("TR")[1:3]
    spans(pdf, first["/K"][2].get_object(), RowSpan=2)
    spans(pdf, second["/K"][0].get_object(), ColSpan=3)
    pdf.detach(second["/K"][2].get_object())
    pdf.detach(second["/K"][1].get_object())


@fails("7.2-16")
def a_caption_in_the_middle_of_a_table(pdf: Annotated) -> None:
    table = pdf.element("Table")
    pdf.detach(pdf.element("Caption"))
    caption = pdf.add_element(table, "Caption")
    kids = [kid for kid in pdf.kids(table) if kid != caption]
    pdf.set_kids(table, [kids[0], caption, *kids[1:]])


@fails("7.2-17")
def an_item_outside_of_a_list(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/LI")


@fails("7.2-18")
def an_item_s_body_outside_of_an_item(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/LBody")


@fails("7.2-19")
def a_paragraph_in_a_list(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("L"), "P")


@passes("7.2-19")
def a_list_in_a_list(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("L"), "L")


@fails("7.2-20")
def a_paragraph_in_an_item(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("LI"), "P")


@fails("7.2-40")
def a_caption_below_a_list(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("L"), "Caption")


@fails("7.2-26")
def an_entry_outside_of_the_contents(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/S", "/TOCI")


@fails("7.2-27")
def a_paragraph_in_the_contents(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("TOC"), "P")


@fails("7.2-28")
def a_caption_below_the_contents(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("TOC"), "Caption")


@fails("7.2-29")
def an_element_s_language_that_is_no_code(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/Lang", "Welsh!")


@passes("7.2-29")
def an_element_s_language_with_a_region(pdf: Annotated) -> None:
    pdf.set(pdf.element("P", 1), "/Lang", "de-CH-1996")


@fails("7.2-36")
def a_cell_in_a_head(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("THead"), "P")


@fails("7.2-37")
def a_paragraph_in_a_body(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("TBody"), "P")


@fails("7.2-39")
def two_captions(pdf: Annotated) -> None:
    table = pdf.element("Table")
    one, other = pdf.add_element(table, "Caption"), pdf.add_element(table, "Caption")
    pdf.set_kids(table, [one, *(kid for kid in pdf.kids(table) if kid not in (one, other)), other])


@fails("7.2-41")
def a_cell_that_reaches_below_the_table(pdf: Annotated) -> None:
    spans(pdf, pdf.elements("TR")[-1]["/K"][1].get_object(), RowSpan=3)


@fails("7.2-42")
def a_cell_that_reaches_beside_the_table(pdf: Annotated) -> None:
    spans(pdf, pdf.elements("TR")[-1]["/K"][2].get_object(), ColSpan=3)


@fails("7.2-43")
def a_row_with_a_cell_too_few(pdf: Annotated) -> None:
    pdf.detach(pdf.elements("TR")[-1]["/K"][2].get_object())


@passes("7.2-43")
def a_cell_of_two_columns_and_one_less(pdf: Annotated) -> None:
    row = pdf.elements("TR")[-1]
    pdf.detach(row["/K"][2].get_object())
    spans(pdf, row["/K"][1].get_object(), ColSpan=2)


@fails("7.3-1")
def a_picture_without_alternative_text(pdf: Annotated) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", None)


@fails("7.3-1")
def a_picture_with_an_empty_alternative_text(pdf: Annotated) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "")


@passes("7.3-1")
def a_picture_with_an_actual_text(pdf: Annotated) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", None)
    pdf.set(pdf.element("Figure"), "/ActualText", "A hand holds a phone")


@fails("7.3-1")
def a_mapped_picture_without_alternative_text(pdf: Annotated) -> None:
    role_map(pdf, Bild="Figure")
    pdf.set(pdf.element("Figure"), "/Alt", None)
    pdf.set(pdf.element("Figure"), "/S", "/Bild")


@fails("7.4.2-1")
def a_level_left_out(pdf: Annotated) -> None:
    pdf.rename("H2", "H4")


@fails("7.4.2-1")
def a_first_heading_of_level_2(pdf: Annotated) -> None:
    pdf.rename("H1", "P")


@passes("7.4.2-1")
def a_step_up_over_two_levels(pdf: Annotated) -> None:
    pdf.set(pdf.elements("H2")[1], "/S", "/H3")
    pdf.set(pdf.elements("H3")[-1], "/S", "/H1")


@fails("7.4.4-1")
def two_headings_without_levels_in_one_section(pdf: Annotated) -> None:
    for role in ("H1", "H2", "H3"):
        pdf.rename(role, "H")


@fails("7.4.4-2")
def headings_with_and_without_levels(pdf: Annotated) -> None:
    pdf.set(pdf.element("H1"), "/S", "/H")
    pdf.rename("H2", "H1")
    pdf.rename("H3", "H2")


@fails("7.5-1")
def header_cells_that_do_not_say_which_way(pdf: Annotated) -> None:
    for cell in pdf.elements("TH"):
        pdf.set(cell, "/A", None)
    pdf.set(pdf.elements("TH")[0], "/S", "/TD")
    for cell in pdf.elements("TH")[:2]:
        pdf.set(cell, "/S", "/TD")


@passes("7.5-1")
def header_cells_with_names_that_the_others_use(pdf: Annotated) -> None:
    use_names(pdf)


@fails("7.5-2")
def a_cell_that_names_a_header_which_is_not_there(pdf: Annotated) -> None:
    use_names(pdf)
    pdf.set(pdf.element("TD"), "/A", {"/O": "/Table", "/Headers": ["nobody"]})


@fails("7.5-1")
def a_cell_that_names_no_header(pdf: Annotated) -> None:
    use_names(pdf)
    pdf.set(pdf.element("TD"), "/A", None)


def use_names(pdf: Annotated) -> None:
    for number, cell in enumerate(pdf.elements("TH")):
        pdf.set(cell, "/ID", f"head{number}")
        pdf.attribute(cell, "/Scope", None)
    for number, cell in enumerate(pdf.elements("TD")):
        pdf.set(cell, "/A", {"/O": "/Table", "/Headers": [f"head{number % 2}"]})


@fails("7.5-1")
def a_header_cell_that_has_lost_its_scope_among_named_ones(pdf: Annotated) -> None:
    cell = pdf.elements("TH")[1]
    pdf.set(cell, "/A", {"/O": "/Table", "/Scope": "/Row"})
    other = pdf.elements("TH")[-1]
    pdf.set(other, "/A", None)
    for each in pdf.elements("TH"):
        if each is not other and each is not cell:
            pdf.set(each, "/A", {"/O": "/Table", "/Scope": "/Row"})
    pdf.set(pdf.elements("TR")[1]["/K"][0].get_object(), "/S", "/TD")


@fails("7.7-1")
def a_formula_without_words(pdf: Annotated) -> None:
    pdf.set(pdf.element("Formula"), "/Alt", None)


@passes("7.7-1")
def a_formula_with_an_actual_text(pdf: Annotated) -> None:
    pdf.set(pdf.element("Formula"), "/Alt", None)
    pdf.set(pdf.element("Formula"), "/ActualText", "1 + 2 = 3")


@fails("7.9-1")
def a_note_without_an_id(pdf: Annotated) -> None:
    pdf.set(pdf.element("Note"), "/ID", None)


@fails("7.9-1")
def a_note_with_an_empty_id(pdf: Annotated) -> None:
    pdf.set(pdf.element("Note"), "/ID", "")


@fails("7.9-2")
def two_notes_with_one_id(pdf: Annotated) -> None:
    pdf.set(pdf.element("Note", 1), "/ID", "note1")


@fails("7.2-17")
def an_item_that_says_it_is_elsewhere(pdf: Annotated) -> None:
    pdf.set(pdf.element("LI"), "/P", pdf.element("P").indirect_reference)


CLASSES = {"wide": {"/O": "/Table", "/ColSpan": 2}, "named": {"/O": "/Table", "/Scope": "/Column"}}


def give_class(pdf: Annotated, element: Any, name: str) -> None:
    pdf.set(pdf.root, "/ClassMap", {f"/{one}": entries for one, entries in CLASSES.items()})
    pdf.set(element, "/C", f"/{name}")


@passes("7.2-43")
def a_cell_of_two_columns_by_its_class(pdf: Annotated) -> None:
    row = pdf.elements("TR")[-1]
    pdf.detach(row["/K"][2].get_object())
    give_class(pdf, row["/K"][1].get_object(), "wide")


@passes("7.5-1")
def header_cells_that_say_which_way_by_their_class(pdf: Annotated) -> None:
    for cell in pdf.elements("TH"):
        pdf.attribute(cell, "/Scope", None)
        give_class(pdf, cell, "named")


@fails("7.2-43")
def a_row_without_cells(pdf: Annotated) -> None:
    pdf.add_element(pdf.element("TBody"), "TR")


@fails("7.2-42")
def a_cell_that_is_wide_by_its_first_attributes(pdf: Annotated) -> None:
    cell = pdf.elements("TR")[-1]["/K"][2].get_object()
    pdf.set(cell, "/A", [{"/O": "/Table", "/ColSpan": 2}, {"/O": "/Table", "/ColSpan": 1}])


@fails("7.4.4-1")
def two_headings_without_levels_in_groups_of_one_section(pdf: Annotated) -> None:
    for role in ("H1", "H2", "H3"):
        pdf.rename(role, "P")
    for _ in range(2):
        pdf.add_element(pdf.add_element(pdf.element("Sect"), "Div"), "H")


@passes("7.1-5")
def something_else_between_the_elements(pdf: Annotated) -> None:
    other = {"/Type": "/Own", "/S": "/Merksatz", "/P": pdf.element("Sect").indirect_reference}
    pdf.element("Sect")["/K"].append(pdf.writer._add_object(pdf_object(other)))


@fails("7.1-7")
def a_standard_role_led_to_one_that_is_not(pdf: Annotated) -> None:
    role_map(pdf, BlockQuote="Merksatz")
    pdf.set(pdf.element("P", 1), "/S", "/BlockQuote")


@fails("7.3-1")
def a_picture_whose_alternative_text_is_only_a_sign_of_byte_order(pdf: Annotated) -> None:
    pdf.element("Figure")[NameObject("/Alt")] = ByteStringObject(b"\xfe\xff")


@passes("7.3-1")
def a_picture_with_an_empty_actual_text(pdf: Annotated) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", None)
    pdf.set(pdf.element("Figure"), "/ActualText", "")
