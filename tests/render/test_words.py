"""No format has a word of its own: what it says beside the author's words comes with the document, in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree, html
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, TextStringObject

from lessonkit.check import check_outputs
from lessonkit.document import Document
from lessonkit.render import FORMATS, render
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME, WORDS

SPOKEN = {"/Alt", "/ActualText", "/E", "/Contents", "/Title", "/P", "/T", "/TU"}
"""Entries of a PDF whose strings a reader's window or a screen reader says."""

OTHER = {key: re.sub(r"\{\w+\}|[A-Za-z]+", lambda found: found[0] if found[0][0] == "{" else "жук", text)
         for key, text in WORDS.items()}  # fmt: skip
"""The same words in a language that nothing else is in."""

DOCUMENTS = pytest.mark.parametrize("source", [LONG, RICH, LEAFLET], ids=["long", "rich", "leaflet"])


def tokens(text: str) -> set[str]:
    """The words of a text; Roman numerals are those of lists."""
    return {token for token in re.findall(r"[A-Za-z]{3,}", text) if not re.fullmatch(r"[ivx]+", token)}


def written(node: Any) -> Iterator[str]:
    """Every string in a tree, but for the words of its language."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from written(each)
    elif isinstance(node, dict):
        for each in node.values():
            yield from written(each)
    elif is_dataclass(node):
        for each in fields(node):
            if each.name != "words":
                yield from written(getattr(node, each.name))


def said_by_pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    for page in reader.pages:
        yield page.extract_text()
    for number in range(1, int(reader.trailer["/Size"])):
        node = reader.get_object(number)
        yield from _strings(node) if isinstance(node, DictionaryObject) else ()


def _strings(node: DictionaryObject) -> Iterator[str]:
    for key, value in node.items():
        if key in SPOKEN and isinstance(value, TextStringObject):
            yield str(value)
        if isinstance(value, DictionaryObject):
            yield from _strings(value)
        for each in value if isinstance(value, list) else ():
            yield from _strings(each) if isinstance(each, DictionaryObject) else ()


def said_by_page(data: bytes) -> Iterator[str]:
    root = html.fromstring(data.decode())
    for style in list(root.iter("style")):
        yield from re.findall(r'content: "([^"]*)"', style.text or "")
        style.text = ""
    yield from root.itertext()
    for node in root.iter():
        yield from (str(node.get(name, "")) for name in ("aria-label", "alt", "title", "placeholder"))


def said_by_word(data: bytes) -> Iterator[str]:
    archive = ZipFile(BytesIO(data))
    for name in archive.namelist():
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
            for node in etree.fromstring(archive.read(name)).iter():
                tag = etree.QName(node).localname
                if tag == "t":
                    yield node.text or ""
                elif tag == "alias":
                    yield next(iter(node.attrib.values()))
                elif tag == "docPr":
                    yield from (node.get(key, "") for key in ("name", "descr", "title"))


READ = {"pdf": said_by_pdf, "html": said_by_page, "docx": said_by_word}


def foreign(source: Document, kind: str, words: dict[str, str]) -> set[str]:
    """The words in files of this kind that are neither the document's own nor those of its language."""
    files = render(replace(source, words=words), THEME, ASSETS, (kind,))
    own = {token for text in written(source) for token in tokens(text)}
    return {token for data in files.values() for text in READ[kind](data) for token in tokens(text)} - own


@DOCUMENTS
@pytest.mark.parametrize("kind", list(FORMATS))
def test_formats_say_nothing_of_their_own(source: Document, kind: str) -> None:
    assert foreign(source, kind, OTHER) == set()


@pytest.mark.parametrize(
    ("source", "kind", "some"),
    [
        (RICH, "html", {"Skip", "Notes", "call", "Tick"}),
        (LONG, "pdf", {"blank", "tick"}),
        (RICH, "pdf", {"Note", "Back"}),
        (LEAFLET, "pdf", {"Side"}),
        (LONG, "docx", {"Picture"}),
    ],
)
def test_what_they_say_in_english_is_noticed(source: Document, kind: str, some: set[str]) -> None:
    assert some <= foreign(source, kind, WORDS)


@DOCUMENTS
def test_files_in_another_language_pass_their_checks(source: Document) -> None:
    def found(document: Document) -> list[str]:
        files = render(document, THEME, ASSETS, tuple(FORMATS))
        return [finding.rule for finding in check_outputs(document, THEME, files).findings]

    assert found(replace(source, words=OTHER)) == found(source)
