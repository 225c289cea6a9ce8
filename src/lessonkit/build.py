"""Building documents: read, check, compose, check, render, check again, and only then write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.check import check_definition, check_document, check_outputs, count_rules, withheld_from_readers
from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.drawing import Assets
from lessonkit.layout.adaptations import NONE, Adaptations, read_adaptations
from lessonkit.layout.compose import Composed, compose, refusals
from lessonkit.output import OutputFolder
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean, raise_if_any
from lessonkit.reading import field_names
from lessonkit.render import FORMATS, read_word_template, render
from lessonkit.source.definition import Definition
from lessonkit.source.editions import Named, documents, layout_of
from lessonkit.source.library import Library, read_library
from lessonkit.source.load import load
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.stopwatch import Stopwatch
from lessonkit.tailor.logo import printed_logo
from lessonkit.tailor.offers import Remark, suited
from lessonkit.tailor.report import remarks
from lessonkit.tailor.school import School, field_values, final_problems, read_school
from lessonkit.tailor.tailoring import PLAIN, Tailoring, tailor_for, wrong_options

if TYPE_CHECKING:
    from lessonkit.render.docx.school import WordTemplate


@dataclass(frozen=True, slots=True)
class Options:
    """What to build, how strictly, and where to."""

    output: Path | None = None
    """Where finished files go; None checks everything and writes nothing."""
    formats: Sequence[str] = tuple(FORMATS)
    final: bool = False
    """Refuse blanks, sample values, and records nobody has confirmed."""
    draft: bool = False
    """Write outputs that fail a quality check, marked as drafts; content rules still hold."""
    standard: str = "ua-1"
    """What PDF files conform to, one of `render.STANDARDS`."""
    word_template: Path | None = None
    """The school's own Word template, whose styles, theme, head and foot Word files take."""
    tailoring: Tailoring = PLAIN
    """For whom, how long and how presented."""
    lenient: bool = False
    """Leave out silently what a document does not offer of the tailoring, as the members of a pack do."""
    school: Path | None = None
    """The file with the details of the school; None for the project's own `school.yaml`."""


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
    library: Library
    school: School
    assets: Assets
    options: Options
    watch: Stopwatch = field(default_factory=Stopwatch)
    """Takes the time of one document."""
    word_template: WordTemplate | None = None
    """The school's own, for Word files."""
    adaptations: Adaptations = NONE

    @classmethod
    def open(cls, project: Project, options: Options) -> Workshop:
        """Read the records, school details and Word template; raises LessonkitError with all that is wrong in them."""
        assets = Assets(project.layouts / "icons", project.root)
        watch = Stopwatch()
        with watch.step("reading"):
            template = read_word_template(options.word_template) if options.word_template else None
            raise_if_any(wrong_options(options.tailoring))
            adaptations = read_adaptations(project.layouts, options.tailoring.adapt)
            school = read_school(project, options.school)
            options = replace(options, tailoring=replace(options.tailoring, nation=nation_of(school)))
            return cls(project, read_library(project), school, assets, options, watch, template, adaptations)


def build_all(project: Project, names: Sequence[str], options: Options) -> Iterator[str | Built]:
    """Build these definitions, or all: yields a sentence before each one and what became of it after.

    Raises LessonkitError for unknown names and for errors in the records; a definition's own errors are in its Built.
    """
    chosen = _choose(names, project)
    workshop = Workshop.open(project, options if names else replace(options, lenient=True))
    for number, document in enumerate(chosen, 1):
        yield f"{'Building' if options.output else 'Checking'} {document.name} ({number} of {len(chosen)}) ..."
        yield build(document, workshop)
        workshop = replace(workshop, watch=Stopwatch())


def _choose(names: Sequence[str], project: Project) -> list[Named]:
    """The documents to build: a definition's name stands for all its editions; an unknown name is an error."""
    known = documents(project)
    if not known:
        raise LessonkitError(Problem(None, "There is nothing to build in sources/.", "Add a definition there."))
    raise_if_any(_unknown(name, list(known)) for name in names if name not in known)
    return [each for each in known.values() if not names or {each.name, each.definition} & set(names)]


def nation_of(school: School) -> str:
    """The nation of a school as variants have it; empty for England, for which the plain texts are written."""
    return "" if school.nation == "England" else school.nation.lower().replace(" ", "-")


def _unknown(name: str, known: list[str]) -> Problem:
    todo = did_you_mean(name, known, f"There is: {', '.join(known)}.")
    return Problem(None, f"There is no document called `{name}`.", todo)


def build(document: Named, workshop: Workshop, stem: str = "") -> Built:
    """Build one document. Its errors are in the result; then nothing was written, unless as a draft.

    stem: the name of its files; empty for its own.
    """
    watch = workshop.watch
    built = Built(document.name, seconds=watch.spent, path=document.path)
    try:
        with watch.step("reading"):
            workshop, left_out = suit(document, workshop)
            definition = read_document(document, workshop, stem)
        built = replace(built, name=str(definition.name), title=str(definition.title), audience=definition.audience)
        sign_off = str(definition.reviewed.by) if definition.reviewed else "not yet reviewed"
        built = replace(built, credits=tuple(map(str, definition.credits)))
        built = replace(built, reviewed=sign_off, remarks=(*left_out, *remarks(definition)))
        with watch.step("checking"):
            findings = check_definition(definition, workshop.library, workshop.options.final)
        built = replace(built, findings=tuple(findings))
        failed = [finding.problem() for finding in findings if finding.outcome == "fail"]
        raise_if_any([*failed, *_blanks(definition, workshop)])
        return _produce(built, definition, workshop, findings)
    except LessonkitError as error:
        return replace(built, problems=error.problems)


def build_definition(definition: Definition, workshop: Workshop) -> Built:
    """Build a definition that was made by lessonkit itself, not read from a file: the index of a pack."""
    built = Built(str(definition.name), str(definition.title), definition.audience, "not yet reviewed")
    try:
        return _produce(replace(built, seconds=workshop.watch.spent), definition, workshop, [])
    except LessonkitError as error:
        return replace(built, problems=error.problems)


def suit(document: Named, workshop: Workshop) -> tuple[Workshop, tuple[Remark, ...]]:
    """The workshop for one document, with what it offers of the tailoring if others may lack it; what was left out."""
    asked = workshop.options.tailoring
    if not workshop.options.lenient or asked == PLAIN:
        return workshop, ()
    project = workshop.project
    source = load(document.path, project.relative(document.path), [])
    refused = refusals(layout_of(document, source), project.layouts)
    asked, left_out = suited(asked, source, refused, document.name)
    options = replace(workshop.options, tailoring=asked)
    return replace(workshop, options=options, adaptations=read_adaptations(project.layouts, asked.adapt)), left_out


def read_document(document: Named, workshop: Workshop, stem: str = "") -> Definition:
    """The definition of one document, tailored; raises LessonkitError with every problem in it."""
    tailor = tailor_for(workshop.options.tailoring, document, stem)
    return read_definition(document.path, workshop.project, workshop.library, tailor)


def composed_of(document: Named, workshop: Workshop) -> Composed:
    """The tree of one document, tailored; raises LessonkitError with every problem in its definition."""
    return _compose(read_document(document, workshop), workshop)


def rendered(composed: Composed, workshop: Workshop) -> dict[str, bytes]:
    """The files of a composed document, unchecked."""
    return _render(composed, workshop)


def _blanks(definition: Definition, workshop: Workshop) -> Iterator[Problem]:
    """What keeps a document from being final: blank school details, a translation or words that nobody has read."""
    if workshop.options.final:
        yield from _unread_translation(definition, workshop.options.tailoring.language)
        document = _compose(definition, workshop).document
        yield from final_problems(workshop.school, field_names(document))
        if document.unchecked:
            todo = "Have one check it and write who it was under `reviewed`, or build without --final."
            yield Problem(Place(document.words_file), "No translator has checked these words.", todo)


def _unread_translation(definition: Definition, language: str) -> Iterator[Problem]:
    if language and language not in definition.translations:
        what = f"Nobody has signed off the translation of this document into `{language}`."
        todo = f"Let somebody who knows the language read it, and add them to `translations: {{{language}: …}}`."
        yield Problem(definition.place, what, todo)


def _compose(definition: Definition, workshop: Workshop) -> Composed:
    values, logo = field_values(workshop.school), printed_logo(workshop.school, workshop.project)
    with workshop.watch.step("composing"):
        layouts, adaptations = workshop.project.layouts, workshop.adaptations
        return compose(definition, workshop.library, values, layouts, "", adaptations, logo)


def _produce(built: Built, definition: Definition, workshop: Workshop, earlier: list[Finding]) -> Built:
    """Compose, render, check and write a definition whose content is in order."""
    options = workshop.options
    made = _make(definition, workshop)
    findings = earlier + made.findings
    failed = tuple(finding.problem() for finding in findings if finding.outcome == "fail")
    built = replace(
        built,
        pages=made.pages,
        checks=count_rules(options.formats),
        findings=tuple(findings),
        reviews=tuple(finding for finding in findings if finding.outcome == "review"),
        problems=failed,
        draft=bool(failed) and options.draft,
        notes=tuple(workshop.word_template.notes) if workshop.word_template else (),
    )
    if options.output is None or (failed and not options.draft):
        return built
    files = _render(_marked(_compose(definition, workshop)), workshop) if failed else made.files
    with workshop.watch.step("writing"):
        places = OutputFolder(options.output).write(files)
    kept = tuple(options.output / name for name, path in places.items() if path.name != name)
    return replace(built, files=tuple(places.values()), kept=kept)


def _marked(composed: Composed) -> Composed:
    """The document with what a draft says on every page."""
    document = composed.document
    return replace(composed, document=replace(document, draft=document.words["failing-draft"]))


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of one document and what the checks found in them."""

    files: dict[str, bytes]
    findings: list[Finding]
    pages: int


def _make(definition: Definition, workshop: Workshop) -> _Made:
    """Compose, check, render, and check what came out; without a draft to be made, a failed check ends it early."""
    composed = _compose(definition, workshop)
    with workshop.watch.step("checking"):
        findings = check_document(composed.document, composed.theme, workshop.assets)
    if any(finding.outcome == "fail" for finding in findings) and not workshop.options.draft:
        return _Made({}, findings, 0)
    files = _render(composed, workshop)
    with workshop.watch.step("checking"):
        secrets = withheld_from_readers(definition, workshop.library)
        checked = check_outputs(composed.document, composed.theme, files, secrets)
    return _Made(files, findings + checked.findings, checked.pages)


def _render(composed: Composed, workshop: Workshop) -> dict[str, bytes]:
    with workshop.watch.step("rendering"):
        options = workshop.options
        made = composed.document, composed.theme, workshop.assets
        return render(*made, options.formats, options.standard, workshop.word_template)
