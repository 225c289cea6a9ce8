"""Icons as plain vector data, and the pictures of a project: what every renderer draws from."""

from lessonkit.drawing.assets import Assets
from lessonkit.drawing.pixels import Image
from lessonkit.drawing.shapes import Drawing, Label, Segment, Shape
from lessonkit.drawing.svg import read_drawing

__all__ = ["Assets", "Drawing", "Image", "Label", "Segment", "Shape", "read_drawing"]
