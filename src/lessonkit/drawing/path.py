"""SVG path data, such as `M4 4h40v9z`, as segments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.drawing.pen import Pen
from lessonkit.drawing.shapes import Segment

ARGUMENTS = {"M": "xy", "L": "xy", "H": "x", "V": "y", "C": "xyxyxy", "S": "xyxy", "Q": "xyxy", "T": "xy",
             "A": "nnnffxy", "Z": ""}  # fmt: skip
"""What each command takes: x, y, a plain number, or a flag, which may be written without a space after it."""

SPACE = re.compile(r"[\s,]*")
COMMAND = re.compile(r"[A-Za-z]")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
FLAG = re.compile(r"[01]")


def read_path(data: str) -> tuple[Segment, ...]:
    """The segments of path data. ValueError says what is wrong with it."""
    pen = Pen()
    control = (0.0, 0.0)
    previous = ""
    for name, values in _commands(data):
        absolute = _absolute(name, values, pen)
        command = name.upper()
        if not previous and command != "M":
            raise ValueError("A path must begin with M")
        if previous not in {"S": "CS", "T": "QT"}.get(command, ""):
            control = (pen.x, pen.y)
        control = _draw(pen, command, absolute, control)
        previous = command
    return tuple(pen.segments)


def _draw(pen: Pen, command: str, v: list[float], control: tuple[float, float]) -> tuple[float, float]:
    """Draw one command; gives the control point that a smooth curve after it mirrors."""
    mirrored = (2 * pen.x - control[0], 2 * pen.y - control[1])
    match command:
        case "M":
            pen.move(*v)
        case "L":
            pen.line(*v)
        case "H":
            pen.line(v[0], pen.y)
        case "V":
            pen.line(pen.x, v[0])
        case "C" | "S":
            points = v if command == "C" else [*mirrored, *v]
            pen.cubic(*points)
            return points[2], points[3]
        case "Q" | "T":
            points = v if command == "Q" else [*mirrored, *v]
            pen.quadratic(*points)
            return points[0], points[1]
        case "A":
            pen.arc(v[0], v[1], v[2], bool(v[3]), bool(v[4]), v[5], v[6])
        case "Z":
            pen.close()
    return pen.x, pen.y


def _absolute(name: str, values: list[float], pen: Pen) -> list[float]:
    if name.isupper():
        return values
    origin = {"x": pen.x, "y": pen.y}
    return [value + origin.get(kind, 0.0) for kind, value in zip(ARGUMENTS[name.upper()], values, strict=True)]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with one set of its arguments; repeated sets repeat the command."""
    at = _skip(data, 0)
    while at < len(data):
        letter = COMMAND.match(data, at)
        if not letter or letter[0].upper() not in ARGUMENTS:
            raise ValueError(f"“{data[at]}” is not a path command")
        name, at = letter[0], _skip(data, at + 1)
        while True:
            values, at = _arguments(data, at, ARGUMENTS[name.upper()])
            yield name, values
            if not values or at >= len(data) or COMMAND.match(data, at):
                break
            # SVG 2, 9.3.3: further pairs after a moveto are linetos.
            name = {"M": "L", "m": "l"}.get(name, name)


def _arguments(data: str, at: int, kinds: str) -> tuple[list[float], int]:
    values = []
    for kind in kinds:
        match = (FLAG if kind == "f" else NUMBER).match(data, at)
        if not match:
            raise ValueError(f"A number is missing at “{data[at : at + 8]}”")
        values.append(float(match[0]))
        at = _skip(data, match.end())
    return values, at


def _skip(data: str, at: int) -> int:
    found = SPACE.match(data, at)
    return found.end() if found else at
