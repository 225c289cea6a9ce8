"""Goes through all that pages draw with (drawings, pictures, patterns, gradients, masks) and makes it fit to print."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageChops
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from lessonkit.printing.colours import TINGE, paint_in
from lessonkit.printing.functions import Unknown, evaluate
from lessonkit.printing.repaint import Repaint

AXIAL, RADIAL = 2, 3
SAMPLES = 256
"""Of a gradient that is made grey."""
GREY = NameObject("/DeviceGray")
KEPT_OF_PICTURES = ("/Type", "/Subtype", "/Width", "/Height", "/Mask", "/SMask", "/Interpolate", "/Intent")


class Recolour:
    """The resources of one file on its way to the printer; they belong to the writer already."""

    def __init__(self, writer: PdfWriter, grey: bool) -> None:
        self.writer = writer
        self.grey = grey
        self.done: dict[int, bool] = {}
        """Whether each object needs coloured ink, by its number."""

    def stream(self, content: ContentStream, resources: DictionaryObject) -> tuple[bytes, bool]:
        """A content stream as it is printed, and whether it needs coloured ink."""
        repaint = Repaint(resources, self.grey)
        data = repaint.data(content)
        coloured = self.resources(resources)
        return data, repaint.coloured or bool(repaint.used & coloured)

    def resources(self, resources: DictionaryObject) -> set[str]:
        """Make all resources fit; the names of those that need coloured ink."""
        found = {
            name
            for name, holder, value in _entries(resources, "/XObject")
            if self.external(holder.raw_get(name), value)
        }
        found |= {name for name, _, value in _entries(resources, "/Pattern") if self.pattern(value)}
        found |= {name for name, _, value in _entries(resources, "/Shading") if self.shading(value)}
        for name, _, value in _entries(resources, "/ExtGState"):
            mask = value.get("/SMask", DictionaryObject()).get_object()
            if isinstance(mask, DictionaryObject) and "/G" in mask and self.form(mask.raw_get("/G")):
                found.add(name)
        for _, _, font in _entries(resources, "/Font"):
            self.glyphs(font)
        if self.grey:
            resources.pop("/ColorSpace", None)
        return found

    def external(self, reference: Any, value: Any) -> bool:
        """A drawing or a picture."""
        if value.get("/Subtype") == "/Form":
            return self.form(reference)
        if value.get("/Subtype") != "/Image" or value.get("/ImageMask"):
            return False
        number = _number(reference)
        if number not in self.done:
            self.done[number] = self.picture(number, value)
        return self.done[number]

    def form(self, reference: Any) -> bool:
        """A drawing, with all that it draws with."""
        value, number = reference.get_object(), _number(reference)
        if number in self.done:
            return self.done[number]
        self.done[number] = False  # a drawing that draws itself
        resources = value.get("/Resources", DictionaryObject()).get_object()
        data, coloured = self.stream(ContentStream(value, None), resources)
        _rewrite(value, data)
        value.pop("/StructParents", None)
        value.pop("/StructParent", None)
        group = value.get("/Group", DictionaryObject()).get_object()
        if self.grey and "/CS" in group:
            group[NameObject("/CS")] = GREY
        self.done[number] = coloured
        return coloured

    def glyphs(self, font: Any) -> None:
        """Letters that are drawings (Type 3)."""
        resources = font.get("/Resources", DictionaryObject()).get_object()
        drawn = font.get("/CharProcs", DictionaryObject()).get_object()
        if font.get("/Subtype") == "/Type3" and _number(font.indirect_reference) not in self.done:
            self.done[_number(font.indirect_reference)] = False
            for glyph in drawn.values():
                data, _ = self.stream(ContentStream(glyph.get_object(), None), resources)
                _rewrite(glyph.get_object(), data)

    # ---------------------------------------------------------------------------------------------- pictures

    def picture(self, number: int, value: Any) -> bool:
        """A picture; whether it needs coloured ink. Made grey, it takes the place of the coloured one."""
        if str(value.get("/ColorSpace")) in ("/DeviceGray", "/CalGray", "/G"):
            return False
        try:
            picture = value.decode_as_image()
        except Exception:  # noqa: BLE001 - pypdf and Pillow have no common class for what they cannot decode
            picture = None
        if self.grey and (picture is None or isinstance(value.get("/Mask"), ArrayObject)):
            raise Unknown("a picture in a form that cannot be followed")
        coloured = picture is None or _is_coloured(picture)
        if self.grey:
            self.writer._replace_object(number, _grey(picture, value))
        return coloured

    # ------------------------------------------------------------------------------------ patterns and gradients

    def pattern(self, value: Any) -> bool:
        """A pattern: tiles, or a gradient."""
        if value.get("/PatternType") == 2:
            return self.shading(value["/Shading"].get_object())
        return self.form(value.indirect_reference) if isinstance(value, StreamObject) else False

    def shading(self, value: Any) -> bool:
        """A gradient."""
        number = _number(value.indirect_reference) or -id(value)
        if number in self.done:
            return self.done[number]
        if value.get("/ShadingType") not in (AXIAL, RADIAL):
            if self.grey:
                raise Unknown("a gradient of many colours")
            return True
        low, high = (float(each) for each in value.get("/Domain", [0, 1]))
        ways = [low + (high - low) * at / (SAMPLES - 1) for at in range(SAMPLES)]
        try:
            paints = [paint_in(value["/ColorSpace"], evaluate(value["/Function"], [way])) for way in ways]
        except Unknown:
            if self.grey:
                raise
            return True
        if self.grey:
            value[NameObject("/ColorSpace")] = GREY
            value[NameObject("/Function")] = self.writer._add_object(_table([each.level for each in paints], low, high))
            value.pop("/Background", None)
        self.done[number] = any(paint.coloured for paint in paints)
        return self.done[number]


def _entries(resources: DictionaryObject, kind: str) -> Iterator[tuple[str, DictionaryObject, Any]]:
    """The resources of a kind: name, what holds them, and each."""
    holder = resources.get(kind, DictionaryObject()).get_object()
    if isinstance(holder, DictionaryObject):
        for name in list(holder):
            value = holder[name].get_object()
            if isinstance(value, DictionaryObject):
                yield str(name), holder, value


def _rewrite(stream: Any, data: bytes) -> None:
    """Put other data into a stream, however the old ones were packed."""
    stream.pop("/DecodeParms", None)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream._data, stream.decoded_self = zlib.compress(data), None


def _number(reference: Any) -> int:
    return reference.idnum if isinstance(reference, IndirectObject) else 0


def _is_coloured(picture: Image.Image) -> bool:
    if picture.mode in ("1", "L", "LA", "I", "I;16", "F"):
        return False
    red, green, blue = picture.convert("RGB").split()
    least = 255 * TINGE * 4  # a scan has noise in it, and is grey to the eye
    apart = (ImageChops.difference(one, other) for one, other in ((red, green), (green, blue), (red, blue)))
    return any(each.getextrema()[1] > least for each in apart)  # type: ignore[operator]


def _grey(picture: Image.Image, value: Any) -> StreamObject:
    """The picture in grey, without loss; what it lets through stays as it is."""
    made = DecodedStreamObject()
    for key in KEPT_OF_PICTURES:
        if key in value:
            made[NameObject(key)] = value.raw_get(key)
    made[NameObject("/ColorSpace")] = GREY
    made[NameObject("/BitsPerComponent")] = NumberObject(8)
    made.set_data(picture.convert("RGB").convert("L").tobytes())
    return made.flate_encode()


def _table(levels: list[float], low: float, high: float) -> DecodedStreamObject:
    """A function that reads a gradient from a table."""
    made = DecodedStreamObject()
    made[NameObject("/FunctionType")] = NumberObject(0)
    made[NameObject("/Domain")] = ArrayObject([FloatObject(low), FloatObject(high)])
    made[NameObject("/Range")] = ArrayObject([NumberObject(0), NumberObject(1)])
    made[NameObject("/Size")] = ArrayObject([NumberObject(len(levels))])
    made[NameObject("/BitsPerSample")] = NumberObject(8)
    made.set_data(bytes(round(255 * level) for level in levels))
    return made
