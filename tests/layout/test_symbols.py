"""Key words get their symbol once a paragraph, as whole words, and never where it would harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessonkit import document as tree
from lessonkit.layout.adaptations import read_adaptations
from lessonkit.layout.compose import compose
from lessonkit.layout.inline import MarkupError
from lessonkit.layout.markup import read_markup
from lessonkit.layout.strings import read_strings
from lessonkit.layout.theme import read_theme
from lessonkit.layout.words import Words
from lessonkit.problems import Place
from lessonkit.reading import inlines, reading_lines, walk, walk_inline
from lessonkit.source.library import read_library
from lessonkit.source.read import read_definition
from lessonkit.source.values import SourceText
from lessonkit.tailor.school import School, field_values
from library import PROJECT, document

LIBRARY = read_library(PROJECT)
SYMBOLS = {
    "tell": "tell",
    "adult": "people",
    "trusted adult": "trusted-adult",
    "Not sure": "not-sure",
    "picture": "camera",
}
WORDS = Words(LIBRARY, field_values(School()), read_strings(Path("layouts/strings"), "en").strings, SYMBOLS)
THEME = read_theme(Path("layouts/themes/calm.yaml"))


def marked(text: str) -> str:
    """The words of a line with the names of symbols in square brackets."""
    (paragraph,) = read_markup(f"<document><p>{WORDS.line(text)}</p></document>", THEME, "sources/x.yaml").blocks
    assert isinstance(paragraph, tree.Paragraph)
    return "".join(map(_shown, walk_inline(paragraph.content)))


def _shown(node: tree.Inline) -> str:
    match node:
        case tree.Icon():
            assert (node.alt, node.size) == (tree.Decorative(), 1.3)
            return f"[{node.name}]"
        case tree.Text():
            return node.text
        case _:
            return ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tell a trusted adult.", "[tell]Tell a [trusted-adult]trusted adult."),
        ("Trusted adults, not any adult.", "[trusted-adult]Trusted adults, not any [people]adult."),
        ("An adult. Adults tell adults; then tell.", "An [people]adult. Adults [tell]tell adults; then tell."),
        ("Pictures of a picture", "[camera]Pictures of a picture"),
        ("I am not sure.", "I am [not-sure]not sure."),
        ("I am not\nsure.", "I am [not-sure]not sure."),
        ("**Tell** someone *now*, and tell again.", "[tell]Tell someone now, and tell again."),
        ("“tell” (tell)", "“[tell]tell” (tell)"),
        ("Teller, retell, storytelling, tell-tale, tell’s, tell@home.uk", None),
        ("[tell a picture](https://www.ceop.police.uk/) now", "tell a picture now"),
        ("Open www.tell.org/picture today", None),
        ("Ask <contact:childline>", None),
        ("My lead is <field:dsl_name>", None),
        ("1 < 2 & tell", "1 < 2 & [tell]tell"),
    ],
)
def test_words_and_their_symbols(text: str, shown: str | None) -> None:
    found = marked(text)
    if shown is None:
        assert "[" not in found
    else:
        assert found == shown


def test_each_paragraph_and_item_begins_anew() -> None:
    text = SourceText("Tell me. Tell her.\n\nTell him.\n\n- tell\n- tell and tell\n", Place("x.yaml", 1))
    assert str(WORDS.markdown(text)).count("<icon") == 4


def test_headings_and_words_without_a_list_of_symbols_have_none() -> None:
    assert "<icon" not in str(WORDS.inline("Tell a trusted adult"))
    assert "<icon" not in str(Words(LIBRARY, {}, {}).line("Tell a trusted adult"))


def test_a_size_that_is_no_number_is_refused() -> None:
    with pytest.raises(MarkupError, match="`size` of <icon> is “big”"):
        read_markup('<document><p><icon name="tell" size="big"/></p></document>', THEME, "sources/x.yaml")


@pytest.mark.parametrize("name", ["maya-film", "send-carer-guide"])
def test_a_document_of_the_library_keeps_its_words_and_gains_symbols(name: str) -> None:
    definition = read_definition(PROJECT.definitions()[name], PROJECT, LIBRARY)
    values = field_values(School())
    asked = read_adaptations(PROJECT.layouts, ["symbols"])
    made = compose(definition, LIBRARY, values, PROJECT.layouts, adaptations=asked).document
    said = "Edition with symbols beside key words."
    lines = [line.replace(said, "").strip() for line in reading_lines(made)]
    assert lines == [line.strip() for line in reading_lines(document(name))]
    paragraphs = [content for block in walk(made.blocks) for content in inlines(block) if _names(content)]
    assert len(paragraphs) > 100
    assert all(len(set(_names(content))) == len(_names(content)) for content in paragraphs)
    headings = [block.content for block in walk(made.blocks) if isinstance(block, tree.Heading)]
    assert not [name for content in headings for name in _names(content)]
    links = [node for content in paragraphs for node in walk_inline(content) if isinstance(node, tree.Link)]
    assert not [name for link in links for name in _names(link.children)]


def _names(content: tree.Inlines) -> list[str]:
    return [node.name for node in walk_inline(content) if isinstance(node, tree.Icon) and node.size]
