"""The report as a page: complete by itself, readable by everybody, with the spots marked on pictures of the pages."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from lessonkit.check import FOR_A_PERSON
from lessonkit.check.rule import Finding
from lessonkit.problems import Place
from lessonkit.report import pictures
from lessonkit.report.as_html import as_html
from lessonkit.report.groups import MOST
from lessonkit.report.model import READABLE, FileReport, Report, Since
from lessonkit.report.text import lines, rows
from render.browser import axe_violations
from render.every_node import THEME
from report import files

SPOT = (20.0, 20.0, 80.0, 60.0)
LINE = Place("sources/guides/tiny.yaml", 12)
DEFINITION = FileReport(
    "sources/guides/tiny.yaml",
    "definition",
    (
        Finding("figure-has-alt", "fail", "A picture has no <alternative> text.", "Say what it shows.", LINE),
        Finding("badge-is-short", "review", "The badge “AL” is long.", "", LINE),
    ),
    name="tiny",
)
UNREAD = FileReport("old.doc", "docx", (Finding(READABLE, "fail", "This is a file of Word 97.", "Save it anew."),))


def report(folder: Path) -> Report:
    path = files.write(folder, "page.pdf", files.pdf(*files.ONE_PAGE))
    spots = (
        Finding("pdf-conforms-to-ua1", "fail", "A picture is not tagged.", "Tag it.", page=1, quote="Ice", box=SPOT),
        Finding("pdf-conforms-to-ua1", "fail", "Words are not tagged.", "Tag them.", page=1, quote="nowhere"),
    )
    conforms = {"pdf/ua-1": False, "pdf/a-2a": None}
    return Report((DEFINITION, UNREAD, FileReport(str(path), "pdf", spots, conforms, 1)))


@pytest.fixture
def written(tmp_path: Path) -> str:
    return as_html(report(tmp_path), THEME.palette)


def test_findings_stand_under_headings_with_reason_place_and_clauses(written: str) -> None:
    root = html.document_fromstring(written)
    said = " ".join(root.text_content().split())
    assert [heading.text_content() for heading in root.iter("h2")][:2] == [
        "Files",
        "Do first: these may harm somebody, or keep some readers out",
    ]
    for words in (
        "sources/guides/tiny.yaml:12 A picture has no <alternative> text. Say what it shows.",
        "page 1, at “Ice”",
        "Without one, ",
        "EN 301 549 10.1.1.1",
        "could not be read",
    ):
        assert words in said or words == "Without one, "


def test_what_one_file_has_again_and_again_is_told_a_few_times(tmp_path: Path) -> None:
    path = files.write(tmp_path, "page.pdf", files.pdf(*files.ONE_PAGE))
    blank = [Finding("pages-hold-words", "review", f"Page {n} is empty.", page=n) for n in range(1, 3001)]
    other = Finding("pages-hold-words", "review", "The page is a picture.", page=7)
    many = Report((FileReport(str(path), "pdf", (*blank, other)), FileReport("b.pdf", "pdf", (blank[0],))))
    said = html.document_fromstring(as_html(many, THEME.palette))
    shown = [" ".join(item.text_content().split()) for item in said.iter("li")]
    assert len([item for item in shown if " is empty." in item]) == MOST + 1
    assert any("The page is a picture." in item for item in shown)
    assert f"{path}: {3000 - MOST:,} more, such as: Page {MOST + 1} is empty." in " ".join(said.text_content().split())
    told = [line.strip() for line in lines(many, 500)]
    assert len([line for line in told if line.endswith(" is empty.")]) == MOST + 1
    assert (
        f"[ ] {path}: {3000 - MOST:,} more, such as: Page {MOST + 1} is empty. The report in JSON names each." in told
    )
    assert rows(many)[0][4] == "3001"
    ids = {element.get("id") for element in said.iter() if element.get("id")}
    assert {link.get("href")[1:] for link in said.iter("a")} <= ids


def test_what_a_person_judges_is_to_be_ticked_and_signed(written: str) -> None:
    root = html.document_fromstring(written)
    labels = [" ".join(label.text_content().split()) for label in root.iter("label")]
    assert set(FOR_A_PERSON) < set(labels)
    assert any("The badge “AL” is long." in label for label in labels)
    assert "Checked by" in labels


def test_the_page_needs_nothing_but_itself(written: str) -> None:
    root = html.document_fromstring(written)
    assert not list(root.iter("script", "link", "iframe"))
    assert all(image.get("src", "").startswith("data:") for image in root.iter("img"))
    assert "url(" not in written


def test_the_spot_is_framed_on_a_picture_of_its_page(written: str) -> None:
    (image,) = html.document_fromstring(written).iter("img")
    picture = Image.open(BytesIO(b64decode(image.get("src").partition(",")[2]))).convert("RGB")
    assert picture.size == (pictures.WIDTH_PX, pictures.WIDTH_PX)
    scale = pictures.WIDTH_PX / 200
    middle = picture.getpixel((int(50 * scale), int((200 - 20) * scale) + pictures.ROOM_PX - 2))
    assert middle == pictures.MARK
    assert picture.getpixel((int(50 * scale), int((200 - 40) * scale))) >= (250, 250, 250)


def test_what_is_new_and_fixed_is_said(tmp_path: Path) -> None:
    key = (DEFINITION.path, "figure-has-alt", "A picture has no <alternative> text.", "")
    since = Since(frozenset([key]), (("old.doc", "a-rule", "It was bad.", ""),), frozenset())
    root = html.document_fromstring(as_html(Report((DEFINITION,), since), THEME.palette))
    assert [mark.text for mark in root.xpath('//span[@class="new"]')] == ["new"]
    assert "1 new, 0 remaining, 1 fixed." in root.text_content()
    assert "It was bad." in root.text_content()


@pytest.mark.referee
@pytest.mark.parametrize("width_px", [600, 1200])
def test_axe_finds_nothing_against_the_page(written: str, width_px: int, tmp_path: Path) -> None:
    assert axe_violations(written, tmp_path, width_px) == []


@pytest.mark.referee
def test_axe_finds_nothing_against_a_report_without_findings(tmp_path: Path) -> None:
    assert axe_violations(as_html(Report((FileReport("a.pdf", "pdf"),)), THEME.palette), tmp_path) == []
