"""A new layout or theme: a file that says only how it differs from another one, with all that it could say as notes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from lessonkit import schemas
from lessonkit.layout.inherit import BASE, LAYOUT
from lessonkit.problems import LessonkitError, Problem, did_you_mean
from lessonkit.source.project import Project
from lessonkit.starters.begin import check_name, missing_schema, refuse, write_new

OPENING = """\
# The {kind} `{name}`: what it says here, over the {kind} `{base}`.
format: 1
name: {name}
{based}: {base}

# Below stands what `{base}` says. Take the # away from lines that you change, and from the key above them;
# leave the rest: it follows `{base}`.
{hint}
"""
HINTS = {
    "layout": "# To change what stands where, copy page.xml.j2 of `{base}` beside this file, and edit that.",
    "theme": "# `lessonkit theme {name}` says how well its colours can be read on each other.",
}


def new_layout(name: str, base: str, project: Project) -> list[Path]:
    """Write a layout based on another one, and return what was written; a project gets layouts of its own before.

    Raises LessonkitError for a name that is taken, and for a base that is not there.
    """
    known = sorted(path.parent.name for path in project.layouts.glob(f"*/{LAYOUT}"))
    return _new("layout", name, base, known, project)


def new_theme(name: str, base: str, project: Project) -> list[Path]:
    """The same for a theme."""
    return _new("theme", name, base, sorted(path.stem for path in project.layouts.glob("themes/*.yaml")), project)


def _new(kind: str, name: str, base: str, known: Iterable[str], project: Project) -> list[Path]:
    check_name(name)
    if base not in known:
        todo = did_you_mean(base, known, f"There is: {', '.join(known)}.")
        raise LessonkitError(Problem(None, f"There is no {kind} `{base}`.", todo))
    path = _place(kind, name, project.layouts)
    if path.exists() or (kind == "layout" and path.parent.exists()):
        refuse(project.relative(path))
    layouts = _own_layouts(project)
    path = _place(kind, name, layouts)
    text = _difference(kind, name, base, _place(kind, base, layouts))
    return write_new({path: schemas.modeline(kind, path, project) + text, **missing_schema(kind, project)})


def _place(kind: str, name: str, layouts: Path) -> Path:
    return layouts / name / LAYOUT if kind == "layout" else layouts / "themes" / f"{name}.yaml"


def _own_layouts(project: Project) -> Path:
    """The layouts of the project; a copy of those that come with lessonkit if it has none."""
    own = project.root / "layouts"
    if not own.is_dir():
        shutil.copytree(project.layouts, own)
    return own


def _difference(kind: str, name: str, base: str, file: Path) -> str:
    """A file that is based on another one, with what that says as comments."""
    said = file.read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(said) if line.startswith("name:")) + 1
    hint = HINTS[kind].format(name=name, base=base)
    opening = OPENING.format(kind=kind, name=name, base=base, based=BASE, hint=hint)
    lines = (f"# {line}" if line else "" for line in said[start:] if not line.startswith(f"{BASE}:"))
    return opening + "\n".join(lines).rstrip("\n") + "\n"
