"""How charts look: the colours and type of a theme, and how wide words are in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.drawing.shapes import Weight
from lessonkit.fonts import face

MM = 72 / 25.4

TEXT_PT, TICK_PT = 10.5, 9.5
LEADING = 1.24
"""Of names on several lines, as a multiple of their size."""
CAPITALS = 0.35
"""How far below the middle of its capitals a line has its baseline, as a multiple of its size."""


class Undrawable(ValueError):
    """Data that cannot become a chart: what is wrong, in a sentence, and what to do about it."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.todo = todo


@dataclass(frozen=True, slots=True)
class ChartLook:
    """What a chart takes from the theme; a value, so that equal charts are drawn once."""

    ink: str
    muted: str
    rule: str
    paper: str
    series: tuple[str, ...]
    """Of each series in turn; told apart by pattern, dash and marker as well."""
    fonts: tuple[tuple[str, Path], ...]

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """The width of words in points."""
        return _width(dict(self.fonts)[weight], text) * size

    def wrapped(self, text: str, most: float, size: float = TEXT_PT) -> list[str]:
        """The words on as few lines as this width allows, the lines about equally long."""
        lines = self._filled(text.split(), most, size)
        narrower = most
        while len(lines) > 1 and (narrower := narrower - size / 2) > 0:
            tighter = self._filled(text.split(), narrower, size)
            if len(tighter) > len(lines) or max(self.width(line, size) for line in tighter) > narrower:
                break
            lines = tighter
        return lines

    def longest_word(self, texts: tuple[str, ...], size: float = TEXT_PT) -> float:
        """The width of the widest word: names wrap to no less."""
        return max((self.width(word, size) for text in texts for word in text.split()), default=0.0)

    def _filled(self, words: list[str], most: float, size: float) -> list[str]:
        lines: list[str] = []
        for word in words:
            if lines and self.width(f"{lines[-1]} {word}", size) <= most:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines


def look_of(theme: Theme) -> ChartLook:
    """The look of charts in a theme."""
    palette: Mapping[str, str] = theme.palette
    return ChartLook(
        palette["ink"],
        palette["muted"],
        palette["rule"],
        palette["paper"],
        tuple(palette[role] for role in SERIES_COLOURS),
        tuple(sorted(theme.fonts.items())),
    )


SERIES_COLOURS = ("chart-1", "chart-2", "chart-3", "chart-4")
"""The palette roles of the series of a chart."""

MOST_SERIES = len(SERIES_COLOURS)
"""More lines or bars than this cannot be told apart in grey."""


def mixed(colour: str, paper: str, share: float) -> str:
    """A colour thinned with that of the paper."""
    pairs = ((int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(own * share + ground * (1 - share)):02x}" for own, ground in pairs)


@lru_cache(maxsize=10_000)
def _width(path: Path, text: str) -> float:
    font = face(path)
    return sum(glyph.advance for glyph in font.shape(text)) / font.units_per_em
