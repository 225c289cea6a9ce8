"""Composed documents kept from one build to the next, in the user's cache folder.

To read a definition, check it and pour it into its layout takes longer than to draw a leaflet, and gives the same each
time until something changes that it was made from: a byte of its files or of lessonkit, or the version of a library.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lessonkit.appearance import Theme
from lessonkit.cache import cache_folder, read_own, write_own
from lessonkit.check.rule import Finding
from lessonkit.check.strings.subject import Secret
from lessonkit.dataclass import dataclass
from lessonkit.document import Document
from lessonkit.fingerprint import Inputs, Noted, of_bytes, of_tools
from lessonkit.problems import Place
from lessonkit.source.project import Project
from lessonkit.tailor.asked import Remark

MOST = 200
"""How many documents are kept; of more, those written longest ago go."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A document ready to be drawn, and what has been found in it so far."""

    title: str
    audience: str
    reviewed: str
    credits: tuple[str, ...]
    remarks: tuple[Remark, ...]
    """What of the tailoring it has no words for."""
    document: Document
    theme: Theme
    findings: tuple[Finding, ...]
    """Of the rules about the definition and the document."""
    rules: int
    """How many those were."""
    uses: dict[str, str]
    """The fingerprints of the records and details that it prints, by names such as `contacts/childline`."""
    secrets: tuple[Secret, ...] = ()
    """What none of its files may say."""

    @property
    def whole(self) -> str:
        """The fingerprint of all that files are made from; on which lines records stand is none of it."""
        described = self.title, self.audience, self.reviewed, self.credits, self.remarks
        found = self.findings, self.rules, self.secrets
        parts = _spelled((self.document, self.theme, described, found), self.document.place.file)
        return of_bytes("\n".join(parts).encode())

    @property
    def fails(self) -> bool:
        """True if a rule has failed; such a composition is not kept."""
        return any(finding.outcome == "fail" for finding in self.findings)


def _spelled(value: Any, file: str) -> Iterator[str]:
    """Everything in a value, one part after another; of places in other files, only the file."""
    if isinstance(value, Place):
        yield repr(value if value.file == file else Place(value.file))
    elif is_dataclass(value):
        yield type(value).__name__
        for each in fields(value):
            yield from _spelled(getattr(value, each.name), file)
    elif isinstance(value, tuple | list):
        yield f"{len(value)} of"
        for item in value:
            yield from _spelled(item, file)
    elif isinstance(value, Mapping):
        yield from _spelled([*value.items()], file)
    else:
        yield repr(value)


class Compositions:
    """The compositions of one project that are kept."""

    def __init__(self, project: Project, inputs: Inputs) -> None:
        self.project = project
        self.inputs = inputs

    def get(self, name: str, definition: Path, asked: Mapping[str, str]) -> Composition | None:
        """What a definition was composed to, if all is as it was then.

        name: of the document; asked: what was asked for that a composition depends on, by its name.
        """
        kept = read_own(self._path(name, asked)) or b""
        head, _, body = kept.partition(b"\n")
        try:
            known = json.loads(head)
            files = Noted(**known["files"])
            if known["key"] != self._key(definition) or known["body"] != of_bytes(body):
                return None
            if self.inputs.changed(files.read) or self.inputs.changed(files.drawn):
                return None
            self.inputs.note(files)
            return _unpickled(body)
        except Exception:  # noqa: BLE001 - whatever is wrong in such a file, it is made anew
            return None

    def put(self, name: str, definition: Path, asked: Mapping[str, str], made: Composition, files: Noted) -> None:
        """Keep what a definition has been composed to from these files."""
        if not self.inputs.hold(files):
            return
        body = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        head = {
            "key": self._key(definition),
            "files": {"read": files.read, "drawn": files.drawn},
            "body": of_bytes(body),
        }
        path = self._path(name, asked)
        write_own(path, json.dumps(head).encode() + b"\n" + body)
        _tidy(path.parent)

    def _path(self, name: str, asked: Mapping[str, str]) -> Path:
        """The file for a document: one for each way in which it can be asked for."""
        whole = json.dumps([str(self.project.root), name, dict(asked)], sort_keys=True)
        return cache_folder() / "compositions" / of_bytes(whole.encode())

    def _key(self, definition: Path) -> str:
        """All that a composition depends on besides the files that it was read from."""
        places = (definition, self.project.root, self.project.library, self.project.layouts)
        return of_bytes(json.dumps([of_tools(), *map(str, places)]).encode())


def _tidy(folder: Path) -> None:
    """Keep the folder small."""
    try:
        files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[MOST:]:
            path.unlink()
    except OSError:
        return


class _Unpickler(pickle.Unpickler):
    """Makes objects of lessonkit's own classes, and paths; nothing else stands in a composition."""

    def find_class(self, module: str, name: str) -> Any:
        if module.split(".")[0] == "lessonkit" or (module == "pathlib" and name.endswith("Path")):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here")


def _unpickled(body: bytes) -> Composition | None:
    found = _Unpickler(BytesIO(body)).load()
    return found if isinstance(found, Composition) else None
