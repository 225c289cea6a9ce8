"""The documents that come with lessonkit, composed and built once for all tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lessonkit.build import Built, Options, build_all
from lessonkit.document import Document
from lessonkit.layout.compose import compose
from lessonkit.source.editions import documents
from lessonkit.source.library import read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.tailor.school import School, field_values
from lessonkit.tailor.tailoring import PLAIN, tailor_for

PROJECT = Project(Path(__file__).parent.parent)
DOCUMENTS = documents(PROJECT)
NAMES = tuple(DOCUMENTS)


@cache
def document(name: str) -> Document:
    """The document tree of a definition, with every school detail blank."""
    named = DOCUMENTS[name]
    definition = read_definition(named.path, PROJECT, tailor=tailor_for(PLAIN, named))
    return compose(definition, read_library(PROJECT), field_values(School()), PROJECT.layouts).document


def build_into(folder: Path, project: Project = PROJECT, **options: Any) -> list[Built]:
    """Build every definition of a project into a folder."""
    steps = build_all(project, [], Options(output=folder, **options))
    return [step for step in steps if isinstance(step, Built)]
