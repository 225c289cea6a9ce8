"""Making a pack: build its documents under short names, then the index, the parents' view, the report and the ZIP."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lessonkit.build import Built, Workshop, build, build_definition
from lessonkit.dataclass import dataclass
from lessonkit.layout.adaptations import NONE
from lessonkit.layout.geometry import copies_on_sheet, layout_for
from lessonkit.layout.strings import read_strings
from lessonkit.layout.theme import read_theme
from lessonkit.output import OutputFolder
from lessonkit.pack.archive import archive
from lessonkit.pack.index import Packed, Wording, index_of
from lessonkit.pack.manifest import NAME, manifest
from lessonkit.pack.paper import Paper, paper_of
from lessonkit.pack.plan import Member, Plan, folder_name, plan
from lessonkit.report.as_html import as_html
from lessonkit.report.model import Report
from lessonkit.report.of_definition import of_definition
from lessonkit.source.lesson import Lesson
from lessonkit.source.project import Project
from lessonkit.tailor.tailoring import Tailoring

REPORT = "check-report.html"
PARENTS = "parent-view"
"""The folder with everything that pupils will see, for their parents."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants packed."""

    name: str
    output: Path
    pupils: int = 0
    """How many copies pupils need; 0 if nobody has said."""
    class_name: str = ""
    zipped: bool = True
    adapt_all: bool = False
    """Adapt what adults get, too."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What became of a pack."""

    folder: Path
    documents: tuple[Built, ...]
    archive: Path | None = None
    absent: tuple[str, ...] = ()
    """Documents that the lesson names and the library does not hold yet."""
    others: tuple[Path, ...] = ()
    """Files of an earlier pack, or of somebody else, that lie in its folder and are no part of it."""

    @property
    def ok(self) -> bool:
        """True if everything in it was built as it should be."""
        return all(built.ok for built in self.documents)


def make_pack(request: Request, workshop: Workshop) -> Iterator[str | Pack]:
    """Make a pack: yields a sentence before each step, and what became of it last.

    Raises LessonkitError for an unknown name, or a definition that names no pack.
    """
    wanted = plan(request.name, workshop)
    folder = request.output / folder_name(request.name, request.class_name)
    workshop = replace(workshop, options=replace(workshop.options, output=folder, lenient=True))
    workshop = _for_its_pupils(workshop, wanted.lesson)
    plain = _without_adaptations(workshop)
    built: list[tuple[Member, Built]] = []
    for number, member in enumerate(wanted.members, 1):
        yield f"Building {member.stem} ({number} of {len(wanted.members)}) ..."
        adapted = request.adapt_all or member.for_pupils
        built.append((member, build(member.named, workshop if adapted else plain, member.stem)))
    made = tuple(each for _, each in built)
    if not all(each.ok for each in made):
        yield Pack(folder, made, None, wanted.absent, _others(folder, _files(made)))
        return
    yield "Writing the index and the report ..."
    packed = [Packed(member, each, _paper(member, each, workshop.project)) for member, each in built]
    index = _write_index(wanted, packed, request, workshop)
    rest = _write_rest(wanted, packed, index, workshop, folder)
    files = _files((index, *made)) | set(rest)
    zipped = _zip(folder, files) if request.zipped and index.ok else None
    yield Pack(folder, (index, *made), zipped, wanted.absent, _others(folder, files))


def _for_its_pupils(workshop: Workshop, lesson: Lesson) -> Workshop:
    """For the usual pupils of the lesson if nobody has named others: its cards and posters say what its plan says.

    Pupils with SEND are told to tell first; a card for Key Stage 3 beside their lesson would teach another order.
    """
    options = workshop.options
    if options.tailoring.audience or not lesson.audiences:
        return workshop
    tailoring = replace(options.tailoring, audience=str(lesson.audiences[0]))
    return replace(workshop, options=replace(options, tailoring=tailoring))


def _files(made: Iterable[Built]) -> set[Path]:
    """The files of these documents, and the Word files among them that a person has edited."""
    return {path for each in made for path in (*each.files, *each.kept)}


def _others(folder: Path, files: Collection[Path]) -> tuple[Path, ...]:
    """What lies in the folder of a pack and is not of it: an old number there must not pass for a new one."""
    there = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return tuple(sorted(path for path in there if path not in files))


def _without_adaptations(workshop: Workshop) -> Workshop:
    """For what adults get: pupils need the adaptations, staff and families have asked for none."""
    options = workshop.options
    tailoring = replace(options.tailoring, adapt=())
    return replace(workshop, options=replace(options, tailoring=tailoring), adaptations=NONE)


def _to_print(built: Built) -> Path:
    """The file that goes to the printer: the print edition where there is one."""
    pdfs = {path.name: path for path in built.files if path.suffix == ".pdf"}
    return pdfs.get(f"{built.name}-print.pdf") or next(iter(pdfs.values()))


def _paper(member: Member, built: Built, project: Project) -> Paper:
    """How a document is printed: cards without a print edition have no backs, so nothing is printed behind them."""
    path = _to_print(built)
    definition = member.named.path
    if path.stem.endswith("-print"):
        return replace(paper_of(path.read_bytes()), copies=copies_on_sheet(definition, project))
    return paper_of(path.read_bytes(), one_sided=layout_for(definition, project).grid is not None)


def _write_index(wanted: Plan, packed: list[Packed], request: Request, workshop: Workshop) -> Built:
    """The index, built and checked like any document; it has no pupils' words, so it is not tailored."""
    strings = read_strings(workshop.project.layouts / "strings", str(wanted.lesson.language)).strings
    notes = [note for each in packed if (note := _short(each))]
    made_for = described(workshop.options.tailoring, strings)
    index = index_of(wanted.lesson, made_for, packed, notes, Wording(strings, request.pupils))
    return build_definition(index, replace(workshop, adaptations=NONE))


def _short(packed: Packed) -> str:
    """What a document lacks, in a few words: the manifest has the sentences and lines."""
    said = ", ".join(remark.short for remark in packed.built.remarks)
    return f"{packed.member.stem}: {said}." if said else ""


def described(asked: Tailoring, strings: dict[str, str]) -> str:
    """For whom a pack was made, in words: `pupils with SEND, moderate needs; 45 minutes; dyslexia-friendly`."""
    audience = strings[f"audience-{asked.audience}"] if asked.audience else ""
    need = strings[f"need-{asked.need}"] if asked.need else ""
    parts = [
        ", ".join(part for part in (audience, need) if part),
        strings["time-plan"].format(plan=asked.minutes) if asked.minutes else "",
        *(strings[f"adaptation-{name}"] for name in asked.adapt),
    ]
    return "; ".join(part for part in parts if part) or strings["pack-for-anybody"]


def _write_rest(wanted: Plan, packed: list[Packed], index: Built, workshop: Workshop, folder: Path) -> list[Path]:
    """Write the manifest, the report of the checks, and the parents' view; returns the files."""
    project = workshop.project
    palette = read_theme(project.layouts / "themes" / "calm.yaml").palette
    report = Report(tuple(of_definition(each.built, project) for each in packed))
    school = str(workshop.school.name or "")
    asked = workshop.options.tailoring
    said = manifest(str(wanted.lesson.name), asked, school, packed, index, workshop.library)
    written = OutputFolder(folder).write({NAME: said.encode(), REPORT: as_html(report, palette).encode()})
    shown = [each for each in packed if each.member.for_pupils]
    if not shown:
        return list(written.values())
    files = [path for each in shown for path in each.built.files if path.suffix == ".pdf"]
    view = OutputFolder(folder / PARENTS).write({path.name: path.read_bytes() for path in files})
    return [*written.values(), *view.values()]


def _zip(folder: Path, files: Collection[Path]) -> Path:
    """The files of a pack as one file beside its folder."""
    name = f"{folder.name}.zip"
    return OutputFolder(folder.parent).write({name: archive(folder, files)})[name]
