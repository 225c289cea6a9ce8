"""Builds one document again at each save, everything warm in one process: first the pictures, then the findings."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.build import Options, Workshop, build, composed_of, rendered
from lessonkit.preview.pages import pages
from lessonkit.problems import LessonkitError, Problem
from lessonkit.reads import listening
from lessonkit.shared import Shared
from lessonkit.source.editions import Named, documents
from lessonkit.source.project import Project
from lessonkit.watch.files import Watched
from lessonkit.watch.state import Board, Picture

if TYPE_CHECKING:
    from lessonkit.layout.composed import Composed

DOTS = 120
"""An inch, of the pictures."""
PRINT = "-print.pdf"


class Studio:
    """One document, what it is made from, and the board on which it is shown."""

    def __init__(self, name: str, project: Project, options: Options) -> None:
        """Raises LessonkitError for options that make no sense."""
        self.name, self.project = name, project
        self.options = replace(options, output=None)
        self.board = Board()
        self.files = Watched()
        self._shared = Workshop.open(project, self.options).shared

    def run(self, stop: Callable[[], bool]) -> None:
        """Show the document as it is now, and again after each save, until it is time to stop."""
        self.refresh(time.perf_counter())
        while not stop():
            saved = self.files.wait(stop)
            if saved:
                self.forget(saved)
                self.refresh(time.perf_counter())

    def forget(self, saved: set[Path]) -> None:
        """Read the records and school details again if one of their files was saved."""
        shared = {*self.project.records(), self.options.school or self.project.school}
        folder = self.project.layouts / "adaptations"
        if any(path in shared or path.parent == folder for path in saved):
            self._shared = Shared(self.project, self.options.school, self.options.word_template)

    def refresh(self, since: float) -> None:
        """Show new pictures, then what the checks find; what goes wrong is shown beside the last pictures."""
        with listening(lambda path, _: self.files.watch(path)):  # before it is read: no save is missed
            self._steps(since)

    def _steps(self, since: float) -> None:
        try:
            document = self._document()
            workshop = self._workshop()
            composed = composed_of(document, workshop)
            self._show_pages(composed, workshop, since)
            self._show_rest(document, composed, workshop)
        except LessonkitError as error:
            self._show(errors=error.problems, findings=())

    def _document(self) -> Named:
        """The document as it lies in the project now."""
        found = documents(self.project).get(self.name)
        if found is None:
            todo = "Give its file back the name that it had, or stop with Ctrl-C and begin anew."
            raise LessonkitError(Problem(None, f"There is no document `{self.name}` any more.", todo))
        return found

    def _workshop(self) -> Workshop:
        return replace(Workshop.open(self.project, self.options), shared=self._shared)

    def _show_pages(self, composed: Composed, workshop: Workshop, since: float) -> None:
        """Draw and show the pages that are read; those to print follow."""
        files = rendered(composed, replace(workshop, options=replace(self.options, formats=("pdf",))))
        read = next(data for name, data in files.items() if not name.endswith(PRINT))
        pictures = _pictures(read, self.name, "Page")
        milliseconds = round(1000 * (time.perf_counter() - since))
        title = composed.document.title
        self._show(pictures=pictures, title=title, errors=(), findings=None, milliseconds=milliseconds)
        printed = [data for name, data in files.items() if name.endswith(PRINT)]
        self._keep(sheets=_pictures(printed[0], self.name, "Side") if printed else ())

    def _show_rest(self, document: Named, composed: Composed, workshop: Workshop) -> None:
        """The web page, and what the checks find; a save in between comes first."""
        page = rendered(composed, replace(workshop, options=replace(self.options, formats=("html",))))
        self._show(web=next(iter(page.values())))
        if self.files.pending():
            return
        built = build(document, self._workshop())
        told = {finding.problem() for finding in built.findings}
        others = tuple(problem for problem in built.problems if problem not in told)
        self._show(findings=built.findings, errors=others, notes=built.fitted)

    def _show(self, **changes: object) -> None:
        """Show the last state with these changes, as the next version."""
        self._keep(version=self.board.state.version + 1, name=self.name, **changes)

    def _keep(self, **changes: object) -> None:
        """Change what is shown without a new version: it comes with the next one."""
        self.board.show(replace(self.board.state, **changes))  # type: ignore[arg-type]


def _pictures(data: bytes, name: str, label: str) -> tuple[Picture, ...]:
    return tuple(Picture(f"{label} {number}", page) for number, page in enumerate(pages(data, name, dots=DOTS), 1))
