"""Pictures as objects of their own: raster images, and drawings that a document shows more than once."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from lessonkit.drawing import Drawing, Image
from lessonkit.render.pdf.finish import stream
from lessonkit.render.pdf.paths import Area, drawing_operators, number, placed
from lessonkit.render.pdf.pieces import LaidPage, Picture

if TYPE_CHECKING:
    from PIL import Image as Pillow


class Artwork:
    """The pictures of one document: each raster image once, and each drawing that stands in it more than once."""

    def __init__(self, pages: Iterable[LaidPage], add: Callable[[bytes], str]) -> None:
        """add: makes an object of these bytes and returns a reference to it."""
        groups = (group for page in pages for group in (*page.placed, *page.running))
        pictures = (piece for group in groups for piece in group.pieces if isinstance(piece, Picture))
        uses = Counter((piece.source, piece.colour) for piece in pictures if isinstance(piece.source, Drawing))
        self.repeated = {key for key, count in uses.items() if count > 1}
        self.add = add
        self.names: dict[object, str] = {}
        self.objects: dict[str, str] = {}
        """For each name a reference."""

    def operators(self, picture: Picture, area: Area) -> str:
        """Draws a picture in an area."""
        source, colour = picture.source, picture.colour
        if isinstance(source, Image):
            width, height = number(area.right - area.left), number(area.top - area.bottom)
            name = self.name(source, lambda: image_object(source, self.add))
            return f"q {width} 0 0 {height} {number(area.left)} {number(area.bottom)} cm /{name} Do Q"
        inside = drawing_operators(source, colour)
        if (source, colour) in self.repeated:
            inside = f"/{self.name((source, colour), lambda: self.add(form(source, colour)))} Do"
        return f"q {placed(source, area)} {inside} Q"

    def name(self, key: object, make: Callable[[], str]) -> str:
        """The name of an object, which is made at first use."""
        if key not in self.names:
            self.names[key] = f"X{len(self.names)}"
            self.objects[self.names[key]] = make()
        return self.names[key]


@lru_cache(maxsize=1000)
def form(drawing: Drawing, colour: str) -> bytes:
    """A drawing as a form XObject (ISO 32000-1, 8.10); its strokes may reach beyond its edges."""
    box = f"{number(-drawing.width)} {number(-drawing.height)} {number(2 * drawing.width)} {number(2 * drawing.height)}"
    return stream(drawing_operators(drawing, colour).encode(), f"/Type/XObject/Subtype/Form/BBox[{box}]")


def image_object(image: Image, add: Callable[[bytes], str]) -> str:
    """A reference to the image as an object, its transparency as another one."""
    main, mask = image_streams(image)
    entries = f"/SMask {add(_image_stream(*mask))}" if mask else ""
    return add(_image_stream(main[0] + entries, main[1]))


def _image_stream(entries: str, data: bytes) -> bytes:
    return stream(data, f"/Type/XObject/Subtype/Image{entries}", compress=False)


Samples = tuple[str, bytes]
"""The entries of an image and its data, compressed."""

KEPT_MODES = ("1", "L", "P", "RGB")
GREY_MODES = ("1", "L", "LA", "I", "I;16")


@lru_cache(maxsize=64)
def image_streams(image: Image) -> tuple[Samples, Samples | None]:
    """A picture, and its transparency if it has any."""
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(image.data)) as picture:
        if image.kind == "jpeg" and picture.mode in ("L", "RGB"):
            space = "/DeviceGray" if picture.mode == "L" else "/DeviceRGB"
            entries = f"/Width {picture.width}/Height {picture.height}/ColorSpace{space}/BitsPerComponent 8"
            return (f"{entries}/Filter/DCTDecode", image.data), None
        if image.kind == "png" and (samples := _as_it_is(image.data)):
            return samples, None
        colours = "L" if picture.mode in GREY_MODES else "RGB"
        if not picture.has_transparency_data:
            return _samples(picture if picture.mode in KEPT_MODES else picture.convert(colours)), None
        whole = picture.convert("RGBA")
    return _samples(whole.convert(colours)), _samples(whole.getchannel("A"))


def _samples(picture: Pillow.Image) -> Samples:
    """A picture compressed as in a PNG file."""
    file = BytesIO()
    picture.save(file, "png")
    return _of_png(dict(_chunks(file.getvalue())))


def _as_it_is(png: bytes) -> Samples | None:
    """The samples of a PNG file as they are compressed there; None for one that PDF cannot show so."""
    chunks = dict(_chunks(png))
    *_, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    plain = kind in (GREY, RGB, INDEXED) and depth <= MOST_DEPTH and not interlaced and b"tRNS" not in chunks
    return _of_png(chunks) if plain else None


def _of_png(chunks: Mapping[bytes, bytes]) -> Samples:
    """The samples in the chunks of a PNG file, which predicts each row from the one above, as PDF can too."""
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    entries = f"/Width {width}/Height {height}/BitsPerComponent {depth}/ColorSpace{_space(kind, chunks)}"
    prediction = f"/Predictor 15/Colors {3 if kind == RGB else 1}/BitsPerComponent {depth}/Columns {width}"
    return f"{entries}/Filter/FlateDecode/DecodeParms<<{prediction}>>", chunks[b"IDAT"]


GREY, RGB, INDEXED = 0, 2, 3
"""Colour types of PNG (ISO 15948, 11.2.2)."""

MOST_DEPTH = 8
"""Bits of a sample: pictures have no finer shades in any format."""


def _space(kind: int, chunks: Mapping[bytes, bytes]) -> str:
    palette = chunks.get(b"PLTE", b"")
    indexed = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    return {RGB: "/DeviceRGB", INDEXED: indexed}.get(kind, "/DeviceGray")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG file by name; data that is spread over several is put together."""
    at, data = len(b"\x89PNG\r\n\x1a\n"), b""
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        data += content if name == b"IDAT" else b""
        yield name, data if name == b"IDAT" else content
        at += size + 12
