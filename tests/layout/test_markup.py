"""The strict markup: what it may say, and that anything else is refused with its place."""

from pathlib import Path

import pytest

from lessonkit.document import Callout, Cell, Field, Heading, LineBreak, Link, List, Paragraph, Strong, Table, Text
from lessonkit.layout.inline import MarkupError
from lessonkit.layout.markup import Body, read_markup
from lessonkit.layout.theme import read_theme
from lessonkit.problems import Place
from lessonkit.reading import plain

THEME = read_theme(Path("layouts/themes/calm.yaml"))


def read(blocks: str) -> Body:
    return read_markup(f"<document>{blocks}</document>", THEME, "sources/x.yaml")


def test_words_keep_their_spaces_and_lose_the_layouts_line_ends():
    (paragraph,) = read("<p>\n  Talk   <b>every </b> day\n  <a href='tel:999'>on 999</a>.\n</p>").blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.content) == "Talk every day on 999."
    assert paragraph.content[1:3] == (Strong((Text("every "),)), Text("day "))
    assert isinstance(paragraph.content[3], Link)


def test_no_break_spaces_stay():
    (paragraph,) = read("<p>0800\u00a01111</p>").blocks
    assert paragraph.content == (Text("0800\u00a01111"),)


def test_a_line_break_needs_no_space_around_it():
    (paragraph,) = read("<p>One <br/> two</p>").blocks
    assert paragraph.content == (Text("One "), LineBreak(), Text("two"))


def test_language_reaches_each_run():
    (paragraph,) = read("<p>Say <span lang='cy'>bore <b>da</b></span></p>").blocks
    assert paragraph.content == (Text("Say "), Text("bore ", "cy"), Strong((Text("da", "cy"),)))


def test_the_authors_line_reaches_the_node_and_what_is_inside():
    (callout,) = read("<callout kind='help' src='sources/x.yaml:41'><title>Now</title><p>Tell.</p></callout>").blocks
    assert isinstance(callout, Callout)
    assert callout.place == callout.blocks[0].place == Place("sources/x.yaml", 41)


def test_bare_words_in_a_cell_become_a_paragraph_in_the_cells_style():
    (table,) = read(
        "<table><caption>C</caption><head><row><cell>A</cell><cell>B</cell></row></head>"
        "<row><cell>1</cell><cell><p>2</p><list><item>3</item></list></cell></row></table>"
    ).blocks
    assert isinstance(table, Table)
    head, body = table.head[0].cells, table.body[0].cells
    assert [cell.header for cell in head + body] == [True, True, True, False]
    assert styles(head[0]) == ["table-head"]
    assert styles(body[0]) == ["table-row-head"]
    assert styles(body[1]) == ["table-cell", "table-cell"]


def styles(cell: Cell) -> list[str]:
    return [block.style for block in cell.blocks if isinstance(block, Paragraph | List)]


def test_a_field_without_a_value_is_a_blank():
    (paragraph,) = read("<p>Ask <field name='dsl_name' label='name of the lead'/></p>").blocks
    assert paragraph.content[1] == Field("dsl_name", "name of the lead", None, 40.0, Place("sources/x.yaml"))


def test_headings_with_the_same_words_get_different_ids():
    blocks = read("<h level='2'>Ask &amp; tell</h><h level='2'>Ask &amp; tell</h>").blocks
    assert [block.id for block in blocks if isinstance(block, Heading)] == ["ask-tell", "ask-tell-2"]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<blink>No</blink>", "<blink>"),
        ("<p colour='red'>No</p>", "colour"),
        ("<p style='fancy'>No</p>", "fancy"),
        ("<callout kind='scary'><p>No</p></callout>", "scary"),
        ("<p>One <blink>two</blink></p>", "<blink>"),
        ("<list><p>One</p></list>", "<item>"),
        ("<list kind='star'><item>One</item></list>", "star"),
        ("<p>Water & ice</p>", "XML"),
    ],
)
def test_what_the_tree_has_no_word_for_is_refused_by_name(markup: str, words: str):
    with pytest.raises(MarkupError) as error:
        read(markup)
    assert words in error.value.what + error.value.todo


@pytest.mark.parametrize(
    "blocks",
    [
        "bare",
        "<p>One</p>bare",
        "<box>bare</box>",
        "<list><item>bare<list><item>inner</item></list></item></list>",
        "<list><item><p>One</p> bare</item></list>",
        "<callout kind='help'><title>Now</title>bare</callout>",
    ],
)
def test_words_beside_blocks_are_refused_rather_than_lost(blocks: str):
    with pytest.raises(MarkupError, match="bare"):
        read(blocks)
