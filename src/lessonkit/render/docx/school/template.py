"""Opening a school's Word template: its parts, and what each of them points to."""

from __future__ import annotations

import re
import zipfile
from dataclasses import field
from pathlib import Path
from posixpath import basename, dirname, join, normpath

from lxml import etree

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem
from lessonkit.render.docx.element import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
A = f"{{{NAMESPACES['a']}}}"
TYPES = "[Content_Types].xml"
MOST_BYTES = 100_000_000
"""Unpacked; a template beyond it is damaged or hostile."""
MAIN_TYPE = re.compile(r"wordprocessingml\.(?:document|template)\.main\+xml")
MACROS = re.compile(r"macroEnabled|vbaProject|vbaData")
TODO = "In Word, save it again as a Word template (.dotx)."


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """What a template holds."""

    name: str
    parts: dict[str, bytes]
    main: str
    """The name of its main part."""
    notes: dict[str, None] = field(default_factory=dict)
    """What the files built from it could not take over, one sentence each, in order."""

    def tree(self, part: str) -> etree._Element:
        """A part read anew, to be changed at will. Raises LessonkitError for one that is damaged."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(self.parts[part], parser)
        except etree.XMLSyntaxError:
            raise _refused(self.name, f"its part {part} is damaged") from None

    def beside(self, kind: str) -> str | None:
        """The part that the main part points to as its `styles`, `theme` …; None if it has none."""
        return next((target for one, target in self.targets(self.main).values() if one == kind), None)

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points to by relationship id: its kind, such as `image`, and its name. Links are left out."""
        listed = join(dirname(part), "_rels", f"{basename(part)}.rels")
        if listed not in self.parts:
            return {}
        return {
            one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], self._name(part, one.get("Target", "")))
            for one in self.tree(listed)
            if one.get("TargetMode") != "External"
        }

    def _name(self, part: str, target: str) -> str:
        return normpath(join("/", dirname(part), target)).lstrip("/")


def read_template(path: Path) -> WordTemplate:
    """The template in this file. Raises LessonkitError, in one sentence, for what is none."""
    if not path.is_file():
        raise LessonkitError(Problem(None, f"There is no file `{path}`.", "Give the path of a Word template."))
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise _refused(path.name, "it is too large")
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError):
        raise _refused(path.name, "it is no Word file, or damaged, or locked with a password") from None
    return _checked(WordTemplate(path.name, parts, _main(path.name, parts)))


def _main(name: str, parts: dict[str, bytes]) -> str:
    types = parts.get(TYPES, b"")
    if MACROS.search(types.decode("utf-8", "replace")):
        raise _refused(name, "it holds macros, which could do harm on other computers")
    root = WordTemplate(name, {TYPES: types}, "").tree(TYPES)
    found = next((one.get("PartName", "") for one in root if MAIN_TYPE.search(one.get("ContentType", ""))), "")
    if found.lstrip("/") not in parts:
        raise _refused(name, "it is no Word file")
    return found.lstrip("/")


def _checked(template: WordTemplate) -> WordTemplate:
    """The template, after each part that is used of it was read once."""
    if template.beside("styles") not in template.parts:
        raise _refused(template.name, "it has no styles")
    for kind in ("styles", "numbering", "theme", "settings", "fontTable"):
        if (part := template.beside(kind)) in template.parts:
            template.tree(part)
    template.tree(template.main)
    return template


def _refused(name: str, why: str) -> LessonkitError:
    return LessonkitError(Problem(None, f"`{name}` cannot be used as a Word template: {why}.", TODO))


def value(node: etree._Element, child: str) -> str:
    """The `w:val` of a child; empty if there is none."""
    found = node.find(f"{W}{child}")
    return "" if found is None else found.get(f"{W}val", "")
