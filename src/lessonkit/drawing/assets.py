"""Where drawings and pictures come from: the icons of the layouts, and the project's own files.

What reads them is imported when it is first asked for: most documents show icons only, and many builds nothing new.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import assert_never

from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import Chart, Figure, QRCode
from lessonkit.drawing.image import Image
from lessonkit.drawing.shapes import Drawing
from lessonkit.problems import LessonkitError, Place, Problem, did_you_mean
from lessonkit.reads import note

ICON = "icon:"
"""How the source of a figure begins when it is one of the icons."""
SVG = ".svg"
LARGEST_DRAWING = 5_000_000


@dataclass(frozen=True, slots=True)
class Assets:
    """Gives renderers what they draw. A LessonkitError carries the place that asked for it."""

    icons: Path
    """The folder of SVG icons: `heart` is `heart.svg`."""
    root: Path
    """The project folder, which the paths of pictures start from."""

    def names(self) -> tuple[str, ...]:
        """The name of every icon, in alphabetical order."""
        return tuple(sorted(path.stem for path in self.icons.glob("*.svg")))

    def drawing(self, name: str, place: Place | None = None) -> Drawing:
        """The icon of this name, read once."""
        path = self.icons / f"{name}.svg"
        note(path, drawn=True)
        if "/" in name or not path.is_file():
            names = self.names()
            todo = did_you_mean(name, names, f"Choose one of: {', '.join(names)}.")
            raise LessonkitError(Problem(place, f"There is no icon “{name}”.", todo))
        return _read_once(path, f"{self.icons.name}/{name}.svg", path.stat().st_mtime_ns)

    def figure(self, node: Figure, theme: Theme, width_mm: float) -> Drawing | Image:
        """What a figure shows at this width: a chart is drawn for it, a picture has no more pixels than it needs."""
        match node.source:
            case Chart():
                from lessonkit.drawing.charts import draw_chart

                icon = self.drawing(node.source.icon, node.place) if node.source.icon else None
                return draw_chart(node.source, theme, width_mm, icon, node.place)
            case QRCode():
                from lessonkit.drawing.qr import draw_qr_code

                return draw_qr_code(node.source.address, width_mm, node.place)
            case str():
                picture = self.picture(node.source, node.place)
                if not isinstance(picture, Image):
                    return picture
                from lessonkit.drawing.pixels import fitted

                return fitted(picture, width_mm)
            case _:
                assert_never(node.source)

    def picture(self, source: str, place: Place | None = None) -> Drawing | Image:
        """An icon for `icon:heart`, else the drawing or picture at this path."""
        if source.startswith(ICON):
            return self.drawing(source.removeprefix(ICON), place)
        if source.lower().endswith(SVG):
            return self.own_drawing(source, place)
        return self.image(source, place)

    def own_drawing(self, path: str, place: Place | None = None) -> Drawing:
        """The drawing in the SVG file at this path of the project folder."""
        from lessonkit.drawing.picture import find_file

        file = find_file(self.root, path, place)
        if file.stat().st_size > LARGEST_DRAWING:
            what = f"The drawing “{path}” is larger than {LARGEST_DRAWING // 1_000_000} MB."
            raise LessonkitError(Problem(place, what, "Save a simpler one, or a picture of it as PNG."))
        return _read_once(file, path, file.stat().st_mtime_ns)

    def image(self, path: str, place: Place | None = None) -> Image:
        """The picture at this path of the project folder, if it is one that every format can show."""
        from lessonkit.drawing.picture import read_image

        return read_image(self.root, path, place)


@cache
def _read_once(path: Path, shown: str, changed: int = 0) -> Drawing:
    from lessonkit.drawing.svg import read_drawing

    return read_drawing(path, shown)
