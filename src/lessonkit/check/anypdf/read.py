"""Reads any PDF once into `PdfFacts`, with pypdf; damage and excess are told, and never end in a crash."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.cos import (
    FAULTS,
    array,
    box,
    data,
    dictionary,
    get,
    name,
    number,
    object_number,
    text,
    whole,
)
from lessonkit.check.anypdf.drawing import MOST_OPERATORS, Drawing
from lessonkit.check.anypdf.facts import Box, Page, PdfFacts
from lessonkit.check.anypdf.fonts import Font
from lessonkit.check.anypdf.links import Targets, annotations_on, bookmarks
from lessonkit.check.anypdf.opening import commands, surprises
from lessonkit.check.anypdf.page_labels import page_numbers
from lessonkit.check.anypdf.tree import TOO_LARGE, Tree, parent_tree
from lessonkit.problems import LessonkitError, Problem
from lessonkit.protection import open_pdf

MOST_PAGES = 3_000
MOST_CONTENT = 60_000_000
"""Bytes of the content streams of all pages together."""
A4 = Box(0, 0, 595, 842)
FOR_ACCESSIBILITY = 1 << 9
"""A bit of the permissions (ISO 32000-1, Table 22)."""

TOO_MANY_PAGES = f"The file has more than {MOST_PAGES:,} pages; those after them are unread."
TOO_MUCH = "The file holds more drawing than can be followed; the rest is unread."
NO_CONTENT = "The content of page {} cannot be read."
LIMITS = frozenset({TOO_MANY_PAGES, TOO_MUCH, TOO_LARGE})
"""What is told of a file that was not read to its end."""


def read_facts(file: bytes) -> PdfFacts:
    """What this PDF says. Raises LessonkitError, in one sentence, for a file that cannot be opened."""
    with quiet():
        try:
            opened = open_pdf(file)
            reader = opened.reader
            catalog = reader.root_object
            pages = _pages(reader)
        except FAULTS as error:
            raise _unreadable(f"{str(error).rstrip('.') or type(error).__name__}") from None
        facts = _File(reader, catalog, pages).read()
        facts.file, facts.encrypted = file, opened.is_protected
        facts.readable = bool(opened.permissions & FOR_ACCESSIBILITY)
        return facts


def _unreadable(why: str, todo: str = "Open it, save it again, and check that file.") -> LessonkitError:
    return LessonkitError(Problem(None, f"This PDF cannot be read: {why}.", todo))


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps pypdf from telling of each damage on its own."""
    logger, silent = logging.getLogger("pypdf"), logging.NullHandler()
    before, logger.propagate = logger.propagate, False
    logger.addHandler(silent)
    try:
        yield
    finally:
        logger.propagate = before
        logger.removeHandler(silent)


def _pages(reader: PdfReader) -> list[DictionaryObject]:
    """The pages with what they inherit, as far as they can be read."""
    found: list[DictionaryObject] = []
    for page in reader.pages:
        found.append(page)
        if len(found) > MOST_PAGES:
            break
    return found


def hidden_layers(catalog: DictionaryObject) -> frozenset[int]:
    """The object numbers of layers that are off when the file is opened."""
    usual = get(catalog, "/OCProperties", "/D")
    if name(get(usual, "/BaseState")) == "OFF":
        on = set(map(object_number, array(get(usual, "/ON"))))
        return frozenset(map(object_number, array(get(catalog, "/OCProperties", "/OCGs")))) - on
    return frozenset(map(object_number, array(get(usual, "/OFF")))) - {0}


def _seen(page: DictionaryObject) -> Box:
    """What is shown of a page: no more than there is of it (ISO 32000-1, 14.11.2)."""
    whole_page, cropped = box(get(page, "/MediaBox")) or A4, box(get(page, "/CropBox"))
    return whole_page if cropped is None else cropped.meets(whole_page)


def _form_settings(form: Any) -> bytes:
    """The part of an XFA form that says how it is shown; the whole form where it is in one piece."""
    if not isinstance(form, list):
        return data(form) or b""
    parts = array(form)
    named = (after for part, after in pairwise(parts) if text(part) == "config")
    return data(next(named, None)) or b""


class _File:
    """One open file."""

    def __init__(self, reader: PdfReader, catalog: DictionaryObject, pages: list[DictionaryObject]) -> None:
        self.reader = reader
        self.catalog = catalog
        self.page_objects = pages[:MOST_PAGES]
        self.facts = PdfFacts(faults=[TOO_MANY_PAGES] if len(pages) > MOST_PAGES else [])
        self.numbers = {
            page.indirect_reference.idnum: n for n, page in enumerate(pages, 1) if page.indirect_reference is not None
        }

    def read(self) -> PdfFacts:
        self.draw_pages()
        self.read_tree()
        facts, catalog = self.facts, self.catalog
        targets = Targets(catalog, self.numbers)
        for at, page in enumerate(self.page_objects, 1):
            facts.annotations += annotations_on(page, at, targets)
        facts.outline = list(bookmarks(dictionary(get(catalog, "/Outlines")), targets))
        facts.language = text(get(catalog, "/Lang")) or ""
        facts.marked = get(catalog, "/MarkInfo", "/Marked") == True  # noqa: E712 - pypdf's own kind of boolean
        facts.shows_title = get(catalog, "/ViewerPreferences", "/DisplayDocTitle") == True  # noqa: E712
        facts.title = self.title()
        named = (text(get(self.reader.trailer, "/Info", "/Title")) or "").strip()
        facts.second_title = named if named != facts.title else ""
        facts.commands = list(commands(catalog, self.page_objects))
        facts.surprises = list(surprises(catalog, self.page_objects))
        facts.page_numbers = page_numbers(catalog, len(self.page_objects))
        facts.metadata = data(get(catalog, "/Metadata")) or b""
        facts.form_settings = _form_settings(get(catalog, "/AcroForm", "/XFA"))
        return facts

    def title(self) -> str:
        """From XMP, else from the document information."""
        try:
            xmp = self.reader.xmp_metadata
            titles = (xmp.dc_title if xmp else None) or {}
            written = next(iter(titles.values()), "")
        except FAULTS:
            written = ""
        return (written or text(get(self.reader.trailer, "/Info", "/Title")) or "").strip()

    def read_tree(self) -> None:
        root_object = dictionary(get(self.catalog, "/StructTreeRoot"))
        if root_object:
            tree = Tree(root_object, self.numbers)
            self.facts.root = tree.read()
            self.facts.faults += tree.faults
            self.facts.circles, self.facts.role_map = tree.circles, tree.roles
            parents = parent_tree(root_object)
            self.facts.parents, self.facts.rooted = parents.entries, parents.rooted()
            self.facts.parent_lists = parents.lists
            if text(get(self.catalog, "/Lang")) is None:
                self.facts.told = parents.told()
            nodes = {node.number: node for node in self.facts.nodes if node.number}
            for number, one in parents.elements.items():
                node = nodes.get(number)
                self.facts.parent_roles[number] = node.role if node else tree.role_of(one)
                self.facts.parent_alts[number] = (node.alt if node else text(get(one, "/Alt"))) or ""

    def draw_pages(self) -> None:
        fonts: dict[int, Font] = {}
        operators_left, bytes_left = MOST_OPERATORS, MOST_CONTENT
        off = hidden_layers(self.catalog)
        for at, value in enumerate(self.page_objects, 1):
            page = Page(at, _seen(value))
            page.turn = int(number(get(value, "/Rotate"))) % 360
            page.parents = whole(get(value, "/StructParents"))
            self.facts.pages.append(page)
            stream = self.content(value, at)
            bytes_left -= len(stream)
            if bytes_left < 0 or operators_left <= 0:
                self.facts.faults.append(TOO_MUCH)
                return
            drawing = Drawing(page, fonts, operators_left, off)
            drawing.follow(stream, get(value, "/Resources"))
            page.unclosed = len(drawing.marks) - 1
            operators_left = drawing.operators_left
        self.facts.fonts = {number: font.use() for number, font in fonts.items() if font.known}

    def content(self, page: DictionaryObject, number: int) -> bytes:
        """The page's content streams, joined."""
        parts = [data(each) for each in array(dict.get(page, "/Contents"))[:10_000]]
        if None in parts:
            self.facts.faults.append(NO_CONTENT.format(number))
        return b"\n".join(part for part in parts if part is not None)
