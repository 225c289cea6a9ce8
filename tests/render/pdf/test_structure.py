"""What the structure elements of a finished PDF say of themselves, read back with pypdf."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from lessonkit.document import (
    Abbreviation,
    Block,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Text,
)
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.page_labels import page_labels
from lessonkit.render.pdf.paths import Area
from lessonkit.render.pdf.stream import Marks
from lessonkit.render.pdf.structure import StructureWriter
from lessonkit.render.pdf.tags import Element, Leaf
from render.every_node import ASSETS, LEAFLET, THEME
from render.pdf.galleys import document, words


def opened(*blocks: Block) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(document(*blocks, width=150, height=200), THEME, ASSETS)[""]))


def elements(reader: PdfReader, *tags: str) -> list[Any]:
    """The elements of these tags, in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inside = kid.get_object()
            if isinstance(inside, dict) and "/S" in inside:
                yield from walk(inside)

    return [each for each in walk(reader.root_object["/StructTreeRoot"]) if each["/S"][1:] in tags]


def owned(element: Any, owner: str) -> dict[str, Any]:
    """The attributes of one owner."""
    attributes = element["/A"].get_object()
    found = attributes if isinstance(attributes, list) else [attributes]
    (one,) = (each for each in found if each["/O"] == f"/{owner}")
    return {key[1:]: value for key, value in one.items() if key != "/O"}


def attributes(element: Element, marks: Marks | None = None) -> str:
    return StructureWriter(marks or Marks(), {}, [], {}).attributes(element)


def test_an_abbreviation_says_its_expansion() -> None:
    (span,) = elements(opened(Paragraph((Abbreviation("DSL", "Designated Safeguarding Lead"),))), "Span")
    assert span["/E"] == "Designated Safeguarding Lead"


def test_raised_words_say_how_far_they_are_raised() -> None:
    raised = Element("Superscript")
    raised.kids.append(Leaf(0, None, "2", raised))
    assert attributes(raised, Marks(rises={0: 3.5})) == "/A <</O/Layout/BaselineShift 3.5>>"


@pytest.mark.parametrize(("around", "placement"), [("P", "Inline"), ("Div", "Block")])
def test_a_picture_in_a_line_is_placed_in_the_line(around: str, placement: str) -> None:
    figure = Element("Figure", attributes={"Alt": "Phone"}, parent=Element(around))
    figure.kids.append(Leaf(0, None, "", figure))
    marks = Marks(areas={0: [(0, Area(1, 2, 3, 4))]})
    assert attributes(figure, marks) == f"/Alt(Phone)/A <</O/Layout/Placement/{placement}/BBox[1 2 3 4]>>"


def test_the_attributes_of_a_cell_are_one_object() -> None:
    cell = Element("TH", attributes={"Scope": "Row", "ID": "a", "ColSpan": "2", "Headers": "b c"})
    assert attributes(cell) == "/ID(a)/A <</O/Table/Scope/Row/ColSpan 2/Headers[(b)(c)]>>"


def test_ids_are_found_in_order() -> None:
    one, two = Element("TH", attributes={"ID": "b"}), Element("TH", attributes={"ID": "a"})
    writer = StructureWriter(Marks(), {id(one): "1 0 R", id(two): "2 0 R"}, [], {})
    assert writer.identifiers([one, two]) == "/IDTree<</Names[(a)2 0 R(b)1 0 R]>>"
    assert writer.identifiers([Element("P")]) == ""


def test_links_say_where_they_lead() -> None:
    note = Footnote(words("As of 2026."))
    to_heading = Link(words("read on"), "#more")
    paragraph = Paragraph((Text("Most do"), note, Text("; "), to_heading, Text(".")))
    reader = opened(Heading(1, words("One"), "one"), paragraph, Heading(2, words("More"), "more"))
    contents = [each.get_object()["/Contents"] for page in reader.pages for each in page["/Annots"]]
    assert sorted(contents) == ["Back to the text", "Note 1", "read on"]
    (found,) = elements(reader, "Note")
    assert found["/ID"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["", "", ""], "<</Nums[0<</S/D>>]>>"),
        (["1", "2", "3"], "<</Nums[0<</S/D>>]>>"),
        (["", "1", "2"], "<</Nums[0<</S/D>>1<</S/D>>]>>"),
        (["5", "6", "1"], "<</Nums[0<</S/D/St 5>>2<</S/D>>]>>"),
        (["Side 1", "Side 2"], "<</Nums[0<</P(Side )/S/D>>]>>"),
        (["Cover", "1"], "<</Nums[0<</P(Cover)>>1<</S/D>>]>>"),
    ],
)
def test_labels_of_pages_are_runs_of_numbers(labels: list[str], expected: str) -> None:
    assert page_labels(labels) == expected


def test_pages_are_called_as_they_are_printed() -> None:
    editions = render_pdf(LEAFLET, THEME, ASSETS)
    assert PdfReader(BytesIO(editions[""])).page_labels == ["1", "2", "3", "4", "5", "6"]
    assert PdfReader(BytesIO(editions["print"])).page_labels == ["Side 1", "Side 2"]
