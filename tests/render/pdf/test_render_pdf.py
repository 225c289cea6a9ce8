"""The finished PDF: conforming, read back as written, the same every time."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pytest
from PIL import Image
from pypdf import PdfReader

from lessonkit.check.pdf.read import read_pdf
from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.check.pdf.structure import Element, Pointer, Words, find
from lessonkit.document import Block, Document, Field, Figure, Heading, Link, Paragraph, Text
from lessonkit.drawing import Assets
from lessonkit.reading import reading_lines
from lessonkit.render.pdf import render_pdf
from referees import pdf_report
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME
from render.pdf.galleys import document, words

DOCUMENTS = pytest.mark.parametrize("source", [LONG, RICH, LEAFLET], ids=["long", "rich", "leaflet"])


def rendered(*blocks: Block, **geometry: float) -> bytes:
    return render_pdf(document(*blocks, **geometry), THEME, ASSETS)[""]


@DOCUMENTS
def test_every_edition_conforms_to_pdf_ua(source: Document) -> None:
    for name, data in render_pdf(source, THEME, ASSETS).items():
        report = page.validate_pdf_bytes(data, profile="ua1")
        assert report.is_compliant, (name, report.failures)


@pytest.mark.referee
def test_vera_agrees(tmp_path: Path) -> None:
    files = []
    for source in (LONG, RICH, LEAFLET):
        for edition, data in render_pdf(source, THEME, ASSETS).items():
            files.append(tmp_path / f"{len(files)}{edition}.pdf")
            files[-1].write_bytes(data)
    assert (pdf_report(files, "ua1"), pdf_report(files, "2a")) == ("", "")


@DOCUMENTS
def test_the_words_are_the_authors_in_every_edition(source: Document) -> None:
    editions = render_pdf(source, THEME, ASSETS)
    assert set(editions) == ({"", "print"} if source is LEAFLET else {""})
    for data in editions.values():
        assert read_back(data) == reading_lines(source)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pdf(LEAFLET, THEME, ASSETS) == render_pdf(replace(LEAFLET), THEME, ASSETS)
    other = replace(LONG, title="Another title")
    assert render_pdf(LONG, THEME, ASSETS) != render_pdf(other, THEME, ASSETS)


def test_panels_are_tagged_in_order_on_the_sheet_that_is_folded() -> None:
    data = render_pdf(LEAFLET, THEME, ASSETS)["print"]
    pages = [heading_page(each) for tag in ("H1", "H2") for each in find(read_pdf(data).root, tag)]
    assert pages == [1, 2, 2, 2, 1, 1]
    assert PdfReader(BytesIO(data)).pages[0].mediabox.width == pytest.approx(297 * 72 / 25.4, abs=0.1)


def heading_page(heading: Element) -> int:
    (first, *_) = (kid for kid in heading.kids if isinstance(kid, Words))
    return first.page


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    data = rendered(Paragraph(words("word " * 300)))
    (paragraph,) = find(read_pdf(data).root, "P")
    assert [kid.page for kid in paragraph.kids if isinstance(kid, Words)] == [1, 2]
    assert read_back(data) == ("word " * 299 + "word",)


def test_a_link_over_two_lines_is_one_annotation_with_two_areas() -> None:
    link = Link(words("a link that says where it leads, and goes on over the end of its line"), "https://example.org/a")
    pages = PdfReader(BytesIO(rendered(Paragraph((Text("See "), link, Text("."))), width=120))).pages
    (annotation,) = (each.get_object() for each in pages[0]["/Annots"])
    assert len(annotation["/QuadPoints"]) == 2 * 8
    assert annotation["/Contents"] == link.children[0].text
    assert annotation["/A"]["/URI"] == "https://example.org/a"
    assert annotation["/F"] == 4


def test_a_link_over_two_pages_is_one_element_with_two_annotations() -> None:
    link = Link(words("long " * 200), "https://example.org/")
    data = rendered(Paragraph((Text("word " * 300), link)))
    pdf = read_pdf(data)
    (element,) = find(pdf.root, "Link")
    assert [pdf.annotations[p.annotation].page for p in element.kids if isinstance(p, Pointer)] == [2, 3]


def test_a_blank_is_spoken_and_a_detail_is_read() -> None:
    blank, filled = Field("school_name", "name of your school"), Field("dsl_name", "lead", "Ms Ada Okoro")
    pdf = read_pdf(rendered(Paragraph((Text("At "), blank, Text(" ask "), filled, Text(".")))))
    first, second = (each for each in find(pdf.root, "Span") if each.original == "Field")
    assert first.actual_text == "blank: name of your school"
    assert second.actual_text is None
    assert [kid.text for kid in second.kids if isinstance(kid, Words)] == ["Ms Ada Okoro"]


def test_characters_that_share_a_glyph_or_have_several_read_back_as_written() -> None:
    text = "well\u2011being and well-being, Year\u00a07, x\u0301 and e\u0301, “office”"
    (paragraph,) = find(read_pdf(rendered(Paragraph(words(text)))).root, "P")
    assert "".join(kid.text for kid in paragraph.kids if isinstance(kid, Words)) == text


def test_fonts_are_embedded_subsets_with_names_of_their_own() -> None:
    reader = PdfReader(BytesIO(rendered(Heading(1, words("One"), "one"), Paragraph(words("Two")))))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    names = [str(font["/BaseFont"]) for font in fonts]
    assert len(set(names)) == len(names) == 2
    for font, name in zip(fonts, names, strict=True):
        assert name[7] == "+"
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert len(descriptor["/FontFile2"].get_data()) < 8_000


def test_metadata_outline_and_language() -> None:
    reader = PdfReader(BytesIO(render_pdf(LONG, THEME, ASSETS)[""]))
    assert reader.pdf_header == "%PDF-1.7"
    assert reader.metadata.title == 'Water & "ice"'
    assert reader.xmp_metadata.dc_title["x-default"] == 'Water & "ice"'
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    pdf = read_pdf(render_pdf(LONG, THEME, ASSETS)[""])
    assert [(entry.level, entry.title) for entry in pdf.outline[:3]] == [
        (1, 'Water & "ice"'),
        (2, "What to say"),
        (3, "In this order"),
    ]
    for number, found in enumerate(reader.pages):
        assert found["/Tabs"] == "/S"
        assert found["/StructParents"] == number


def test_a_draft_says_so_on_every_page_outside_the_text() -> None:
    data = render_pdf(LONG, THEME, ASSETS)[""]
    for found in PdfReader(BytesIO(data)).pages:
        assert "Draft: A template" in found.extract_text()
    assert not any("Draft" in line for line in read_back(data))


@pytest.mark.parametrize(("kind", "mode"), [("png", "RGBA"), ("png", "P"), ("jpeg", "RGB"), ("jpeg", "L")])
def test_a_picture_is_embedded_once_with_its_alternative(tmp_path: Path, kind: str, mode: str) -> None:
    Image.new("RGB", (60, 40), "#8a4b00").convert(mode).save(tmp_path / f"photo.{kind}", kind)
    figure = Figure(f"photo.{kind}", "A brown field.", 40)
    data = render_pdf(document(figure, figure), THEME, Assets(ASSETS.icons, tmp_path))[""]
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    assert [each.alt for each in find(read_pdf(data).root, "Figure")] == ["A brown field."] * 2
    reader = PdfReader(BytesIO(data))
    assert len(reader.pages[0]["/Resources"]["/XObject"]) == 1


def test_nothing_of_platypus_is_imported(project: Path) -> None:
    check = "import sys, lessonkit.render.pdf; print([name for name in sys.modules if 'platypus' in name])"
    environment = {"PYTHONPATH": str(project / "src")}
    found = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout == "[]\n"
