"""Follows a page's content streams: words, filled areas and pictures, each with its place and its mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.colours import is_palette
from lessonkit.check.anypdf.cos import data, dictionary, get, name, number, numbers, object_number, whole
from lessonkit.check.anypdf.drawing import marks, shapes, state, words
from lessonkit.check.anypdf.drawing.canvas import MOST_OPERATORS, Canvas
from lessonkit.check.anypdf.tokens import operators

COST_OF_OBJECT = 50
"""In operators: forms that draw each other cost far more than their size."""
DEEPEST_FORM = 8


class Drawing(Canvas):
    """One page as its content streams draw it."""

    def follow(self, stream: bytes, resources: Any) -> None:
        """Follows a content stream to its end, or to the limit of what a file may hold."""
        self.resources = dictionary(resources)
        for operator, operands in operators(stream):
            self.operators_left -= 1
            if self.operators_left < 0:
                return
            act = ACTS.get(operator)
            if act is not None:
                try:
                    act(self, operands)
                except (IndexError, TypeError, ValueError, OverflowError, AttributeError):
                    continue  # an operator without its operands does nothing

    def external(self, operands: list[Any]) -> None:
        self.operators_left -= COST_OF_OBJECT
        reference = dict.get(dictionary(get(self.resources, "/XObject")), f"/{operands[0]}")
        value = dictionary(reference)
        kind = name(get(value, "/Subtype"))
        if kind == "Image":
            few = get(value, "/BitsPerComponent") == 1 or is_palette(get(value, "/ColorSpace"))
            see_through = any(get(value, key) is not None for key in ("/SMask", "/Mask", "/ImageMask"))
            shapes.add_picture(self, number(get(value, "/Width")), number(get(value, "/Height")), few, not see_through)
        elif kind == "Form":
            self.form(reference, value)

    def form(self, reference: Any, value: DictionaryObject) -> None:
        key = object_number(reference)
        stream = data(value)
        if stream is None or key in self.forms or len(self.forms) >= DEEPEST_FORM:
            return
        outer = (self.resources, self.stream, self.text, self.line, self.path, self.saved, len(self.marks))
        before = replace(self.state)
        matrix = numbers(get(value, "/Matrix"), 6)
        if matrix is not None:
            state.transform(self, matrix)
        self.forms.append(key)
        off = self.marks[-1].off or object_number(dict.get(value, "/OC")) in self.off
        self.marks.append(replace(self.marks[-1], off=off, voiced=False, holders=()))
        parents = whole(get(value, "/StructParents"))
        if parents is not None:
            self.page.form_parents[key] = parents
            self.page.forms.append(key)
        self.stream = key  # without a key in the parent tree, numbers in it lead nowhere
        self.path, self.saved = [], []
        self.follow(stream, get(value, "/Resources") or self.resources)
        self.forms.pop()
        self.resources, self.stream, self.text, self.line, self.path, self.saved, depth = outer
        del self.marks[depth:]
        self.state = before


ACTS: dict[bytes, Callable[[Drawing, list[Any]], None]] = {
    **state.ACTS,
    **marks.ACTS,
    **words.ACTS,
    **shapes.ACTS,
    b"Do": Drawing.external,
}
"""What each operator does; others say nothing that is looked for."""

__all__ = ["MOST_OPERATORS", "Drawing"]
