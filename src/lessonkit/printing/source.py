"""A finished PDF that somebody wants to print: opened, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.facts import Page, PdfFacts, Run
from lessonkit.check.anypdf.read import read_facts
from lessonkit.dataclass import dataclass
from lessonkit.printing.sides import Area
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.protection import open_pdf

MAY_PRINT = 1 << 2
"""A bit of the permissions (ISO 32000-1, Table 22)."""
HIDDEN, PRINTED = 1 << 1, 1 << 2
"""Bits of what an annotation says of itself (ISO 32000-1, Table 165)."""
NOT_DRAWN = ("/Link", "/Popup")
INVISIBLE = 3
"""The text rendering mode of words that are only there to be found, such as those below a scan."""
NAMELESS = "a font without a name"
BUILT_IN = "Export it again with fonts embedded: in Word, choose PDF/A in the options of the PDF export."


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page as it is shown."""

    object: PageObject
    area: Area
    """What is kept of it, in its own coordinates."""
    reach: Area
    """The same with the bleed it brings along."""
    turn: int
    """Degrees that it is turned by when shown, clockwise."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is shown."""
        width, height = self.area.width, self.area.height
        return (height, width) if self.turn % 180 else (width, height)

    @property
    def matrix(self) -> tuple[float, ...]:
        """From its own coordinates to those of a page that stands upright in the lower left corner."""
        left, bottom, right, top = self.area.x, self.area.y, self.area.right, self.area.top
        return {
            90: (0, -1, 1, 0, -bottom, right),
            180: (-1, 0, 0, -1, right, top),
            270: (0, 1, -1, 0, top, -left),
        }.get(self.turn, (1, 0, 0, 1, -left, -bottom))


class Source:
    """A PDF to print."""

    def __init__(self, name: str, data: bytes) -> None:
        """Raises LessonkitError, in one sentence, for what cannot be opened or must not be printed."""
        self.name = name
        self.facts = _facts(name, data)
        opened = open_pdf(data)
        self.reader = opened.reader
        if not opened.permissions & MAY_PRINT:
            raise refusal(name, "Its author does not allow printing.", "Ask for a copy that may be printed.")
        self.title = self.facts.title or name
        self.language = self.facts.language
        self.pages = [_page(page) for page in self.reader.pages][: self._filled()]
        if not self.pages:
            raise refusal(name, "There is nothing on its pages.", "Name a file with something to print.")
        self._refuse_missing_fonts()

    @cached_property
    def empty_at_end(self) -> int:
        """How many empty pages at its end are left out."""
        return len(self.facts.pages) - len(self.pages)

    def _filled(self) -> int:
        """How many pages there are up to the last one with something on it."""
        filled = (at for at, page in enumerate(self.facts.pages, 1) if _has_something(page) or self._appearances(at))
        return max(filled, default=0)

    def _appearances(self, number: int) -> bool:
        return any(True for _ in appearances(self.reader.pages[number - 1]))

    def _used_fonts(self) -> set[str]:
        """The names of fonts that something is written in: many programs list others, too."""
        return {run.face.name for page in self.facts.pages for run in page.runs if _is_seen(run)}

    def _refuse_missing_fonts(self) -> None:
        held = {name for page in self.pages for name in _missing(page.object, set())}
        missing = sorted(name or NAMELESS for name in held & self._used_fonts())
        if missing:
            what = f"It does not bring these fonts along, so the printer would choose others: {', '.join(missing)}."
            raise refusal(self.name, what, BUILT_IN)


def refusal(name: str, what: str, todo: str) -> LessonkitError:
    """Why a file is not printed."""
    return LessonkitError(Problem(Place(name), what, todo))


def _facts(name: str, data: bytes) -> PdfFacts:
    if b"%PDF-" not in data[:1024]:
        raise refusal(name, "This is not a PDF.", "Export it as PDF, or name a document that `lessonkit list` shows.")
    try:
        facts = read_facts(data)
    except LessonkitError as error:
        said = error.problems[0]
        raise refusal(name, said.what, said.todo.replace("check that", "print that")) from None
    if facts.faults:
        raise refusal(name, f"It is damaged: {facts.faults[0]}", "Open it, save it again, and print that file.")
    return facts


def _page(page: PageObject) -> SourcePage:
    """A page: what is trimmed from it is left out, and bleed that it has stays."""
    area = _area(page.trimbox)
    bleeds = "/BleedBox" in page and "/TrimBox" in page
    return SourcePage(page, area, area.joins(_area(page.bleedbox)) if bleeds else area, int(page.rotation or 0) % 360)


def _area(box: Any) -> Area:
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return Area(left, bottom, right - left, top - bottom)


def _has_something(page: Page) -> bool:
    return any(map(_is_seen, page.runs)) or bool(page.fills or page.pictures or page.strokes)


def _is_seen(run: Run) -> bool:
    return bool(run.text.strip()) and run.mode != INVISIBLE


def appearances(page: PageObject) -> Iterator[tuple[DictionaryObject, Any]]:
    """Annotations that are printed, such as fields that have been filled in, each with a reference to its looks."""
    for reference in page.get("/Annots", None) or ():
        annotation = reference.get_object()
        flags = int(annotation.get("/F", 0))
        if annotation.get("/Subtype") in NOT_DRAWN or not flags & PRINTED or flags & HIDDEN:
            continue
        looks = annotation.get("/AP", DictionaryObject()).get_object()
        named = looks.raw_get("/N") if "/N" in looks else None
        state = named.get_object() if named is not None else None
        if isinstance(state, DictionaryObject) and "/BBox" not in state:
            chosen = annotation.get("/AS")
            named = state.raw_get(chosen) if chosen in state else None
        if named is not None and "/Rect" in annotation:
            yield annotation, named


def _missing(holder: Any, seen: set[int]) -> Iterator[str]:
    """The names of fonts that a page lists and the file does not bring along, those of its drawings too."""
    resources = holder.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    for reference in fonts.values():
        font = reference.get_object()
        if font.get("/Subtype") != "/Type3" and not _is_there(font):
            yield str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2]
    for reference in resources.get("/XObject", DictionaryObject()).get_object().values():
        drawing = reference.get_object()
        if drawing.get("/Subtype") == "/Form" and id(drawing) not in seen:
            seen.add(id(drawing))
            yield from _missing(drawing, seen)


def _is_there(font: Any) -> bool:
    inner = font.get("/DescendantFonts")
    described = inner.get_object()[0].get_object() if inner else font
    descriptor = described.get("/FontDescriptor", DictionaryObject()).get_object()
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
