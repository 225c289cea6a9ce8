"""The contents list: links that are already filled in, in the control that Word knows as a table of contents."""

from __future__ import annotations

from lessonkit.document import Contents, Heading
from lessonkit.reading import contents_entries, contents_style, plain, without_links
from lessonkit.render.docx.element import escape, w
from lessonkit.render.docx.inline import Runs
from lessonkit.render.docx.paragraphs import text_paragraph
from lessonkit.render.docx.piece import WordControl, WordParagraph
from lessonkit.render.docx.story import Story


def contents(story: Story, node: Contents) -> WordControl:
    """A contents list without page numbers: those would have to be counted by Word first, which asks the reader."""
    title = text_paragraph(story, "contents-title", node.title)
    entries = [
        WordParagraph(
            story.styles.paragraph(contents_style(entry)),
            w("hyperlink", _words(story, entry), anchor=story.anchor(entry.id), history=1),
        )
        for entry in contents_entries(story.document, node)
    ]
    if entries:
        entries[0].content = _field_start(node.depth) + entries[0].content
        entries[-1].content += w("r", w("fldChar", fldCharType="end"))
    made = WordControl(_properties(story, plain(node.title)), [title, *entries])
    story.latest = made
    return made


def _words(story: Story, entry: Heading) -> str:
    # One link in another is one too many: the whole line leads to the heading.
    return Runs(story, story.styles.look(contents_style(entry))).write(without_links(entry.content))


def _properties(story: Story, name: str) -> str:
    return w(
        "sdtPr",
        w("alias", val=name),
        w("tag", val="contents"),
        w("id", val=story.number("control")),
        w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")),
    )


def _field_start(depth: int) -> str:
    """The field that makes the list anew if a teacher asks for it: the same levels and styles, links, no numbers."""
    levels = ",".join(f"Heading {level},{level - 1}" for level in range(2, depth + 1))
    instruction = escape(f' TOC \\n \\h \\t "{levels}" ')
    return (
        w("r", w("fldChar", fldCharType="begin"))
        + w("r", w("instrText", instruction, xml_space="preserve"))
        + w("r", w("fldChar", fldCharType="separate"))
    )
