"""Pictures in the line of text: figures with their alt text, and small decorative icons beside words."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE

from lessonkit.document import Decorative, Figure, QRCode
from lessonkit.drawing import Drawing
from lessonkit.drawing.qr import qr_code_to_png
from lessonkit.drawing.raster import drawing_to_png
from lessonkit.render.docx.element import NAMESPACES, POINTS_PER_MM, element, emu
from lessonkit.render.docx.story import Story
from lessonkit.render.docx.vector import drawing_to_svg

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Word's extension that marks a drawing as decorative."""
SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Word's extension that holds a drawing beside the picture of it."""
PICTURE = NAMESPACES["pic"]
PIXELS_PER_POINT = 220 / 72
ICON_PER_SIZE = 1.15
"""Height of an icon beside words, as a multiple of their size."""
DROP_PER_SIZE = 0.2
"""How far it reaches below the line, so that its middle is that of the capitals."""
CAPITALS = 0.7
"""The height of capitals, as a multiple of the type size."""


def icon(
    story: Story, name: str, size_pt: float, colour: str, alt: str | None = None, scale: float = 0.0, after: str = ""
) -> str:
    """An icon as high as the words beside it or as a symbol's scale asks for, decorative without an alt text.

    after: what follows in its own run.
    """
    height = size_pt * (scale or ICON_PER_SIZE)
    drop = size_pt * ((scale - CAPITALS) / 2 if scale else DROP_PER_SIZE)
    drawing = story.assets.drawing(name, story.place)
    width = height * drawing.width / drawing.height
    style = story.styles.icon(round(drop * 2))
    return _inline(story, _drawn(story, drawing, height, colour), width, height, alt, style, after)


def figure_picture(story: Story, node: Figure) -> str:
    """A figure's picture, no wider than the column."""
    width = min(node.width_mm * POINTS_PER_MM, story.setting.width_pt)
    alt = None if isinstance(node.alt, Decorative) else node.alt
    image = story.assets.figure(node, story.theme, width / POINTS_PER_MM)
    if isinstance(node.source, QRCode):
        # Every module as wide as every other, in whole pixels: a camera needs that.
        code = qr_code_to_png(node.source.address, round(width * PIXELS_PER_POINT), node.place)
        return _inline(story, _blip(_part(story, code, "png")), width, width, alt)
    if isinstance(image, Drawing):
        height = width * image.height / image.width
        accent = story.theme.palette.get("accent", story.theme.styles["body"].colour)
        return _inline(story, _drawn(story, image, height, accent), width, height, alt)
    shown = _blip(_part(story, image.data, image.kind))
    return _inline(story, shown, width, width * image.height_px / image.width_px, alt)


def _drawn(story: Story, drawing: Drawing, height_pt: float, colour: str) -> str:
    """What shows a drawing: a picture of it, and the drawing itself for programs that know SVG."""
    fonts = tuple(story.theme.fonts.items())
    picture = _part(story, _png(drawing, round(height_pt * PIXELS_PER_POINT), colour, fonts), "png")
    if drawing.labels:
        # Word would set them in another font than the one they were measured in.
        return _blip(picture)
    return _blip(picture, _part(story, drawing_to_svg(drawing, colour), "svg"))


@lru_cache(maxsize=500)
def _png(drawing: Drawing, height_px: int, colour: str, fonts: tuple[tuple[str, Path], ...]) -> bytes:
    """Painting is the slowest step of all, and documents share their icons."""
    return drawing_to_png(drawing, height_px, colour, dict(fonts))


def _part(story: Story, data: bytes, kind: str) -> str:
    """The relationship to a picture; equal pictures are kept once."""
    name = f"word/media/{hashlib.sha256(data).hexdigest()[:12]}.{kind}"
    story.media[name] = data
    return story.relationships.add(RELATIONSHIP_TYPE.IMAGE, name)


def _blip(picture: str, drawing: str = "") -> str:
    """What fills a frame, by its relationships."""
    vector = element("a:ext", element("asvg:svgBlip", **{"r:embed": drawing}), uri=SVG) if drawing else ""
    return element("a:blip", element("a:extLst", vector) if vector else "", **{"r:embed": picture})


def _inline(
    story: Story, blip: str, width_pt: float, height_pt: float, alt: str | None, style: str = "", after: str = ""
) -> str:
    number = story.number("picture")
    size = {"cx": emu(width_pt), "cy": emu(height_pt)}
    name = story.document.words["picture"].format(number=number)
    described = element("wp:docPr", _decorative() if alt is None else "", id=number, name=name, descr=alt or "")
    anchored = element(
        "wp:inline",
        element("wp:extent", **size),
        described,
        element("wp:cNvGraphicFramePr", element("a:graphicFrameLocks", noChangeAspect=1)),
        element("a:graphic", element("a:graphicData", _picture(blip, number, name, size), uri=PICTURE)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    named = element("w:rPr", element("w:rStyle", **{"w:val": style})) if style else ""
    return element("w:r", named, element("w:drawing", anchored), after)


def _picture(blip: str, number: int, name: str, size: dict[str, int]) -> str:
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=number, name=name), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            blip,
            element("a:stretch", element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
        ),
    )


def _decorative() -> str:
    return element("a:extLst", element("a:ext", element("adec:decorative", val=1), uri=DECORATIVE))
