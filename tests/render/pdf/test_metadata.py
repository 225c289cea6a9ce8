"""What a file says of itself."""

from __future__ import annotations

from PIL import ImageCms

from lessonkit.render.pdf.metadata import PROFILE


def test_the_output_intent_is_the_profile_that_pillow_makes() -> None:
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    kept = PROFILE.read_bytes()
    assert kept[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # the time of making (ICC.1, 7.2.1)
    assert kept[:24] + kept[36:] == bytes(made[:24] + made[36:])
