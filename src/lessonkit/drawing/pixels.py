"""Raster pictures made ready for pages: upright, in sRGB, and with no more pixels than a printer can show."""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO

from PIL import ExifTags, ImageCms, ImageOps
from PIL import Image as Pillow

from lessonkit.drawing.image import MM_PER_INCH, Image, Kind

MOST_DPI = 300
"""What a printer can show; a picture with more is made smaller for the size it is drawn at."""

QUALITY = 88
"""Of a JPEG that had to be changed: no difference to be seen in print."""

UPRIGHT = 1
"""The EXIF orientation of a picture whose first row is its top."""


@lru_cache(maxsize=64)
def fitted(image: Image, width_mm: float) -> Image:
    """The picture with at most MOST_DPI at this width; itself if it has no more, or would only grow.

    Drawings in few flat colours, such as codes to scan, are smaller and sharper as they are: averaging adds shades.
    """
    width = max(1, round(width_mm / MM_PER_INCH * MOST_DPI))
    if image.width_px <= width:
        return image
    height = max(1, round(image.height_px * width / image.width_px))
    with Pillow.open(BytesIO(image.data)) as picture:
        smaller = encoded(_smooth(picture).resize((width, height), Pillow.Resampling.LANCZOS), image.kind)
    return smaller if len(smaller.data) < len(image.data) else image


def encoded(picture: Pillow.Image, kind: Kind) -> Image:
    """A picture as a file, without what its camera wrote about it."""
    file = BytesIO()
    picture.info.clear()
    if kind == "jpeg":
        picture.save(file, "JPEG", quality=QUALITY, optimize=True, subsampling="4:2:0")
    else:
        picture.save(file, "PNG", optimize=False, compress_level=6)
    return Image(file.getvalue(), picture.width, picture.height, kind)


def upright(picture: Pillow.Image) -> Pillow.Image:
    """The picture as its camera was held; the same object if it lies right."""
    if picture.getexif().get(ExifTags.Base.Orientation, UPRIGHT) == UPRIGHT:
        return picture
    return ImageOps.exif_transpose(picture)


def in_eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """The picture with 256 shades at most, as all formats show it; the same object if it has no more."""
    if picture.mode not in ("I", "I;16"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """The picture in the colours of a screen; the same object if it is so already."""
    profile = _profile(picture.info.get("icc_profile"))
    if profile and profile.profile.xcolor_space.strip() != MODES.get(picture.mode):
        # A profile for other colours than the picture has says nothing about them.
        profile = None
    if profile and not _is_srgb(profile):
        return _converted(picture, profile)
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


MODES = {"RGB": "RGB", "RGBA": "RGB", "L": "GRAY", "LA": "GRAY", "CMYK": "CMYK", "P": "RGB"}
"""The colours of profiles that a picture in each mode may have."""


def _converted(picture: Pillow.Image, profile: ImageCms.ImageCmsProfile) -> Pillow.Image:
    transparent = picture.has_transparency_data
    source = picture.convert("RGB") if picture.mode in ("P", "RGBA") else picture
    source = source.convert("L") if picture.mode == "LA" else source
    changed = ImageCms.profileToProfile(source, profile, _srgb(), outputMode="RGB")
    if changed is None:  # only when told to work in place
        return picture
    if transparent:
        changed.putalpha(picture.convert("RGBA").getchannel("A"))
    return changed


def _profile(data: bytes | None) -> ImageCms.ImageCmsProfile | None:
    """The profile in these bytes; none if it is damaged, as other programs have it."""
    try:
        return ImageCms.ImageCmsProfile(BytesIO(data)) if data else None
    except (OSError, ImageCms.PyCMSError):
        return None


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return "srgb" in ImageCms.getProfileDescription(profile).casefold()


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _smooth(picture: Pillow.Image) -> Pillow.Image:
    """The picture in a mode whose pixels can be averaged."""
    if picture.mode in ("RGB", "RGBA", "L", "LA"):
        return picture
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode in ("1", "I", "I;16") else "RGB")
