"""The file around the objects, read back by a library that had no part in it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from lessonkit.render.pdf.finish import file_of, stream

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 1/Kids[4 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 7 0 R>>"
CONTENTS = stream(b"0 0 m 9 9 l S " * 20)


def file(*extra: bytes) -> bytes:
    objects = {1: CATALOG, 2: PAGES, 4: PAGE, 7: CONTENTS}
    return file_of(objects | dict(enumerate(extra, 8)), (1, 7), "/Root 1 0 R")


def test_every_object_is_found_and_numbers_may_be_missing() -> None:
    reader = PdfReader(BytesIO(file()), strict=True)
    assert reader.pdf_header == "%PDF-1.7"
    assert reader.pages[0].get_contents().get_data() == b"0 0 m 9 9 l S " * 20
    assert reader.trailer["/Size"] == 10


def test_only_streams_stand_by_themselves() -> None:
    data = file()
    assert data.count(b" obj\n") == 3
    assert b"/MediaBox" not in data


@pytest.mark.parametrize("count", [250, 70_000])
def test_many_objects_cost_few_bytes_each(count: int) -> None:
    data = file(*[b"<</S/P/P 1 0 R>>"] * count)
    assert len(data) / count < 12
    reader = PdfReader(BytesIO(data), strict=True)
    assert reader.get_object(8 + count - 1)["/S"] == "/P"


def test_the_identifier_is_a_digest_of_the_content() -> None:
    first, same, other = (PdfReader(BytesIO(each)).trailer["/ID"] for each in (file(), file(), file(b"<<>>")))
    assert first == same
    assert first != other
