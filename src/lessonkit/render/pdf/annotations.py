"""Link annotations: the active areas of links on their pages, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lessonkit.dataclass import dataclass
from lessonkit.document import Footnote
from lessonkit.render.pdf.paths import Area, corners, number, united
from lessonkit.render.pdf.stream import Marks
from lessonkit.render.pdf.structure import text_string
from lessonkit.render.pdf.tags import CALL, NOTE, Element, words

LINES_APART = 0.5
"""Areas whose bottoms are no further apart, in points, lie on one line."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The active areas of one link on one page."""

    link: Element
    page: int
    areas: tuple[Area, ...]
    """One for each line."""


def link_annotations(owners: Mapping[int, Element], marks: Marks) -> list[Annotation]:
    """One annotation for each link and page, in reading order.

    owners: for the number of each leaf that is part of one its link, as `measured` finds them.
    """
    found: dict[tuple[int, int], tuple[Element, list[Area]]] = {}
    for leaf, owner in owners.items():
        if owner.tag == "Link":
            for page, area in marks.areas.get(leaf, ()):
                found.setdefault((id(owner), page), (owner, []))[1].append(area)
    return [Annotation(link, page, tuple(_lines(areas))) for (_, page), (link, areas) in found.items()]


def measured(root: Element) -> dict[int, Element]:
    """For the number of each leaf whose area matters its link, else its figure; in reading order."""
    found: dict[int, Element] = {}
    _measure(root, None, found)
    return found


def _measure(element: Element, owner: Element | None, found: dict[int, Element]) -> None:
    if element.tag == "Link" or (element.tag == "Figure" and owner is None):
        owner = element
    for kid in element.kids:
        if isinstance(kid, Element):
            _measure(kid, owner, found)
        elif owner is not None:
            found[kid.number] = owner


def _lines(areas: Sequence[Area]) -> Iterator[Area]:
    line: list[Area] = []
    for area in areas:
        if line and abs(area.bottom - line[0].bottom) > LINES_APART:
            yield united(line)
            line = []
        line.append(area)
    yield united(line)


def annotation(link: Annotation, key: int, action: str, says: Mapping[str, str]) -> bytes:
    """The dictionary of a link annotation; says: the words of its document's language."""
    quads = " ".join(map(_quad, link.areas))
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{corners(united(link.areas))}]/QuadPoints[{quads}]"
        f"/Border[0 0 0]/F 4/StructParent {key}/Contents{text_string(spoken(link.link, says))}{action}>>"
    ).encode("latin-1")


def spoken(link: Element, says: Mapping[str, str]) -> str:
    """What a link is called by itself: its words; a number that calls a note, or leads back from it, says which."""
    around = link.parent
    if around is not None and around.parent is not None:
        if around.tag == "Lbl" and around.parent.tag == NOTE:
            return says["back-to-text"]
        if around.tag == CALL and isinstance(around.node, Footnote):
            return says["note"].format(number=words(link))
    return words(link)


def _quad(area: Area) -> str:
    """Top left, top right, bottom left, bottom right: the order that readers use, whatever the standard says."""
    points = (area.left, area.top, area.right, area.top, area.left, area.bottom, area.right, area.bottom)
    return " ".join(map(number, points))
