"""A report as one HTML page that needs nothing but itself: for people to read, print and sign."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from lessonkit import __version__
from lessonkit.check import FOR_A_PERSON
from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.report.groups import Group, groups, told, where
from lessonkit.report.model import KINDS, VERDICTS, FileReport, Report
from lessonkit.report.pictures import Mark
from lessonkit.report.sandbox import Sandbox
from lessonkit.report.text import closing

HERE = Path(__file__).parent
CONFORMS = {True: "conforms", False: "does not conform", None: "not judged"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with its picture and the marks on it."""

    file: str
    number: int
    picture: str
    """PNG in base64."""
    marks: tuple[int, ...]


def as_html(report: Report, palette: Mapping[str, str]) -> str:
    """The page; palette: the theme's colours by role."""
    grouped = groups(report)
    numbers = _numbers(grouped)
    marked = tuple(_marked(report, numbers))
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.filters["id"] = id
    template = environment.from_string((HERE / "page.html.j2").read_text("utf-8"))
    return template.render(
        report=report,
        groups=grouped,
        numbers=numbers,
        pages=marked,
        page_of={(page.file, page.number): index for index, page in enumerate(marked, 1)},
        palette=palette,
        css=(HERE / "page.css").read_text("utf-8"),
        kinds=KINDS,
        verdicts=VERDICTS,
        conforms=CONFORMS,
        said=_said,
        closing=closing(report),
        for_a_person=FOR_A_PERSON,
        version=__version__,
    )


def _said(report: Report, file: FileReport, finding: Finding) -> Markup:
    """Where it is, what is wrong and what to do."""
    new = Markup('<span class="new">new</span> ') if report.state(file, finding) == "new" else ""
    place = Markup('<span class="where">{}</span> ').format(where(file, finding))
    return Markup("{}{}{} {}").format(place, new, finding.message, told(file, finding)).strip()


def _numbers(grouped: tuple[Group, ...]) -> dict[int, int]:
    """A number for each finding in the order of the report, by identity: two may be equal."""
    findings = [finding for group in grouped for one in group.rules for _, finding in one.shown]
    return {id(finding): number for number, finding in enumerate(findings, 1)}


def _marked(report: Report, numbers: Mapping[int, int]) -> list[Marked]:
    """The pages with findings of all PDF files."""
    with Sandbox() as sandbox:
        return [page for file in report.files if file.kind == "pdf" for page in _pages(file, numbers, sandbox)]


def _pages(file: FileReport, numbers: Mapping[int, int], sandbox: Sandbox) -> list[Marked]:
    marks = [
        Mark(numbers[id(one)], one.page, one.box, one.quote) for one in file.findings if one.page and id(one) in numbers
    ]
    if not marks:
        return []
    spots: list[list[Any]] = [[mark.number, mark.page, mark.box, mark.quote] for mark in marks]
    answer, _ = sandbox.ask(do="draw", path=file.path, marks=spots)
    return [
        Marked(file.path, page, picture, tuple(mark.number for mark in marks if mark.page == page))
        for page, picture in answer.get("pages", ())
    ]
