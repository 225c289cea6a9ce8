"""A designer's YAML file (theme, layout, strings) with errors that point to its lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of a settings file and where it lies."""

    path: Path
    text: str
    values: dict[str, Any]

    def error(self, key: str, what: str, allowed: list[str]) -> LessonkitError:
        """The error to raise about a key: its line is the first one that names it."""
        word = what.split("`")[1] if "`" in what else key
        todo = did_you_mean(word, allowed, f"Use one of: {', '.join(allowed)}." if allowed else "")
        return LessonkitError(Problem(self.place(key), f"In `{key}`: {what}", todo))

    def place(self, key: str) -> Place:
        """The first line on which this key stands."""
        lines = self.text.splitlines()
        found = (number for number, line in enumerate(lines, 1) if f"{key}:" in line.split("#")[0])
        return Place(name_of(self.path), next(found, 0))


def name_of(path: Path) -> str:
    """How a file of the layouts folder is called in messages: `layouts/lesson/layout.yaml`."""
    parts = path.parts
    return "/".join(parts[parts.index("layouts") :]) if "layouts" in parts else path.name


def read_settings(path: Path, keys: set[str]) -> Settings:
    """The file's mapping; raises LessonkitError when it is missing, is not YAML, or has other keys than these."""
    try:
        text = path.read_text("utf-8")
        values = yaml.safe_load(text)
    except FileNotFoundError:
        raise LessonkitError(Problem(Place(name_of(path)), "This file is missing.", _siblings(path))) from None
    except UnicodeDecodeError:
        raise LessonkitError(Problem(Place(name_of(path)), "This file is not UTF-8.", "Save it as UTF-8.")) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        problem = Problem(Place(name_of(path), line), f"This is not YAML: {error.problem}.", "Correct this line.")
        raise LessonkitError(problem) from None
    if not isinstance(values, dict):
        raise LessonkitError(Problem(Place(name_of(path)), "This file is empty.", "Copy one of its siblings."))
    settings = Settings(path, text, values)
    for key in values.keys() - keys:
        raise settings.error(str(key), f"there is no key `{key}`.", sorted(keys))
    return settings


def _siblings(path: Path) -> str:
    """What else there is of this kind: the other themes, or the other layouts."""
    if path.name == "layout.yaml":
        names = sorted(p.parent.name for p in path.parent.parent.glob("*/layout.yaml"))
    else:
        names = sorted(p.stem for p in path.parent.glob("*.yaml"))
    return f"There is: {', '.join(names)}." if names else ""
