"""Every rule of the validator that has plain words has a fix."""

from lessonkit.check.pdf.fixes import FIXES
from lessonkit.check.pdf.plain_words import PLAIN_WORDS


def test_what_is_said_in_plain_words_can_be_mended() -> None:
    assert FIXES.keys() == PLAIN_WORDS.keys()
    assert all(fix.endswith(".") for fix in FIXES.values())
