"""How both documents look in every engine: one typeface, the same sizes, the same paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).parent.parent / "layouts" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
REGULAR = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
BOLD = FONTS / "AtkinsonHyperlegibleNext-Bold.ttf"

WIDTH_MM, HEIGHT_MM = 210, 297
MARGIN_X_MM, MARGIN_Y_MM = 20, 18

INK, MUTED, ACCENT, SOFT, RULE, LINK = "#1f2937", "#4b5563", "#0b5563", "#e5f1f2", "#c5d3d6", "#0b4f9c"


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes and spaces in points; leadings are multiples of the size."""

    body: float
    leading: float = 1.4
    after: float = 6
    item_after: float = 3
    title: float = 24
    heading_2: float = 15.5
    heading_3: float = 12.5
    before_heading: float = 12
    caption: float = 10
    cell: float = 10.5
    running: float = 9
    padding: float = 5
    """In cells; twice that in callouts."""
    bar: float = 5
    """How thick the rule at the left of a callout is."""


LOOKS = {
    "leaflet": Look(11),
    "lesson": Look(12, after=7, item_after=4, heading_2=18, heading_3=14, cell=11.5, caption=11),
}
"""By the name of the document."""


def page_words(number: object, count: object) -> str:
    """What the foot says of pages."""
    return f"Page {number} of {count}"
