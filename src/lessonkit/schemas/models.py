"""The schema of a file from its model: a definition for each model inside it, under the author's keys."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache

from lessonkit.schemas.shapes import TEXT, Schema, of_field
from lessonkit.source import editions
from lessonkit.source.blocks import BLOCKS
from lessonkit.source.blocks.block import Block
from lessonkit.source.model import Model, key_of
from lessonkit.source.texts import LANGUAGE
from lessonkit.source.values import SourceMap, SourceText
from lessonkit.source.variants import ITEM, NAMES, NOT, ONLY

VERSION = "http://json-schema.org/draft-07/schema#"
"""The one that editors know best."""
TEXT_KEYS = " (?:for|in) "
"""What stands between a key and the readers it varies for."""


class FileSchema:
    """The schema of one kind of file.

    varies: its keys may have variants, such as `text for send`, and its mappings may be `only for` some readers.
    partial: only the outermost keys must be there, as in a theme that says how it differs from another one.
    """

    def __init__(self, model: type[Model], title: str, varies: bool = False, partial: bool = False) -> None:
        self.varies, self.partial = varies, partial
        self.definitions: dict[str, Schema] = {}
        whole = self.model(model)
        if varies:
            self.definitions |= {"block": self.block(), "item": self.item(), "key": _key(), "readers": _readers()}
        self.schema: Schema = {"$schema": VERSION, "title": title, **whole, "definitions": self.definitions}

    def refer(self, model: type[Model]) -> Schema:
        """A reference to the schema of a model, which is made when it is first referred to."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # models hold each other
            found = self.model(model)
            if self.partial:
                found.pop("required", None)
            self.definitions[name] = found
        return {"$ref": f"#/definitions/{name}"}

    def model(self, model: type[Model]) -> Schema:
        """The schema of a model; a mapping, or the text that stands for one."""
        found = self.mapping(model)
        short = not issubclass(model, Block) and isinstance(model.expanded(SourceText("short")), SourceMap)
        return {"anyOf": [{"type": "string"}, found]} if short else found

    def mapping(self, model: type[Model]) -> Schema:
        """The schema of a model as keys and values."""
        model.model_rebuild()
        said = _said(model)
        values = {key_of(name): self.field(model, name, said) for name in model.model_fields}
        needed = [key_of(name) for name, field in model.model_fields.items() if field.is_required()]
        found: Schema = {"description": _opening(model), "type": "object", "properties": values}
        if needed:
            found["required"] = needed
        return self.varied(found)

    def varied(self, found: Schema) -> Schema:
        """A mapping that takes no other keys than these, and their variants."""
        if self.varies:
            values = found["properties"]
            found["patternProperties"] = {f"^{key}{TEXT_KEYS}": value for key, value in values.items()}
            readers = {"$ref": "#/definitions/readers"}
            found["properties"] = {**values, ONLY: readers, NOT: readers}
            found["propertyNames"] = {"$ref": "#/definitions/key"}
        return {**found, "additionalProperties": False}

    def field(self, model: type[Model], name: str, said: dict[str, str]) -> Schema:
        """The schema of one value, with what the model says of it."""
        if name == "format":
            return {"description": "The version of this way to write files.", "const": 1}
        found = of_field(model.model_fields[name], self.refer)
        if self.varies:
            _with_items(found)
        return {"description": said[name], **found} if name in said else found

    def item(self) -> Schema:
        """A text of a list that says for whom it is."""
        found = self.varied({"description": "A text of a list, for some readers.", "properties": {ITEM: TEXT}})
        return {**found, "type": "object", "minProperties": 1}

    def block(self) -> Schema:
        """One authored block: a mapping with the name of the block as its only key."""
        values = {name: self.block_value(block) for name, block in BLOCKS.items()}
        found = self.varied({"description": "A block: one name and what it holds.", "properties": values})
        others = [_alone(name) for name in BLOCKS]
        return {**found, "type": "object", "minProperties": 1, "allOf": others}

    def block_value(self, block: type[Block]) -> Schema:
        """What may stand behind the name of a block: its long form, its short one, or both."""
        long = self.refer(block)
        if not block.shorthand:
            return long
        short = self.field(block, key_of(block.shorthand), {})
        found = {"anyOf": [short, long]} if len(block.keys()) > 1 else short
        return {"description": _opening(block), **found}


def _with_items(found: Schema) -> None:
    """Let each list of texts hold texts that say for whom they are."""
    for part in (found, *found.get("anyOf", ())):
        items = part.get("items", {})
        if items.get("type") == TEXT["type"]:
            part["items"] = {"anyOf": [items, {"$ref": "#/definitions/item"}]}


def _alone(name: str) -> Schema:
    """Where this block stands, no other one does."""
    only = {"propertyNames": {"pattern": f"^(?:{name}(?: |$)|{ONLY}$|{NOT}$)"}}
    return {"if": {"required": [name]}, "then": only}


def _key() -> Schema:
    """How keys are written: alone, for some readers, in a language."""
    names = "|".join((*NAMES, *editions.NAMES))
    several = f"(?:{names})(?:, ?(?:{names}))*"
    return {"pattern": f"^(?:{ONLY}|{NOT}|\\S+(?: for {several})?(?: in {LANGUAGE.pattern})?)$"}


def _readers() -> Schema:
    """For whom something is: names in a list, or in one text."""
    one: Schema = {"enum": [*NAMES, *editions.NAMES]}
    return {"description": "Names of readers.", "anyOf": [{"type": "array", "items": one}, one, {"pattern": ","}]}


def _opening(model: type[Model]) -> str:
    """The first sentence that a model says of itself."""
    return " ".join(inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0].split())


@cache
def _said(model: type[Model]) -> dict[str, str]:
    """What a model says of its fields: the text below each of them."""
    found: dict[str, str] = {}
    for base in reversed([each for each in model.__mro__ if issubclass(each, Model)]):
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, below in zip(body.body, body.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_text(below):
                found[field.target.id] = " ".join(ast.literal_eval(below.value).split())  # type: ignore[attr-defined]
    return found


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
