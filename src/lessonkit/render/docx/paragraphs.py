"""Headings and paragraphs, as they look in the box, table cell or list they stand in."""

from __future__ import annotations

from lessonkit.appearance import Style
from lessonkit.document import Heading, Inlines, Paragraph
from lessonkit.render.docx import picture
from lessonkit.render.docx.basestyles import DEFINITION, DEFINITION_INDENT_PT
from lessonkit.render.docx.element import w
from lessonkit.render.docx.inline import Runs
from lessonkit.render.docx.looks import border, indent, shading
from lessonkit.render.docx.piece import WordParagraph
from lessonkit.render.docx.story import Story
from lessonkit.render.docx.styles import Ground
from lessonkit.snapshot import BOOKMARK


def heading(story: Story, node: Heading) -> WordParagraph:
    """A heading in Word's own style of its level, in a box too: the frame is then the paragraph's."""
    own = f"heading-{node.level}"
    look = story.styles.look(node.style or own, node.place)
    if look == story.styles.look(own):
        style = story.styles.paragraph(own)
    else:
        style = story.styles.heading(node.level, node.style, node.place)
    content = remembered(story, Runs(story, look, ground(story), in_heading=True).write(node.content))
    content = bookmarked(story, node.id, with_icon(story, node.icon, look, content))
    return framed(story, new_paragraph(story, style, content, look))


def paragraph(story: Story, node: Paragraph) -> WordParagraph:
    """A paragraph in its named style."""
    return text_paragraph(story, node.style, node.content, node.icon)


def text_paragraph(story: Story, style: str, words: Inlines, icon: str | None = None) -> WordParagraph:
    """A paragraph in a theme style, or in the style that stands for it in this box, cell or list."""
    setting = story.setting
    named = _style_here(story, style)
    look = story.styles.look(named, story.place)
    content = remembered(story, Runs(story, look, ground(story)).write(words))
    content = with_icon(story, icon, look, content)
    defines = named == "body" and setting.in_definition
    if not setting.box:
        return new_paragraph(story, DEFINITION if defines else story.styles.paragraph(named), content, look)
    made = new_paragraph(story, story.styles.in_box(named, setting.box), content, look)
    inset = DEFINITION_INDENT_PT if defines else 0.0
    made.indent = indent(*setting.edges(inset)) if setting.box_apart or inset else ""
    return made


def new_paragraph(story: Story, style_id: str, content: str, look: Style | None = None) -> WordParagraph:
    """A paragraph that takes the page or column break that is waiting for one."""
    made = WordParagraph(style_id, content, starts_page=story.starts_page, starts_column=story.starts_column)
    made.look_before_pt = look.before_pt if look else 0.0
    story.latest = made
    story.starts_page = story.starts_column = False
    return made


def framed(story: Story, made: WordParagraph) -> WordParagraph:
    """A paragraph whose style knows nothing of boxes, with the frame of the box it stands in."""
    box = story.setting.box
    if box:
        made.border = border(box)
        made.shading = shading(story.theme, box.background)
        made.indent = indent(*story.setting.edges())
    return made


def ground(story: Story) -> Ground | None:
    """The coloured ground the text stands on, if that has a text colour of its own."""
    setting = story.setting
    if setting.box and setting.box.text:
        return setting.box.name, setting.box.text
    if setting.cell == "table-head":
        return setting.cell, story.styles.look(setting.cell).colour
    return None


def with_icon(story: Story, name: str | None, look: Style, content: str) -> str:
    """The content after a small icon in the colour of its words."""
    if name is None:
        return content
    on = ground(story)
    drawn = picture.icon(story, name, look.size_pt, on[1] if on else look.colour)
    return drawn + w("r", w("t", " ", xml_space="preserve")) + content


def _style_here(story: Story, style: str) -> str:
    """The theme style of plain text here: the cell's or the list's instead of the body's."""
    setting = story.setting
    if style not in ("body", "list"):
        return style
    if setting.cell:
        return setting.cell
    return setting.list_style if setting.list_level >= 0 else style


def bookmarked(story: Story, identifier: str, content: str) -> str:
    """The content inside the bookmark that links lead to."""
    return _in_bookmark(story, story.bookmarks[identifier], content)


def remembered(story: Story, content: str) -> str:
    """The content inside the hidden bookmark by which edits are found; its number is its place in the snapshot."""
    return _in_bookmark(story, f"{BOOKMARK}{story.number('block')}", content) if story.remembers else content


def _in_bookmark(story: Story, name: str, content: str) -> str:
    number = story.number("bookmark")
    return w("bookmarkStart", id=number, name=name) + content + w("bookmarkEnd", id=number)
