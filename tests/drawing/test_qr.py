from __future__ import annotations

from io import BytesIO

import pytest
import segno
import zxingcpp
from PIL import Image

from lessonkit.drawing.qr import QUIET, draw_qr_code, modules, qr_code_to_png, rectangles
from lessonkit.drawing.raster import drawing_to_png
from lessonkit.problems import LessonkitError, Place

ADDRESS = "https://www.childline.org.uk/get-support/"


def read(data: bytes) -> str:
    picture = Image.open(BytesIO(data)).convert("L")
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_code_is_one_path_on_a_light_ground_with_its_quiet_zone() -> None:
    drawing = draw_qr_code(ADDRESS, 25)
    ground, code = drawing.shapes
    numbers = [number for _, *values in code.path for number in values]
    assert (ground.fill, code.fill) == ("#ffffff", "#000000")
    assert (min(numbers), max(numbers)) == (QUIET, drawing.width - QUIET)
    assert drawing.width == len(modules(ADDRESS)) + 2 * QUIET


def test_rectangles_cover_the_dark_modules_once_and_are_few() -> None:
    bits = modules(ADDRESS)
    covered: dict[tuple[int, int], int] = {}
    found = list(rectangles(bits))
    for left, top, width, height in found:
        for x in range(left, left + width):
            for y in range(top, top + height):
                covered[x, y] = covered.get((x, y), 0) + 1
    dark = {(x, y) for y, row in enumerate(bits) for x, module in enumerate(row) if module}
    assert covered == dict.fromkeys(dark, 1)
    assert len(found) < len(dark) / 2


def test_errors_are_corrected_at_level_m_or_better() -> None:
    assert modules(ADDRESS) == tuple(tuple(map(bool, row)) for row in segno.make_qr(ADDRESS, error="m").matrix)


@pytest.mark.parametrize("address", [ADDRESS, "tel:08001111", "https://example.org/ä?q=1&r=%20"])
def test_camera_reads_the_address(address: str) -> None:
    assert read(qr_code_to_png(address, 200)) == address
    assert read(drawing_to_png(draw_qr_code(address, 25), 300, "#0b5563")) == address


def test_modules_of_a_png_are_whole_pixels() -> None:
    picture = Image.open(BytesIO(qr_code_to_png(ADDRESS, 250)))
    size = len(modules(ADDRESS)) + 2 * QUIET
    assert picture.width >= 250
    assert picture.width % size == 0
    assert set(picture.get_flattened_data()) == {0, 255}


def test_code_too_small_to_be_read_says_how_wide_it_must_be() -> None:
    with pytest.raises(LessonkitError, match=r"is 12 mm wide, too small .* at least 13 mm"):
        draw_qr_code(ADDRESS, 12)
    assert draw_qr_code(ADDRESS, 13)


@pytest.mark.parametrize(
    ("address", "complaint"),
    [("https://example.org/" + "a" * 500, "too long for a QR code"), ("a" * 9000, "too long"), ("", "has no address")],
)
def test_address_that_no_code_holds_is_refused(address: str, complaint: str) -> None:
    with pytest.raises(LessonkitError) as caught:
        draw_qr_code(address, 25, Place("sources/guide.yaml", 7))
    assert str(caught.value).startswith("sources/guide.yaml:7: ")
    assert complaint in str(caught.value)
