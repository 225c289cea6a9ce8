"""Damaged and hostile files end in a sentence, never in a crash, and soon."""

from random import Random
from time import perf_counter

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from check.mutations.editing import Editing, pdf_object
from check.mutations.good import good
from lessonkit.check.anypdf import check_any_pdf
from lessonkit.problems import LessonkitError

PATIENCE = 30
"""Seconds, on a machine that is busy with other things."""


def checked(data: bytes) -> set[str]:
    """The rules that find something, or `unreadable`; soon in any case."""
    start = perf_counter()
    try:
        return {finding.rule for finding in check_any_pdf(data)}
    except LessonkitError as error:
        return {"unreadable"} if "This PDF cannot be read" in str(error) else {str(error)}
    finally:
        assert perf_counter() - start < PATIENCE


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"no PDF at all", b"PK\x03\x04"])
def test_what_is_no_pdf_is_a_sentence(data: bytes) -> None:
    assert checked(data) == {"unreadable"}


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_off_is_a_sentence_or_findings(part: float) -> None:
    assert checked(good()[: int(len(good()) * part)])


def test_a_structure_of_a_million_kids_is_bounded() -> None:
    pdf = Editing(good())
    pdf.set_kids(pdf.element("Sect"), [NumberObject(1)] * 1_000_000)
    assert "file-is-sound" in checked(pdf.data())


def test_a_structure_of_great_depth_is_bounded() -> None:
    pdf = Editing(good())
    inner = pdf.writer._add_object(pdf_object({"/S": "/P"}))
    for _ in range(3_000):
        inner = pdf.writer._add_object(pdf_object({"/S": "/Div", "/K": inner}))
    pdf.set_kids(pdf.element("Sect"), [inner])
    assert "file-is-sound" in checked(pdf.data())


def test_forms_that_draw_each_other_are_bounded() -> None:
    pdf = Editing(good())
    forms = [StreamObject() for _ in range(6)]
    references = [pdf.writer._add_object(form) for form in forms]
    objects = DictionaryObject({NameObject(f"/F{n}"): reference for n, reference in enumerate(references)})
    for form in forms:
        form.set_data(b" ".join(b"/F%d Do" % n for n in range(6)) * 200)
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    pdf.set(pdf.pages[0]["/Resources"], "/XObject", objects)
    pdf.add(0, (ArrayObject([NameObject("/F0")]), b"Do"))
    checked(pdf.data())


def test_the_content_of_a_page_may_be_anything() -> None:
    pdf = Editing(good())
    stream = StreamObject()
    stream.set_data(Random(7).randbytes(50_000) + b" << << [ [ ( BT /F1 12 Tf <zz> Tj 1 Td Tm EMC EMC Q Q BI ID EI")
    pdf.set(pdf.pages[0], "/Contents", pdf.writer._add_object(stream))
    assert "elements-find-their-content" in checked(pdf.data())


@pytest.mark.parametrize("seed", range(24))
def test_flipped_bytes_never_crash(seed: int) -> None:
    random, data = Random(seed), bytearray(good())
    for _ in range(random.choice([1, 5, 40])):
        data[random.randrange(len(data))] = random.randrange(256)
    checked(bytes(data))
