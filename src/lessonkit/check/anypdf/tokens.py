"""The operators of a content stream: quicker than pypdf, which makes an object of every number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TOKEN = re.compile(
    rb"""[\x00\t\n\x0c\r ]+ | %[^\r\n]*
    | (?P<number>[+-]*(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?=[\x00\t\n\x0c\r \[\]<>()/%]|$))
    | /(?P<name>[^\x00\t\n\x0c\r \[\]<>(){}/%]*)
    | \[(?P<parts>(?:\([^()\\]*+\)|<[0-9A-Fa-f]++>|[+-]?[0-9]++(?:\.[0-9]*+)?|[\n ])*+)\]
    | (?P<bracket>\[|\]|<<|>>)
    | <(?P<hex>[^>]*)>
    | \((?P<string>(?:[^()\\]|\\.)*)\)
    | (?P<open>\()
    | (?P<operator>[^\x00\t\n\x0c\r \[\]<>(){}/%]+)""",
    re.VERBOSE | re.DOTALL,
)
PART = re.compile(rb"\(([^)]*)\)|([+-]?[0-9.]+)|<([^>]*)>")
"""Of the array that shows a line of words: codes, or a number by which they move."""
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
END_OF_IMAGE = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r /Q]|$)")
DEEPEST = 50
"""How deep arrays and dictionaries may stand in each other."""
MOST_OPERANDS = 100_000
"""Of one operator."""


def operators(stream: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Each operator with its operands: numbers as float, names as str, strings as bytes, lists and dicts as such.

    An inline image comes as `EI` with its dictionary.
    """
    operands: list[Any] = []
    open_brackets: list[list[Any]] = []
    scan = TOKEN.scanner(stream)  # type: ignore[attr-defined]
    while (found := scan.match()) is not None:
        kind = found.lastgroup
        if kind is None:
            continue
        value = found[kind]
        if kind == "number":
            operands.append(_number(value))
        elif kind == "operator":
            if value in CONSTANTS:
                operands.append(CONSTANTS[value])
            elif value == b"ID":
                end = END_OF_IMAGE.search(stream, found.end())
                scan = TOKEN.scanner(stream, end.end() if end else len(stream))  # type: ignore[attr-defined]
                yield b"EI", [_dictionary(operands)]
                operands = []
            elif open_brackets:
                continue
            else:
                yield value, operands
                operands = []
        elif kind == "parts":
            parts = PART.findall(value)
            operands.append(
                [float(step) if step else _hex(digits) if digits else codes for codes, step, digits in parts]
            )
        elif kind == "hex":
            operands.append(_hex(value))
        elif kind == "string":
            operands.append(_unescaped(value) if b"\\" in value else value)
        elif kind == "name":
            operands.append(_name(value))
        elif kind == "open":
            string, after = _nested(stream, found.end())
            operands.append(string)
            scan = TOKEN.scanner(stream, after)  # type: ignore[attr-defined]
        elif value in (b"[", b"<<") and len(open_brackets) < DEEPEST:
            open_brackets.append(operands)
            operands = []
        elif value in (b"]", b">>") and open_brackets:
            inside, operands = operands, open_brackets.pop()
            operands.append(inside if value == b"]" else _dictionary(inside))
        if len(operands) > MOST_OPERANDS:
            operands = []


CONSTANTS = {b"true": True, b"false": False, b"null": None}


def _number(value: bytes) -> float:
    try:
        return float(value)
    except ValueError:  # `--5`, which some writers make
        return float(value.lstrip(b"+-"))


def _name(value: bytes) -> str:
    if b"#" in value:
        value = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes((int(found[1], 16),)), value)
    return value.decode("latin-1")


def _hex(value: bytes) -> bytes:
    try:
        return bytes.fromhex(value.decode("ascii"))
    except ValueError:
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", value)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _unescaped(value: bytes) -> bytes:
    def character(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes((int(code, 8) & 255,)) if code[:1].isdigit() and code[:1] < b"8" else ESCAPED.get(code, code)

    return ESCAPE.sub(character, value)


def spoken(value: bytes) -> str:
    """A text string of a content stream."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


def _nested(stream: bytes, start: int) -> tuple[bytes, int]:
    """A string that holds brackets of its own, and where it ends."""
    depth = 1
    for found in re.compile(rb"\\.|[()]", re.DOTALL).finditer(stream, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return _unescaped(stream[start : found.start()]), found.end()
    return b"", len(stream)


def _dictionary(entries: list[Any]) -> dict[str, Any]:
    return {key: value for key, value in zip(entries[::2], entries[1::2], strict=False) if isinstance(key, str)}
