"""Well-tagged PDFs by other programs: every finding is true, and listed here."""

import subprocess
from pathlib import Path

import pytest

from check.cases import ROOT, THEME, tree
from check.mutations.good import ASSETS, MARKUP
from lessonkit.check.anypdf import check_any_pdf
from lessonkit.render.docx import render_docx
from referees import libreoffice

FOREIGN = ROOT / "tests" / "cases" / "foreign"
EXPORT = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


def found(data: bytes) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in check_any_pdf(data)]


def typeset(name: str) -> bytes:
    typst = pytest.importorskip("typst")
    data: bytes = typst.compile(FOREIGN / name, pdf_standards=["ua-1"])
    return data


def test_a_file_by_typst() -> None:
    address = "The link “the Childline website” is described by its address, “https://www.childline.org.uk”."
    # The words are put in the place of others, as they say.
    left_over = ("words-are-finished", "“Lorem ipsum” looks unfinished.")
    # Typst leaves it to authors to set links apart.
    unseen = ("links-are-seen", "The link “the Childline website” looks like the words around it.")
    assert found(typeset("guide.typ")) == [("link-descriptions-agree", address), unseen, left_over]


def test_long_lines_that_are_justified() -> None:
    rules = [rule for rule, _ in found(typeset("narrow.typ"))]
    assert rules == ["lines-are-short", "text-is-not-justified"]


@pytest.mark.referee
def test_a_file_by_libreoffice(tmp_path: Path) -> None:
    document = tree(MARKUP, title="Talking about pictures: a guide for parents")
    (tmp_path / "good.docx").write_bytes(render_docx(document, THEME, ASSETS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--convert-to", EXPORT, "--outdir", tmp_path]
    command = [libreoffice(), "--headless", profile, *to, tmp_path / "good.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert found((tmp_path / "good.pdf").read_bytes()) == [
        # The pictures are drawn beside their elements, which stay empty.
        ("elements-are-filled", "2 elements of the structure (P) hold nothing."),
        # There is no Lbl: bullets and numbers stand in the LBody.
        ("list-items-are-apart", "The bullet of “•Stay calm” is read as a part of it."),
        # Word knows header rows and no header columns.
        (
            "table-has-header-cells",
            "The table on page 2 has a first column that looks like headers but is tagged as data.",
        ),
        # The numbers stand in the items' own text, with nothing between them.
        ("words-are-parted", "No space parts “1.Say” (and 3 more) on page 1, so the words are read as one."),
    ]
