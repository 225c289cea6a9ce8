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


def test_a_page_writes_only_the_entries_it_names() -> None:
    assert "Annots" in pdfdoc.PDFPage.__NoDefault__
    assert not {"Tabs", "StructParents"} & set(pdfdoc.PDFPage.__NoDefault__)


def test_objects_have_numbers_as_soon_as_they_are_referred_to() -> None:
    file = Canvas(BytesIO())._doc
    name = file.Reference(pdfdoc.PDFDictionary()).name
    number, generation = file.idToObjectNumberAndVersion[name]
    assert number > 0
    assert generation == 0
    assert isinstance(file.idToObject[pdfdoc.BasicFonts], pdfdoc.PDFDictionary)


def test_the_signature_takes_what_makes_files_differ() -> None:
    one, other = Canvas(BytesIO(), invariant=1)._doc, Canvas(BytesIO(), invariant=1)._doc
    other.updateSignature(b"other")
    assert one.ID() != other.ID()
