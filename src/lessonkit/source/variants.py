"""Variants beside the text they vary: `text for send: …` beside `text: …`, `only for: [ks2]` beside a block.

A choice says which names apply, the most specific first. Of each key the first variant that applies is kept, else the
plain one; what is only for others is left out. What fell back to a less specific text is noted, for the teacher to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any, get_args

from lessonkit.dataclass import dataclass
from lessonkit.problems import Place, Problem, did_you_mean
from lessonkit.source.texts import AUDIENCES, Nation
from lessonkit.source.values import SourceList, SourceMap, SourceText

KEY = re.compile(r"(?P<key>\S+)(?: for (?P<names>[^:]+?))?(?: in (?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?")
ONLY, NOT = "only for", "not for"
ITEM = "item"
"""The key of a text in a list that has to say for whom it is: `{item: One more, only for: stretch}`."""

OF_EDITIONS = {"answer": "answers", "for-staff": "answers"}
"""Keys that belong to one edition by their nature: nobody can forget to say so."""

NEEDS = ("low", "moderate", "complex")
"""Levels of need of pupils with SEND (fact base 6.4)."""
EASY = "easy"
LEVELS = ("support", "core", "stretch")
"""How much of a task a pupil is given; `core` is the plain text."""
NATIONS = tuple(str(nation).lower().replace(" ", "-") for nation in get_args(Nation))

NAMES = (
    *AUDIENCES,
    *(f"send-{need}" for need in NEEDS),
    EASY,
    *(f"{audience}-{EASY}" for audience in AUDIENCES),
    *(level for level in LEVELS if level != "core"),
    *NATIONS,
)
"""What may stand after `for`, besides the editions of a document."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which variants apply."""

    names: tuple[str, ...] = ()
    """The most specific first."""
    asked: str = ""
    """The name that somebody asked for: a text that has variants, but none of this name, fell back."""
    language: str = ""
    """Of a translation; empty for the language the definition is written in."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """A text that had no variant of the name that was asked for, or no translation."""

    place: Place
    key: str
    used: str
    """The name of the variant that was taken instead; empty for the plain text."""


@dataclass(slots=True)
class Resolved:
    """What came up while variants were chosen."""

    names: tuple[str, ...] = ()
    """The variants that applied."""
    asked: str = ""
    """The one that was asked for by name."""
    origin: str = ""
    """Which document in which tailoring it is, in one line; empty for a plain one."""
    fallbacks: list[Fallback] = field(default_factory=list)
    untranslated: list[Fallback] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a key, which may say for whom it is."""

    written: str
    key: str
    names: tuple[str, ...]
    language: str


def resolve(source: SourceMap, choice: Choice, known: Iterable[str]) -> tuple[SourceMap, Resolved]:
    """The definition with the variants of a choice, every value at its own place, and what came up.

    known: the names that may stand after `for`.
    """
    resolver = _Resolver(choice, tuple(known))
    return resolver.mapping(source), resolver.found


def named(source: Any) -> Iterator[str]:
    """Every name for which a definition has a variant, in the order of its lines; a name may come again."""
    if isinstance(source, SourceMap):
        for key, value in source.items():
            yield from names_in(value) if key in (ONLY, NOT) else spelling(key).names
            yield from named(value)
    elif isinstance(source, SourceList):
        for item in source:
            yield from named(item)


class _Resolver:
    """Chooses variants in one definition."""

    def __init__(self, choice: Choice, known: tuple[str, ...]) -> None:
        self.choice, self.known = choice, known
        self.found = Resolved(choice.names, choice.asked)

    def value(self, value: Any) -> Any:
        if isinstance(value, SourceMap):
            return self.mapping(value)
        if isinstance(value, SourceList):
            return self.items(value)
        return value

    def items(self, source: SourceList) -> SourceList:
        """A list without the items that are for others."""
        kept = SourceList(source.place)
        for item, place in zip(source, source.item_places, strict=True):
            if self.applies(item):
                value = self.value(item)
                if not _is_item(item):
                    kept.add(value, place)
                elif ITEM in value:
                    kept.add(value[ITEM], value.key_places[ITEM])
        return kept

    def mapping(self, source: SourceMap) -> SourceMap:
        """A mapping with one value a key, without what is for others."""
        chosen = SourceMap(source.place)
        for key, variants in self.grouped(source).items():
            if OF_EDITIONS.get(key, "") not in ("", *self.choice.names):
                continue
            variant = self.best(source, key, variants)
            if variant and self.applies(value := source[variant.written]):
                chosen.add(key, self.value(value), source.key_places[variant.written])
        return chosen

    def grouped(self, source: SourceMap) -> dict[str, list[Spelling]]:
        """The spellings of each key, in the author's order."""
        groups: dict[str, list[Spelling]] = {}
        for written in source:
            if written not in (ONLY, NOT):
                variant = spelling(written)
                self.complain(variant.names, source.key_places[written])
                groups.setdefault(variant.key, []).append(variant)
        return groups

    def best(self, source: SourceMap, key: str, variants: list[Spelling]) -> Spelling | None:
        """The variant to take of a key; None if all are for others."""
        language = self.choice.language
        translated = [each for each in variants if each.language == language]
        if language and not translated and len({each.language for each in variants}) > 1:
            self.found.untranslated.append(Fallback(source.key_places[variants[0].written], key, ""))
        candidates = translated or [each for each in variants if not each.language]
        for name in (*self.choice.names, ""):
            for each in candidates:
                if name in each.names or (not name and not each.names):
                    self.note(source, each, variants, name)
                    return each
        return None

    def note(self, source: SourceMap, taken: Spelling, variants: list[Spelling], name: str) -> None:
        """Remember a text that has variants, but not the one asked for."""
        asked = self.choice.asked
        alike = any(_kind(other) == _kind(asked) for each in variants for other in each.names)
        if asked and name != asked and alike and asked not in taken.names:
            self.found.fallbacks.append(Fallback(source.key_places[taken.written], taken.key, name))

    def applies(self, value: Any) -> bool:
        """False for a mapping that is only for others, or not for those who are chosen."""
        if not isinstance(value, SourceMap):
            return True
        only, excluded = (self.checked(value, key) for key in (ONLY, NOT))
        chosen = set(self.choice.names)
        return not (only and chosen.isdisjoint(only)) and chosen.isdisjoint(excluded)

    def checked(self, value: SourceMap, key: str) -> tuple[str, ...]:
        names = names_in(value.get(key))
        if names:
            self.complain(names, value.key_places[key])
        return names

    def complain(self, names: Iterable[str], place: Place) -> None:
        """A problem for each name that nothing has."""
        for name in names:
            if name not in self.known:
                todo = did_you_mean(name, self.known, f"There is: {', '.join(self.known)}.")
                self.found.problems.append(Problem(place, f"There is no variant `{name}`.", todo))


def _is_item(value: Any) -> bool:
    """True for a mapping that holds nothing but a text of a list and its variants."""
    keys = [spelling(key).key for key in value if key not in (ONLY, NOT)] if isinstance(value, SourceMap) else []
    return bool(keys) and set(keys) == {ITEM}


def _kind(name: str) -> str:
    """What a name chooses by: a text that varies by nation lacks nothing for a level of need."""
    if name.endswith(EASY):
        return EASY
    if name in LEVELS:
        return "level"
    return "pupils" if name.partition("-")[0] in AUDIENCES else name


def spelling(written: str) -> Spelling:
    """What a key says: `text for send in cy` is `text`, for `send`, in `cy`."""
    match = KEY.fullmatch(written)
    if not match:
        return Spelling(written, written, (), "")
    return Spelling(written, match["key"], _split(match["names"] or ""), match["language"] or "")


def names_in(value: Any) -> tuple[str, ...]:
    """The names in a value such as `[send, ks2]` or `send, ks2`."""
    if isinstance(value, SourceText):
        return _split(value)
    return tuple(str(item) for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
