"""Reads an edited Word file: its paragraphs with their numbers, words and looks, and what YAML has no words for."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from lessonkit.edits.package import BODY, open_package, tree
from lessonkit.edits.runs import RunReader, attribute, value_of
from lessonkit.edits.tokens import differences
from lessonkit.reading import FIELD, fold
from lessonkit.snapshot import BOOKMARK, Run, Snapshot, merged, read_snapshot, words_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
REMOVED = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")}
OURS = re.compile(re.escape(BOOKMARK) + r"(\d+)(?:_\d+|_copy_\d+)?")
"""Programs number the copies of a bookmark."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an edited file."""

    runs: tuple[Run, ...]
    numbers: tuple[int, ...] = ()
    """Those of our bookmarks that begin in it."""
    within: int = 0
    """The number of a bookmark that began earlier and ends here or later."""
    style: str = ""
    """The id of its style."""
    in_list: bool = False
    cell: tuple[int, int, int] | None = None
    """Table, row and column, counted from 0."""

    @property
    def words(self) -> str:
        """Its words, white space folded."""
        return words_of(self.runs)

    @property
    def kind(self) -> str:
        """What it is, as far as its look says."""
        if self.cell:
            return "cell"
        if re.match("Heading[1-9]", self.style):
            return "heading"
        return "item" if self.in_list else "paragraph"


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited Word file."""

    paragraphs: tuple[Paragraph, ...]
    """Those with words or with one of our numbers, in reading order."""
    snapshot: Snapshot | None
    title: str
    remarks: tuple[str, ...]
    """What YAML cannot represent, in sentences."""


def read_edited(path: Path) -> Edited:
    """What an edited Word file says. Raises LessonkitError, in one sentence, for a file that cannot be read."""
    parts = open_package(path)
    body = tree(path, parts, BODY)
    assert body is not None
    snapshot = next(filter(None, (read_snapshot(parts[name]) for name in sorted(parts) if _is_custom(name))), None)
    core = tree(path, parts, "docProps/core.xml")
    title = "" if core is None else core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
    styles, links = tree(path, parts, "word/styles.xml"), tree(path, parts, "word/_rels/document.xml.rels")
    walker = _Walker(RunReader(_style_names(styles), _targets(links)))
    walker.walk(body, None)
    remarks = [*walker.reader.remarks, *_pictures(body, parts, _targets(links), snapshot), *_cells(body, snapshot)]
    comments = tree(path, parts, "word/comments.xml")
    remarks += _notes(body, tree(path, parts, "word/footnotes.xml"), walker.reader, snapshot)
    remarks += _running(path, parts, walker.reader, snapshot)
    remarks += [] if comments is None else [_comment(node) for node in comments.iter(f"{W}comment")]
    kept = tuple(one for one in walker.found if one.words or one.numbers)
    return Edited(kept, snapshot, title, tuple(dict.fromkeys(remarks)))


def _is_custom(name: str) -> bool:
    return re.fullmatch(r"customXml/item\d+\.xml", name) is not None


@dataclass
class _Walker:
    """Walks the body; content controls, insertions and the like are looked through."""

    reader: RunReader
    found: list[Paragraph] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    """Numbers of bookmarks that begin before the next paragraph."""
    open: dict[str, int] = field(default_factory=dict)
    """Bookmarks that have not ended, by their id in the file."""
    seen: set[int] = field(default_factory=set)
    tables: int = 0
    joined: Paragraph | None = None
    """A paragraph whose end somebody deleted with changes tracked: it goes on in the next one."""

    def walk(self, node: etree._Element, cell: tuple[int, int, int] | None) -> None:
        for child in node:
            if child.tag in REMOVED or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}p":
                self.paragraph(child, cell)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}bookmarkStart":
                self.begin(child, self.waiting)
            elif child.tag == f"{W}bookmarkEnd":
                self.open.pop(attribute(child, "id"), None)
            elif _is_contents(child):
                # Its entries repeat the headings; only its title is a paragraph of ours.
                for inside in list(child.iter(f"{W}p"))[:1]:
                    self.paragraph(inside, cell)
            else:
                self.walk(child, cell)

    def table(self, node: etree._Element) -> None:
        number, self.tables = self.tables, self.tables + 1
        rows = [row for row in node.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        for row_number, row in enumerate(rows):
            for column, one in enumerate(row.iter(f"{W}tc")):
                self.walk(one, (number, row_number, column))

    def paragraph(self, node: etree._Element, cell: tuple[int, int, int] | None) -> None:
        within = next(iter(self.open.values()), 0)
        numbers, self.waiting = self.waiting, []
        for mark in node.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            if mark.tag == f"{W}bookmarkStart":
                self.begin(mark, numbers)
            else:
                self.open.pop(attribute(mark, "id"), None)
        style, in_list = value_of(node, "pPr/pStyle"), node.find(f"{W}pPr/{W}numPr") is not None
        runs = tuple(merged(self.reader.runs(node)))
        made = Paragraph(runs, tuple(dict.fromkeys(numbers)), within, style, in_list, cell)
        if self.joined:
            first = self.joined
            made = replace(first, runs=(*first.runs, *made.runs), numbers=(*first.numbers, *made.numbers))
        self.joined = made if _end_is_deleted(node) else None
        if not self.joined:
            self.found.append(made)

    def begin(self, mark: etree._Element, numbers: list[int]) -> None:
        """Note one of our bookmarks; the second one of a number is a copy, or the rest of a split paragraph."""
        if ours := OURS.fullmatch(attribute(mark, "name")):
            numbers.append(int(ours[1]))
            self.open[attribute(mark, "id")] = int(ours[1])


def _is_contents(node: etree._Element) -> bool:
    return node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}docPartObj") is not None


def _end_is_deleted(node: etree._Element) -> bool:
    return node.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    nodes = () if styles is None else styles.iter(f"{W}style")
    return {attribute(node, "styleId"): value_of(node, "name").lower() for node in nodes}


def _targets(relationships: etree._Element | None) -> dict[str, str]:
    return {} if relationships is None else {one.get("Id", ""): one.get("Target", "") for one in relationships}


def _pictures(
    body: etree._Element, parts: dict[str, bytes], targets: dict[str, str], snapshot: Snapshot | None
) -> Iterator[str]:
    """Pictures that the file did not have when it was written."""
    for drawing in body.iter(f"{W}drawing") if snapshot else ():
        for blip in drawing.iter(BLIP):
            data = parts.get(
                posixpath.normpath(posixpath.join("word", targets.get(blip.get(f"{R}embed", ""), ""))), b""
            )
            if snapshot and hashlib.sha256(data).hexdigest()[:12] not in snapshot.pictures:
                alt = next((node.get("descr", "") for node in drawing.iter(NAMED)), "")
                told = f"described as “{alt}”" if alt else "without an alternative text, which its readers need"
                yield f"A new picture, {told}: put its file into sources/images and write a `picture` block."


def _cells(body: etree._Element, snapshot: Snapshot | None) -> Iterator[str]:
    spans = [cell for cell in body.iter(f"{W}tc") for name in ("gridSpan", "vMerge") if _has(cell, name)]
    if snapshot and len(spans) > snapshot.joined_cells:
        yield "Merged table cells: a table in YAML has the same cells in every row."


def _notes(
    body: etree._Element, part: etree._Element | None, reader: RunReader, snapshot: Snapshot | None
) -> Iterator[str]:
    """Footnotes that were changed, added or deleted."""
    found = {attribute(note, "id"): note for note in (() if part is None else part)}
    calls = (attribute(call, "id") for call in body.iter(f"{W}footnoteReference"))
    notes = [found[identifier] for identifier in calls if identifier in found]
    now = [fold(" ".join(words_of(reader.runs(one)) for one in note.iter(f"{W}p"))) for note in notes]
    then = snapshot.notes if snapshot else now
    for step, a, b, c, d in differences(then, now):
        if step != "equal":
            old, new = (" ".join(f"“{note}”" for note in part) or "none" for part in (then[a:b], now[c:d]))
            yield f"Footnotes: {old} → {new}. Change them in the YAML by hand: ^[words]."


def _running(path: Path, parts: dict[str, bytes], reader: RunReader, snapshot: Snapshot | None) -> Iterator[str]:
    """Running heads and feet that say something else than they did; page numbers may differ."""
    known = (
        [re.escape(_without_figures(line)).replace(FIELD, ".*") for line in snapshot.running] if snapshot else [".*"]
    )
    for name in sorted(name for name in parts if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)):
        root = tree(path, parts, name)
        for node in () if root is None else root.iter(f"{W}p"):
            words = words_of(reader.runs(node))
            if words and not any(re.fullmatch(one, _without_figures(words)) for one in known):
                yield f"The running head or foot says “{words}”: the layout and the definition's title make it."


def _without_figures(words: str) -> str:
    return fold(re.sub(r"\d+", "", words))


def _has(cell: etree._Element, name: str) -> bool:
    return cell.find(f"{W}tcPr/{W}{name}") is not None


def _comment(node: etree._Element) -> str:
    words = " ".join("".join(text.text or "" for text in node.iter(f"{W}t")).split())
    who = attribute(node, "author")
    return f"A comment{' by ' + who if who else ''}: “{words}”."
