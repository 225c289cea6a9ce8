"""Panels: a leaflet's blocks, each panel's in a frame of its own; and the sheets that gather them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lessonkit.appearance import PanelFrame, Sheet, Spot, Theme
from lessonkit.document import Document, PageBreak, Panel
from lessonkit.drawing import Assets
from lessonkit.problems import Place, Problem, raise_if_any
from lessonkit.reading import walk
from lessonkit.render.pdf.fitting import Step, said, steps, tighter
from lessonkit.render.pdf.flow import Flow
from lessonkit.render.pdf.galley import Strip
from lessonkit.render.pdf.measures import TOLERANCE
from lessonkit.render.pdf.notes import foot_height
from lessonkit.render.pdf.pieces import DECORATION, MM, Anchor, LaidPage, Placed, Rectangle, Run
from lessonkit.render.pdf.running import Running
from lessonkit.render.pdf.setting import Bleed, Setting, place
from lessonkit.render.pdf.tags import Element, Tree

CUT = 0.4
"""The thickness of a line to cut along."""


def impose(
    document: Document, theme: Theme, panels: Sequence[LaidPage], sheets: Sequence[Sheet]
) -> tuple[LaidPage, ...]:
    """The sides of an edition: panels side by side, from the left edge, or at their spots."""
    by_number = {frame.number: page for frame, page in zip(document.page.panels, panels, strict=True)}
    width, height = document.page.width * MM, document.page.height * MM
    line, words = theme.palette["rule"], document.words
    return tuple(
        _side(
            sheet.spots or _beside(sheet.panels, by_number),
            by_number,
            (width, height),
            words["side"].format(number=side),
            line,
        )
        for side, sheet in enumerate(sheets, 1)
    )


def _beside(panels: Sequence[int], pages: Mapping[int, LaidPage]) -> Iterator[Spot]:
    """The spots of panels side by side."""
    x = 0.0
    for number in panels:
        yield Spot(number, x / MM, 0.0)
        x += pages[number].width


def _side(
    spots: Iterable[Spot], pages: Mapping[int, LaidPage], size: tuple[float, float], label: str, line: str
) -> LaidPage:
    placed: list[Placed] = []
    running: list[Placed] = []
    anchors: list[Anchor] = []
    for spot in spots:
        panel, x, y = pages[spot.panel], spot.x * MM, spot.y * MM
        if spot.cut:
            edge = Rectangle(0.0, 0.0, panel.width, panel.height, stroke=line, stroke_width=CUT)
            placed.append(Placed(x, y, (edge,)))
        groups = (Placed(group.x + x, group.y + y, group.pieces) for group in panel.placed)
        placed.extend(map(_unread, groups) if spot.repeated else groups)
        running.extend(Placed(group.x + x, group.y + y, group.pieces) for group in panel.running)
        if not spot.repeated:
            anchors.extend(Anchor(anchor.id, anchor.x + x, anchor.y + y) for anchor in panel.anchors)
    return LaidPage(*size, tuple(placed), tuple(running), tuple(anchors), label)


def _unread(group: Placed) -> Placed:
    """The same pieces as decoration: their words are read elsewhere."""
    return group._replace(pieces=tuple(piece._replace(leaf=DECORATION) for piece in group.pieces))


class Panels(Flow):
    """A leaflet: each panel's blocks in a frame of its own, which they must fit."""

    def __init__(self, document: Document, tree: Tree, theme: Theme, assets: Assets) -> None:
        super().__init__(document, tree, theme, assets, document.page.height * MM)

    def pages(self) -> list[LaidPage]:
        panels = {element.node.number: element for element in self.tree.root.elements() if _is_panel(element)}
        frames = self.document.page.panels
        self._check(panels, frames)
        running = Running(self.typesetter, self.document, len(frames))
        return [self._panel(panels[frame.number], frame, running) for frame in frames]

    def _check(self, panels: dict[int, Element], frames: Sequence[PanelFrame]) -> None:
        numbers = {frame.number for frame in frames}
        problems = [
            Problem(element.place, "This stands outside the panels of the leaflet.", "Move it into a panel.")
            for element in self.tree.root.elements()
            if not _is_panel(element) or element.node.number not in numbers
        ]
        problems += [
            Problem(self.document.place, f"The leaflet has no panel {number}.", "Write one for every frame.")
            for number in sorted(numbers - set(panels))
        ]
        raise_if_any(problems)

    def _panel(self, element: Element, frame: PanelFrame, running: Running) -> LaidPage:
        margins, fitted = frame.margins, ""
        setting, notes, height = self._set(element, frame)
        for step in steps(frame.fit, self.typesetter.theme) if frame.fit else ():
            if setting.height <= height + TOLERANCE:
                break
            setting, notes, height = self._tighter(step)._set(element, frame)
            fitted = said(frame, step)
        if setting.height > height + TOLERANCE:
            self.typesetter.problems.append(_too_full(element.node, frame, setting, height, bool(fitted)))
        page = self.page(setting, margins, frame.width, frame.height, notes, str(frame.number))
        lines = running.lines(page.width, page.height, margins, frame.number, with_head=True)
        return replace(
            page,
            placed=(*self._ground(frame), *page.placed),
            running=(*page.running, *lines),
            anchors=(Anchor(f"panel-{frame.number}", 0.0, 0.0), *page.anchors),
            fitted=fitted,
        )

    def _set(self, element: Element, frame: PanelFrame) -> tuple[Setting, list[Strip], float]:
        """The blocks of a panel, its notes, and the height that those leave for the blocks."""
        margins = frame.margins
        strips = self.strips([element], margins, frame.width)
        setting = place(strips, Bleed(margins.left * MM, margins.top * MM, frame.width * MM))
        notes = [line for note in setting.notes for line in note]
        return setting, notes, (frame.height - margins.top - margins.bottom) * MM - foot_height(notes)

    def _tighter(self, step: Step) -> Panels:
        """The same leaflet set tighter."""
        theme = tighter(self.typesetter.theme, step)
        return Panels(self.document, self.tree, theme, self.typesetter.assets)

    def _ground(self, frame: PanelFrame) -> Iterator[Placed]:
        if frame.background:
            colour = self.typesetter.theme.palette[frame.background]
            yield Placed(0.0, 0.0, (Rectangle(0.0, 0.0, frame.width * MM, frame.height * MM, fill=colour),))


def _is_panel(element: Element) -> bool:
    return isinstance(element.node, Panel)


def _too_full(panel: Panel, frame: PanelFrame, setting: Setting, height: float, fitted: bool) -> Problem:
    excess = max(1.0, (setting.height - height) / MM)
    count = sum(
        len(piece.text.split())
        for group in setting.placed
        for piece in group.pieces
        if isinstance(piece, Run) and piece.leaf != DECORATION and group.y + piece.y > height
    )
    role = f" ({frame.role})" if frame.role else ""
    places = [block.place for block in (panel, *walk(panel.blocks)) if not isinstance(block, PageBreak)]
    lines = [place.line for place in places if place.file == panel.place.file and place.line]
    about = f", about {count} words" if count else ""
    what = f"Panel {panel.number}{role} is too full by {excess:.0f} mm{about}."
    if fitted:
        what += " It is set as tightly as its layout allows."
    if lines:
        what += f" It is filled by lines {min(lines)}–{max(lines)} of {panel.place.file}."
    first = Place(panel.place.file, min(lines)) if lines else panel.place
    return Problem(first, what, "Shorten it, or move something to another panel.")
