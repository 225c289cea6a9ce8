"""Phone numbers and web addresses that an author typed by hand instead of naming a record."""

from __future__ import annotations

import re

from lessonkit.source.values import SourceText

TARGET = re.compile(r"\]\([^()\s]*\)|<[^<>\s]*>")
TYPED = re.compile(
    r"""
    https?://[^\s<>)\]]*[\w/]                                       # an address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                    # e-mail
  | \b(?i:(?:[a-z0-9-]+\.)+(?:uk|org|com|net|gov|info|eu|wales|cymru|scot|app|io|edu|int)\b)(?:/[^\s<>)\]]*[\w/]|/)?
  | (?<![\w£.,])(?:\+44[ ]?|\(?0)(?:[ ()-]{0,2}\d){6,10}(?!\d)      # a phone number
  | (?<![\w£.,])0\d{2,4}(?:[./]\d{3,4}){1,2}(?![\w.,]\d)                 # one with full stops; a date has fewer digits
  | (?<![\w£.,])(?=[\dO ]*O)[0O][\dO]{2,4}[ ]?\d{3,4}(?:[ ]?\d{3,4})?(?!\w)   # one with the letter O for nought
  | (?<![\w£.,])999(?![\w%,]|\.\d)                               # the emergency number
  | (?i:(?<=\bcall[ ])|(?<=\bring[ ])|(?<=\bdial[ ])|(?<=\bphone[ ])|(?<=\btext[ ])|(?<=\bon[ ]))
    (?:101|111|112|105|911|18000|85258)\b                                  # numbers that are plain figures elsewhere
    """,
    re.VERBOSE,
)


def typed_contacts(text: SourceText) -> list[tuple[int, str]]:
    """Phone numbers and web addresses that an author typed by hand: the offset and the words of each.

    What stands in `<contact:id>` or as the target of a link is not typed.
    """
    return [(match.start(), match[0]) for match in TYPED.finditer(without_targets(text))]


def without_targets(text: str) -> str:
    """The text, as long as before, with spaces in place of `<contact:id>` and the targets of links."""
    if "](" not in text and "<" not in text:
        return str(text)
    return TARGET.sub(lambda match: " " * len(match[0]), str(text))
