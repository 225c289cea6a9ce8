"""From a composed document to files that are checked and written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessonkit.build.built import Built
from lessonkit.build.workshop import Workshop
from lessonkit.check import (
    check_outputs,
    count_output_rules,
)
from lessonkit.check.rule import Finding
from lessonkit.compositions import Composition
from lessonkit.dataclass import dataclass
from lessonkit.output import OutputFolder
from lessonkit.problems import LessonkitError
from lessonkit.render import fitted, render
from lessonkit.source.editions import Named

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    from lessonkit.appearance import Theme
    from lessonkit.document import Document
    from lessonkit.layout.composed import Composed


def finished(made: Composition | Built, document: Named, workshop: Workshop) -> Built:
    """Render, check and write a composed document; what has failed already is made only as a draft."""
    if isinstance(made, Built):
        return made
    about = made.title, made.audience, made.reviewed
    built = Built(made.document.name, *about, findings=made.findings, seconds=workshop.watch.spent, path=document.path)
    built = replace(built, credits=made.credits, remarks=made.remarks)
    try:
        return finish(built, made, workshop)
    except LessonkitError as error:
        return replace(built, problems=error.problems)


def rendered(composed: Composed, workshop: Workshop) -> dict[str, bytes]:
    """The files of a composed document, unchecked."""
    return draw(composed.document, composed.theme, workshop)


def finish(built: Built, made: Composition, workshop: Workshop) -> Built:
    """Render, check and write; raises LessonkitError where something cannot be drawn or written."""
    options, template = workshop.options, workshop.shared.word_template
    written = _drawn(made, workshop) if options.draft or not made.fails else _Made({}, [], 0)
    findings = (*made.findings, *written.findings)
    failed = tuple(finding.problem() for finding in findings if finding.outcome == "fail")
    built = replace(
        built,
        pages=written.pages,
        checks=made.rules + count_output_rules(options.formats),
        findings=findings,
        reviews=tuple(finding for finding in findings if finding.outcome == "review"),
        problems=failed,
        draft=bool(failed) and options.draft,
        notes=tuple(template.notes) if template else (),
        fitted=written.fitted,
    )
    if options.output is None or (failed and not options.draft):
        return built
    files = draw(_marked(made.document), made.theme, workshop) if failed else written.files
    with workshop.watch.step("writing"):
        places = OutputFolder(options.output).write(files)
    kept = tuple(options.output / name for name, path in places.items() if path.name != name)
    return replace(built, files=tuple(places.values()), kept=kept)


def _marked(document: Document) -> Document:
    """The document with what a draft says on every page."""
    return replace(document, draft=document.words["failing-draft"])


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of one document and what the checks found in them."""

    files: dict[str, bytes]
    findings: list[Finding]
    pages: int
    fitted: tuple[str, ...] = ()


def _drawn(made: Composition, workshop: Workshop) -> _Made:
    """Render, and check what came out."""
    files = draw(made.document, made.theme, workshop)
    with workshop.watch.step("checking"):
        checked = check_outputs(made.document, made.theme, files, made.secrets)
    said = fitted(made.document) if "pdf" in workshop.options.formats else ()
    return _Made(files, checked.findings, checked.pages, said)


def draw(document: Document, theme: Theme, workshop: Workshop) -> dict[str, bytes]:
    """The files of a document, by their names."""
    with workshop.watch.step("rendering"):
        options = workshop.options
        made = document, theme, workshop.assets
        return render(*made, options.formats, options.standard, workshop.shared.word_template)
