import pytest

from lessonkit.check.readability import LIMITS, measure, sentences, syllables

SPOKEN = {
    1: "a the make makes whole asked phone through trust don't rules clothes child blame friend helped games dream",
    2: "table tables wanted doing playing people pages safely safety careful someone doesn't online trusted teacher "
    "secret private message picture quiet lion poem worried choices statement something homework create rhythm",
    3: "media video another adulthood remember protection already safeguarding guardian everything idea area element",
    4: "information community television activity education experience society reality usually",
    5: "opportunity university communicating",
    6: "responsibility",
}
"""How many syllables words have."""


@pytest.mark.parametrize("count", SPOKEN)
def test_syllables(count: int) -> None:
    assert {word: syllables(word) for word in SPOKEN[count].split()} == dict.fromkeys(SPOKEN[count].split(), count)


def test_sentences_end_where_a_reader_stops() -> None:
    text = "Ask first, e.g. at tea. “Are you well?” he said. Why? What to bring"
    assert list(sentences(text)) == ["Ask first, e.g. at tea.", "“Are you well?” he said.", "Why?"]


def test_labels_are_no_sentences() -> None:
    assert list(sentences("Photos, symbols and the question box")) == []


def test_figures_addresses_and_names_in_capitals_are_not_words_to_spell() -> None:
    plain = measure(["We can help you to tell."])
    named = measure(["We can help you to tell CEOP 0800 1111 https://www.example.org."])
    assert plain.words == 6
    assert named.words == 7
    assert named.grade == pytest.approx(plain.grade + 0.39)


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # Two sentences, ten words, thirteen syllables.
    found = measure(["The teacher will help you.", "You can talk to another."])
    assert (found.words, found.average) == (10, 5)
    assert found.grade == pytest.approx(0.39 * 5 + 11.8 * 1.3 - 15.59)


def test_older_readers_may_be_asked_more() -> None:
    by_age = [LIMITS[audience] for audience in ("ks1", "ks2", "ks3", "ks4", "staff")]
    assert by_age == sorted(by_age, key=lambda limits: (limits.grade, limits.average, limits.longest))
