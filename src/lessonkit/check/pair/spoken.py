"""What a screen reader meets in a file, in the same terms for PDF and Word: the subject of the rules in this folder."""

from __future__ import annotations

from collections.abc import Iterable

from lessonkit.dataclass import dataclass

INSIDE = "a place in the document"
"""The target of a link that leads to no address."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One file as it is read out, each part in reading order."""

    title: str
    language: str
    text: tuple[str, ...]
    """Its words, one by one."""
    headings: tuple[tuple[int, str], ...]
    """Level and words."""
    alts: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Words and target."""
    tables: tuple[tuple[str, ...], ...]
    """The words of the header cells of each table."""
    foreign: tuple[tuple[str, str], ...]
    """The words in each other language, without spaces, by its code."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The PDF and the Word file of one document."""

    pdf: Spoken
    word: Spoken


DRAWN = {ord(sign): " " for sign in "•◦▪▫‣●○■□"} | {ord("\u00ad"): ""}
"""Signs of lists, which Word and other programs draw without writing them, and hyphens that only one file needs."""


def split(found: Iterable[str]) -> tuple[str, ...]:
    """The words of some lines, without what only one of the two files has to write."""
    return tuple(" ".join(found).translate(DRAWN).split())


def by_language(marked: Iterable[tuple[str, str]], usual: str) -> tuple[tuple[str, str], ...]:
    """All words in each language but the usual one, without spaces: files divide them in different ways."""
    found: dict[str, str] = {}
    for language, text in marked:
        if language and language != usual:
            found[language] = found.get(language, "") + "".join(text.split())
    return tuple(sorted((language, text) for language, text in found.items() if text))
