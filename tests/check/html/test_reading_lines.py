"""Words read back from a page: what counts as the author's, and where one block ends and the next begins."""

import pytest

from lessonkit.check.html import reading_lines
from lessonkit.reading import FIELD

NOTE = """<section role="doc-endnotes"><ol>
<li id="n">A <strong>note</strong> <a role="doc-backlink">Back</a></li></ol></section>"""


def lines(main: str) -> tuple[str, ...]:
    return reading_lines(f"<!DOCTYPE html><html><body><header>Draft</header><main>{main}</main></body></html>".encode())


@pytest.mark.parametrize(
    ("main", "read"),
    [
        ("<p>Talk <strong>ear<em>ly</em></strong>.</p>", ("Talk early.",)),
        ("<p>One</p><p>Two</p>", ("One", "Two")),
        ("<p>One<br>two\n three\u00a0four</p>", ("One two three four",)),
        ("<p>www.example.org/<wbr>help</p>", ("www.example.org/help",)),
        ("<p>A &lt;b&gt; &amp; “ü”</p>", ("A <b> & “ü”",)),
        ("<ul>\n<li><p>One</p>\n<ul>\n<li>Two</li></ul></li></ul>", ("One", "Two")),
        ("<table><caption>C</caption><tr><th>A</th><td>B</td></tr></table>", ("C", "A", "B")),
        ('<p>Ask <span class="field" data-field="x">Ms Okoro</span> now</p>', (f"Ask {FIELD} now",)),
        (
            '<p>Ask <span class="field blank"><span class="visually-hidden">blank: name</span></span>.</p>',
            (f"Ask {FIELD}.",),
        ),
        ('<h2><svg><title>x</title><path d="M0 0"/></svg><span>Talk</span></h2>', ("Talk",)),
        ("<p>The <abbr title='x'>DSL</abbr>, 19<sup>th</sup>, <code>*67</code></p>", ("The DSL, 19th, *67",)),
        ("<dl><dt>Block</dt><dd><p>Stop it.</p></dd></dl>", ("Block", "Stop it.")),
        ('<h2><span aria-hidden="true">1</span><span>Talk</span></h2>', ("Talk",)),
        (
            "<ul><li><p>One<sup><a role='doc-noteref' href='#n'>1</a></sup>.</p><p>Two</p></li></ul>" + NOTE,
            ("One.", "A note", "Two"),
        ),
        ('<li><span class="visually-hidden">Tick box: </span><p>Talk</p></li>', ("Talk",)),
    ],
)
def test_words_are_read_as_a_person_reads_them(main: str, read: tuple[str, ...]) -> None:
    assert lines(main) == read


def test_a_page_without_a_main_part_has_no_words() -> None:
    assert reading_lines(b"<html><body><p>Lost</p></body></html>") == ()
