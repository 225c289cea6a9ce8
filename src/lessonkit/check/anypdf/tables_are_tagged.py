"""What looks like a table is tagged as one.

Columns made with tabs or spaces are read across or down without sense: nobody hears which figure belongs to which head.

Passes: a Table with TR, TH and TD.
Fails: three lines whose second words stand below each other, tagged as paragraphs.
Fix: In Word, Insert, Table, Convert Text to Table, and export again. In Acrobat, Reading Order, draw around the
columns, Table; then right-click it, Table Editor.
Clause: PDF/UA-1 7.5; WCAG 2.2 SC 1.3.1; Matterhorn 15
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node, Run
from lessonkit.check.anypdf.subject import AnyPdf, Block, lines, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Make it a real table in the source, and export it again."
WIDE_GAP = 0.6
"""In parts of the size: wider than between words."""
ALIGNED = 2.0
"""Points."""
FEWEST_ROWS = 3
NOT_HERE = ("Table", "L", "TOC", "TOCI", "Figure", "Formula", "Code", "Form", "Index", "Note", "FENote")


def check(subject: AnyPdf) -> Iterator[Finding]:
    for runs in _stretches(subject.blocks):
        rows = [(row.runs, _columns(row.runs)) for row in lines(runs)]
        found = _longest(rows)
        if len(found) >= FEWEST_ROWS:
            words = "".join(run.text for run in found[0][0])
            what = f"{quoted(words)} begins {len(found)} lines in columns that are not tagged as a table."
            outcome = RULE.fail if len(found[0][1]) > 2 else RULE.review
            yield outcome(what, TODO, **spot_of([run for row, _ in found for run in row], words))


def _stretches(blocks: list[Block]) -> Iterator[list[Run]]:
    """The words of neighbouring blocks of one part, together."""
    runs: list[Run] = []
    before: Block | None = None
    for block in blocks:
        usable = block.node.role not in (*NOT_HERE, "H1", "H2") and not block.node.inside(*NOT_HERE)
        if runs and (not usable or before is None or _group(before.node) is not _group(block.node)):
            yield runs
            runs = []
        if usable:
            runs += [run for run in block.runs if run.text.strip() and run.level]
        before = block
    yield runs


def _group(node: Node) -> Node | None:
    """What an element stands in that means something."""
    return next((each for each in node.above() if each.role not in ("Div", "NonStruct")), None)


def _columns(row: list[Run]) -> list[float]:
    """Where words begin after a wide gap, and where they end: figures may be set to the right."""
    ends, edges = row[0].box.right, list[float]()
    for run in row[1:]:
        if run.box.left - ends > WIDE_GAP * run.size:
            edges += (run.box.left, run.box.right)
        elif edges:
            edges[-1] = max(edges[-1], run.box.right)
        ends = max(ends, run.box.right)
    return edges


def _longest(rows: list[tuple[list[Run], list[float]]]) -> list[tuple[list[Run], list[float]]]:
    """The most rows after each other that have a column at the same place."""
    best: list[tuple[list[Run], list[float]]] = []
    now: list[tuple[list[Run], list[float]]] = []
    for row in rows:
        same = now and any(abs(one - other) <= ALIGNED for one in row[1] for other in now[-1][1])
        now = [*now, row] if same else [row] if row[1] else []
        best = max(best, now, key=len)
    return best


RULE = read_rule(__name__, __doc__, check)
