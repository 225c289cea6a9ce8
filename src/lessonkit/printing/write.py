"""Writes the file for the printer: each page of the source becomes a drawing, which is placed on sides of paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from lessonkit.check.anypdf.cos import FAULTS, array
from lessonkit.dataclass import dataclass
from lessonkit.printing.functions import Unknown
from lessonkit.printing.marks import EVERY_INK, Marks, drawn_marks, sheet_area
from lessonkit.printing.recolour import Recolour
from lessonkit.printing.sides import Area, Plan, Side, Spot
from lessonkit.printing.source import Source, SourcePage, appearances, refusal

PRINT_ONLY = "for printing only"
SUBJECT = (
    "Pages are laid out for a printer and cannot be read aloud: this file has no tags. "
    "To read, or to send to anybody, use {name}."
)
DUPLEX = {"": "/Simplex", "long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge"}
NEIGHBOUR = 0.5
"""Points: pages that are no farther apart touch each other, and have no bleed between them."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A file for the printer."""

    data: bytes
    coloured: frozenset[int]
    """Pages of the source that need coloured ink, counted from 0."""


def write_sheets(source: Source, plan: Plan, marks: Marks, grey: bool = False, runs: int = 1) -> Sheets:
    """The file for the printer. Raises LessonkitError for what cannot be made grey, or is damaged.

    runs: how often print dialogues offer to print it.
    """
    writing = _Writing(source, grey)
    for side in plan.sides:
        writing.side(side, marks)
    writing.describe(plan, runs)
    made = BytesIO()
    writing.writer.write(made)
    return Sheets(made.getvalue(), frozenset(writing.coloured))


class _Writing:
    """A file that is being written."""

    def __init__(self, source: Source, grey: bool) -> None:
        self.source = source
        self.writer = PdfWriter()
        self.recolour = Recolour(self.writer, grey)
        self.drawings: dict[int, IndirectObject] = {}
        self.coloured: set[int] = set()

    def side(self, side: Side, marks: Marks) -> None:
        """One side of a sheet."""
        sheet = sheet_area(side, marks)
        page = self.writer.add_blank_page(sheet.width, sheet.height)
        page[NameObject("/MediaBox")] = _box(sheet)
        page[NameObject("/TrimBox")] = _box(side.kept)
        page[NameObject("/BleedBox")] = _box(side.kept.grown(marks.bleed))
        drawings = DictionaryObject()
        parts: list[str] = []
        for spot in side.spots:
            name = f"/P{spot.page}"
            drawings[NameObject(name)] = self.drawing(spot.page)
            parts += _placed(name, spot, side, marks.bleed, self.source.pages[spot.page])
        content = DecodedStreamObject()
        content.set_data(("\n".join(parts) + "\n" + drawn_marks(side, marks, self.recolour.grey)).encode())
        page[NameObject("/Contents")] = self.writer._add_object(content.flate_encode())
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawings})
        if marks.registration and not self.recolour.grey:
            page["/Resources"][NameObject("/ColorSpace")] = DictionaryObject({NameObject(EVERY_INK): _every_ink()})  # type: ignore[index]

    def drawing(self, number: int) -> IndirectObject:
        """A page of the source as a drawing, made once."""
        if number not in self.drawings:
            try:
                self.drawings[number] = self._drawing(number)
            except Unknown as error:
                what = f"Page {number + 1} holds {error}, which cannot be made grey here."
                todo = "Print it in colour, or let the printer make it grey."
                raise refusal(self.source.name, what, todo) from None
            except FAULTS:
                what, todo = f"Page {number + 1} is damaged.", "Open it, save it again, and print that file."
                raise refusal(self.source.name, what, todo) from None
        return self.drawings[number]

    def _drawing(self, number: int) -> IndirectObject:
        page = self.source.pages[number]
        # A copy: pages may share their resources, and each may get drawings of its own.
        shared = page.object.get("/Resources", DictionaryObject()).get_object().clone(self.writer)
        resources = DictionaryObject({key: shared.raw_get(key) for key in shared})
        found = page.object.get_contents()
        content = ContentStream(None, None) if found is None else found  # one that has no keys is false
        extra = self._annotations(page, resources)
        data, coloured = self.recolour.stream(content, resources)
        if coloured:
            self.coloured.add(number)
        made = DecodedStreamObject()
        made.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): _box(page.reach),
                NameObject("/Matrix"): _numbers(page.matrix),
                NameObject("/Resources"): resources,
            }
        )
        made.set_data(b"q\n" + data + b"\nQ\n" + extra)
        return self.writer._add_object(made.flate_encode())

    def _annotations(self, page: SourcePage, resources: DictionaryObject) -> bytes:
        """Fields that have been filled in and other notes that are printed, drawn where they stand."""
        found = list(appearances(page.object))
        if not found:
            return b""
        held = resources.get("/XObject", DictionaryObject()).get_object()
        drawings = DictionaryObject({key: held.raw_get(key) for key in held})
        parts = []
        for at, (annotation, looks) in enumerate(found):
            name = f"/Looks{at}"
            drawings[NameObject(name)] = looks.clone(self.writer)
            parts.append(f"q {_numbers_in_words(_over(annotation, looks.get_object()))} cm {name} Do Q\n")
        resources[NameObject("/XObject")] = drawings
        return "".join(parts).encode()

    def describe(self, plan: Plan, runs: int) -> None:
        """What the file says of itself, and what print dialogues begin with."""
        source = self.source
        said = {"/Title": f"{source.title} – {PRINT_ONLY}", "/Subject": SUBJECT.format(name=source.name)}
        self.writer.add_metadata({**said, "/Producer": "lessonkit"})
        root = self.writer.root_object
        settings: dict[str, Any] = {"/DisplayDocTitle": BooleanObject(True), "/PrintScaling": NameObject("/None")}
        settings["/Duplex"] = NameObject(DUPLEX[plan.edge])
        if runs > 1:
            settings["/NumCopies"] = NumberObject(runs)
        root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject(k): v for k, v in settings.items()})
        if source.language:
            root[NameObject("/Lang")] = TextStringObject(source.language)
        layers = source.reader.root_object.get("/OCProperties")
        if layers is not None:
            root[NameObject("/OCProperties")] = layers.get_object().clone(self.writer)


# ------------------------------------------------------------------------------------------------------- placing


def _placed(name: str, spot: Spot, side: Side, bleed: float, page: SourcePage) -> Iterator[str]:
    """A page in its place; beyond edges that are cut, its colours go on as in a mirror."""
    left, bottom, right, top = free = _free(spot, side) if bleed else (False,) * 4
    cell = spot.cell
    x, y = cell.x - bleed * left, cell.y - bleed * bottom
    clip = (x, y, cell.right + bleed * right - x, cell.top + bleed * top - y)
    yield f"q {_numbers_in_words(clip)} re W n"
    width, height = page.size
    mirrors = _mirrors(free, width, height) if page.reach == page.area else ()
    for matrix in (*mirrors, (1, 0, 0, 1, 0, 0)):
        yield f"q {_numbers_in_words(_matrix(spot))} cm {_numbers_in_words(matrix)} cm {name} Do Q"
    yield "Q"


def _matrix(spot: Spot) -> tuple[float, ...]:
    """From a page that stands upright to its place on the side."""
    scale, area = spot.scale, spot.area
    if spot.turn == 180:
        return (-scale, 0, 0, -scale, area.right, area.top)
    return (scale, 0, 0, scale, area.x, area.y)


def _mirrors(free: tuple[bool, ...], width: float, height: float) -> Iterator[tuple[float, ...]]:
    """The page turned over each of its free edges and corners."""
    left, bottom, right, top = free
    across = [(1.0, 0.0), *([(-1.0, 0.0)] if left else []), *([(-1.0, 2 * width)] if right else [])]
    up = [(1.0, 0.0), *([(-1.0, 0.0)] if bottom else []), *([(-1.0, 2 * height)] if top else [])]
    for a, x in across:
        for d, y in up:
            if (a, d) != (1, 1):
                yield (a, 0, 0, d, x, y)


def _free(spot: Spot, side: Side) -> tuple[bool, ...]:
    """Left, bottom, right, top: whether no other page touches it there, and no fold lies there."""
    cell = spot.cell
    others = [other.cell for other in side.spots if other is not spot]
    beside = [other for other in others if other.y < cell.top - NEIGHBOUR and other.top > cell.y + NEIGHBOUR]
    above = [other for other in others if other.x < cell.right - NEIGHBOUR and other.right > cell.x + NEIGHBOUR]
    folded = [abs(fold - edge) < NEIGHBOUR for edge in (cell.x, cell.right) for fold in side.folds or (-1e6,)]
    half = len(folded) // 2
    return (
        not any(abs(other.right - cell.x) < NEIGHBOUR for other in beside) and not any(folded[:half]),
        not any(abs(other.top - cell.y) < NEIGHBOUR for other in above),
        not any(abs(other.x - cell.right) < NEIGHBOUR for other in beside) and not any(folded[half:]),
        not any(abs(other.y - cell.top) < NEIGHBOUR for other in above),
    )


def _over(annotation: DictionaryObject, looks: Any) -> tuple[float, ...]:
    """What brings the looks of an annotation to its place (ISO 32000-1, 12.5.5)."""
    a, b, c, d, e, f = (float(each) for each in looks.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    left, bottom, right, top = (float(each) for each in looks["/BBox"])
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    x0, y0, x1, y1 = (float(each) for each in array(annotation["/Rect"]))
    x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    across = (x1 - x0) / (max(xs) - min(xs)) if max(xs) > min(xs) else 1.0
    up = (y1 - y0) / (max(ys) - min(ys)) if max(ys) > min(ys) else 1.0
    return (across, 0, 0, up, x0 - across * min(xs), y0 - up * min(ys))


def _every_ink() -> ArrayObject:
    """A colour that is all inks of a press, and black for printers that mix their own."""
    way = {"/FunctionType": NumberObject(2), "/Domain": _numbers((0, 1)), "/N": NumberObject(1)}
    way |= {"/C0": _numbers((1,)), "/C1": _numbers((0,))}
    names = [NameObject(each) for each in ("/Separation", EVERY_INK, "/DeviceGray")]
    return ArrayObject([*names, DictionaryObject({NameObject(key): value for key, value in way.items()})])


def _box(area: Area) -> RectangleObject:
    return RectangleObject(tuple(round(each, 3) for each in (area.x, area.y, area.right, area.top)))


def _numbers(values: tuple[float, ...]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 4)) for value in values])


def _numbers_in_words(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in values)
