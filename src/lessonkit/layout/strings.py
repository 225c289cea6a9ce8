"""The words of layouts and formats in one language: a YAML file each, with English for what a translation lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lessonkit.dataclass import dataclass
from lessonkit.layout.named import Named
from lessonkit.layout.settings import name_of, read_settings
from lessonkit.problems import Problem, did_you_mean, raise_if_any
from lessonkit.reads import note
from lessonkit.source.definition import Review
from lessonkit.source.fields import FIELDS, FieldLabel
from lessonkit.source.model import Model
from lessonkit.source.texts import Language, Words

ENGLISH = "en"
"""The language that is complete, and that others are held against."""

PLACE = re.compile(r"\{(\w*)\}")
"""Where something is put into a text: `{number}`."""

Value = TypeVar("Value")


class FieldWords(Model):
    """What a school detail is called where it is blank, and in tables."""

    label: Words
    title: Words


class StringsFile(Model):
    """A file in `layouts/strings`."""

    format: int
    language: Language
    reviewed: Review | None = None
    """The translator who has checked it."""
    strings: dict[str, Words]
    """What layouts print."""
    words: dict[str, Words]
    """What formats say beside the words of a document: of a blank, a tick box, a note."""
    fields: dict[str, FieldWords]
    """What belongs into the blanks for school details."""

    def texts(self) -> dict[tuple[str, ...], str]:
        """Every text by its keys."""
        found: dict[tuple[str, ...], str] = {("strings", key): str(text) for key, text in self.strings.items()}
        found |= {("words", key): str(text) for key, text in self.words.items()}
        for key, field in self.fields.items():
            found |= {("fields", key, "label"): str(field.label), ("fields", key, "title"): str(field.title)}
        return found


@dataclass(frozen=True, slots=True)
class Strings:
    """All words of one language."""

    strings: dict[str, str]
    words: dict[str, str]
    fields: dict[str, FieldLabel]
    file: str = ""
    """What messages call the file of the language."""
    missing: tuple[str, ...] = ()
    """Names of texts that are English for want of a translation."""
    unchecked: bool = False
    """No translator has checked the file."""


def read_strings(folder: Path, language: str) -> Strings:
    """The words for documents in a language, such as `cy` or `en-GB`; what it lacks is English.

    Raises LessonkitError for a text that English does not have, or that has another place to put something into.
    """
    english = read_settings(folder / f"{ENGLISH}.yaml", StringsFile)
    raise_if_any(_unknown_fields(english))
    name = language.partition("-")[0].lower()
    path = folder / f"{name}.yaml"
    note(path)  # whether it is there or not
    if name == ENGLISH:
        return _strings(english.texts(), path)
    if not path.is_file():
        return replace(_strings(english.texts(), path), missing=("all of them",))
    file = read_settings(path, StringsFile)
    own, base = file.texts(), english.texts()
    raise_if_any(_unlike(file, own, base))
    missing = tuple(".".join(key) for key in base if key not in own)
    return replace(_strings(base | own, path), missing=missing, unchecked=file.reviewed is None)


def _strings(texts: Mapping[tuple[str, ...], str], path: Path) -> Strings:
    parts: dict[str, dict[str, str]] = {"strings": {}, "words": {}}
    fields = dict(FIELDS)
    for (part, key, *rest), text in texts.items():
        if part == "fields":
            known = fields[key]
            fields[key] = replace(known, label=text) if rest == ["label"] else replace(known, title=text)
        else:
            parts[part][key] = text
    file = name_of(path)
    return Strings(Named(parts["strings"], "text", file), Named(parts["words"], "text", file), fields, file)


def _unknown_fields(english: StringsFile) -> Iterator[Problem]:
    for key in english.fields:
        if key not in FIELDS:
            todo = did_you_mean(key, FIELDS, "Remove it.")
            yield Problem(english.place_of("fields", key), f"There is no school detail `{key}`.", todo)


def _unlike(
    file: StringsFile, own: Mapping[tuple[str, ...], str], base: Mapping[tuple[str, ...], str]
) -> Iterator[Problem]:
    """What a translation says otherwise than in other words."""
    for key, text in own.items():
        place = file.place_of(*key)
        if key not in base:
            known = [name for part, name, *_ in base if part == key[0]]
            what = f"English has no text `{key[1]}`."
            yield Problem(place, what, did_you_mean(key[1], known, "Remove it, or add it to en.yaml first."))
        elif set(PLACE.findall(text)) != set(PLACE.findall(base[key])):
            wanted = (
                " and ".join(f"{{{name}}}" for name in dict.fromkeys(PLACE.findall(base[key]))) or "nothing in braces"
            )
            yield Problem(
                place, f"`{key[1]}` must have {wanted}, as in English.", "Put each into the translation once."
            )
