"""What a school may say of itself in `school.yaml`, and the rules for each detail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lessonkit.problems import Problem
from lessonkit.source.model import Model
from lessonkit.source.texts import Date, ImageFile, Nation, Words

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
WEB = re.compile(r"https://[^\s.]+\.\S+")
PHONE = re.compile(r"[+(]?\d(?:[ ()-]{0,2}\d){2,14}(?: (?:ext|extension|x)\.? ?\d{1,6})?", re.IGNORECASE)


def unusable_phone(model: Model, key: str) -> Iterator[Problem]:
    """A problem for a detail that is no telephone number."""
    value = getattr(model, key.replace("-", "_"))
    if value is not None and not PHONE.fullmatch(value):
        todo = "Write its figures, such as `01353 662000`; words about it belong elsewhere."
        yield Problem(model.place_of(key), f"`{value}` is not a phone number.", todo)


class Person(Model):
    """Somebody at the school."""

    name: Words | None = None
    phone: Words | None = None

    def problems(self) -> Iterator[Problem]:
        """A phone is a number."""
        yield from unusable_phone(self, "phone")


class LocalAuthority(Model):
    """The council in whose area the school lies."""

    name: Words | None = None
    children_social_care: Words | None = None
    """The phone number of children's social care."""

    def problems(self) -> Iterator[Problem]:
        """A phone is a number."""
        yield from unusable_phone(self, "children-social-care")


class Logo(Model):
    """The school's own picture."""

    file: ImageFile | None = None
    alt: Words | None = None
    """What it shows, for people who cannot see it."""

    def problems(self) -> Iterator[Problem]:
        """A picture has words for those who cannot see it."""
        if self.file is not None and self.alt is None:
            todo = "Add `alt:` with what a visitor sees, such as “Logo of Oak School: an oak tree”."
            yield Problem(self.place_of("file"), "The logo has no alternative text.", todo)
        if self.alt is not None and self.file is None:
            yield Problem(
                self.place_of("alt"), "This is the text of a logo without a `file`.", "Add it, or remove this."
            )


class TermDates(Model):
    """From when to when a term lasts."""

    name: Words
    start: Date
    end: Date

    def problems(self) -> Iterator[Problem]:
        """It ends after it begins."""
        if self.end <= self.start:
            what = f"The term `{self.name}` ends on {self.end}, but it starts on {self.start}."
            yield Problem(self.place_of("end"), what, "Correct one of the two.")


class School(Model):
    """`school.yaml`; every detail may be blank."""

    format: int = 1
    name: Words | None = None
    address: Words | None = None
    phone: Words | None = None
    email: Words | None = None
    web: Words | None = None
    logo: Logo = Logo()
    dsl: Person = Person()
    """The Designated Safeguarding Lead."""
    deputies: tuple[Person, ...] = ()
    """Who stands in for the DSL."""
    deputy_dsl: Person = Person()
    """The same, in files that know only one."""
    senco: Person = Person()
    """The special educational needs coordinator."""
    local_authority: LocalAuthority = LocalAuthority()
    nation: Nation = "England"
    term_dates: tuple[TermDates, ...] = ()

    @property
    def all_deputies(self) -> tuple[Person, ...]:
        """Everyone who stands in for the DSL, by name."""
        return tuple(person for person in (*self.deputies, self.deputy_dsl) if person.name)

    def problems(self) -> Iterator[Problem]:
        """Numbers and addresses are of use to a reader, deputies stand in one place, terms follow each other."""
        yield from unusable_phone(self, "phone")
        if self.email is not None and not EMAIL.fullmatch(self.email):
            todo = "Write one such as `office@oakschool.sch.uk`."
            yield Problem(self.place_of("email"), f"`{self.email}` is not an e-mail address.", todo)
        if self.web is not None and not WEB.fullmatch(self.web):
            todo = "Write the whole address, beginning with `https://`."
            yield Problem(self.place_of("web"), f"`{self.web}` is not a web address.", todo)
        if self.deputy_dsl.name and self.deputies:
            todo = "Move this one into the list `deputies`."
            yield Problem(self.place_of("deputy-dsl"), "The deputies stand in two places.", todo)
        for earlier, later in pairwise(self.term_dates):
            if later.start <= earlier.end:
                what = f"The term `{later.name}` starts on {later.start}, before `{earlier.name}` is over."
                yield Problem(later.place_of("start"), what, "Write the terms in order, none into another.")
