"""Themes that say only how they differ from another one: `based-on: calm`."""

from __future__ import annotations

from pathlib import Path

from lessonkit.layout.settings import name_of
from lessonkit.problems import LessonkitError, Problem, did_you_mean
from lessonkit.source.load import load
from lessonkit.source.values import SourceMap, SourceText, place_at

BASE = "based-on"


def load_theme(path: Path, problems: list[Problem], seen: tuple[str, ...] = ()) -> SourceMap:
    """The mapping in a theme's file over that of the theme it is based on, every value at its own place.

    Raises LessonkitError for a file that is missing or not YAML, and for themes that are based on each other.
    """
    own = load(path, name_of(path), problems)
    base = own.get(BASE)
    if not isinstance(base, SourceText):
        return own
    place = place_at(own, (BASE,))
    if base in (*seen, path.stem):
        raise LessonkitError(Problem(place, "This theme is based on itself.", "Base it on another one."))
    if not (path.parent / f"{base}.yaml").is_file():
        known = sorted(each.stem for each in path.parent.glob("*.yaml") if each != path)
        todo = did_you_mean(base, known, f"There is: {', '.join(known)}.")
        raise LessonkitError(Problem(place, f"There is no theme `{base}`.", todo))
    return _over(load_theme(path.parent / f"{base}.yaml", problems, (*seen, path.stem)), own)


def _over(base: SourceMap, own: SourceMap) -> SourceMap:
    """A mapping with the values of another one where it has none itself, at every depth."""
    merged = SourceMap(own.place)
    for key, value in base.items():
        merged.add(key, value, base.key_places[key])
    for key, value in own.items():
        inner = base.get(key)
        if isinstance(inner, SourceMap) and isinstance(value, SourceMap):
            value = _over(inner, value)
        merged.add(key, value, own.key_places[key])
    return merged
