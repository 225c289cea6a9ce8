"""The strict markup of notes, spans, charts and the other rarer nodes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lessonkit import document as tree
from lessonkit.layout.inline import MarkupError
from lessonkit.layout.markup import read_markup
from lessonkit.layout.theme import read_theme
from lessonkit.reading import grid, list_number, plain, reading_lines, source_name
from render.every_node import LONG

THEME = read_theme(Path("layouts/themes/calm.yaml"))


def read(blocks: str) -> tuple[tree.Block, ...]:
    return read_markup(f"<document>{blocks}</document>", THEME, "sources/x.yaml").blocks


def document(blocks: str) -> tree.Document:
    return replace(LONG, blocks=read(blocks))


def test_a_note_reads_after_the_paragraph_that_calls_it():
    lines = reading_lines(document("<p>One<note>Two <b>three</b>.</note> four.</p><p>Five.</p>"))
    assert lines == ("One four.", "Two three.", "Five.")


@pytest.mark.parametrize(
    "blocks",
    [
        '<h level="2">A<note>b</note></h>',
        "<p>A<note>b<note>c</note></note></p>",
        '<p><a href="https://example.org">A<note>b</note></a></p>',
        '<figure source="icon:heart" alt="A heart"><caption>A<note>b</note></caption></figure>',
    ],
)
def test_a_note_stands_in_paragraphs_only(blocks: str):
    with pytest.raises(MarkupError, match="note"):
        read(blocks)


def test_words_inside_a_line():
    (paragraph,) = read(
        "<p>The <abbr title='Designated Safeguarding Lead'>DSL</abbr>, 19<sup>th</sup>, <code>*67</code>,"
        " <icon name='heart' alt='love'/> <icon name='stop' decorative='true'/></p>"
    )
    assert isinstance(paragraph, tree.Paragraph)
    kinds = [type(node).__name__ for node in paragraph.content if not isinstance(node, tree.Text)]
    assert kinds == ["Abbreviation", "Superscript", "Code", "Icon", "Icon"]
    assert plain(paragraph.content) == "The DSL, 19th, *67,"
    assert paragraph.content[-1].alt == tree.Decorative()  # type: ignore[union-attr]


def test_terms_read_before_what_is_said_of_them():
    blocks = "<definitions><definition><term>Block</term><p>Stop someone.</p></definition></definitions>"
    assert reading_lines(document(blocks)) == ("Block", "Stop someone.")


def test_a_list_counts_in_letters_and_roman_numerals():
    assert [list_number(n, "lower-alpha") for n in (1, 26, 27, 52)] == ["a", "z", "aa", "az"]
    assert [list_number(n, "upper-roman") for n in (1, 4, 9, 14, 1990)] == ["I", "IV", "IX", "XIV", "MCMXC"]
    (items,) = read("<list kind='number' numbering='lower-roman' start='3'><item>A</item></list>")
    assert isinstance(items, tree.List)
    assert (items.numbering, items.start) == ("lower-roman", 3)


SPANS = (
    "<table><caption>C</caption><head><row><cell rows='2'>Who</cell><cell columns='2'>When</cell></row>"
    "<row><cell>Day</cell><cell>Night</cell></row></head>"
    "<row><cell rows='2'>Helpline</cell><cell>yes</cell><cell>no</cell></row>"
    "<row><cell columns='2'>free</cell></row></table>"
)


def test_spans_take_the_place_of_the_cells_they_cover():
    (table,) = read(SPANS)
    assert isinstance(table, tree.Table)
    assert [[column for column, _ in row] for row in grid(table.head)] == [[0, 1], [1, 2]]
    assert [[column for column, _ in row] for row in grid(table.body)] == [[0, 1, 2], [1]]
    assert [[cell.header for cell in row.cells] for row in table.body] == [[True, False, False], [False]]


@pytest.mark.parametrize(
    ("slip", "message"),
    [
        (("<cell>no</cell>", ""), "columns"),
        (("<cell rows='2'>Helpline", "<cell rows='3'>Helpline"), "spans 3 rows"),
        (("<table>", "<table align='left'>"), "align"),
        (("<table>", "<table align='left middle left'>"), "middle"),
    ],
)
def test_a_table_that_does_not_come_out_even_is_refused(slip: tuple[str, str], message: str):
    with pytest.raises(MarkupError, match=message):
        read(SPANS.replace(*slip))


CHART = (
    "<chart kind='bar' unit='lessons' alt='More lessons each year.'><caption>Lessons</caption>"
    "<head><row><cell>Year</cell><cell>Given</cell></row></head>"
    "<row><cell>2024</cell><cell>1,200</cell></row><row><cell>2025</cell><cell>1,500.5</cell></row></chart>"
)


def test_a_chart_comes_with_its_numbers_as_a_table():
    figure, table = read(CHART)
    assert isinstance(figure, tree.Figure)
    assert isinstance(table, tree.Table)
    assert figure.source == tree.Chart(
        "bar", ("2024", "2025"), (tree.Series("Given", (1200.0, 1500.5)),), unit="lessons"
    )
    assert source_name(figure) == "the chart"
    assert len(table.body) == 2
    assert table.aligns == ("left", "number")
    assert (figure.caption, table.caption) == ((), (tree.Text("Lessons"),)), "one caption is not printed twice"


def test_a_chart_and_its_table_may_have_a_caption_each():
    both = CHART.replace("</caption>", "</caption><table-caption>In numbers</table-caption>")
    figure, table = read(both)
    assert (figure.caption, table.caption) == ((tree.Text("Lessons"),), (tree.Text("In numbers"),))


def test_a_chart_draws_numbers_only():
    with pytest.raises(MarkupError, match="many"):
        read(CHART.replace("1,200", "many"))


def test_a_qr_code_prints_its_address_as_a_link():
    (figure,) = read("<qr address='https://www.childline.org.uk/'/>")
    assert isinstance(figure, tree.Figure)
    assert figure.alt == "QR code that opens www.childline.org.uk"
    assert plain(figure.caption) == "www.childline.org.uk"
    assert isinstance(figure.caption[0], tree.Link)


def test_text_beside_a_figure_reads_after_it():
    blocks = "<float side='left' share='0.3'><figure source='icon:heart' alt='A heart'><caption>One</caption></figure>"
    (node,) = read(f"{blocks}<beside><p>Two</p></beside></float>")
    assert isinstance(node, tree.Float)
    assert (node.side, node.share) == ("left", 0.3)
    assert reading_lines(document(f"{blocks}<beside><p>Two</p></beside></float>")) == ("One", "Two")
