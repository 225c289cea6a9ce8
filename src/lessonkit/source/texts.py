"""The kinds of text, id and date that models are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator, Discriminator, GetCoreSchemaHandler, Tag, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError
from lessonkit.source.markdown import parse_inline, parse_markdown, references
from lessonkit.source.model import Reference, reading
from lessonkit.source.values import SourceText

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
FILLED = r"\S"
"""Somewhere in a text stands more than spaces."""
PARTIAL_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Checked:
    """Calls a function with a value that pydantic has accepted.

    It is pydantic's AfterValidator, which inspects the function anew for each of the fields: that took long.
    """

    check: Callable[[Any, ValidationInfo], Any]
    pattern: str = ""
    """What every such text looks like, for the schemas that editors read."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))


def _filled(value: SourceText, _info: ValidationInfo) -> SourceText:
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return value


def _parsed(parse: Callable[[SourceText], Any]) -> Checked:
    """Parse a text now, so that its problems are found with all others; its tree is kept for later."""

    def check(value: SourceText, info: ValidationInfo) -> SourceText:
        found = reading(info)
        try:
            parse(value)
        except LessonkitError as error:
            if found is not info.context:
                raise
            found.problems.extend(error.problems)
        else:
            found.references.extend(references(value))
        return value

    return Checked(check)


def _referring(kind: str) -> Checked:
    """Note an id, to be looked up when everything has been read."""

    def refer(value: SourceText, info: ValidationInfo) -> SourceText:
        reading(info).references.append(Reference(kind, str(value), value.place))
        return value

    return Checked(refer)


def _id(value: SourceText, _info: ValidationInfo) -> SourceText:
    if not ID.fullmatch(value):
        raise PydanticCustomError("id", "not an id")
    return value


def _language(value: SourceText, _info: ValidationInfo) -> SourceText:
    if not LANGUAGE.fullmatch(value):
        raise PydanticCustomError("language", "not a language")
    return value


def _date(value: Any) -> Any:
    if isinstance(value, str):
        if not DATE.fullmatch(value):
            raise PydanticCustomError("date", "not a date")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day", "no such day") from None
    return value


def _partial_date(value: SourceText, _info: ValidationInfo) -> SourceText:
    if not PARTIAL_DATE.fullmatch(value):
        raise PydanticCustomError("partial_date", "not a date")
    return value


def all_or_list(value: Any) -> str:
    """Which of the two kinds a value is: `all`, or a list."""
    return "all" if value == "all" else "list"


def everyone(value: Any) -> Any:
    """Every audience where `all` stands for them."""
    return list(AUDIENCES) if value == "all" else value


Words: TypeAlias = Annotated[SourceText, Checked(_filled, FILLED)]
"""A text without markup: a web address, a source."""
Markdown: TypeAlias = Annotated[SourceText, Checked(_filled, FILLED), _parsed(parse_markdown)]
"""Paragraphs and lists."""
Line: TypeAlias = Annotated[SourceText, Checked(_filled, FILLED), _parsed(parse_inline)]
"""One paragraph of Markdown, for headings, labels and the like."""

Id: TypeAlias = Annotated[SourceText, Checked(_id, ID.pattern)]
Language: TypeAlias = Annotated[SourceText, Checked(_language, LANGUAGE.pattern)]
"""A BCP 47 tag: `en-GB`."""
ContactId: TypeAlias = Annotated[SourceText, _referring("contact")]
WebContactId: TypeAlias = Annotated[SourceText, _referring("web-contact")]
"""A contact that can be reached by a web address."""
FactId: TypeAlias = Annotated[SourceText, _referring("fact")]
TermId: TypeAlias = Annotated[SourceText, _referring("term")]
MessageId: TypeAlias = Annotated[SourceText, _referring("message")]
TermIds: TypeAlias = Annotated[
    Annotated[tuple[TermId, ...], Tag("list")] | Annotated[Literal["all"], Tag("all")], Discriminator(all_or_list)
]
FieldName: TypeAlias = Annotated[SourceText, _referring("field")]
IconName: TypeAlias = Annotated[SourceText, _referring("icon")]
ImageFile: TypeAlias = Annotated[SourceText, Checked(_filled, FILLED), _referring("file")]
"""A path from the folder `sources`: `images/photo.png`."""

Date: TypeAlias = Annotated[date, BeforeValidator(_date)]
PartialDate: TypeAlias = Annotated[SourceText, Checked(_partial_date, PARTIAL_DATE.pattern)]
"""A year, a month or a day: `2024`, `2024-03`, `2024-03-11`."""

Audience: TypeAlias = Literal["ks1", "ks2", "ks3", "ks4", "send", "parents", "staff"]
CHILDREN: frozenset[str] = frozenset(("ks1", "ks2", "ks3", "ks4", "send"))
"""Audiences of children and young people."""
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
Audiences: TypeAlias = Annotated[tuple[Audience, ...], BeforeValidator(everyone)]
"""A list of audiences; `all` stands for every one."""
Nation: TypeAlias = Literal["England", "Wales", "Scotland", "Northern Ireland"]
Confidence: TypeAlias = Literal["V", "V-old", "S", "G", "J"]
"""How far a fact is known: seen in a source, seen but old, from a seed document, general knowledge, our judgement."""
