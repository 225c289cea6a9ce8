"""Alternative texts that tell nothing are told from short ones that do."""

import pytest

from lessonkit.check.alt_words import trouble


@pytest.mark.parametrize(
    "alt",
    [
        *(
            "Fig3_PhoneTalk",
            "bar chart",
            "400 x 300",
            "[Insert description]",
            "See description in the text",
            "undefined",
        ),
        *("© 2026 A. Smith", "Photo by Anna Smith on Unsplash", "Image credit: A. Smith", "${alt}", "**A phone**"),
        *("Ein Bild, das Text enthält. Automatisch generierte Beschreibung", "Description générée automatiquement"),
    ],
)
def test_it_tells_nothing_of_the_picture(alt: str) -> None:
    assert trouble(alt)[0]


@pytest.mark.parametrize(
    "alt",
    [
        *(
            "A bar chart: reports doubled in a year",
            "See, hear, speak: three monkeys",
            "Nan and her phone",
            "A copyright sign",
        ),
        *(
            "A decorative plate on a wall",
            "A photo album by the window",
            "Two lines cross",
            "x_1",
            "A 3 x 4 grid of faces",
        ),
    ],
)
def test_it_tells_something(alt: str) -> None:
    assert trouble(alt) == ("", "")
