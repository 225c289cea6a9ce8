"""A document as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from lessonkit.appearance import Theme
from lessonkit.document import Block, Document, Panel
from lessonkit.drawing import Assets
from lessonkit.reading import plain
from lessonkit.render.html.block import Blocks
from lessonkit.render.html.style import style_sheet
from lessonkit.render.html.tag import group, tag

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
"""Content Security Policy: nothing is fetched and nothing runs, whatever the page may hold."""

MAIN = "page-content"
"""The id that the skip link leads to."""


def render_html(document: Document, theme: Theme, assets: Assets) -> bytes:
    """The page in UTF-8; the same document gives the same bytes.

    Raises LessonkitError for an icon or picture that does not exist or cannot be shown.
    """
    body = _body(document, theme, assets)
    page = group("html", [_head(document, style_sheet(document, theme, body)), body], lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document, css: str) -> Markup:
    named = {"viewport": "width=device-width, initial-scale=1", "description": document.description}
    named |= {"author": document.author, "generator": "lessonkit"} | document.extra
    # The telephone links are ours; guessed ones would call page numbers and years. Links tell no site where they stood.
    named |= {"format-detection": "telephone=no", "referrer": "no-referrer"}
    metas = (tag("meta", name=name, content=content) for name, content in named.items() if content)
    policy = tag("meta", http_equiv="Content-Security-Policy", content=POLICY)
    style = tag("style", Markup("\n"), Markup(css))
    return group("head", [tag("meta", charset="utf-8"), policy, tag("title", document.title), *metas, style])


def _body(document: Document, theme: Theme, assets: Assets) -> Markup:
    skip = tag("a", document.words["skip"], class_="skip", href=f"#{MAIN}")
    draft = tag("header", tag("p", document.draft, class_="small"), class_="draft") if document.draft else ""
    writer = Blocks(document, theme, assets)
    parts = list(_parts(document.blocks, writer))
    main = group("main", [*parts, writer.words.notes()], id=MAIN)
    return group("body", [skip, *_way_out(document), draft, main])


def _way_out(document: Document) -> Iterator[Markup]:
    """The link away from the page, which stays in its corner; a plain link, because nothing may run here."""
    if document.leave:
        link = tag("a", plain(document.leave.children), href=document.leave.target, rel="noreferrer")
        yield group("nav", [link], class_="leave", aria_label=plain(document.leave.children))


def _parts(blocks: tuple[Block, ...], writer: Blocks) -> Iterator[Markup]:
    """The blocks; panels stand together, so that a wide screen can show them side by side."""
    for are_panels, run in groupby(blocks, lambda block: isinstance(block, Panel)):
        written = writer.blocks(run)
        yield group("div", [written], class_="panels") if are_panels else written
