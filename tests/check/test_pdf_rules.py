"""The rules about PDFs: over descriptions that the cases give, and over files as they are rendered."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfWriter

from check.cases import ROOT, THEME, Case, cases_of, shown, tree
from check.pdf.handmade import element
from lessonkit.check import check_outputs, rules_of
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.read import read_pdf, reading_lines
from lessonkit.check.pdf.structure import Annotation, Entry, PdfFile
from lessonkit.check.rule import run
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.reading import reading_lines as document_lines
from lessonkit.render.pdf import render_pdf

RULES = {rule.id: rule for rule in rules_of("pdf")}
ASSETS = Assets(ROOT / "layouts" / "icons", ROOT)

MARKUP = """<h level="1" id="talk">Talk with <b>your</b> child</h>
<contents><title>Contents</title></contents>
<section><h level="2" id="early">Start early</h>
<p>Ask <field name="school_name" label="name of your school"/> or <a href="https://www.childline.org.uk">Childline</a>,
and say <span lang="cy">diolch yn fawr</span>. See <a href="#early">the start</a>.</p></section>
<page-break/>
<h level="2" id="help">Who can help</h>
<figure source="icon:phone" alt="A phone"/>
<figure source="icon:heart" decorative="true"/>
<table><caption>Whom to call</caption><head><row><cell>Who</cell><cell>How</cell></row></head>
<row><cell>Childline</cell><cell><a href="tel:08001111">0800 1111</a></cell></row></table>
<list kind="number"><item>Listen</item><item><p>Stay calm</p><list><item>Wait</item></list></item></list>
<callout kind="remember"><title>Remember</title><p>It is never your fault.</p></callout>"""
"""One of everything that a PDF has to give back."""


def rendered(document: Document) -> bytes:
    return render_pdf(document, THEME, ASSETS)[""]


@pytest.fixture(scope="module")
def document() -> Document:
    return tree(MARKUP)


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return rendered(document)


@pytest.mark.parametrize("case", cases_of("pdf"))
def test_case(case: Case) -> None:
    document = tree(case.given["document"], **case.given.get("settings", {}))
    data = without(rendered(document), case.given["without"]) if "without" in case.given else b""
    subject = PdfOutput(described(case.given), document, data)
    assert shown(RULES[case.rule].check(subject)) == case.expect


def described(given: dict[str, Any]) -> PdfFile:
    return PdfFile(
        root=element(given.get("pdf", "<Document/>")),
        annotations=tuple(Annotation("Link", 1, *texts) for texts in given.get("annotations", ())),
        outline=tuple(Entry(*entry) for entry in given.get("outline", ())),
        **given.get("facts", {}),
    )


def without(data: bytes, keys: list[str]) -> bytes:
    """The file with entries of its catalog taken away."""
    writer = PdfWriter(clone_from=BytesIO(data))
    for key in keys:
        del writer.root_object[key]
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_rendered_file_has_no_fault(document: Document, pdf: bytes) -> None:
    assert reading_lines(pdf) == document_lines(document)
    assert check_outputs(document, THEME, {"case.pdf": pdf}).findings == []


def test_a_rendered_file_is_read_whole(pdf: bytes) -> None:
    read = read_pdf(pdf)
    assert (read.pages, read.title, read.metadata_title, read.language) == (2, "A case", "A case", "en-GB")
    assert read.shows_title
    assert [(entry.level, entry.title, entry.page) for entry in read.outline] == [
        (1, "Talk with your child", 1),
        (2, "Start early", 1),
        (2, "Who can help", 2),
    ]
    targets = [annotation.target for annotation in read.annotations]
    assert targets == ["page 1", "page 2", "https://www.childline.org.uk", "page 1", "tel:08001111"]
    assert not read.untagged


WRITTEN = {
    "one word more": (("never your fault", "never ever your fault"), {"pdf-text-equals-document"}),
    "joined words": (("Stay calm", "Staycalm"), {"pdf-text-equals-document"}),
    "another level, which the contents leave out": (
        ('level="2" id="help"', 'level="3" id="help"'),
        {"pdf-headings-equal-document", "pdf-links-equal-document", "pdf-text-equals-document"},
    ),
    "another address": (("https://www.childline", "https://www.childlime"), {"pdf-links-equal-document"}),
    "another place": (('href="#early"', 'href="#help"'), {"pdf-links-equal-document"}),
    "another picture": (('alt="A phone"', 'alt="A camera"'), {"pdf-alts-equal-document"}),
    "a picture that says something": (('decorative="true"', 'alt="A heart"'), {"pdf-alts-equal-document"}),
    "another number of columns": (
        ("</cell></row>", "</cell><cell> </cell></row>"),
        {"pdf-tables-equal-document"},
    ),
    "bullets": (('<list kind="number">', "<list>"), {"pdf-lists-equal-document"}),
    "another label": (('label="name of', 'label="address of'), {"pdf-blanks-are-described"}),
    "another language": (('lang="cy"', 'lang="fr"'), {"pdf-languages-equal-document"}),
}
"""What the author may have written instead, and the rules that notice when the PDF does not say so."""


@pytest.mark.parametrize("change", WRITTEN)
def test_each_difference_is_noticed_by_its_rules_alone(change: str, pdf: bytes) -> None:
    (old, new), expected = WRITTEN[change]
    assert old in MARKUP
    findings = check_outputs(tree(MARKUP.replace(old, new)), THEME, {"case.pdf": pdf}).findings
    assert {finding.rule for finding in findings} == expected
    assert all(finding.message.startswith("case.pdf: ") for finding in findings)


def test_another_title_is_noticed(document: Document, pdf: bytes) -> None:
    findings = check_outputs(replace(document, title="Another"), THEME, {"case.pdf": pdf}).findings
    assert {finding.rule for finding in findings} == {"pdf-title-is-shown"}


LOST: dict[str, tuple[Callable[[PdfFile], PdfFile], set[str]]] = {
    "bookmarks": (lambda read: replace(read, outline=()), {"pdf-outline-equals-headings"}),
    "a bookmark's page": (
        lambda read: replace(read, outline=(*read.outline[:-1], replace(read.outline[-1], page=1))),
        {"pdf-outline-equals-headings"},
    ),
    "the descriptions of links": (
        lambda read: replace(read, annotations=tuple(replace(each, contents="") for each in read.annotations)),
        {"pdf-links-are-described"},
    ),
    "the language": (lambda read: replace(read, language=""), {"pdf-languages-equal-document"}),
}


@pytest.mark.parametrize("lost", LOST)
def test_each_loss_is_noticed_by_its_rules_alone(lost: str, document: Document, pdf: bytes) -> None:
    change, expected = LOST[lost]
    findings = run(rules_of("pdf"), PdfOutput(change(read_pdf(pdf)), document, pdf))
    assert {finding.rule for finding in findings} == expected


def test_a_damaged_file_is_one_sentence(document: Document, pdf: bytes) -> None:
    (finding,) = check_outputs(document, THEME, {"case.pdf": pdf[:100]}).findings
    assert finding.rule == "pdf-can-be-read"
    assert finding.message.startswith("case.pdf: This PDF cannot be read: ")
