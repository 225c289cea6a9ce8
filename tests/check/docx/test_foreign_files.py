"""Word files of other programs are read as they are: nothing is mistaken for a defect, nothing breaks a rule."""

from __future__ import annotations

import random
import subprocess
import time
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as new_document
from lxml import etree

from lessonkit.check.docx import RULES, check_docx, read_docx
from lessonkit.check.docx.package import STRICT
from lessonkit.check.rule import run
from lessonkit.problems import LessonkitError
from lessonkit.render.docx import render_docx
from referees import libreoffice
from render.every_node import ASSETS, LONG, RICH, THEME

QUICK = [rule for rule in RULES if rule.id != "word-file-is-valid"]
FUZZED = 150
"""Broken files that are tried: each with another part of it gone or changed."""


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def made_by_python_docx() -> bytes:
    document = new_document()
    document.core_properties.title = "The water cycle"
    document.core_properties.language = "en-US"
    document.add_heading("The water cycle", 1)
    document.add_paragraph("Water rises from the sea and falls on the land.")
    for text in ("Sea", "Cloud"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Then it goes on.")
    for text in ("River", "Sea again"):
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cell {number}"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_every_finding_on_a_file_of_python_docx_is_true() -> None:
    findings = check_docx(made_by_python_docx())
    assert {(finding.rule, finding.outcome) for finding in findings} == {
        ("word-table-has-header", "fail"),  # python-docx writes no header rows
        ("word-table-has-header", "review"),
        ("word-tables-are-described", "review"),
        ("word-opens-as-it-is", "review"),  # mode 14
        ("word-text-can-grow", "review"),  # 11 points
    }


WRITTEN = """---
title: Talking about pictures
lang: en-GB
---

# Talking about pictures

Your child may see *pictures* online that **worry** them. See the
[Childline website](https://www.childline.org.uk).[^1]

## What helps

1. Start early
2. Ask

- Stay calm
- Listen

| Who | Number |
|-----|--------|
| Childline | 0800 1111 |
| Police | 999 |

[^1]: Calls are free.
"""
OF_PANDOC = {
    ("word-footnotes-are-few", "review"),
    ("word-links-have-tooltips", "review"),
    ("word-looks-come-from-styles", "review"),  # bold and italics are set on the words
    ("word-opens-as-it-is", "review"),  # no mode
    ("word-table-has-header", "review"),  # a row may split
    ("word-tables-are-described", "review"),
}


def made_by_pandoc(folder: Path) -> bytes:
    pandoc = pytest.importorskip("pypandoc")
    pandoc.convert_text(WRITTEN, "docx", format="md", outputfile=str(folder / "pandoc.docx"))
    return (folder / "pandoc.docx").read_bytes()


def test_every_finding_on_a_file_of_pandoc_is_true(tmp_path: Path) -> None:
    findings = check_docx(made_by_pandoc(tmp_path))
    assert {(finding.rule, finding.outcome) for finding in findings} == OF_PANDOC, findings


@pytest.mark.referee
def test_every_finding_on_a_file_of_libreoffice_is_true(tmp_path: Path) -> None:
    made_by_pandoc(tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "again"]
    command = [libreoffice(), "--headless", profile, *to, tmp_path / "pandoc.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    findings = check_docx((tmp_path / "again" / "pandoc.docx").read_bytes())
    found = {(finding.rule, finding.outcome) for finding in findings} - {("word-things-fit-the-page", "review")}
    # Its paper is that of the country it runs in. It writes each bookmark of a heading twice, and one without its end.
    assert found == OF_PANDOC | {("word-package-is-sound", "fail")}


def test_findings_quote_the_words_they_are_about() -> None:
    about_text = {"word-table-has-header", "word-tables-are-described", "word-text-can-grow"}
    quotes = {finding.quote for finding in check_docx(made_by_python_docx()) if finding.rule in about_text}
    assert quotes == {"Cell 0", "Water rises from the sea and falls on the land."}


def test_strict_open_xml_reads_the_same() -> None:
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    for name, content in parts.items():
        for strict, usual in STRICT.items():
            content = content.replace(usual, strict) if name.startswith("word/") else content
        parts[name] = content
    assert read_docx(packed(parts)).lines() == read_docx(render_docx(LONG, THEME, ASSETS)).lines()


def test_parts_may_have_other_names() -> None:
    names = {b"document.xml": b"text2.xml", b"styles.xml": b"looks.xml"}
    renamed = {}
    for name, content in parts_of(render_docx(LONG, THEME, ASSETS)).items():
        for old, new in names.items():
            name = name.replace(old.decode(), new.decode())
            content = content.replace(old, new)
        renamed[name] = content
    rules = {finding.rule for finding in run(QUICK, read_docx(packed(renamed)))}
    assert rules == {"word-running-heads-repeat"}  # the draft's mark


def test_styles_may_have_the_ids_of_another_language() -> None:
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    german = {name: content.replace(b'"Heading', b'"berschrift') for name, content in parts.items()}
    assert [level for level, _ in read_docx(packed(german)).headings()] == [1, 2, 3, 2, 3, 3]
    assert {finding.rule for finding in run(QUICK, read_docx(packed(german)))} == {"word-running-heads-repeat"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "an old .doc file"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (packed({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type definition"),
        (packed({"word/document.xml": b"<a>"}), "its part word/document.xml is damaged"),
        (packed({"mimetype": b"application/epub+zip"}), "not a Word document"),
    ],
    ids=["old", "locked", "dtd", "cut", "epub"],
)
def test_what_cannot_be_read_is_one_clear_sentence(data: bytes, says: str) -> None:
    with pytest.raises(LessonkitError, match=f"^This Word file cannot be read: .*{says}"):
        read_docx(data)


def test_no_broken_file_breaks_a_rule() -> None:
    chance = random.Random(5)
    good = [parts_of(render_docx(document, THEME, ASSETS)) for document in (LONG, RICH)]
    for _ in range(FUZZED):
        parts = dict(chance.choice(good))
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[name] = spoilt(parts[name], chance)
        with suppress(LessonkitError):  # one clear sentence
            run(QUICK, read_docx(packed(parts)))


def spoilt(text: bytes, chance: random.Random) -> bytes:
    """The part with some elements and attributes gone, emptied or moved."""
    root = etree.fromstring(text)
    for _ in range(6):
        nodes = list(root.iter("{*}*"))
        node = chance.choice(nodes)
        match chance.randrange(4):
            case 0 if node is not root:
                node.getparent().remove(node)
            case 1 if node.attrib:
                del node.attrib[chance.choice(list(node.attrib))]
            case 2 if node.attrib:
                node.set(chance.choice(list(node.attrib)), chance.choice(["", "x", "-1", "99999999999999999999", "٣"]))
            case _:
                chance.choice(nodes).append(deepcopy(node))
    return etree.tostring(root)


def one_shape(fill: str, colour: str) -> bytes:
    """The good file with words of this colour in a shape with this fill, as Word writes shapes since 2010."""
    shape = (
        '<w:p xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="990" name="Box" descr="Advice"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr>'
        f'{fill}</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="{colour}"/></w:rPr><w:t>Stay calm.'
        "</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r></w:p>"
    )
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + shape.encode(), 1)
    return packed(parts)


@pytest.mark.parametrize(
    ("fill", "colour", "is_lost"),
    [
        ('<a:solidFill><a:srgbClr val="0F4761"/></a:solidFill>', "FFFFFF", False),
        ('<a:solidFill><a:srgbClr val="222222"/></a:solidFill>', "333333", True),
        ('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', "DDDDDD", True),
        ("<a:noFill/>", "DDDDDD", True),
        ("", "FFFFFF", False),  # its style fills it, with a colour that is mixed there
    ],
)
def test_words_in_a_shape_stand_on_its_colour(fill: str, colour: str, is_lost: bool) -> None:
    found = [finding for finding in check_docx(one_shape(fill, colour)) if finding.rule == "word-words-stand-out"]
    assert bool(found) == is_lost, found


def with_text(xml: str) -> set[str]:
    """The rules that notice these paragraphs at the beginning of the good file."""
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)
    return {finding.rule for finding in run(QUICK, read_docx(packed(parts)))}


LINE_ACROSS = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect style="width:0;height:1.5pt"/></w:pict>'
    "</w:r></w:p>"
)
"""Word's own line across the page."""


ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
FROM_THE_RIGHT = (
    '<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:val="ar" w:bidi="ar"/></w:rPr><w:t>'
    "يمكن لطفلك أن يرى صورا تقلقه: see the NSPCC website</w:t></w:r></w:p>"
)


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "xml",
    [
        line("Two- to three-year-olds, and pre- and post-school groups, come at 9.30–11 am (£5 – £6)."),
        line("The screen is bright,") + line("and I can see") + line("a friend who waits"),
        line("P.S. 50 % of 4 × 3 = 6. B &amp; B, A–Z. I told you that that was fine ..."),
        line("Write the sounds: a, e, i. H₂O and m², 3 + 4 = 7, -5 and 20 °C."),
        line("The red light means stop."),
        line("# of pupils: 30. Look at ??? and ask. Type C:\\text or use __init__ and `quote’s mark."),
        line("Sure, here’s a plan. Of course, here is your coat."),
        line("Ring\u00a0018\u00a00800\u00a01111, 5\u00a0km, 10\u00a0%"),
        line("Tel | Mail | Web") * 3,
        line("See example.org/a%20b, Node.js or ASP.Net, 3.Then, and Llanfairpwllgwyngyllgogerychwyrndrobwll."),
        ITEM.format("1. FC") + ITEM.format("Others"),  # the name of a club
        FROM_THE_RIGHT,
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>All is well.</w:t></w:r></w:p>',
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + line("A new page begins."),
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',  # below a table of contents
        LINE_ACROSS,
    ],
)
def test_what_good_files_hold_is_no_defect(xml: str) -> None:
    assert with_text(xml) == with_text("")


def test_strict_open_xml_and_files_with_fewer_parts_are_valid() -> None:
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    less = {name: content for name, content in parts.items() if name != "word/fontTable.xml"}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        root = etree.fromstring(less[name])
        for node in [one for one in root if "fontTable.xml" in (one.get("PartName") or one.get("Target") or "")]:
            root.remove(node)
        less[name] = etree.tostring(root)
    strict = dict(parts)
    for name, content in parts.items():
        for new, usual in STRICT.items():
            content = content.replace(usual, new) if name.startswith(("word/", "_rels/")) else content
        strict[name] = content
    for one in (less, strict):
        assert "word-file-is-valid" not in {finding.rule for finding in check_docx(packed(one))}


@pytest.mark.parametrize("kind", ["template", "macros", "template with macros"])
def test_templates_and_files_with_macros_are_valid(kind: str) -> None:
    office, word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.", b"application/vnd.ms-word."
    types = {
        "template": office + b"template.main+xml",
        "macros": word + b"document.macroEnabled.main+xml",
        "template with macros": word + b"template.macroEnabledTemplate.main+xml",
    }
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    listed = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = listed.replace(office + b"document.main+xml", types[kind])
    assert parts["[Content_Types].xml"] != listed
    assert "word-file-is-valid" not in {finding.rule for finding in check_docx(packed(parts))}


def test_a_file_may_be_final_no_more() -> None:
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    parts["docProps/custom.xml"] = b'<p name="_MarkAsFinal"><vt:bool xmlns:vt="urn:vt">false</vt:bool></p>'
    assert "word-file-can-be-edited" not in {finding.rule for finding in run(QUICK, read_docx(packed(parts)))}


def test_each_item_may_have_a_number_that_goes_on() -> None:
    """As LibreOffice saves a list: one definition, and only the first item starts anew."""
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    numbers = range(71, 75)
    more = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/></w:num>' for number in numbers)
    items = "".join(ITEM.replace('numId w:val="3"', f'numId w:val="{number}"').format("Ask.") for number in numbers)
    for part, old, new in (
        ("word/numbering.xml", "</w:numbering>", f"{more}</w:numbering>"),
        ("word/document.xml", "<w:body>", f"<w:body>{items}"),
    ):
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    findings = run(QUICK, read_docx(packed(parts)))
    said = [finding.message for finding in findings if finding.rule == "word-lists-are-real"]
    assert not [one for one in said if "of one item" in one]


def test_a_file_may_have_no_language_for_its_theme() -> None:
    parts = parts_of(render_docx(LONG, THEME, ASSETS))
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b'<w:themeFontLang w:val="en-GB"/>', b"")
    assert "word-language-is-set" not in {finding.rule for finding in check_docx(packed(parts))}


@pytest.mark.parametrize("text", ["1" * 20_000, "a." * 10_000, "[insert " * 3_000, "{{ " * 7_000, "- " * 10_000])
def test_odd_text_is_no_reason_to_wait(text: str) -> None:
    ordinary, odd = (_seconds(line(one)) for one in ("Stay calm. " * (len(text) // 11), text))
    assert odd < 20 * ordinary + 1


def _seconds(xml: str) -> float:
    began = time.perf_counter()
    with_text(xml)
    return time.perf_counter() - began
