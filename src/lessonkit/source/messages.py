"""The words of pydantic, turned into sentences for authors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from lessonkit.problems import Problem, did_you_mean
from lessonkit.source.values import Found, SourceMap, follow

FOLLOWING = frozenset(("default_factory_not_called",))
"""What pydantic says only because it has said something else."""


def model_problems(errors: list[ErrorDetails], source: SourceMap) -> Iterator[Problem]:
    """What pydantic found, as sentences with the author's lines."""
    for error in errors:
        found = follow(source, error["loc"])
        if error["type"] in FOLLOWING or _only_bad_items(error):
            continue
        what, todo = _sentence(error, found)
        yield Problem(found.place, what, todo)


def _only_bad_items(error: ErrorDetails) -> bool:
    """True if a list is too short only because items with problems of their own are not counted."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _sentence(error: ErrorDetails, found: Found) -> tuple[str, str]:
    """What is wrong and what to do about it."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if found.value is None:
        return (
            f"{_label(found)} is empty.",
            "Write its value." if kind == "missing" else "Write its value, or remove it.",
        )
    if kind == "missing":
        key = str(error["loc"][-1])
        return f"`{key}` is missing.", f"Add `{key}: …`."
    if error["loc"][-1] == "[key]":
        return _wrong_key(kind, str(given), context)
    if kind in SENTENCES:
        expected, todo = SENTENCES[kind]
        return f"{_label(found)} must be {expected}, but it is {described(given)}.", todo
    if kind in SPECIAL:
        return SPECIAL[kind](_label(found), given, context)
    return f"{_label(found)} is not right: {error['msg']}.", "Correct it."


SENTENCES = {
    "text_type": ("a text", "Write words; put them in quotation marks if they hold a colon or begin with `[` or `{`."),
    "int_parsing": ("a whole number", "Write it in digits, without a fraction."),
    "int_type": ("a whole number", "Write it in digits."),
    "int_from_float": ("a whole number", "Round it."),
    "int_parsing_size": ("a whole number", "Write a smaller one."),
    "float_parsing": ("a number", "Write it in digits."),
    "float_type": ("a number", "Write it in digits."),
    "bool_parsing": ("`true` or `false`", "Write one of the two."),
    "bool_type": ("`true` or `false`", "Write one of the two."),
    "tuple_type": ("a list", "Put each item on a line of its own, after `- `."),
    "dict_type": ("keys with values", "Write lines such as `key: value` below it."),
    "model_type": ("keys with values", "Write lines such as `key: value` below it."),
    "model_attributes_type": ("keys with values", "Write lines such as `key: value` below it."),
    "date": ("a date", "Write year, month and day: `2026-11-22`."),
    "date_type": ("a date", "Write year, month and day: `2026-11-22`."),
    "day": ("a day of the calendar", "Correct it: that month has no such day."),
    "partial_date": ("a year, a month or a day", "Write `2026`, `2026-11` or `2026-11-22`."),
    "id": ("an id", "Use small letters, figures and single hyphens: `my-lesson`."),
    "language": ("a language tag", "Write one such as `en-GB`."),
}


def _wrong_key(kind: str, key: str, context: dict[str, Any]) -> tuple[str, str]:
    allowed = _allowed(context)
    if not allowed:
        expected, todo = SENTENCES.get(kind, ("something else", "Correct it."))
        return f"The key `{key}` must be {expected}.", todo
    return f"There is no key `{key}` here.", did_you_mean(key, allowed, f"Allowed here: {', '.join(allowed)}.")


def _allowed(context: dict[str, Any]) -> list[str]:
    """The values that pydantic says it expects."""
    return re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags") or ""))


def _choice(label: str, given: Any, context: dict[str, Any]) -> tuple[str, str]:
    allowed = _allowed(context)
    otherwise = f"Use one of: {', '.join(allowed)}."
    todo = did_you_mean(given, allowed, otherwise) if isinstance(given, str) else otherwise
    return f"{label} cannot be {described(given)}.", todo


def _unknown_block(label: str, given: Any, context: dict[str, Any]) -> tuple[str, str]:
    allowed = _allowed(context)
    tag = str(context.get("tag", ""))
    return f"There is no block `{tag}`.", did_you_mean(tag, allowed, f"The blocks are: {', '.join(allowed)}.")


def _no_block(label: str, given: Any, context: dict[str, Any]) -> tuple[str, str]:
    todo = "Write each block as `- name: value`, such as `- text: Some words.`"
    if isinstance(given, dict) and given:
        names = " and ".join(f"`{key}`" for key in list(given)[:3])
        todo = "Begin each block with `- `, and indent what belongs to it."
        return f"One block has the keys {names}, but a block has one name.", todo
    return f"A block is a name with a value, but this is {described(given)}.", todo


def _limit(sentence: str) -> Callable[[str, Any, dict[str, Any]], tuple[str, str]]:
    def say(label: str, given: Any, context: dict[str, Any]) -> tuple[str, str]:
        limit = next((context[key] for key in ("ge", "gt", "le", "lt") if key in context), "")
        return f"{label} must be {sentence} {limit:g}, but it is {given}.", "Correct the number."

    return say


def _wrong_number(label: str, given: Any, context: dict[str, Any]) -> tuple[str, str]:
    least, most = context.get("min_length", 0), context.get("max_length")
    if not given:
        return f"{label} is an empty list.", "Write its items, or remove it."
    todo = "Add the missing ones." if len(given) < least else "Join or remove some."
    number = f"at least {least}" if most is None else f"at most {most}"
    return f"{label} must have {number} items, but it has {len(given)}.", todo


SPECIAL: dict[str, Callable[[str, Any, dict[str, Any]], tuple[str, str]]] = {
    "literal_error": _choice,
    "union_tag_invalid": _unknown_block,
    "union_tag_not_found": _no_block,
    "greater_than": _limit("more than"),
    "greater_than_equal": _limit("at least"),
    "less_than": _limit("less than"),
    "less_than_equal": _limit("at most"),
    "finite_number": lambda label, given, context: (f"{label} must be a finite number.", "Correct the number."),
    "too_short": _wrong_number,
    "too_long": _wrong_number,
    "empty": lambda label, given, context: (f"{label} is empty.", "Write its words, or remove it."),
}


def described(value: Any) -> str:
    """What an author wrote, as part of a sentence."""
    if not value:
        return "empty"
    if isinstance(value, dict):
        keys = ", ".join(f"`{key}`" for key in list(value)[:3])
        return f"keys with values ({keys})"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        words = " ".join(value.split())
        shown = words if len(words) <= 40 else words[:39].rstrip() + "…"
        if re.fullmatch(r"[-+]?[\d.,]+", words):
            return f"the number {shown}"
        return f"the word '{shown}'" if len(words.split()) == 1 else f"the words '{shown}'"
    return f"{value}"


def _label(found: Found) -> str:
    """What the author's value is called: "`minutes`", "Item 2 of `resources`", "`30` of `minutes`"."""
    key, *above = found.parents or ("this file",)
    label = f"`{key}` of `{above[0]}`" if above and key.isdecimal() else f"`{key}`"
    items = " of ".join(f"item {item}" for item in reversed(found.items))
    return f"{items[0].upper()}{items[1:]} of {label}" if items else label
