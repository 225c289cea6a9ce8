"""Every document of the library for every reader it offers: no failing finding, in any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lessonkit.build import Options, Workshop, build
from lessonkit.source.editions import Named, documents
from lessonkit.source.load import load
from lessonkit.source.project import Project
from lessonkit.source.variants import LEVELS, NEEDS, named
from lessonkit.tailor.asked import Tailoring
from lessonkit.tailor.notation import notation, parsed
from lessonkit.tailor.offers import offered

PROJECT = Project(Path(__file__).parent.parent)
DOCUMENTS = documents(PROJECT)
SHARED = Workshop.open(PROJECT, Options())


def ways(document: Named) -> Iterator[str]:
    """Each audience, level of need and level of help that a document has words for."""
    source = load(document.path, document.path.name, [])
    variants = set(named(source))
    for audience in offered(source) if "audiences" in source else ():
        yield notation(document.name, Tailoring(audience=audience))
        for need in NEEDS if audience == "send" else ():
            if f"send-{need}" in variants:
                yield notation(document.name, Tailoring(audience=audience, need=need))
    for level in LEVELS:
        if level in variants:
            yield notation(document.name, Tailoring(level=level))


WAYS = [way for document in DOCUMENTS.values() for way in ways(document)]


def test_there_are_readers_of_every_age() -> None:
    asked = [parsed(way)[1].audience for way in WAYS]
    assert {"ks2", "ks3", "ks4", "send"} <= set(asked)
    assert len(WAYS) > 30


@pytest.mark.parametrize("way", WAYS)
def test_a_document_suits_each_of_its_readers(way: str) -> None:
    name, asked = parsed(way)
    workshop = replace(SHARED, options=Options(tailoring=asked), adaptations=None)
    made = build(DOCUMENTS[name], workshop)
    assert made.problems == ()
    assert made.pages > 0
