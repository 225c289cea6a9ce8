"""What a print room would ring up about: words near an edge, coarse pictures, small letters, colours alike in grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lessonkit.check.anypdf import colours_differ_in_grey
from lessonkit.check.anypdf.facts import Box, Page, Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.paper import millimetres
from lessonkit.printing.marks import Marks, sheet_area
from lessonkit.printing.names import paper_name
from lessonkit.printing.sides import Area, Plan
from lessonkit.printing.source import Source

LEAST_DPI = 300
SMALLEST = 9.0
"""Points: smaller letters are not read."""
ROUNDING = 0.98
AT_EDGE = 0.5
"""Points that a colour may end before the edge and still reach it."""


def notes(source: Source, plan: Plan, scheme: str, marks: Marks, safe: float) -> Iterator[str]:
    """What whoever prints should know, one sentence or two each.

    safe: how far words must keep away from the edge that is cut, in points on paper.
    """
    scale = min(spot.scale for side in plan.sides for spot in side.spots)
    if source.empty_at_end:
        yield f"Left out at the end: {_count(source.empty_at_end, 'empty page')}."
    empty = 2 * len(plan.sides) - len(source.pages)
    if scheme == "booklet" and empty:
        yield f"The last {_count(empty, 'page')} of the booklet stay{'s' if empty == 1 else ''} empty."
    yield from _too_near(source, safe / scale)
    yield from _coarse(source, scale)
    yield from _small(source, scale)
    yield from _colour_at_edge(source, marks)
    yield from _larger_paper(plan, marks)
    for finding in colours_differ_in_grey.RULE.check(AnyPdf(source.facts)):
        yield f"{finding.message} {finding.todo}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


# ------------------------------------------------------------------------------------------------------ the edge


def _too_near(source: Source, safe: float) -> Iterator[str]:
    """The words nearest to an edge, on each page that has any too near."""
    for number, (page, kept) in enumerate(_pages(source), 1):
        near = [(_distance(run.box, kept), run) for run in page.runs if _is_seen(run)]
        near = [(found, run) for found, run in near if found[0] < safe]
        if near:
            (away, edge), run = min(near, key=lambda each: each[0])
            far = f"{millimetres(abs(away)):.1f} mm"
            found = f"is {far} from" if away >= 0 else f"goes {far} beyond"
            yield f"Page {number}: {quoted(run.text)} {found} the {edge} edge; {millimetres(safe):.1f} mm are safe."


def _pages(source: Source) -> Iterator[tuple[Page, Area]]:
    yield from ((page, kept.area) for page, kept in zip(source.facts.pages, source.pages, strict=False))


def _is_seen(run: Run) -> bool:
    return bool(run.text.strip()) and run.mode != 3 and not run.off and run.cut < 1


def _distance(box: Box, kept: Area) -> tuple[float, str]:
    """How far something is from the nearest edge, and which."""
    return min(
        (box.left - kept.x, "left"),
        (kept.right - box.right, "right"),
        (box.bottom - kept.y, "lower"),
        (kept.top - box.top, "upper"),
    )


def _colour_at_edge(source: Source, marks: Marks) -> Iterator[str]:
    if marks.bleed:
        return
    reaching = [n for n, (page, kept) in enumerate(_pages(source), 1) if any(_reaches(f.box, kept) for f in page.fills)]
    if reaching:
        where = _numbers(reaching)
        yield f"Colour reaches the edge on {where}: office printers leave that edge white; to cut it, use --bleed 3."


def _reaches(box: Box, kept: Area) -> bool:
    return box.area > 0 and _distance(box, kept)[0] <= AT_EDGE


def _larger_paper(plan: Plan, marks: Marks) -> Iterator[str]:
    side = plan.sides[0]
    sheet = sheet_area(side, marks)
    if sheet.width > side.width + 1:
        size = f"{millimetres(sheet.width):.0f} × {millimetres(sheet.height):.0f} mm"
        yield f"With marks or bleed the sheet is {size}: print it on paper larger than {paper_name(side)}, and cut it."


# ------------------------------------------------------------------------------------------- pictures and letters


def _coarse(source: Source, scale: float) -> Iterator[str]:
    for number, (page, kept) in enumerate(_pages(source), 1):
        for picture in page.pictures:
            across, up = picture.box.width * scale, picture.box.height * scale
            if across <= 0 or up <= 0:
                continue
            dpi = min(picture.columns / across, picture.rows / up) * 72
            if dpi < LEAST_DPI * ROUNDING:
                left, top = millimetres(picture.box.left - kept.x), millimetres(kept.top - picture.box.top)
                where = f"{left:.0f} mm from the left and {top:.0f} mm from the top"
                yield f"Page {number}: the picture {where} has {dpi:.0f} dots per inch; {LEAST_DPI} print well."


def _small(source: Source, scale: float) -> Iterator[str]:
    """Letters that were large enough and are not, once pages have been made smaller."""
    sizes = [run.size for page, _ in _pages(source) for run in page.runs if _is_seen(run) and run.size >= SMALLEST]
    smallest = min(sizes, default=SMALLEST) * scale
    if scale < 1 and smallest < SMALLEST * ROUNDING:
        yield f"Made smaller, letters have as little as {smallest:.1f} points; larger paper keeps their size."


def _numbers(pages: Sequence[int]) -> str:
    """`page 1`, `pages 1, 3 and 5`."""
    if len(pages) == 1:
        return f"page {pages[0]}"
    return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
