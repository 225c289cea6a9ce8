"""Pictures that an author brings along: PNG and JPEG files, looked at before anything is built."""

from __future__ import annotations

import struct
import warnings
import zlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, UnidentifiedImageError
from PIL import Image as Pillow

from lessonkit.drawing.image import Image, Kind
from lessonkit.drawing.pixels import encoded, in_eight_bits, in_srgb, upright
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reads import note

LARGEST_PIXELS = 40_000_000
LARGEST_BYTES = 20_000_000


def read_image(root: Path, path: str, place: Place | None = None) -> Image:
    """The picture at a path relative to the project folder. LessonkitError, at the place, if it cannot be used."""
    file = find_file(root, path, place)
    status = file.stat()
    if status.st_size > LARGEST_BYTES:
        raise _problem(place, f"The picture “{path}” is larger than {LARGEST_BYTES // 1_000_000} MB", SMALLER)
    return _read_once(file, status.st_mtime_ns, path, place)


@lru_cache(maxsize=32)
def _read_once(file: Path, changed: int, path: str, place: Place | None) -> Image:
    """The picture in a file; checks and every format ask for it, and reading it takes long."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of huge pictures; the limit below is the lower one.
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            return _checked(file.read_bytes(), path, place)
    except Pillow.DecompressionBombError as error:
        raise _too_many_pixels(path, place) from error
    except UnidentifiedImageError as error:
        raise _problem(place, f"The picture “{path}” is not a PNG or JPEG file", SAVE_AGAIN) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as error:
        raise _problem(place, f"The picture “{path}” is damaged or cut short", SAVE_AGAIN) from error


SMALLER = "Save a smaller copy: 2,000 pixels across are enough for a page."
SAVE_AGAIN = "Open it in a picture editor and save it as PNG or JPEG."


def find_file(root: Path, path: str, place: Place | None) -> Path:
    """The file at a path relative to the project folder. LessonkitError if it is none, or lies outside."""
    note(root / path, drawn=True)
    file = (root / path).resolve()
    # A path that is the same with all links followed leads to nowhere else.
    if Path(path).is_absolute() or not (file == root / path or file.is_relative_to(root.resolve())):
        todo = "Copy it into sources/images and write that path, such as “sources/images/photo.png”."
        raise _problem(place, f"The picture “{path}” lies outside the project folder", todo)
    if not file.is_file():
        todo = "Write its path from the project folder, such as “sources/images/photo.png”."
        raise _problem(place, f"There is no picture “{path}”", todo)
    return file


def _checked(data: bytes, path: str, place: Place | None) -> Image:
    with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > LARGEST_PIXELS:
            raise _too_many_pixels(path, place)
        picture.load()
        if picture.getexif().get_ifd(ExifTags.IFD.GPSInfo):
            todo = "Save a copy without location: whoever gets the document could read it."
            raise _problem(place, f"The picture “{path}” records where it was taken", todo)
        kind: Kind = "png" if picture.format == "PNG" else "jpeg"
        plain = in_srgb(in_eight_bits(upright(picture)))
        if plain is picture:
            return Image(data, picture.width, picture.height, kind)
        return encoded(plain, kind)


def _too_many_pixels(path: str, place: Place | None) -> LessonkitError:
    what = f"The picture “{path}” has more than {LARGEST_PIXELS // 1_000_000} million pixels"
    return _problem(place, what, SMALLER)


def _problem(place: Place | None, what: str, todo: str) -> LessonkitError:
    return LessonkitError(Problem(place, f"{what}.", todo))
