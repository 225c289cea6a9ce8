"""Rules about a finished HTML page, read back from its bytes. To add one: a file here, a line below, a case."""

from lessonkit.check.html import (
    page_has_language,
    page_has_title,
    page_headings_step_down,
    page_ids_are_unique,
    page_image_has_alt,
    page_link_leads_somewhere,
    page_notes_lead_there_and_back,
    page_stands_alone,
    page_table_has_headers,
    page_text_equals_document,
)
from lessonkit.check.html.web_page import WebPage, read_page, reading_lines
from lessonkit.check.rule import Finding, run
from lessonkit.document import Document

__all__ = ["RULES", "WebPage", "check_html", "read_page", "reading_lines"]

RULES = (
    page_has_language.RULE,
    page_has_title.RULE,
    page_headings_step_down.RULE,
    page_ids_are_unique.RULE,
    page_image_has_alt.RULE,
    page_link_leads_somewhere.RULE,
    page_notes_lead_there_and_back.RULE,
    page_stands_alone.RULE,
    page_table_has_headers.RULE,
    page_text_equals_document.RULE,
)


def check_html(data: bytes, document: Document | None = None) -> list[Finding]:
    """What the rules find in a finished page; `document` is what it was made from."""
    return run(RULES, read_page(data, document))
