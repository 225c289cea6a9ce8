"""What a folder that `lessonkit pack` made holds to print, with how many copies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lessonkit.dataclass import dataclass
from lessonkit.printing.job import Item
from lessonkit.problems import LessonkitError, Place, Problem

MANIFEST = "manifest.json"
EACH = {"each-pupil": "pupil", "each-family": "family", "each-adult": "adult"}
INDEX = "00-index.pdf"
PRINT = "-print.pdf"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a pack, and the document it was made from."""

    document: str
    item: Item


def members(folder: Path, pupils: int) -> list[Member]:
    """The files of a pack in its order, its index first; raises LessonkitError for a folder that is no pack.

    pupils: how many there are; 0 if nobody has said.
    """
    said = _manifest(folder)
    index = [Member("", Item(INDEX, (folder / INDEX).read_bytes()))] if (folder / INDEX).exists() else []
    return [*index, *_documents(folder, said, pupils)]


def _manifest(folder: Path) -> Any:
    try:
        said = json.loads((folder / MANIFEST).read_text("utf-8"))
        if isinstance(said["documents"], list):
            return said
    except (OSError, ValueError, KeyError, TypeError):
        pass
    what = "This folder is not a pack: its manifest.json is missing or damaged."
    raise LessonkitError(Problem(Place(folder.as_posix()), what, "Make it with `lessonkit pack`, or name PDF files."))


def _documents(folder: Path, said: Any, pupils: int) -> Iterator[Member]:
    for each in said["documents"]:
        pdfs = [name for name in each["files"] if name.endswith(".pdf")]
        name = next((name for name in pdfs if name.endswith(PRINT)), pdfs[0] if pdfs else "")
        if not name:
            continue
        path = folder / Path(name).name
        if not path.exists():
            what = f"The pack should hold {path.name}, but it is not there."
            raise LessonkitError(Problem(Place(folder.as_posix()), what, "Make the pack again."))
        for_each = EACH.get(str(each.get("copies")), "")
        counted = for_each in ("pupil", "family") and pupils > 0
        item = Item(
            path.name,
            path.read_bytes(),
            copies=pupils if counted else 1,
            for_each="" if counted else for_each,
            grey_will_do=each.get("colour") is False,
            one_sided=each.get("one-sided") is True,
            on_a_sheet=_at_least_one(each.get("copies-on-a-sheet")),
        )
        yield Member(str(each.get("document", "")), item)


def _at_least_one(said: Any) -> int:
    return said if isinstance(said, int) and said > 0 else 1
