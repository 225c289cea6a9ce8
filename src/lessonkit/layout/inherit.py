"""Files that say only how they differ from another one of their kind: `based-on: calm`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lessonkit.layout.settings import name_of
from lessonkit.layout.slips import slips
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean
from lessonkit.reads import note
from lessonkit.source.load import load
from lessonkit.source.values import SourceMap, SourceText, place_at

BASE = "based-on"
LAYOUT = "layout.yaml"


def load_theme(path: Path, problems: list[Problem]) -> SourceMap:
    """The mapping in a theme's file over that of the theme it is based on, every value at its own place.

    Raises LessonkitError for a file that is missing or not YAML, and for themes that are based on each other.
    """
    return _load(path, problems, "theme", lambda file, name: file.parent / f"{name}.yaml")


def load_layout(path: Path, problems: list[Problem]) -> SourceMap:
    """The same of a layout, by its `layout.yaml`."""
    return _load(path, problems, "layout", lambda file, name: file.parent.parent / name / LAYOUT)


def template_folder(folder: Path) -> Path:
    """The folder that holds the template of a layout: its own, or that of the layout it is based on."""
    seen: list[Path] = []
    while not (folder / "page.xml.j2").is_file() and folder not in seen:
        seen.append(folder)
        note(folder / "page.xml.j2")
        base = load(folder / LAYOUT, name_of(folder / LAYOUT), []).get(BASE)
        folder = folder.parent / base if isinstance(base, SourceText) else folder
    return folder


def _load(
    path: Path, problems: list[Problem], kind: str, beside: Callable[[Path, str], Path], seen: tuple[Path, ...] = ()
) -> SourceMap:
    """A file over the one it is based on, which lies beside it."""
    own = load(path, name_of(path), problems)
    base = own.get(BASE)
    if not isinstance(base, SourceText):
        return own
    place, file = place_at(own, (BASE,)), beside(path, str(base))
    if file in (*seen, path):
        what = f"This {kind} is based on itself."
        raise LessonkitError(Problem(place, what, "Base it on another one."))
    if not file.is_file():
        raise LessonkitError(_missing(kind, str(base), path, beside, place))
    inherited = _load(file, problems, kind, beside, (*seen, path))
    if kind == "theme":
        problems.extend(slips(own, inherited))
    return _over(inherited, own)


def _missing(kind: str, base: str, path: Path, beside: Callable[[Path, str], Path], place: Place) -> Problem:
    """That there is no such file, with those there are."""
    there = beside(path, "*").relative_to(path.parents[1]).as_posix()
    files = sorted(each for each in path.parents[1].glob(there) if each != path)
    known = [each.parent.name if kind == "layout" else each.stem for each in files]
    return Problem(place, f"There is no {kind} `{base}`.", did_you_mean(base, known, f"There is: {', '.join(known)}."))


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
