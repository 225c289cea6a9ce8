"""What a definition offers of what a teacher may ask for, and what is to be done about the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.dataclass import dataclass
from lessonkit.source.values import SourceList, SourceMap, SourceText, items_of
from lessonkit.source.variants import EASY, named
from lessonkit.tailor.asked import EASY_READ, Remark

if TYPE_CHECKING:
    from lessonkit.tailor.asked import Tailoring

ADULTS = ("parents", "staff")
"""Documents for them keep their readers: an audience says which pupils they are about."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that was asked for and that a document does not offer."""

    what: str
    """A sentence."""
    todo: str
    without: Tailoring
    """What was asked for, without it."""
    short: str
    """A few words."""
    expected: bool = False
    """Nobody would expect it of such a document: a leaflet for parents has no phases to time."""


def offered(source: SourceMap) -> tuple[str, ...]:
    """The audiences that a definition can be tailored for."""
    listed = tuple(str(item) for item in items_of(source.get("audiences")) if isinstance(item, SourceText))
    own = source.get("audience")
    return listed or ((str(own),) if own else ())


def missing(asked: Tailoring, source: SourceMap, refused: Mapping[str, str], name: str) -> Iterator[Missing]:
    """What a document does not offer of what was asked for.

    refused: the adaptations that its layout refuses, with the reason.
    """
    audiences, variants = offered(source), set(named(source))
    adult = source.get("audience") in ADULTS and "audiences" not in source
    if asked.audience and asked.audience not in audiences:
        todo = f"It is for: {', '.join(audiences)}. Add a name to its `audiences:`."
        what, without = f"`{name}` has no words for {asked.audience}.", replace(asked, audience="", need="")
        yield Missing(what, todo, without, f"not for {asked.audience}", adult)
    if asked.minutes and "phases" not in source:
        yield Missing(f"`{name}` has no phases to time.", "Leave out --minutes.", replace(asked, minutes=0), "", True)
    if asked.level and asked.level not in variants:
        todo = f"Leave out --level, or write `text for {asked.level}: …` beside a text."
        yield Missing(
            f"`{name}` has no words for {asked.level}.", todo, replace(asked, level=""), f"without {asked.level}"
        )
    if asked.language and asked.language not in (own_language(source), *languages(source)):
        what = f"`{name}` has no translation into `{asked.language}`."
        todo = f"Leave out --language, or write `text in {asked.language}: …` beside its texts."
        yield Missing(what, todo, replace(asked, language=""), "not translated")
    if asked.easy and EASY_READ not in refused and not any(each.endswith(EASY) for each in variants):
        what = f"`{name}` has no words for Easy Read, and setting them larger is not enough."
        todo = "Leave out easy-read, or write `blocks for easy: …` beside its blocks."
        yield Missing(what, todo, without_adaptation(asked, EASY_READ), f"without {EASY_READ}")
    for adaptation in (each for each in asked.adapt if each in refused):
        what = f"`{adaptation}` makes no sense for `{name}`: {refused[adaptation]}"
        yield Missing(what, "Leave it out.", without_adaptation(asked, adaptation), f"without {adaptation}")


def own_language(source: SourceMap) -> str:
    """The language that a definition is written in: `en`."""
    return str(source.get("language", "en-GB")).partition("-")[0]


def languages(source: object) -> set[str]:
    """The languages into which something in a definition is translated."""
    found: set[str] = set()
    if isinstance(source, SourceMap):
        found |= {key.rpartition(" in ")[2] for key in source if " in " in key}
        found = found.union(*map(languages, source.values()))
    elif isinstance(source, SourceList):
        found = found.union(*map(languages, source))
    return found


def without_adaptation(asked: Tailoring, name: str) -> Tailoring:
    """The same without one adaptation."""
    return replace(asked, adapt=tuple(each for each in asked.adapt if each != name))


def suited(
    asked: Tailoring, source: SourceMap, refused: Mapping[str, str], name: str
) -> tuple[Tailoring, tuple[Remark, ...]]:
    """What a document can give of what was asked for, and a remark for each thing it cannot."""
    said: list[Remark] = []
    while found := next(missing(asked, source, refused, name), None):
        said += [] if found.expected else [Remark(found.what, found.short)]
        asked = found.without
    return asked, tuple(said)
