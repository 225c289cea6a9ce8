"""What breaks PDF/UA-1 is told with its page and its place on it, once, and how often it is there."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from check.mutations.good import good
from lessonkit.check.alone import check_alone
from lessonkit.check.rule import Finding


def told(spoil: Callable[[PdfWriter], None]) -> list[Finding]:
    writer, target = PdfWriter(clone_from=BytesIO(good())), BytesIO()
    spoil(writer)
    writer.write(target)
    return [each for each in check_alone("pdf", target.getvalue()).findings if each.rule == "pdf-conforms-to-ua1"]


def elements(writer: PdfWriter, role: str) -> list[DictionaryObject]:
    return [each for each in writer._objects if isinstance(each, DictionaryObject) and each.get("/S") == f"/{role}"]


def without_alt(writer: PdfWriter) -> None:
    for figure in elements(writer, "Figure"):
        figure.pop("/Alt")


def without_description(writer: PdfWriter) -> None:
    writer.pages[0]["/Annots"][0].get_object().pop("/Contents")  # type: ignore[index]


def cell_in_a_paragraph(writer: PdfWriter) -> None:
    elements(writer, "TD")[0][NameObject("/S")] = NameObject("/P")


def without_tab_order(writer: PdfWriter) -> None:
    writer.pages[1].pop("/Tabs")
    writer.pages[1][NameObject("/Annots")] = ArrayObject(writer.pages[1]["/Annots"])


@pytest.mark.parametrize(
    ("spoil", "page", "quote", "words"),
    [
        (without_alt, 2, "", "2 times"),
        (without_description, 1, "", "has no description"),
        (cell_in_a_paragraph, 2, "Childline 0800 1111 At any time", "a TR holds a P"),
        (without_tab_order, 2, "", "page 2 has annotations"),
    ],
)
def test_a_fault_is_told_with_its_place(spoil: Callable[[PdfWriter], None], page: int, quote: str, words: str) -> None:
    found = told(spoil)
    assert [each.page for each in found] == [page] * len(found) != []
    assert any(words in each.message for each in found)
    assert quote in [each.quote for each in found]
