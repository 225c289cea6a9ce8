"""What all models share: places, keys in the author's spelling, and problems collected instead of raised one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, ValidationInfo, model_validator

from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place, Problem, nearest, raise_if_any
from lessonkit.source.values import SourceMap, items_of, place_at, place_of


@dataclass(frozen=True, slots=True)
class Reference:
    """An id used somewhere, to be looked up when everything has been read."""

    kind: str
    """contact, web-contact, fact, term, message, field, chapter, icon or file."""
    id: str
    place: Place


@dataclass(slots=True)
class Reading:
    """What comes up while one file is read; pydantic hands it to every validator as its context."""

    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def reading(info: ValidationInfo) -> Reading:
    """The reading a validator works for; a throw-away one when a model is made without a file."""
    return info.context if isinstance(info.context, Reading) else Reading()


def key_of(name: str) -> str:
    """The author's key for an attribute: `row_headers` is `row-headers`, `with_` is `with`."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """A mapping of a definition. Unknown keys are problems; a key without a value counts as left out."""

    # Deferred: a build uses few of the sixty models on their own; a validator for each took a twentieth of its start.
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=key_of, allow_inf_nan=False, defer_build=True
    )

    _source: Any = PrivateAttr(default=None)
    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)  # a default would be copied for each model

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self._place

    def place_of(self, *path: int | str) -> Place:
        """The place of something inside, by the author's keys and by indexes: `place_of("rows", 2)`."""
        return place_at(self._source, path, self._place)

    def problems(self) -> Iterator[Problem]:
        """What is wrong between its values, all of them being of the right kind; models with such rules override it."""
        yield from ()

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """What is wrong between values whatever else is wrong inside them; large models override this."""
        yield from ()

    @classmethod
    def expanded(cls, value: Any) -> Any:
        """The full form of what an author may write short; models with a short form override this."""
        return value

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, _Filled):
            return handler(value)
        source = cls.expanded(value)
        found = reading(info)
        if isinstance(source, SourceMap):
            found.problems.extend(_unknown_keys(source, cls.keys()))
            found.problems.extend(cls.early_problems(source))
        model = handler(_Filled(source) if isinstance(source, dict) else source)
        model._source = source
        model._place = place_of(value, place_of(source))
        found.problems.extend(model.problems())
        if found is not info.context:
            raise_if_any(found.problems)
        return model

    @classmethod
    def keys(cls) -> list[str]:
        """The keys an author may write."""
        return [key_of(name) for name in cls.model_fields]


class _Filled(dict[str, Any]):
    """The keys that have a value. Its type tells that a mapping has been read: pydantic asks recursive models twice."""

    def __init__(self, source: dict[str, Any]) -> None:
        super().__init__((key, value) for key, value in source.items() if value is not None)


def ids_in(source: SourceMap, key: str) -> list[str]:
    """The ids of the items of a list, also when something else is wrong with them."""
    items = (item for item in items_of(source.get(key)) if isinstance(item, SourceMap))
    return [item["id"] for item in items if isinstance(item.get("id"), str)]


def repeated_ids(source: SourceMap, key: str) -> Iterator[Problem]:
    """A problem for each item of a list whose id another one has already."""
    seen: set[str] = set()
    for index, item in enumerate(items_of(source.get(key))):
        name = item.get("id") if isinstance(item, SourceMap) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            what = f"The id `{name}` comes twice in `{key}`."
            yield Problem(place_at(source, (key, index, "id")), what, "Give each an id of its own.")
        seen.add(name)


def _unknown_keys(source: SourceMap, allowed: list[str]) -> Iterator[Problem]:
    """A problem for each unknown key. A misspelt one is then taken for the one that was meant, any other left out."""
    for key in [key for key in source if key not in allowed]:
        place = source.key_places[key]
        meant = nearest(key, [name for name in allowed if name not in source])
        if meant:
            yield Problem(place, f"There is no key `{key}` here.", f"Did you mean `{meant}`?")
            source.rename(key, meant)
        elif there := nearest(key, allowed):
            yield Problem(place, f"There is no key `{key}` here.", f"Did you mean `{there}`, which is here already?")
            del source[key]
        else:
            yield Problem(place, f"There is no key `{key}` here.", f"Allowed here: {', '.join(allowed)}.")
            del source[key]
