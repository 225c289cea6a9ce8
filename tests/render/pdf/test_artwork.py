"""Pictures as objects of their own: what a reader sees of them is what the author put in."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageChops
from pypdf import PdfReader

from lessonkit.document import Block, Figure
from lessonkit.drawing import Assets
from lessonkit.render.pdf import render_pdf
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document


def rendered(assets: Assets, *blocks: Block) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(document(*blocks), THEME, assets)[""]))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("png", "RGB"), ("png", "RGBA"), ("png", "P"), ("png", "L"), ("png", "LA"), ("jpeg", "RGB")],
)
def test_a_picture_keeps_its_colours(tmp_path, kind: str, mode: str) -> None:
    ours = Pillow.linear_gradient("L").resize((40, 30)).convert("RGB").convert(mode)
    ours.save(tmp_path / f"photo.{kind}", kind)
    (image,) = rendered(Assets(ASSETS.icons, tmp_path), Figure(f"photo.{kind}", "A gradient.", 40)).pages[0].images
    expected = Pillow.open(tmp_path / f"photo.{kind}").convert("RGB")
    found = Pillow.open(BytesIO(image.data)).convert("RGB")
    assert found.size == (40, 30)
    apart = ImageChops.difference(found, expected)
    assert max(high for _, high in apart.getextrema()) <= 2


def test_a_see_through_picture_has_a_mask(tmp_path) -> None:
    Pillow.new("RGBA", (8, 8), (138, 75, 0, 64)).save(tmp_path / "glass.png")
    reader = rendered(Assets(ASSETS.icons, tmp_path), Figure("glass.png", "Brown glass.", 40))
    (image,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert set(image["/SMask"].get_data()[1:]) >= {64}


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def brown(side: int, depth: int, passes: list[tuple[int, int]]) -> bytes:
    """A brown PNG file; passes: columns and rows of each part of its samples, several if it is interlaced."""
    sample = bytes((138, 75, 0)) if depth == 8 else bytes((138, 0, 75, 0, 0, 0))
    rows = b"".join((b"\0" + columns * sample) * count for columns, count in passes)
    header = struct.pack(">IIBBBBB", side, side, depth, 2, 0, 0, len(passes) > 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


INTERLACED = [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)]


@pytest.mark.parametrize(
    ("depth", "passes", "as_it_is"), [(8, [(8, 8)], True), (16, [(8, 8)], False), (8, INTERLACED, False)]
)
def test_samples_of_a_png_file_stay_as_they_are_if_pdf_can_show_them(
    tmp_path: Path, depth: int, passes: list[tuple[int, int]], as_it_is: bool
) -> None:
    file = brown(8, depth, passes)
    (tmp_path / "brown.png").write_bytes(file)
    reader = rendered(Assets(ASSETS.icons, tmp_path), Figure("brown.png", "Brown paper.", 40))
    (image,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert image["/BitsPerComponent"] == 8
    assert image.get_data() == 64 * bytes((138, 75, 0))
    assert (image.get_object()._data in file) == as_it_is


def test_a_drawing_is_an_object_once_it_stands_there_twice() -> None:
    one, two = Figure("icon:heart", "A phone.", 20), Figure("icon:heart", "A phone again.", 30)
    assert not rendered(ASSETS, one).pages[0]["/Resources"]["/XObject"]
    reader = rendered(ASSETS, one, two)
    (form,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert form["/Subtype"] == "/Form"
    assert reader.pages[0].get_contents().get_data().count(b" Do") == 2
