"""Markdown in texts: a small tree with typographic quotes, each part with its line."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.problems import LessonkitError, Place
from lessonkit.source.markdown import (
    MdBlank,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdItem,
    MdLink,
    MdList,
    MdNote,
    MdParagraph,
    MdStrong,
    MdText,
    parse_inline,
    parse_markdown,
    walk_blocks,
)
from lessonkit.source.typed_contacts import typed_contacts
from lessonkit.source.values import SourceText


def words(inlines: Iterable[MdInline]) -> str:
    """The words of a tree."""
    return "".join(inline.text for inline in inlines if isinstance(inline, MdText))


def shown(text: str) -> str:
    """The words of a text of one line as they will be printed."""
    return words(walk_blocks(parse_markdown(SourceText(text))))


def test_inlines() -> None:
    text = SourceText(
        "a **b *c***, [d](https://e.uk/f'g) <contact:h> <number:i-j>\\\n<field:dsl_name> <blank:time-code>"
    )
    nowhere = Place("")
    assert parse_inline(text) == (
        MdText("a "),
        MdStrong((MdText("b "), MdEmphasis((MdText("c"),)))),
        MdText(", "),
        MdLink((MdText("d"),), "https://e.uk/f'g", nowhere),
        MdText(" "),
        MdContact("h", False, nowhere),
        MdText(" "),
        MdContact("i-j", True, nowhere),
        MdBreak(),
        MdField("dsl_name", nowhere),
        MdText(" "),
        MdBlank("time code", nowhere),
    )


def test_a_note_holds_words_with_marks() -> None:
    text = SourceText("Never^[Not *once*, says [she](https://e.uk).] again [1^2].")
    nowhere = Place("")
    (paragraph,) = parse_markdown(text)
    assert isinstance(paragraph, MdParagraph)
    note = (
        MdText("Not "),
        MdEmphasis((MdText("once"),)),
        MdText(", says "),
        MdLink((MdText("she"),), "https://e.uk", nowhere),
        MdText("."),
    )
    assert paragraph.inlines == (MdText("Never"), MdNote(note, nowhere), MdText(" again [1^2]."))


def test_blocks_know_their_lines() -> None:
    text = "One\n\n3. a\n4. b\n   - c\n\nTwo\nlines\n"
    place = Place("f.yaml", 10)

    def paragraph(words: str, line: int) -> MdParagraph:
        return MdParagraph((MdText(words),), Place("f.yaml", line))

    nested = MdList(False, 1, (MdItem((paragraph("c", 14),), Place("f.yaml", 14)),), Place("f.yaml", 14))
    assert parse_markdown(SourceText(text, place, text)) == (
        paragraph("One", 10),
        MdList(
            True,
            3,
            (
                MdItem((paragraph("a", 12),), Place("f.yaml", 12)),
                MdItem((paragraph("b", 13), nested), Place("f.yaml", 13)),
            ),
            Place("f.yaml", 12),
        ),
        paragraph("Two lines", 16),
    )


def test_a_text_is_parsed_once() -> None:
    text = SourceText("**a**")
    assert parse_markdown(text) is parse_markdown(text)


def test_empty_text_is_no_block() -> None:
    assert parse_markdown(SourceText(" \n")) == ()


@pytest.mark.parametrize(
    "text", ["Plain words", 'Children\'s words -- "all" of them', "1.5 hours", "-5 degrees", "a\tb"]
)
def test_texts_without_markup_read_the_same_with_and_without_the_parser(text: str) -> None:
    assert shown(text) == shown(text + " *x*").removesuffix(" x")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's", "It’s"),
        ("the children's and pupils' words", "the children’s and pupils’ words"),
        ("'one' and \"two\"", "‘one’ and “two”"),
        ("He said \"She said 'no'\"", "He said “She said ‘no’”"),
        ('("a")', "(“a”)"),
        ('say "**now**" or **"never"**', "say “now” or “never”"),
        ('"<contact:x>"', "“”"),
        ('<contact:x>\'s "own"', "’s “own”"),
        ("the '90s and 'twas", "the ’90s and ’twas"),
        ("'16 is the age'", "‘16 is the age’"),
        ('one\\\n"two"', "one“two”"),
        ("a -- b", "a – b"),
        ("a--b and 10-11", "a--b and 10-11"),
        ("already ‘typed’ “so”", "already ‘typed’ “so”"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("&quot;a&quot; &amp; \\*b\\*", "“a” & *b*"),
        ('end "', "end ”"),
    ],
)
def test_quotes_and_dashes_are_typographic(typed: str, printed: str) -> None:
    assert shown(typed) == printed


def test_addresses_keep_their_quotes() -> None:
    (link,) = parse_inline(SourceText("[it's](https://a.uk/it's--so)"))
    assert link == MdLink((MdText("it’s"),), "https://a.uk/it's--so", Place(""))


@given(text=st.text(st.sampled_from("ab '\"*_>#-.1\n\\`~|!x "), max_size=40))
def test_no_letter_is_ever_lost(text: str) -> None:
    try:
        tree = parse_markdown(SourceText(text))
    except LessonkitError:
        return
    assert [c for c in words(walk_blocks(tree)) if c.isalpha()] == [c for c in text if c.isalpha()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 0800 1111 or 0808 800 5000.", ["0800 1111", "0808 800 5000"]),
        ("Call +44 20 7946 0018 or (01223) 496 000", ["+44 20 7946 0018", "(01223) 496 000"]),
        ("In danger? 999. Or call 101 now.", ["999", "101"]),
        ("See www.iwf.org.uk/report, Childline.org.uk.", ["www.iwf.org.uk/report", "Childline.org.uk"]),
        ("See https://ceop.police.uk/Safety-Centre/.", ["https://ceop.police.uk/Safety-Centre/"]),
        ("Write to help@nspcc.org.uk.", ["help@nspcc.org.uk"]),
        ("Call <number:childline> or read [this](https://www.iwf.org.uk).", []),
        ("In 2022, 199,363 of 255,588 reports; 9% more; £999; 1,999; 10.30; 101 ways; year 2026-11-22", []),
        ("Day 112 of 190; call 112 from abroad", ["112"]),
        ("Plan 30, 45 or 60 minutes. Ages 7-11. T.A.L.K. e.g. this.", []),
    ],
)
def test_contacts_typed_by_hand_are_found(text: str, found: list[str]) -> None:
    matched = typed_contacts(SourceText(text))
    assert [words for _, words in matched] == found
    assert all(text[offset:].startswith(words) for offset, words in matched)
