"""Nothing in the Word file makes Word repair it: names and ids are unique, and whatever is referred to is there.

When Word repairs a file it warns people that it may be harmful, and may leave out what it did not understand.

Passes: unique bookmarks, control ids and picture ids; every style, list, picture and bookmark that is used exists.
Fails: two controls with one id; a paragraph in a style that is not defined; a table cell that ends in a table.
Fix: Open it in Word, let Word repair it, save it under a new name, and read it through.
Clause: ISO 29500-1; DX-E15
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from posixpath import dirname, join, normpath

from lessonkit.check.docx.names import DC, W, attribute
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

LARGEST_ID = 2**31 - 1
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RUNNING = (f"{W}hdr", f"{W}ftr")
STYLED = ("pStyle", "rStyle", "tblStyle")


def check(file: WordFile) -> Iterator[Finding]:
    faults = (
        _ids(file),
        _bookmarks(file),
        _cells(file),
        _notes(file),
        _styles(file),
        _relationships(file),
        _properties(file),
    )
    for found in faults:
        yield from (RULE.fail(f"{fault}.") for fault in found)


def _ids(file: WordFile) -> Iterator[str]:
    yield from _repeated("picture id", (drawing.id for drawing in file.drawings))
    yield from _repeated("control id", (control.id for control in file.controls))
    for control in file.controls:
        if not control.id.isdecimal() or not 0 < int(control.id) <= LARGEST_ID:
            yield f"The control “{control.title}” has the id “{control.id}”, which is not a number that Word keeps"
        if not control.title or not control.tag:
            yield f"Control {control.id} has no title or no tag"
        if file.trees[control.part].tag in RUNNING:
            yield f"The control “{control.title}” stands in a running head or foot"


def _bookmarks(file: WordFile) -> Iterator[str]:
    body = file.trees["word/document.xml"]
    starts = [attribute(node, "id") for node in body.iter(f"{W}bookmarkStart")]
    ends = [attribute(node, "id") for node in body.iter(f"{W}bookmarkEnd")]
    yield from _repeated("bookmark", file.bookmarks)
    yield from _repeated("bookmark id", starts)
    if sorted(starts) != sorted(ends):
        yield "A bookmark has a beginning without an end, or an end without a beginning"


def _cells(file: WordFile) -> Iterator[str]:
    for cell in file.trees["word/document.xml"].iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "A table cell does not end in a paragraph"


def _notes(file: WordFile) -> Iterator[str]:
    notes = file.trees.get("word/footnotes.xml")
    ids = [] if notes is None else [attribute(note, "id") for note in notes]
    calls = [attribute(node, "id") for node in file.trees["word/document.xml"].iter(f"{W}footnoteReference")]
    yield from _repeated("footnote id", ids)
    yield from (f"Footnote {call} is called, but is not in the file" for call in calls if call not in ids)
    if calls and not {"-1", "0"} <= set(ids):
        yield "The footnotes have no rule above them"


def _styles(file: WordFile) -> Iterator[str]:
    for part, root in file.trees.items():
        used = {attribute(node, "val") for name in STYLED for node in root.iter(f"{W}{name}")}
        for style in sorted(used - set(file.styles)):
            yield f"{part} uses the style “{style}”, which is not defined"


def _relationships(file: WordFile) -> Iterator[str]:
    for part, root in file.trees.items():
        folder = dirname(dirname(part))
        for node in root.iter(RELATED):
            target = node.get("Target", "")
            if node.get("TargetMode") != "External" and normpath(join(folder, target)) not in file.parts:
                yield f"{part} refers to {target}, which is not in the file"


def _properties(file: WordFile) -> Iterator[str]:
    core = file.trees.get("docProps/core.xml")
    if core is not None and len(core.findall(f"{{{DC}}}title")) > 1:
        yield "The properties have two titles"


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"The {what} “{value}” is used {times} times"


RULE = read_rule(__name__, __doc__, check)
