"""What a Word file was written from: the snapshot in it, else the definition as it is now."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from lessonkit.edits.word import Edited
from lessonkit.layout.adaptations import read_adaptations
from lessonkit.layout.compose import compose
from lessonkit.layout.strings import read_strings
from lessonkit.layout.words import Words
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.snapshot import Snapshot, snapshot_of
from lessonkit.source.editions import Named, unknown
from lessonkit.source.library import Library, read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.tailor.notation import parsed
from lessonkit.tailor.school import field_values, read_school
from lessonkit.tailor.tailoring import PLAIN, tailor_for


@dataclass(frozen=True, slots=True)
class Workbench:
    """A project with its records and school details, read once."""

    project: Project
    library: Library
    values: dict[str, str | None]

    @classmethod
    def open(cls, project: Project) -> Workbench:
        """Read the records and the school details; raises LessonkitError with all that is wrong in them."""
        return cls(project, read_library(project), field_values(read_school(project)))

    def snapshot(self, path: Path, origin: str = "") -> Snapshot:
        """A definition as it would be written now, tailored as an earlier file was.

        origin: which document in which tailoring; empty for the plain document.
        Raises LessonkitError with every problem in it.
        """
        name, asked = parsed(origin) if origin else (path.stem, PLAIN)
        edition = name.removeprefix(path.stem).removeprefix("-")
        tailor = tailor_for(asked, Named(name, path, path.stem, edition))
        definition = read_definition(path, self.project, self.library, tailor)
        layouts, adaptations = self.project.layouts, read_adaptations(self.project.layouts, asked.adapt)
        return snapshot_of(compose(definition, self.library, self.values, layouts, "", adaptations).document)

    def snapshot_of_text(self, text: str, name: str, origin: str = "") -> Snapshot:
        """The same of a definition that is in no file yet; its places name a file that is gone."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_text(text, "utf-8", newline="")
            return self.snapshot(path, origin)

    def words(self) -> Words:
        """Turns Markdown into markup, with the records and details of the project."""
        return Words(self.library, self.values, read_strings(self.project.layouts / "strings", "en").strings)


def base_of(edited: Edited, path: Path, bench: Workbench, name: str = "") -> Snapshot:
    """What an edited file was written from.

    name: of its definition, for a file that no longer knows it.
    Raises LessonkitError when it is none of ours, or when that cannot be told.
    """
    if edited.snapshot and not name:
        return edited.snapshot
    known = bench.project.definitions()
    if name and name not in known:
        raise LessonkitError(unknown(name, known, bench.project))
    stem = name or next((stem for stem in known if path.stem == stem or path.name.startswith(f"{stem}.")), "")
    stem = stem or _titled(edited.title, known, bench)
    if stem not in known:
        what = "This Word file is not one that lessonkit wrote, or the program that saved it has removed our marks."
        todo = f"If it is ours, say which: --document {next(iter(known), 'NAME')}."
        raise LessonkitError(Problem(Place(path.as_posix()), what, todo))
    return bench.snapshot(known[stem])


def _titled(title: str, known: dict[str, Path], bench: Workbench) -> str:
    """The definition with this title, if there is one."""
    for stem, path in known.items() if title else ():
        try:
            if str(read_definition(path, bench.project, bench.library).title) == title:
                return stem
        except LessonkitError:
            continue
    return ""
