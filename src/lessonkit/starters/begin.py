"""A new definition, from the starter of its type."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Template

from lessonkit import schemas
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.source.project import FIRST_FOLDERS, Project
from lessonkit.source.read import TYPES
from lessonkit.source.texts import ID

TEXTS = Path(__file__).parent / "texts"
STARTERS = tuple(TYPES)
"""The types of definition that can be begun."""
OF_WINDOWS = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))
"""Names that belong to devices there, whatever stands after a dot."""


def new_definition(kind: str, name: str, project: Project) -> list[Path]:
    """Write a commented definition of a type that builds at once; returns what was written.

    Raises LessonkitError for a name that is taken or cannot be one.
    """
    check_name(name)
    path = project.sources / folder_of(kind) / f"{name}.yaml"
    taken = project.definitions().get(name)
    if taken or path.exists():
        refuse(project.relative(taken or path))
    starter = Template((TEXTS / f"{kind}.yaml").read_text("utf-8"))
    title = name.replace("-", " ").replace("_", " ").capitalize()
    text = starter.safe_substitute(name=name, title=title, date=date.today().isoformat())
    head = schemas.modeline(kind, path, project)
    return write_new({path: head + text, **missing_schema(kind, project)})


def folder_of(kind: str) -> str:
    """The folder in `sources/` for definitions of a type."""
    return next(folder for folder in FIRST_FOLDERS if folder in (kind, f"{kind}s"))


def check_name(name: str) -> None:
    """A name serves as that of files, in links and in commands."""
    if not ID.fullmatch(name):
        todo = "Use small letters, figures and hyphens, such as `autumn-leaflet`."
        raise LessonkitError(Problem(None, f"`{name}` cannot be a name.", todo))
    if name in OF_WINDOWS:
        what = f"`{name}` cannot be a name: Windows opens no file that is called so."
        raise LessonkitError(Problem(None, what, f"Choose another one, such as `{name}-lesson`."))


def refuse(file: str) -> None:
    """What is there stays: raises the error that says so."""
    what = "There is a file with this name already, and it was left as it is."
    raise LessonkitError(Problem(Place(file), what, "Choose another name."))


def missing_schema(kind: str, project: Project) -> dict[Path, str]:
    """The schema that a first line names, if the project has none yet."""
    path = project.root / schemas.FOLDER / schemas.file_of(kind)
    return {} if path.exists() else {path: schemas.text(kind)}


def write_new(files: dict[Path, str]) -> list[Path]:
    """Write files that are not there yet; returns them."""
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            todo = "Check that you may write there."
            raise LessonkitError(Problem(Place(path.name), f"It cannot be written: {error.strerror}.", todo)) from None
    return list(files)
