"""Operators that show words: each makes a run, with its place, its look and its characters."""

from __future__ import annotations

import math
from typing import Any

from lessonkit.check.anypdf.cos import dictionary, get, object_number
from lessonkit.check.anypdf.drawing.canvas import EVERYWHERE, IDENTITY, Act, Canvas, around, product
from lessonkit.check.anypdf.facts import Box, Run
from lessonkit.check.anypdf.fonts import read_font

WORD_GAP = 0.18
"""In parts of the size: a wider step between two letters is seen as a space."""
ASCENT, DESCENT = 0.75, -0.22
"""How far letters reach above and below their line, in parts of the size."""


def begin_text(canvas: Canvas, _: list[Any]) -> None:
    canvas.text = canvas.line = IDENTITY


def choose(canvas: Canvas, operands: list[Any]) -> None:
    named, canvas.state.size = operands[0], float(operands[1])
    reference = dict.get(dictionary(get(canvas.resources, "/Font")), f"/{named}")
    key = object_number(reference) or -id(dictionary(reference))
    if key not in canvas.fonts:
        canvas.fonts[key] = read_font(reference)
    canvas.state.font = canvas.fonts[key]


def place(canvas: Canvas, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    canvas.text = canvas.line = (a, b, c, d, e, f)


def move(canvas: Canvas, operands: list[Any]) -> None:
    x, y = operands
    canvas.text = canvas.line = product((1, 0, 0, 1, x, y), canvas.line)


def move_and_lead(canvas: Canvas, operands: list[Any]) -> None:
    canvas.state.leading = -operands[1]
    move(canvas, operands)


def next_line(canvas: Canvas, _: list[Any]) -> None:
    move(canvas, [0.0, -canvas.state.leading])


def show(canvas: Canvas, operands: list[Any]) -> None:
    words, width, _, gaps = measured(canvas, [operands[-1]])
    add_run(canvas, words, width, width, gaps, None)


def show_parts(canvas: Canvas, operands: list[Any]) -> None:
    words, width, advance, gaps = measured(canvas, operands[0])
    add_run(canvas, words, width, advance, gaps, None)


def show_on_next_line(canvas: Canvas, operands: list[Any]) -> None:
    if len(operands) == 3:
        canvas.state.word, canvas.state.character = operands[0], operands[1]
    next_line(canvas, [])
    show(canvas, operands)


def measured(canvas: Canvas, parts: list[Any]) -> tuple[str, float, float, tuple[int, ...]]:
    """The words, how far they reach and how far the pen goes (unscaled), and where gaps are seen between them."""
    state, words, at, reach = canvas.state, "", 0.0, 0.0
    gaps: list[int] = []
    mark = canvas.marks[-1]
    if not mark.voiced:
        canvas.page.voices.add(mark.holders)
    for part in parts:
        if isinstance(part, float):
            at -= part / 1000 * state.size * state.stretch
            continue
        read, width, glyphs = state.font.read(part)
        wide = at - reach > WORD_GAP * abs(state.size)
        if wide and words and not words[-1].isspace() and not read[:1].isspace():
            gaps.append(len(words))
        extra = glyphs * state.character + (read.count(" ") * state.word if state.font.bytes_in_code == 1 else 0)
        at += (width * state.size + extra) * state.stretch
        reach = at - state.character * state.stretch if read else reach
        words += read
    return words, reach, at, tuple(gaps)


def add_run(
    canvas: Canvas, words: str, width: float, advance: float, gaps: tuple[int, ...], actual: str | None
) -> None:
    state, mark = canvas.state, canvas.marks[-1]
    matrix = product(canvas.text, state.matrix)
    a, b, c, d, _, baseline = matrix
    size = abs(state.size) * math.hypot(c, d)
    drawn = around(matrix, 0, state.rise + DESCENT * state.size, width, state.rise + ASCENT * state.size)
    level = a > 0 and abs(b) < 0.02 * abs(a) and d > 0
    spoken = actual
    if actual is None and mark.actual is not None:
        spoken = mark.actual
        for each in canvas.marks:
            each.actual = "" if each.actual is not None else None
    canvas.order += 1
    canvas.page.runs.append(
        Run(
            *(canvas.page.number, drawn, canvas.order, mark.content, mark.artifact),
            text=words,
            size=size,
            face=state.font.face,
            colour=state.fill,
            alpha=state.alpha,
            mode=state.mode,
            level=level,
            baseline=baseline,
            space=state.font.space * size,
            gaps=gaps,
            spoken=spoken,
            language=mark.language,
            angle=0 if level else _angle(a, b),
            cut=0 if state.clip is EVERYWHERE else _cut(drawn, state.clip),
            off=mark.off,
        )
    )
    canvas.text = product((1, 0, 0, 1, advance, 0), canvas.text)


def _angle(a: float, b: float) -> int:
    """Where a line runs whose letters go by (a, b): to one of the sides of the page, or -1."""
    turned = math.degrees(math.atan2(b, a)) % 360
    nearest = round(turned / 90) * 90 % 360
    return nearest if min(abs(turned - nearest), 360 - abs(turned - nearest)) < 2 else -1


def _cut(box: Box, clip: Box) -> float:
    """The part of a box that a clip cuts away."""
    return 1 - box.meets(clip).area / box.area if box.area else 0


ACTS: dict[bytes, Act] = {
    b"BT": begin_text,
    b"Tf": choose,
    b"Tm": place,
    b"Td": move,
    b"TD": move_and_lead,
    b"T*": next_line,
    b"Tj": show,
    b"TJ": show_parts,
    b"'": show_on_next_line,
    b'"': show_on_next_line,
}
"""What each operator does."""
