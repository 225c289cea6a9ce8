"""What may stand in what: tables, lists and contents (PDF/UA-1 7.2; ISO 32000-1, 14.8.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node, PdfFacts
from lessonkit.check.ua1.broken import Broken, rule
from lessonkit.check.ua1.significant import kids, parent_role

ROWS = frozenset({"TR"})
PARENTS = {
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TH": ROWS,
    "TD": ROWS,
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
}
KIDS = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": frozenset({"TH", "TD"}),
    "THead": ROWS,
    "TBody": ROWS,
    "TFoot": ROWS,
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
RULES = frozenset(
    [rule(f"{role.upper()}-PARENT") for role in PARENTS]
    + [rule(f"{role.upper()}-KIDS") for role in KIDS]
    + [rule(f"TABLE-{part}") for part in ("CAPTION-COUNT", "CAPTION-POSITION", "THEAD-COUNT", "TFOOT-COUNT")]
    + [rule(f"TABLE-{part}-TBODY") for part in ("THEAD", "TFOOT")]
    + [rule(f"{role}-CAPTION") for role in ("L", "TOC")]
)


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Elements that stand where they must not."""
    by_number = {node.number: node for node in facts.nodes if node.number}
    for node in facts.nodes:
        if node.role in PARENTS and (around := parent_role(node, by_number)) not in PARENTS[node.role]:
            what = f"a {node.role} stands in a {around or 'file'} directly"
            yield Broken(rule(f"{node.role.upper()}-PARENT"), what, node)
        if node.role in KIDS:
            yield from _kids(node, [kid.role for kid in kids(node)])


def _kids(node: Node, roles: list[str]) -> Iterator[Broken]:
    name = node.role.upper()
    strange = [role for role in roles if role not in KIDS[node.role]]
    if strange:
        yield Broken(rule(f"{name}-KIDS"), f"a {node.role} holds a {strange[0] or 'thing without a role'}", node)
    if node.role in ("L", "TOC") and "Caption" in roles[1:]:
        yield Broken(rule(f"{name}-CAPTION"), f"a Caption is not the first thing in a {node.role}", node)
    if node.role == "Table":
        yield from _table(node, roles)


def _table(table: Node, roles: list[str]) -> Iterator[Broken]:
    if "Caption" in roles[1:-1]:
        yield Broken(rule("TABLE-CAPTION-POSITION"), "a Caption stands in the middle of a Table", table)
    if roles.count("Caption") > 1:
        yield Broken(rule("TABLE-CAPTION-COUNT"), "a Table has more than one Caption", table)
    for part in ("THead", "TFoot"):
        if roles.count(part) > 1:
            yield Broken(rule(f"TABLE-{part.upper()}-COUNT"), f"a Table has more than one {part}", table)
        if part in roles and "TBody" not in roles:
            yield Broken(rule(f"TABLE-{part.upper()}-TBODY"), f"a Table has a {part} and no TBody", table)
