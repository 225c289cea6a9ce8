"""What the files of a document for pupils must not say: answers, notes for staff, contacts for others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lessonkit.check.strings.subject import Secret, squeeze
from lessonkit.problems import NOWHERE, Place
from lessonkit.source.definition import Definition
from lessonkit.source.library import Library
from lessonkit.source.records import Contact, Way
from lessonkit.source.texts import CHILDREN
from lessonkit.source.values import SourceText

RUN = 5
"""So many words in a row are no accident."""
LEAST_LETTERS = 8
"""Shorter texts, such as “yes” or 101, are in many files."""
REFERENCE = re.compile(r"<[^<>\s]+>|\]\([^()]*\)")
"""What stands for something else in Markdown: a record, the target of a link."""


def secrets_of(definition: Definition, library: Library) -> tuple[Secret, ...]:
    """What is withheld from the readers of a definition; nothing from adults."""
    if definition.audience not in CHILDREN:
        return ()
    known = squeeze(" ".join(_open_words(definition, library)))
    return (*_texts(definition.withheld.for_staff, known), *_contacts(definition, library, known))


def _open_words(definition: Definition, library: Library) -> Iterator[str]:
    """What pupils may read, in this definition or in records that it can print."""
    yield from definition.withheld.for_pupils
    yield from (str(message.text) for message in library.messages.values())
    for contact in library.contacts.values():
        if _suits(contact, definition.audience):
            yield from (str(contact.name), str(contact.who), str(contact.what), *map(_address, contact.ways))


def _texts(texts: Iterable[SourceText], known: str) -> Iterator[Secret]:
    """Runs of words that stand in no text for pupils."""
    for text in texts:
        words = [word for word in map(squeeze, REFERENCE.sub(" ", text).split()) if word]
        runs = ("".join(words[first : first + RUN]) for first in range(max(1, len(words) - RUN + 1)))
        found = tuple(dict.fromkeys(run for run in runs if len(run) >= LEAST_LETTERS and run not in known))
        if found and len(words) > 1:
            yield Secret(" ".join(text.split()), found, text.place)


def _contacts(definition: Definition, library: Library, known: str) -> Iterator[Secret]:
    """The numbers and addresses of contacts for others."""
    for contact in library.contacts.values():
        for way in () if _suits(contact, definition.audience) else contact.ways:
            address = squeeze(_address(way))
            if len(address) >= LEAST_LETTERS and address not in known:
                yield Secret(f"{contact.name}: {way.value}", (address,), _place(definition))


def _suits(contact: Contact, audience: str) -> bool:
    return audience in contact.audiences and not (contact.adults_only and audience in CHILDREN)


def _address(way: Way) -> str:
    """What is common to an address however it is printed."""
    return re.sub(r"^https?://(?:www\.)?", "", str(way.value))


def _place(definition: Definition) -> Place:
    return definition.place or NOWHERE
