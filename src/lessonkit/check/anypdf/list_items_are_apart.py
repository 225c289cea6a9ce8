"""Each item of a list is an element, and its bullet or number stands in a label.

“List of one item” for four of them misleads, and a bullet in the text is read as a word.

Passes: an L with an LI for each item, with Lbl and LBody.
Fails: an LI that holds the lines of all items; an LBody that begins with “•”; one drawn tick box that is not spoken,
among others that are.
Fix: In Word, select the lines and choose Bullets or Numbering; then export again. In Acrobat, Tags panel, New Tag: a
List Item for each line.
Clause: PDF/UA-1 7.6; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.labels import CLEAR, bullet_of, number_of
from lessonkit.check.anypdf.subject import AnyPdf, Block, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Give each item an LI with a label (Lbl) and a body (LBody)."

PARTS, BACKWARDS = ("Lbl", "LBody"), ["LBody", "Lbl"]


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in subject.facts.nodes:
        if node.role == "L":
            yield from _list(subject, [item for item in node.nodes if item.role == "LI"])


def _list(subject: AnyPdf, items: list[Node]) -> Iterator[Finding]:
    for item in items:
        if sum(map(_bullets, _blocks(subject, item))) > 1 or _holds_more_labels(subject, item):
            what = f"One item of a list, {quoted(subject.words(item))}, holds several."
            yield RULE.fail(what, TODO, **subject.spot(item))
            return
    late = next((item for item in items if [each.role for each in item.nodes if each.role in PARTS] == BACKWARDS), None)
    if late is not None:
        what = f"The label of {quoted(subject.words(late))} is read after its words."
        yield RULE.fail(what, "Move each label before its body.", **subject.spot(late))
    silent = _silent_label(subject, items)
    if silent is not None:
        what = f"The label of {quoted(subject.words(silent))} says nothing, and those of the other items do."
        yield RULE.fail(what, "Give it the words of the others as its actual text.", **subject.spot(silent))
    twice = next((item for item in items if _says_its_label_twice(subject, item)), None)
    if twice is not None:
        what = f"The label of {quoted(subject.words(twice))} is read twice."
        yield RULE.review(what, "Delete the one that was typed.", **subject.spot(twice))
    unlabelled = [item for item in items if not any(each.role == "Lbl" for each in item.nodes)]
    read = [item for item in unlabelled if bullet_of(subject.words(item))]
    if read:
        what = f"The bullet of {quoted(subject.words(read[0]))} is read as a part of it."
        yield RULE.review(what, TODO, **subject.spot(read[0]))


def _bullets(block: Block) -> int:
    """How many of its lines begin with one; one that is drawn is spoken before the first."""
    return max(bool(bullet_of(block.text)), sum(bool(bullet_of(line.text)) for line in block.lines))


def _holds_more_labels(subject: AnyPdf, item: Node) -> bool:
    """Whether labels and bodies take turns, or something in the body begins with the label of an item."""
    roles = [each.role for each in item.nodes if each.role in PARTS]
    if roles.count("Lbl") > 1 and roles.count("LBody") > 1:
        return True
    label = next((each for each in item.nodes if each.role == "Lbl"), None)
    words, blocks = subject.words(label) if label else "", list(_blocks(subject, item))
    if words and words in CLEAR and not _says_its_label_twice(subject, item):
        starts = (start for block in blocks for start in (block.text, *(line.text for line in block.lines[1:])))
        return any(bullet_of(f"{start} ") == words for start in starts)
    if label and label.actual_text:
        return any(block.text.startswith(words) for block in blocks)
    number = number_of(words)
    return number is not None and any(number_of(block.text) == (number[0], number[1] + 1) for block in blocks)


def _silent_label(subject: AnyPdf, items: list[Node]) -> Node | None:
    """The first item whose label is drawn without a word, among others whose labels are spoken."""
    labels = {item: each for item in items for each in item.nodes[:1] if each.role == "Lbl"}
    drawn = [item for item, label in labels.items() if subject.contents(label) and not subject.runs(label)]
    silent = [item for item in drawn if not subject.words(labels[item])]
    return silent[0] if silent and len(silent) < len(labels) else None


def _blocks(subject: AnyPdf, item: Node) -> Iterator[Block]:
    """Those of the item itself, not of a list inside it."""
    for node in item.walk():
        if node in subject.block_of and next(each for each in (node, *node.above()) if each.role == "LI") is item:
            yield subject.block_of[node]


def _says_its_label_twice(subject: AnyPdf, item: Node) -> bool:
    """Whether a number or bullet was typed beside the one that the list gives."""
    words = [subject.words(each) for each in item.nodes if each.role in PARTS]
    if len(words) < 2 or not (bullet_of(f"{words[0]} ") or number_of(words[0])):
        return False
    return words[1].startswith(f"{words[0]} ")


RULE = read_rule(__name__, __doc__, check)
