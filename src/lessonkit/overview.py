"""What can be asked of a definition: readers, needs, minutes, adaptations, documents, with their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from lessonkit.build import Workshop, composed_of, rendered, suit
from lessonkit.dataclass import dataclass
from lessonkit.layout.adaptations import AdaptationFile, all_adaptations, read_adaptations
from lessonkit.layout.compose import refusals
from lessonkit.problems import LessonkitError
from lessonkit.source.editions import Named, documents, layout_of, unknown
from lessonkit.source.load import load
from lessonkit.source.values import SourceList, SourceMap, SourceText, items_of
from lessonkit.source.variants import EASY, LEVELS, NEEDS, named
from lessonkit.tailor.asked import EASY_READ
from lessonkit.tailor.offers import languages

LONGEST = 60
"""Characters of a value that a list of values shows."""


@dataclass(frozen=True, slots=True)
class Adapted:
    """One adaptation of a definition's documents."""

    name: str
    """Empty for the plain documents."""
    summary: str
    pages: tuple[int, ...] = ()
    """Of each document; 0 for one that cannot be made so."""
    refused: str = ""
    """Why it is not offered."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What a definition offers."""

    title: str
    type: str
    readers: str
    audiences: tuple[str, ...]
    needs: tuple[str, ...]
    levels: tuple[str, ...]
    languages: tuple[str, ...]
    minutes: tuple[int, ...]
    """The author's own plans; any number between the shortest and the longest can be asked for."""
    documents: tuple[str, ...]
    pack: tuple[str, ...]
    adaptations: tuple[Adapted, ...]


def overview(name: str, workshop: Workshop) -> Iterator[str | Overview]:
    """What a definition offers: yields a sentence before each slow step, and the whole last.

    Raises LessonkitError for an unknown name, and for a file that cannot be read.
    """
    editions = documents_of(name, workshop)
    project = workshop.project
    source = load(editions[0].path, project.relative(editions[0].path), [])
    adaptations = [Adapted("", "As it stands", _pages(editions, workshop, ()))]
    for file in all_adaptations(project.layouts):
        yield f"Counting the pages with {file.name} ..."
        adaptations.append(_adapted(file, editions, source, workshop))
    variants = set(named(source))
    yield Overview(
        title=str(source.get("title", "")),
        type=str(source.get("type", "")),
        readers=str(source.get("audience", "")),
        audiences=tuple(str(item) for item in items_of(source.get("audiences"))),
        needs=tuple(need for need in NEEDS if f"send-{need}" in variants),
        levels=tuple(level for level in LEVELS if level in variants),
        languages=(str(source.get("language", "en-GB")), *sorted(languages(source))),
        minutes=tuple(int(plan) for plan in items_of(source.get("minutes")) if str(plan).isdecimal()),
        documents=tuple(each.name for each in editions),
        pack=tuple(str(each.get("document")) for each in items_of(source.get("pack")) if isinstance(each, SourceMap)),
        adaptations=tuple(adaptations),
    )


def documents_of(name: str, workshop: Workshop) -> list[Named]:
    """The documents of a definition, or one of them; raises LessonkitError for an unknown name."""
    known = documents(workshop.project)
    if name not in known:
        raise LessonkitError(unknown(name, known, workshop.project))
    return [each for each in known.values() if name in (each.name, each.definition)]


def _adapted(file: AdaptationFile, editions: Sequence[Named], source: SourceMap, workshop: Workshop) -> Adapted:
    name, summary = str(file.name), str(file.summary)
    refused = refusals(layout_of(editions[0], source), workshop.project.layouts).get(name, "")
    if name == EASY_READ and not any(each.endswith(EASY) for each in named(source)):
        refused = "it has no words for Easy Read."
    if refused:
        return Adapted(name, summary, (), refused)
    return Adapted(name, summary, _pages(editions, workshop, (name,)))


def _pages(editions: Sequence[Named], workshop: Workshop, adapt: tuple[str, ...]) -> tuple[int, ...]:
    """The pages of each document; 0 where one cannot be made."""
    tailoring = replace(workshop.options.tailoring, adapt=adapt)
    options = replace(workshop.options, tailoring=tailoring, formats=("pdf",), lenient=True)
    adaptations = read_adaptations(workshop.project.layouts, adapt)
    return tuple(_count(each, replace(workshop, options=options, adaptations=adaptations)) for each in editions)


def _count(document: Named, workshop: Workshop) -> int:
    try:
        fitting, _ = suit(document, workshop)
        files = rendered(composed_of(document, fitting), fitting)
    except LessonkitError:
        return 0
    return len(PdfReader(BytesIO(next(iter(files.values())))).pages)


def values(source: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value that can be set for a class: its path and how it begins, in the order of the file."""
    if isinstance(source, SourceText):
        text = " ".join(source.split())
        yield path, text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    elif isinstance(source, SourceMap):
        for key, value in source.items():
            yield from values(value, f"{path}.{key}" if path else key)
    elif isinstance(source, SourceList):
        for number, item in enumerate(source, 1):
            step = item.get("id") if isinstance(item, SourceMap) else None
            yield from values(item, f"{path}.{step or number}")
