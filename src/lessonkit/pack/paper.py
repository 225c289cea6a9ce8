"""What a printer needs to know of a finished file: pages, paper, sides and sheets."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from lessonkit.dataclass import dataclass
from lessonkit.paper import MM_PER_POINT, size_name


@dataclass(frozen=True, slots=True)
class Paper:
    """How a file is printed."""

    pages: int
    size: str
    """`A4`, or millimetres for any other size."""
    lengthways: bool = False
    one_sided: bool = False
    """Its pages are no front and back: cards without backs."""
    copies: int = 1
    """How many copies lie on a sheet: a wallet card comes ten times."""

    @property
    def both_sides(self) -> bool:
        """True if it is printed on both sides of its sheets."""
        return self.pages > 1 and not self.one_sided

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy."""
        return self.pages if self.one_sided else -(-self.pages // 2)


def paper_of(pdf: bytes, one_sided: bool = False) -> Paper:
    """What a PDF file says of its pages."""
    pages = PdfReader(BytesIO(pdf)).pages
    box = pages[0].mediabox
    width, height = float(box.width) * MM_PER_POINT, float(box.height) * MM_PER_POINT
    return Paper(len(pages), size_name(width, height), width > height, one_sided)
