"""The `terms` block: a glossary from the term records, in alphabetical order."""

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import TermIds


class Terms(Block):
    """`- terms: [grooming, dsl]`, or `- terms: all`."""

    name = "terms"
    shorthand = "terms"

    terms: TermIds
    """`all` stands for every term of this audience."""
