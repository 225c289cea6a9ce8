"""How many dots a picture has is read from the first bytes of its file, whatever those are."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from lessonkit.check.docx.imagesize import image_size


def picture(kind: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (120, 80), "white").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_the_size_is_that_of_the_picture(kind: str) -> None:
    assert image_size(picture(kind)) == (120, 80)


def test_other_files_have_no_size() -> None:
    assert image_size(b"") is None
    assert image_size(b"<svg/>") is None


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_damaged_pictures_are_read_to_their_end(kind: str) -> None:
    good, chance = picture(kind), random.Random(1)
    for length in range(len(good)):
        image_size(good[:length])
    for _ in range(200):
        damaged = bytearray(good)
        damaged[chance.randrange(2, len(good))] = chance.randrange(256)
        image_size(bytes(damaged))
