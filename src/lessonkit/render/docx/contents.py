"""The contents list: links that are already filled in, in the control that Word knows as a table of contents.

Page numbers are those of our own PDF, and a line below them says so: only Word could count its own, and would ask
whoever opens the file whether it should. A teacher gets Word's numbers by updating the list.
"""

from __future__ import annotations

from lessonkit.document import Contents, Heading
from lessonkit.reading import contents_entries, contents_style, plain, without_links
from lessonkit.render.docx.basestyles import CONTENTS_NOTE
from lessonkit.render.docx.element import escape, twips, w
from lessonkit.render.docx.inline import Runs
from lessonkit.render.docx.paragraphs import text_paragraph
from lessonkit.render.docx.piece import WordControl, WordParagraph
from lessonkit.render.docx.story import Story

NO_NUMBERS = "\\n "


def contents(story: Story, node: Contents) -> WordControl:
    """A contents list; with page numbers and the note about them where the story knows the PDF's."""
    title = text_paragraph(story, "contents-title", node.title)
    headings = contents_entries(story.document, node)
    numbered = bool(node.note) and all(entry.id in story.pages for entry in headings)
    entries = [_entry(story, entry, story.pages[entry.id] if numbered else "") for entry in headings]
    if entries:
        entries[0].content = _field_start(node.depth, numbered) + entries[0].content
        entries[-1].content += w("r", w("fldChar", fldCharType="end"))
    notes = [_note(story, node.note)] if entries and numbered else []
    made = WordControl(_properties(story, plain(node.title)), [title, *entries, *notes])
    story.latest = made
    return made


def _entry(story: Story, heading: Heading, page: str) -> WordParagraph:
    """The words of a heading as a link to it, and its page if that is known."""
    anchor = story.anchor(heading.id)
    inside = _words(story, heading) + (_page(anchor, page) if page else "")
    made = WordParagraph(
        story.styles.paragraph(contents_style(heading)), w("hyperlink", inside, anchor=anchor, history=1)
    )
    if page:
        made.tabs = w("tabs", w("tab", val="right", leader="dot", pos=twips(story.setting.width_pt)))
    return made


def _page(anchor: str, page: str) -> str:
    """A page number as a field that is filled in already: Word counts it only when somebody asks for that."""
    return "".join(
        [
            w("r", w("tab")),
            w("r", w("fldChar", fldCharType="begin")),
            w("r", w("instrText", f" PAGEREF {anchor} \\h ", xml_space="preserve")),
            w("r", w("fldChar", fldCharType="separate")),
            w("r", w("t", escape(page))),
            w("r", w("fldChar", fldCharType="end")),
        ]
    )


def _note(story: Story, note: str) -> WordParagraph:
    return WordParagraph(CONTENTS_NOTE, w("r", w("t", escape(note, story.place), xml_space="preserve")))


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


def _field_start(depth: int, numbered: bool) -> str:
    """The field that makes the list anew if a teacher asks for it: the same levels and styles, and links."""
    levels = ",".join(f"Heading {level},{level - 1}" for level in range(2, depth + 1))
    instruction = escape(f' TOC {"" if numbered else NO_NUMBERS}\\h \\t "{levels}" ')
    return (
        w("r", w("fldChar", fldCharType="begin"))
        + w("r", w("instrText", instruction, xml_space="preserve"))
        + w("r", w("fldChar", fldCharType="separate"))
    )
