"""Letters that read wrong are told from those that only look odd."""

import pytest

from lessonkit.check.letters import strange


@pytest.mark.parametrize("text", ["S A F E T Y", "Y O U R  S A F E T Y week", "Read: S A F E T Y!"])
def test_a_word_cut_into_letters_is_heard_letter_by_letter(text: str) -> None:
    assert "cut into its letters" in strange(text)


@pytest.mark.parametrize("text", ["a, b, c, d, e, f and g", "c a a a a हिन्दी", "A B C D E", "I a m"])
def test_single_letters_are_no_word(text: str) -> None:
    assert strange(text) == ""
