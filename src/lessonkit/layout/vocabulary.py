"""The elements and attributes of the strict markup that layouts write."""

from __future__ import annotations

ATTRIBUTES: dict[str, set[str]] = {
    "h": {"level", "id", "icon", "style", "badge"},
    "p": {"style", "icon"},
    "list": {"kind", "start", "style", "numbering"},
    "definitions": set(),
    "table": {"widths", "row-headers", "align"},
    "figure": {"source", "alt", "decorative", "width"},
    "chart": {"kind", "alt", "width", "unit", "icon"},
    "qr": {"address", "alt", "width"},
    "callout": {"kind", "icon"},
    "box": {"style"},
    "section": set(),
    "columns": {"widths"},
    "multi-column": {"count"},
    "float": {"side", "share"},
    "panel": {"number"},
    "contents": {"depth", "note"},
    "writing": {"lines", "height"},
    "page-break": set(),
}
"""The block elements and what each may carry, besides `src`."""

PARTS: dict[str, set[str]] = {
    "list": {"item"},
    "definitions": {"definition"},
    "definition": {"term"},
    "table": {"caption", "head", "row"},
    "head": {"row"},
    "row": {"cell"},
    "columns": {"column"},
    "float": {"beside"},
    "figure": {"caption"},
    "chart": {"caption", "table-caption", "head", "row"},
    "contents": {"title"},
    "writing": {"label"},
    "callout": {"title"},
    "document": {"running-head", "running-foot"},
}
"""Elements that only stand inside another one."""

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("list", "kind"): ("bullet", "number", "check"),
    ("list", "numbering"): ("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"),
    ("table", "align"): ("left", "centre", "right", "number"),
    ("chart", "kind"): ("bar", "line", "pictogram"),
    ("float", "side"): ("right", "left"),
}
"""The words that an attribute may be, its default first."""

WORDS = frozenset({"h", "p", "title", "caption", "table-caption", "label", "term"}) | {
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "note",
    "running-foot",
    "running-head",
    "span",
    "sup",
}
"""The elements that hold words."""

WORDS_OR_BLOCKS = frozenset({"item", "cell"})
"""The elements that hold either words or blocks; all others hold blocks only."""
