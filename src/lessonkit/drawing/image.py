"""Raster pictures as plain data."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lessonkit.dataclass import dataclass

MM_PER_INCH = 25.4

Kind: TypeAlias = Literal["png", "jpeg"]


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture, upright and in sRGB; as its file holds it wherever it was so already."""

    data: bytes
    width_px: int
    height_px: int
    kind: Kind


def dots_per_inch(image: Image, width_mm: float) -> float:
    """How finely a picture is drawn at this width."""
    return image.width_px / (width_mm / MM_PER_INCH)
