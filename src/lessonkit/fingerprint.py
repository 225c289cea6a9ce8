"""Fingerprints of all that a document is made from: by content, never by time. A stale number is worse than a wait."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from functools import cache
from pathlib import Path

from lessonkit import __version__
from lessonkit.dataclass import dataclass
from lessonkit.reads import listening, note
from lessonkit.source.project import PACKAGE

ABSENT = ""
"""The fingerprint of a file that is not there."""

LIBRARIES = (
    "annotated_types",
    "charset_normalizer",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown_it_py",
    "markupsafe",
    "mdurl",
    "openxml_audit",
    "page_validation",
    "pillow",
    "pydantic",
    "pydantic_core",
    "pypdf",
    "pypdfium2",
    "pyphen",
    "python_docx",
    "pyyaml",
    "reportlab",
    "segno",
    "typing_extensions",
    "typing_inspection",
    "uharfbuzz",
)
"""The distributions that take part in making or checking a document, as their folders are called."""


def of_bytes(data: bytes) -> str:
    """The fingerprint of these bytes."""
    return hashlib.sha256(data).hexdigest()[:32]


def of_file(path: Path) -> str:
    """The fingerprint of a file; ABSENT if there is none that can be read."""
    return _of_path(str(path))


@dataclass(slots=True)
class Noted:
    """Files with the fingerprints that they had before they were read."""

    read: dict[str, str] = field(default_factory=dict)
    """Those that reach finished files through the document, its theme and what was found in them."""
    drawn: dict[str, str] = field(default_factory=dict)
    """Fonts and pictures."""


class Inputs:
    """The files of one run of the command, each with the fingerprint that it had before it was read first."""

    def __init__(self, root: Path) -> None:
        """root: what the paths of files are written from, where they lie in it."""
        self.root = root
        self._seen: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The fingerprint of a file."""
        if path not in self._seen:
            self._seen[path] = of_file(path)
        return self._seen[path]

    @contextmanager
    def noted(self) -> Iterator[Noted]:
        """The files that are noted within the block, by their paths."""
        found = Noted()

        def hear(path: Path, drawn: bool) -> None:
            (found.drawn if drawn else found.read)[self.name(path)] = self.of(path)

        with listening(hear):
            yield found

    def name(self, path: Path) -> str:
        """The path of a file, from the project folder if it lies there."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def note(self, files: Noted) -> None:
        """Say that these files would be read, if what came of them were not known."""
        for drawn, paths in ((False, files.read), (True, files.drawn)):
            for path in paths:
                note(self.root / path, drawn)

    def changed(self, files: Mapping[str, str]) -> list[str]:
        """Those of the files that have another fingerprint now."""
        return [path for path, written in files.items() if self.of(self.root / path) != written]

    def hold(self, files: Noted) -> bool:
        """False if one of the files has changed since it was read first: then nothing is certain of what came of it."""
        both = files.read | files.drawn
        return all(of_file(self.root / path) == written for path, written in both.items())


@cache
def tools() -> dict[str, str]:
    """What makes documents: lessonkit by the fingerprint of its code, Python and the libraries by their versions."""
    code = (f"{path.removeprefix(str(PACKAGE))} {_of_path(path)}" for path in sorted(_code(str(PACKAGE))))
    return {"lessonkit": of_bytes("\n".join((__version__, *code)).encode()), "Python": sys.version} | versions()


def of_tools() -> str:
    """The fingerprint of all of them."""
    return of_bytes(repr(tools()).encode())


def _code(package: str) -> Iterator[str]:
    """Every file of the package; what Python has compiled and the packaged sources left out."""
    for folder, folders, names in os.walk(package):
        packaged = "data" if folder == package else ""
        folders[:] = [name for name in folders if name not in ("__pycache__", packaged)]
        yield from (f"{folder}{os.sep}{name}" for name in names)


def _of_path(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - for hundreds of files, paths as objects take as long as reading
            return of_bytes(file.read())
    except OSError:
        return ABSENT


def versions() -> dict[str, str]:
    """The installed versions of the libraries, as the folders that pip has written say them: `lxml-6.1.3.dist-info`."""
    found: dict[str, str] = {}
    for entry in sys.path:
        for folder in _names(entry):
            if folder.endswith(".dist-info"):
                name, _, version = folder.removesuffix(".dist-info").partition("-")
                found.setdefault(name.replace(".", "_").lower(), version)
    return {library: found.get(library, "") for library in LIBRARIES}


def _names(folder: str) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder or ".")]
    except OSError:
        return []
