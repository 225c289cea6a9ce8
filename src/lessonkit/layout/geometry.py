"""Page geometry: a layout's `layout.yaml`, read into plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import accumulate
from pathlib import Path
from typing import Annotated

from pydantic import Field, PositiveInt

from lessonkit.appearance import Fit, Margins, Page, PanelFrame, Sheet
from lessonkit.dataclass import dataclass
from lessonkit.layout.cards import Grid
from lessonkit.layout.inherit import LAYOUT, load_layout, template_folder
from lessonkit.layout.settings import read_settings
from lessonkit.layout.styles import StyleValues
from lessonkit.problems import Problem, did_you_mean, raise_if_any
from lessonkit.reads import note
from lessonkit.source.editions import Named, layout_of
from lessonkit.source.load import load
from lessonkit.source.model import Model
from lessonkit.source.project import Project
from lessonkit.source.texts import Id, Words

LEAST_ROOM = 30
"""Millimetres that margins must leave for words."""

Size = Annotated[float, Field(ge=LEAST_ROOM, le=1500)]
"""The width or height of a sheet, in millimetres."""
FourMargins = Annotated[tuple[Annotated[float, Field(ge=0)], ...], Field(min_length=4, max_length=4)]
"""Top, right, bottom, left, in millimetres."""
Numbers = tuple[int, ...]
Range = Annotated[tuple[float, ...], Field(min_length=2, max_length=2)]
ALMOST = 0.5
"""Millimetres that nobody sees on paper."""
LEAST_TYPE, LEAST_SPACING = 9, 0.5
"""What nobody may go below."""


class Frame(Model):
    """A rectangle of paper and its margins."""

    width: Size
    height: Size
    margins: FourMargins

    def problems(self) -> Iterator[Problem]:
        """The margins leave room for words."""
        top, right, bottom, left = self.margins
        room = min(self.width - left - right, self.height - top - bottom)
        if room < LEAST_ROOM:
            what = f"These margins leave {room:g} mm for words, but {LEAST_ROOM} mm are the least."
            yield Problem(self.place_of("margins"), what, "Make them smaller.")


class Sides(Frame):
    """The pages of a document."""

    most_pages: Annotated[int, Field(ge=0)] = 0
    """How many there may be; 0 for as many as it takes."""


class FitValues(Model):
    """What may be done to a panel before it is too full."""

    size: Range
    """The size of the body in points, from the least to the most."""
    spacing: Range = (1.0, 1.0)
    """The spaces between paragraphs, as a share of the usual ones."""
    under_12: bool = False
    """Type may be smaller than 12 points for parents and children, too."""

    def problems(self) -> Iterator[Problem]:
        """Ranges begin with the smaller number."""
        for key, (least, most) in (("size", self.size), ("spacing", self.spacing)):
            if least > most:
                yield Problem(
                    self.place_of(key), f"`{key}` begins with the larger number.", f"Write [{most:g}, {least:g}]."
                )
        if self.size[0] < LEAST_TYPE or not LEAST_SPACING <= self.spacing[0] <= self.spacing[1] <= 1:
            todo = f"Sizes begin at {LEAST_TYPE} points, spaces lie between {LEAST_SPACING:g} and 1."
            yield Problem(self.place, "This is too small to be read well.", todo)


class Panel(Frame):
    """One panel of a leaflet."""

    number: int
    role: Words | None = None
    background: Words | None = None
    fit: FitValues | None = None
    """In place of that of the layout."""


class CardGrid(Frame):
    """Cards to be cut apart: the size of one, and how many lie on a page."""

    columns: PositiveInt
    rows: PositiveInt
    fill: bool = False
    """They come again until the sheet is full."""


class WordSides(Model):
    """How panels lie on the pages of the Word edition."""

    sides: tuple[Numbers, ...] = ()


class LayoutFile(Model):
    """`layout.yaml`."""

    format: int
    name: Words | None = None
    based_on: Id | None = None
    """The layout whose values, and template, it has where it has none itself."""
    page: Sides | None = None
    enlarges: Id | None = None
    """The layout that this one shows on other paper."""
    factor: Annotated[float, Field(gt=0, le=10)] = 1
    """What its lengths are multiplied by."""
    panels: tuple[Panel, ...] = ()
    fit: FitValues | None = None
    """How far panels that are too full may be set smaller."""
    cards: CardGrid | None = None
    sheets: tuple[Numbers, ...] = ()
    word: WordSides = WordSides()
    reflow: Id | None = None
    """The layout that adaptations take instead when panels would be too small."""
    refuses: dict[str, Words] = Field(default_factory=dict)
    """Adaptations that make no sense in this layout, with the reason."""
    styles: dict[str, StyleValues] = Field(default_factory=dict)

    def problems(self) -> Iterator[Problem]:
        """Panels are numbered from 1, and each lies once on the sheets and once on the sides of Word."""
        if (self.page is None) == (self.enlarges is None):
            yield Problem(self.place, "This layout needs either `page` or `enlarges`.", "Give it one of the two.")
        expected = list(range(1, len(self.panels) + 1))
        for index, panel in enumerate(self.panels):
            if panel.number != index + 1:
                place = self.place_of("panels", index, "number")
                yield Problem(place, f"Panel {index + 1} has the number {panel.number}.", "Number them 1, 2, 3 …")
        for what, sides, path in (("sheets", self.sheets, ("sheets",)), ("sides", self.word.sides, ("word", "sides"))):
            if sides and sorted(number for side in sides for number in side) != expected:
                yield self._not_once(what, path)
            elif what == "sheets" and sides and self.page is not None:
                yield from self._misfolded(self.page)

    def _not_once(self, what: str, path: tuple[str, ...]) -> Problem:
        """Panels of this layout may stand on sides that it has from the one it is based on."""
        count = len(self.panels)
        sentence = f"The {what} do not hold each of the {count} panels once."
        if count and self.place_of(*path).file != self.place_of("panels").file:
            todo = f"They are those of `{self.based_on}`: write `{': '.join(path)}` here, too."
            return Problem(self.place_of("panels"), sentence, todo)
        return Problem(self.place_of(*path), sentence, "Write the number of each panel once.")

    def _misfolded(self, page: Sides) -> Iterator[Problem]:
        """Panels fit on their sheet, and lie back to back when it is turned over its short edge."""
        widths = [[self.panels[number - 1].width for number in sheet] for sheet in self.sheets]
        for side, held in enumerate(widths, 1):
            if sum(held) > page.width + ALMOST:
                what = (
                    f"The panels of side {side} are {sum(held):g} mm wide together, but the page has {page.width:g} mm."
                )
                yield Problem(self.place_of("sheets"), what, "Make them narrower, or move one to the other side.")
        for index, panel in enumerate(self.panels):
            if panel.height > page.height + ALMOST:
                what = f"Panel {index + 1} is {panel.height:g} mm high, but the page has {page.height:g} mm."
                yield Problem(self.place_of("panels", index, "height"), what, "Correct the number.")
        for outside, inside in zip(widths[::2], widths[1::2], strict=False):
            folds = [list(accumulate(outside))[:-1], [page.width - at for at in accumulate(inside)][-2::-1]]
            if not _alike(*folds):
                front, back = (" and ".join(f"{fold:g}" for fold in each) or "nowhere" for each in folds)
                what = f"Seen from outside it folds at {front} mm, but its inside at {back} mm."
                todo = (
                    "Give panels that lie back to back the same width: the first outside lies behind the last inside."
                )
                yield Problem(self.place_of("sheets"), what, todo)


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= ALMOST for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its template and its geometry."""

    folder: Path
    """The folder of its template."""
    page: Page
    styles: dict[str, StyleValues]
    """What this layout changes in the styles of the theme."""
    grid: Grid | None = None
    """The cards on a sheet of such a document."""
    factor: float = 1.0
    """What every length is multiplied by, for the same design on larger paper."""
    reflow: str = ""
    """The layout that adaptations take instead when panels would be too small."""
    refuses: Mapping[str, str] = field(default_factory=dict)
    """Adaptations that make no sense here, with the reason."""


def copies_on_sheet(definition: Path, project: Project) -> int:
    """How often a sheet of a definition's print edition holds all its cards; 1 for anything but such cards."""
    grid = layout_for(definition, project).grid
    cards = load(definition, project.relative(definition), []).get("cards", ())
    return max(1, grid.count // max(1, len(cards))) if grid is not None and grid.fill else 1


def layout_for(definition: Path, project: Project) -> Layout:
    """The layout that a definition is poured into."""
    source = load(definition, project.relative(definition), [])
    return read_layout(project.layouts / layout_of(Named("", definition, ""), source))


def read_layout(folder: Path) -> Layout:
    """The layout in this folder; raises LessonkitError when `layout.yaml` is missing or something in it is wrong."""
    file = read_settings(folder / LAYOUT, LayoutFile, load_layout)
    raise_if_any(_missing(file, folder.parent))
    if file.enlarges:
        return replace(read_layout(folder.parent / str(file.enlarges)), factor=file.factor)
    assert file.page is not None
    page = Page(
        width=file.page.width,
        height=file.page.height,
        margins=Margins(*file.page.margins),
        panels=tuple(_panel(panel, panel.fit or file.fit) for panel in file.panels),
        sheets=tuple(Sheet(side) for side in file.sheets),
        word_sides=file.word.sides,
        most_pages=file.page.most_pages,
    )
    refuses = {name: str(reason) for name, reason in file.refuses.items()}
    return Layout(
        template_folder(folder), page, file.styles, _grid(file.cards), reflow=str(file.reflow or ""), refuses=refuses
    )


def _missing(file: LayoutFile, layouts: Path) -> Iterator[Problem]:
    """Layouts that this one names and that are not there."""
    for key, name in (("reflow", file.reflow), ("enlarges", file.enlarges)):
        if name:
            note(layouts / str(name) / LAYOUT)
            if not (layouts / str(name) / LAYOUT).is_file():
                known = sorted(path.parent.name for path in layouts.glob(f"*/{LAYOUT}"))
                todo = did_you_mean(str(name), known, f"There is: {', '.join(known)}.")
                yield Problem(file.place_of(key), f"There is no layout `{name}`.", todo)


def _grid(cards: CardGrid | None) -> Grid | None:
    if cards is None:
        return None
    return Grid(cards.width, cards.height, Margins(*cards.margins), cards.columns, cards.rows, cards.fill)


def _panel(panel: Panel, fit: FitValues | None) -> PanelFrame:
    return PanelFrame(
        number=panel.number,
        width=panel.width,
        height=panel.height,
        margins=Margins(*panel.margins),
        role=str(panel.role or ""),
        background=str(panel.background or ""),
        fit=_fit(fit) if fit else None,
    )


def _fit(fit: FitValues) -> Fit:
    (least, most), (tight, wide) = fit.size, fit.spacing
    return Fit((least, most), (tight, wide), fit.under_12)
