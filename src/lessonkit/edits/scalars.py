"""The scalars of a YAML file with their spans, and edits of one of them that leave everything else as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from lessonkit.edits.splice import spliced

Path = tuple[str | int, ...]
WIDEST = 120


@dataclass(frozen=True, slots=True)
class Scalar:
    """One scalar of a file."""

    path: Path
    """Keys and indexes from the top of the file."""
    value: str
    style: str
    """`|`, `>`, `'`, `"`, or empty for a plain one."""
    start: int
    end: int
    """Offsets of its text in the file, with its sign or quotation marks, without what follows it."""
    line: int
    """On which its words begin, counted from 1."""
    last_line: int
    in_flow: bool
    """It stands in `[…]` or `{…}`."""


def scalars(text: str) -> list[Scalar]:
    """Every value of a YAML text that is a scalar, in order. Raises yaml.YAMLError for what is no YAML."""
    root = compose(text)
    return [] if root is None else list(_walk(root, (), text, False))


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text with their spans."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.compose(text, Loader=loader)


def _walk(node: yaml.Node, path: Path, text: str, in_flow: bool) -> Iterator[Scalar]:
    match node:
        case yaml.ScalarNode():
            yield _scalar(node, path, text, in_flow)
        case yaml.SequenceNode():
            for index, item in enumerate(node.value):
                yield from _walk(item, (*path, index), text, in_flow or bool(node.flow_style))
        case yaml.MappingNode():
            for key, value in node.value:
                yield from _walk(value, (*path, str(key.value)), text, in_flow or bool(node.flow_style))


def _scalar(node: yaml.ScalarNode, path: Path, text: str, in_flow: bool) -> Scalar:
    start = node.start_mark.index
    written = text[start : node.end_mark.index]
    end = start + len(written.rstrip())
    line = text.count("\n", 0, start) + 1 + (node.style in ("|", ">"))
    last = text.count("\n", 0, end) + 1
    return Scalar(path, node.value, node.style or "", start, end, line, last, in_flow)


def rewritten(text: str, scalar: Scalar, value: str) -> Iterator[str]:
    """The file with another value of one scalar, in one way after the other: the least change first."""
    for written in _ways(text, scalar, value.rstrip("\n")):
        changed = text[: scalar.start] + written + text[scalar.end :]
        if _says(changed, text, scalar, value):
            yield changed


def _ways(text: str, scalar: Scalar, value: str) -> Iterator[str]:
    indent = _indent(text, scalar)
    if found := _in_place(text[scalar.start : scalar.end], scalar, value, indent):
        yield _folded(found, indent, scalar)
        yield found
    if "\n" not in value and not (scalar.style in ("|", ">") and len(value) > WIDEST - indent):
        yield _quoted(value)
    if not scalar.in_flow and "\n" not in value:
        yield _folded(">-\n" + " " * indent + value, indent, scalar)
    if not scalar.in_flow:
        lines = (" " * indent + line if line else "" for line in value.split("\n"))
        yield "|-\n" + "\n".join(lines)
    yield _quoted(value)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _indent(text: str, scalar: Scalar) -> int:
    """How far the lines of this scalar are indented below its first."""
    rows = text[scalar.start : scalar.end].split("\n")[1:]
    if widths := [len(row) - len(row.lstrip()) for row in rows if row.strip()]:
        return min(widths)
    line = text[text.rfind("\n", 0, scalar.start) + 1 : scalar.start]
    lead = re.match(r"[ ]*(?:- +)*", line)
    return (lead.end() if lead else 0) + (2 if line[lead.end() if lead else 0 :].strip() else 0)


def _in_place(raw: str, scalar: Scalar, value: str, indent: int) -> str | None:
    """The scalar in its own style, its unchanged words where they were."""
    old = scalar.value.rstrip("\n")

    def encode(space: str, word: str) -> str:
        return _space(space, scalar.style, indent) + _word(word, scalar.style)

    match scalar.style:
        case "|" | ">":
            head, _, body = raw.partition("\n")
            made = spliced(old, value, body, encode)
            return None if made is None else f"{head}\n{made}"
        case "'" | '"':
            made = spliced(old, value, raw[1:-1], encode)
            return None if made is None else raw[0] + made + raw[-1]
    return spliced(old, value, raw, encode)


def _space(space: str, style: str, indent: int) -> str:
    """White space of the value as it stands in the file."""
    ends = space.count("\n")
    if not ends:
        return space and " "
    if style == "|":
        return "\n" * ends + " " * indent + space.rpartition("\n")[2]
    return "\n" * (ends + 1) + " " * indent


def _word(word: str, style: str) -> str:
    match style:
        case "'":
            return word.replace("'", "''")
        case '"':
            return word.replace("\\", "\\\\").replace('"', '\\"')
    return word


def _folded(written: str, indent: int, scalar: Scalar) -> str:
    """Lines that grew too long, broken where that means a space."""
    if written.startswith("|") or "\n" not in written:
        return written
    first, *rows = written.split("\n")
    return "\n".join([first, *(part for row in rows for part in _broken(row, indent))])


def _broken(row: str, indent: int) -> list[str]:
    parts = []
    while len(row) > WIDEST and (at := row.rfind(" ", indent + 1, WIDEST + 1)) > indent:
        parts.append(row[:at].rstrip())
        row = " " * indent + row[at:].lstrip()
    return [*parts, row]


def _says(changed: str, text: str, scalar: Scalar, value: str) -> bool:
    """True if this scalar has the value and every other the one it had."""
    try:
        now = {one.path: one.value for one in scalars(changed)}
    except yaml.YAMLError:
        return False
    then = {one.path: one.value for one in scalars(text)}
    meant = now.pop(scalar.path, "").rstrip("\n") == value.rstrip("\n")
    then.pop(scalar.path)
    return meant and now == then


# ------------------------------------------------------------------------------------------------ items of lists


def without_item(text: str, path: Path) -> str | None:
    """The file without one item of a list; None where that cannot be done line by line."""
    found = _item(text, path)
    if found is None:
        return None
    sequence, index = found
    items = sequence.value
    if len(items) == 1:
        return None
    if sequence.flow_style:
        if index + 1 < len(items):
            return text[: items[index].start_mark.index] + text[items[index + 1].start_mark.index :]
        return text[: items[index - 1].end_mark.index] + text[items[index].end_mark.index :]
    span = _lines(text, items[index])
    return None if span is None else text[: span[0]] + text[span[1] :]


def with_item(text: str, path: Path, key: str, words: str) -> str | None:
    """The file with a further item after this one.

    key: of a block, such as `text`; empty for an item that is words alone.
    """
    found = _item(text, path)
    if found is None:
        return None
    sequence, index = found
    item = sequence.value[index]
    if sequence.flow_style:
        at = item.end_mark.index
        return None if key else text[:at] + ", " + _quoted(words) + text[at:]
    span = _lines(text, item)
    if span is None:
        return None
    dash = " " * (len(text[span[0] :]) - len(text[span[0] :].lstrip(" ")))
    head = f"{dash}- {key}: " if key else f"{dash}- "
    end = "" if text[: span[1]].endswith("\n") else "\n"
    return text[: span[1]] + end + head + _new_scalar(words, len(dash) + (4 if key else 2)) + "\n" + text[span[1] :]


def _new_scalar(words: str, indent: int) -> str:
    """A new scalar: plain where that means the same."""
    if "\n" not in words and len(words) + indent < WIDEST and is_plain(words):
        return words
    if "\n" not in words and len(words) + indent < WIDEST:
        return _quoted(words)
    sign = "|-" if "\n" in words else ">-"
    rows = [" " * indent + row if row else "" for row in words.split("\n")]
    return sign + "\n" + "\n".join(part for row in rows for part in _broken(row, indent))


def is_plain(words: str) -> bool:
    """True for words that mean themselves without quotation marks."""
    try:
        return bool(yaml.compose(f"- a: {words}").value[0].value[0][1].value == words)  # type: ignore[union-attr]
    except (yaml.YAMLError, AttributeError, IndexError, TypeError):
        return False


def _item(text: str, path: Path) -> tuple[yaml.SequenceNode, int] | None:
    """The list that holds what a path leads to, and its index there."""
    if not path or not isinstance(path[-1], int):
        return None
    node = compose(text)
    for step in path[:-1]:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
    return (node, path[-1]) if isinstance(node, yaml.SequenceNode) else None


def _lines(text: str, item: yaml.Node) -> tuple[int, int] | None:
    """From the start of the line with the item's dash to the end of its last line."""
    begin = text.rfind("\n", 0, item.start_mark.index) + 1
    if not re.fullmatch(r" *- +", text[begin : item.start_mark.index]):
        return None
    end = _end(item, text)
    stop = text.find("\n", end)
    return begin, len(text) if stop < 0 else stop + 1


def _end(node: yaml.Node, text: str) -> int:
    """Where the words of a node end; what stands below them, such as a comment, is not part of it."""
    last = node
    while isinstance(last, yaml.SequenceNode | yaml.MappingNode) and last.value and not last.flow_style:
        held = last.value[-1]
        last = held[1] if isinstance(held, tuple) else held
    return last.start_mark.index + len(text[last.start_mark.index : last.end_mark.index].rstrip())
