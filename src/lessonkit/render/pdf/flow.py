"""What flowing pages and leaflet panels have in common: a galley, a page around its setting, notes at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lessonkit.appearance import Margins, Theme
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.render.pdf.blocks import lay_out
from lessonkit.render.pdf.galley import Galley, Strip
from lessonkit.render.pdf.notes import RULE, RULE_GAP, RULE_WIDTH, foot_height
from lessonkit.render.pdf.pieces import (
    MM,
    Anchor,
    LaidPage,
    PageReference,
    Piece,
    Placed,
    Rule,
    Run,
)
from lessonkit.render.pdf.setting import Setting, place
from lessonkit.render.pdf.tags import Element, Tree
from lessonkit.render.pdf.typesetter import Column, Typesetter


class Flow:
    """Lays out one document."""

    def __init__(self, document: Document, tree: Tree, theme: Theme, assets: Assets, height: float) -> None:
        self.document = document
        self.tree = tree
        self.typesetter = Typesetter(theme, assets, height, lay_out, tree)

    def strips(self, elements: Sequence[Element], margins: Margins, width: float) -> list[Strip]:
        """The galley of some elements on a page of this width in millimetres."""
        galley = Galley()
        column = Column(0.0, (width - margins.left - margins.right) * MM)
        self.typesetter.measure = column.width
        lay_out(self.typesetter, elements, column, galley)
        return galley.strips

    def page(
        self,
        setting: Setting,
        margins: Margins,
        width: float,
        height: float,
        notes: Sequence[Strip] = (),
        label: str = "",
    ) -> LaidPage:
        """A page with a setting between its margins and notes at its foot; all in millimetres."""
        left, top = margins.left * MM, margins.top * MM
        foot = self.foot(notes, (height - margins.top - margins.bottom) * MM)
        return LaidPage(
            width * MM,
            height * MM,
            tuple(_shifted((*setting.placed, *foot.placed), left, top)),
            tuple(_shifted(setting.repeated, left, top)),
            tuple(Anchor(anchor.id, anchor.x + left, anchor.y + top) for anchor in (*setting.anchors, *foot.anchors)),
            label,
        )

    def foot(self, notes: Sequence[Strip], height: float) -> Setting:
        """Notes that end at this height, under their rule."""
        if not notes:
            return Setting(0.0, ())
        setting = place(notes)
        top = height - setting.height
        colour = self.typesetter.theme.palette["muted"]
        rule = Rule(0.0, top - RULE_GAP, RULE_WIDTH * self.typesetter.measure, colour, RULE)
        return Setting(
            foot_height(notes),
            (Placed(0.0, 0.0, (rule,)), *_shifted(setting.placed, 0.0, top)),
            anchors=tuple(Anchor(anchor.id, anchor.x, anchor.y + top) for anchor in setting.anchors),
        )

    def pages(self) -> list[LaidPage]:
        """The pages, before contents lists know their numbers."""
        raise NotImplementedError

    def numbered(self, page: LaidPage, labels: Mapping[str, str]) -> LaidPage:
        """The page with the numbers that its contents lists ask for."""
        return replace(page, placed=tuple(self._numbered(group, labels) for group in page.placed))

    def _numbered(self, group: Placed, labels: Mapping[str, str]) -> Placed:
        if not any(isinstance(piece, PageReference) for piece in group.pieces):
            return group
        return Placed(group.x, group.y, tuple(self._number(piece, labels) for piece in group.pieces))

    def _number(self, piece: Piece, labels: Mapping[str, str]) -> Piece:
        if not isinstance(piece, PageReference):
            return piece
        text = labels[piece.target]
        width = self.typesetter.fonts.width(text, piece.look, None)
        return Run(piece.x - width, piece.y, text, piece.look, width, piece.leaf, piece.look.written())


def _shifted(groups: Iterable[Placed], x: float, y: float) -> Iterator[Placed]:
    return (Placed(group.x + x, group.y + y, group.pieces) for group in groups)
