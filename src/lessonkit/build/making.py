"""From a definition to a composed document that its rules have been asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.build.built import Built
from lessonkit.build.workshop import Workshop
from lessonkit.check import (
    check_definition,
    check_document,
    count_rules,
    withheld_from_readers,
)
from lessonkit.compositions import Composition
from lessonkit.fingerprint import of_bytes
from lessonkit.options import NOT_COMPOSED, asked
from lessonkit.problems import LessonkitError, Place, Problem, raise_if_any
from lessonkit.reading import field_names
from lessonkit.source.editions import Named, layout_of
from lessonkit.tailor.asked import PLAIN, Remark

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    from lessonkit.layout.composed import Composed
    from lessonkit.source.definition import Definition
    from lessonkit.tailor.school import School


def made_of(document: Named, workshop: Workshop, stem: str = "") -> Composition | Built:
    """The composed document; where that finds something to act on, what became of it."""
    name, ways = f"{document.name} {stem}", asked(workshop.options, NOT_COMPOSED)
    with workshop.watch.step("reading"):
        kept = workshop.compositions.get(name, document.path, ways) if workshop.may_keep else None
        workshop.shared.read(records=kept is None)
    if kept is not None:
        return kept
    with workshop.inputs.noted() as files:
        made = prepare(document, workshop, stem)
    if workshop.may_keep and isinstance(made, Composition) and not made.fails:
        workshop.compositions.put(name, document.path, ways, made, files)
    return made


def prepare(document: Named, workshop: Workshop, stem: str) -> Composition | Built:
    """Read, check and compose."""
    watch = workshop.watch
    built = Built(document.name, seconds=watch.spent, path=document.path)
    try:
        with watch.step("reading"):
            workshop, left_out = suit(document, workshop)
            definition = read_document(document, workshop, stem)
            built = _described(built, definition, left_out)
        with watch.step("checking"):
            findings = check_definition(definition, workshop.library, workshop.options.final)
        built = replace(built, findings=tuple(findings))
        failed = [finding.problem() for finding in findings if finding.outcome == "fail"]
        raise_if_any([*failed, *_blanks(definition, workshop)])
        return composition(built, definition, workshop)
    except LessonkitError as error:
        return replace(built, problems=error.problems)


def _described(built: Built, definition: Definition, left_out: tuple[Remark, ...]) -> Built:
    """With what the definition says of itself, and what of the tailoring it lacks."""
    from lessonkit.tailor.report import remarks

    return replace(
        built,
        name=str(definition.name),
        title=str(definition.title),
        audience=definition.audience,
        reviewed=str(definition.reviewed.by) if definition.reviewed else "not yet reviewed",
        credits=tuple(map(str, definition.credits)),
        remarks=(*left_out, *remarks(definition)),
    )


def suit(document: Named, workshop: Workshop) -> tuple[Workshop, tuple[Remark, ...]]:
    """The workshop for one document, with what it offers of the tailoring if others may lack it; what was left out."""
    wanted = workshop.options.tailoring
    if not workshop.options.lenient or wanted == PLAIN:
        return workshop, ()
    from lessonkit.layout.compose import refusals
    from lessonkit.source.load import load
    from lessonkit.tailor.offers import suited

    project = workshop.project
    source = load(document.path, project.relative(document.path), [])
    refused = refusals(layout_of(document, source), project.layouts)
    given, left_out = suited(wanted, source, refused, document.name)
    return replace(workshop, options=replace(workshop.options, tailoring=given), adaptations=None), left_out


def read_document(document: Named, workshop: Workshop, stem: str = "") -> Definition:
    """The definition of one document, tailored; raises LessonkitError with every problem in it."""
    from lessonkit.source.read import read_definition
    from lessonkit.tailor.tailoring import tailor_for

    asked = workshop.options.tailoring
    tailoring = replace(asked, nation=asked.nation or nation_of(workshop.school))
    tailor = tailor_for(tailoring, document, stem)
    return read_definition(document.path, workshop.project, workshop.library, tailor)


def nation_of(school: School) -> str:
    """The nation of a school as variants have it; empty for England, for which the plain texts are written."""
    return "" if school.nation == "England" else school.nation.lower().replace(" ", "-")


def composed_of(document: Named, workshop: Workshop, theme: str = "") -> Composed:
    """The tree of one document, tailored; raises LessonkitError with every problem in its definition.

    theme: the name of another one than the definition asks for.
    """
    definition = read_document(document, workshop)
    if theme:
        definition = definition.model_copy(update={"theme": theme})
    composed, _ = compose_definition(definition, workshop)
    return composed


def _blanks(definition: Definition, workshop: Workshop) -> Iterator[Problem]:
    """What keeps a document from being final: blank school details, a translation or words that nobody has read."""
    if workshop.options.final:
        from lessonkit.tailor.school import final_problems

        yield from _unread_translation(definition, workshop.options.tailoring.language)
        composed, _ = compose_definition(definition, workshop)
        document = composed.document
        yield from final_problems(workshop.school, field_names(document))
        if document.unchecked:
            todo = "Have one check it and write who it was under `reviewed`, or build without --final."
            yield Problem(Place(document.words_file), "No translator has checked these words.", todo)


def _unread_translation(definition: Definition, language: str) -> Iterator[Problem]:
    if language and language not in definition.translations:
        what = f"Nobody has signed off the translation of this document into `{language}`."
        todo = f"Let somebody who knows the language read it, and add them to `translations: {{{language}: …}}`."
        yield Problem(definition.place, what, todo)


def compose_definition(definition: Definition, workshop: Workshop) -> tuple[Composed, dict[str, str]]:
    """The document, and the fingerprints of the records and details that it prints."""
    with workshop.watch.step("composing"):
        from lessonkit.layout.compose import compose
        from lessonkit.source.library import looked_up, watched
        from lessonkit.tailor.logo import printed_logo
        from lessonkit.tailor.school import field_values

        library, values = watched(workshop.library), field_values(workshop.school)
        logo, adaptations = printed_logo(workshop.school, workshop.project), workshop.adaptations
        if adaptations is None:
            adaptations = workshop.shared.adaptations(workshop.options.tailoring.adapt)
        layouts = workshop.project.layouts
        composed = compose(definition, library, values, layouts, adaptations=adaptations, logo=logo)
        details = {f"school/{name}": values.get(name) for name in field_names(composed.document)}
        used = {name: of_bytes(repr(each).encode()) for name, each in (looked_up(library) | details).items()}
    return composed, used


def composition(built: Built, definition: Definition, workshop: Workshop) -> Composition:
    """Compose a definition whose content is in order, and check the document."""
    composed, used = compose_definition(definition, workshop)
    with workshop.watch.step("checking"):
        found = check_document(composed.document, composed.theme, workshop.assets)
        rules, secrets = count_rules(()), withheld_from_readers(definition, workshop.library)
    findings = (*built.findings, *found)
    described = built.title, built.audience, built.reviewed, built.credits, built.remarks
    return Composition(*described, composed.document, composed.theme, findings, rules, used, secrets)
