"""HTML: one self-contained page for each document, accessible, reflowing and printable."""

from lessonkit.render.html.page import render_html

__all__ = ["render_html"]
