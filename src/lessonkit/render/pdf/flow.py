"""Pages: the strips of a document placed on pages, or in the panels of a leaflet, which sheets then gather."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lessonkit.appearance import Margins, PanelFrame, Theme
from lessonkit.document import Document, PageBreak, Panel
from lessonkit.drawing import Assets
from lessonkit.problems import Place, Problem, raise_if_any
from lessonkit.reading import walk
from lessonkit.render.pdf.blocks import lay_out
from lessonkit.render.pdf.breaks import paginate
from lessonkit.render.pdf.galley import Galley, Strip
from lessonkit.render.pdf.measures import TOLERANCE
from lessonkit.render.pdf.pieces import (
    DECORATION,
    MM,
    Anchor,
    LaidPage,
    PageReference,
    Piece,
    Placed,
    Rectangle,
    Run,
)
from lessonkit.render.pdf.running import Running
from lessonkit.render.pdf.setting import Bleed, Setting, place
from lessonkit.render.pdf.tags import Element, Tree, enclosing, words
from lessonkit.render.pdf.typesetter import Column, Typesetter


def lay_out_pages(document: Document, tree: Tree, theme: Theme, assets: Assets) -> tuple[LaidPage, ...]:
    """The pages of a document: of its panels, one each, if it has any. Raises LessonkitError with all problems."""
    kind = _Panels if document.page.panels else _Pages
    flow = kind(document, tree, theme, assets)
    pages = flow.pages()
    targets = {anchor.id: number for number, page in enumerate(pages, 1) for anchor in page.anchors}
    raise_if_any([*flow.typesetter.problems, *_lost_links(tree, targets)])
    return tuple(flow.numbered(page, targets) for page in pages)


def impose(document: Document, panels: Sequence[LaidPage]) -> tuple[LaidPage, ...]:
    """The sides of the print edition: panels side by side, from the left edge."""
    by_number = {frame.number: page for frame, page in zip(document.page.panels, panels, strict=True)}
    width, height = document.page.width * MM, document.page.height * MM
    return tuple(_side([by_number[number] for number in sheet.panels], width, height) for sheet in document.page.sheets)


def _side(panels: Sequence[LaidPage], width: float, height: float) -> LaidPage:
    placed: list[Placed] = []
    running: list[Placed] = []
    anchors: list[Anchor] = []
    x = 0.0
    for panel in panels:
        placed.extend(replace(group, x=group.x + x) for group in panel.placed)
        running.extend(replace(group, x=group.x + x) for group in panel.running)
        anchors.extend(replace(anchor, x=anchor.x + x) for anchor in panel.anchors)
        x += panel.width
    return LaidPage(width, height, tuple(placed), tuple(running), tuple(anchors))


class _Flow:
    """What pages and panels have in common."""

    def __init__(self, document: Document, tree: Tree, theme: Theme, assets: Assets, height: float) -> None:
        self.document = document
        self.tree = tree
        self.typesetter = Typesetter(theme, assets, height, lay_out)

    def strips(self, elements: Sequence[Element], margins: Margins, width: float) -> list[Strip]:
        """The galley of some elements on a page of this width in millimetres."""
        galley = Galley()
        column = Column(0.0, (width - margins.left - margins.right) * MM)
        lay_out(self.typesetter, elements, column, galley)
        return galley.strips

    def page(self, setting: Setting, margins: Margins, width: float, height: float) -> LaidPage:
        """A page with a setting between its margins; all in millimetres."""
        left, top = margins.left * MM, margins.top * MM
        return LaidPage(
            width * MM,
            height * MM,
            tuple(_shifted(setting.placed, left, top)),
            tuple(_shifted(setting.repeated, left, top)),
            tuple(replace(anchor, x=anchor.x + left, y=anchor.y + top) for anchor in setting.anchors),
        )

    def pages(self) -> list[LaidPage]:
        """The pages, before contents lists know their numbers."""
        raise NotImplementedError

    def numbered(self, page: LaidPage, targets: Mapping[str, int]) -> LaidPage:
        """The page with the numbers that its contents lists ask for."""
        return replace(page, placed=tuple(self._numbered(group, targets) for group in page.placed))

    def _numbered(self, group: Placed, targets: Mapping[str, int]) -> Placed:
        if not any(isinstance(piece, PageReference) for piece in group.pieces):
            return group
        return replace(group, pieces=tuple(self._number(piece, targets) for piece in group.pieces))

    def _number(self, piece: Piece, targets: Mapping[str, int]) -> Piece:
        if not isinstance(piece, PageReference):
            return piece
        text = str(targets[piece.target])
        width = self.typesetter.fonts.width(text, piece.look, None)
        return Run(piece.x - width, piece.y, text, piece.look, width, piece.leaf)


class _Pages(_Flow):
    """A document that flows over as many pages as it needs."""

    def __init__(self, document: Document, tree: Tree, theme: Theme, assets: Assets) -> None:
        page = document.page
        super().__init__(document, tree, theme, assets, (page.height - page.margins.top - page.margins.bottom) * MM)

    def pages(self) -> list[LaidPage]:
        page, height = self.document.page, self.typesetter.page_height
        parts = [
            part.strips for part in paginate(self.strips(self.tree.root.elements(), page.margins, page.width), height)
        ]
        bleed = Bleed(page.margins.left * MM, page.margins.top * MM, page.width * MM)
        settings = [place(strips, bleed) for strips in parts]
        for strips, setting in zip(parts, settings, strict=True):
            if setting.height > height + TOLERANCE:
                self.typesetter.problems.append(_too_high(strips[0].place, setting.height - height))
        running = Running(self.typesetter, self.document, len(parts))
        return [
            self._with_running(self.page(setting, page.margins, page.width, page.height), running, number, strips)
            for number, (strips, setting) in enumerate(zip(parts, settings, strict=True), 1)
        ]

    def _with_running(self, page: LaidPage, running: Running, number: int, strips: Sequence[Strip]) -> LaidPage:
        # A banner that fills the top of the page shows the title already.
        banner = any(frame.style.bleed for frame in strips[0].frames)
        lines = running.lines(page.width, page.height, self.document.page.margins, number, with_head=not banner)
        return replace(page, running=(*page.running, *lines))


class _Panels(_Flow):
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
        margins = frame.margins
        strips = self.strips([element], margins, frame.width)
        setting = place(strips, Bleed(margins.left * MM, margins.top * MM, frame.width * MM))
        height = (frame.height - margins.top - margins.bottom) * MM
        if setting.height > height + TOLERANCE:
            self.typesetter.problems.append(_too_full(element.node, frame, setting, height))
        page = self.page(setting, margins, frame.width, frame.height)
        lines = running.lines(page.width, page.height, margins, frame.number, with_head=True)
        return replace(
            page,
            placed=(*self._ground(frame), *page.placed),
            running=(*page.running, *lines),
            anchors=(Anchor(f"panel-{frame.number}", 0.0, 0.0), *page.anchors),
        )

    def _ground(self, frame: PanelFrame) -> Iterator[Placed]:
        if frame.background:
            colour = self.typesetter.theme.palette[frame.background]
            yield Placed(0.0, 0.0, (Rectangle(0.0, 0.0, frame.width * MM, frame.height * MM, fill=colour),))


def _is_panel(element: Element) -> bool:
    return isinstance(element.node, Panel)


def _shifted(groups: Iterable[Placed], x: float, y: float) -> Iterator[Placed]:
    return (Placed(group.x + x, group.y + y, group.pieces) for group in groups)


def _too_high(place: Place, excess: float) -> Problem:
    what = f"What begins here cannot be divided and is {excess / MM:.0f} mm higher than a page."
    return Problem(place, what, "Make it smaller, or divide it into two.")


def _too_full(panel: Panel, frame: PanelFrame, setting: Setting, height: float) -> Problem:
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
    if lines:
        what += f" It is filled by lines {min(lines)}–{max(lines)} of {panel.place.file}."
    first = Place(panel.place.file, min(lines)) if lines else panel.place
    return Problem(first, what, "Shorten it, or move something to another panel.")


def _lost_links(tree: Tree, targets: Collection[str]) -> Iterator[Problem]:
    for leaf in tree.leaves:
        link = enclosing(leaf, "Link")
        if link and link.node.target.startswith("#") and link.node.target[1:] not in targets:
            what = f"The link “{words(link)}” leads to {link.node.target}, which is not in this document."
            yield Problem(link.place, what, "Use the id of a heading.")
