"""Rules about a finished Word file, read back with lxml. To add one: a file here, a line below, a case."""

from __future__ import annotations

from lessonkit.check.docx import (
    word_captions_are_real,
    word_colour_is_not_the_only_cue,
    word_contents_are_true,
    word_controls_have_titles,
    word_file_can_be_edited,
    word_file_is_valid,
    word_footnotes_are_few,
    word_formulas_have_words,
    word_headings_are_built_in,
    word_headings_are_short,
    word_headings_step_down,
    word_language_is_set,
    word_letters_are_themselves,
    word_links_have_tooltips,
    word_links_lead_somewhere,
    word_lists_are_real,
    word_looks_come_from_styles,
    word_opens_as_it_is,
    word_package_is_sound,
    word_paragraphs_are_whole,
    word_parts_fit_together,
    word_parts_have_language,
    word_pictures_have_alt,
    word_pictures_keep_their_shape,
    word_pictures_stand_in_line,
    word_running_heads_repeat,
    word_spaces_part_words_only,
    word_table_has_header,
    word_tables_are_described,
    word_tables_are_real,
    word_tables_are_simple,
    word_text_can_grow,
    word_text_equals_document,
    word_text_is_even,
    word_text_is_finished,
    word_things_fit_the_page,
    word_title_is_set,
    word_words_stand_out,
)
from lessonkit.check.docx.read import read_docx, reading_lines
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, Rule, run
from lessonkit.document import Document

RULES: tuple[Rule[WordFile], ...] = (
    word_title_is_set.RULE,
    word_language_is_set.RULE,
    word_parts_have_language.RULE,
    word_pictures_have_alt.RULE,
    word_pictures_stand_in_line.RULE,
    word_table_has_header.RULE,
    word_tables_are_simple.RULE,
    word_headings_step_down.RULE,
    word_headings_are_built_in.RULE,
    word_headings_are_short.RULE,
    word_lists_are_real.RULE,
    word_tables_are_real.RULE,
    word_contents_are_true.RULE,
    word_letters_are_themselves.RULE,
    word_things_fit_the_page.RULE,
    word_words_stand_out.RULE,
    word_links_lead_somewhere.RULE,
    word_file_can_be_edited.RULE,
    word_controls_have_titles.RULE,
    word_spaces_part_words_only.RULE,
    word_looks_come_from_styles.RULE,
    word_opens_as_it_is.RULE,
    word_tables_are_described.RULE,
    word_captions_are_real.RULE,
    word_footnotes_are_few.RULE,
    word_running_heads_repeat.RULE,
    word_text_can_grow.RULE,
    word_text_is_even.RULE,
    word_links_have_tooltips.RULE,
    word_formulas_have_words.RULE,
    word_text_is_finished.RULE,
    word_paragraphs_are_whole.RULE,
    word_pictures_keep_their_shape.RULE,
    word_colour_is_not_the_only_cue.RULE,
    word_text_equals_document.RULE,
    word_package_is_sound.RULE,
    word_parts_fit_together.RULE,
    word_file_is_valid.RULE,
)


def check_docx(data: bytes, document: Document | None = None) -> list[Finding]:
    """What the rules find in a finished Word file; `document` is what it was made from."""
    return run(RULES, read_docx(data, document))


__all__ = ["RULES", "WordFile", "check_docx", "read_docx", "reading_lines"]
