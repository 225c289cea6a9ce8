"""Writing finished files: all of a document or none, never half a file, never over a teacher's own edits."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lessonkit.problems import LessonkitError, Place, Problem

RECORD = ".lessonkit.json"
"""In the output folder: the SHA-256 of every Word file as we wrote it."""


class OutputFolder:
    """A folder of finished files that remembers what it wrote."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, files: Mapping[str, bytes]) -> dict[str, Path]:
        """Write these files together; returns where each went: a Word file may go beside an edited one.

        Raises LessonkitError when a file cannot be written; then none has changed.
        """
        with _explained(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            record = self._record()
            places = {name: self._place(name, data, record) for name, data in files.items()}
            self._replace({places[name]: data for name, data in files.items()})
            record |= {places[n].name: _hash(data) for n, data in files.items() if n.endswith(".docx")}
            self._replace({self.path / RECORD: json.dumps(record, indent=1, sort_keys=True).encode()})
        return places

    def written(self, name: str) -> str:
        """The SHA-256 of a Word file as it was written last; empty for one that was not."""
        return str(self._record().get(name, ""))

    def _record(self) -> dict[str, str]:
        try:
            record = json.loads((self.path / RECORD).read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            record = None
        # Without a record every Word file there counts as edited, which loses nothing.
        return record if isinstance(record, dict) else {}

    def _place(self, name: str, data: bytes, record: dict[str, str]) -> Path:
        """Where this file goes: its own name, unless a person has changed the Word file that is there."""
        return next(path for path in self._candidates(name) if self._is_ours(path, data, record))

    def _candidates(self, name: str) -> Iterator[Path]:
        path = self.path / name
        yield path
        yield path.with_suffix(f".new{path.suffix}")
        for number in range(2, 1000):
            yield path.with_suffix(f".new-{number}{path.suffix}")

    def _is_ours(self, path: Path, data: bytes, record: dict[str, str]) -> bool:
        if path.suffix != ".docx" or not path.exists():
            return True
        there = _hash(path.read_bytes())
        return there in (record.get(path.name), _hash(data))

    def _replace(self, files: Mapping[Path, bytes]) -> None:
        """Write each file under a temporary name first, then rename them all: a rename is atomic.

        The name is that of this process alone, so that two builds at the same time do not disturb each other.
        """
        temporary = {path.with_name(f".{path.name}.{os.getpid()}.part"): (path, data) for path, data in files.items()}
        try:
            for part, (_, data) in temporary.items():
                part.write_bytes(data)
            for part, (path, _) in temporary.items():
                part.replace(path)
        finally:
            for part in temporary:
                part.unlink(missing_ok=True)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """File system errors in words."""
    try:
        yield
    except PermissionError as error:
        name = re.sub(r"^\.(.+)\.\d+\.part$", r"\1", Path(error.filename or folder).name)
        todo = "Check that you may write there, close it in other programs, or choose another folder with --output."
        raise LessonkitError(Problem(Place(folder.name), f"`{name}` cannot be written.", todo)) from None
    except (NotADirectoryError, FileExistsError):
        problem = Problem(Place(folder.name), "This is a file, not a folder.", "Choose a folder with --output.")
        raise LessonkitError(problem) from None
    except OSError as error:
        what = f"The files cannot be written: {error.strerror}."
        raise LessonkitError(Problem(Place(folder.name), what, "Free some space or choose another folder.")) from None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
