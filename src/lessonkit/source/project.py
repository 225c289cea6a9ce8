"""A project folder: where definitions, records, images and layouts lie, and how messages call them."""

from __future__ import annotations

import re
from pathlib import Path

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Place, Problem

PACKAGE = Path(__file__).resolve().parent.parent
LIBRARY = "library"
NOT_DEFINITIONS = frozenset((LIBRARY, "images"))
RECORDS = ("contacts", "facts", "terms", "messages", "words", "symbols")
"""The files of the library, each named after what it holds."""
FIRST_FOLDERS = ("lessons", "worksheets", "handouts", "leaflets", "guides", "letters", "sheets", "posters", "cards")


def _packaged() -> Path:
    """What travels with lessonkit: inside an installed package, or the checkout that an editable install uses."""
    inside = PACKAGE / "data"
    return inside if (inside / "sources").is_dir() else PACKAGE.parent.parent


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `sources/`, and perhaps `layouts/`; what it lacks comes with lessonkit."""

    root: Path

    @property
    def sources(self) -> Path:
        """Definitions, images and school details."""
        return self.root / "sources"

    @property
    def library(self) -> Path:
        """The records: the project's own, else those that come with lessonkit."""
        own = self.sources / LIBRARY
        return own if own.is_dir() else _packaged() / "sources" / LIBRARY

    def records(self) -> list[Path]:
        """The files of the library."""
        return [self.library / f"{kind}.yaml" for kind in RECORDS]

    @property
    def layouts(self) -> Path:
        """The layouts: the project's own, else those that come with lessonkit."""
        own = self.root / "layouts"
        return own if own.is_dir() else _packaged() / "layouts"

    @property
    def school(self) -> Path:
        """The file with the details of the school."""
        return self.sources / "school.yaml"

    @property
    def blank_school(self) -> Path:
        """The same file as it comes with lessonkit, to begin with."""
        return _packaged() / "sources" / "school.yaml"

    def relative(self, path: Path) -> str:
        """What messages call a file: its path from the project folder, with forward slashes."""
        for base in (self.root, _packaged()):
            if path.resolve().is_relative_to(base.resolve()):
                return path.resolve().relative_to(base.resolve()).as_posix()
        return path.as_posix()

    def definitions(self) -> dict[str, Path]:
        """Every definition by its name: in the folders above in their order, then in others, each in natural order.

        Raises LessonkitError when two have the same name, because one would overwrite the other's output.
        """
        found: dict[str, Path] = {}
        for path in sorted(self._definition_files(), key=_order):
            if path.stem in found:
                what = f"There is another definition with this name: {self.relative(found[path.stem])}."
                raise LessonkitError(Problem(Place(self.relative(path)), what, "Rename one of the two files."))
            found[path.stem] = path
        return found

    def _definition_files(self) -> list[Path]:
        files = [path for pattern in ("*/*.yaml", "*/*.yml") for path in self.sources.glob(pattern)]
        return [path for path in files if path.parent.name not in NOT_DEFINITIONS and path.name[0] != "."]


def find_project(start: Path | None = None) -> Project:
    """The project of a folder or file: it, or the nearest folder above, that holds `sources/` with lessons or the like.

    Without a start, that of the working folder; if there is none, what comes with lessonkit.
    Raises LessonkitError when a start was given and there is no such folder, or no project is found.
    """
    folder = (start or Path.cwd()).absolute()
    if not folder.exists():
        raise LessonkitError(Problem(Place(folder.as_posix()), "There is no such folder.", "Look at its name."))
    for candidate in (folder, *folder.parents):
        if _is_project(candidate):
            return Project(candidate)
    if start is None:
        return Project(_packaged())
    what = "This is not in a project folder: neither it nor a folder above it has `sources/` with definitions."
    raise LessonkitError(Problem(Place(start.as_posix()), what, "Name a folder that has one."))


def _is_project(folder: Path) -> bool:
    return any((folder / "sources" / name).is_dir() for name in (*FIRST_FOLDERS, LIBRARY))


def _order(path: Path) -> tuple[int, str, list[tuple[int, str]]]:
    """Known folders first; `lesson-2` before `lesson-10`."""
    folder = path.parent.name
    rank = FIRST_FOLDERS.index(folder) if folder in FIRST_FOLDERS else len(FIRST_FOLDERS)
    parts = re.findall(r"\d+|\D+", path.stem)
    return rank, folder, [(int(part), "") if part.isdecimal() else (0, part) for part in parts]
