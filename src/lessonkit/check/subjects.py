"""The subject of the rules about the document tree: a document with its theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import Document, Figure, Icon, Inline, Link
from lessonkit.drawing import Assets
from lessonkit.problems import Place
from lessonkit.reading import inlines, walk, walk_inline

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Designed:
    """A document tree and the theme it will be drawn in: the subject of the rules in `check/document`."""

    document: Document
    theme: Theme
    assets: Assets | None = None
    """Where its pictures come from; without, nothing is said about what is in them."""

    def figures(self) -> Iterator[Figure]:
        """Every picture, in reading order."""
        return (block for block in walk(self.document.blocks) if isinstance(block, Figure))

    def pictures(self) -> Iterator[Figure | Icon]:
        """Every picture, those in a line of words too: in reading order, but the latter last."""
        yield from self.figures()
        yield from (node for node, _ in self.inline_nodes() if isinstance(node, Icon))

    def blocks(self, *kinds: type[Kind]) -> Iterator[Kind]:
        """Every block of these kinds, in reading order."""
        return (block for block in walk(self.document.blocks) if isinstance(block, kinds))

    def inline_nodes(self) -> Iterator[tuple[Inline, Place]]:
        """Every inline node with its block's place, in reading order; running heads and feet come last."""
        for block in walk(self.document.blocks):
            for content in inlines(block):
                yield from ((node, getattr(block, "place", self.document.place)) for node in walk_inline(content))
        for content in (self.document.head, self.document.foot):
            yield from ((node, self.document.place) for node in walk_inline(content))

    def links(self) -> Iterator[Link]:
        """Every link, in reading order."""
        return (node for node, _ in self.inline_nodes() if isinstance(node, Link))
