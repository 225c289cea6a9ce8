"""HTML pages: the author's words unharmed, everything inside the file, and readable by everybody."""

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from lessonkit import reading
from lessonkit.check.html import check_html, reading_lines
from lessonkit.document import (
    Block,
    Cell,
    Chart,
    Decorative,
    Document,
    Figure,
    Heading,
    Inlines,
    Link,
    Paragraph,
    QRCode,
    Row,
    Series,
    Strong,
    Table,
    Text,
)
from lessonkit.drawing import Assets
from lessonkit.problems import LessonkitError, Place
from lessonkit.render.html import render_html, style
from render.browser import NARROWEST_WINDOW_PX, TEXT_SPACING, axe_violations, scroll_width
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME, words

PAGE_CSS = Path(style.__file__).with_name("page.css")

DOCUMENTS = pytest.mark.parametrize("document", [LONG, LEAFLET, RICH], ids=["long", "leaflet", "rich"])


def page(document: Document, assets: Assets = ASSETS) -> html.HtmlElement:
    return html.document_fromstring(render_html(document, THEME, assets).decode())


def small(*blocks: Block) -> Document:
    title = Heading(1, words(LONG.title), "title")
    return replace(LONG, blocks=(title, *blocks), draft="")


# ------------------------------------------------------------------------------------------------- the words


@DOCUMENTS
def test_a_page_says_what_the_author_wrote(document: Document) -> None:
    assert reading_lines(render_html(document, THEME, ASSETS)) == reading.reading_lines(document)


def test_a_style_in_the_font_for_code_has_a_family_of_its_own() -> None:
    mono = replace(THEME.styles["body"], font="mono")
    document = small(Paragraph((Text("Words."),)))
    made = render_html(document, replace(THEME, styles={**THEME.styles, "body": mono}), ASSETS).decode()
    assert re.search(r"\.body {[^}]*font-family: var\(--mono\)", made)
    assert f'@font-face {{ font-family: "{THEME.font_family} Mono"; font-weight: 400' in made
    assert "--mono" not in render_html(document, THEME, ASSETS).decode(), "only where it is used"


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"align": "centre"}, "text-align: center"),
        ({"align": "right"}, "text-align: end"),
        ({"align": "justified"}, "text-align: justify"),
        ({"hyphens": True}, "hyphens: auto"),
    ],
)
def test_a_style_is_aligned_and_divided_as_its_theme_says(changed: dict[str, Any], rule: str) -> None:
    styles = {**THEME.styles, "body": replace(THEME.styles["body"], **changed)}
    made = render_html(small(Paragraph((Text("Words."),))), replace(THEME, styles=styles), ASSETS).decode()
    assert re.search(rf"\.body {{[^}}]*{rule}", made)


@pytest.mark.parametrize(
    "text", ['Water & "ice"', "<script>alert(1)</script>", "a </style> b", "&amp; &lt;", "{{ x }} 'y'"]
)
def test_text_passes_unharmed_wherever_it_stands(text: str) -> None:
    document = replace(small(Paragraph(words(text))), title=text, description=text, draft=text)
    root = page(document)
    assert root.findtext(".//title") == text
    assert root.xpath('string(//meta[@name="description"]/@content)') == text
    assert root.xpath("string(//body/header)") == text
    assert reading_lines(render_html(document, THEME, ASSETS)) == (LONG.title, text)
    assert not list(root.iter("script"))
    assert len(root.findall(".//style")) == 1


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    document = small(Paragraph(words(text)), Paragraph((Text("a"), Strong(words(text)), Text("b"))))
    assert reading_lines(render_html(document, THEME, ASSETS)) == reading.reading_lines(document)


def test_the_page_of_a_small_document(golden: Callable[[Path, str], None]) -> None:
    content: Inlines = (Text("Say it "), Strong(words("calmly")), Text("."))
    text = render_html(small(Paragraph(content)), THEME, ASSETS).decode()
    text = re.sub(r"(?<=base64,)[^\"]*", "…", text).replace(PAGE_CSS.read_text("utf-8").strip(), "/* page.css */")
    golden(Path(__file__).with_name("small.html"), text)


@DOCUMENTS
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert render_html(document, THEME, ASSETS) == render_html(document, THEME, ASSETS)


# ------------------------------------------------------------------------------------------ what readers meet


@DOCUMENTS
def test_nothing_is_found_against_a_page(document: Document) -> None:
    assert check_html(render_html(document, THEME, ASSETS), document) == []


def test_a_blank_is_spoken_and_a_filled_in_field_is_shown() -> None:
    root = page(LONG)
    blank = root.xpath('//*[@data-field="school_name"]')[0]
    assert blank.text_content() == "blank: name of your school"
    assert root.xpath('string(//*[@data-field="dsl_name"])') == "Ms Ada Okoro"


def test_every_cell_knows_its_column_for_narrow_screens() -> None:
    labels = page(LONG).xpath("//tbody/tr[1]/td/@data-label")
    assert labels == ["How", "What for"]


def test_the_columns_of_a_table_of_two_are_named_once() -> None:
    cells = Cell((Paragraph(words("Ice")),), True), Cell((Paragraph(words("Frozen water")),))
    document = small(Table((Row(cells),), (Row(cells),), (1, 2), words("Words")))
    assert page(document).xpath("//tbody//td/@data-label") == []
    assert page(document).xpath("string(//table/@class)") == "two-columns"


def test_a_long_address_may_break_after_a_slash() -> None:
    text = render_html(small(Paragraph(words("www.example.org/help/now, 1/2"))), THEME, ASSETS).decode()
    assert "www.example.org/<wbr>help/<wbr>now" in text


def test_the_boxes_of_a_check_list_are_spoken() -> None:
    first = page(LONG).xpath('//ul[@class="check-list"]/li[1]')[0]
    assert reading.fold(first.text_content()) == "Tick box: Write down what was said"


def test_contents_lead_to_the_headings_after_them() -> None:
    root = page(LONG)
    entries = root.xpath('//nav[@aria-label="Contents"]//a')
    assert [entry.text_content() for entry in entries] == [
        "What to say",
        "In this order",
        "Whom to ask",
        "Left",
        "Right",
    ]
    headings = [root.get_element_by_id(entry.get("href")[1:]) for entry in entries]
    assert [heading.tag for heading in headings] == ["h2", "h3", "h2", "h3", "h3"]


def test_a_way_out_leads_away_from_the_page_and_is_no_part_of_its_words() -> None:
    document = replace(small(Paragraph(words("Words."))), leave=Link(words("Leave"), "https://example.org/weather"))
    (link,) = page(document).xpath('//body/nav[@class="leave"]/a')
    assert (link.text_content(), link.get("href"), link.get("rel")) == (
        "Leave",
        "https://example.org/weather",
        "noreferrer",
    )
    assert reading_lines(render_html(document, THEME, ASSETS)) == reading.reading_lines(document)
    assert check_html(render_html(document, THEME, ASSETS), document) == []


def test_panels_stand_in_reading_order_and_are_named() -> None:
    root = page(LEAFLET)
    panels = root.xpath('//main/div[@class="panels"]/section')
    assert [panel.get("id") for panel in panels] == [f"panel-{number}" for number in range(1, 7)]
    names = [root.get_element_by_id(panel.get("aria-labelledby")).text_content() for panel in panels]
    assert names == [LEAFLET.title, *(f"Panel {number}" for number in range(2, 7))]


def test_a_draft_says_so_and_a_finished_document_does_not() -> None:
    assert page(LONG).xpath("string(//body/header)") == LONG.draft
    assert page(LEAFLET).xpath("//body/header") == []


def test_another_language_is_marked() -> None:
    assert page(LONG).xpath('string(//*[@lang="cy"])') == "Cymraeg"


# ------------------------------------------------------------------------------- notes, lists, spans, and floats


def test_a_note_stands_at_the_end_and_leads_back() -> None:
    root = page(RICH)
    calls, ways_back = root.xpath('//a[@role="doc-noteref"]'), root.xpath('//a[@role="doc-backlink"]')
    assert [call.text_content() for call in calls] == ["Note 1", "Note 2", "Note 3"]
    notes = [root.get_element_by_id(call.get("href")[1:]) for call in calls]
    assert [note.text_content().strip() for note in notes][1:] == ["In Welsh: diogel ar-lein.", "Or write it down."]
    assert [root.get_element_by_id(link.get("href")[1:]) for link in ways_back] == calls
    assert root.find("body/main")[-1].get("role") == "doc-endnotes"


def test_words_in_a_line_say_what_they_are() -> None:
    root = page(RICH)
    assert root.xpath("string(//abbr/@title)") == "designated safeguarding lead"
    assert (root.findtext(".//code"), root.xpath("string(//p/sup[1])")) == ("*67", "th")
    told, untold = root.xpath('//p/svg[@class="in-line"]')
    assert (told.get("role"), told.get("aria-label"), untold.get("aria-hidden")) == ("img", "heart", "true")


def test_lists_count_as_they_should_and_ticks_are_spoken() -> None:
    root = page(RICH)
    numbered = root.find(".//section/ol")
    assert (numbered.get("type"), numbered.get("start")) == ("i", "3")
    ticked, open_ = root.xpath('//ul[@class="check-list"]/li/span')
    assert (ticked.text, open_.text) == ("Tick box, ticked: ", "Tick box: ")


def test_a_badge_is_no_word_of_the_page() -> None:
    heading = page(RICH).get_element_by_id("line")
    assert heading.text_content() == "1 Words in a line"
    assert heading.find("span").get("aria-hidden") == "true"


def test_cells_that_span_name_their_headers() -> None:
    root = page(RICH)
    (free,) = root.xpath('//td[@colspan="2"]')
    names = [reading.fold(root.get_element_by_id(name).text_content()) for name in free.get("headers").split()]
    assert names == ["Childline", "When", "By day", "By night"]
    assert root.xpath('//table[.//caption="Hours"]//col') == []


# --------------------------------------------------------------------------------------------------- pictures


def test_pictures_are_in_the_page_with_their_alternative_text(tmp_path: Path) -> None:
    Image.new("RGB", (4, 2), "teal").save(tmp_path / "photo.png")
    figures = Figure("photo.png", "Two friends & a dog", 40), Figure("photo.png", Decorative(), 40)
    told, untold = page(small(*figures), Assets(ASSETS.icons, tmp_path)).findall(".//img")
    assert told.get("alt") == "Two friends & a dog"
    assert untold.get("alt") == ""
    assert told.get("src").startswith("data:image/png;base64,")
    assert (told.get("width"), told.get("height")) == ("4", "2")


def test_drawings_are_spoken_or_hidden() -> None:
    told, untold = page(small(Figure("icon:heart", "A heart", 20), Figure("icon:heart", Decorative(), 20))).findall(
        ".//svg"
    )
    assert (told.get("role"), told.get("aria-label")) == ("img", "A heart")
    assert untold.get("aria-hidden") == "true"


def test_a_missing_icon_is_an_error_with_its_place() -> None:
    place = Place("sources/x.yaml", 7)
    with pytest.raises(LessonkitError, match=r"^sources/x.yaml:7: There is no icon “hart”. Did you mean `heart`"):
        render_html(small(Figure("icon:hart", "A heart", 20, place=place)), THEME, ASSETS)


# ------------------------------------------------------------------------------------------------------ fonts


def test_fonts_are_inside_and_hold_what_the_page_shows() -> None:
    css = page(small(Paragraph(words("Zwölf Boxkämpfer – 0800")))).findtext(".//style")
    assert css
    assert re.findall(r"@font-face \{[^}]*font-weight: (\d+)", css) == ["400", "700"]
    first = re.search(r'data:font/ttf;base64,([^"]+)', css)
    assert first
    face = hb.Face(b64decode(first[1]))
    assert {ord(c) for c in "Zwölf Boxkämpfer – 0800"} <= set(face.unicodes)
    assert ord("Ж") not in face.unicodes


def test_letters_and_words_are_set_apart_by_their_styles() -> None:
    styles = {**THEME.styles, "body": replace(THEME.styles["body"], letter_spacing=0.12, word_spacing=0.16)}
    css = html.fromstring(
        render_html(small(Paragraph(words("Words."))), replace(THEME, styles=styles), ASSETS).decode()
    ).findtext(".//style")
    assert css
    body = re.search(r"^\.body \{[^}]*\}", css, re.MULTILINE)
    assert body
    assert "letter-spacing: 0.12em; word-spacing: 0.16em" in body[0]


# ------------------------------------------------------------------------------------------------- in a browser


@pytest.mark.referee
@DOCUMENTS
@pytest.mark.parametrize("width_px", [NARROWEST_WINDOW_PX, 1200])
def test_axe_finds_nothing(document: Document, width_px: int, tmp_path: Path) -> None:
    assert axe_violations(render_html(document, THEME, ASSETS).decode(), tmp_path, width_px) == []


@pytest.mark.referee
def test_axe_finds_a_link_without_words(tmp_path: Path) -> None:
    text = render_html(LONG, THEME, ASSETS).decode().replace(">Read on<", "><")
    assert axe_violations(text, tmp_path) == ['link-name: <a href="#who"></a>']


@pytest.mark.referee
@DOCUMENTS
@pytest.mark.parametrize("added", ["", TEXT_SPACING], ids=["plain", "text-spacing"])
def test_nothing_is_wider_than_a_narrow_screen(document: Document, added: str, tmp_path: Path) -> None:
    text = render_html(document, THEME, ASSETS).decode().replace("</head>", f"{added}</head>")
    assert scroll_width(text, 320, tmp_path) == 320


@pytest.mark.referee
def test_what_is_wider_than_a_narrow_screen_is_noticed(tmp_path: Path) -> None:
    text = render_html(LONG, THEME, ASSETS).decode().replace("<nav", '<div style="width:400px">x</div><nav')
    assert scroll_width(text, 320, tmp_path) > 400


def test_words_of_a_chart_are_text_in_fonts_that_the_page_brings() -> None:
    chart = Chart("bar", ("A friend", "Zoë"), (Series("Pupils", (12, 5)),))
    written = render_html(small(Figure(chart, "Most would tell a friend.", 120)), THEME, ASSETS).decode()
    root = html.document_fromstring(written.encode())
    (drawing,) = root.xpath("//main//svg")
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", "Most would tell a friend.")
    assert {"A friend", "Zoë", "12", "5"} <= set(drawing.xpath("./text/text()"))
    weights = {text.get("font-weight") for text in drawing.xpath("./text")}
    assert weights == {"400", "600"}
    assert all(f"font-weight: {weight}; src" in written for weight in weights)
    assert "A friend" not in reading_lines(written.encode())


def test_code_is_an_inline_drawing_that_says_where_it_leads() -> None:
    figure = Figure(QRCode("https://example.org/"), "QR code that opens example.org", 25)
    (drawing,) = page(small(figure)).xpath("//main//svg")
    assert drawing.get("aria-label") == "QR code that opens example.org"
    assert len(drawing.xpath("./path")) == 2
