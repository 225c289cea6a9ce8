"""Letters that read wrong are told from those that only look odd."""

import pytest

from lessonkit.check.letters import strange


@pytest.mark.parametrize("text", ["S A F E T Y", "Y O U R  S A F E T Y week", "Read: S A F E T Y!"])
def test_a_word_cut_into_letters_is_heard_letter_by_letter(text: str) -> None:
    assert "cut into its letters" in strange(text)


@pytest.mark.parametrize("text", ["a, b, c, d, e, f and g", "c a a a a हिन्दी", "A B C D E", "I a m"])
def test_single_letters_are_no_word(text: str) -> None:
    assert strange(text) == ""


@pytest.mark.parametrize("text", ["Call O800 1111.", "0l632 960960", "O8OO 1111"])
def test_letters_among_the_digits_of_a_telephone_number_ring_nobody(text: str) -> None:
    assert "letters in the place of digits" in strange(text)


@pytest.mark.parametrize("text", ["Call 0800 1111 or look here.", "Ooo, of old 100 and 200", "O365 and 0800 1111 only"])
def test_letters_beside_a_telephone_number_are_words(text: str) -> None:
    assert strange(text) == ""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Please tell a te\u0430cher", "of two alphabets"),
        ("\u0421hildren", "of two alphabets"),
        ("Come o\u0336n\u0336 Monday", "lines through"),
        ("Read ᵗʰⁱˢ and ᴛʜɪꜱ", "signs of their own"),
        ("Read \u202ethis", "turns the text round"),
    ],
)
def test_letters_that_only_look_right(text: str, what: str) -> None:
    assert what in strange(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u0418\u0434\u0438 \u0441 \u043d\u0438\u043c, IT-\u043e\u0442\u0434\u0435\u043b, SMS\u043a\u0438",
        "1ˢᵗ, m², H₂O and ʷ",
        "/w\u026ant\u0259/ and /\u0283\u026ap/",
        "\u202d0800 1111\u202c",
        "x\u0338 y",
    ],
)
def test_letters_of_other_alphabets_and_sounds_are_themselves(text: str) -> None:
    assert strange(text) == ""
