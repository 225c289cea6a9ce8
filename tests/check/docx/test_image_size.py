"""How many dots a picture has, and whether it moves, is read from its file, whatever that is."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from lessonkit.check.docx.imagesize import image_size, moves


def picture(kind: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (120, 80), "white").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_the_size_is_that_of_the_picture(kind: str) -> None:
    assert image_size(picture(kind)) == (120, 80)


def test_a_picture_moves_if_it_has_several_and_begins_anew() -> None:
    frames = [Image.new("RGB", (120, 80), colour) for colour in ("white", "black")]
    for more, times, is_moving in ((frames[1:], {"loop": 0}, True), (frames[1:], {}, False), ([], {"loop": 0}, False)):
        buffer = BytesIO()
        frames[0].save(buffer, "GIF", save_all=True, append_images=more, **times)
        assert moves(buffer.getvalue()) == is_moving
    assert not moves(picture("GIF"))


def test_other_files_have_no_size() -> None:
    assert image_size(b"") is None
    assert image_size(b"<svg/>") is None


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_damaged_pictures_are_read_to_their_end(kind: str) -> None:
    good, chance = picture(kind), random.Random(1)
    for length in range(len(good)):
        image_size(good[:length])
        moves(good[:length])
    for _ in range(200):
        damaged = bytearray(good)
        damaged[chance.randrange(2, len(good))] = chance.randrange(256)
        image_size(bytes(damaged))
        moves(bytes(damaged))
