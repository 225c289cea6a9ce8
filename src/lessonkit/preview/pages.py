"""The pages of a PDF as pictures, drawn with pypdfium2."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lessonkit.problems import LessonkitError, Place, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH_PX = 1000
"""Of a page; a narrow panel has as many pixels an inch as the widest page of its file."""


def pages(data: bytes, name: str, width: int = WIDTH_PX, dots: float = 0) -> list[Image]:
    """The pages of a PDF, the widest of them so many pixels wide; or with so many dots an inch.

    Raises LessonkitError for what is no PDF; name: what messages call the file.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        scale = dots / 72 or width / max((page.get_width() for page in document), default=width)
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    except pypdfium2.PdfiumError:
        todo = "Name a PDF file, or build it again."
        raise LessonkitError(Problem(Place(name), "This is no PDF that can be drawn.", todo)) from None


def png(picture: Image) -> bytes:
    """A picture as a PNG file."""
    target = BytesIO()
    picture.save(target, "PNG", compress_level=1)
    return target.getvalue()
