"""The attributes of markup elements as numbers, words and places; what they cannot be is refused."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from lessonkit.layout.inline import MarkupError
from lessonkit.layout.vocabulary import CHOICES
from lessonkit.problems import Place


def whole(element: etree._Element, name: str, default: int, place: Place) -> int:
    """The whole number in an attribute."""
    written = element.get(name, str(default))
    if not written.isdecimal():
        what = f"`{name}` of <{element.tag}> is “{written}”, not a whole number."
        raise MarkupError(what, "Write it in digits.", place, f'{name}="{written}"')
    return int(written)


def numbers(element: etree._Element, name: str, default: str, place: Place) -> tuple[float, ...]:
    """The numbers in an attribute."""
    written = element.get(name, default)
    try:
        return tuple(float(number) for number in written.split())
    except ValueError:
        what = f"`{name}` of <{element.tag}> is “{written}”, not numbers."
        raise MarkupError(what, "Write them in digits.", place, f'{name}="{written}"') from None


def place_of(element: etree._Element, outer: Place) -> Place:
    """The author's line that an element came from: its own `src`, else that of the element around it."""
    file, _, line = element.get("src", "").rpartition(":")
    return Place(file, int(line)) if file else outer


def choice(element: etree._Element, name: str, place: Place) -> str:
    """The word in an attribute, one of a few; the first of them if there is none."""
    known = CHOICES[str(element.tag), name]
    return _chosen(element, name, element.get(name, known[0]), known, place)


def choices(element: etree._Element, name: str, place: Place) -> tuple[str, ...]:
    """The words in an attribute, each one of a few."""
    known = CHOICES[str(element.tag), name]
    return tuple(_chosen(element, name, word, known, place) for word in element.get(name, "").split())


def _chosen(element: etree._Element, name: str, word: str, known: Sequence[str], place: Place) -> str:
    if word not in known:
        what = f"`{name}` of <{element.tag}> cannot be `{word}`."
        raise MarkupError(what, f"Use {', '.join(known[:-1])} or {known[-1]}.", place, f'"{word}"')
    return word
