"""What a value may be, from the type that a model gives it: `Line | None` is a text, or nothing.

Scalars in YAML are what editors take them for (`version: 1.0` is a number there), so a text may be any of them.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic.fields import FieldInfo

from lessonkit.source import texts
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.model import Model
from lessonkit.source.values import SourceText

Schema: TypeAlias = dict[str, Any]
Reference: TypeAlias = Callable[[type[Model]], Schema]
"""What refers to the schema of a model."""

BLOCK: Schema = {"$ref": "#/definitions/block"}
TEXT: Schema = {"type": ["string", "number", "boolean"]}
NOTHING: Schema = {"type": "null"}
YES_NO: Schema = {"enum": [True, False, "yes", "no", "on", "off"]}
LIMITS = {Ge: ("ge", "minimum"), Gt: ("gt", "exclusiveMinimum"), Le: ("le", "maximum"), Lt: ("lt", "exclusiveMaximum")}
LENGTHS = {MinLen: ("min_length", "minItems"), MaxLen: ("max_length", "maxItems")}


def of_field(field: FieldInfo, refer: Reference) -> Schema:
    """The schema of a field's value; a field that may be left out may also stand there without a value."""
    annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    found = of_type(annotation, refer)
    return found if field.is_required() or NOTHING in found.get("anyOf", ()) else {"anyOf": [found, NOTHING]}


def of_type(annotation: Any, refer: Reference) -> Schema:
    """The schema of a type."""
    if annotation == AnyBlock:
        return BLOCK
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return _limited(of_type(inner, refer), metadata)
    if origin in (Union, types.UnionType):
        return _either(get_args(annotation), refer)
    if origin is Literal:
        return {"enum": list(get_args(annotation))}
    if origin is tuple:
        return {"type": "array", "items": of_type(get_args(annotation)[0], refer)}
    if origin is dict:
        key, value = get_args(annotation)
        return _mapping(key, value, refer)
    return _plain(annotation, refer)


def _plain(annotation: Any, refer: Reference) -> Schema:
    """The schema of a type that has no parts."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return refer(annotation)
    known: dict[Any, Schema] = {
        SourceText: TEXT,
        str: TEXT,
        bool: YES_NO,
        int: {"type": "integer"},
        float: {"type": "number"},
        date: {"type": "string", "pattern": f"^{texts.DATE.pattern}$"},
        types.NoneType: NOTHING,
    }
    return dict(known[annotation])


def _either(parts: Iterable[Any], refer: Reference) -> Schema:
    return {"anyOf": [of_type(part, refer) for part in parts]}


def _limited(found: Schema, metadata: Iterable[Any]) -> Schema:
    """A schema with what stands beside its type: limits, lengths, the look of a text, `all` for a list."""
    for each in metadata:
        if isinstance(each, FieldInfo):
            found = _limited(found, each.metadata)
        elif type(each) in LIMITS:
            attribute, key = LIMITS[type(each)]
            found = {**found, key: getattr(each, attribute)}
        elif type(each) in LENGTHS:
            attribute, key = LENGTHS[type(each)]
            found = {**found, key: getattr(each, attribute)}
        elif isinstance(each, texts.Checked) and each.pattern:
            found = {**found, "pattern": each.pattern if each.pattern == texts.FILLED else f"^(?:{each.pattern})$"}
        elif getattr(each, "func", None) is texts.everyone:
            found = {"anyOf": [found, {"const": "all"}]}
    return found


def _mapping(key: Any, value: Any, refer: Reference) -> Schema:
    """Keys of the author's own with values of one kind; an empty one counts as left out."""
    found: Schema = {"type": "object", "additionalProperties": of_type(value, refer)}
    keys = of_type(key, refer)
    if "integer" in keys.values():
        return {**found, "propertyNames": {"pattern": "^[0-9]+$"}}
    return {**found, "propertyNames": keys} if keys != TEXT else found
