"""Words on pictures: the contrast is measured on the drawn page."""

import pytest
from pypdf.generic import NameObject, StreamObject

from check.mutations.editing import Editing, Operation, op, pdf_object
from check.mutations.good import good
from lessonkit.check.anypdf import check_any_pdf

SIGN = 24
"""A paragraph of the second page."""


def on_a_picture(grey: list[int]) -> bytes:
    """The good document with a picture of one row of grey pixels beneath its second page."""
    pdf = Editing(good())
    picture = StreamObject()
    picture.set_data(bytes(grey))
    size = {"/Width": len(grey), "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray"}
    picture.update(pdf_object({"/Type": "/XObject", "/Subtype": "/Image", **size}))
    resources = pdf.pages[1]["/Resources"]
    objects = resources.get("/XObject") or pdf_object({})  # type: ignore[union-attr]
    objects[NameObject("/Photo")] = pdf.writer._add_object(picture)
    resources[NameObject("/XObject")] = objects  # type: ignore[index]
    drawn: list[Operation] = [op("q"), op("cm", 595, 0, 0, 842, 0, 0), op("Do", "/Photo"), op("Q")]
    pdf.add(1, op("BMC", "/Artifact"), *drawn, op("EMC"), first=True)
    return pdf.data()


def outcomes(data: bytes) -> list[str]:
    return [finding.outcome for finding in check_any_pdf(data) if finding.rule == "contrast-is-enough"]


@pytest.mark.parametrize(
    ("grey", "expected"),
    [([250] * 8, []), ([60] * 8, ["fail"]), ([255, 60] * 4, ["fail", "review"]), ([245, 255] * 4, [])],
    ids=["pale", "dark", "stripes", "pale stripes"],
)
def test_words_on_a_picture(grey: list[int], expected: list[str]) -> None:
    assert sorted(set(outcomes(on_a_picture(grey)))) == expected
