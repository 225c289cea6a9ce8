"""What a file has otherwise when it is made for PDF/UA-2."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.document import Contents, Definition, DefinitionList, Document, Footnote, Heading, Link, Paragraph, Text
from lessonkit.reading import reading_lines
from lessonkit.render import STANDARDS as NAMES
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.standard import STANDARDS
from referees import pdf_report
from render.every_node import ASSETS, LEAFLET, LONG, THEME
from render.pdf.galleys import document, words
from render.pdf.test_structure import elements, owned

NOTED = document(
    Heading(1, words("One"), "one"),
    Contents(words("Contents"), 2),
    Paragraph((Text("Most do"), Footnote(words("As of 2026.")), Text("; "), Link(words("read on"), "#more"))),
    Heading(2, words("More"), "more"),
    DefinitionList((Definition(words("Term"), (Paragraph(words("What it is.")),)),)),
    width=150,
    height=200,
)
SOURCES = pytest.mark.parametrize("source", [LONG, LEAFLET, NOTED], ids=["long", "leaflet", "noted"])


def opened(source: Document) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(source, THEME, ASSETS, "ua-2")[""]))


def test_the_names_are_those_of_the_command_line() -> None:
    assert tuple(STANDARDS) == NAMES


@pytest.mark.referee
@pytest.mark.parametrize("flavour", ["ua2", "4", "wt1a", "wt1r"])
@SOURCES
def test_vera_agrees(source: Document, flavour: str, tmp_path: Path) -> None:
    files = []
    for edition, data in render_pdf(source, THEME, ASSETS, "ua-2").items():
        files.append(tmp_path / f"sample{edition}.pdf")
        files[-1].write_bytes(data)
    assert pdf_report(files, flavour) == ""


@SOURCES
def test_the_words_stay_the_authors(source: Document) -> None:
    assert read_back(render_pdf(source, THEME, ASSETS, "ua-2")[""]) == reading_lines(source)


def test_it_is_pdf_2_without_an_information_dictionary() -> None:
    reader = opened(LONG)
    assert reader.pdf_header == "%PDF-2.0"
    assert "/Info" not in reader.trailer
    assert reader.xmp_metadata.dc_title["x-default"] == LONG.title


def test_a_note_and_its_call_refer_to_each_other() -> None:
    reader = opened(NOTED)
    (note,) = elements(reader, "FENote")
    (call,) = (each for each in elements(reader, "Reference") if "/Ref" in each)
    assert [each.get_object() for each in call["/Ref"]] == [note]
    assert [each.get_object() for each in note["/Ref"]] == [call]
    assert owned(note, "FENote") == {"NoteType": "/Footnote"}


def test_links_contents_and_outline_lead_to_elements() -> None:
    reader = opened(NOTED)
    (more,) = elements(reader, "H2")
    (entry, *_) = (each for each in elements(reader, "TOCI"))
    assert entry["/Ref"][0].get_object() == more
    annotations = [each.get_object() for page in reader.pages for each in page["/Annots"]]
    (link,) = (each for each in annotations if each["/Contents"] == "read on")
    first = reader.root_object["/Outlines"]["/First"]
    for action in (link["/A"], first["/First"]["/A"]):
        assert action["/SD"][0].get_object() == more
        assert action["/D"][0].get_object() == reader.pages[0]


def test_elements_name_the_namespace_of_pdf_2_where_they_are_its_own() -> None:
    reader = opened(NOTED)
    (space,) = reader.root_object["/StructTreeRoot"]["/Namespaces"]
    assert space["/NS"] == "http://iso.org/pdf2/ssn"

    def named(tag: str) -> bool:
        found: list[Any] = elements(reader, tag)
        return all(each.get("/NS") == space for each in found)

    assert [named(tag) for tag in ("P", "H1", "FENote", "TOC", "TOCI")] == [True, True, True, False, False]


def test_a_list_of_terms_is_called_one() -> None:
    (found,) = elements(opened(NOTED), "L")
    assert owned(found, "List")["ListNumbering"] == "/Description"
