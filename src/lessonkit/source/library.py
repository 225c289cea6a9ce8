"""The library: every record of a project, read from its files and found by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal, TypeVar

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Place, Problem, raise_if_any
from lessonkit.source.model import Model, Reading, repeated_ids
from lessonkit.source.project import RECORDS, Project
from lessonkit.source.records import Contact, Fact, Message, Record, Symbol, Term, WordRule
from lessonkit.source.references import unresolved
from lessonkit.source.validate import read_model
from lessonkit.source.values import SourceMap

AnyRecord = TypeVar("AnyRecord", bound=Record)


class RecordFile(Model):
    """A file of records."""

    format: int

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """An id names one record."""
        for key in source:
            yield from repeated_ids(source, key)


class ContactFile(RecordFile):
    """`contacts.yaml`."""

    contacts: tuple[Contact, ...]


class FactFile(RecordFile):
    """`facts.yaml`."""

    facts: tuple[Fact, ...]


class TermFile(RecordFile):
    """`terms.yaml`."""

    terms: tuple[Term, ...]


class MessageFile(RecordFile):
    """`messages.yaml`."""

    messages: tuple[Message, ...]


class WordFile(RecordFile):
    """`words.yaml`."""

    words: tuple[WordRule, ...]


class SymbolFile(RecordFile):
    """`symbols.yaml`."""

    symbols: tuple[Symbol, ...]

    def problems(self) -> Iterator[Problem]:
        """A word has one symbol."""
        seen: set[str] = set()
        for symbol in self.symbols:
            for number, word in enumerate(symbol.words):
                if word.casefold() in seen:
                    todo = "Leave it with the symbol that shows it best."
                    yield Problem(symbol.place_of("words", number), f"The word `{word}` comes twice.", todo)
                seen.add(word.casefold())


FILES: dict[str, type[Model]] = dict(
    zip(RECORDS, (ContactFile, FactFile, TermFile, MessageFile, WordFile, SymbolFile), strict=True)
)
OPTIONAL = ("symbols",)
"""What a project may do without: no rule is missed for it."""


@dataclass(frozen=True, slots=True)
class Library:
    """All records, by id."""

    contacts: dict[str, Contact] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    words: tuple[WordRule, ...] = ()
    symbols: tuple[Symbol, ...] = ()

    def terms_named(self, names: Iterable[str] | Literal["all"], audience: str) -> list[Term]:
        """The terms with these ids that there are; `all` stands for those of an audience."""
        if names == "all":
            return [term for term in self.terms.values() if audience in term.audiences]
        return [self.terms[name] for name in names if name in self.terms]


class Looked(dict[str, AnyRecord]):
    """Records that remember which of them were looked up by their ids."""

    def __init__(self, records: Mapping[str, AnyRecord]) -> None:
        super().__init__(records)
        self.used: dict[str, AnyRecord] = {}

    def __getitem__(self, id: str) -> AnyRecord:
        self.used[str(id)] = found = super().__getitem__(id)
        return found


TABLES = ("contacts", "facts", "terms", "messages")


def watched(library: Library) -> Library:
    """The same records, for somebody whose look-ups are remembered."""
    contacts, facts = Looked(library.contacts), Looked(library.facts)
    return Library(contacts, facts, Looked(library.terms), Looked(library.messages), library.words, library.symbols)


def looked_up(library: Library) -> dict[str, Record]:
    """What was looked up in watched records, by names such as `contacts/childline`."""
    tables = {kind: getattr(library, kind) for kind in TABLES}
    return {f"{kind}/{id}": found for kind, table in tables.items() for id, found in table.used.items()}


def read_library(project: Project) -> Library:
    """Every record of a project.

    Raises LessonkitError with every problem of every file; a missing one is a problem too: without its words to avoid a
    project would pass rules that never ran.
    """
    reading = Reading()
    files = {key: _read(project, key, model, reading) for key, model in FILES.items()}
    tables = {key: _by_id(files[key]) for key in TABLES}
    library = Library(**tables, words=files["words"], symbols=files["symbols"])
    if not reading.problems:  # a file that cannot be read would make all its ids unknown
        reading.problems.extend(unresolved(reading.references, library, project))
    raise_if_any(reading.problems)
    return library


def _read(project: Project, key: str, model: type[Model], reading: Reading) -> tuple[Any, ...]:
    """The records of one file."""
    path = project.library / f"{key}.yaml"
    if not path.exists() and key in OPTIONAL:
        return ()
    if not path.exists():
        todo = f"Restore it, or write `format: 1` and `{key}: []` if there are none."
        reading.problems.append(Problem(Place(project.relative(path)), "This file of the library is missing.", todo))
        return ()
    try:
        read = read_model(path, project.relative(path), model, reading)
    except LessonkitError as error:
        reading.problems.extend(error.problems)
        return ()
    return getattr(read, key) if read else ()


def _by_id(records: tuple[AnyRecord, ...]) -> dict[str, AnyRecord]:
    return {str(record.id): record for record in records}
