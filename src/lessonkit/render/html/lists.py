"""Lists as HTML: counted, ticked off, or terms with what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from lessonkit.document import Block, DefinitionList, Inlines, List, ListItem, Numbering
from lessonkit.reading import TERM
from lessonkit.render.html.inline import hidden
from lessonkit.render.html.tag import group, tag

Blocks = Callable[[Iterable[Block]], Markup]
Inline = Callable[[Inlines], Markup]

TYPES: dict[Numbering, str | None] = {
    "decimal": None,
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
"""How HTML names the numbering of a list; decimal is its own."""


def listed(node: List, blocks: Blocks, says: Mapping[str, str]) -> Markup:
    """A list with its numbers or tick boxes; says: the words of the document's language."""
    items = [_item(item, says if node.kind == "check" else {}, blocks) for item in node.items]
    if node.kind == "number":
        return group("ol", items, start=node.start if node.start != 1 else None, type=TYPES[node.numbering])
    if node.kind == "check":
        # Safari no longer calls a list a list when it has no markers of its own.
        return group("ul", items, class_="check-list", role="list")
    return group("ul", items)


def _item(node: ListItem, says: Mapping[str, str], blocks: Blocks) -> Markup:
    if not says:
        return tag("li", blocks(node.blocks))
    spoken = hidden(says["before-ticked" if node.checked else "before-tick-box"] + " ")
    return tag("li", spoken, blocks(node.blocks), class_="ticked" if node.checked else None)


def definitions(node: DefinitionList, blocks: Blocks, inline: Inline) -> Markup:
    """Terms, each with its definition."""
    pairs = ((tag("dt", inline(item.term), class_=TERM), tag("dd", blocks(item.blocks))) for item in node.items)
    return group("dl", [part for pair in pairs for part in pair])
