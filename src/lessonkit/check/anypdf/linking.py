"""Links as a reader meets them: an element with its words and its annotations."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Annotation, Node
from lessonkit.check.anypdf.subject import AnyPdf, Spot, at
from lessonkit.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """A Link element with at least one annotation."""

    node: Node
    words: str
    annotations: tuple[Annotation, ...]
    spot: Spot
    has_picture: bool

    @property
    def target(self) -> str:
        """Where it leads: an address, or a page of this file."""
        first = self.annotations[0]
        return first.address or f"page {first.target}"


def linked(subject: AnyPdf) -> Iterator[Linked]:
    """Every link that is in the structure, in reading order."""
    for node in subject.facts.nodes:
        if node.role == "Link":
            found = [subject.facts.annotation_at.get(pointer.object) for pointer in subject.pointers(node)]
            annotations = tuple(each for each in found if each is not None and each.kind == "Link")
            if annotations:
                first = annotations[0]
                found_at = subject.spot(node)
                spot = found_at if found_at["page"] else at(first.page, "", first.box)
                yield Linked(node, subject.words(node), annotations, spot, _has_picture(subject, node))


def _has_picture(subject: AnyPdf, node: Node) -> bool:
    pictures = any(content in subject.facts.pictures_of for content in subject.contents(node))
    return pictures or any(each.alt or each.role == "Figure" for each in (*node.walk(), *node.above()))
