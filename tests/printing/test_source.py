"""Files that are not printed, and what is left out of those that are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from reportlab.pdfgen.canvas import Canvas

from lessonkit.printing.source import Source
from lessonkit.problems import LessonkitError
from printing.files import numbered, pdf, words

PROTECTED = Path(__file__).parent.parent / "report" / "protected"
"""Files encrypted with AES."""


def said(data: bytes) -> str:
    """What is said of a file, in one line."""
    with pytest.raises(LessonkitError) as caught:
        Source("file.pdf", data)
    (problem,) = caught.value.problems
    assert str(problem).startswith("file.pdf: ")
    assert "\n" not in str(problem)
    return str(problem)


def encrypted(user: str, may_print: bool = True) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(numbered(1)))
    permissions = UserAccessPermissions.all()
    writer.encrypt(
        user,
        "owner",
        permissions_flag=permissions if may_print else permissions & ~UserAccessPermissions.PRINT,
        algorithm="RC4-128",
    )
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_file_that_is_no_pdf() -> None:
    assert "This is not a PDF." in said(b"PK\x03\x04 a Word file")
    assert "This is not a PDF." in said(b"")


def test_a_damaged_file() -> None:
    assert "cannot be read" in said(b"%PDF-1.7\nnothing follows")
    data = numbered(3)
    assert said(data[: len(data) // 3])


def test_a_file_with_a_password() -> None:
    assert "locked with a password" in said(encrypted("secret"))


def test_a_file_that_must_not_be_printed() -> None:
    assert "does not allow printing" in said(encrypted("", may_print=False))


@pytest.mark.parametrize(("name", "says"), [("no-printing", "does not allow printing"), ("password", "a password")])
def test_what_is_protected_in_the_usual_way(name: str, says: str) -> None:
    (file,) = PROTECTED.glob(f"*-{name}.pdf")
    assert says in said(file.read_bytes())


def test_a_file_that_anybody_may_open_and_print() -> None:
    assert len(Source("file.pdf", encrypted("")).pages) == 1
    assert len(Source("file.pdf", (PROTECTED / "aes-256.pdf").read_bytes()).pages) == 1


def test_a_file_without_its_fonts() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(40, 40, "Printers choose another font for this.")

    assert "Helvetica" in said(pdf([page]))


def test_a_font_that_is_listed_and_writes_nothing_that_is_seen() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(40, 80, " ")
        canvas.saveState()
        hidden = canvas.beginText(40, 60)
        hidden.setTextRenderMode(3)
        hidden.textOut("What a scanner found, below the picture.")
        canvas.drawText(hidden)
        canvas.restoreState()
        words(canvas, "the words that are seen")

    assert len(Source("file.pdf", pdf([page])).pages) == 1


def test_empty_pages_at_the_end_are_left_out() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, "the only words")

    source = Source("file.pdf", pdf([page, None, page, None, None]))
    assert len(source.pages) == 3
    assert source.empty_at_end == 2


def test_a_file_of_empty_pages() -> None:
    assert "nothing on its pages" in said(pdf([None, None]))
