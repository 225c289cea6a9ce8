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


def test_the_canvas_asks_its_document_for_the_bytes_in_the_end() -> None:
    canvas = Canvas(BytesIO())
    canvas._doc.format = lambda: b"of our own"
    assert canvas.getpdfdata() == b"of our own"


def test_objects_are_numbered_by_a_counter() -> None:
    file = Canvas(BytesIO())._doc
    file.objectcounter += 1
    ours = file.objectcounter
    name = file.Reference(pdfdoc.PDFDictionary()).name
    assert file.numberToId[ours + 1] == name
    assert ours not in file.numberToId
    assert name in file.idToObject


def test_an_object_is_written_without_its_number() -> None:
    file = Canvas(BytesIO())._doc
    assert pdfdoc.format(pdfdoc.PDFDictionary({"One": 1}), file, toplevel=1) == b"<<\n/One 1\n>>"


def test_a_canvas_without_entries_takes_the_outline_away_before_it_asks_for_the_bytes() -> None:
    canvas = Canvas(BytesIO())
    canvas._doc.format = lambda: str(canvas._doc.Catalog.Outlines).encode()
    assert canvas.getpdfdata() == b"None"


def test_the_catalog_writes_only_the_entries_it_names() -> None:
    assert "Outlines" in pdfdoc.PDFCatalog.__NoDefault__
    canvas = Canvas(BytesIO())
    canvas._doc.Catalog.OutputIntents = "[]"
    canvas.showPage()
    assert b"OutputIntents" not in canvas.getpdfdata()
