"""Editions: what one definition gives besides its main document, such as a running order or the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.dataclass import dataclass
from lessonkit.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from lessonkit.source.project import Project
    from lessonkit.source.values import SourceMap

TYPE = re.compile(rb"^type:[ \t]*['\"]?([a-z-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edition:
    """How an edition differs from the main document of its definition.

    Its own name is a variant too: `title for running-order: …` is the title that it has.
    """

    layout: str = ""
    """The layout it is poured into; empty for that of the definition."""
    audience: str = ""
    """Who reads it; empty for the readers of the definition."""


@dataclass(frozen=True, slots=True)
class Named:
    """One document of a project: a definition, and which edition of it."""

    name: str
    path: Path
    definition: str
    """The name of the definition."""
    edition: str = ""
    """Empty for the main document."""


EDITIONS: Mapping[str, Mapping[str, Edition]] = {
    "lesson": {"running-order": Edition(layout="running-order")},
    "poster": {"a3": Edition(layout="poster-a3")},
    "worksheet": {"answers": Edition(layout="worksheet-answers", audience="staff")},
}
"""The editions of each type of definition."""

NAMES = tuple(dict.fromkeys(name for editions in EDITIONS.values() for name in editions))


def documents(project: Project) -> dict[str, Named]:
    """Every document by its name: those of a definition stand together, the main one first.

    Raises LessonkitError when two definitions have the same name.
    """
    found = {}
    for definition, path in project.definitions().items():
        for edition in ("", *EDITIONS.get(type_of(path), {})):
            name = f"{definition}-{edition}" if edition else definition
            found[name] = Named(name, path, definition, edition)
    return found


def edition_of(document: Named, source: SourceMap) -> Edition:
    """How a document differs from the main one of its definition; not at all, if it is the main one."""
    return EDITIONS.get(str(source.get("type", "")), {}).get(document.edition, Edition())


def layout_of(document: Named, source: SourceMap) -> str:
    """The layout that a document is poured into."""
    return edition_of(document, source).layout or str(source.get("layout") or source.get("type", ""))


def type_of(path: Path) -> str:
    """The type of a definition as its file says it; what is wrong with it is said when it is read."""
    try:
        match = TYPE.search(path.read_bytes())
    except OSError:
        return ""
    return match[1].decode() if match else ""


def unknown(name: str, known: Iterable[str], project: Project) -> Problem:
    """What to do about a name that no document has: the name that was meant, also by the path of its file."""
    names = list(known)
    if (project.layouts / "adaptations" / f"{name}.yaml").is_file():
        todo = "It is an adaptation: write several with commas and no spaces, such as --adapt symbols,large-print."
    else:
        todo = did_you_mean(Path(name).stem or name, names, f"There is: {', '.join(names)}.")
    return Problem(None, f"There is no document called `{name}`.", todo)
