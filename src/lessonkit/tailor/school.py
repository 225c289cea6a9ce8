"""The details of one school: read from `school.yaml`, blank until somebody fills them in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from lessonkit.problems import NOWHERE, Place, Problem, raise_if_any
from lessonkit.source.fields import FIELDS
from lessonkit.source.library import Library
from lessonkit.source.model import Reading
from lessonkit.source.project import Project
from lessonkit.source.references import unresolved
from lessonkit.source.validate import read_model
from lessonkit.tailor.details import School
from lessonkit.tailor.logo import readable_logo

__all__ = ["PATHS", "SAMPLE", "School", "field_values", "final_problems", "read_school"]


PATHS: dict[str, tuple[str, ...]] = {
    "school_name": ("name",),
    "school_phone": ("phone",),
    "school_email": ("email",),
    "school_web": ("web",),
    "school_address": ("address",),
    "dsl_name": ("dsl", "name"),
    "dsl_phone": ("dsl", "phone"),
    "deputy_dsl_name": ("deputies", "name"),
    "deputy_dsl_phone": ("deputies", "phone"),
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


def read_school(project: Project, file: Path | None = None) -> School:
    """The details in the project's `school.yaml`, all blank if there is none, or in another file.

    Raises LessonkitError with every problem in the file.
    """
    path = file or project.school
    if file is None and not path.exists():
        return School()
    reading = Reading()
    school = read_model(path, project.relative(path), School, reading) or School()
    problems = [*reading.problems, *unresolved(reading.references, Library(), project), *_in_quotation_marks(school)]
    raise_if_any(problems or readable_logo(school, project))
    return school


def _in_quotation_marks(school: School) -> Iterator[Problem]:
    """Values in curly quotation marks, which YAML keeps: they come with a text from Word, and would be printed."""
    for name, value in field_values(school).items():
        if value and len(value) > 1 and value[0] in "“”‘’" and value[-1] in "“”‘’":
            what = f"`{value}` stands in quotation marks, which would be printed."
            yield Problem(school.place_of(*_path(school, name)), what, f"Write it without them: `{value[1:-1]}`.")


def field_values(school: School) -> dict[str, str | None]:
    """The value of each field that documents may leave to be filled in; None for a blank."""
    return {name: _value(school, path) for name, path in PATHS.items()}


def final_problems(school: School, printed: Collection[str]) -> Iterator[Problem]:
    """What keeps a document that prints these details from being final: blanks and values of an example."""
    file = school.place.file or "sources/school.yaml"
    for name, value in field_values(school).items():
        if name not in printed:
            continue
        path = _path(school, name)
        place = school.place_of(*path) if school.place != NOWHERE else Place(file)
        key = ", ".join(f"`{part}`" for part in path)
        if value is None:
            what = f"{key} is blank: {FIELDS[name].label}."
            yield Problem(place, what, "Fill it in, or build without --final.")
        elif SAMPLE.search(value):
            what = f"{key} is `{value}`, which looks like a sample."
            yield Problem(place, what, "Write the real value, or build without --final.")


def _path(school: School, name: str) -> tuple[str, ...]:
    """Where a field stands in this file: deputies have had a place for one alone."""
    path = PATHS[name]
    return ("deputy-dsl", *path[1:]) if path[0] == "deputies" and "deputy_dsl" in school.model_fields_set else path


def _value(school: School, path: tuple[str, ...]) -> str | None:
    if path[0] == "deputies":
        known = (getattr(person, path[1]) for person in school.all_deputies)
        return ", ".join(str(value) for value in known if value) or None
    value: object = school
    for key in path:
        value = getattr(value, key.replace("-", "_"))
    return None if value is None else str(value)
