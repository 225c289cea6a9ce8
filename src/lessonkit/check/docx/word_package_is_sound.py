"""Nothing in the text of the Word file makes Word repair it: ids are unique, and whatever is referred to is there.

When Word repairs a file it warns people that it may be harmful, and may leave out what it did not understand.

Passes: unique bookmarks, control ids and picture ids; every style, list, note and bookmark that is used exists.
Fails: two controls with one id; a paragraph in a style that is not defined; a table cell that ends in a table.
Fix: Open it in Word, let Word repair it, save it under a new name, and read it through.
Clause: ISO 29500-1; DX-E15
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from lessonkit.check.docx.names import W, attribute, whole
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

LARGEST_ID = 2**31 - 1
STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
BASED = ("basedOn", "next")
NUMERIC = {
    f"{W}{element}": tuple(f"{W}{name}" for name in names.split())
    for element, names in {
        "ilvl": "val",
        "numId": "val",
        "outlineLvl": "val",
        "sz": "val",
        "gridSpan": "val",
        "gridCol": "w",
        "pgSz": "w h",
        "abstractNumId": "val",
        "bookmarkStart": "id",
        "bookmarkEnd": "id",
    }.items()
}
"""Attributes that must be whole numbers."""
NO_NUMBER = -(10**19)
MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr")
"""What may stand behind the last paragraph of a cell."""
QUALIFIED = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "styles", "numbering")}
"""The roots of parts whose attributes all have a namespace."""
TODO = "In Word, open the file, let Word repair it, and save it under another name."
BUILT_IN = "TableNormal"
"""The plain table style, which Word has in itself; pandoc does not define it."""
FIRST_WITH_BARE_ATTRIBUTE = etree.XPath("(//w:*[@*[namespace-uri() = '']])[1]", namespaces={"w": W[1:-1]})


def check(file: WordFile) -> Iterator[Finding]:
    faults = (
        _pictures(file),
        _controls(file),
        _bookmarks(file),
        _cells(file),
        _notes(file, "footnote"),
        _notes(file, "endnote"),
        _styles(file),
        _lists(file),
        _attributes(file),
    )
    for found in faults:
        yield from (RULE.fail(f"{fault}.", TODO) for fault in found)


def _pictures(file: WordFile) -> Iterator[str]:
    # Word itself numbers the pictures of heads and feet anew; only our own files promise more.
    keys = [("" if file.source else drawing.part, drawing.id) for drawing in file.drawings]
    yield from _repeated("picture id", (number for part, number in keys if not part))
    for one in dict.fromkeys(part for part, _ in keys if part):
        yield from _repeated("picture id", (number for part, number in keys if part == one))


def _controls(file: WordFile) -> Iterator[str]:
    yield from _repeated("control id", (control.id for control in file.controls if control.id))
    for control in file.controls:
        number = whole(control.id)
        if control.id and (number == 0 or abs(number) > LARGEST_ID or (file.source is not None and number < 0)):
            yield f"The control “{control.title}” has the id “{control.id}”, which is not a number that Word keeps"


def _bookmarks(file: WordFile) -> Iterator[str]:
    roots = file.text_parts()
    starts = [attribute(node, "id") for root in roots for node in root.iter(f"{W}bookmarkStart")]
    ends = [attribute(node, "id") for root in roots for node in root.iter(f"{W}bookmarkEnd")]
    yield from _repeated("bookmark", file.bookmarks)
    yield from _repeated("bookmark id", starts)
    if sorted(starts) != sorted(ends):
        yield "A bookmark has a beginning without an end, or an end without a beginning"
    elif any(_ends_before_it_begins(root) for root in roots):
        yield "A bookmark ends before it begins"


def _ends_before_it_begins(root: etree._Element) -> bool:
    begun: set[str] = set()
    for node in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if node.tag == f"{W}bookmarkStart":
            begun.add(attribute(node, "id"))
        elif attribute(node, "id") not in begun:
            return True
    return False


def _cells(file: WordFile) -> Iterator[str]:
    for root in file.text_parts():
        for cell in root.iter(f"{W}tc"):
            last = next((one for one in reversed(cell) if one.tag not in MARKS), None)
            if last is None or last.tag not in (f"{W}p", f"{W}sdt"):
                yield "A table cell does not end in a paragraph"


def _notes(file: WordFile, kind: str) -> Iterator[str]:
    notes = file.part(f"{kind}s")
    ids = [] if notes is None else [attribute(note, "id") for note in notes]
    calls = [attribute(node, "id") for node in file.body.iter(f"{W}{kind}Reference")]
    yield from _repeated(f"{kind} id", ids)
    yield from (f"{kind.capitalize()} {call} is called, but is not in the file" for call in calls if call not in ids)
    kinds = {attribute(note, "type") for note in (() if notes is None else notes)}
    if calls and not {"separator", "continuationSeparator"} <= kinds:
        yield f"The {kind}s have no rule above them"


def _styles(file: WordFile) -> Iterator[str]:
    for part, root in file.trees.items():
        used = {(attribute(node, "val"), kind) for name, kind in STYLED.items() for node in root.iter(f"{W}{name}")}
        for style, kind in sorted(used):
            if style not in file.styles:
                yield f"{part} uses the style “{style}”, which is not defined"
            elif file.styles[style].kind not in ("", kind):
                yield f"{part} uses the style “{style}” for a {kind}, which it is not for"
    sheet = file.part("styles")
    named = [] if sheet is None else [node for name in BASED for node in sheet.iterfind(f"{W}style/{W}{name}")]
    missing = sorted({attribute(node, "val") for node in named} - set(file.styles))
    yield from (
        f"A style refers to the style “{style}”, which is not defined" for style in missing if style != BUILT_IN
    )
    ids = [] if sheet is None else [attribute(node, "styleId") for node in sheet.iterfind(f"{W}style")]
    yield from _repeated("style", ids)


def _lists(file: WordFile) -> Iterator[str]:
    root = file.part("numbering")
    if root is None:
        return
    defined = {attribute(node, "abstractNumId") for node in root.iterfind(f"{W}abstractNum")}
    for node in root.iterfind(f"{W}num/{W}abstractNumId"):
        if attribute(node, "val") not in defined:
            yield f"A list refers to the numbering {attribute(node, 'val')}, which is not defined"
    yield from _repeated("list", [attribute(node, "numId") for node in root.iterfind(f"{W}num")])
    for style in file.styles.values():
        if style.number and style.number not in file.numbers:
            yield f"The style “{style.name}” belongs to list {style.number}, which is not defined"


def _attributes(file: WordFile) -> Iterator[str]:
    for part, root in file.trees.items():
        for node in root.iter(*NUMERIC):
            for one in NUMERIC[node.tag]:
                value = node.get(one)
                if value is not None and whole(value, NO_NUMBER) == NO_NUMBER:
                    name = etree.QName(node).localname
                    yield f"{part} has “{value}” where a number must stand ({name})"
        if root.tag in QUALIFIED:
            lost = FIRST_WITH_BARE_ATTRIBUTE(root)
            if isinstance(lost, list) and lost and isinstance(lost[0], etree._Element):
                yield f"{part} has an attribute of no namespace in “{etree.QName(lost[0]).localname}”"


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"The {what} “{value}” is used {times} times"


RULE = read_rule(__name__, __doc__, check)
