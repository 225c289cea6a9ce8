"""What a print room would ring up about: words near an edge, coarse pictures, small letters, colours alike in grey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lessonkit.check.anypdf import colours_differ_in_grey
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.paper import SIZES, millimetres, size_name
from lessonkit.printing.edges import Laid, coloured_to_the_edge, is_seen, laid, too_near
from lessonkit.printing.impose import Wish
from lessonkit.printing.marks import Marks, sheet_area
from lessonkit.printing.names import paper_name, spans
from lessonkit.printing.sides import Plan
from lessonkit.printing.source import Source

LEAST_DPI = 300
SMALLEST = 9.0
"""Points: smaller letters are not read."""
ROUNDING = 0.98


def notes(source: Source, plan: Plan, wish: Wish, marks: Marks, safe: float) -> Iterator[str]:
    """What whoever prints should know, one sentence or two each.

    safe: how far words must keep away from the edge that is cut, in points on paper.
    """
    scale = min(spot.scale for side in plan.sides for spot in side.spots)
    if source.empty_at_end:
        yield f"Left out at the end: {_count(source.empty_at_end, 'empty page')}."
    empty = 2 * len(plan.sides) - len(source.pages)
    if wish.scheme == "booklet" and empty:
        yield f"The last {'page of the booklet stays' if empty == 1 else f'{empty} pages of the booklet stay'} empty."
    pages = list(laid(source, plan))
    yield from _on_pages(too_near(pages, safe))
    yield from _on_pages(_coarse(pages))
    yield from _small(pages, scale)
    yield from _to_the_edge(pages, marks)
    yield from _paper(plan, wish, marks)
    yield from _larger_paper(plan, marks)
    for finding in colours_differ_in_grey.RULE.check(AnyPdf(source.facts)):
        yield f"{finding.message} {finding.todo}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _on_pages(found: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Each sentence once, after the pages that it is about."""
    pages: dict[str, list[int]] = {}
    for number, sentence in found:
        pages.setdefault(sentence, []).append(number)
    for sentence, numbers in pages.items():
        yield f"Page{'' if len(numbers) == 1 else 's'} {spans(numbers)}: {sentence}"


def _to_the_edge(pages: list[Laid], marks: Marks) -> Iterator[str]:
    reaching = [] if marks.bleed else coloured_to_the_edge(pages)
    if reaching:
        where = f"page{'' if len(reaching) == 1 else 's'} {spans(reaching)}"
        yield f"Colour reaches the edge on {where}: office printers leave that edge white; to cut it, use --bleed 3."


# --------------------------------------------------------------------------------------------------------- paper


def _paper(plan: Plan, wish: Wish, marks: Marks) -> Iterator[str]:
    """Paper that nobody has, and paper that gains nothing."""
    names = {spot.page + 1: paper_name(side) for side in plan.sides for spot in side.spots}
    name = paper_name(plan.sides[0])
    others = [(page, other) for page, other in sorted(names.items()) if other != name]
    if others:
        page, other = others[0]
        what = f"Its pages are not of one size: the first is {name}, page {page} is {other}."
        yield f"{what} With --paper A4 all are laid on A4."
    elif name not in SIZES and not marks.room:
        yield f"Few printers hold paper of {name}: name yours, such as --paper A4, and its pages are laid on that."
    if wish.scheme == "copies" and len(plan.sides[0].spots) == 1:
        yield f"{name} holds only one copy: larger paper, such as --paper A3, may hold more."
    if wish.scheme == "enlarged" and all(spot.scale == 1 for side in plan.sides for spot in side.spots):
        yield f"Its pages are as large as {name} already."


def _larger_paper(plan: Plan, marks: Marks) -> Iterator[str]:
    side = plan.sides[0]
    sheet = sheet_area(side, marks)
    if sheet.width > side.width + 1:
        size = size_name(millimetres(sheet.width), millimetres(sheet.height))
        yield f"With marks or bleed the sheet is {size}: print it on paper larger than {paper_name(side)}, and cut it."


# ------------------------------------------------------------------------------------------- pictures and letters


def _coarse(pages: list[Laid]) -> Iterator[tuple[int, str]]:
    for each in pages:
        kept = each.kept
        for picture in each.page.pictures:
            across, up = picture.box.width * each.scale, picture.box.height * each.scale
            if across <= 0 or up <= 0:
                continue
            dpi = min(picture.columns / across, picture.rows / up) * 72
            if dpi < LEAST_DPI * ROUNDING:
                left, top = millimetres(picture.box.left - kept.x), millimetres(kept.top - picture.box.top)
                where = f"{left:.0f} mm from the left and {top:.0f} mm from the top"
                yield each.number, f"the picture {where} has {dpi:.0f} dots per inch; {LEAST_DPI} print well."


def _small(pages: list[Laid], scale: float) -> Iterator[str]:
    """Letters that were large enough and are not, once pages have been made smaller."""
    sizes = [run.size for each in pages for run in each.page.runs if is_seen(run) and run.size >= SMALLEST]
    smallest = min(sizes, default=SMALLEST) * scale
    if scale < 1 and smallest < SMALLEST * ROUNDING:
        yield f"Made smaller, letters have as little as {smallest:.1f} points; larger paper keeps their size."
