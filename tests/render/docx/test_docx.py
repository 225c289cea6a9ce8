"""Word files: the author's words unharmed, native Word for every node, and nothing that Word or a checker faults."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

import referees
from lessonkit import reading
from lessonkit.check.docx import WordFile, check_docx, read_docx, reading_lines
from lessonkit.check.docx.names import W, attribute
from lessonkit.document import (
    Abbreviation,
    Block,
    Box,
    Callout,
    Cell,
    Chart,
    Code,
    Columns,
    Contents,
    Decorative,
    Definition,
    DefinitionList,
    Document,
    Field,
    Figure,
    Float,
    Footnote,
    Heading,
    Icon,
    Link,
    List,
    ListItem,
    MultiColumn,
    Numbering,
    PageBreak,
    Paragraph,
    QRCode,
    Row,
    Section,
    Series,
    Strong,
    Superscript,
    Table,
    Text,
)
from lessonkit.problems import LessonkitError, Place
from lessonkit.render.docx import render_docx
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME, cells, item, paragraph, words

DOCUMENTS = pytest.mark.parametrize("document", [LONG, LEAFLET, RICH], ids=["long", "leaflet", "rich"])
REVIEWED = {("word-tables-are-simple", "review"), ("word-footnotes-are-few", "review")}
"""What a person must look at in the document that has every node."""
HERE = Path(__file__).parent
PLACE = Place("sources/guides/sample.yaml", 7)


def small(*blocks: Block) -> Document:
    title = Heading(1, words(LONG.title), "title")
    return replace(LONG, blocks=(title, *blocks), draft="")


def read(*blocks: Block) -> WordFile:
    return read_docx(render_docx(small(*blocks), THEME, ASSETS))


def body(file: WordFile) -> etree._Element:
    return file.trees["word/document.xml"]


# ------------------------------------------------------------------------------------------------- the words


@DOCUMENTS
def test_a_word_file_says_what_the_author_wrote(document: Document) -> None:
    assert reading_lines(render_docx(document, THEME, ASSETS)) == reading.reading_lines(document)


@pytest.mark.parametrize("text", ['Water & "ice"', "<w:p>", "&amp; &lt;", "co\u2011op soft\u00adware", "{{ x }} 'y'"])
def test_text_passes_unharmed_wherever_it_stands(text: str) -> None:
    document = replace(small(Paragraph(words(text)), Heading(2, words(text), "two")), title=text, description=text)
    file = read_docx(render_docx(document, THEME, ASSETS))
    assert (file.title, file.subject) == (text, text)
    assert [one.text for one in file.paragraphs] == [LONG.title, text, text]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    document = small(Paragraph(words(text)), Paragraph((Text("a"), Strong(words(text)), Text("b"))))
    assert reading_lines(render_docx(document, THEME, ASSETS)) == reading.reading_lines(document)


def test_paragraphs_and_their_styles(golden: Callable[[Path, str], None]) -> None:
    file = read_docx(render_docx(LONG, THEME, ASSETS))
    lines = [f"{file.styles[one.style].name}: {one.text}{_list(one.number, one.level)}" for one in file.paragraphs]
    golden(HERE / "paragraphs.txt", "\n".join(lines).replace(reading.FIELD, "[field]") + "\n")


def _list(number: int | None, level: int) -> str:
    return f" (list {number}, level {level})" if number else ""


@pytest.mark.referee
@DOCUMENTS
def test_libreoffice_prints_every_word(document: Document, tmp_path: Path) -> None:
    pages = printed_words(render_docx(document, THEME, ASSETS), tmp_path)
    # A page or a narrow cell may break anywhere: white space does not count, and each cell is printed as a whole.
    printed = "".join(pages.split())
    passages = ["".join(part.replace("\u00ad", "").split()) for part in printed_together(document)]
    assert passages
    assert [passage for passage in passages if passage not in printed] == []
    assert pages.count("\f") == 2, "the long sample is two pages, the leaflet two sides"


def printed_together(document: Document) -> Iterator[str]:
    """The words of each paragraph, up to where a blank or the number of a note stands in them."""
    for block in reading.walk(document.blocks):
        for content in reading.inlines(block):
            without_notes = [Field("note", "") if isinstance(node, Footnote) else node for node in content]
            yield from reading.plain(tuple(without_notes)).split(reading.FIELD)


def printed_words(data: bytes, folder: Path) -> str:
    (folder / "sample.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [referees.libreoffice(), profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, folder / "sample.docx"], check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        [referees.poppler("pdftotext"), "-raw", folder / "sample.pdf", "-"], check=True, capture_output=True
    )
    return text.stdout.decode()


# ------------------------------------------------------------------------------------------- what is in a file


@DOCUMENTS
def test_nothing_is_found_against_a_word_file(document: Document) -> None:
    found = check_docx(render_docx(document, THEME, ASSETS), document)
    assert {(one.rule, one.outcome) for one in found} == (REVIEWED if document is RICH else set())


@DOCUMENTS
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    script = "import sys, hashlib; from render.every_node import *; from lessonkit.render.docx import render_docx; "
    name = next(name for name, one in (("LONG", LONG), ("LEAFLET", LEAFLET), ("RICH", RICH)) if one is document)
    script += f"print(hashlib.sha256(render_docx({name}, THEME, ASSETS)).hexdigest())"
    root = HERE.parents[2]
    results = {
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, cwd=root, timeout=60,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": place, "PYTHONPATH": f"{root / 'src'}:{root / 'tests'}"},
        ).stdout
        for seed, zone, place in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "tr_TR.UTF-8"))
    }  # fmt: skip
    assert len(results) == 1


@DOCUMENTS
def test_runs_have_no_looks_of_their_own(document: Document) -> None:
    file = read_docx(render_docx(document, THEME, ASSETS))
    found = {etree.QName(child).localname for node in body(file).iter(f"{W}rPr") for child in node}
    assert found <= {"rStyle", "lang"}
    assert "rStyle" in found


@DOCUMENTS
def test_no_paragraph_is_empty(document: Document) -> None:
    file = read_docx(render_docx(document, THEME, ASSETS))
    paragraphs = list(body(file).iter(f"{W}p"))
    assert paragraphs
    empty = [node for node in paragraphs if not node.findall(f".//{W}t") and not node.findall(f".//{W}drawing")]
    # What a cell that began in a row above reaches into must hold a paragraph.
    joined = [node for node in empty if node.getparent().find(f"{W}tcPr/{W}vMerge") is not None]
    assert empty == joined


def test_another_library_opens_it_and_finds_the_outline() -> None:
    opened = docx.Document(BytesIO(render_docx(LONG, THEME, ASSETS)))
    headings = [one.style.name for one in opened.paragraphs if one.style.name.startswith("Heading")]
    wanted = [f"Heading {heading.level}" for heading in reading.headings(LONG)]
    assert headings == wanted
    assert opened.core_properties.language == "en-GB"


def test_the_theme_gives_fonts_colours_and_sizes() -> None:
    file = read(paragraph("Words."))
    assert b'typeface="Arial"' in file.parts["word/theme/theme1.xml"]
    assert b'w:name="Arial"' in file.parts["word/fontTable.xml"]
    styles = {attribute(node, "styleId"): node for node in file.trees["word/styles.xml"].iter(f"{W}style")}
    size = styles["Heading1"].find(f"{W}rPr/{W}sz")
    assert size is not None
    assert attribute(size, "val") == str(round(THEME.styles["heading-1"].size_pt * 2))


def test_fonts_and_colours_follow_words_theme() -> None:
    """What a teacher changes under Design changes everywhere."""
    styles = read(paragraph("Words.")).trees["word/styles.xml"]
    fonts = {value for node in styles.iter(f"{W}rFonts") for value in node.attrib.values()}
    assert {"majorHAnsi", "minorHAnsi"} <= fonts
    assert {font for font in fonts if not font.startswith(("major", "minor"))} == {"Consolas", "Segoe UI Symbol"}
    used = [node for node in styles.iter(f"{W}color") if attribute(node, "val") != "auto"]
    named = [node for node in used if attribute(node, "themeColor")]
    assert len(named) > len(used) / 2


def test_a_drawing_is_a_vector_with_a_picture_for_programs_that_know_none() -> None:
    file = read(Figure("icon:star", "A star", 20))
    (name,) = (name for name in file.parts if name.endswith(".svg"))
    drawn = etree.fromstring(file.parts[name])
    inks = {node.get(kind) for node in drawn for kind in ("fill", "stroke")} - {None, "none"}
    assert inks == {THEME.palette["accent"]}, "a picture of its own has no text whose colour it could take"
    shown = next(body(file).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))
    assert len(list(shown.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"))) == 1


def test_pictures_are_kept_once() -> None:
    star = Figure("icon:star", "A star", 20)
    data = render_docx(small(star, star), THEME, ASSETS)
    kinds = [Path(name).suffix for name in ZipFile(BytesIO(data)).namelist() if "media" in name]
    assert kinds == [".png", ".svg"] or kinds == [".svg", ".png"]
    assert [drawing.alt for drawing in read_docx(data).drawings] == ["A star", "A star"]


def test_charts_and_codes_are_pictures_large_enough_for_print() -> None:
    chart = Chart("bar", ("A friend", "Nobody"), (Series("Pupils", (12, 5)),))
    figures = (Figure(chart, "Most would tell a friend.", 120), Figure(QRCode("https://example.org/"), "A code.", 25))
    data = render_docx(small(*figures), THEME, ASSETS)
    assert [drawing.alt for drawing in read_docx(data).drawings] == ["Most would tell a friend.", "A code."]
    with ZipFile(BytesIO(data)) as package:
        pictures = [Image.open(BytesIO(package.read(name))) for name in package.namelist() if "media" in name]
    code, drawn = sorted(pictures, key=lambda picture: picture.width)
    assert [found.text for found in zxingcpp.read_barcodes(code.convert("L"))] == ["https://example.org/"]
    assert code.width >= 25 / 25.4 * 200
    assert drawn.width >= 120 / 25.4 * 200


# ------------------------------------------------------------------------------------------------- each node


def test_lists_start_anew_and_nested_ones_are_levels_of_theirs() -> None:
    nested = ListItem((paragraph("Outer"), List((item("Inner"),), "bullet")))
    file = read(List((nested, item("Last")), "number"), List((item("Anew"),), "number", start=4))
    assert [(one.text, one.number, one.level) for one in file.paragraphs[1:]] == [
        ("Outer", 1, 0),
        ("Inner", 1, 1),
        ("Last", 1, 0),
        ("Anew", 2, 0),
    ]
    assert file.numbers[1].formats[:2] == ("decimal", "bullet")
    starts = [attribute(node, "val") for node in file.trees["word/numbering.xml"].iter(f"{W}startOverride")]
    assert starts == ["1", "4"]


def test_a_second_paragraph_of_an_item_stands_under_its_words() -> None:
    file = read(List((ListItem((paragraph("First"), paragraph("Second", "small"))),)))
    second = list(body(file).iter(f"{W}p"))[2]
    indent = second.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert attribute(indent, "left") == "360"
    assert file.paragraphs[2].number is None


@pytest.mark.parametrize(
    ("numbering", "form"),
    [("decimal", "decimal"), ("lower-alpha", "lowerLetter"), ("upper-alpha", "upperLetter"),
     ("lower-roman", "lowerRoman"), ("upper-roman", "upperRoman")],
)  # fmt: skip
def test_a_list_counts_in_words_own_numbers(numbering: Numbering, form: str) -> None:
    inner = List((item("Inner"),), "number", numbering=numbering)
    file = read(List((ListItem((paragraph("Outer"), inner)),), "number", start=3, numbering=numbering))
    assert file.numbers[1].formats[:2] == (form, form)
    assert {one.number for one in file.paragraphs[1:]} == {1}


def test_a_second_list_in_one_item_starts_anew() -> None:
    def inner() -> List:
        return List((item("First"), item("Second")), "number")

    once = ListItem((paragraph("Outer"), inner()))
    twice = ListItem((paragraph("Outer"), inner(), paragraph("Between"), inner()))
    file = read(List((once, twice), "number"))
    numbers = [one.number for one in file.paragraphs if one.text == "First"]
    assert numbers == [1, 1, 2], "Word itself starts a level anew after an item of the level above, not after text"


def test_tasks_are_boxes_to_tick_that_are_called_by_their_words() -> None:
    long = "Write down what was said, in the words in which it was said, on the day on which it was said"
    file = read(List((item("Listen"), replace(item(long), checked=True)), "check"))
    assert [(one.title, one.ticked) for one in file.controls] == [
        ("Listen", False),
        ("Write down what was said, in the words in which it was said, …", True),
    ]
    assert [(one.text, one.number) for one in file.paragraphs[1:]] == [("Listen", 1), (long, 1)]


def test_notes_are_words_own_and_read_after_what_calls_them() -> None:
    note = Footnote((Text("It "), Strong(words("rained")), Link(words("Weather"), "https://example.org")))
    calls = (Text("One"), note, Text("."))
    head = Row((Cell((Paragraph(calls),), header=True),))
    file = read(
        Paragraph(calls),
        List((ListItem((Paragraph(calls),)),)),
        Table((head,), (Row(cells("table-cell", "Two")),), (1,), words("Rain"), row_headers=False),
    )
    said = [(one.text, file.styles[one.style].name) for one in file.paragraphs if one.in_note]
    assert said == [("It rainedWeather", "footnote text")] * 3
    assert [one.text for one in file.paragraphs[1:5]] == ["One.", "It rainedWeather", "One.", "It rainedWeather"]
    assert {link.target for one in file.paragraphs for link in one.links} == {"https://example.org"}
    separators = [attribute(node, "id") for node in file.trees["word/settings.xml"].iter(f"{W}footnote")]
    assert separators == ["-1", "0"]


def test_a_document_without_notes_has_no_part_for_them() -> None:
    assert "word/footnotes.xml" not in read(paragraph("Words.")).parts


def test_rare_words_have_styles_of_their_own() -> None:
    content = (Abbreviation("DSL", "lead", "cy"), Superscript(words("th")), Code("*67"))
    file = read(Paragraph(content))
    used = [(attribute(node, "val")) for node in body(file).iter(f"{W}rStyle")]
    assert used == ["Superscript", "Code"]
    assert [attribute(node, "val") for node in body(file).iter(f"{W}lang")] == ["cy"]
    looks = {attribute(node, "styleId"): etree.tostring(node).decode() for node in file.trees["word/styles.xml"]}
    assert 'w:val="superscript"' in looks["Superscript"]
    assert 'w:ascii="Consolas"' in looks["Code"]


def test_words_in_arabic_run_from_right_to_left() -> None:
    file = read(Paragraph((Text("In Arabic "), Text("\u0645\u0631\u062d\u0628\u0627", "ar"), Text("cy", "cy"))))
    assert ["".join(run.itertext()) for run in body(file).iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None] == [
        "\u0645\u0631\u062d\u0628\u0627"
    ]


def test_a_justified_style_is_justified() -> None:
    styles = {**THEME.styles, "message": replace(THEME.styles["message"], align="justified")}
    file = read_docx(render_docx(small(paragraph("Words.", "message")), replace(THEME, styles=styles), ASSETS))
    message = next(node for node in file.trees["word/styles.xml"] if attribute(node, "styleId") == "Message")
    aligned = message.find(f"{W}pPr/{W}jc")
    assert aligned is not None
    assert attribute(aligned, "val") == "both"


def test_a_style_in_the_font_for_code_is_in_it_and_not_bold() -> None:
    styles = {**THEME.styles, "message": replace(THEME.styles["message"], font="mono")}
    file = read_docx(render_docx(small(paragraph("Words.", "message")), replace(THEME, styles=styles), ASSETS))
    message = next(node for node in file.trees["word/styles.xml"] if attribute(node, "styleId") == "Message")
    fonts = message.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert attribute(fonts, "ascii") == "Consolas"
    assert message.find(f"{W}rPr/{W}b") is None


def test_letters_are_set_apart_by_their_styles() -> None:
    spaced = {
        name: replace(style, letter_spacing=0.0 if name == "heading-2" else 0.1) for name, style in THEME.styles.items()
    }
    file = read_docx(render_docx(small(paragraph("Words.")), replace(THEME, styles=spaced), ASSETS))
    styles = file.trees["word/styles.xml"]
    found = {attribute(node, "styleId"): node.find(f"{W}rPr/{W}spacing") for node in styles.iter(f"{W}style")}
    everywhere = styles.find(f"{W}docDefaults//{W}spacing")
    assert everywhere is not None
    assert attribute(everywhere, "val") == str(round(0.1 * 20 * THEME.styles["body"].size_pt))
    assert found["BodyText"] is None
    assert found["Heading2"] is not None
    assert attribute(found["Heading2"], "val") == "0"
    assert found["Title"] is not None
    assert attribute(found["Title"], "val") == str(round(0.1 * 20 * THEME.styles["title"].size_pt))


def test_icons_in_a_line_are_pictures_with_or_without_a_text() -> None:
    file = read(Paragraph((Icon("heart", "love"), Text(" and "), Icon("stop", Decorative()))))
    assert [(one.alt, one.decorative) for one in file.drawings] == [("love", False), ("", True)]


def test_terms_stay_with_their_definitions() -> None:
    said = (paragraph("Stop somebody."), List((item("On a phone"),)))
    file = read(DefinitionList((Definition(words("Block"), said),)), paragraph("After."))
    styles = [(one.text, one.style) for one in file.paragraphs[1:]]
    assert styles == [
        ("Block", "DefinitionTerm"),
        ("Stop somebody.", "Definition"),
        ("On a phone", "ListParagraph"),
        ("After.", "BodyText"),
    ]
    term = next(node for node in file.trees["word/styles.xml"] if attribute(node, "styleId") == "DefinitionTerm")
    assert term.find(f"{W}pPr/{W}keepNext") is not None


def test_neighbouring_boxes_of_one_kind_are_not_joined() -> None:
    file = read(*(Callout("remember", words(f"Title {n}"), (paragraph("Words."),)) for n in range(3)))
    frames = [_indents(node) for node in body(file).iter(f"{W}p")][1:]
    assert frames[0] == frames[1] != frames[2] == frames[3] != frames[4]


def _indents(node: etree._Element) -> str:
    found = node.find(f"{W}pPr/{W}ind")
    return "" if found is None else etree.tostring(found).decode()


def spanned(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((paragraph(text),), columns=columns, rows=rows)


def test_cells_span_columns_and_rows() -> None:
    head = (Row((spanned("Who", rows=2), spanned("When", 2))), Row((spanned("Day"), spanned("Night"))))
    body_rows = (Row((spanned("Line"), spanned("Free", 2, 2))), Row((spanned("School"),)))
    file = read(Table(head, body_rows, (1, 1, 2), words("Hours")))
    table = next(body(file).iter(f"{W}tbl"))
    assert [[_span(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")] == [
        ["restart", "2"],
        ["continue", "", ""],
        ["", "2 restart"],
        ["", "2 continue"],
    ]
    assert file.lines()[2:] == ("Who", "When", "Day", "Night", "Line", "Free", "School")
    assert [row.is_header for row in file.tables[0].rows] == [True, True, False, False]
    widths = [[int(attribute(node, "w")) for node in row.iter(f"{W}tcW")] for row in table.iter(f"{W}tr")]
    assert {sum(row) for row in widths} == {sum(widths[0])}


def _span(cell: etree._Element) -> str:
    found = [cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge")]
    return " ".join(attribute(node, "val") for node in found if node is not None)


def test_columns_without_widths_fit_what_they_hold() -> None:
    long = "For anybody under 19, about anything, day and night, and it does not show on the bill of the telephone"
    head = Row(cells("table-head", "Who", "What for", "Safeguarding"))
    rows = (Row(cells("table-cell", "Us", long, "no")),)
    table = next(body(read(Table((head,), rows, (), words("Help")))).iter(f"{W}tblGrid"))
    who, what, safeguarding = (int(attribute(node, "w")) for node in table)
    assert who < safeguarding < what
    assert safeguarding > 12 * 0.5 * 11.5 * 20, "its longest word stands on one line"


def test_given_widths_give_way_to_the_longest_word() -> None:
    head = Row(cells("table-head", "Min", "What"))
    rows = (Row(cells("table-cell", "Incomprehensibilities", "a b c d")),)
    first, second = _widths(Table((head,), rows, (1, 9), words("Times")))
    assert first > second / 9 * 1.5, "its word stands on one line"
    narrow = Row(cells("table-cell", "30", "a b c d"))
    first, second = _widths(Table((head,), (narrow,), (1, 9), words("Times")))
    assert first == pytest.approx(second / 9, rel=0.01)


def _widths(table: Table) -> list[int]:
    return [int(attribute(node, "w")) for node in next(body(read(table)).iter(f"{W}tblGrid"))]


def test_cells_stand_as_their_column_does() -> None:
    head = Row(cells("table-head", "A", "B", "C", "D"))
    rows = (Row(cells("table-cell", "a", "1.5", "c", "2")),)
    file = read(Table((head,), rows, (1, 1, 1, 1), words("Columns"), aligns=("left", "number", "centre", "right")))
    aligned = [node.find(f"{W}pPr/{W}jc") for node in body(file).iter(f"{W}p")][2:]
    assert [None if one is None else attribute(one, "val") for one in aligned] == [None, "right", "center", "right"] * 2


def test_text_on_a_coloured_ground_takes_its_colour_from_styles() -> None:
    content = (Text("Read "), Link(words("the guide"), "https://example.org"))
    file = read(Box("cover", (Heading(2, words("Dark"), "dark"), Paragraph(content))))
    used = [attribute(node, "val") for node in body(file).iter(f"{W}rStyle")]
    assert used == ["CoverText", "CoverHyperlink"]
    for style in used:
        node = next(one for one in file.trees["word/styles.xml"] if attribute(one, "styleId") == style)
        colour = node.find(f"{W}rPr/{W}color")
        assert colour is not None
        assert f"#{attribute(colour, 'val').lower()}" == THEME.boxes["cover"].text


def test_strong_words_in_bold_type_stay_bold() -> None:
    strong = (Text("Say it "), Strong(words("now")))
    file = read(Heading(2, strong, "bold"), Paragraph(strong))
    used = [attribute(node, "val") for node in body(file).iter(f"{W}rStyle")]
    assert used == ["StrongOnBold", "Strong"]
    bold = {attribute(node, "styleId"): node.find(f"{W}rPr/{W}b") for node in file.trees["word/styles.xml"]}
    assert bold["StrongOnBold"] is None
    assert bold["Strong"] is not None


def test_a_heading_in_a_box_keeps_words_own_style() -> None:
    file = read(Box("banner", (Heading(2, words("In a box"), "boxed"),)))
    assert file.paragraphs[1].style == "Heading2"


def test_columns_are_a_section_of_their_own() -> None:
    columns = Columns(((paragraph("Left"),), (paragraph("Right"),)), (1, 1))
    file = read(paragraph("Above"), columns, paragraph("Below"))
    counts = [attribute(node, "num") for node in body(file).iter(f"{W}cols")]
    assert counts == ["1", "2", "1"]
    assert len(list(body(file).iter(f"{W}br"))) == 1


def test_columns_in_a_box_follow_each_other() -> None:
    columns = Columns(((paragraph("Left"),), (paragraph("Right"),)), (1, 1))
    flowing = MultiColumn((paragraph("Flowing"),))
    file = read(Callout("note", (), (columns, flowing)))
    assert [one.text for one in file.paragraphs][-3:] == ["Left", "Right", "Flowing"]
    assert len(list(body(file).iter(f"{W}sectPr"))) == 1


def test_text_flows_through_columns_that_end_level() -> None:
    file = read(paragraph("Above"), MultiColumn((paragraph("In columns"),), 3), paragraph("Below"))
    sections = list(body(file).iter(f"{W}sectPr"))
    assert [_columns(one) for one in sections] == ["1", "3", "1"]
    types = [one.find(f"{W}type") for one in sections]
    assert [None if one is None else attribute(one, "val") for one in types] == [None, "continuous", "continuous"]
    last = next(node for node in body(file).iter(f"{W}p") if node.find(f"{W}pPr/{W}sectPr") is sections[1])
    assert "".join(last.itertext()) == "In columns"


def test_columns_keep_running_heads_and_feet() -> None:
    document = replace(small(MultiColumn((paragraph("In columns"),)), paragraph("Below")), foot=words("Foot"))
    sections = list(body(read_docx(render_docx(document, THEME, ASSETS))).iter(f"{W}sectPr"))
    assert [len(one.findall(f"{W}footerReference")) for one in sections] == [1, 1, 1]


def test_columns_at_the_end_have_a_section_after_them() -> None:
    sections = list(body(read(MultiColumn((paragraph("In columns"),)))).iter(f"{W}sectPr"))
    assert [_columns(one) for one in sections] == ["1", "2", "1"], "Word makes columns level only before a section"


def test_columns_stand_between_tables() -> None:
    head = (Row(cells("table-head", "Who")),)
    table = Table(head, (Row(cells("table-cell", "Words")),), (1,), words("People"), row_headers=False)
    sections = list(body(read(table, MultiColumn((table,)), table)).iter(f"{W}sectPr"))
    assert [_columns(one) for one in sections] == ["1", "2", "1"]


def test_columns_that_end_the_document_with_a_table_pass_every_check() -> None:
    head = (Row(cells("table-head", "Who")),)
    table = Table(head, (Row(cells("table-cell", "Words")),), (1,), words("People"), row_headers=False)
    document = small(Columns(((paragraph("Left"),), (table,)), (1, 1)))
    assert check_docx(render_docx(document, THEME, ASSETS), document) == []


def test_columns_at_the_start_of_a_section_stand_under_what_is_above() -> None:
    file = read(paragraph("Above"), Section((MultiColumn((paragraph("In columns"),)),)), paragraph("Below"))
    assert [_columns(one) for one in body(file).iter(f"{W}sectPr")] == ["1", "2", "1"]


def test_nested_lists_leave_the_edge_of_their_box_straight() -> None:
    inner = List((ListItem((paragraph("Breathe"),)),))
    file = read(Box("cover", (List((ListItem((paragraph("Stop"), inner)),), "number"),)), inner)
    framed, plain = file.trees["word/numbering.xml"].iterfind(f"{W}abstractNum")
    edges = {int(attribute(node, "left")) - int(attribute(node, "hanging")) for node in framed.iter(f"{W}ind")}
    assert len(edges) == 1
    assert len({attribute(node, "left") for node in framed.iter(f"{W}ind")}) == 9
    assert len({attribute(node, "hanging") for node in plain.iter(f"{W}ind")}) == 1
    shown = [attribute(node, "val") for node in framed.iter(f"{W}lvlText")][:2]
    assert [one.strip() for one in shown] == ["%1.", "–"]
    assert shown[1].startswith("\u2002\u2002"), "its label is moved by spaces"


def test_labels_of_lists_are_seen_on_a_dark_ground() -> None:
    tasks = List((ListItem((paragraph("Ask"),)),), "check")
    steps = List((ListItem((paragraph("Stop"), List((ListItem((paragraph("Breathe"),)),)))),), "number")
    file = read(Box("cover", (tasks, steps)), steps)
    light, usual = THEME.boxes["cover"].text, THEME.palette["accent"]
    colours = {
        f"#{attribute(node, 'val').lower()}"
        for definition in file.trees["word/numbering.xml"].iterfind(f"{W}abstractNum")
        for node in definition.iter(f"{W}color")
        if attribute(definition, "abstractNumId") in ("1", "2")
    }
    assert colours == {light}
    (box,) = (attribute(node, "val") for node in body(file).iter(f"{W}rStyle"))
    style = next(one for one in file.trees["word/styles.xml"] if attribute(one, "styleId") == box)
    assert f"#{attribute(style.find(f'{W}rPr/{W}color'), 'val').lower()}" == light
    last = list(file.trees["word/numbering.xml"].iterfind(f"{W}abstractNum"))[-1]
    assert f"#{attribute(next(last.iter(f'{W}color')), 'val').lower()}" == usual


def _columns(section: etree._Element) -> str:
    found = section.find(f"{W}cols")
    return "" if found is None else attribute(found, "num")


def test_what_stands_at_the_side_is_in_the_line_of_text_before_it() -> None:
    side = (Figure("icon:talk", "Two people talk.", 40, words("They talk")),)
    file = read(Float("right", side, (paragraph("Beside."),)))
    assert [one.text for one in file.paragraphs[1:]] == ["", "They talk", "Beside."]
    assert [one.inline for one in file.drawings] == [True]


def test_contents_name_the_pages_of_the_pdf_and_say_so() -> None:
    blocks = (
        Contents(words("Contents"), 2, note="Pages of the PDF."),
        Heading(2, words("One"), "one"),
        paragraph("The first part."),
        Heading(2, words("Two"), "two"),
        paragraph("The second part."),
    )
    document = replace(LONG, blocks=(Heading(1, words("Title"), "title"), *blocks), draft="")
    data = render_docx(document, THEME, ASSETS, pages={"title": "1", "one": "3", "two": "12"})
    file = read_docx(data)
    shown = [(field.argument, field.result) for field in file.fields if field.name == "PAGEREF"]
    assert shown == [("one", "3"), ("two", "12")]
    assert [one.text for one in file.paragraphs if one.in_contents] == ["Contents", "One", "Two", "Pages of the PDF."]
    assert file.lines() == reading.reading_lines(document)
    assert check_docx(data, document) == []


def test_contents_without_pages_have_no_note() -> None:
    blocks = (Contents(words("Contents"), 2, note="Pages of the PDF."), Heading(2, words("One"), "one"))
    file = read(*blocks)
    assert [one.text for one in file.paragraphs if one.in_contents] == ["Contents", "One"]
    assert not [field for field in file.fields if field.name == "PAGEREF"]


def test_a_page_break_belongs_to_the_next_paragraph() -> None:
    file = read(PageBreak(), paragraph("Next page"))
    starts = [node.find(f"{W}pPr/{W}pageBreakBefore") is not None for node in body(file).iter(f"{W}p")]
    assert starts == [False, True]


def test_contents_are_links_that_are_filled_in() -> None:
    file = read(Contents(words("Contents"), 2), Heading(2, words("One"), "one"), Heading(2, words("Two"), "two"))
    entries = [(one.text, one.links[0].target) for one in file.paragraphs if one.in_contents and one.links]
    assert entries == [("One", "#one"), ("Two", "#two")]
    assert [control.is_contents for control in file.controls] == [True]
    assert b"updateFields" not in file.parts["word/settings.xml"]


def test_fields_are_titled_controls_but_plain_words_in_running_feet() -> None:
    file = read_docx(render_docx(LONG, THEME, ASSETS))
    school = [control for control in file.controls if control.tag == "school_name"]
    assert {control.title for control in school} == {"name of your school"}
    assert {control.part for control in file.controls} == {"word/document.xml"}
    blanks = [node for node in body(file).iter(f"{W}sdt") if node.find(f".//{W}showingPlcHdr") is not None]
    assert "name of your school" in {"".join(node.itertext()) for node in blanks}


def test_a_leaflet_has_three_columns_on_two_landscape_pages() -> None:
    file = read_docx(render_docx(LEAFLET, THEME, ASSETS))
    size, columns = body(file).find(f".//{W}pgSz"), body(file).find(f".//{W}cols")
    assert size is not None
    assert columns is not None
    assert (attribute(size, "orient"), attribute(columns, "num")) == ("landscape", "3")
    breaks = re.findall(r'w:type="column"|pageBreakBefore', file.parts["word/document.xml"].decode())
    column, page = 'w:type="column"', "pageBreakBefore"
    assert breaks == [column, column, page, column, column]


# ---------------------------------------------------------------------------------------------- what it refuses


def test_what_word_cannot_hold_is_refused_with_its_place() -> None:
    inner = Table((), (Row(cells("table-cell", "x")),), (1,), words("Inner"), place=PLACE)
    outer = Table((), (Row((Cell((inner,)),)),), (1,), words("Outer"))
    for block, what in (
        (outer, "A table stands inside a table cell"),
        (Paragraph((Link(words("x"), "#nowhere"),), place=PLACE), "leads to “#nowhere”"),
        (Paragraph(words("x"), "no-such-style", place=PLACE), "has no style “no-such-style”"),
        (Callout("no-such-kind", (), (paragraph("x"),), place=PLACE), "has no box “no-such-kind”"),
        (Paragraph(words("bell \x07"), place=PLACE), "U\\+0007"),
    ):
        with pytest.raises(LessonkitError, match=f"^{PLACE}: .*{what}"):
            render_docx(small(block), THEME, ASSETS)


# --------------------------------------------------------------------------------------------- school details

DETAILS = "{urn:lessonkit:school}"


def school(value: str | None, name: str = "school_name") -> Field:
    return Field(name, f"your {name}", value, 40)


def test_a_school_detail_is_kept_once_and_bound_wherever_it_stands() -> None:
    strong = Strong((school("Green & Lane"),))
    file = read(Paragraph((school("Green & Lane"), Text(" or "), strong)), Paragraph((school(None, "dsl_phone"),)))
    bindings = [node.attrib for node in body(file).iter(f"{W}dataBinding")]
    paths = [one[f"{W}xpath"].rpartition("/")[2] for one in bindings]
    assert paths == ["s:school_name[1]", "s:school_name[1]", "s:dsl_phone[1]"]
    (item,) = {one[f"{W}storeItemID"] for one in bindings}
    kept = next(name for name, tree in file.trees.items() if item in tree.attrib.values())
    details = file.trees[kept.replace("itemProps", "item")]
    assert {node.tag: node.text for node in details} == {
        f"{DETAILS}school_name": "Green & Lane",
        f"{DETAILS}dsl_phone": None,
    }


def test_what_is_no_school_detail_is_not_bound() -> None:
    file = read(Paragraph((Field("blank", "time code", None),)), Paragraph((school("A"), school("B"))))
    assert [control.tag for control in file.controls] == ["blank", "school_name", "school_name"]
    assert len(list(body(file).iter(f"{W}dataBinding"))) == 1, "one part cannot hold two names for one school"
    assert "customXml/item2.xml" not in read(Paragraph((Field("blank", "time code", None),))).parts


def test_a_blank_shows_its_label_again_when_it_is_emptied() -> None:
    file = read(Paragraph((school(None), Field("blank", "time & code", None), school(None))))
    blocks = {
        attribute(next(node.iter(f"{W}name")), "val"): "".join(node.itertext())
        for node in file.trees["word/glossary/document.xml"].iter(f"{W}docPart")
    }
    shown = [attribute(node, "val") for node in body(file).iterfind(f".//{W}placeholder/{W}docPart")]
    assert [blocks[name] for name in shown] == ["your school_name", "time & code", "your school_name"]


def test_running_heads_refer_to_the_details_of_the_body() -> None:
    foot = (school("Green Lane"), Text(" "), school("0123", "school_phone"), school(None, "dsl_name"))
    paragraph = Paragraph((school("Green Lane"), school(None, "dsl_name")))
    file = read_docx(render_docx(replace(small(paragraph), foot=foot), THEME, ASSETS))
    running = file.trees["word/footer1.xml"]
    assert list(running.iter(f"{W}sdt")) == []
    assert "".join(node.text or "" for node in running.iter(f"{W}t")) == "Green Lane 0123your dsl_name"
    (reference,) = [node.text for node in running.iter(f"{W}instrText")]
    style = next(style for style in file.styles.values() if reference == f' STYLEREF "{style.name}" ')
    used = [run for run in body(file).iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle[@{W}val='{style.id}']") is not None]
    assert ["".join(run.itertext()) for run in used] == ["Green Lane"]
