"""What a Word file remembers of its document, so that a person's edits can be told from the author's words later.

Each paragraph of the file carries the hidden bookmark `_lk_<number>`; the snapshot holds for that number the words,
marks and place it was written with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from lessonkit import document as tree
from lessonkit.dataclass import dataclass
from lessonkit.problems import NOWHERE, Place
from lessonkit.reading import TERM, fold, inlines, notes, plain, walk

NAMESPACE = "urn:lessonkit:snapshot"
SCHEMA = "1"
"""Of the snapshot; a newer lessonkit may write another."""
BOOKMARK = "_lk_"
"""Names that begin with an underscore are hidden in Word."""

MARKS = {"s": "strong", "e": "emphasis", "sup": "superscript", "c": "code"}
SIGNS = {mark: sign for sign, mark in MARKS.items()}


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one look."""

    text: str
    marks: frozenset[str] = frozenset()
    """Of `strong`, `emphasis`, `superscript` and `code`."""
    target: str = ""
    """Where a link leads."""
    field: str = ""
    """The name of the detail that stands here, whose text is its value or its label."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One paragraph as it was written."""

    number: int
    kind: str
    """`heading`, `paragraph`, `item`, `cell`, `title`, `caption`, `label` or `term`."""
    place: Place
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """Its words, white space folded."""
        return words_of(self.runs)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document as it was written to a Word file."""

    name: str
    file: str
    """The definition, as the author knows it: `sources/leaflets/talk-leaflet.yaml`."""
    blocks: tuple[Kept, ...]
    notes: tuple[str, ...] = ()
    """The words of its footnotes."""
    running: tuple[str, ...] = ()
    """The lines of its running head and foot, with U+FFFC for fields and without page numbers."""
    pictures: tuple[str, ...] = ()
    """Short names of its pictures, made from what they hold."""
    joined_cells: int = 0
    """How many of its table cells span rows or columns."""
    origin: str = ""
    """Which document in which tailoring it is; empty for the plain document of its name."""


def words_of(runs: Iterable[Run]) -> str:
    """The words of some runs, white space folded."""
    return fold("".join(run.text for run in runs))


def snapshot_of(document: tree.Document) -> Snapshot:
    """The snapshot of a document: its paragraphs in reading order, numbered from 1."""
    found = _paragraphs(document.blocks, "paragraph", document.place)
    own = document.place.file
    # Lines of other files move whenever a record is added: each document would have to be built again for them.
    blocks = (
        Kept(number, kind, place if place.file == own else Place(place.file), runs_of(content))
        for number, (kind, place, content) in enumerate(found, 1)
    )
    contents = (content for block in walk(document.blocks) for content in inlines(block))
    called = (words_of(runs_of(note.content)) for content in contents for note in notes(content))
    running = _running(document)
    return Snapshot(document.name, document.place.file, tuple(blocks), tuple(called), running, origin=document.origin)


def _running(document: tree.Document) -> tuple[str, ...]:
    lines = (document.draft, plain(document.head), plain(document.foot))
    return tuple(line for line in lines if line)


Found = tuple[str, Place, tree.Inlines]


def _paragraphs(blocks: Iterable[tree.Block], kind: str, outer: Place) -> Iterator[Found]:
    """Every paragraph with its kind and place, in reading order."""
    for block in blocks:
        place = _place(block, outer)
        match block:
            case tree.Heading():
                yield "heading", place, block.content
            case tree.Paragraph():
                yield kind, place, block.content
            case tree.List():
                for item in block.items:
                    yield from _paragraphs(item.blocks, "item", item.place)
            case tree.DefinitionList():
                for definition in block.items:
                    yield TERM, definition.place, definition.term
                    yield from _paragraphs(definition.blocks, "paragraph", definition.place)
            case tree.Table():
                yield from _titled("caption", place, block.caption)
                for cell in (cell for row in block.head + block.body for cell in row.cells):
                    yield from _paragraphs(cell.blocks, "cell", cell.place)
            case tree.Figure():
                yield from _titled("caption", place, block.caption)
            case tree.Callout():
                yield from _titled("title", place, block.title)
                yield from _paragraphs(block.blocks, "paragraph", place)
            case tree.Box() | tree.Section() | tree.Panel() | tree.MultiColumn():
                yield from _paragraphs(block.blocks, kind, place)
            case tree.Columns():
                for column in block.columns:
                    yield from _paragraphs(column, kind, place)
            case tree.Float():
                yield from _paragraphs((*block.blocks, *block.beside), kind, place)
            case tree.Contents():
                yield "title", place, block.title
            case tree.WritingSpace():
                yield "label", place, block.label
            case tree.PageBreak():
                pass
            case _:
                assert_never(block)


def _titled(kind: str, place: Place, content: tree.Inlines) -> Iterator[Found]:
    if content:
        yield kind, place, content


def _place(block: tree.Block, outer: Place) -> Place:
    place: Place = getattr(block, "place", outer)
    return place if place.file else outer


def runs_of(content: tree.Inlines, marks: frozenset[str] = frozenset(), target: str = "") -> tuple[Run, ...]:
    """The words of inline content with their looks; pictures and notes hold none."""
    return tuple(merged(_runs(content, marks, target)))


def _runs(content: tree.Inlines, marks: frozenset[str], target: str) -> Iterator[Run]:
    for node in content:
        match node:
            case tree.Text() | tree.Abbreviation():
                yield Run(node.text, marks, target)
            case tree.Code():
                yield Run(node.text, marks | {"code"}, target)
            case tree.Strong() | tree.Emphasis() | tree.Superscript():
                yield from _runs(node.children, marks | {type(node).__name__.lower()}, target)
            case tree.Link():
                yield from _runs(node.children, marks, node.target)
            case tree.Field():
                yield Run(node.label if node.value is None else node.value, marks, target, node.name)
            case tree.LineBreak():
                yield Run("\n", marks, target)
            case tree.Icon() | tree.Footnote() | tree.PageNumber() | tree.PageCount():
                pass
            case _:
                assert_never(node)


def merged(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with neighbours of one look as one."""
    last: Run | None = None
    for run in runs:
        if last and not (last.field or run.field) and (last.marks, last.target) == (run.marks, run.target):
            last = Run(last.text + run.text, run.marks, run.target)
            continue
        if last and last.text:
            yield last
        last = run
    if last and last.text:
        yield last


def write_snapshot(snapshot: Snapshot) -> str:
    """The snapshot as XML; the number of a paragraph is its place in it."""
    blocks = "".join(_block_xml(block, snapshot.file) for block in snapshot.blocks)
    names = f"schema={quoteattr(SCHEMA)} name={quoteattr(snapshot.name)} file={quoteattr(snapshot.file)}"
    blocks += "".join(f"<note>{escape(note)}</note>" for note in snapshot.notes)
    blocks += "".join(f"<running>{escape(line)}</running>" for line in snapshot.running)
    names += f" origin={quoteattr(snapshot.origin)}" if snapshot.origin else ""
    names += f' pictures="{" ".join(snapshot.pictures)}" joined="{snapshot.joined_cells}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<snapshot xmlns="{NAMESPACE}" {names}>{blocks}</snapshot>'


def _block_xml(block: Kept, file: str) -> str:
    line = f' line="{block.place.line}"' if block.place.line else ""
    other = f" file={quoteattr(block.place.file)}" if block.place.file != file else ""
    runs = "".join(map(_run_xml, block.runs))
    return f'<b kind="{block.kind}"{line}{other}>{runs}</b>'


def _run_xml(run: Run) -> str:
    text = escape(run.text)
    if run.field:
        text = f"<f name={quoteattr(run.field)}>{text}</f>"
    for mark in sorted(run.marks):
        text = f"<{SIGNS[mark]}>{text}</{SIGNS[mark]}>"
    return f"<a to={quoteattr(run.target)}>{text}</a>" if run.target else text


def read_snapshot(data: bytes) -> Snapshot | None:
    """The snapshot in some XML; None if it is none, or of a schema that this lessonkit does not know."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{{{NAMESPACE}}}snapshot" or root.get("schema") != SCHEMA:
        return None
    file = root.get("file", "")
    blocks = tuple(_block(number, node, file) for number, node in enumerate(root.iterfind(f"{{{NAMESPACE}}}b"), 1))
    called, running = (
        tuple(node.text or "" for node in root.iterfind(f"{{{NAMESPACE}}}{name}")) for name in ("note", "running")
    )
    pictures = tuple(root.get("pictures", "").split())
    joined, origin = int(root.get("joined", "0")), root.get("origin", "")
    return Snapshot(root.get("name", ""), file, blocks, called, running, pictures, joined, origin)


def _block(number: int, node: etree._Element, file: str) -> Kept:
    place = Place(node.get("file", file), int(node.get("line", "0")))
    runs = tuple(merged(_read_runs(node, Run(""))))
    return Kept(number, node.get("kind", ""), place if place.file else NOWHERE, runs)


def _read_runs(node: etree._Element, look: Run) -> Iterator[Run]:
    yield Run(node.text or "", look.marks, look.target, look.field)
    for child in node:
        name = etree.QName(child).localname
        marks = look.marks | {MARKS[name]} if name in MARKS else look.marks
        inner = Run("", marks, child.get("to", look.target), child.get("name", look.field))
        yield from _read_runs(child, inner)
        yield Run(child.tail or "", look.marks, look.target, look.field)
