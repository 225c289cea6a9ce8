"""A school's own Word template: its styles, theme, head and foot in our files."""

from lessonkit.render.docx.school.template import WordTemplate, read_template

__all__ = ["WordTemplate", "read_template"]
