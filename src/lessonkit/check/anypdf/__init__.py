"""Rules about any PDF, whoever made it. To add one: a file here, a line below, a mutation in tests/check/mutations."""

from __future__ import annotations

from lessonkit.check.anypdf import (
    actual_text_agrees,
    alt_differs_from_its_neighbours,
    alt_hides_no_words,
    alt_is_not_long,
    alt_says_what_is_shown,
    artifacts_hold_no_text,
    content_is_reached,
    content_is_tagged,
    contrast_is_enough,
    elements_find_their_content,
    fields_have_names,
    figure_box_is_where_it_is,
    file_has_language,
    file_has_title,
    file_is_sound,
    file_is_tagged,
    file_opens_to_assistive_technology,
    file_shows_title,
    header_cells_point_their_way,
    heading_levels_step_down,
    headings_are_short,
    headings_are_tagged,
    hyphens_are_soft,
    language_is_that_of_the_words,
    lines_are_short,
    link_descriptions_agree,
    link_words_name_their_target,
    links_are_tagged,
    links_lead_somewhere,
    list_labels_are_in_order,
    lists_are_tagged,
    lists_are_whole,
    marked_content_is_not_nested,
    order_follows_the_page,
    outline_matches_headings,
    pages_hold_words,
    parent_tree_matches,
    pictures_have_alt,
    pictures_hold_no_words,
    roles_keep_their_meaning,
    table_has_header_cells,
    table_rows_are_even,
    tables_are_tagged,
    text_is_not_justified,
    type_is_large_enough,
    words_are_parted,
    words_are_seen,
    words_have_characters,
)
from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.anypdf.read import read_facts
from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, Rule, run

RULES: tuple[Rule[AnyPdf], ...] = (
    file_is_tagged.RULE,
    file_is_sound.RULE,
    file_opens_to_assistive_technology.RULE,
    actual_text_agrees.RULE,
    alt_differs_from_its_neighbours.RULE,
    alt_hides_no_words.RULE,
    alt_is_not_long.RULE,
    alt_says_what_is_shown.RULE,
    artifacts_hold_no_text.RULE,
    content_is_reached.RULE,
    content_is_tagged.RULE,
    contrast_is_enough.RULE,
    elements_find_their_content.RULE,
    fields_have_names.RULE,
    figure_box_is_where_it_is.RULE,
    file_has_language.RULE,
    file_has_title.RULE,
    file_shows_title.RULE,
    header_cells_point_their_way.RULE,
    heading_levels_step_down.RULE,
    headings_are_short.RULE,
    headings_are_tagged.RULE,
    hyphens_are_soft.RULE,
    language_is_that_of_the_words.RULE,
    lines_are_short.RULE,
    link_descriptions_agree.RULE,
    link_words_name_their_target.RULE,
    links_are_tagged.RULE,
    links_lead_somewhere.RULE,
    list_labels_are_in_order.RULE,
    lists_are_tagged.RULE,
    lists_are_whole.RULE,
    marked_content_is_not_nested.RULE,
    order_follows_the_page.RULE,
    outline_matches_headings.RULE,
    pages_hold_words.RULE,
    parent_tree_matches.RULE,
    pictures_have_alt.RULE,
    pictures_hold_no_words.RULE,
    roles_keep_their_meaning.RULE,
    table_has_header_cells.RULE,
    table_rows_are_even.RULE,
    tables_are_tagged.RULE,
    text_is_not_justified.RULE,
    type_is_large_enough.RULE,
    words_are_parted.RULE,
    words_are_seen.RULE,
    words_have_characters.RULE,
)


def check_any_pdf(data: bytes, facts: PdfFacts | None = None) -> list[Finding]:
    """What the rules find in a PDF, whoever made it. Raises LessonkitError for a file that cannot be opened.

    facts: what was read of it already.
    """
    return run(RULES, AnyPdf(facts or read_facts(data)))


__all__ = ["RULES", "AnyPdf", "check_any_pdf", "read_facts"]
