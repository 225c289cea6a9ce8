"""How near words and colours come to the edges of the paper, or to those that are cut."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Box, Page, Run
from lessonkit.check.anypdf.subject import quoted
from lessonkit.dataclass import dataclass
from lessonkit.paper import millimetres
from lessonkit.printing.sides import Area, Plan, Side, Spot
from lessonkit.printing.source import Source

AT_EDGE = 0.5
"""Points that a colour may end before the edge and still reach it."""
TOO_LITTLE = 0.15
"""Points by which nothing is too near: nobody could measure it."""
EDGES = ("left", "right", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Laid:
    """A page of the source and where it lies on the paper."""

    number: int
    """Counted from 1."""
    page: Page
    kept: Area
    """What is kept of it, in its own coordinates."""
    scale: float
    around: tuple[float, float, float, float]
    """How much paper there is beyond its left, right, lower and upper edge, in points."""

    def away(self, box: Box) -> tuple[float, str]:
        """How far something is from the nearest edge on paper, and which edge that is."""
        inside = (
            box.left - self.kept.x,
            self.kept.right - box.right,
            box.bottom - self.kept.y,
            self.kept.top - box.top,
        )
        return min(
            (within * self.scale + beyond, edge)
            for within, beyond, edge in zip(inside, self.around, EDGES, strict=True)
        )


def laid(source: Source, plan: Plan) -> Iterator[Laid]:
    """Each page in its first place."""
    spots = {spot.page: (spot, side) for side in reversed(plan.sides) for spot in reversed(side.spots)}
    for at, (page, kept) in enumerate(zip(source.facts.pages, source.pages, strict=False)):
        spot, side = spots[at]
        around = _around(spot, side) if not kept.turn else (0.0, 0.0, 0.0, 0.0)
        yield Laid(at + 1, page, kept.area, spot.scale, around)


def _around(spot: Spot, side: Side) -> tuple[float, float, float, float]:
    """The paper beyond each edge of a page, as far as its piece reaches."""
    area = spot.area
    piece = next((piece for piece in side.cuts if piece == spot.cell), side.kept)
    left, right = area.x - piece.x, piece.right - area.right
    lower, upper = area.y - piece.y, piece.top - area.top
    return (right, left, upper, lower) if spot.turn == 180 else (left, right, lower, upper)


def too_near(pages: list[Laid], safe: float) -> Iterator[tuple[int, str]]:
    """The words nearest to an edge, with the number of each page that has any too near.

    safe: how far words must keep away, in points on paper.
    """
    for each in pages:
        near = [(each.away(run.box), run) for run in each.page.runs if is_seen(run)]
        (away, edge), run = min(near, key=lambda found: found[0], default=((safe, ""), None))
        if run is not None and away < safe - TOO_LITTLE:
            far = f"{millimetres(abs(away)):.1f} mm"
            found = f"is {far} from" if away >= 0 else f"goes {far} beyond"
            yield each.number, f"{quoted(run.text)} {found} the {edge} edge; {millimetres(safe):.1f} mm are safe."


def is_seen(run: Run) -> bool:
    """Whether somebody who looks at the paper sees these words."""
    return bool(run.text.strip()) and run.mode != 3 and not run.off and run.cut < 1


def coloured_to_the_edge(pages: list[Laid]) -> list[int]:
    """The numbers of pages whose colours reach an edge."""
    return [each.number for each in pages if any(_reaches(fill.box, each) for fill in each.page.fills)]


def _reaches(box: Box, page: Laid) -> bool:
    return box.area > 0 and page.away(box)[0] <= AT_EDGE
