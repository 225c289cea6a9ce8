"""Reading a document tree: the words of blocks, content without links, and the styles of headings."""

from lessonkit.document import Emphasis, Footnote, Heading, Link, List, ListItem, Paragraph, Strong, Text
from lessonkit.reading import contents_style, heading_style, without_links, words_in


def heading(level: int, style: str = "") -> Heading:
    return Heading(level, (Text("Who helps"),), "who", style=style)


def test_words_of_nested_blocks_stand_apart() -> None:
    inner = List((ListItem((Paragraph((Text("a teacher"),)),)), ListItem((Paragraph((Text("a friend"),)),))))
    assert words_in((Paragraph((Text("Tell"),)), inner)) == "Tell a teacher a friend"


def test_the_words_of_a_cell_are_not_those_of_its_notes() -> None:
    assert words_in((Paragraph((Text("Tell"), Footnote((Text("At once."),)))),)) == "Tell"


def test_links_leave_their_words_wherever_they_stand() -> None:
    link = Link((Emphasis((Text("ring"),)), Text(" us")), "tel:999")
    assert without_links((Text("Please "), Strong((link,)))) == (
        Text("Please "),
        Strong((Emphasis((Text("ring"),)), Text(" us"))),
    )


def test_a_heading_is_in_its_own_style_or_in_that_of_its_level() -> None:
    assert heading_style(heading(3)) == "heading-3"
    assert heading_style(heading(3, "title")) == "title"


def test_deep_headings_look_in_the_contents_like_those_of_the_second_level() -> None:
    assert [contents_style(heading(level)) for level in (2, 3, 4, 5)] == [
        "contents-1",
        "contents-2",
        "contents-2",
        "contents-2",
    ]
