"""Mutations of links and bookmarks."""

from __future__ import annotations

from pypdf.generic import DictionaryObject

from check.mutations.editing import Editing, op
from check.mutations.mutation import mutation

WEBSITE, PRINTED, INSIDE, AGAIN = 2, 3, 4, 5
"""Annotations: two are in the contents."""


def _address(pdf: Editing, link: int, address: str) -> None:
    pdf.set(pdf.link(link)["/A"], "/URI", address)


def _object_of(pdf: Editing, link: int) -> DictionaryObject:
    """The element that holds an annotation."""
    elements = pdf.elements("Link")
    found: DictionaryObject = elements[link]
    return found


@mutation("link-descriptions-agree")
def a_link_without_description(pdf: Editing) -> None:
    pdf.set(pdf.link(WEBSITE), "/Contents", None)


@mutation("link-descriptions-agree")
def a_link_described_by_its_address(pdf: Editing) -> None:
    pdf.set(pdf.link(WEBSITE), "/Contents", "https://www.childline.org.uk")


@mutation("link-descriptions-agree")
def a_link_described_as_something_else(pdf: Editing) -> None:
    pdf.set(pdf.link(WEBSITE), "/Contents", "The police")


@mutation("links-are-tagged")
def a_link_that_the_structure_does_not_hold(pdf: Editing) -> None:
    element = _object_of(pdf, WEBSITE)
    pdf.set(element, "/S", "/Span")
    pdf.set_kids(element, [kid for kid in pdf.kids(element) if not isinstance(kid.get_object(), DictionaryObject)])


@mutation("links-are-tagged")
def a_link_that_a_span_holds(pdf: Editing) -> None:
    pdf.set(_object_of(pdf, WEBSITE), "/S", "/Span")


@mutation("links-are-tagged")
def a_link_that_cannot_be_clicked(pdf: Editing) -> None:
    element, reference = _object_of(pdf, WEBSITE), pdf.link(WEBSITE).indirect_reference
    pdf.set_kids(element, [kid for kid in pdf.kids(element) if not isinstance(kid.get_object(), DictionaryObject)])
    page = pdf.pages[0]
    pdf.set(page, "/Annots", [each for each in page["/Annots"] if each != reference])  # type: ignore[attr-defined]


@mutation("links-lead-somewhere", "link-words-name-their-target")
def a_link_to_a_place_that_is_not_there(pdf: Editing) -> None:
    link = pdf.link(INSIDE)
    pdf.set(link, "/A", None)
    pdf.set(link, "/Dest", "nowhere")


@mutation("links-lead-somewhere", "link-words-name-their-target")
def a_link_to_a_page_that_is_not_there(pdf: Editing) -> None:
    link = pdf.link(INSIDE)
    pdf.set(link, "/A", None)
    pdf.set(link, "/Dest", [700, "/Fit"])


@mutation("links-lead-somewhere", "link-words-name-their-target")
def a_link_without_address(pdf: Editing) -> None:
    _address(pdf, WEBSITE, "")


@mutation("links-lead-somewhere", "link-words-name-their-target")
def an_address_without_https(pdf: Editing) -> None:
    _address(pdf, WEBSITE, "www.childline.org.uk")


@mutation("links-lead-somewhere", "link-words-name-their-target")
def a_link_to_a_file_on_somebody_s_computer(pdf: Editing) -> None:
    _address(pdf, WEBSITE, "file:///C:/lessons/help.html")


@mutation("link-words-name-their-target")
def the_same_words_for_two_targets(pdf: Editing) -> None:
    _address(pdf, AGAIN, "https://www.nspcc.org.uk")


@mutation("link-words-name-their-target")
def a_printed_address_that_leads_elsewhere(pdf: Editing) -> None:
    _address(pdf, PRINTED, "https://www.elsewhere.com")


@mutation("link-words-name-their-target", "link-descriptions-agree")
def a_link_that_only_says_here(pdf: Editing) -> None:
    here = op("Tj", pdf.codes(0, "here"))
    pdf.edit_content(_object_of(pdf, INSIDE), lambda found: [each if each[1] != b"TJ" else here for each in found])


@mutation("outline-matches-headings")
def no_bookmarks(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/Outlines", None)


@mutation("outline-matches-headings")
def a_bookmark_that_leads_nowhere(pdf: Editing) -> None:
    for key in ("/Dest", "/A"):
        pdf.set(pdf.bookmark(2), key, None)


@mutation("outline-matches-headings")
def a_bookmark_that_leads_to_another_page(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(2), "/A", None)
    pdf.set(pdf.bookmark(2), "/Dest", [pdf.pages[1].indirect_reference, "/Fit"])


@mutation("outline-matches-headings")
def a_bookmark_with_other_words(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(2), "/Title", "Chapter")


@mutation("outline-matches-headings")
def two_bookmarks_in_each_other_s_place(pdf: Editing) -> None:
    one, other = pdf.bookmark(2), pdf.bookmark(3)
    for key in ("/Title", "/Dest", "/A"):
        first, second = one.get(key), other.get(key)
        pdf.set(one, key, second)
        pdf.set(other, key, first)


@mutation("outline-matches-headings")
def a_bookmark_left_out(pdf: Editing) -> None:
    pdf.set(pdf.bookmark(2), "/Next", None)


@mutation("outline-matches-headings")
def bookmarks_that_all_are_on_one_level(pdf: Editing) -> None:
    top, first, last = pdf.bookmark(0), pdf.bookmark(1), pdf.bookmark(-1)
    pdf.set(top, "/Next", first.indirect_reference)
    for key in ("/First", "/Last", "/Count"):
        pdf.set(top, key, None)
    assert last
