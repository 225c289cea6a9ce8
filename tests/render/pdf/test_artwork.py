"""Pictures as objects of their own: what a reader sees of them is what the author put in."""

from __future__ import annotations

from io import BytesIO

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


def test_a_drawing_is_an_object_once_it_stands_there_twice() -> None:
    one, two = Figure("icon:heart", "A phone.", 20), Figure("icon:heart", "A phone again.", 30)
    assert not rendered(ASSETS, one).pages[0]["/Resources"]["/XObject"]
    reader = rendered(ASSETS, one, two)
    (form,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert form["/Subtype"] == "/Form"
    assert reader.pages[0].get_contents().get_data().count(b" Do") == 2
