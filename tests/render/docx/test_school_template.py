"""A school's own Word template: its looks on our words, nothing lost, and a list of what found no place."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.shared import Mm, RGBColor
from lxml import etree
from PIL import Image
from typer.testing import CliRunner

import referees
from lessonkit import reading
from lessonkit.check.docx import WordFile, check_docx, read_docx, reading_lines
from lessonkit.check.docx.names import W, attribute
from lessonkit.cli.app import app
from lessonkit.document import Document
from lessonkit.problems import LessonkitError
from lessonkit.render.docx import render_docx
from lessonkit.render.docx.school import WordTemplate, read_template
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME

TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
MAIN_TYPE = b"wordprocessingml.document.main+xml"
Change = Callable[[dict[str, bytes]], None]


def made_by_word(folder: Path) -> WordDocument:
    """A template with a logo, a sentence of its own and a red Heading 1."""
    made = docx.Document()
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    Image.new("RGB", (40, 20), "#804000").save(folder / "logo.png")
    head = made.sections[0].header.paragraphs[0]
    head.add_run().add_picture(str(folder / "logo.png"), width=Mm(20))
    head.add_run(" Green Lane School")
    made.add_paragraph("Write here.")
    return made


def template(folder: Path, *changes: Change, name: str = "school.dotx") -> Path:
    """That template as a file, after some changes to its parts."""
    buffer = BytesIO()
    made_by_word(folder).save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(MAIN_TYPE, TEMPLATE_TYPE)
    for change in changes:
        change(parts)
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return folder / name


def built(folder: Path, *changes: Change, source: Document = LONG) -> tuple[WordFile, WordTemplate]:
    read = read_template(template(folder, *changes))
    return read_docx(render_docx(source, THEME, ASSETS, template=read)), read


def style(file: WordFile, identifier: str) -> etree._Element:
    return next(one for one in file.trees["word/styles.xml"] if attribute(one, "styleId") == identifier)


# ------------------------------------------------------------------------------------------------- what stays


@pytest.mark.parametrize("source", [LONG, LEAFLET, RICH], ids=["long", "leaflet", "rich"])
def test_no_word_is_lost_and_nothing_fails(source: Document, tmp_path: Path) -> None:
    data = render_docx(source, THEME, ASSETS, template=read_template(template(tmp_path)))
    assert reading_lines(data) == reading.reading_lines(source)
    assert [one for one in check_docx(data, source) if one.outcome == "fail"] == []


@pytest.mark.referee
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "fitted.docx"
    path.write_bytes(render_docx(RICH, THEME, ASSETS, template=read_template(template(tmp_path))))
    assert referees.word_errors(path) == []


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    path = template(tmp_path)
    one, other = (render_docx(LONG, THEME, ASSETS, template=read_template(path)) for _ in range(2))
    assert one == other


def test_headings_look_as_the_school_has_them(tmp_path: Path) -> None:
    file, _ = built(tmp_path)
    colour = style(file, "Heading1").find(f"{W}rPr/{W}color")
    assert colour is not None
    assert attribute(colour, "val") == "800000"
    names = [one.name.casefold() for one in file.styles.values()]
    assert len(names) == len(set(names)), "no style stands twice"


def test_page_and_margins_stay_those_of_the_layout(tmp_path: Path) -> None:
    file, _ = built(tmp_path)
    plain = read_docx(render_docx(LONG, THEME, ASSETS))
    sizes = [
        [dict(node.attrib) for tag in ("pgSz", "pgMar") for node in one.trees["word/document.xml"].iter(f"{W}{tag}")]
        for one in (file, plain)
    ]
    assert sizes[0] == sizes[1]


def test_the_language_is_the_documents(tmp_path: Path) -> None:
    file, _ = built(tmp_path)
    spoken = {attribute(node, "val") for node in file.trees["word/styles.xml"].iter(f"{W}lang")}
    assert spoken == {"en-GB"}


def in_german(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = re.sub(rb'"Heading([1-9])"', rb'"berschrift\1"', parts["word/styles.xml"])


def test_styles_are_known_by_their_names_in_every_language(tmp_path: Path) -> None:
    file, _ = built(tmp_path, in_german)
    assert [one.level for one in file.paragraphs if one.style == "Heading1"] == [0]
    assert not any(identifier.startswith("berschrift") for identifier in file.styles if identifier[-1] in "123456")
    colour = style(file, "Heading1").find(f"{W}rPr/{W}color")
    assert colour is not None
    assert attribute(colour, "val") == "800000"


def test_lists_count_on_after_those_of_the_template(tmp_path: Path) -> None:
    file, _ = built(tmp_path)
    plain = read_docx(render_docx(LONG, THEME, ASSETS))
    assert [_labels(one) for one in (file, plain)] == [_labels(plain)] * 2
    used = {one.number for one in file.paragraphs if one.number}
    assert min(used) > max(set(file.numbers) - used)


def _labels(file: WordFile) -> list[str]:
    return [file.numbers[one.number].formats[one.level] for one in file.paragraphs if one.number]


def test_the_logo_stands_above_our_own_lines(tmp_path: Path) -> None:
    file, _ = built(tmp_path)
    head = file.trees["word/header1.xml"]
    assert [" ".join("".join(node.itertext()).split()) for node in head] == [
        "Green Lane School",
        'A template: "blanks" to fill in',
    ]
    assert [one.inline for one in file.drawings if one.part == "word/header1.xml"] == [True]
    assert "word/media/school-image1.png" in file.parts


def floating(parts: dict[str, bytes]) -> None:
    head = parts["word/header1.xml"].decode()
    head = head.replace("<wp:inline", '<wp:anchor distT="0" distB="0"').replace("</wp:inline>", "</wp:anchor>")
    parts["word/header1.xml"] = head.encode()


def test_a_floating_logo_is_set_in_line(tmp_path: Path) -> None:
    file, _ = built(tmp_path, floating)
    assert [one.inline for one in file.drawings if one.part == "word/header1.xml"] == [True]


def test_a_leaflet_has_no_room_for_the_schools_head(tmp_path: Path) -> None:
    file, read = built(tmp_path, source=LEAFLET)
    assert not any(one.part.startswith("word/header") for one in file.drawings)
    assert any("leaflets" in note for note in read.notes)


# -------------------------------------------------------------------------------------------- what is listed


def coloured(accent: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/theme/theme1.xml"
        parts[name] = re.sub(rb'(<a:(?:accent1|dk2)>\s*<a:srgbClr val=")\w+', rb"\g<1>" + accent, parts[name])

    return change


@pytest.mark.parametrize(("accent", "used"), [(b"5B1A6B", True), (b"FFE680", False)])
def test_colours_are_the_schools_where_words_stay_readable(accent: bytes, used: bool, tmp_path: Path) -> None:
    file, read = built(tmp_path, coloured(accent))
    fills = {attribute(node, "fill").encode() for node in file.trees["word/styles.xml"].iter(f"{W}shd")}
    assert (accent in fills) == used
    assert any("could not be read" in note and "Text 2" in note for note in read.notes) != used


def test_what_finds_no_place_is_listed(tmp_path: Path) -> None:
    _, read = built(tmp_path)
    listed = "\n".join(read.notes)
    assert "added to it: Small Print" in listed
    assert "heading 1" not in listed
    assert "hard to read on white: heading 2" in listed
    assert "The text in the template itself is not used." in listed
    assert "no alternative text" in listed


def test_the_build_lists_it_too(tmp_path: Path) -> None:
    from library import PROJECT

    command = ["build", "talk-leaflet", "--format", "docx", "--output", str(tmp_path / "out"), "--project"]
    result = CliRunner().invoke(app, [*command, str(PROJECT.root), "--word-template", str(template(tmp_path))])
    assert result.exit_code == 0
    assert "Your Word template:\n- Styles that the template has none of" in result.stdout


# ------------------------------------------------------------------------------------------- what is refused


def with_macros(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"vnd.openxmlformats-officedocument." + TEMPLATE_TYPE, b"vnd.ms-word.template.macroEnabledTemplate.main+xml"
    )


def of_another_kind(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(TEMPLATE_TYPE, b"spreadsheetml.sheet.main+xml")


def broken(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = parts["word/styles.xml"][:2000]


@pytest.mark.parametrize(
    ("change", "why"),
    [(with_macros, "holds macros"), (of_another_kind, "no Word file"), (broken, "word/styles.xml is damaged")],
)
def test_what_is_no_template_is_refused(change: Change, why: str, tmp_path: Path) -> None:
    with pytest.raises(LessonkitError, match=why):
        read_template(template(tmp_path, change, name="school.dotm"))


@pytest.mark.parametrize("data", [b"", b"Dear all,", b"\xd0\xcf\x11\xe0locked", b"PK\x03\x04 cut short"])
def test_a_damaged_file_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "school.dotx").write_bytes(data)
    with pytest.raises(LessonkitError, match=r"`school.dotx` cannot be used .* damaged"):
        read_template(tmp_path / "school.dotx")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LessonkitError, match="There is no file"):
        read_template(tmp_path / "none.dotx")
