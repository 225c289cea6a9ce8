"""The `text` block: paragraphs and lists in Markdown."""

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import Markdown


class Text(Block):
    """`- text: Some *words*.`."""

    name = "text"
    shorthand = "text"

    text: Markdown
