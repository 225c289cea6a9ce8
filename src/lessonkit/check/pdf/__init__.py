"""Rules about a finished PDF, read back with pypdf. To add one: a file here, a line below, a case."""

from lessonkit.check.pdf import (
    pdf_abbreviations_equal_document,
    pdf_alts_equal_document,
    pdf_blanks_are_described,
    pdf_conforms_to_a2a,
    pdf_conforms_to_ua1,
    pdf_fits_its_pages,
    pdf_headings_equal_document,
    pdf_languages_equal_document,
    pdf_links_are_described,
    pdf_links_equal_document,
    pdf_lists_equal_document,
    pdf_notes_equal_document,
    pdf_outline_equals_headings,
    pdf_tables_equal_document,
    pdf_text_equals_document,
    pdf_title_is_shown,
)

RULES = (
    pdf_abbreviations_equal_document.RULE,
    pdf_alts_equal_document.RULE,
    pdf_blanks_are_described.RULE,
    pdf_conforms_to_a2a.RULE,
    pdf_conforms_to_ua1.RULE,
    pdf_fits_its_pages.RULE,
    pdf_headings_equal_document.RULE,
    pdf_languages_equal_document.RULE,
    pdf_links_are_described.RULE,
    pdf_links_equal_document.RULE,
    pdf_lists_equal_document.RULE,
    pdf_notes_equal_document.RULE,
    pdf_outline_equals_headings.RULE,
    pdf_tables_equal_document.RULE,
    pdf_text_equals_document.RULE,
    pdf_title_is_shown.RULE,
)
