"""Looking up the ids that a file uses: records, school details, chapters, icons and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.problems import Problem, did_you_mean, nearest
from lessonkit.source.fields import FIELDS
from lessonkit.source.model import Reference
from lessonkit.source.project import Project

if TYPE_CHECKING:
    from lessonkit.source.library import Library

WHERE = {
    "contact": "Contacts stand in library/contacts.yaml.",
    "web-contact": "Contacts stand in library/contacts.yaml.",
    "fact": "Facts stand in library/facts.yaml.",
    "term": "Terms stand in library/terms.yaml.",
    "message": "Messages stand in library/messages.yaml.",
    "icon": "Icons lie in layouts/icons.",
}
NAMES = {"field": "school detail", "web-contact": "contact with a web address"}
"""What messages call the kinds whose names alone do not say it."""

PICTURES = (".png", ".jpg", ".jpeg", ".svg")
SHOWN = 12
"""How many names a message lists before it says where to look."""


def unresolved(
    references: Iterable[Reference], library: Library, project: Project, chapters: Iterable[str] = ()
) -> Iterator[Problem]:
    """A problem for every reference that leads nowhere."""
    known = {
        "contact": list(library.contacts),
        "web-contact": [id for id, contact in library.contacts.items() if contact.web],
        "fact": list(library.facts),
        "term": list(library.terms),
        "message": list(library.messages),
        "field": list(FIELDS),
        "chapter": list(chapters),
        "icon": sorted(path.stem for path in (project.layouts / "icons").glob("*.svg")),
    }
    for reference in references:
        if reference.kind == "file":
            yield from _picture(reference, project.sources)
        elif reference.id not in known[reference.kind]:
            yield _unknown(reference, known[reference.kind])


def _unknown(reference: Reference, known: list[str]) -> Problem:
    kind = NAMES.get(reference.kind, reference.kind)
    todo = did_you_mean(reference.id, known, _what_there_is(reference.kind, known))
    return Problem(reference.place, f"There is no {kind} `{reference.id}`.", todo)


def _what_there_is(kind: str, known: list[str]) -> str:
    if kind == "chapter" and not known:
        return "Only a guide has chapters to link to."
    if known and (len(known) <= SHOWN or kind not in WHERE):
        return f"There is: {', '.join(known)}."
    return WHERE.get(kind, "")


def _picture(reference: Reference, sources: Path) -> Iterator[Problem]:
    """The path of a picture leads to a file inside the folder of the sources."""
    path = (sources / reference.id).resolve()
    if Path(reference.id).is_absolute() or not path.is_relative_to(sources.resolve()):
        todo = "Copy it into `sources/images` and write `images/…`."
        yield Problem(reference.place, f"The picture `{reference.id}` lies outside the folder `sources`.", todo)
    elif not path.is_file():
        todo = _picture_meant(path, sources) or "Write its path from the folder `sources`, such as `images/photo.png`."
        yield Problem(reference.place, f"There is no picture `{reference.id}`.", todo)


def _picture_meant(path: Path, sources: Path) -> str:
    """Which picture might have been meant: one of that name anywhere in the sources, or one with a name like it."""
    files = [file for file in sorted(sources.rglob("*")) if file.suffix.lower() in PICTURES]
    same = (file for file in files if file.stem.lower() == path.stem.lower())
    beside = {file.stem: file for file in files if file.parent == path.parent}
    meant = next(same, beside.get(nearest(path.stem, beside) or ""))
    return f"Did you mean `{meant.relative_to(sources).as_posix()}`?" if meant else ""
