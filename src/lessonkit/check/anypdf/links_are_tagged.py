"""Every link can be clicked and is in the text.

A keyboard and a screen reader reach only links that stand in the structure; a Link element without an annotation is
announced as a link that does nothing.

Passes: a Link element that holds its words and its annotation.
Fails: an annotation that no element holds; a Link element with words alone; a link held by a paragraph; one that lies
over another. For a person to look at: a link of which only a part can be clicked; one link tagged as two.
Fix: In Word, make it a real hyperlink and export again. In Acrobat, Tags panel, Create Tag from Selection, Link.
Clause: PDF/UA-1 7.18.5; WCAG 2.2 SC 2.1.1
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from lessonkit.check.anypdf.facts import Annotation, Node, Pointer
from lessonkit.check.anypdf.linking import Linked, linked
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Make it a real link in the source, and export it again with tags."
COVERED = 0.45
"""In parts of the words: what can be clicked at least."""
MOST_BOXES = 100
MOST_LINKS = 200
"""On one page; beyond it they are not held against each other."""
OVER = 0.5
"""In parts of the smaller one."""
HOLDERS = ("Link", "Reference", "Annot", "TOCI", "Note", "BibEntry")


def check(subject: AnyPdf) -> Iterator[Finding]:
    if not subject.facts.nodes:
        return
    holders = {kid.object: node for node in subject.facts.nodes for kid in node.kids if isinstance(kid, Pointer)}
    for annotation in subject.facts.annotations:
        if annotation.kind == "Link" and not annotation.hidden:
            yield from _annotation(subject, annotation, holders.get(annotation.number))
    for node in subject.facts.nodes:
        found = [subject.facts.annotation_at.get(pointer.object) for pointer in subject.pointers(node)]
        if node.role == "Link" and all(each is None or each.hidden for each in found) and not node.inside("Link"):
            what = f"{quoted(subject.words(node))} is tagged as a link but cannot be clicked."
            yield RULE.fail(what, TODO, **subject.spot(node))
    yield from _in_part(subject)
    yield from _in_pieces(subject)
    yield from _over_each_other(subject)


def _in_pieces(subject: AnyPdf) -> Iterator[Finding]:
    """Links that are tagged as two, one directly after the other; an entry of the contents and its number may be."""
    links = {id(link.node): link for link in linked(subject) if not link.node.inside("TOC", "TOCI")}
    found: list[tuple[Linked, Linked]] = []
    for node in dict.fromkeys(link.node.parent for link in links.values()):
        for one, other in pairwise(node.kids if node is not None else ()):
            first, second = links.get(id(one)), links.get(id(other))
            if first and second and first.target == second.target and first.words != second.words:
                found.append((first, second))
    for first, second in found[:1]:
        more = f" (and {len(found) - 1} more like it)" if len(found) > 1 else ""
        what = f"One link is tagged as two, {quoted(first.words)} and {quoted(second.words)}{more}."
        yield RULE.review(what, "Put all its words into one Link element.", **first.spot)


def _over_each_other(subject: AnyPdf) -> Iterator[Finding]:
    """The first two links of each page that lie over each other and lead to different targets."""
    pages: dict[int, list[Annotation]] = {}
    for each in subject.facts.annotations:
        if each.kind == "Link" and not each.hidden:
            pages.setdefault(each.page, []).append(each)
    for number, links in pages.items():
        pairs = combinations(links[:MOST_LINKS], 2)
        both = next((pair for pair in pairs if _leads(pair[0]) != _leads(pair[1]) and _is_over(*pair)), None)
        if both:
            one, other = (quoted(each.contents or _leads(each)) for each in both)
            what = f"Two links on page {number}, to {one} and to {other}, lie over each other: a click may open either."
            yield RULE.fail(what, "Move them apart.", **at(number, both[1].contents, both[1].box))


def _leads(annotation: Annotation) -> str:
    return annotation.address or f"page {annotation.target}"


def _is_over(one: Annotation, other: Annotation) -> bool:
    boxes = [(first, second) for first in one.parts or (one.box,) for second in other.parts or (other.box,)]
    return any(first.meets(second).area > OVER * min(first.area, second.area) > 0 for first, second in boxes)


def _in_part(subject: AnyPdf) -> Iterator[Finding]:
    """Links of which less than half of the words can be clicked."""
    for link in linked(subject):
        boxes = [(each.page, each.box) for each in link.annotations][:MOST_BOXES]
        runs = [run for run in subject.runs(link.node) if run.text.strip()]
        parts = [max((run.box.meets(box).area for page, box in boxes if page == run.page), default=0) for run in runs]
        area = sum(run.box.area for run in runs)
        if 0 < sum(parts) < COVERED * area:
            what = f"Only a part of the words of the link {quoted(link.words)} can be clicked."
            yield RULE.review(what, TODO, **link.spot)


def _is_elsewhere(subject: AnyPdf, annotation: Annotation, holder: Node) -> bool:
    """Whether the words of a link stand on the annotation's page, and none of them beneath it."""
    boxes = [run.box for run in subject.runs(holder) if run.page == annotation.page and run.text.strip()]
    return bool(boxes) and not any(box.meets(annotation.box).area for box in boxes)


def _annotation(subject: AnyPdf, annotation: Annotation, holder: Node | None) -> Iterator[Finding]:
    leads = annotation.contents or _leads(annotation)
    spot = at(annotation.page, leads, annotation.box)
    if min(annotation.box.width, annotation.box.height) < 1:
        yield RULE.fail(f"A link on page {annotation.page} to {quoted(leads)} has no size to be clicked.", TODO, **spot)
    elif holder is not None and holder.role == "Link" and _is_elsewhere(subject, annotation, holder):
        yield RULE.fail(
            f"A link on page {annotation.page} to {quoted(leads)} is not where its words are.", TODO, **spot
        )
    if holder is None:
        what = f"A link on page {annotation.page} to {quoted(leads)} can be clicked but is not in the structure."
        yield RULE.fail(what, TODO, **spot)
    elif holder.role not in HOLDERS:
        what = f"A link on page {annotation.page} to {quoted(leads)} is held by a {holder.role}, not by a Link."
        yield RULE.fail(what, TODO, **spot)


RULE = read_rule(__name__, __doc__, check)
