"""A `school.yaml` that is being filled in: its values, what is wrong with a new one, and the file in the end."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File

import yaml

from lessonkit.edits.details import values_of, with_value, without_entry
from lessonkit.edits.scalars import Path, compose
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean
from lessonkit.source.project import Project
from lessonkit.tailor.questions import LISTS, QUESTIONS
from lessonkit.tailor.school import SAMPLE, read_school

OLD_DEPUTY = "deputy-dsl"
"""Where files that know one deputy have them."""


@dataclass
class SchoolFile:
    """The text of the file, and what has been changed in it so far."""

    project: Project
    file: File
    text: str
    original: str
    data: bytes
    """As it was on the disk."""
    problems: Sequence[Problem] = field(default_factory=tuple)
    """What is wrong in it anyway."""

    @classmethod
    def open(cls, project: Project, file: File | None = None) -> SchoolFile:
        """The project's file or another one; a blank one that is not there yet. LessonkitError if it is no YAML."""
        path = file or project.school
        data = path.read_bytes() if path.exists() else b""
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        opened = cls(project, path, text, text, data)
        if data:
            opened.problems = _problems(project, path)
            try:
                compose(text)
            except yaml.YAMLError:
                raise LessonkitError(*opened.problems) from None
        else:
            opened.text = blank_file(project)
        return opened

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.project.relative(self.file)

    def wrong(self, text: str) -> Sequence[Problem]:
        """The problems of a text, as the build would tell them."""
        with tempfile.TemporaryDirectory() as folder:
            path = File(folder) / self.file.name
            path.write_text(text, "utf-8", newline="")
            return _problems(self.project, path)

    def value(self, path: Path) -> str:
        """A value; empty if there is none."""
        return values_of(self.text).get(path, "")

    def entry(self, key: str, index: int) -> dict[str, str]:
        """The details of an entry of a list."""
        old = key == "deputies" and not index and not self.value((key, 0, "name"))
        places = {name: (OLD_DEPUTY, name) if old else (key, index, name) for name in LISTS[key]}
        if old and not any(map(self.value, places.values())):
            places = {name: (key, index, name) for name in LISTS[key]}
        return {name: self.value(path) for name, path in places.items()}

    def changed(self, values: Mapping[Path, str]) -> tuple[str, Sequence[Problem]]:
        """The text with these values, and what would be wrong with it that is not wrong now."""
        text = self.text
        if any(path[0] == "deputies" for path in values):
            text = with_deputies(text)
        try:
            for path, value in values.items():
                text = with_value(text, path, value)
        except ValueError:
            todo = "Write it into the file by hand."
            return self.text, (Problem(None, "This cannot be written without changing more than this value.", todo),)
        known = {problem.what for problem in self.wrong(self.text)}
        return text, [problem for problem in self.wrong(text) if problem.what not in known]

    def remove(self, key: str, index: int) -> None:
        """Take an entry out of a list."""
        self.text = without_entry(with_deputies(self.text) if key == "deputies" else self.text, (key, index))

    def changes(self) -> list[tuple[str, str, str]]:
        """Each changed detail: its key, what it was and what it is."""
        before, after = values_of(self.original), values_of(self.text)
        paths = list(dict.fromkeys([*after, *before]))
        return [(key_of(path), before.get(path, ""), after.get(path, "")) for path in paths if path != ("format",)
                and before.get(path, "") != after.get(path, "")]  # fmt: skip

    def write(self) -> None:
        """Write the file, whole or not at all. LessonkitError if it changed in the meantime or cannot be written."""
        place = Place(self.name)
        if (self.file.read_bytes() if self.file.exists() else b"") != self.data:
            raise LessonkitError(Problem(place, "This file has just been changed.", "Run it again."))
        text = self.text.replace("\n", "\r\n") if b"\r\n" in self.data else self.text
        part = self.file.with_name(f".{self.file.name}.{os.getpid()}.part")
        try:
            part.write_bytes((BOM_UTF8 if self.data.startswith(BOM_UTF8) else b"") + text.encode())
            if self.data:
                shutil.copymode(self.file, part)
            part.replace(self.file)
        except OSError as error:
            what = f"This file cannot be written: {error.strerror}."
            raise LessonkitError(Problem(place, what, "Check that you may write there.")) from None
        finally:
            part.unlink(missing_ok=True)


def _problems(project: Project, path: File) -> Sequence[Problem]:
    try:
        read_school(project, path)
    except LessonkitError as error:
        return error.problems
    return ()


def blank_file(project: Project) -> str:
    """The file that comes with lessonkit, without any values that somebody wrote into it."""
    text = project.blank_school.read_text("utf-8")
    for path, value in values_of(text).items():
        if value and path not in (("format",), ("nation",)):
            text = with_value(text, path, "")
    return text


def looks_like_a_sample(value: str) -> bool:
    """True for what a final build would refuse."""
    return SAMPLE.search(value) is not None


def key_of(path: Path) -> str:
    """How a place is written: `deputies.1.name`, counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def path_of(key: str) -> Path:
    """The place that a key names. Raises LessonkitError for one that `school.yaml` does not have."""
    steps = [int(step) - 1 if step.isdecimal() else step for step in key.split(".")]
    known = [question.key for question in QUESTIONS if not question.is_list]
    known += [f"{name}.1.{inner}" for name, names in LISTS.items() for inner in names]
    if re.sub(r"\.[1-9]\d?\.", ".1.", key) not in known:
        todo = did_you_mean(key, known, f"There is: {', '.join(known)}.")
        raise LessonkitError(Problem(None, f"A school has no detail `{key}`.", todo))
    return tuple(steps)


def with_deputies(text: str) -> str:
    """The file with a list of deputies in place of the one whom older files know."""
    found = re.search(rf"^{OLD_DEPUTY}:(?P<rest>.*)\n(?P<lines>(?: +.*\n|\n(?= ))*)", text, re.MULTILINE)
    if found is None:
        return text
    rest, lines = found["rest"], found["lines"]
    if "{" in rest:
        rest = re.sub(r"\{(.*)\}", r"[{\1}]", rest)
    first, *others = lines.splitlines(keepends=True) or [""]
    if first:
        indent = len(first) - len(first.lstrip())
        first = f"{first[:indent]}- {first[indent:]}"
    moved = "".join([f"deputies:{rest}\n", first, *(f"  {line}" if line.strip() else line for line in others)])
    return text[: found.start()] + moved + text[found.end() :]
