"""Lines: where they end, what stays together, and what is never lost at their ends."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lessonkit.document import Field, LineBreak, Link, Paragraph, Strong, Text
from lessonkit.fonts import SOFT_HYPHEN
from lessonkit.render.pdf.divide import opportunities, syllables
from lessonkit.render.pdf.lines import TOLERANCE, break_lines, line_width
from lessonkit.render.pdf.pieces import Look, Rectangle, Run
from lessonkit.render.pdf.tagging import structure
from lessonkit.render.pdf.typesetter import Column, Typesetter
from lessonkit.render.pdf.words import Fonts, words_of
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, lay_out, lines, paragraph, pieces, words

LOOK = Look("regular", 12, "#000000")


def measured(*content: object, width: float = 200) -> tuple:
    tree = structure(document(Paragraph(content)))
    return words_of(tree.root.elements()[0], LOOK, Fonts(THEME), width)


def texts(found: tuple) -> list[str]:
    return ["".join(chunk.text for chunk in word.chunks) for word in found]


def greedy(found: tuple, width: float) -> list[float]:
    """The widths of lines that are filled one after the other."""
    widths: list[float] = []
    first = 0
    for end in range(1, len(found) + 1):
        if end == len(found) or line_width(found[first : end + 1]) > width:
            widths.append(line_width(found[first:end]))
            first = end
    return widths


def uneven(widths: list[float], width: float) -> float:
    return sum((1 - line / width) ** 2 for line in widths[:-1])


@given(st.lists(st.sampled_from(("a", "the", "brown", "dogs", "jumping", "extraordinary")), min_size=8, max_size=60))
def test_lines_are_as_few_as_can_be_and_more_even_than_if_each_were_filled(chosen: list[str]) -> None:
    found = measured(Text(" ".join([*chosen, "and", "extraordinarily"])))
    broken = [line_width(found[line.first : line.end]) for line in break_lines(found, 200)]
    filled = greedy(found, 200)
    assert max(broken) <= 200 + TOLERANCE
    assert len(broken) == len(filled)
    assert uneven(broken, 200) <= uneven(filled, 200) + TOLERANCE


def test_a_long_word_does_not_leave_a_hole_above_it() -> None:
    found = measured(
        Text(
            "worried. A trusted grown-up listens, believes you and helps you to block and report whoever sent it. "
            "You will not be in trouble, whatever has happened."
        )
    )
    broken = [line_width(found[line.first : line.end]) for line in break_lines(found, 170)]
    filled = greedy(found, 170)
    assert len(broken) == len(filled)
    assert min(broken[:-1]) > min(filled[:-1]) + 5


def test_no_short_word_ends_a_paragraph_alone() -> None:
    found = measured(Text("one two three four five six seven eight nine ten"))
    full = line_width(found[:-1]) + 1
    assert [line.end - line.first for line in break_lines(found, full)] == [8, 2]
    assert [line.end - line.first for line in break_lines(found, line_width(found))] == [10]


@given(st.lists(st.text("abcdefg ", max_size=12), min_size=1, max_size=30), st.integers(60, 300))
def test_no_word_is_lost_or_joined(parts: list[str], width: int) -> None:
    found = measured(*(Strong((Text(part),)) if number % 2 else Text(part) for number, part in enumerate(parts)))
    written = "".join(
        "".join(chunk.text for chunk in word.chunks) + (" " if word.space else "")
        for line in break_lines(found, width)
        for word in found[line.first : line.end]
    )
    assert written == " ".join("".join(parts).split())


def test_a_no_break_space_holds_its_words_together() -> None:
    assert texts(measured(Text("Year\u00a07 pupils"))) == ["Year\u00a07", "pupils"]


def test_a_telephone_number_in_a_link_stays_on_one_line() -> None:
    number = Link((Text("0808 800 5000"),), "tel:08088005000")
    assert texts(measured(Text("Call "), number, Text(" now"))) == ["Call", "0808 800 5000", "now"]
    assert "5000" in texts(measured(number, width=60)), "but not where it would not fit"


def test_an_address_may_end_a_line_after_its_signs_only() -> None:
    assert opportunities("https://example.org/a-b?c=d&e") == ("https://", "example.", "org/", "a-", "b?", "c=d&", "e")
    assert opportunities("www.iwf.org.uk") == ("www.", "iwf.", "org.", "uk")
    assert opportunities("e.g.") == ("e.g.",)
    assert opportunities("well-being") == ("well-", "being")
    assert opportunities("0800-1111") == ("0800-1111",)


def test_a_word_may_change_its_look_without_a_break() -> None:
    assert texts(measured(Text("un"), Strong((Text("believ"),)), Text("able indeed"))) == ["unbelievable", "indeed"]


def test_a_forced_end_leaves_a_space_for_those_who_listen() -> None:
    (page,) = lay_out(Paragraph((Text("one"), LineBreak(), Text("two"))))
    runs = [piece.text for _, _, piece in pieces(page) if isinstance(piece, Run)]
    assert runs == ["one", " ", "two"]
    assert lines(page) == ["one", "two"]


def test_the_space_at_a_line_end_is_written_but_takes_no_room() -> None:
    (page,) = lay_out(Paragraph(words("alphabet " * 40)))
    runs = [piece for _, _, piece in pieces(page) if isinstance(piece, Run)]
    assert len(runs) > 2
    assert all(run.text.endswith(" ") for run in runs[:-1])
    assert not runs[-1].text.endswith(" ")
    fonts, look, count = Fonts(THEME), runs[0].look, len(runs[0].text.split())
    shown = fonts.width("alphabet", look, None) * count + fonts.width(" ", look, None) * (count - 1)
    assert abs(runs[0].width - shown) < 0.01


def test_a_blank_is_as_wide_as_it_says_and_stays_with_its_full_stop() -> None:
    (page,) = lay_out(Paragraph((Text("At "), Field("blank", "time", width_mm=30), Text("."))))
    strip = next(piece for _, _, piece in pieces(page) if isinstance(piece, Rectangle))
    assert abs(strip.width - 30 * 72 / 25.4) < 0.01
    assert len(measured(Field("blank", "time", width_mm=90), Text("."), width=100)) == 1
    assert measured(Field("blank", "time", width_mm=90), Text("."), width=100)[0].width <= 100 + TOLERANCE


# ---------------------------------------------------------------------------------------- hyphens, justified lines


def hyphenated(words: str, width: float, **style: object) -> list[list[Run]]:
    """The runs of a paragraph set with hyphens, line by line."""
    source = document(Paragraph((Text(words),)))
    tree = structure(source)
    setter = Typesetter(THEME, ASSETS, 500, lambda *_: None, tree)
    body = replace(THEME.styles["body"], **{"hyphens": True, **style})
    found = setter.paragraph(tree.root.elements()[0], body, Column(0, width))
    assert not setter.problems
    return [[piece for piece in line if isinstance(piece, Run)] for line in found]


def shown(line: list[Run]) -> str:
    return "".join(run.text for run in line)


LONG_WORDS = ("safeguarding", "responsibility", "communication", "a", "to", "organisations", "well-being", "understand")


@given(st.lists(st.sampled_from(LONG_WORDS), min_size=1, max_size=40), st.integers(70, 260), st.booleans())
def test_hyphens_lose_no_letter_and_never_stand_at_more_than_two_ends_in_a_row(
    chosen: list[str], width: int, justified: bool
) -> None:
    found = hyphenated(" ".join(chosen), width, align="justified" if justified else "left")
    text = "".join(shown(line) for line in found)
    assert text.replace(SOFT_HYPHEN, "") == " ".join(chosen)
    assert all(SOFT_HYPHEN not in shown(line)[:-1] for line in found), "only at line ends"
    assert all(line[-1].x + line[-1].width <= width + TOLERANCE for line in found)
    ends = "".join("-" if shown(line).endswith(SOFT_HYPHEN) else "." for line in found)
    assert width < 120 or "---" not in ends


def test_a_word_is_divided_where_a_british_reader_expects_it() -> None:
    assert syllables("photography", "en-GB") == syllables("photography", "en")
    assert "-".join(pieces_of("photography", "en-GB")) == "pho-to-graphy"
    assert "-".join(pieces_of("Donaudampfschiff", "de")) == "Do-nau-dampf-schiff"
    assert pieces_of("https://photography.example", "en-GB") == ["https://photography.example"]
    assert pieces_of("photography", "tlh") == ["photography"], "no patterns, no hyphens"
    assert pieces_of("until", "en-GB") == ["un", "til"]


def pieces_of(word: str, language: str) -> list[str]:
    places = [0, *syllables(word, language), len(word)]
    return [word[a:b] for a, b in pairwise(places)]


def test_without_hyphens_a_soft_hyphen_of_the_author_is_where_a_word_may_be_divided() -> None:
    found = hyphenated("The super\u00adcalifragilistic word", 90, hyphens=False)
    assert [shown(line) for line in found] == ["The super\u00ad", "califragilistic ", "word"]
    (line,) = hyphenated("The super\u00adcalifragilistic word", 400, hyphens=False)
    assert shown(line) == "The supercalifragilistic word"


def test_justified_lines_reach_the_right_edge_but_for_the_last() -> None:
    *full, last = hyphenated("The responsibility of all neighbouring organisations " * 4, 240, align="justified")
    assert len(full) > 2
    assert all(abs(line[-1].x + line[-1].width - 240) < 0.02 for line in full)
    assert last[-1].spacing == 0


def test_a_ragged_paragraph_has_no_hyphens_unless_its_style_asks_for_them() -> None:
    assert not THEME.styles["body"].hyphens
    found = hyphenated("internationalisation " * 9, 130, hyphens=False)
    assert [shown(line).strip() for line in found] == ["internationalisation"] * 9


def test_a_long_address_is_divided_without_a_hyphen() -> None:
    found = hyphenated("https://example.org/" + "a" * 60, 150, hyphens=False)
    assert SOFT_HYPHEN not in "".join(shown(line) for line in found)
    assert len(found) > 2


def test_the_same_paragraph_is_broken_once_and_belongs_to_each_document() -> None:
    first, second = lay_out(paragraph("Same words.")), lay_out(paragraph("First."), paragraph("Same words."))
    runs = [run for pages in (first, second) for _, _, run in pieces(pages[0]) if isinstance(run, Run)]
    assert [(run.text, run.leaf) for run in runs] == [("Same words.", 0), ("First.", 0), ("Same words.", 1)]
