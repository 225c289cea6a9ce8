"""Each rule about a finished page, shown on a page that passes and on the smallest change that fails."""

import pytest

from lessonkit.check.html import RULES, check_html
from lessonkit.document import Document
from render.every_node import LONG

GOOD = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Talk with your child</title>
<style>@font-face{src:url("data:font/ttf;base64,AAAA")} h1{color:red}</style></head>
<body><main>
<h1 id="title">Talk with your child</h1>
<p><a href="#early">Early</a> <a href="https://www.childline.org.uk">Childline</a></p>
<h2 id="early">Start early</h2>
<h3 id="small">Small steps</h3>
<h2 id="late">Start late</h2>
<p>By law<sup><a href="#note.1" id="call.1" role="doc-noteref">1</a></sup></p>
<img src="data:image/png;base64,AAAA" alt="A child talks">
<svg aria-hidden="true"><path d="M0 0"/></svg>
<svg role="img" aria-label="A heart"><path d="M0 0"/></svg>
<table><caption>Who helps</caption>
<tr><th scope="col">Who</th><th scope="col">How</th></tr>
<tr><th scope="row">Ada</th><td>Ring her</td></tr></table>
<section role="doc-endnotes"><ol>
<li id="note.1">The Act <a href="#call.1" role="doc-backlink" aria-label="Back"></a></li></ol></section>
</main></body></html>"""


TEXT = "page-text-equals-document"
"""The rule that needs a document to compare with."""


def found(page: str, document: Document | None = None) -> list[str]:
    return [f"{finding.rule}: {finding.message}" for finding in check_html(page.encode(), document)]


def test_a_good_page_has_no_findings() -> None:
    assert found(GOOD) == []


FAILURES = [
    ('<html lang="en-GB">', "<html>", "page-has-language: The page does not say its language."),
    ("<title>Talk with your child</title>", "<title> </title>", "page-has-title: The page has no title."),
    (
        '<h1 id="title">Talk with your child</h1>',
        "<h2>Talk</h2>",
        "page-headings-step-down: The first heading of the page is not of level 1.",
    ),
    (
        '<h2 id="late">Start late</h2>',
        "<h1>Start late</h1>",
        "page-headings-step-down: “Start late” is a second heading of level 1.",
    ),
    (
        '<h3 id="small">Small steps</h3>',
        "<h4>Small steps</h4>",
        "page-headings-step-down: The heading “Small steps” jumps from level 2 to 4.",
    ),
    (">Small steps<", "> <", "page-headings-step-down: A heading of level 3 has no words."),
    ('id="late"', 'id="early"', "page-ids-are-unique: The id “early” stands 2 times in the page."),
    (
        ' alt="A child talks"',
        "",
        "page-image-has-alt: A picture of the page has no alternative text and is not marked decorative.",
    ),
    (
        ' aria-label="A heart"',
        "",
        "page-image-has-alt: A picture of the page has no alternative text and is not marked decorative.",
    ),
    (
        "#early",
        "#x",
        "page-link-leads-somewhere: The link “Early” leads to “#x”, which the page does not have.",
    ),
    (' href="#early"', "", "page-link-leads-somewhere: The link “Early” leads nowhere."),
    (">Childline<", "><", "page-link-leads-somewhere: A link to “https://www.childline.org.uk” has no words."),
    (
        ' href="#note.1" id="call.1" role="doc-noteref"',
        ' href="#late" id="call.1"',
        "page-notes-lead-there-and-back: Nothing in the text leads to the note “The Act”.",
    ),
    (
        ' aria-label="Back"></a></li>',
        ' aria-label="Back"></a></li><li id="note.2">Lost</li>',
        "page-notes-lead-there-and-back: Nothing in the text leads to the note “Lost”.",
    ),
    (
        '<a href="#call.1"',
        '<a href="#title"',
        "page-notes-lead-there-and-back: The note “The Act” does not lead back to where it is called.",
    ),
    (
        "</head>",
        '<script>"x"</script></head>',
        "page-stands-alone: The page has a <script>, which fetches or runs something.",
    ),
    (
        "data:image/png;base64,AAAA",
        "https://example.org/x.png",
        "page-stands-alone: <img src> of the page fetches or runs something.",
    ),
    ("<h1 ", '<h1 onclick="x()" ', "page-stands-alone: <h1 onclick> of the page fetches or runs something."),
    ("#early", "javascript:x()", "page-stands-alone: <a href> of the page fetches or runs something."),
    ("data:font/ttf;base64,AAAA", "fonts/a.ttf", "page-stands-alone: The CSS of <style> fetches something."),
    ("h1{color:red}", '@import "a.css";', "page-stands-alone: The CSS of <style> fetches something."),
    ("<h1 ", '<h1 style="background:url(//a.org)" ', "page-stands-alone: The CSS of <h1> fetches something."),
    ("<caption>Who helps</caption>", "", "page-table-has-headers: A table of the page has no caption."),
    (
        'scope="row"',
        "",
        "page-table-has-headers: In the table “Who helps”, the header “Ada” does not say what it heads.",
    ),
]


@pytest.mark.parametrize(("was", "becomes", "finding"), FAILURES, ids=[failure[2] for failure in FAILURES])
def test_a_page_with_one_fault_has_one_finding(was: str, becomes: str, finding: str) -> None:
    assert GOOD.count(was) >= 1
    assert found(GOOD.replace(was, becomes, 1)) == [finding]


def test_a_table_of_plain_cells_has_no_headers() -> None:
    page = GOOD.replace("<th", "<td").replace("</th>", "</td>")
    assert found(page) == ["page-table-has-headers: The table “Who helps” has no header cells."]


def test_a_page_of_another_document_is_noticed() -> None:
    title, text = found(GOOD, LONG)
    assert title == 'page-has-title: The page is called “Talk with your child”; the document is called “Water & "ice"”.'
    assert text.startswith(f"{TEXT}: A passage reads differently: “For parents and carers”")


def test_every_rule_is_shown_to_fail() -> None:
    shown = {finding.partition(":")[0] for _, _, finding in FAILURES}
    assert shown | {TEXT} == {rule.id for rule in RULES}
