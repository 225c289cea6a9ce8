"""The parts of a Word file: unpacked, parsed, and found by what the file says they are, not by their names."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

from lessonkit.check.docx.names import MC
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem

MOST_BYTES = 200_000_000
"""Unpacked; a file beyond it is damaged or hostile."""
MOST_XML = 50_000_000
MOST_PROLOGUE = 10_000
"""What comes before the first element of a part; document type definitions stand there."""
OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1")
LOCKED = "EncryptedPackage".encode("utf-16-le")
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
"""The namespaces of “Strict Open XML”, which Word can save as, and those that all else is written in."""
KINDS = ("styles", "settings", "numbering", "footnotes", "endnotes", "theme")
"""Parts that the main one refers to, by the end of the kind of their relationship."""


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked Word file."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element]
    """The XML parts, by name."""
    main: str
    """The name of the part with the body."""
    names: dict[str, str]
    """The names of the parts of each kind in `KINDS`, and of `core-properties`, as far as there are any."""
    repeated: tuple[str, ...] = ()
    """Names that more than one part has."""


def read_package(data: bytes) -> Package:
    """The parts of a Word file. Raises LessonkitError, in one sentence, for a file that cannot be read."""
    parts, repeated = _parts(data)
    trees = {name: _tree(name, text) for name, text in parts.items() if name.endswith((".xml", ".rels"))}
    top = _related(trees, "")
    main = top.get("officeDocument", "word/document.xml")
    if main not in trees:
        raise unreadable("it is not a Word document, or has lost its text")
    beside = _related(trees, main)
    names = {kind: beside.get(kind, "") for kind in KINDS} | {"core-properties": top.get("core-properties", "")}
    return Package(parts, trees, main, {kind: name for kind, name in names.items() if name in trees}, repeated)


def relationships_name(part: str) -> str:
    """The name of the part that says what this part refers to; of the whole file for an empty name."""
    return join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")


def target_name(relationships: str, target: str) -> str:
    """The name of the part that a target in such a part leads to."""
    if target.startswith("/"):
        return target[1:]
    return normpath(join(dirname(dirname(relationships)), target))


def unreadable(why: str) -> LessonkitError:
    """The error for a file that says nothing."""
    return LessonkitError(Problem(None, f"This Word file cannot be read: {why}."))


def _related(trees: dict[str, etree._Element], part: str) -> dict[str, str]:
    """The first part of each kind that a part refers to."""
    name = relationships_name(part)
    found: dict[str, str] = {}
    for one in trees.get(name, ()):
        if one.get("TargetMode") != "External":
            found.setdefault(one.get("Type", "").rpartition("/")[2], target_name(name, one.get("Target", "")))
    return found


def _parts(data: bytes) -> tuple[dict[str, bytes], tuple[str, ...]]:
    if data.startswith(OLD_WORD):
        why = "it is locked with a password" if LOCKED in data else "it is an old .doc file; save it as .docx in Word"
        raise unreadable(why)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_too_large(archive)
            counted = Counter(archive.namelist())
            return {name: archive.read(name) for name in counted}, tuple(name for name in counted if counted[name] > 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise unreadable("it is damaged or locked with a password") from error


def _refuse_too_large(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    largest = max((info.file_size for info in entries if info.filename.endswith(".xml")), default=0)
    if sum(info.file_size for info in entries) > MOST_BYTES or largest > MOST_XML:
        raise unreadable("it is too large")


def _tree(name: str, text: bytes) -> etree._Element:
    if b"purl.oclc.org/ooxml" in text:
        for strict, usual in STRICT.items():
            text = text.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise unreadable(f"its part {name} is damaged") from error
    if b"<!DOCTYPE" in text[:MOST_PROLOGUE]:
        raise unreadable(f"its part {name} has a document type definition, which Word files must not have")
    _drop_fallbacks(root)
    return root


def _drop_fallbacks(root: etree._Element) -> None:
    """What stands in `mc:Fallback` says once more, for old programs, what stands beside it."""
    for node in list(root.iter(f"{MC}AlternateContent")):
        if node.find(f"{MC}Choice") is not None:
            for fallback in node.findall(f"{MC}Fallback"):
                node.remove(fallback)
