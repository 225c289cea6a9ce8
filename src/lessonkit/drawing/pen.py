"""A pen that draws with everything SVG knows and records only lines and cubic curves."""

from __future__ import annotations

from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from lessonkit.drawing.shapes import Segment


class Pen:
    """Records a path; all coordinates are absolute."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = 0.0
        self._start = (0.0, 0.0)
        self._closed = False

    def move(self, x: float, y: float) -> None:
        """Start a subpath."""
        self.segments.append(("M", x, y))
        self.x, self.y = self._start = (x, y)
        self._closed = False

    def line(self, x: float, y: float) -> None:
        """Draw a straight line."""
        self._begin()
        self.segments.append(("L", x, y))
        self.x, self.y = x, y

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        """Draw a cubic curve with these two control points."""
        self._begin()
        self.segments.append(("C", x1, y1, x2, y2, x, y))
        self.x, self.y = x, y

    def quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        """Draw a quadratic curve: a cubic with both controls two thirds of the way to its one."""
        x0, y0 = self.x, self.y
        self.cubic(x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)

    def arc(self, rx: float, ry: float, turn: float, large: bool, clockwise: bool, x: float, y: float) -> None:
        """Draw part of an ellipse whose x axis is turned by so many degrees (SVG 2, appendix B.2)."""
        if (x, y) == (self.x, self.y):
            return
        if not rx or not ry:
            self.line(x, y)
            return
        ellipse = _Ellipse(abs(rx), abs(ry), radians(turn))
        start, sweep = ellipse.fit((self.x, self.y), (x, y), large, clockwise)
        parts = ceil(abs(sweep) / (pi / 2) - 1e-9)
        for part in range(parts):
            x1, y1, x2, y2, end_x, end_y = ellipse.curve(start + sweep * part / parts, sweep / parts)
            last = part == parts - 1
            self.cubic(x1, y1, x2, y2, x if last else end_x, y if last else end_y)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float) -> None:
        """Draw a whole ellipse around a centre."""
        self.move(cx + rx, cy)
        self.arc(rx, ry, 0, False, True, cx - rx, cy)
        self.arc(rx, ry, 0, False, True, cx + rx, cy)
        self.close()

    def rectangle(self, x: float, y: float, width: float, height: float, rx: float, ry: float) -> None:
        """Draw a rectangle with rounded corners."""
        right, bottom = x + width, y + height
        self.move(x + rx, y)
        self.line(right - rx, y)
        self.arc(rx, ry, 0, False, True, right, y + ry)
        self.line(right, bottom - ry)
        self.arc(rx, ry, 0, False, True, right - rx, bottom)
        self.line(x + rx, bottom)
        self.arc(rx, ry, 0, False, True, x, bottom - ry)
        self.line(x, y + ry)
        self.arc(rx, ry, 0, False, True, x + rx, y)
        self.close()

    def close(self) -> None:
        """Draw a line back to the start of the subpath."""
        self.segments.append(("Z",))
        self.x, self.y = self._start
        self._closed = True

    def _begin(self) -> None:
        if self._closed:
            self.move(*self._start)


class _Ellipse:
    """An ellipse at any angle, once it is known where it lies."""

    def __init__(self, rx: float, ry: float, turn: float) -> None:
        self.rx, self.ry, self.turn = rx, ry, turn
        self.cx = self.cy = 0.0

    def fit(
        self, start: tuple[float, float], end: tuple[float, float], large: bool, clockwise: bool
    ) -> tuple[float, float]:
        """Place the ellipse through two points; gives the angle at the first and the sweep to the second."""
        half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
        x = half_x * cos(self.turn) + half_y * sin(self.turn)
        y = half_y * cos(self.turn) - half_x * sin(self.turn)
        self._grow_to(hypot(x / self.rx, y / self.ry))
        away = (x / self.rx) ** 2 + (y / self.ry) ** 2
        factor = sqrt(max(0.0, 1 / away - 1)) * (-1 if large == clockwise else 1)
        centre_x, centre_y = factor * self.rx * y / self.ry, -factor * self.ry * x / self.rx
        self.cx = centre_x * cos(self.turn) - centre_y * sin(self.turn) + (start[0] + end[0]) / 2
        self.cy = centre_x * sin(self.turn) + centre_y * cos(self.turn) + (start[1] + end[1]) / 2
        first = atan2((y - centre_y) / self.ry, (x - centre_x) / self.rx)
        last = atan2((-y - centre_y) / self.ry, (-x - centre_x) / self.rx)
        return first, (last - first) % (2 * pi) - (0 if clockwise else 2 * pi)

    def curve(self, angle: float, sweep: float) -> tuple[float, ...]:
        """Control points and end of the cubic closest to a quarter turn or less."""
        reach = 4 / 3 * tan(sweep / 4)
        end = angle + sweep
        return (
            *self._at(cos(angle) - reach * sin(angle), sin(angle) + reach * cos(angle)),
            *self._at(cos(end) + reach * sin(end), sin(end) - reach * cos(end)),
            *self._at(cos(end), sin(end)),
        )

    def _grow_to(self, scale: float) -> None:
        # SVG 2, B.2.5: radii too small to reach are enlarged until they just do.
        if scale > 1:
            self.rx, self.ry = self.rx * scale, self.ry * scale

    def _at(self, x: float, y: float) -> tuple[float, float]:
        x, y = x * self.rx, y * self.ry
        return (
            self.cx + x * cos(self.turn) - y * sin(self.turn),
            self.cy + x * sin(self.turn) + y * cos(self.turn),
        )
