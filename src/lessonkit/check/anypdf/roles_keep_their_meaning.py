"""A standard role means what the standard says.

The role map may lead a role of one's own to a standard one. A standard role that is led to another one loses its
meaning: a Figure that is a paragraph is no picture for a screen reader, whatever its alternative text.

Passes: a role “Quote box” that is a BlockQuote.
Fails: a Figure that the role map turns into a P, as happens to a paragraph style of that name.
Fix: Rename the style that has the name of a standard role, and export the file again. In Acrobat, Tags panel, Edit Role
Map.
Clause: PDF/UA-1 7.1; Matterhorn 02-004
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule

TODO = "Rename the style of that name in the source, and export it again."
GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "Index", "NonStruct"})
BLOCKS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "L", "LI", "Lbl", "LBody", "Note"})
TABLES = frozenset({"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"})
OTHERS = frozenset({"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"})
STANDARD = GROUPS | BLOCKS | TABLES | OTHERS


def check(subject: AnyPdf) -> Iterator[Finding]:
    told: set[str] = set()
    for node in subject.facts.nodes:
        if node.original in STANDARD and node.role != node.original and node.original not in told:
            told.add(node.original)
            what = f"Every {node.original} of the file is turned into a {node.role}."
            yield RULE.fail(what, TODO, **subject.spot(node))


RULE = read_rule(__name__, __doc__, check)
