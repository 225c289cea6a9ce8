"""The names of reportlab that are not public and that painting uses: each one by itself, so that a change is named."""

from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


def test_a_canvas_makes_its_preamble_where_we_expect_it() -> None:
    canvas = Canvas(BytesIO())
    assert "BT" in canvas._preamble
    assert Canvas._make_preamble.__code__.co_argcount == 1


def test_a_page_is_given_its_annotations_after_its_stream() -> None:
    class Watching(Canvas):
        def _setAnnotations(self, page: object) -> None:
            self.seen = page.stream

    canvas = Watching(BytesIO())
    canvas.addLiteral("0 0 m")
    canvas.showPage()
    assert "0 0 m" in canvas.seen


def test_objects_have_numbers_as_soon_as_they_are_referred_to() -> None:
    file = Canvas(BytesIO())._doc
    name = file.Reference(pdfdoc.PDFDictionary()).name
    number, generation = file.idToObjectNumberAndVersion[name]
    assert number > 0
    assert generation == 0


def test_the_canvas_asks_its_document_for_the_bytes_in_the_end() -> None:
    canvas = Canvas(BytesIO())
    canvas._doc.format = lambda: b"of our own"
    assert canvas.getpdfdata() == b"of our own"


def test_objects_are_numbered_by_a_counter() -> None:
    file = Canvas(BytesIO())._doc
    file.objectcounter += 1
    ours = file.objectcounter
    name = file.Reference(pdfdoc.PDFDictionary()).name
    assert file.idToObjectNumberAndVersion[name] == (ours + 1, 0)
