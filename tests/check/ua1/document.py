"""Cases about the file as a whole: its metadata, its catalog, layers, attachments, security."""

from __future__ import annotations

import re

from pypdf.generic import IndirectObject, NameObject

from check.ua1.clause import fails, passes
from check.ua1.rich import Annotated


def edit_xmp(pdf: Annotated, change: str, new: str) -> None:
    """Replaces what a pattern finds in the metadata."""
    stream = pdf.catalog["/Metadata"].get_object()
    text = stream.get_data().decode()
    edited = re.sub(change, new, text, flags=re.DOTALL)
    assert edited != text
    stream.set_data(edited.encode())


@fails("5-1")
def metadata_without_the_identification(pdf: Annotated) -> None:
    edit_xmp(pdf, 'pdfuaid:part="1"', "")


@fails("5-2")
def another_part(pdf: Annotated) -> None:
    edit_xmp(pdf, 'pdfuaid:part="1"', 'pdfuaid:part="2"')


@fails("5-3")
def a_part_in_another_namespace_prefix(pdf: Annotated) -> None:
    edit_xmp(pdf, "pdfuaid:part=", "ua:part=")
    edit_xmp(pdf, "xmlns:pdfuaid=", "xmlns:ua=")


@passes("5-4")
def an_amendment_with_the_usual_prefix(pdf: Annotated) -> None:
    edit_xmp(pdf, 'pdfuaid:part="1"', 'pdfuaid:part="1" pdfuaid:amd="2005"')


@fails("6.2-1")
def a_file_that_is_not_marked(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/MarkInfo"], "/Marked", False)


@fails("6.2-1")
def a_file_that_does_not_say_that_it_is_marked(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/MarkInfo", None)


@fails("7.1-4")
def suspects(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/MarkInfo"], "/Suspects", True)


@passes("7.1-4")
def no_suspects(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/MarkInfo"], "/Suspects", False)


@fails("7.1-8")
def no_metadata(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Metadata", None)


@fails("7.1-9")
def metadata_without_a_title(pdf: Annotated) -> None:
    edit_xmp(pdf, "<dc:title>.*</dc:title>", "")


@fails("7.1-9")
def metadata_with_a_title_of_nothing(pdf: Annotated) -> None:
    edit_xmp(pdf, "<dc:title>.*</dc:title>", "<dc:title><rdf:Alt></rdf:Alt></dc:title>")


@fails("7.1-10")
def a_window_that_does_not_show_the_title(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/ViewerPreferences"], "/DisplayDocTitle", False)


@fails("7.1-10")
def no_preferences(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/ViewerPreferences", None)


@fails("7.1-11")
def no_structure(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/StructTreeRoot", None)


@fails("7.2-34")
def no_language_at_all(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Lang", None)


@fails("7.2-29")
def a_language_that_is_no_code(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Lang", "British English")


@fails("7.2-29")
def a_language_with_an_underscore(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Lang", "en_GB")


@passes("7.2-29")
def a_private_language(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Lang", "x-own-words")


@fails("7.10-1")
def a_layer_configuration_without_a_name(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/OCProperties"]["/D"], "/Name", None)


@fails("7.10-1")
def another_configuration_with_an_empty_name(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/OCProperties"]["/Configs"][0], "/Name", "")


@fails("7.10-2")
def layers_that_switch_themselves(pdf: Annotated) -> None:
    pdf.set(pdf.catalog["/OCProperties"]["/D"], "/AS", [])


@fails("7.11-1")
def an_attachment_without_its_name(pdf: Annotated) -> None:
    pdf.set(attachment(pdf), "/F", None)


@fails("7.11-1")
def an_attachment_without_its_name_in_unicode(pdf: Annotated) -> None:
    pdf.set(attachment(pdf), "/UF", "")


@passes("7.11-1")
def a_file_beside_this_one_without_its_name_in_unicode(pdf: Annotated) -> None:
    pdf.set(attachment(pdf), "/UF", None)
    pdf.set(attachment(pdf), "/EF", None)


def attachment(pdf: Annotated):  # type: ignore[no-untyped-def]
    return pdf.catalog["/Names"]["/EmbeddedFiles"]["/Names"][1]


@fails("7.15-1")
def a_form_that_is_made_when_opened(pdf: Annotated) -> None:
    xml = (
        b'<config xmlns="http://www.xfa.org/schema/xci/2.8/"><acrobat><acrobat7><dynamicRender>required</dynamicRender>'
    )
    pdf.set(pdf.catalog["/AcroForm"], "/XFA", ["config", pdf.stream(xml + b"</acrobat7></acrobat></config>")])


@passes("7.15-1")
def a_form_that_is_made_beforehand(pdf: Annotated) -> None:
    xml = b'<config xmlns="http://www.xfa.org/schema/xci/2.8/"><acrobat><acrobat7><dynamicRender>forbidden</dynamicRender>'
    pdf.set(pdf.catalog["/AcroForm"], "/XFA", ["config", pdf.stream(xml + b"</acrobat7></acrobat></config>")])


@fails("7.16-1")
def security_without_assistive_technology(pdf: Annotated) -> None:
    pdf.writer.encrypt("", "owner", permissions_flag=-1 - 512, algorithm="RC4-128")


@passes("7.16-1")
def security_with_assistive_technology(pdf: Annotated) -> None:
    pdf.writer.encrypt("", "owner", permissions_flag=-1 - 16, algorithm="RC4-128")


@passes("7.1-8")
def a_tree_of_pages_that_does_not_say_what_it_is(pdf: Annotated) -> None:
    del pdf.catalog["/Pages"][NameObject("/Type")]


@fails("7.1-8")
def a_page_that_does_not_say_what_it_is(pdf: Annotated) -> None:
    del pdf.pages[0][NameObject("/Type")]


@passes("7.1-8")
def a_catalog_without_its_type(pdf: Annotated) -> None:
    del pdf.catalog[NameObject("/Type")]


@fails("7.1-9")
def metadata_with_a_title_in_one_piece(pdf: Annotated) -> None:
    edit_xmp(pdf, "<dc:title>.*</dc:title>", "<dc:title>Safe online</dc:title>")


@fails("7.1-9")
def metadata_with_a_title_in_no_language(pdf: Annotated) -> None:
    title = "<dc:title><rdf:Alt><rdf:li>Safe online</rdf:li></rdf:Alt></dc:title>"
    edit_xmp(pdf, "<dc:title>.*</dc:title>", title)


@passes("7.1-9")
def metadata_with_a_title_in_another_language(pdf: Annotated) -> None:
    edit_xmp(pdf, 'xml:lang="x-default"', 'xml:lang="cy"')


@fails("5-1")
def metadata_with_an_element_of_no_namespace(pdf: Annotated) -> None:
    title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default"><b/></rdf:li></rdf:Alt></dc:title>'
    edit_xmp(pdf, "<dc:title>.*</dc:title>", title)


@fails("7.2-33")
def metadata_for_all_languages_in_a_file_of_none(pdf: Annotated) -> None:
    pdf.set(pdf.catalog, "/Lang", None)
    more = '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Free</rdf:li></rdf:Alt></dc:rights>'
    edit_xmp(pdf, "</dc:title>", f"</dc:title>{more}")


@fails("7.1-11")
def a_structure_that_is_not_there(pdf: Annotated) -> None:
    pdf.catalog[NameObject("/StructTreeRoot")] = IndirectObject(9999, 0, pdf.writer)


@passes("7.15-1")
def a_form_that_names_another_part_of_it_so(pdf: Annotated) -> None:
    xml = b"<config><present><dynamicRender>required</dynamicRender></present></config>"
    pdf.set(pdf.catalog["/AcroForm"], "/XFA", ["config", pdf.stream(xml)])
