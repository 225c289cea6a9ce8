"""Mutations of the structure: tags, the numbers of marked content, the parent tree."""

from __future__ import annotations

from check.mutations.editing import Editing, Operation, op
from check.mutations.mutation import mutation

PARAGRAPH = 1
"""A paragraph of several lines."""


@mutation("file-is-tagged")
def no_structure_at_all(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/StructTreeRoot", None)


@mutation("file-is-tagged")
def tags_that_the_file_does_not_admit(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/MarkInfo", None)


@mutation("file-is-tagged")
def a_structure_without_elements(pdf: Editing) -> None:
    pdf.set(pdf.root, "/K", [])


@mutation("file-is-sound")
def a_loop_in_the_structure(pdf: Editing) -> None:
    section = pdf.element("Sect", 1)
    pdf.set_kids(section, [*pdf.kids(section), pdf.element("Document").indirect_reference])


@mutation("file-is-sound")
def an_element_in_two_places(pdf: Editing) -> None:
    section = pdf.element("Sect", 1)
    pdf.set_kids(section, [*pdf.kids(section), pdf.element("H1").indirect_reference])


@mutation("file-is-sound")
def something_that_is_no_element(pdf: Editing) -> None:
    section = pdf.element("Sect", 1)
    pdf.set_kids(section, [*pdf.kids(section), pdf.writer._add_object(section["/S"])])


@mutation("content-is-reached", "parent-tree-matches")
def a_paragraph_that_the_structure_has_lost(pdf: Editing) -> None:
    pdf.detach(pdf.element("P", PARAGRAPH))


@mutation("content-is-reached", "elements-are-filled")
def a_paragraph_without_its_content(pdf: Editing) -> None:
    pdf.replace_content(pdf.element("P", PARAGRAPH), None)


@mutation("content-is-reached", "parent-tree-matches")
def a_picture_that_the_structure_has_lost(pdf: Editing) -> None:
    pdf.detach(pdf.element("Figure"))


@mutation("content-is-reached", "elements-find-their-content")
def an_element_that_names_missing_content(pdf: Editing) -> None:
    pdf.replace_content(pdf.element("P", PARAGRAPH), 900)


@mutation("elements-find-their-content")
def content_in_two_elements(pdf: Editing) -> None:
    _, number = pdf.content_of(pdf.element("P", PARAGRAPH))
    other = pdf.element("P", PARAGRAPH + 1)
    pdf.set_kids(other, [*pdf.kids(other), pdf.kids(pdf.element("P", PARAGRAPH))[0]])
    assert number


@mutation("parent-tree-matches")
def content_that_leads_to_another_element(pdf: Editing) -> None:
    entries = pdf.root["/ParentTree"]["/Nums"]
    listed = entries[1].get_object()
    listed[2], listed[5] = listed[5], listed[2]


@mutation("parent-tree-matches")
def content_that_leads_nowhere(pdf: Editing) -> None:
    page, number = pdf.content_of(pdf.element("P", PARAGRAPH))
    pdf.clear_parent(page, number)


@mutation("parent-tree-matches")
def no_parent_tree(pdf: Editing) -> None:
    pdf.set(pdf.root, "/ParentTree", None)


@mutation("parent-tree-matches")
def a_page_without_its_key(pdf: Editing) -> None:
    pdf.set(pdf.pages[0], "/StructParents", None)


@mutation("parent-tree-matches")
def a_link_with_the_key_of_another(pdf: Editing) -> None:
    pdf.set(pdf.link(0), "/StructParent", int(pdf.link(1)["/StructParent"]))


@mutation("parent-tree-matches")
def a_parent_tree_that_leads_out_of_the_structure(pdf: Editing) -> None:
    stray = pdf.writer._add_object(pdf.element("P", PARAGRAPH).clone(pdf.writer, force_duplicate=True))
    listed = pdf.root["/ParentTree"]["/Nums"][1].get_object()
    listed.append(stray)


@mutation("content-is-tagged", "elements-find-their-content", "parent-tree-matches")
def words_without_a_mark(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: found[1:-1], whole=True)


@mutation("content-is-tagged")
def words_added_without_a_mark(pdf: Editing) -> None:
    words = op("Tj", pdf.codes(0, "Your own phone"))
    pdf.add(0, op("BT"), op("Tf", "/F1", 12), op("g", 0), op("Tm", 1, 0, 0, 1, 60, 60), words, op("ET"))


@mutation("marked-content-is-not-nested")
def content_inside_other_content(pdf: Editing) -> None:
    page, number = pdf.content_of(pdf.element("P", PARAGRAPH))
    moved: list[Operation] = []
    pdf.edit(page, number + 1, lambda found: moved.extend(found) or [], whole=True)  # type: ignore[func-returns-value]
    pdf.edit(page, number, lambda found: [*found, *moved])


@mutation("marked-content-is-not-nested")
def content_inside_decoration(pdf: Editing) -> None:
    around = op("BMC", "/Artifact"), op("EMC")
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: [around[0], *found, around[1]], whole=True)


@mutation("marked-content-is-not-nested")
def decoration_inside_content(pdf: Editing) -> None:
    dot = [op("BMC", "/Artifact"), op("re", 0, 0, 1, 1), op("f"), op("EMC")]
    pdf.edit_content(pdf.element("P", PARAGRAPH), lambda found: [*found, *dot])


@mutation("marked-content-is-not-nested")
def two_pieces_with_one_number(pdf: Editing) -> None:
    page, number = pdf.content_of(pdf.element("P", PARAGRAPH))
    pdf.add(page, op("BDC", "/P", {"/MCID": number}), op("EMC"))


@mutation("artifacts-hold-no-text")
def a_paragraph_as_decoration(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("P", PARAGRAPH))


@mutation("artifacts-hold-no-text")
def a_paragraph_as_a_running_head(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("P", PARAGRAPH), "Pagination")


@mutation("artifacts-hold-no-text")
def a_callout_title_as_decoration(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("CalloutTitle"))


@mutation("artifacts-hold-no-text", "outline-matches-headings")
def a_heading_as_decoration(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("H3", 2))


@mutation("headings-are-tagged", "outline-matches-headings")
def a_heading_tagged_as_a_paragraph(pdf: Editing) -> None:
    pdf.set(pdf.element("H3", 2), "/S", "/P")


@mutation("headings-are-tagged")
def all_headings_tagged_as_paragraphs(pdf: Editing) -> None:
    for level in ("H1", "H2", "H3"):
        pdf.rename(level, "P")


@mutation("heading-levels-step-down")
def a_level_left_out(pdf: Editing) -> None:
    pdf.rename("H3", "H4")


@mutation("heading-levels-step-down")
def no_heading_of_level_1(pdf: Editing) -> None:
    for old, new in (("H3", "H4"), ("H2", "H3"), ("H1", "H2")):
        pdf.rename(old, new)


@mutation("heading-levels-step-down")
def a_heading_without_words(pdf: Editing) -> None:
    pdf.add_element(pdf.element("Sect", 1), "H3")


@mutation("headings-are-short", "outline-matches-headings")
def a_paragraph_tagged_as_a_heading(pdf: Editing) -> None:
    pdf.set(pdf.element("P", PARAGRAPH), "/S", "/H3")


def _as_paragraphs(pdf: Editing, number: int) -> None:
    """Turns a list into paragraphs that begin with its labels."""
    listed = pdf.element("L", number)
    pdf.rename("P", "Span", listed)
    pdf.rename("LBody", "Span", listed)
    pdf.rename("Lbl", "Span", listed)
    pdf.rename("LI", "P", listed)
    pdf.set(listed, "/S", "/Div")


@mutation("lists-are-tagged")
def bullets_in_paragraphs(pdf: Editing) -> None:
    _as_paragraphs(pdf, 0)


@mutation("lists-are-tagged", "words-are-parted")
def numbers_in_paragraphs(pdf: Editing) -> None:
    _as_paragraphs(pdf, 1)


@mutation("list-labels-are-in-order", "order-follows-the-page")
def two_items_in_each_other_s_place(pdf: Editing) -> None:
    listed = pdf.element("L", 1)
    items = pdf.elements("LI", listed)
    pdf.swap(items[1], items[2])


@mutation("content-is-reached", "list-labels-are-in-order", "parent-tree-matches")
def an_item_lost(pdf: Editing) -> None:
    pdf.detach(pdf.elements("LI", pdf.element("L", 1))[1])


@mutation("list-labels-are-in-order")
def a_numbered_list_that_does_not_say_so(pdf: Editing) -> None:
    pdf.attribute(pdf.element("L", 1), "/ListNumbering", None)


@mutation("list-labels-are-in-order")
def a_numbered_list_that_says_bullets(pdf: Editing) -> None:
    pdf.attribute(pdf.element("L", 1), "/ListNumbering", "/Disc")


@mutation("list-labels-are-in-order")
def bullets_that_say_numbers(pdf: Editing) -> None:
    pdf.attribute(pdf.element("L", 0), "/ListNumbering", "/Decimal")


@mutation("list-labels-are-in-order")
def numbers_that_say_roman(pdf: Editing) -> None:
    pdf.attribute(pdf.element("L", 1), "/ListNumbering", "/UpperRoman")


@mutation("lists-are-whole")
def a_list_in_two_pieces(pdf: Editing) -> None:
    listed = pdf.element("L", 1)
    kids = pdf.kids(listed)
    pdf.set_kids(listed, kids[:2])
    section = pdf.parent(listed)
    pdf.add_element(section, "L", *kids[2:], **{"/A": {"/O": "/List", "/ListNumbering": "/Decimal"}})
    whole = pdf.kids(section)
    at = next(n for n, kid in enumerate(whole) if kid.get_object() is listed)
    pdf.set_kids(section, [*whole[: at + 1], whole[-1], *whole[at + 1 : -1]])


@mutation("table-has-header-cells")
def a_header_row_of_data_cells(pdf: Editing) -> None:
    pdf.rename("TH", "TD", pdf.element("THead"))


@mutation("table-has-header-cells")
def a_table_of_data_cells(pdf: Editing) -> None:
    pdf.rename("TH", "TD")


@mutation("table-has-header-cells")
def headers_that_point_nowhere(pdf: Editing) -> None:
    for head in pdf.elements("TH"):
        pdf.set(head, "/A", None)


@mutation("header-cells-point-their-way")
def column_headers_that_point_along_the_row(pdf: Editing) -> None:
    for head in pdf.elements("TH", pdf.element("THead")):
        pdf.attribute(head, "/Scope", "/Row")


@mutation("header-cells-point-their-way")
def row_headers_that_point_down_the_column(pdf: Editing) -> None:
    for head in pdf.elements("TH", pdf.element("TBody")):
        pdf.attribute(head, "/Scope", "/Column")


@mutation("content-is-reached", "parent-tree-matches", "table-rows-are-even")
def a_cell_lost(pdf: Editing) -> None:
    pdf.detach(pdf.element("TD", 2))


@mutation("table-rows-are-even")
def a_cell_that_says_it_is_two_columns_wide(pdf: Editing) -> None:
    pdf.set(pdf.element("TD", 2), "/A", {"/O": "/Table", "/ColSpan": 2})


@mutation("tables-are-tagged")
def a_table_of_paragraphs(pdf: Editing) -> None:
    table = pdf.element("Table")
    for cell in ("TH", "TD"):
        pdf.rename(cell, "NonStruct", table)
    cells = [cell for row in pdf.elements("TR", table) for cell in pdf.elements("NonStruct", row)]
    kids = [kid for cell in cells for kid in pdf.kids(cell)]
    pdf.set(table, "/S", "/Div")
    pdf.set_kids(table, [pdf.kids(table)[0], *kids])


@mutation("roles-keep-their-meaning")
def every_picture_turned_into_a_paragraph(pdf: Editing) -> None:
    roles = pdf.root["/RoleMap"]
    pdf.set(roles, "/Figure", "/P")
