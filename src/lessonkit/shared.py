"""What the documents of a project share: records, school details, a Word template, read when first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.reads import note
from lessonkit.source.project import Project

# Imported where they are used: a build that reads nothing starts in half the time.
if TYPE_CHECKING:
    from lessonkit.layout.adaptations import Adaptations
    from lessonkit.render.docx.school import WordTemplate
    from lessonkit.source.library import Library
    from lessonkit.tailor.school import School


class Shared:
    """The records and school details of a project; raises LessonkitError, when asked, for what is wrong in them."""

    def __init__(self, project: Project, school: Path | None = None, template: Path | None = None) -> None:
        """school: the file with its details, if that is not the project's own; template: its own Word template."""
        self.project = project
        self._details = school
        self._template = template
        self._adaptations: dict[tuple[str, ...], Adaptations] = {}

    def read(self, records: bool) -> None:
        """Read everything now, so that what is wrong there is not taken for a fault of one document."""
        _ = self.word_template
        if records:
            _ = self.library, self.school

    @cached_property
    def word_template(self) -> WordTemplate | None:
        """The school's own Word template, if it has one."""
        if self._template is None:
            return None
        from lessonkit.render import read_word_template

        return read_word_template(self._template)

    @property
    def library(self) -> Library:
        """Every record."""
        for path in self.project.records():
            note(path)
        return self._library

    @property
    def school(self) -> School:
        """The details of the school."""
        note(self._details or self.project.school)
        return self._school

    def adaptations(self, names: tuple[str, ...]) -> Adaptations:
        """The adaptations with these names. Raises LessonkitError for unknown ones and for those that contradict."""
        from lessonkit.layout.adaptations import read_adaptations

        for name in names:
            note(self.project.layouts / "adaptations" / f"{name}.yaml")
        if names not in self._adaptations:
            self._adaptations[names] = read_adaptations(self.project.layouts, names)
        return self._adaptations[names]

    @cached_property
    def _library(self) -> Library:
        from lessonkit.source.library import read_library

        return read_library(self.project)

    @cached_property
    def _school(self) -> School:
        from lessonkit.tailor.school import read_school

        return read_school(self.project, self._details)
