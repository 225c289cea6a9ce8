"""Mutations of what belongs together: cells and their headers, labels and their items, headings and their parts."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ByteStringObject

from check.mutations.editing import Editing, Operation, op
from check.mutations.looking import add_plain_font, font_of, say_in
from check.mutations.mutation import mutation
from check.mutations.structure import PARAGRAPH


def row(pdf: Editing, number: int) -> Any:
    """A row of the table; the first holds the column headers."""
    return pdf.element("TR", number)


@mutation()
def words_in_elements_without_a_meaning(pdf: Editing) -> None:
    for element in (pdf.element("H2"), pdf.element("H3"), pdf.element("P", PARAGRAPH), pdf.element("LBody")):
        made = pdf.add_element(element, "NonStruct", *pdf.kids(element))
        inner = pdf.kids(made)
        pdf.set_kids(element, [made])
        _tell(pdf, element, made, inner)


def _tell(pdf: Editing, outer: Any, made: Any, kids: list[Any]) -> None:
    """Lets the parent tree lead to a new element, and what it holds too."""
    for kid in kids:
        if "/S" in getattr(kid.get_object(), "keys", dict)():
            pdf.set(kid, "/P", made)
    for listed in pdf.root["/ParentTree"]["/Nums"][1::2]:
        entries = listed.get_object()
        if isinstance(entries, list):
            entries[:] = [made if each.get_object() is outer else each for each in entries]
    if "/Pg" in outer:
        pdf.set(made, "/Pg", outer.raw_get("/Pg"))


@mutation("table-has-header-cells")
def a_table_of_header_cells(pdf: Editing) -> None:
    for cell in pdf.elements("TD"):
        pdf.set(cell, "/S", "/TH")
        pdf.set(cell, "/A", {"/O": "/Table", "/Scope": "/Column"})


@mutation("table-has-header-cells")
def a_header_row_that_comes_again(pdf: Editing) -> None:
    for cell, words in zip(pdf.elements("P", row(pdf, 0)), ("Who", "Number", "When"), strict=True):
        say_in(pdf, cell, words)
    for cell, words in zip(pdf.elements("P", row(pdf, 2)), ("Who", "Number", "When"), strict=True):
        say_in(pdf, cell, words)


@mutation("table-has-header-cells")
def a_column_header_without_words(pdf: Editing) -> None:
    pdf.edit_content(pdf.elements("P", row(pdf, 0))[1], lambda found: [each for each in found if each[1] != b"TJ"])


@mutation("header-cells-point-their-way")
def a_cell_that_names_a_header_that_is_not_there(pdf: Editing) -> None:
    pdf.set(pdf.element("TD"), "/A", {"/O": "/Table", "/Headers": [ByteStringObject(b"lost")]})


@mutation("header-cells-point-their-way")
def a_cell_that_names_the_header_of_another_column(pdf: Editing) -> None:
    pdf.set(pdf.element("TH", 2), "/ID", ByteStringObject(b"when"))
    pdf.set(pdf.element("TD"), "/A", {"/O": "/Table", "/Headers": [ByteStringObject(b"when")]})


@mutation("order-follows-the-page")
def two_cells_in_each_other_s_place(pdf: Editing) -> None:
    one, other = pdf.elements("TD", row(pdf, 1))
    pdf.swap(one, other)


@mutation("order-follows-the-page")
def two_rows_in_each_other_s_place(pdf: Editing) -> None:
    pdf.swap(row(pdf, 1), row(pdf, 3))


@mutation("tables-are-simple")
def a_row_that_makes_space(pdf: Editing) -> None:
    for cell in pdf.elements("P", row(pdf, 2)):
        pdf.edit_content(cell, lambda found: [each for each in found if each[1] != b"TJ"])


@mutation("tables-are-tagged")
def a_table_of_boxes(pdf: Editing) -> None:
    table = pdf.element("Table")
    for role in ("TR", "THead", "TBody", "TH", "TD", "Caption"):
        for element in pdf.elements(role, table):
            pdf.set(element, "/A", None)
        pdf.rename(role, "Div", table)
    pdf.set(table, "/S", "/Div")


@mutation("list-items-are-apart")
def labels_after_their_items(pdf: Editing) -> None:
    for item in pdf.elements("LI", pdf.element("L")):
        pdf.set_kids(item, [*reversed(pdf.kids(item))])


@mutation("list-items-are-apart")
def a_number_typed_beside_that_of_the_list(pdf: Editing) -> None:
    say_in(pdf, pdf.element("P", 7), "1. Say that it is not")


@mutation("lists-are-tagged")
def bullets_beside_their_words(pdf: Editing) -> None:
    listed = pdf.element("L")
    for role, new in (("LI", "Div"), ("LBody", "Div"), ("Lbl", "P")):
        pdf.rename(role, new, listed)
    pdf.set(listed, "/S", "/Div")
    pdf.set(listed, "/A", None)


@mutation("artifacts-hold-no-text", "headings-open-a-part")
def a_heading_with_nothing_below_it(pdf: Editing) -> None:
    pdf.to_artifact(pdf.element("L"))


@mutation("list-labels-are-in-order", "outline-matches-headings")
def headings_that_count_past_a_number(pdf: Editing) -> None:
    for heading, words in zip(pdf.elements("H3"), ("1. Listen", "2. After", "4. Signs"), strict=True):
        say_in(pdf, heading, words)


@mutation("notes-are-tagged")
def a_note_as_a_paragraph(pdf: Editing) -> None:
    call, note = pdf.element("P", 23), pdf.element("P", 24)
    raised(pdf, call, behind=True)
    raised(pdf, note, behind=False)


def raised(pdf: Editing, element: Any, *, behind: bool) -> None:
    """Sets a small 1 before the words of an element, or behind them."""
    page, _ = pdf.content_of(element)
    add_plain_font(pdf, page)
    number = [op("Tf", "/Plain", 7), op("Ts", 4), op("Tj", ByteStringObject(b"1")), op("Ts", 0), font_of(pdf, element)]

    def numbered(found: list[Operation]) -> list[Operation]:
        at = next(n for n, each in enumerate(found) if each[1] == b"TJ")
        return [*found, *number] if behind else [*found[:at], *number, *found[at:]]

    pdf.edit_content(element, numbered)


@mutation()
def bullets_that_are_drawn(pdf: Editing) -> None:
    for label in pdf.elements("Lbl", pdf.element("L")):
        pdf.edit_content(
            label, lambda found: [*(each for each in found if each[1] != b"TJ"), op("re", 60, 400, 3, 3), op("f")]
        )


@mutation("words-are-read-once", "outline-matches-headings")
def two_headings_with_the_same_words(pdf: Editing) -> None:
    for heading in pdf.elements("H3")[:2]:
        say_in(pdf, heading, "Listen well")


@mutation("order-follows-the-page", "parent-tree-matches")
def a_caption_on_another_page(pdf: Editing) -> None:
    contents, table = pdf.elements("Caption")[:2]
    one, other = pdf.kids(contents), pdf.kids(table)
    first, second = contents.get("/Pg"), table.get("/Pg")
    pdf.set_kids(contents, other)
    pdf.set_kids(table, one)
    if first is not None and second is not None:
        pdf.set(contents, "/Pg", second.indirect_reference)
        pdf.set(table, "/Pg", first.indirect_reference)
