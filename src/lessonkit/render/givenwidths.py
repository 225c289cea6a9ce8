"""The widths that an author gives to the columns of a table, as far as the longest words leave them."""

from __future__ import annotations

from collections.abc import Sequence

TOLERANCE = 0.01
"""Points that nobody sees."""


def widened(given: Sequence[float], least: Sequence[float]) -> list[float]:
    """The widths that are given, but no column narrower than its longest word while the others have room to spare.

    In larger type a column of figures would break them: 30 minutes would read as 3 and 0. All in points.
    """
    missing = [max(0.0, need - width) for need, width in zip(least, given, strict=True)]
    spare = [max(0.0, width - need) for need, width in zip(least, given, strict=True)]
    if not TOLERANCE < sum(missing) <= sum(spare):
        return list(given)
    taken = sum(missing) / sum(spare)
    return [width + more - taken * less for width, more, less in zip(given, missing, spare, strict=True)]
