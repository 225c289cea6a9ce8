"""Names of print files: what a print room has to set stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lessonkit.paper import millimetres, size_name
from lessonkit.printing.impose import Wish
from lessonkit.printing.marks import Marks
from lessonkit.printing.sides import Plan, Side


def file_name(stem: str, plan: Plan, wish: Wish, marks: Marks, grey: bool) -> str:
    """`01-worksheet-a5-booklet-on-a4-both-sides-short-edge.pdf`."""
    sides = f"both-sides-{plan.edge}-edge" if plan.both_sides else "one-side"
    around = "marks" if marks.drawn else "bleed" if marks.bleed else ""
    parts = [stem, *_way(plan, wish), *(["with", around] if around else []), sides, *(["grey"] if grey else [])]
    return "-".join(parts) + ".pdf"


def paper_name(side: Side) -> str:
    """`A4`, or millimetres."""
    return size_name(millimetres(side.width), millimetres(side.height))


def page_name(plan: Plan) -> str:
    """The size of a page as it lies on the paper: `A5`."""
    areas = [spot.area for side in plan.sides for spot in side.spots]
    cells = [spot.cell for side in plan.sides for spot in side.spots]
    held = max(areas, key=lambda area: area.width * area.height)
    named = size_name(millimetres(held.width), millimetres(held.height))
    return named if "mm" not in named else size_name(millimetres(cells[0].width), millimetres(cells[0].height))


def _way(plan: Plan, wish: Wish) -> Sequence[str]:
    paper = _short(paper_name(plan.sides[0]))
    match wish.scheme:
        case "single":
            return (paper,)
        case "booklet":
            return (_short(page_name(plan)), "booklet", "on", paper)
        case "copies":
            return (str(len(plan.sides[0].spots)), "copies", "on", paper)
        case "enlarged":
            return ("enlarged", "to", paper)
        case _:
            return (wish.scheme, "on", paper)


def _short(name: str) -> str:
    """`85x54mm` for `85 × 54 mm`: a name that every computer takes."""
    return re.sub(r"\s+", "", name.lower().replace("×", "x"))


def spans(pages: Sequence[int]) -> str:
    """Numbers in order, in short: `1, 3–5`."""
    held: list[list[int]] = []
    for page in pages:
        if held and page == held[-1][-1] + 1:
            held[-1].append(page)
        else:
            held.append([page])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in held)
