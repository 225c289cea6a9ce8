"""What a reader calls each page: the page labels of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.cos import array, dictionary, get, name, object_number, text, whole

MOST_RANGES = 10_000


def page_numbers(catalog: DictionaryObject, count: int) -> list[int | None]:
    """The number that a reader shows for each page; None for one with letters."""
    styles = dict(_ranges(get(catalog, "/PageLabels")))
    found: list[int | None] = []
    plain, number = True, 1
    for page in range(count):
        if page in styles:
            style = styles[page]
            plain = name(get(style, "/S")) == "D" and not text(get(style, "/P"))
            number = whole(get(style, "/St")) or 1
        found.append(number if plain else None)
        number += 1
    return found


def _ranges(root: Any) -> Iterator[tuple[int, DictionaryObject]]:
    waiting, seen = [root], set[int]()
    left = MOST_RANGES
    while waiting and left > 0:
        reference = waiting.pop()
        node = dictionary(reference)
        key = object_number(reference) or id(node)
        if key in seen:
            continue
        seen.add(key)
        left -= 1
        waiting += array(get(node, "/Kids"))[:MOST_RANGES]
        entries = array(get(node, "/Nums"))[: 2 * left]
        left -= len(entries)
        for start, style in zip(entries[::2], entries[1::2], strict=False):
            at = whole(start)
            if at is not None:
                yield at, dictionary(style)
