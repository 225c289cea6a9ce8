"""What the author wrote, as every finished file must give it back: headings, links, pictures, tables, lists."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.document import (
    Abbreviation,
    Block,
    Contents,
    Decorative,
    DefinitionList,
    Document,
    Field,
    Figure,
    Footnote,
    Icon,
    Inline,
    Inlines,
    Link,
    List,
    Table,
    Text,
)
from lessonkit.problems import Place
from lessonkit.reading import contents_entries, fold, inlines, plain, walk, walk_inline


@dataclass(frozen=True, slots=True)
class ExpectedLink:
    """A link as the author wrote it; lines of the contents are links too."""

    words: str
    target: str
    place: Place


def links(document: Document) -> Iterator[ExpectedLink]:
    """Every link in reading order."""
    for block in walk(document.blocks):
        for content in inlines(block):
            for node in walk_inline(content):
                if isinstance(node, Link):
                    yield ExpectedLink(plain(node.children), node.target, node.place)
        if isinstance(block, Contents):
            for heading in contents_entries(document, block):
                yield ExpectedLink(plain(heading.content), f"#{heading.id}", heading.place)


def alts(document: Document) -> list[tuple[str, Place]]:
    """The alternative text of every picture that has one."""
    pictures = (node for node in _nodes(document) if isinstance(node, Figure | Icon))
    return [(fold(each.alt), each.place) for each in pictures if not isinstance(each.alt, Decorative)]


def tables(document: Document) -> list[Table]:
    """Every table, in reading order."""
    return [block for block in walk(document.blocks) if isinstance(block, Table)]


def lists(document: Document) -> list[List | DefinitionList]:
    """Every list, in reading order: one in a list follows it."""
    return [block for block in walk(document.blocks) if isinstance(block, List | DefinitionList)]


def notes(document: Document) -> list[Footnote]:
    """Every note, in the order of their numbers."""
    return [node for node in _nodes(document) if isinstance(node, Footnote)]


def abbreviations(document: Document) -> Iterator[Abbreviation]:
    """Every abbreviation in reading order; one in a heading comes again in the contents."""
    return (node for node in _nodes(document) if isinstance(node, Abbreviation))


def fields(document: Document) -> Iterator[Field]:
    """Every field in reading order; a heading with one comes again in the contents."""
    return (node for node in _nodes(document) if isinstance(node, Field))


def foreign(document: Document) -> Iterator[Text | Abbreviation]:
    """Every run of words in another language than the document's."""
    return (node for node in _nodes(document) if isinstance(node, Text | Abbreviation) and node.language)


def _nodes(document: Document) -> Iterator[Block | Inline]:
    """Every block, followed by the inline nodes of its own words; notes have theirs after those that call them."""
    for block in walk(document.blocks):
        yield block
        for content in _contents(document, block):
            yield from walk_inline(content)


def _contents(document: Document, block: Block) -> Iterator[Inlines]:
    yield from inlines(block)
    if isinstance(block, Contents):
        yield from (heading.content for heading in contents_entries(document, block))
