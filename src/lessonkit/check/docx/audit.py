"""openxml-audit, quicker on one file after another: the same findings, without doing the same work twice.

The validator looks at each element by itself: its name and those of the two around it, its attributes and the names of
what stands in it. Word files hold the same few hundred of those over and over, and often the same styles and theme byte
for byte, so what was found sound once is not looked at again. The way to an element, which counts all elements before
it, is not kept: no finding of ours names it.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.context import ElementInfo, ValidationContext, ValidationStack
from openxml_audit.namespaces import OFFICE_DOC_RELATIONSHIPS
from openxml_audit.schema.validator import SchemaValidator
from openxml_audit.semantic.validator import SemanticValidator, create_word_semantic_validator

from lessonkit.check.docx.names import MC

MOST_REMEMBERED = 100_000
"""Kinds of sound elements; a file may hold any number of others."""
PREFIX = ":"
"""A value that holds one may name something that is declared elsewhere in the file."""
ALTERNATIVES = f"{MC}AlternateContent"
WITH_RELATIONS = etree.XPath("descendant-or-self::*[@r:*]", namespaces={"r": OFFICE_DOC_RELATIONSHIPS})
WITH_IGNORABLE = etree.XPath("descendant-or-self::*[@mc:Ignorable]", namespaces={"mc": MC[1:-1]})
CACHES = ("_count_cache", "_value_cache")
"""What constraints remember of a file, by its address in memory, which the next file may have."""

Kind: TypeAlias = tuple[object, ...]


def faults(data: bytes) -> list[str]:
    """What is wrong with a Word file, each fault once, with the name of its part."""
    # The validator reads from a path only. A folder of its own for each file would cost a twentieth of the whole check.
    number, name = tempfile.mkstemp(".docx")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        result = _audit().validate(Path(name))
    finally:
        Path(name).unlink()
    return list(dict.fromkeys(f"{error.part_uri}: {error.description.rstrip('.')}." for error in result.errors))


@cache
def _audit() -> _Audit:
    return _Audit()


class _Audit(OpenXmlValidator):  # type: ignore[misc]
    """The validator, kept from file to file."""

    def __init__(self) -> None:
        super().__init__(file_format=FileFormat.MICROSOFT_365)
        self._schema_validator = _Schema()
        self.semantics = _Semantics(create_word_semantic_validator())
        self._semantic_validator_word = self.semantics

    def validate(self, path: Path) -> Any:
        try:
            return super().validate(path)
        finally:
            self.semantics.forget()

    def _validate_schema(self, package: Any, collect_hot_path_metrics: bool = False) -> list[Any]:
        context = _Context(package=package, file_format=self.file_format, max_errors=self.max_errors)
        self._each_part(package, self._schema_validator, context)
        return context.errors

    def _validate_semantic_all_parts(self, package: Any, validator: Any, context: Any) -> list[Any]:
        lean = _Context(package=package, file_format=self.file_format, max_errors=self.max_errors)
        lean.errors = context.errors
        self._each_part(package, validator, lean)
        return lean.errors

    @staticmethod
    def _each_part(package: Any, validator: Any, context: _Context) -> None:
        from openxml_audit.parts import OpenXmlPart

        for uri in package.list_parts():
            if "xml" in (package.content_types.get_content_type(uri) or "") and not context.should_stop:
                validator.validate_part(OpenXmlPart(package, uri), context)


class _Context(ValidationContext):  # type: ignore[misc]
    """Where the validator is, without the way there."""

    errors: list[Any]

    def set_part(self, part: Any) -> None:
        super().set_part(part)
        self._stack = _Stack()

    @property
    def should_stop(self) -> bool:
        # Counting the grave ones takes long where there are many.
        return len(self.errors) >= self.max_errors and bool(super().should_stop)


class _Stack(ValidationStack):  # type: ignore[misc]
    def push(self, element: etree._Element, name: str) -> None:
        self._stack.append(ElementInfo(element, "", len(self._stack)))


class _Schema(SchemaValidator):  # type: ignore[misc]
    """Looks at each kind of element once, as long as it is sound."""

    def __init__(self) -> None:
        super().__init__()
        self.sound: set[Kind] = set()
        self.sound_parts: set[bytes] = set()

    def validate_part(self, part: Any, context: _Context) -> list[Any]:
        content = hashlib.sha256(part.raw_content or b"").digest()
        before = len(context.errors)
        if content not in self.sound_parts:
            super().validate_part(part, context)
            if part.xml is not None and len(context.errors) == before and len(self.sound_parts) < MOST_REMEMBERED:
                self.sound_parts.add(content)
        return context.errors

    def _validate_element(
        self, element: etree._Element, context: _Context, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        waiting = [(element, ignorable_ns)]
        while waiting:
            element, ignorable = waiting.pop()
            if context.should_stop:
                return
            ignorable = self._merge_ignorable_namespaces(element, ignorable)
            kind = _kind(element, ignorable)
            if kind is not None and kind in self.sound:
                children = [child for child in element if _namespace(child) not in ignorable]
            else:
                children = self._get_validation_children(element, context, ignorable)
                self.look_at(element, kind, children, context)
            waiting += [(child, ignorable) for child in reversed(children)]

    def look_at(
        self, element: etree._Element, kind: Kind | None, children: list[etree._Element], context: _Context
    ) -> None:
        """What the validator does with one element, apart from those in it."""
        before = len(context.errors)
        context.push_element(element)
        constraint = _constraint(element)
        if self._should_filter_drawingml_ext_false_positive(element, constraint):
            constraint = None
        if constraint is not None:
            self._validate_attributes(element, constraint, context)
            if constraint.content_model is not None:
                self._validate_content_model(constraint.content_model, children, context)
        context.pop_element()
        if kind is not None and len(context.errors) == before and len(self.sound) < MOST_REMEMBERED:
            self.sound.add(kind)


def _constraint(element: etree._Element) -> Any:
    from openxml_audit.schema.validator import get_constraint_for_tag

    return get_constraint_for_tag(element.tag, element)


def _namespace(element: etree._Element) -> str:
    return element.tag[1:].partition("}")[0]


def _kind(element: etree._Element, ignorable: frozenset[str]) -> Kind | None:
    """All that the verdict on an element depends on; None where it depends on more."""
    attributes = element.items()
    inside = tuple([child.tag for child in element])
    if (
        ALTERNATIVES in inside
        or any(not isinstance(tag, str) for tag in inside)
        or any(PREFIX in value for _, value in attributes)
    ):
        return None
    parent = element.getparent()
    around = None if parent is None else parent.getparent()
    return (
        element.tag,
        None if parent is None else parent.tag,
        None if around is None else around.tag,
        tuple(attributes),
        inside,
        ignorable,
    )


class _Semantics(SemanticValidator):  # type: ignore[misc]
    """The same constraints, tried only on elements that have some."""

    def __init__(self, other: SemanticValidator) -> None:
        super().__init__(validate_unique_ids=False)
        self._constraints = other._constraints
        self.remembering = [one for one in self._all() if any(hasattr(one, name) for name in CACHES)]

    def _all(self) -> Iterator[Any]:
        for constraints in self._constraints.values():
            yield from constraints

    def forget(self) -> None:
        """Let go of what was counted in a file."""
        for one in self.remembering:
            for name in CACHES:
                getattr(one, name, {}).clear()

    def _validate_element(self, element: etree._Element, context: _Context) -> None:
        looks: tuple[tuple[Callable[[etree._Element, _Context], None], Any], ...] = (
            (self.look_at, element.iter(*self._constraints)),
            (self._validate_relationship_attributes, WITH_RELATIONS(element)),
            (self._validate_mc_ignorable, WITH_IGNORABLE(element)),
        )
        for look, found in looks:
            for one in found:
                if context.should_stop:
                    return
                context.push_element(one)
                look(one, context)
                context.pop_element()

    def look_at(self, element: etree._Element, context: _Context) -> None:
        """Try the constraints of one element."""
        for constraint in self._constraints[element.tag]:
            constraint.validate(element, context)
