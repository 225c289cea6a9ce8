"""The details of one school: read from `school.yaml`, blank until somebody fills them in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lessonkit.problems import NOWHERE, Place, Problem, raise_if_any
from lessonkit.source.fields import FIELDS
from lessonkit.source.model import Model, Reading
from lessonkit.source.project import Project
from lessonkit.source.texts import Nation, Words
from lessonkit.source.validate import read_model


class Person(Model):
    """Somebody at the school."""

    name: Words | None = None
    phone: Words | None = None


class LocalAuthority(Model):
    """The council in whose area the school lies."""

    name: Words | None = None
    children_social_care: Words | None = None
    """The phone number of children's social care."""


class School(Model):
    """`school.yaml`; every detail may be blank."""

    format: int = 1
    name: Words | None = None
    address: Words | None = None
    phone: Words | None = None
    email: Words | None = None
    web: Words | None = None
    dsl: Person = Person()
    """The Designated Safeguarding Lead."""
    deputy_dsl: Person = Person()
    senco: Person = Person()
    """The special educational needs coordinator."""
    local_authority: LocalAuthority = LocalAuthority()
    nation: Nation = "England"

    def problems(self) -> Iterator[Problem]:
        """Addresses are ones that a reader can use."""
        if self.email is not None and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", self.email):
            todo = "Write one such as `office@oakschool.sch.uk`."
            yield Problem(self.place_of("email"), f"`{self.email}` is not an e-mail address.", todo)
        if self.web is not None and not re.fullmatch(r"https://\S+", self.web):
            todo = "Write the whole address, beginning with `https://`."
            yield Problem(self.place_of("web"), f"`{self.web}` is not a web address.", todo)


PATHS: dict[str, tuple[str, ...]] = {
    "school_name": ("name",),
    "school_phone": ("phone",),
    "school_email": ("email",),
    "school_web": ("web",),
    "school_address": ("address",),
    "dsl_name": ("dsl", "name"),
    "dsl_phone": ("dsl", "phone"),
    "deputy_dsl_name": ("deputy-dsl", "name"),
    "senco_name": ("senco", "name"),
    "children_social_care": ("local-authority", "children-social-care"),
    "local_authority": ("local-authority", "name"),
}
"""Where each field stands in `school.yaml`."""

SAMPLE = re.compile(
    r"""
      \b(?:example|sample|specimen|your|demo)\b | \btest\s(?:school|name)\b     # not Test Valley
    | \ba\.?\s?n\.?\s?other\b | \bj(?:oe|ane|ohn)\s(?:bloggs|doe)\b
    | \banytown\b | \bany\s(?:school|road|street)\b
    | \b(?:tbc|tbd|todo|xxx+)\b | lorem\sipsum
    | example\.(?:org|com|net|sch\.uk|co\.uk) | \.(?:test|example|invalid)\b
    | 0?1234[\s-]?567[\s-]?890 | \b0+(?:[\s-]?0{2,})+$
    | \b(?:01632[\s-]?960|07700[\s-]?900|020[\s-]?7946[\s-]?0|01\d1[\s-]?496[\s-]?0)\d{3}\b    # kept for drama by Ofcom
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Values that someone left in from an example."""


def read_school(project: Project) -> School:
    """The details of the project's school, all blank if it has no `school.yaml`.

    Raises LessonkitError with every problem in the file.
    """
    if not project.school.exists():
        return School()
    reading = Reading()
    school = read_model(project.school, project.relative(project.school), School, reading)
    raise_if_any(reading.problems)
    return school or School()


def field_values(school: School) -> dict[str, str | None]:
    """The value of each field that documents may leave to be filled in; None for a blank."""
    return {name: _value(school, path) for name, path in PATHS.items()}


def final_problems(school: School, printed: Collection[str]) -> Iterator[Problem]:
    """What keeps a document that prints these details from being final: blanks and values of an example."""
    file = school.place.file or "sources/school.yaml"
    for name, value in field_values(school).items():
        if name not in printed:
            continue
        path = PATHS[name]
        place = school.place_of(*path) if school.place != NOWHERE else Place(file)
        key = ", ".join(f"`{part}`" for part in path)
        if value is None:
            what = f"{key} is blank: {FIELDS[name].label}."
            yield Problem(place, what, "Fill it in, or build without --final.")
        elif SAMPLE.search(value):
            what = f"{key} is `{value}`, which looks like a sample."
            yield Problem(place, what, "Write the real value, or build without --final.")


def _value(school: School, path: tuple[str, ...]) -> str | None:
    value: object = school
    for key in path:
        value = getattr(value, key.replace("-", "_"))
    return None if value is None else str(value)
