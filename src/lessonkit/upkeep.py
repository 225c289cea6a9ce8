"""What somebody should confirm before a print run: contacts nobody has tried, figures and sign-offs that have aged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Place
from lessonkit.source.definition import Definition, Review
from lessonkit.source.library import Library, read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.source.records import UNCONFIRMED, Contact, Fact, Term

KINDS = ("contacts", "figures", "terms", "documents")
"""What is looked at, the most urgent first: people act on a contact."""

MONTHS = {"contacts": 18, "figures": 12, "documents": 12}
"""After how many months something is due again (fact base 9.13)."""


EMERGENCY = "Nobody has confirmed it. Look it up at its source; an emergency number is not for trying out."


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to confirm."""

    kind: str
    """One of KINDS."""
    name: str
    why: str
    """A sentence."""
    place: Place


def due(project: Project, day: date) -> list[Due]:
    """All that is due on a day, the most urgent first.

    Raises LessonkitError with the errors of the records; a definition with errors is due itself.
    """
    library = read_library(project)
    found = [*_records(library, day), *_documents(project, library, day)]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.place))


def _records(library: Library, day: date) -> Iterator[Due]:
    for contact in library.contacts.values():
        if not contact.fields and (why := _unchecked(contact, "contacts", day)):
            yield Due("contacts", str(contact.id), why, contact.place)
    for fact in library.facts.values():
        if why := _unchecked(fact, "figures", day):
            yield Due("figures", str(fact.id), why, fact.place)
    for term in library.terms.values():
        if term.confidence in UNCONFIRMED:
            yield Due("terms", str(term.id), _unsure(term), term.place)


def _unchecked(record: Contact | Fact, kind: str, day: date) -> str:
    """Why a record is due; empty if it is not."""
    if record.checked_on is None:
        if isinstance(record, Contact):
            return EMERGENCY if record.emergency else "Nobody has tried it."
        return "Nobody has looked it up."
    months = _months(record.checked_on, day)
    if months < 0:
        return f"It is said to be checked on {record.checked_on}, which is after that day."
    return f"Checked {months} months ago, by {record.checked_by}." if months >= MONTHS[kind] else ""


def _unsure(term: Term) -> str:
    return f"Its meaning has confidence {term.confidence}: {term.source}."


def _documents(project: Project, library: Library, day: date) -> Iterator[Due]:
    for name, path in project.definitions().items():
        try:
            definition = read_definition(path, project, library)
        except LessonkitError:
            yield Due("documents", name, f"It has errors; run `lessonkit check {name}`.", Place(project.relative(path)))
            continue
        yield from _sign_offs(name, definition, day)


def _sign_offs(name: str, definition: Definition, day: date) -> Iterator[Due]:
    """The sign-off of a definition, and of each of its translations."""
    signed: list[tuple[str, Review | None]] = [(name, definition.reviewed)]
    signed += [(f"{name} in {language}", review) for language, review in definition.translations.items()]
    for what, review in signed:
        if review is None:
            yield Due("documents", what, "No safeguarding professional has signed it off.", definition.place)
        elif (months := _months(review.on, day)) >= MONTHS["documents"]:
            yield Due("documents", what, f"Signed off {months} months ago, by {review.by}.", review.place)


def _months(since: date, day: date) -> int:
    """Whole months from one day to another; below 0 if it lies after."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return months - (day.day < since.day)
