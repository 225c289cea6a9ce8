"""Scales from zero with round ticks, and numbers as charts print them."""

from __future__ import annotations

from math import ceil, floor, log10

from lessonkit.dataclass import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""What the first figures of a tick distance may be."""
BEFORE = frozenset("£$€¥")
"""Units that stand before their number."""
CLOSE = frozenset("%‰°")
"""Units that stand after their number without a space."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Ticks from zero up to the first one that no value exceeds."""

    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along the scale a value lies: 0 to 1."""
        return value / self.ticks[-1]


def scale_for(values: tuple[float, ...], intervals: int) -> Scale:
    """The scale with the roundest ticks in about so many intervals; whole numbers get whole ticks."""
    top = max(values) or 1.0
    step = _round_up(top / intervals)
    if all(value == int(value) for value in values):
        step = max(1.0, step if step == int(step) else _round_up(step * 1.01, whole=True))
    count = max(1, ceil(top / step - 1e-9))
    return Scale(tuple(round(step * number, 10) for number in range(count + 1)))


def round_number(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is no less."""
    number = 1.0
    while number < least:
        leading = number / 10 ** floor(log10(number) + 1e-9)
        number *= 2.5 if round(leading) == 2 else 2
    return number


def _round_up(step: float, whole: bool = False) -> float:
    power = 10.0 ** floor(log10(step))
    for factor in STEPS:
        rounded = round(factor * power, 10)
        if rounded >= step - 1e-9 and (not whole or rounded == int(rounded)):
            return rounded
    return round(10 * power, 10)


def shown(value: float, unit: str = "") -> str:
    """A number as charts print it: a sign such as % beside it, words left to the axis."""
    digits = f"{value:,.10g}"
    if unit and unit[0] in BEFORE and len(unit) == 1:
        return f"{unit}{digits}"
    return f"{digits}{unit}" if is_sign(unit) else digits


def is_sign(unit: str) -> bool:
    """True for a unit that every number carries: %, °C, £."""
    return bool(unit) and (unit[0] in CLOSE or unit in BEFORE)
