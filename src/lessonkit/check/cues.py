"""Words that tell something by its colour, place or shape alone, whichever text they stand in."""

from __future__ import annotations

import re

COLOUR = r"(?:red|green|blue|yellow|orange|purple|pink|brown|grey|gray|amber|turquoise|violet)"
SHADE = r"(?:(?:light|dark|pale|bright)[\s-]+)?"
PART = (
    r"(?:box(?:es)?|bar|panels?|words?|text|letters?|columns?|rows?|cells?|lines?|headings?|sections?|parts?|areas?|"
    r"arrows?|buttons?|circles?|dots?|stars?|labels?|links?|ones?|items?|points?|pages?|sentences?|questions?|answers?)"
)
MARKED = (
    r"(?:marked|shown|printed|written|highlighted|coloured|colored|shaded|underlined|given|set|words|text|ones|those|"
    r"items|answers|questions|dates|names|fields|cells|rows)"
)
CUE = re.compile(
    rf"\bthe\s+{SHADE}{COLOUR}\s+{PART}\b|\b{MARKED}\s+(?:are\s+)?in\s+{SHADE}{COLOUR}\b"
    rf"|\b(?:marked|highlighted|shaded|coloured|colored)\s+{SHADE}{COLOUR}\b",
    re.IGNORECASE,
)

SHOWN = (
    r"(?:tables?|pictures?|images?|photos?|drawings?|icons?|charts?|diagrams?|box(?:es)?|columns?|panels?|lists?|"
    r"texts?|buttons?|symbols?|signs?|arrows?)"
)
SIDE = r"(?:(?:top|bottom|upper|lower)[\s-]+)?(?:left|right)(?:[\s-]+hand)?(?:\s+(?:side|corner|column|margin))?"
PLACE = re.compile(
    rf"\b(?:the|this|that|these|those)\s+(?:\w+\s+)?{SHOWN}\s+(?:is\s+|are\s+)?(?:on|at|in|to)\s+the\s+{SIDE}\b"
    rf"|\bthe\s+(?:left|right)[\s-]hand\s+(?:side|{SHOWN})\b|\bthe\s+(?:top|bottom)\s+(?:left|right)\s+{SHOWN}\b"
    rf"|\bthe\s+(?:left\s+{SHOWN}|right\s+(?:column|panel)|{SHOWN}\s+opposite)\b"
    rf"|\bthe\s+(?:round|square|triangular|oval)\s+{SHOWN}\b",
    re.IGNORECASE,
)
