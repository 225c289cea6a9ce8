"""SVG transforms: what moves, turns and scales a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import cos, hypot, isclose, radians, sin, sqrt, tan

from lessonkit.dataclass import dataclass
from lessonkit.drawing.shapes import Segment

STEP = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")
COUNTS = {"matrix": {6}, "translate": {1, 2}, "scale": {1, 2}, "rotate": {1, 3}, "skewX": {1}, "skewY": {1}}
"""How many numbers each kind of transform takes."""


@dataclass(frozen=True, slots=True)
class Transform:
    """The matrix (a c e / b d f) of SVG: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def around(self, inner: Transform) -> Transform:
        """This transform of what another one gives."""
        return Transform(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    @property
    def scale(self) -> float:
        """How much longer a line becomes."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    def is_even(self) -> bool:
        """True if circles stay circles, so that a line keeps one width."""
        same_length = isclose(hypot(self.a, self.b), hypot(self.c, self.d), rel_tol=1e-3)
        return same_length and abs(self.a * self.c + self.b * self.d) <= 1e-3 * self.scale**2

    def path(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """The transformed path."""
        return tuple((name, *self._points(values)) for name, *values in segments)  # type: ignore[misc]

    def _points(self, values: list[float]) -> Iterable[float]:
        for x, y in zip(values[::2], values[1::2], strict=True):
            yield self.a * x + self.c * y + self.e
            yield self.b * x + self.d * y + self.f


def read_transform(text: str) -> Transform:
    """The transform of an attribute such as `translate(4 5) rotate(45)`. ValueError says what is wrong with it."""
    whole, at = Transform(), 0
    text = text.strip()
    while at < len(text):
        found = STEP.match(text, at)
        if not found:
            raise ValueError(f"“{text[at:]}” is not a transform")
        whole = whole.around(_step(found[1], _numbers(found[2])))
        at = found.end()
    return whole


def _step(name: str, v: list[float]) -> Transform:
    if len(v) not in COUNTS.get(name, ()):
        raise ValueError(f"“{name}” with {len(v)} numbers is not a transform")
    match name:
        case "matrix":
            return Transform(*v)
        case "translate":
            return Transform(e=v[0], f=v[1] if len(v) == 2 else 0.0)
        case "scale":
            return Transform(a=v[0], d=v[-1])
        case "rotate":
            turn = radians(v[0])
            x, y = v[1:] or (0.0, 0.0)
            turned = Transform(cos(turn), sin(turn), -sin(turn), cos(turn))
            return Transform(e=x, f=y).around(turned).around(Transform(e=-x, f=-y))
        case "skewX":
            return Transform(c=tan(radians(v[0])))
        case _:
            return Transform(b=tan(radians(v[0])))


def _numbers(text: str) -> list[float]:
    try:
        return [float(word) for word in text.replace(",", " ").split()]
    except ValueError as error:
        raise ValueError(f"“{text}” are not the numbers of a transform") from error
