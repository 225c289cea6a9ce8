"""Badges: a number or letter in a disc before a heading, a decoration of what its words say."""

from __future__ import annotations

from lessonkit.appearance import Style
from lessonkit.dataclass import dataclass
from lessonkit.problems import Place
from lessonkit.render.pdf.pieces import Look, Piece, Rectangle, Run
from lessonkit.render.pdf.typesetter import Typesetter

DISC, SIGN = 1.4, 0.82
"""The height of a disc and the size of what stands in it, as multiples of the heading's type size."""

PADDING = 0.42
"""Beside longer signs, which widen their disc, as a multiple of the heading's type size."""

CAPITALS = 0.67
"""The height of capitals and figures, as a share of the type size."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What stands before one heading."""

    sign: str
    style: Style
    colour: str
    """Of the disc."""

    def width(self, typesetter: Typesetter, place: Place) -> float:
        """The width of the disc: a longer sign makes it an oval."""
        sign = typesetter.fonts.width(self.sign, self.look(typesetter), place)
        return max(DISC * self.style.size_pt, sign + 2 * PADDING * self.style.size_pt)

    def look(self, typesetter: Typesetter) -> Look:
        """The sign is as light as paper, or as dark as the accent where the text is light on dark."""
        palette = typesetter.theme.palette
        colour = palette["accent"] if self.colour == palette["paper"] else palette["paper"]
        return Look(self.style.font, SIGN * self.style.size_pt, colour)

    def pieces(self, typesetter: Typesetter, x: float, place: Place) -> tuple[Piece, ...]:
        """The disc and its sign in the middle of a heading's first line."""
        look, width, height = self.look(typesetter), self.width(typesetter, place), DISC * self.style.size_pt
        middle = typesetter.baseline(self.style) - CAPITALS * self.style.size_pt / 2
        sign = typesetter.fonts.width(self.sign, look, place)
        left, baseline = x + (width - sign) / 2, middle + CAPITALS * look.size / 2
        return (
            Rectangle(x, middle - height / 2, width, height, fill=self.colour, radius=height / 2),
            Run(left, baseline, self.sign, look, sign),
        )
