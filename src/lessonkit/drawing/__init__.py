"""What every renderer draws from: icons, drawings, photographs, charts and QR codes as plain data."""

from lessonkit.drawing.assets import Assets
from lessonkit.drawing.image import Image
from lessonkit.drawing.shapes import Drawing, Label, Segment, Shape

__all__ = ["Assets", "Drawing", "Image", "Label", "Segment", "Shape"]
