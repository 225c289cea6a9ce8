"""Values that a teacher sets for one class, on the command line or in `class.yaml`, over those of the definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, LessonkitError, Place, Problem, did_you_mean
from lessonkit.source.values import SourceList, SourceMap, SourceText

FIXED = {
    "format": "It says how the file is written.",
    "type": "It says what kind of document this is.",
    "name": "File names follow from it.",
    "audience": "Use --audience.",
    "language": "Use --language.",
    "minutes": "Use --minutes.",
    "reviewed": "A sign-off belongs into the definition, with who, what and when.",
}
"""What cannot be set, and what to do instead."""

LOOKS = ("title", "subtitle", "theme")
"""What can be set without making a sign-off void."""


@dataclass(frozen=True, slots=True)
class Override:
    """One value and the path of what it replaces: `title`, `panels.2.heading`, `phases.settle.do`."""

    path: str
    value: str
    place: Place = NOWHERE
    document: str = ""
    """The document, or definition, whose value it is; empty for every one."""


def parsed(setting: str) -> Override:
    """The override that `--set path=value` says; raises LessonkitError when it is not written so."""
    path, equals, value = setting.partition("=")
    if not equals or not path.strip() or not value.strip():
        todo = 'Write a path, an equals sign and the value: --set title="Our lesson".'
        raise LessonkitError(Problem(None, f"`--set {setting}` sets nothing.", todo))
    return Override(path.strip(), value.strip(), Place(f"--set {path.strip()}"))


def override(source: SourceMap, wanted: Override) -> Iterator[Problem]:
    """Replace one value; yields what forbids that. A change of words makes a sign-off void."""
    *way, last = wanted.path.split(".")
    if wanted.path in FIXED or (way and way[0] in FIXED):
        yield Problem(wanted.place, f"`{wanted.path}` cannot be set for a class.", FIXED[(way or [last])[0]])
        return
    try:
        holder = _follow(source, way, wanted)
        _set(holder, last, wanted)
    except LessonkitError as error:
        yield from error.problems
        return
    if last not in LOOKS or way:
        source.pop("reviewed", None)


def _follow(source: SourceMap, way: list[str], wanted: Override) -> Any:
    """What holds the value."""
    found: Any = source
    for step in way:
        found = found[_key(found, step, wanted)]
    return found


def _set(holder: Any, step: str, wanted: Override) -> None:
    """Put the value where the path leads; a mapping may get a new key, which is checked with all others."""
    text = SourceText(wanted.value, wanted.place)
    if isinstance(holder, SourceMap) and step not in holder:
        holder.add(step, text, wanted.place)
        return
    key = _key(holder, step, wanted)
    if isinstance(holder[key], SourceMap | SourceList):
        inside = ", ".join(_names(holder[key]))
        raise LessonkitError(
            Problem(wanted.place, f"`{wanted.path}` is not one value.", f"Name one inside it: {inside}.")
        )
    if isinstance(holder, SourceMap):
        holder.add(str(key), text, wanted.place)
    else:
        holder[key] = text
        holder.item_places[key] = wanted.place


def _key(holder: Any, step: str, wanted: Override) -> str | int:
    """The key or index that a step of a path names; raises LessonkitError with what there is."""
    names = _names(holder)
    if step not in names:
        if not names:
            raise LessonkitError(Problem(wanted.place, f"There is nothing inside the value before `{step}`."))
        todo = did_you_mean(step, names, f"There is: {', '.join(names)}.")
        raise LessonkitError(Problem(wanted.place, f"There is no `{step}` in `{wanted.path}`.", todo))
    return step if isinstance(holder, SourceMap) else names.index(step)


def _names(holder: Any) -> list[str]:
    """What the steps into a value are called: keys, ids, or numbers from 1."""
    if isinstance(holder, SourceMap):
        return list(holder)
    if isinstance(holder, SourceList):
        return [_id(item) or str(number) for number, item in enumerate(holder, 1)]
    return []


def _id(item: Any) -> str:
    return str(item["id"]) if isinstance(item, SourceMap) and isinstance(item.get("id"), str) else ""
