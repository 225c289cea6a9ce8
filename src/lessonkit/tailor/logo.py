"""The school's logo, as documents print it: from the project's pictures, as large as it is seen well."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.drawing import Assets
from lessonkit.drawing.shapes import Drawing
from lessonkit.problems import LessonkitError, Problem
from lessonkit.source.project import Project
from lessonkit.tailor.details import School

HIGHEST_MM, WIDEST_MM = 16.0, 45.0
"""A tall logo is held by its height, a long one by its width."""

WIDEST_SHARE = 0.4
"""Words stand beside the logo: they keep the larger part."""


@dataclass(frozen=True, slots=True)
class PrintedLogo:
    """A picture with its words, for layouts."""

    source: str
    """Its path from the project folder."""
    alt: str
    width_mm: float

    def share(self, room_mm: float) -> float:
        """The share of some width that the logo takes, for layouts that let it stand at the side."""
        return round(min(self.width_mm / room_mm, WIDEST_SHARE), 4)


def printed_logo(school: School, project: Project) -> PrintedLogo | None:
    """The logo of a school that has one. Raises LessonkitError for a file that is no picture."""
    logo = school.logo
    if logo.file is None or logo.alt is None:
        return None
    source = f"sources/{logo.file}"
    picture = Assets(project.layouts / "icons", project.root).picture(source, logo.place_of("file"))
    wide, high = (
        (picture.width, picture.height) if isinstance(picture, Drawing) else (picture.width_px, picture.height_px)
    )
    return PrintedLogo(source, str(logo.alt), round(min(WIDEST_MM, HIGHEST_MM * wide / high), 1))


def readable_logo(school: School, project: Project) -> Iterator[Problem]:
    """The problems of a logo that is no picture."""
    try:
        printed_logo(school, project)
    except LessonkitError as error:
        yield from error.problems
