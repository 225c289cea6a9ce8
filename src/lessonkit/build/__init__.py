"""Building documents: read, check, compose, check, render, check again, and only then write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.build.built import Built
from lessonkit.build.finishing import finish, finished, rendered
from lessonkit.build.making import composed_of, composition, made_of, read_document, suit
from lessonkit.build.page import Page
from lessonkit.build.workshop import Workshop
from lessonkit.compositions import Composition
from lessonkit.options import Options
from lessonkit.problems import LessonkitError, Problem, raise_if_any
from lessonkit.source.editions import Named, documents, unknown
from lessonkit.source.project import Project
from lessonkit.stopwatch import Stopwatch

if TYPE_CHECKING:
    from lessonkit.source.definition import Definition

__all__ = [
    "Built",
    "Options",
    "Workshop",
    "build",
    "build_all",
    "build_definition",
    "composed_of",
    "read_document",
    "rendered",
    "suit",
]


def build_all(project: Project, names: Sequence[str], options: Options) -> Iterator[str | Built]:
    """Build these definitions, or all: yields a sentence before each one and what became of it after.

    Raises LessonkitError for unknown names and for errors in the records; a definition's own errors are in its Built.
    """
    chosen = _choose(names, project)
    workshop = Workshop.open(project, options if names else replace(options, lenient=True))
    ledger = workshop.ledger()
    for number, document in enumerate(chosen, 1):
        page = Page(document, ledger, options)
        if page.state.entry and page.state.as_before:
            yield page.unchanged(page.state.entry)
            continue
        doing = "Checking" if ledger is None else "Comparing" if page.state.may_be_as_before else "Building"
        yield f"{doing} {document.name} ({number} of {len(chosen)}) ..."
        yield _build_new(page, workshop)
        workshop = replace(workshop, watch=Stopwatch())


def _choose(names: Sequence[str], project: Project) -> list[Named]:
    """The documents to build: a definition's name stands for all its editions; an unknown name is an error."""
    known = documents(project)
    if not known:
        raise LessonkitError(Problem(None, "There is nothing to build in sources/.", "Add a definition there."))
    raise_if_any(unknown(name, known, project) for name in names if name not in known)
    return [each for each in known.values() if not names or {each.name, each.definition} & set(names)]


def _build_new(page: Page, workshop: Workshop) -> Built:
    """Build a document of which something has changed, or may have."""
    with workshop.inputs.noted() as files:
        made = made_of(page.document, workshop)
        if page.ledger and page.state.entry and isinstance(made, Composition) and page.is_as_before(made):
            page.ledger.renew(page.name, page.document.path, files, page.state.entry, made.uses)
            return page.unchanged(page.state.entry)
        built = finished(made, page.document, workshop)
    if page.ledger and isinstance(made, Composition):
        built = replace(built, why=page.ledger.because(page.state, made.uses))
    page.write(built, made if isinstance(made, Composition) else None, files)
    return built


def build(document: Named, workshop: Workshop, stem: str = "") -> Built:
    """Build one document, whatever has changed. Its errors are in the result; then only drafts are written.

    stem: the name of its files; empty for its own.
    Raises LessonkitError for what is wrong in the records, in the details of the school or in its Word template.
    """
    return finished(made_of(document, workshop, stem), document, workshop)


def build_definition(definition: Definition, workshop: Workshop) -> Built:
    """Build a definition that was made by lessonkit itself, not read from a file: the index of a pack."""
    built = Built(str(definition.name), str(definition.title), definition.audience, "not yet reviewed")
    try:
        return finish(replace(built, seconds=workshop.watch.spent), composition(built, definition, workshop), workshop)
    except LessonkitError as error:
        return replace(built, problems=error.problems)
