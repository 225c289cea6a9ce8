"""Word files, written part by part from our own styles: no template, no default of another program."""

from lessonkit.render.docx.renderer import render_docx

__all__ = ["render_docx"]
