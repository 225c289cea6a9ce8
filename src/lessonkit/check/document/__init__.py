"""Rules about the document tree, before anything is drawn. To add one: a file here, a line below, a case."""

from lessonkit.check.document import (
    alt_describes,
    alt_differs_from_caption,
    alt_is_short,
    alt_is_unique,
    characters_have_glyphs,
    colours_contrast,
    document_has_language,
    document_has_title,
    figure_has_alt,
    headings_step_down,
    link_says_where_it_leads,
    link_target_exists,
    pictures_are_sharp,
    same_link_words_lead_to_one_target,
    table_has_caption,
    table_has_header,
)

RULES = (
    alt_describes.RULE,
    alt_differs_from_caption.RULE,
    alt_is_short.RULE,
    alt_is_unique.RULE,
    characters_have_glyphs.RULE,
    colours_contrast.RULE,
    document_has_language.RULE,
    document_has_title.RULE,
    figure_has_alt.RULE,
    headings_step_down.RULE,
    link_says_where_it_leads.RULE,
    link_target_exists.RULE,
    pictures_are_sharp.RULE,
    same_link_words_lead_to_one_target.RULE,
    table_has_caption.RULE,
    table_has_header.RULE,
)
