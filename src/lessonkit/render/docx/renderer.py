"""A document tree as a Word file that teachers can edit."""

from __future__ import annotations

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.render.docx.blocks import write_blocks
from lessonkit.render.docx.element import root, w
from lessonkit.render.docx.furniture import (
    application_properties,
    core_properties,
    font_table,
    settings,
    theme_part,
)
from lessonkit.render.docx.numbering import Numbering
from lessonkit.render.docx.package import (
    FIRST,
    WORD_TYPE,
    Relationships,
    content_types,
    write_package,
)
from lessonkit.render.docx.page import geometry, running_parts, section
from lessonkit.render.docx.piece import Piece, WordParagraph, pieces_xml
from lessonkit.render.docx.story import Setting, Story, bookmark_names
from lessonkit.render.docx.styles import Styles

TYPES = {
    "word/document.xml": f"{WORD_TYPE}.document.main+xml",
    "word/styles.xml": f"{WORD_TYPE}.styles+xml",
    "word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
    "word/settings.xml": f"{WORD_TYPE}.settings+xml",
    "word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
    "word/header1.xml": f"{WORD_TYPE}.header+xml",
    "word/footer1.xml": f"{WORD_TYPE}.footer+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def render_docx(document: Document, theme: Theme, assets: Assets) -> bytes:
    """The Word file; the same document gives the same bytes.

    Raises LessonkitError for what Word cannot hold accessibly: a table in a table cell, a link that leads nowhere,
    a style or box that the theme lacks.
    """
    story = _story(document, theme, assets)
    for kind, target in (("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
                         ("fontTable", "fontTable.xml"), ("theme", "theme/theme1.xml")):  # fmt: skip
        story.relationships.add(kind, target)
    texts = {f"word/{name}": text for name, text in running_parts(story).items()}
    pieces = write_blocks(story, document.blocks)
    last_section = _last_section(story, pieces)
    texts |= {
        "word/document.xml": root("w:document", w("body", pieces_xml(pieces), last_section)),
        "word/styles.xml": story.styles.xml(),
        "word/numbering.xml": story.numbering.xml(),
        "word/settings.xml": settings(document),
        "word/fontTable.xml": font_table(theme),
        "word/theme/theme1.xml": theme_part(theme),
        "word/_rels/document.xml.rels": story.relationships.xml(),
        "docProps/core.xml": core_properties(document),
        "docProps/app.xml": application_properties(),
        "_rels/.rels": _package_relationships(),
    }
    texts[FIRST] = content_types({name: TYPES[name] for name in texts if name in TYPES})
    return write_package({name: text.encode() for name, text in texts.items()} | story.media)


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
    """The body's own section; columns at the very end are it, since a section cannot be empty."""
    last = pieces[-1] if pieces else None
    if isinstance(last, WordParagraph) and last.section:
        text, last.section = last.section, ""
        return text
    return section(story)


def _package_relationships() -> str:
    relationships = Relationships()
    relationships.add("officeDocument", "word/document.xml")
    relationships.add(CORE, "docProps/core.xml")
    relationships.add("extended-properties", "docProps/app.xml")
    return relationships.xml()
