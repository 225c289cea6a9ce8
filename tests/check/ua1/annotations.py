"""Cases about links, form fields and other annotations."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, NameObject, NullObject

from check.mutations.editing import pdf_object
from check.ua1.clause import fails, passes
from check.ua1.rich import Annotated


def kind(pdf: Annotated, subtype: str) -> Any:
    """The first annotation of a kind."""
    found = (each.get_object() for page in pdf.pages for each in page.get("/Annots", ()))
    return next(each for each in found if each["/Subtype"] == f"/{subtype}")


def move_element(pdf: Annotated, annotation: Any, role: str) -> None:
    """Gives the element that holds an annotation another role."""
    entries = pdf.root["/ParentTree"]["/Nums"]
    at = list(entries[::2]).index(annotation["/StructParent"])
    pdf.set(entries[2 * at + 1], "/S", f"/{role}")


@fails("7.18.1-1")
def a_remark_that_the_structure_does_not_hold(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Text", Contents="A remark")


@fails("7.18.1-1")
def a_remark_in_a_paragraph(pdf: Annotated) -> None:
    move_element(pdf, kind(pdf, "Text"), "P")


@passes("7.18.1-1")
def a_hidden_remark(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Text", F=2)


@passes("7.18.1-1")
def a_remark_outside_of_the_page(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Text", Rect=[-90, -90, -20, -20])


@passes("7.18.1-1")
def a_remark_that_ends_at_the_edge_of_the_page(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Text", Rect=[-90, 10, 0, 40])


@fails("7.18.1-1")
def a_remark_half_on_the_page(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Text", Contents="A remark", Rect=[-90, 10, 1, 40])


@fails("7.18.1-2")
def a_remark_without_words(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Text"), "/Contents", None)


@fails("7.18.1-3")
def a_field_without_a_name(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Widget"), "/TU", None)


@fails("7.18.1-3")
def a_field_with_an_empty_name(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Widget"), "/TU", "")


@fails("7.18.2-1")
def a_trap_network(pdf: Annotated) -> None:
    annotation = pdf.add_annotation(0, Subtype="/TrapNet", Contents="Traps")
    pdf.tag_annotation(0, annotation, "Annot")


@fails("7.18.3-1")
def a_page_whose_tabs_follow_rows(pdf: Annotated) -> None:
    pdf.set(pdf.pages[0], "/Tabs", "/R")


@fails("7.18.3-1")
def a_page_that_does_not_say_what_tabs_follow(pdf: Annotated) -> None:
    pdf.set(pdf.pages[0], "/Tabs", None)


@fails("7.18.4-1")
def a_field_in_a_paragraph(pdf: Annotated) -> None:
    move_element(pdf, kind(pdf, "Widget"), "P")


@fails("7.18.4-2")
def a_form_element_with_two_fields(pdf: Annotated) -> None:
    other = pdf.add_annotation(0, Subtype="/Widget", FT="/Tx", T="other", TU="The other")
    form = pdf.element("Form")
    element = pdf.tag_annotation(0, other, "Form")
    pdf.set_kids(form, [*pdf.kids(form), *pdf.kids(element)])


@fails("7.18.5-1")
def a_link_that_a_paragraph_holds(pdf: Annotated) -> None:
    move_element(pdf, kind(pdf, "Link"), "P")


@fails("7.18.5-1")
def a_link_that_the_parent_tree_does_not_know(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Link"), "/StructParent", 4711)


@fails("7.18.5-1")
def a_link_without_its_key(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Link"), "/StructParent", None)


@fails("7.18.5-2")
def a_link_without_description(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Link"), "/Contents", None)


@fails("7.18.5-2")
def a_link_with_an_empty_description(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Link"), "/Contents", "")


@passes("7.18.5-2")
def a_link_without_size_in_the_corner(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Link", Rect=[0, 0, 0, 0])


@fails("7.18.6.2-1")
def a_film_that_does_not_say_its_kind(pdf: Annotated) -> None:
    film(pdf, Alt=["en", "A film"])


@fails("7.18.6.2-2")
def a_film_without_words(pdf: Annotated) -> None:
    film(pdf, CT="video/mp4")


@passes("7.18.6.2-2")
def a_film_with_words(pdf: Annotated) -> None:
    film(pdf, CT="video/mp4", Alt=["en", "A film"])


def film(pdf: Annotated, **clip: object) -> None:
    data = pdf.stream(b"film", Type="/EmbeddedFile")
    file = {"/Type": "/Filespec", "/F": "a.mp4", "/UF": "a.mp4", "/EF": {"/F": data}}
    medium = {"/Type": "/MediaClip", "/S": "/MCD", "/D": file, **{f"/{key}": value for key, value in clip.items()}}
    action = {"/S": "/Rendition", "/OP": 0, "/R": {"/Type": "/Rendition", "/S": "/MR", "/C": medium}}
    annotation = pdf.add_annotation(0, Subtype="/Screen", Contents="A film", A=action)
    pdf.set(annotation.get_object()["/A"], "/AN", annotation)
    pdf.tag_annotation(0, annotation, "Annot")


@fails("7.18.8-1")
def a_printer_s_mark_in_the_structure(pdf: Annotated) -> None:
    annotation = pdf.add_annotation(0, Subtype="/PrinterMark", Contents="A mark")
    pdf.tag_annotation(0, annotation, "Annot")


@passes("7.18.8-1")
def a_printer_s_mark_outside_of_the_structure(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/PrinterMark", Contents="A mark")


@fails("7.18.1-1")
def an_annotation_of_no_known_kind(pdf: Annotated) -> None:
    pdf.add_annotation(0, Subtype="/Own", Contents="Something")


def element_of(pdf: Annotated, annotation: Any) -> Any:
    entries = pdf.root["/ParentTree"]["/Nums"]
    return entries[2 * list(entries[::2]).index(annotation["/StructParent"]) + 1]


@passes("7.18.1-2")
def a_remark_whose_element_has_the_words(pdf: Annotated) -> None:
    remark = kind(pdf, "Text")
    pdf.set(remark, "/Contents", None)
    pdf.set(element_of(pdf, remark), "/Alt", "A remark")


@fails("7.18.1-2")
def a_remark_with_an_alternative_text_of_its_own(pdf: Annotated) -> None:
    pdf.set(kind(pdf, "Text"), "/Contents", None)
    pdf.set(kind(pdf, "Text"), "/Alt", "A remark")


@passes("7.18.1-3")
def a_field_whose_element_has_the_name(pdf: Annotated) -> None:
    field = kind(pdf, "Widget")
    pdf.set(field, "/TU", None)
    pdf.set(element_of(pdf, field), "/Alt", "Your name")


@passes("7.18.1-3")
def a_field_that_the_form_does_not_fill_in(pdf: Annotated) -> None:
    field = kind(pdf, "Widget")
    pdf.set(field, "/TU", None)
    pdf.set(field, "/T", None)


@fails("7.18.1-3")
def a_widget_that_names_itself_in_place_of_its_field(pdf: Annotated) -> None:
    widget = kind(pdf, "Widget")
    above = {"/FT": "/Tx", "/T": "name", "/Kids": [pdf.catalog["/AcroForm"]["/Fields"][0]]}
    pdf.set(widget, "/Parent", pdf.writer._add_object(pdf_object(above)))
    pdf.set(widget, "/T", None)


@fails("7.18.5-1")
def a_link_whose_entry_in_the_parent_tree_is_a_list(pdf: Annotated) -> None:
    link = kind(pdf, "Link")
    entries = pdf.root["/ParentTree"]["/Nums"]
    at = 2 * list(entries[::2]).index(link["/StructParent"]) + 1
    entries[at] = ArrayObject([list.__getitem__(entries, at)])


@passes("7.18.1-1")
def a_remark_beyond_the_page_that_a_wide_crop_would_show(pdf: Annotated) -> None:
    pdf.set(pdf.pages[0], "/CropBox", [-500, -500, 2000, 2000])
    pdf.add_annotation(0, Subtype="/Text", Rect=[-90, -90, -20, -20])


@passes("7.18.3-1")
def a_page_whose_annotations_are_none(pdf: Annotated) -> None:
    page = pdf.pages[-1]
    page[NameObject("/Annots")] = ArrayObject([NullObject()])
    pdf.set(page, "/Tabs", None)
