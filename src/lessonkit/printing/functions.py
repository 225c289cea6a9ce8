"""Functions of a PDF (ISO 32000-1, 7.10), for gradients and inks: those that take one number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import ArrayObject, StreamObject


class Unknown(Exception):
    """Something that cannot be made grey, in a few words."""


def evaluate(function: Any, inputs: Sequence[float]) -> list[float]:
    """What a function makes of its input. Raises Unknown for a kind that is not followed."""
    function = function.get_object()
    if isinstance(function, ArrayObject):
        return [value for each in function for value in evaluate(each, inputs)]
    kind = function.get("/FunctionType")
    if len(inputs) != 1 or kind not in KINDS:
        raise Unknown("a mixture of inks")
    low, high = _floats(function["/Domain"])[:2]
    return KINDS[kind](function, min(high, max(low, inputs[0])))


def _exponential(function: Any, at: float) -> list[float]:
    first, last = _floats(function.get("/C0", [0])), _floats(function.get("/C1", [1]))
    power = at ** float(function["/N"])
    return [one + power * (other - one) for one, other in zip(first, last, strict=True)]


def _stitching(function: Any, at: float) -> list[float]:
    bounds, encode = _floats(function["/Bounds"]), _floats(function["/Encode"])
    low, high = _floats(function["/Domain"])[:2]
    part = sum(at >= bound for bound in bounds)
    edges = [low, *bounds, high]
    left, right = edges[part], edges[part + 1]
    share = (at - left) / (right - left) if right > left else 0.0
    start, end = encode[2 * part : 2 * part + 2]
    return evaluate(function["/Functions"].get_object()[part], [start + share * (end - start)])


def _sampled(function: Any, at: float) -> list[float]:
    if not isinstance(function, StreamObject) or int(function.get("/BitsPerSample", 0)) != 8:
        raise Unknown("a table of colours")
    low, high = _floats(function["/Domain"])[:2]
    count, limits = int(_floats(function["/Size"])[0]), _floats(function["/Range"])
    ways, data = len(limits) // 2, function.get_data()
    place = (at - low) / (high - low) * (count - 1) if high > low else 0.0
    first = min(count - 2, int(place)) if count > 1 else 0
    share, found = place - first, []
    for way in range(ways):
        one, other = (data[min(count - 1, each) * ways + way] / 255 for each in (first, first + 1))
        bottom, top = limits[2 * way : 2 * way + 2]
        found.append(bottom + (one + share * (other - one)) * (top - bottom))
    return found


def _floats(values: Any) -> list[float]:
    return [float(value) for value in (values.get_object() if hasattr(values, "get_object") else values)]


KINDS = {0: _sampled, 2: _exponential, 3: _stitching}
