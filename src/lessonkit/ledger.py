"""The ledger of an output folder: from what each document was made, so that only what has changed is made again.

All is compared by content. What cannot be read in it, and what is not certain, is made again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.fingerprint import ABSENT, Inputs, Noted, of_bytes, of_file, tools
from lessonkit.output import OutputFolder
from lessonkit.problems import Place
from lessonkit.source.project import Project
from lessonkit.tailor.asked import Remark

LEDGER = ".lessonkit-builds.json"
FORMAT = 1
"""The version of what stands in it; another one means to build again."""


@dataclass(frozen=True, slots=True)
class Last:
    """What a document was at its last build."""

    title: str
    audience: str
    reviewed: str
    pages: int
    checks: int
    reviews: tuple[Finding, ...]
    notes: tuple[str, ...]
    remarks: tuple[Remark, ...]
    credits: tuple[str, ...]
    name: str
    """What its files are called, before their endings."""
    outputs: dict[str, str]
    """The fingerprints of the files that were written, by name."""
    kept: tuple[str, ...]
    """Word files that a person had edited and that stayed as they were."""
    uses: dict[str, str]
    """The fingerprints of the records and details that it prints, by names such as `contacts/childline`."""
    composition: str
    """The fingerprint of the composed document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as it was built last."""

    tools: dict[str, str]
    """lessonkit, Python and libraries."""
    asked: dict[str, str]
    """What was asked for, by its name."""
    places: list[str]
    """The definition, and the folders of records and layouts."""
    read: dict[str, str]
    drawn: dict[str, str]
    last: Last


@dataclass(frozen=True, slots=True)
class State:
    """Whether a document has to be built, as far as that can be said without reading its definition."""

    entry: Entry | None = None
    """Its last build, where there is one to compare with."""
    why: tuple[str, ...] = ()
    """Why it has to be built."""
    changed: tuple[str, ...] = ()
    """Files that it was composed from and that have changed: whether that changes the document, composing it shows."""

    @property
    def as_before(self) -> bool:
        """True if nothing at all has changed."""
        return self.entry is not None and not self.why and not self.changed

    @property
    def may_be_as_before(self) -> bool:
        """True if the document may turn out to be the same."""
        return self.entry is not None and not self.why


class Ledger:
    """The ledger of one output folder."""

    def __init__(self, folder: Path, project: Project, inputs: Inputs, asked: Mapping[str, str]) -> None:
        """asked: every option that can change what is written or said of a document, by its name."""
        self.folder = folder
        self.project = project
        self.inputs = inputs
        self.asked = dict(asked)
        self.known = self._load()

    def state(self, name: str, definition: Path) -> State:
        """What has changed since a document was built. name: what its files are called."""
        entry, unfinished = self._entry(name)
        if entry is None:
            return State(None, (unfinished or "it was never built here",))
        why = (*self._ways(entry, definition), *self._drawn(entry), *self._outputs(entry))
        return State(entry, why, tuple(self.inputs.changed(entry.read)))

    def write(self, name: str, definition: Path, files: Noted, last: Last) -> None:
        """Write down what a document was built from, and what it was."""
        if not self.inputs.hold(files):
            self.strike(name, "something changed while it was built")
            return
        ways = {"tools": tools(), "asked": self.asked, "places": self._places(definition)}
        self._save(name, ways | {"read": files.read, "drawn": files.drawn, "last": _plain(last)})

    def renew(self, name: str, definition: Path, files: Noted, entry: Entry, uses: Mapping[str, str]) -> None:
        """Write down that a document is as before although files have changed that it is composed from."""
        drawn = Noted(files.read, entry.drawn)
        self.write(name, definition, drawn, replace(entry.last, uses=dict(uses)))

    def strike(self, name: str, why: str) -> None:
        """Write down why a document has to be built again in any case; one of which nothing is known is so already."""
        if name in self._load():
            self._save(name, {"unfinished": why})

    # ------------------------------------------------------------------------------------------------- what changed

    def _ways(self, entry: Entry, definition: Path) -> Iterator[str]:
        """What makes documents, and what was asked for."""
        for name, now in tools().items():
            if entry.tools.get(name) != now:
                yield _of_tool(name, entry.tools.get(name, ""), now)
        for name in sorted(self.asked.keys() | entry.asked.keys()):
            if entry.asked.get(name) != self.asked.get(name):
                yield f"it was built with another {OPTIONS.get(name, name.replace('_', ' '))}"
        if entry.places != self._places(definition):
            yield "its definition, the records or the layouts lie elsewhere now"

    def _drawn(self, entry: Entry) -> Iterator[str]:
        return (self._changed(path, entry.drawn) for path in self.inputs.changed(entry.drawn))

    def _changed(self, path: str, before: Mapping[str, str]) -> str:
        now = self.inputs.of(self.project.root / path)
        return f"{path} {'is missing' if now == ABSENT else 'is new' if before[path] == ABSENT else 'changed'}"

    def _outputs(self, entry: Entry) -> Iterator[str]:
        """Outputs that are gone, and those that somebody has changed; a Word file that somebody edited is theirs."""
        for name, written in entry.last.outputs.items():
            now = of_file(self.folder / name)
            if now == ABSENT:
                yield f"its output {name} is missing"
            elif now != written and not (name.endswith(".docx") and self._edited(name, now)):
                yield f"its output {name} was changed"
        for name in entry.last.kept:
            if of_file(self.folder / name) in (ABSENT, *entry.last.outputs.values()):
                yield f"the edited {name} is gone"

    def because(self, state: State, uses: Mapping[str, str]) -> tuple[str, ...]:
        """Why a document has to be built, now that it is known what it uses: records and details go before files."""
        if state.why or state.entry is None:
            return state.why
        named = [found for path in state.changed for found in self._used(path, state.entry, uses)]
        others = [path for path in state.changed if path not in self._shared()]
        paths = others or (state.changed if not named else ())
        return (*(self._changed(path, state.entry.read) for path in paths), *named)

    def _used(self, path: str, entry: Entry, uses: Mapping[str, str]) -> Iterator[str]:
        """What the document uses of a file of records or details, and what has changed of that."""
        kind = self._shared().get(path, "")
        for name in dict.fromkeys((*entry.last.uses, *uses)):
            if kind and name.startswith(f"{kind}/") and entry.last.uses.get(name) != uses.get(name):
                yield f"the {USED[kind]} {name.removeprefix(f'{kind}/')} changed ({path})"

    def _shared(self) -> dict[str, str]:
        """The files of records and details that say what a document uses of them, with the kind of each."""
        files = (*self.project.records(), self.project.school)
        return {self.inputs.name(path): path.stem for path in files if path.stem in USED}

    def _edited(self, name: str, now: str) -> bool:
        """True if a person has changed a Word file; else another build of lessonkit's wrote it."""
        return not OutputFolder(self.folder).written(name).startswith(now)

    def edited(self, entry: Entry) -> list[str]:
        """The Word files that a person has edited."""
        changed = (name for name, written in entry.last.outputs.items() if of_file(self.folder / name) != written)
        return [*entry.last.kept, *changed]

    def _places(self, definition: Path) -> list[str]:
        return [self.inputs.name(path) for path in (definition, self.project.library, self.project.layouts)]

    # --------------------------------------------------------------------------------------------------- the file

    def _entry(self, name: str) -> tuple[Entry | None, str]:
        """A document's last build; without one, why it was not finished."""
        known = self.known.get(name)
        try:
            entry = json.loads(known["entry"]) if known and known["sum"] == of_bytes(known["entry"].encode()) else {}
            return (_entry(entry), "") if "last" in entry else (None, entry.get("unfinished", ""))
        except Exception:  # noqa: BLE001 - whatever is wrong in it, the document is built again
            return None, ""

    def _load(self) -> dict[str, Any]:
        try:
            found = json.loads((self.folder / LEDGER).read_text("utf-8"))
            documents = found["documents"] if found["format"] == FORMAT else {}
            return documents if isinstance(documents, dict) else {}
        except Exception:  # noqa: BLE001 - the same
            return {}

    def _save(self, name: str, entry: Mapping[str, Any]) -> None:
        """Write one document down; others may have been written by another process meanwhile."""
        whole = json.dumps(entry)
        self.known = self._load() | {name: {"entry": whole, "sum": of_bytes(whole.encode())}}
        text = json.dumps({"format": FORMAT, "documents": self.known}, indent=1)
        part = self.folder / f".{LEDGER}.{os.getpid()}.part"
        with suppress(OSError):  # then it is built again
            part.write_text(text, "utf-8")
            part.replace(self.folder / LEDGER)


OPTIONS = {
    "formats": "--format",
    "final": "--final",
    "standard": "--standard",
    "word_template": "Word template",
    "school": "file of school details",
}
"""What the options of a build are called."""

USED = {
    "contacts": "contact record",
    "facts": "fact record",
    "terms": "term record",
    "messages": "message record",
    "school": "school detail",
}
"""What a document uses of a file, by the name of the file."""


def _of_tool(name: str, before: str, now: str) -> str:
    if name in ("lessonkit", "Python"):
        return f"{name} itself changed"
    return f"the library {name} changed ({before or 'none'} → {now or 'none'})"


def _plain(last: Last) -> dict[str, Any]:
    """What a document was, as JSON can hold it."""
    found = {name: [*map(asdict, getattr(last, name))] for name in ("reviews", "remarks")}
    return {each.name: getattr(last, each.name) for each in fields(last)} | found


def _entry(known: Mapping[str, Any]) -> Entry:
    """An entry as the file holds it. Raises whatever when it is none."""
    last = known["last"]
    reviews = tuple(_finding(each) for each in last["reviews"])
    lists = {name: tuple(last[name]) for name in ("notes", "credits", "kept")}
    lists |= {"reviews": reviews, "remarks": tuple(Remark(**each) for each in last["remarks"])}
    return Entry(**{**known, "last": Last(**{**last, **lists})})


def _finding(known: Mapping[str, Any]) -> Finding:
    place, box = known["place"], known["box"]
    return Finding(**{**known, "place": place and Place(**place), "box": box and tuple(box)})
