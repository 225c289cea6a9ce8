"""Operators of marked content: what belongs to which structure element, what is decoration, and what is spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lessonkit.check.anypdf.cos import dictionary, get, name, object_number, text, whole
from lessonkit.check.anypdf.drawing.canvas import Act, Canvas, Mark
from lessonkit.check.anypdf.drawing.words import add_run
from lessonkit.check.anypdf.facts import Content
from lessonkit.check.anypdf.tokens import spoken


def begin(canvas: Canvas, operands: list[Any]) -> None:
    outer = canvas.marks[-1]
    tag, said = operands[0], properties(canvas, operands)
    inner = replace(outer)
    found = said.get("MCID")
    if tag == "Artifact":
        if outer.content is not None:
            canvas.page.artifacts_inside += 1
            canvas.page.around_artifacts.append(outer.content)
        inner.artifact = str(said.get("Subtype") or said.get("Type") or "")
        inner.content = None
        if isinstance(found, float) and 0 <= found < 1e9:
            canvas.page.numbered_artifacts.append(Content(canvas.page.number, int(found), canvas.stream))
    elif isinstance(found, float) and 0 <= found < 1e9:
        inner = numbered(canvas, int(found), outer)
    if tag == "OC" and len(operands) > 1 and isinstance(operands[1], str):
        layer = dict.get(dictionary(get(canvas.resources, "/Properties")), f"/{operands[1]}")
        inner.off = inner.off or object_number(layer) in canvas.off
    if isinstance(said.get("Lang"), str):
        inner.language, inner.voiced = said["Lang"], True
    if isinstance(said.get("ActualText"), str) and outer.actual is None:
        inner.actual = said["ActualText"]
    canvas.marks.append(inner)


def numbered(canvas: Canvas, number: int, outer: Mark) -> Mark:
    content = Content(canvas.page.number, number, canvas.stream)
    if outer.content is not None or outer.artifact is not None:
        canvas.page.nested.append(content)
        if outer.content is not None:
            canvas.page.around[content] = outer.content
        else:
            canvas.page.inside_artifacts.append(content)
    elif content in canvas.page.contents:
        canvas.page.repeated.append(content)
    canvas.page.contents.add(content)
    return Mark(content, None, outer.actual, outer.language, outer.off, outer.voiced, (*outer.holders, content))


def properties(canvas: Canvas, operands: list[Any]) -> dict[str, Any]:
    """The property list of marked content, as plain values."""
    given = operands[1] if len(operands) > 1 else {}
    if isinstance(given, dict):
        return {key: spoken(value) if isinstance(value, bytes) else value for key, value in given.items()}
    named = dictionary(get(canvas.resources, "/Properties", f"/{given}"))
    found: dict[str, Any] = {}
    for key in ("MCID", "Type", "Subtype", "Lang", "ActualText"):
        value = get(named, f"/{key}")
        if key == "MCID" and (whole(value) is not None):
            found[key] = float(value)
        elif isinstance(value, str):
            found[key] = name(value) if key in ("Type", "Subtype") else text(value)
    return found


def end(canvas: Canvas, _: list[Any]) -> None:
    if len(canvas.marks) > 1:
        closed, outer = canvas.marks[-1], canvas.marks[-2]
        if closed.actual and closed.content is not None and outer.actual is None:
            add_run(canvas, "", 0, 0, (), closed.actual)  # it stands for something that is no text
        canvas.marks.pop()


ACTS: dict[bytes, Act] = {
    b"BDC": lambda canvas, operands: begin(canvas, operands[-2:]),
    b"BMC": lambda canvas, operands: begin(canvas, operands[-1:]),
    b"EMC": end,
}
"""What each operator does."""
