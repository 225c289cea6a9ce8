"""Building documents: read, check, compose, check, render, check again, and only then write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.check import (
    check_definition,
    check_document,
    check_outputs,
    count_output_rules,
    count_rules,
    withheld_from_readers,
)
from lessonkit.check.rule import Finding
from lessonkit.compositions import Composition, Compositions
from lessonkit.dataclass import dataclass
from lessonkit.drawing import Assets
from lessonkit.fingerprint import Inputs, Noted, of_bytes, of_file
from lessonkit.ledger import Entry, Last, Ledger, State
from lessonkit.options import NOT_COMPOSED, Options, asked
from lessonkit.output import OutputFolder
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean, raise_if_any
from lessonkit.reading import field_names
from lessonkit.render import render
from lessonkit.shared import Shared
from lessonkit.source.editions import Named, documents, layout_of
from lessonkit.source.project import Project
from lessonkit.stopwatch import Stopwatch
from lessonkit.tailor.asked import PLAIN, Remark

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    from lessonkit.appearance import Theme
    from lessonkit.document import Document
    from lessonkit.layout.adaptations import Adaptations
    from lessonkit.layout.composed import Composed
    from lessonkit.source.definition import Definition
    from lessonkit.source.library import Library
    from lessonkit.tailor.school import School

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


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one definition."""

    name: str
    title: str = ""
    audience: str = ""
    reviewed: str = ""
    pages: int = 0
    files: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    """Word files that a person has edited and that were left alone."""
    problems: tuple[Problem, ...] = ()
    """What the author must act on; nothing was written, unless this is a draft."""
    reviews: tuple[Finding, ...] = ()
    """What a person should look at."""
    findings: tuple[Finding, ...] = ()
    """All that the rules found: the reviews, and the failures among the problems."""
    checks: int = 0
    """How many rules ran."""
    draft: bool = False
    notes: tuple[str, ...] = ()
    """What its Word file could not take over from the school's template, one sentence each."""
    remarks: tuple[Remark, ...] = ()
    """What of the tailoring it has no words for."""
    unchanged: bool = False
    """True if nothing had to be done; the rest is what it was at its last build."""
    why: tuple[str, ...] = ()
    """Why it was built."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each step took; the first document's `reading` includes the records that all of them share."""
    path: Path = Path()
    """The file of its definition."""
    credits: tuple[str, ...] = ()
    """The ids of the messages that credit others."""

    @property
    def ok(self) -> bool:
        """True if the outputs were written as they should be."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that the documents of one project share, read once."""

    project: Project
    shared: Shared
    assets: Assets
    options: Options
    inputs: Inputs
    compositions: Compositions
    watch: Stopwatch = field(default_factory=Stopwatch)
    """Takes the time of one document."""
    adaptations: Adaptations | None = None
    """Those that documents get; None for those that the options ask for."""

    @classmethod
    def open(cls, project: Project, options: Options) -> Workshop:
        """Everything in its place; raises LessonkitError for what makes no sense in the options."""
        inputs, shared = Inputs(project.root), Shared(project, options.school, options.word_template)
        assets = Assets(project.layouts / "icons", project.root)
        if options.tailoring != PLAIN:
            from lessonkit.tailor.tailoring import wrong_options

            raise_if_any(wrong_options(options.tailoring))
            shared.adaptations(options.tailoring.adapt)
        return cls(project, shared, assets, options, inputs, Compositions(project, inputs))

    @property
    def may_keep(self) -> bool:
        """Whether documents composed earlier will do: a check looks at everything, and so does a draft.

        What is written for one class is for nobody to find in a cache.
        """
        options = self.options
        return not (options.output is None or options.draft or options.force or options.tailoring.overrides)

    @property
    def library(self) -> Library:
        """The records."""
        return self.shared.library

    @property
    def school(self) -> School:
        """The details of the school."""
        return self.shared.school

    def ledger(self) -> Ledger | None:
        """What is known of the documents in the output folder; None if nothing is written."""
        options, ways = self.options, asked(self.options)
        if options.word_template:
            ways["word_template"] = of_bytes(
                f"{options.word_template} {self.inputs.of(options.word_template)}".encode()
            )
        return Ledger(options.output, self.project, self.inputs, ways) if options.output else None


def build_all(project: Project, names: Sequence[str], options: Options) -> Iterator[str | Built]:
    """Build these definitions, or all: yields a sentence before each one and what became of it after.

    Raises LessonkitError for unknown names and for errors in the records; a definition's own errors are in its Built.
    """
    chosen = _choose(names, project)
    workshop = Workshop.open(project, options if names else replace(options, lenient=True))
    ledger = workshop.ledger()
    for number, document in enumerate(chosen, 1):
        page = _Page(document, ledger, options)
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
    raise_if_any(_unknown(name, list(known)) for name in names if name not in known)
    return [each for each in known.values() if not names or {each.name, each.definition} & set(names)]


def _unknown(name: str, known: list[str]) -> Problem:
    todo = did_you_mean(name, known, f"There is: {', '.join(known)}.")
    return Problem(None, f"There is no document called `{name}`.", todo)


class _Page:
    """One document in the ledger of the output folder."""

    def __init__(self, document: Named, ledger: Ledger | None, options: Options) -> None:
        self.document = document
        self.ledger = ledger
        self.name = "-".join(part for part in (document.name, options.tailoring.slug) if part)
        self.state = State()
        if options.force:
            self.state = State(None, ("--force was given",))
        elif ledger:
            self.state = ledger.state(self.name, document.path)

    def is_as_before(self, made: Composition) -> bool:
        """True if a document that was composed again is the same as at its last build, and nothing else has changed."""
        entry = self.state.entry
        return bool(entry and self.state.may_be_as_before and entry.last.composition == made.whole)

    def unchanged(self, entry: Entry) -> Built:
        """A document that is as it was at its last build."""
        folder, last = self.ledger.folder if self.ledger else Path(), entry.last
        about = {each.name: getattr(last, each.name) for each in fields(Built) if hasattr(last, each.name)}
        about["kept"] = tuple(folder / name for name in self.ledger.edited(entry)) if self.ledger else ()
        files = tuple(folder / name for name in last.outputs)
        return Built(**about, files=files, findings=last.reviews, unchanged=True, path=self.document.path)

    def write(self, built: Built, made: Composition | None, files: Noted) -> None:
        """Remember what was built, and from what; what failed or is a draft is built again in any case."""
        if self.ledger is None:
            return
        if built.problems or made is None:
            self.ledger.strike(self.name, "its last build was a draft" if built.draft else "its last build failed")
            return
        about = {each.name: getattr(built, each.name) for each in fields(Last) if hasattr(built, each.name)}
        about["kept"] = tuple(file.name for file in built.kept)
        outputs = {file.name: of_file(file) for file in built.files}
        last = Last(**about, outputs=outputs, uses=made.uses, composition=made.whole)
        self.ledger.write(self.name, self.document.path, files, last)


def _build_new(page: _Page, workshop: Workshop) -> Built:
    """Build a document of which something has changed, or may have."""
    with workshop.inputs.noted() as files:
        made = _made(page.document, workshop)
        if page.ledger and page.state.entry and isinstance(made, Composition) and page.is_as_before(made):
            page.ledger.renew(page.name, page.document.path, files, page.state.entry, made.uses)
            return page.unchanged(page.state.entry)
        built = _finished(made, page.document, workshop)
    if page.ledger and isinstance(made, Composition):
        built = replace(built, why=page.ledger.because(page.state, made.uses))
    page.write(built, made if isinstance(made, Composition) else None, files)
    return built


def build(document: Named, workshop: Workshop, stem: str = "") -> Built:
    """Build one document, whatever has changed. Its errors are in the result; then only drafts are written.

    stem: the name of its files; empty for its own.
    Raises LessonkitError for what is wrong in the records, in the details of the school or in its Word template.
    """
    return _finished(_made(document, workshop, stem), document, workshop)


def _made(document: Named, workshop: Workshop, stem: str = "") -> Composition | Built:
    """The composed document; where that finds something to act on, what became of it."""
    name, ways = f"{document.name} {stem}", asked(workshop.options, NOT_COMPOSED)
    with workshop.watch.step("reading"):
        kept = workshop.compositions.get(name, document.path, ways) if workshop.may_keep else None
        workshop.shared.read(records=kept is None)
    if kept is not None:
        return kept
    with workshop.inputs.noted() as files:
        made = _prepare(document, workshop, stem)
    if workshop.may_keep and isinstance(made, Composition) and not made.fails:
        workshop.compositions.put(name, document.path, ways, made, files)
    return made


def _prepare(document: Named, workshop: Workshop, stem: str) -> Composition | Built:
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
        return _composition(built, definition, workshop)
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


def build_definition(definition: Definition, workshop: Workshop) -> Built:
    """Build a definition that was made by lessonkit itself, not read from a file: the index of a pack."""
    built = Built(str(definition.name), str(definition.title), definition.audience, "not yet reviewed")
    try:
        return _finish(
            replace(built, seconds=workshop.watch.spent), _composition(built, definition, workshop), workshop
        )
    except LessonkitError as error:
        return replace(built, problems=error.problems)


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

    tailoring = replace(workshop.options.tailoring, nation=nation_of(workshop.school))
    tailor = tailor_for(tailoring, document, stem)
    return read_definition(document.path, workshop.project, workshop.library, tailor)


def nation_of(school: School) -> str:
    """The nation of a school as variants have it; empty for England, for which the plain texts are written."""
    return "" if school.nation == "England" else school.nation.lower().replace(" ", "-")


def composed_of(document: Named, workshop: Workshop) -> Composed:
    """The tree of one document, tailored; raises LessonkitError with every problem in its definition."""
    composed, _ = _compose(read_document(document, workshop), workshop)
    return composed


def rendered(composed: Composed, workshop: Workshop) -> dict[str, bytes]:
    """The files of a composed document, unchecked."""
    return _render(composed.document, composed.theme, workshop)


def _blanks(definition: Definition, workshop: Workshop) -> Iterator[Problem]:
    """What keeps a document from being final: blank school details, a translation or words that nobody has read."""
    if workshop.options.final:
        from lessonkit.tailor.school import final_problems

        yield from _unread_translation(definition, workshop.options.tailoring.language)
        composed, _ = _compose(definition, workshop)
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


def _compose(definition: Definition, workshop: Workshop) -> tuple[Composed, dict[str, str]]:
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


def _composition(built: Built, definition: Definition, workshop: Workshop) -> Composition:
    """Compose a definition whose content is in order, and check the document."""
    composed, used = _compose(definition, workshop)
    with workshop.watch.step("checking"):
        found = check_document(composed.document, composed.theme, workshop.assets)
        rules, secrets = count_rules(()), withheld_from_readers(definition, workshop.library)
    findings = (*built.findings, *found)
    described = built.title, built.audience, built.reviewed, built.credits, built.remarks
    return Composition(*described, composed.document, composed.theme, findings, rules, used, secrets)


def _finished(made: Composition | Built, document: Named, workshop: Workshop) -> Built:
    """Render, check and write a composed document; what has failed already is made only as a draft."""
    if isinstance(made, Built):
        return made
    about = made.title, made.audience, made.reviewed
    built = Built(made.document.name, *about, findings=made.findings, seconds=workshop.watch.spent, path=document.path)
    built = replace(built, credits=made.credits, remarks=made.remarks)
    try:
        return _finish(built, made, workshop)
    except LessonkitError as error:
        return replace(built, problems=error.problems)


def _finish(built: Built, made: Composition, workshop: Workshop) -> Built:
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
    )
    if options.output is None or (failed and not options.draft):
        return built
    files = _render(_marked(made.document), made.theme, workshop) if failed else written.files
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


def _drawn(made: Composition, workshop: Workshop) -> _Made:
    """Render, and check what came out."""
    files = _render(made.document, made.theme, workshop)
    with workshop.watch.step("checking"):
        checked = check_outputs(made.document, made.theme, files, made.secrets)
    return _Made(files, checked.findings, checked.pages)


def _render(document: Document, theme: Theme, workshop: Workshop) -> dict[str, bytes]:
    with workshop.watch.step("rendering"):
        options = workshop.options
        made = document, theme, workshop.assets
        return render(*made, options.formats, options.standard, workshop.shared.word_template)
