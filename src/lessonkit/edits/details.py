"""Setting single values of a YAML file such as `school.yaml`: comments and order stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import yaml

from lessonkit.edits.scalars import Path, Scalar, compose, is_plain, rewritten, scalars

EMPTY = ("", "~", "null", "Null", "NULL")
APOSTROPHE = "'"
IN_FLOW = frozenset("{}[],")
"""Signs that mean something else inside `{…}` and `[…]`."""


def values_of(text: str) -> dict[Path, str]:
    """Every value by its keys and indexes; an empty one is an empty word."""
    return {one.path: "" if not one.style and one.value in EMPTY else one.value for one in scalars(text)}


def with_value(text: str, path: Path, value: str) -> str:
    """The file with this value at a place; empty leaves a blank there. What is missing on the way is added.

    Raises ValueError where that cannot be done without touching the rest.
    """
    before = values_of(text)
    if before.get(path, "") == value:
        return text
    known = {one.path: one for one in scalars(text)}
    changed = _replaced(text, known[path], value) if path in known else _added(text, path, value)
    if changed is None or not _says(changed, before, path, value):
        raise ValueError(path)
    return changed


def without_entry(text: str, path: Path) -> str:
    """The file without one item of a list. Raises ValueError where that cannot be done line by line."""
    node = _node(text, path[:-1])
    if not isinstance(node, yaml.SequenceNode) or not isinstance(path[-1], int):
        raise ValueError(path)
    items = node.value
    if node.flow_style or len(items) == 1:
        return _without_in_place(text, node, path[-1])
    starts = [_line_start(text, item.start_mark.index) for item in items] + [_end_of(text, node)]
    return text[: starts[path[-1]]] + text[starts[path[-1] + 1] :]


def _without_in_place(text: str, node: yaml.SequenceNode, index: int) -> str:
    """The only item of a list, with the list; or one of several in square brackets."""
    items = node.value
    if len(items) == 1:
        start = text.rindex(":", 0, node.start_mark.index) + 1
        end = node.end_mark.index if node.flow_style else _end_of(text, node)
        rest = text[start : node.start_mark.index]
        kept = "" if node.flow_style else rest[: rest.find("\n") + 1]
        return text[:start] + kept + text[end:]
    if index + 1 < len(items):
        return text[: items[index].start_mark.index] + text[items[index + 1].start_mark.index :]
    return text[: items[index - 1].end_mark.index] + text[items[index].end_mark.index :]


# ------------------------------------------------------------------------------------------------- what is there


def _replaced(text: str, scalar: Scalar, value: str) -> str | None:
    if scalar.line != scalar.last_line or scalar.style in ("|", ">"):
        return next(rewritten(text, scalar, value), None) if value else text[: scalar.start] + text[scalar.end :]
    written = _written(value, scalar)
    start = scalar.start if value or scalar.in_flow else len(text[: scalar.start].rstrip(" "))
    if value and text[start - 1] == ":":
        written = f" {written}"
    return text[:start] + written + _tail(text[scalar.end :], len(written) - (scalar.end - start), scalar.in_flow)


def _tail(rest: str, longer: int, in_flow: bool) -> str:
    """What follows a value: a comment stays in its column where there is room."""
    found = re.match(r" +(?=#)", rest)
    if found and not in_flow:
        return " " * max(2, found.end() - longer) + rest[found.end() :]
    return rest


def _written(value: str, scalar: Scalar) -> str:
    """A value on one line, in the quotation marks of the one before."""
    if not value:
        return ""
    if scalar.style == "'":
        return f"'{value.replace(APOSTROPHE, 2 * APOSTROPHE)}'"
    return json.dumps(value, ensure_ascii=False) if scalar.style == '"' else _new(value, scalar.in_flow)


def _new(value: str, in_flow: bool) -> str:
    """A value on one line: plain where that means the same."""
    if is_plain(value) and not (in_flow and IN_FLOW & set(value)):
        return value
    return json.dumps(value, ensure_ascii=False)


# --------------------------------------------------------------------------------------------- what is not there


def _added(text: str, path: Path, value: str) -> str | None:
    """The file with a new value, below the deepest mapping or list on the way that is there."""
    depth = next(depth for depth in range(len(path) - 1, -1, -1) if _holds(_node(text, path[:depth])) or not depth)
    node, rest = _node(text, path[:depth]), path[depth:]
    if not isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        return text + ("" if text.endswith("\n") or not text else "\n") + _lines(rest, value, 0)
    if isinstance(node, yaml.SequenceNode) and rest[0] != len(node.value):
        return None
    if node.flow_style:
        return _added_in_brackets(text, node, rest, value)
    at, indent = _end_of(text, node), node.start_mark.column
    below = _blank_parent(text, path[: depth + 1])
    if below is not None:
        return text[:below] + _lines(rest[1:], value, indent + 2) + text[below:]
    before = "" if text[:at].endswith("\n") or not at else "\n"
    return text[:at] + before + _lines(rest, value, indent) + text[at:]


def _blank_parent(text: str, path: Path) -> int | None:
    """Where the lines below a key begin that has no value yet; None if it has one, or is not there."""
    found = next((one for one in scalars(text) if one.path == path), None)
    if found is None or found.start != found.end:
        return None
    end = text.find("\n", found.end)
    return len(text) if end < 0 else end + 1


def _added_in_brackets(text: str, node: yaml.Node, rest: Path, value: str) -> str | None:
    if len(rest) > 2 or (len(rest) == 2 and not isinstance(rest[0], int)):
        return None
    at = node.end_mark.index - 1
    empty = not node.value
    words = f"{rest[-1]}: {_new(value, True)}" if isinstance(rest[-1], str) else _new(value, True)
    words = f"{{{words}}}" if len(rest) == 2 else words
    return text[:at].rstrip() + ("" if empty else ", ") + words + text[at:]


def _lines(path: Path, value: str, indent: int) -> str:
    """The lines of a new value with the keys above it."""
    first, *rest = path
    lead = " " * indent
    if isinstance(first, int):
        inner = _lines(tuple(rest), value, indent + 2) if rest else f"{lead}  {_new(value, False)}\n"
        return f"{lead}- {inner[indent + 2 :]}"
    return (
        f"{lead}{first}: {_new(value, False)}\n"
        if not rest
        else (f"{lead}{first}:\n{_lines(tuple(rest), value, indent + 2)}")
    )


def _holds(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.MappingNode | yaml.SequenceNode)


def _node(text: str, path: Path) -> yaml.Node | None:
    """What a path leads to."""
    node = compose(text)
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def _end_of(text: str, node: yaml.Node) -> int:
    """The start of the line after a mapping or list; comments and empty lines below do not belong to it."""
    last = node
    while isinstance(last, yaml.MappingNode | yaml.SequenceNode) and last.value and not last.flow_style:
        held = last.value[-1]
        last = held[1] if isinstance(held, tuple) else held
    words = text[last.start_mark.index : last.end_mark.index].rstrip()
    end = text.find("\n", last.start_mark.index + len(words))
    return len(text) if end < 0 else end + 1


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _says(changed: str, before: Mapping[Path, str], path: Path, value: str) -> bool:
    """True if this value is there now and every other one is what it was."""
    try:
        now = values_of(changed)
    except yaml.YAMLError:
        return False
    parents = {path[:depth] for depth in range(1, len(path))}
    then = {key: held for key, held in before.items() if key != path and key not in parents}
    return now.pop(path, "") == value and now == then
