"""The PDF and the Word file of one document agree; where one says something else, the rule says what."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from check.cases import ROOT, THEME, shown, tree
from lessonkit.check import check_outputs, compare_files
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.problems import LessonkitError
from lessonkit.render.docx import render_docx
from lessonkit.render.pdf import render_pdf
from render.every_node import LEAFLET, LONG, RICH
from render.stress import every_pair, for_word

ASSETS = Assets(ROOT / "layouts" / "icons", ROOT)
MARKUP = """<h level="1" id="talk">Talk with <b>your</b> child</h>
<contents><title>Contents</title></contents>
<section><h level="2" id="early">Start early</h>
<p>Ask <field name="school_name" label="name of school"/> or <a href="https://www.childline.org.uk">Childline</a>,
and say <span lang="cy">diolch yn fawr</span>. See
<a href="#early">the start</a>.<note>From a report.</note></p></section>
<page-break/>
<h level="2" id="help">Who can help</h>
<figure source="icon:phone" alt="A phone rings"><caption>Call</caption></figure>
<figure source="icon:heart" decorative="true"/>
<p>An icon <icon name="phone" alt="call"/> in a line, and the <abbr title="World Wide Web">WWW</abbr>.</p>
<table><caption>Whom to call</caption><head><row><cell>Who</cell><cell>How</cell></row></head>
<row><cell>Childline</cell><cell><a href="tel:08001111">0800 1111</a></cell></row></table>
<list kind="number"><item>Listen</item><item><p>Stay calm</p><list><item>Wait</item></list></item></list>
<callout kind="remember"><title>Remember</title><p>It is never your fault.</p></callout>"""
"""One of everything that both have to say."""

CHANGED = {
    "words": ("never your fault", "never ever your fault", ["The words differ: the PDF has “", "never ever your"]),
    "order": ("<item>Listen</item>", "", ["The words differ"]),
    "level": ('level="2" id="help"', 'level="3" id="help"', ["“Who can help” at level 2", "at level 3"]),
    "alt": ("A phone rings", "A bell rings", ["“A phone rings”", "“A bell rings”"]),
    "no alt": ('alt="A phone rings"', 'decorative="true"', ["“A phone rings”", "“call”"]),
    "address": ("www.childline", "www.childlime", ["“Childline” to https://www.childline.org.uk", "childlime"]),
    "headers": ("<cell>Who</cell>", "<cell>Whom</cell>", ["“Who”", "“Whom”"]),
    "language": ('<span lang="cy">diolch yn fawr</span>', "diolch yn fawr", ["marked as cy in the PDF only"]),
}
"""What stands in the Word file instead, and what the findings say of it."""


def pdf(markup: str = MARKUP, **settings: str) -> bytes:
    return render_pdf(tree(markup, **settings), THEME, ASSETS)[""]


def word(markup: str = MARKUP, **settings: str) -> bytes:
    return render_docx(tree(markup, **settings), THEME, ASSETS)


def test_two_files_of_one_document_agree() -> None:
    assert shown(compare_files(pdf(), word())) == []


@pytest.mark.parametrize(
    "document", [LONG, RICH, LEAFLET, for_word(every_pair())], ids=["long", "rich", "leaflet", "pairs"]
)
def test_two_files_of_any_document_agree(document: Document) -> None:
    made = render_pdf(document, THEME, ASSETS)[""], render_docx(document, THEME, ASSETS)
    assert shown(compare_files(*made)) == []


def test_a_link_in_a_heading_is_not_in_the_contents_too() -> None:
    markup = """<h level="1" id="a">One</h><contents><title>Contents</title></contents>
    <h level="2" id="b">Ask <a href="https://www.childline.org.uk">Childline</a></h>"""
    assert shown(compare_files(pdf(markup), word(markup))) == []


@pytest.mark.parametrize("name", CHANGED)
def test_a_difference_is_found(name: str) -> None:
    old, new, says = CHANGED[name]
    assert old in MARKUP
    found = " ".join(shown(compare_files(pdf(), word(MARKUP.replace(old, new)))))
    assert all(words in found for words in says), found


def test_another_title_and_language_are_found() -> None:
    assert shown(compare_files(pdf("<p>Words.</p>"), word("<p>Words.</p>", title="B", language="cy"))) == [
        "fail: The title of the PDF is “A case”, that of the Word file “B”.",
        "fail: The language of the PDF is “en-GB”, that of the Word file “cy”.",
    ]


def test_another_order_is_said_to_be_one() -> None:
    there = '<h level="1" id="a">One</h><p>Two words.</p><p>Three words here.</p>'
    back = '<h level="1" id="a">One</h><p>Three words here.</p><p>Two words.</p>'
    (found,) = shown(compare_files(pdf(there), word(back)))
    assert found.startswith("fail: The words come in another order: the PDF has “One Two words.")


def test_headings_that_change_places_are_said_to() -> None:
    there = '<h level="1" id="a">One</h><h level="2" id="b">Two</h><h level="2" id="c">Three</h>'
    back = '<h level="1" id="a">One</h><h level="2" id="c">Three</h><h level="2" id="b">Two</h>'
    found = shown(compare_files(pdf(there), word(back)))
    assert found[1:] == ["fail: The order differs: each heading is in both files, but not in the same place."]


def test_a_build_holds_its_two_files_against_each_other() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.root_object[NameObject("/Lang")] = TextStringObject("fr")
    target = BytesIO()
    writer.write(target)
    found = check_outputs(tree(MARKUP), THEME, {"case.pdf": target.getvalue(), "case.docx": word()}).findings
    assert [each.message for each in found if each.rule == "formats-agree"] == [
        "case: The language of the PDF is “fr”, that of the Word file “en-GB”.",
    ]


def test_a_damaged_file_is_said_to_be_one() -> None:
    with pytest.raises(LessonkitError, match="cannot be read"):
        compare_files(pdf(), b"no Word file")
