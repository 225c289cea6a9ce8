"""A document tree as a Word file that teachers can edit."""

from __future__ import annotations

from collections.abc import Mapping

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.render.docx.blocks import write_blocks
from lessonkit.render.docx.columns import section_end
from lessonkit.render.docx.controls import label_parts
from lessonkit.render.docx.details import details_part
from lessonkit.render.docx.element import root, w
from lessonkit.render.docx.furniture import (
    application_properties,
    core_properties,
    font_table,
    settings,
    theme_part,
)
from lessonkit.render.docx.memory import memory_parts
from lessonkit.render.docx.notes import NOTES, notes_part
from lessonkit.render.docx.numbering import Numbering
from lessonkit.render.docx.package import KINDS, MAIN, write_package
from lessonkit.render.docx.page import geometry, page_ground, refer_to_running_parts, running_parts, section
from lessonkit.render.docx.piece import Piece, WordParagraph, pieces_xml
from lessonkit.render.docx.school import WordTemplate
from lessonkit.render.docx.school.fit import fitted, running_parts_of
from lessonkit.render.docx.story import Setting, Story, bookmark_names
from lessonkit.render.docx.styles import Styles

BESIDE = ("styles", "numbering", "settings", "fontTable", "theme/theme1")
"""The parts that every main document points to."""


def render_docx(
    document: Document,
    theme: Theme,
    assets: Assets,
    remembers: bool = True,
    template: WordTemplate | None = None,
    pages: Mapping[str, str] | None = None,
) -> bytes:
    """The Word file; the same document gives the same bytes.

    remembers: it carries a snapshot of its words, by which a person's edits are found later.
    template: of a school, whose styles, theme, head and foot it takes; what it has no place for is in its `notes` then.
    pages: ids of headings and the numbers of their pages in the PDF, for contents that may name them.
    Raises LessonkitError for what Word cannot hold accessibly: a table in a table cell, a link that leads nowhere,
    a style or box that the theme lacks.
    """
    story = _story(document, theme, assets)
    story.remembers = remembers
    story.pages = pages or {}
    story.template_kinds = running_parts_of(template, story) if template else ()
    refer_to_running_parts(story)
    pieces = write_blocks(story, document.blocks)
    last_section = _last_section(story, pieces)
    texts = running_parts(story) | notes_part(story) | label_parts(story)
    texts |= memory_parts(story) | details_part(story)
    for name in (*(f"word/{name}.xml" for name in BESIDE), *(NOTES,) * bool(story.notes)):
        story.relationships.add(KINDS[name][1], name)
    texts |= {
        MAIN: root("w:document", page_ground(theme), w("body", pieces_xml(pieces), last_section)),
        "word/styles.xml": story.styles.xml(),
        "word/numbering.xml": story.numbering.xml(),
        "word/settings.xml": settings(document, theme, bool(story.notes)),
        "word/fontTable.xml": font_table(theme),
        "word/theme/theme1.xml": theme_part(theme),
        "docProps/core.xml": core_properties(document),
        "docProps/app.xml": application_properties(),
    }
    if template:
        texts = fitted(template, story, texts)
    return write_package(texts, story.media, story.links)


def _story(document: Document, theme: Theme, assets: Assets) -> Story:
    return Story(
        document=document,
        theme=theme,
        assets=assets,
        styles=Styles(theme, document.language),
        numbering=Numbering(theme),
        setting=Setting(width_pt=geometry(document).column_pt),
        bookmarks=bookmark_names(document),
    )


def _last_section(story: Story, pieces: list[Piece]) -> str:
    """The body's own section; columns at the very end are it, since a section cannot be empty.

    Columns that end level need a section after them, which then holds nothing to be seen.
    """
    last = pieces[-1] if pieces else None
    if last is not None and last is story.ends_level:
        pieces.append(section_end(story, ""))
    elif isinstance(last, WordParagraph) and last.section:
        text, last.section = last.section, ""
        return text
    return section(story)
