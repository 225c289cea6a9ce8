"""The first page of a pack: what is in it, how many copies, on what paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lessonkit.build import Built
from lessonkit.dataclass import dataclass
from lessonkit.pack.paper import Paper
from lessonkit.pack.plan import Member
from lessonkit.source.definition import Definition
from lessonkit.source.pack import PackIndex
from lessonkit.source.values import SourceList, SourceMap, SourceText

STEM = "00-index"


@dataclass(frozen=True, slots=True)
class Packed:
    """One document of a pack that was built."""

    member: Member
    built: Built
    paper: Paper
    """Of the file to print."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the index says in the language of the pack."""

    strings: Mapping[str, str]
    pupils: int
    """How many copies pupils need; 0 if nobody has said."""

    def row(self, packed: Packed) -> dict[str, str]:
        """The cells of one document."""
        asked, paper = packed.member.asked, packed.paper
        return {
            "file": packed.member.stem,
            "role": str(asked.role),
            "title": packed.built.title,
            "receiver": self.strings[f"pack-for-{asked.for_}"],
            "copies": self.copies(asked.copies),
            "paper": self.paper(paper),
            "colour": self.strings["pack-colour" if asked.colour else "pack-grey"],
        }

    def copies(self, copies: str) -> str:
        """`2`, or `one for each pupil` where nobody has said how many there are."""
        if copies == "each-pupil" and self.pupils:
            return str(self.pupils)
        if copies == "each-family" and self.pupils:
            return self.strings["pack-families"].format(number=self.pupils)
        return self.strings[f"pack-copies-{copies}"]

    def paper(self, paper: Paper) -> str:
        """`A4, 14 pages on 7 sheets, both sides`."""
        if paper.pages == 1:
            return self.strings["pack-page"].format(size=paper.size)
        key = "pack-pages" if paper.sheets > 1 else "pack-sheet"
        return self.strings[key].format(size=paper.size, pages=paper.pages, sheets=paper.sheets)


def index_of(
    lesson: Definition, made_for: str, packed: Sequence[Packed], notes: Iterable[str], wording: Wording
) -> PackIndex:
    """The definition of the index of a pack."""
    strings = wording.strings
    before = [strings[key] for key in ("pack-before-1", "pack-before-2", "pack-before-3", "pack-before-4")]
    said = {
        "format": "1",
        "type": "pack",
        "name": STEM,
        "title": strings["pack-title"],
        "subtitle": str(lesson.title),
        "audience": "staff",
        "language": str(lesson.language),
        "layout": "pack",
        "theme": str(lesson.theme),
        "summary": strings["pack-summary"],
        "version": str(lesson.version),
        "date": str(lesson.date),
        "credits": list(map(str, lesson.credits)),
        "made-for": made_for,
        "members": [wording.row(each) for each in packed],
        "before": before,
        "parents": "true" if any(each.member.for_pupils for each in packed) else "false",
        "notes": list(notes),
    }
    index = PackIndex.model_validate(source_of(said))
    index._place = lesson.place
    return index


def source_of(value: object) -> SourceMap | SourceList | SourceText:
    """Plain values as a definition holds them."""
    if isinstance(value, dict):
        mapping = SourceMap(_NOWHERE)
        for key, each in value.items():
            mapping.add(key, source_of(each), _NOWHERE)
        return mapping
    if isinstance(value, list):
        items = SourceList(_NOWHERE)
        for each in value:
            items.add(source_of(each), _NOWHERE)
        return items
    return SourceText(str(value))


_NOWHERE = SourceText("").place
