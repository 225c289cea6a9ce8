"""What a Word file remembers: every paragraph's words and place, under the number that its bookmark has."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from lessonkit.document import Document
from lessonkit.reading import fold
from lessonkit.render.docx import render_docx
from lessonkit.snapshot import BOOKMARK, read_snapshot, snapshot_of, write_snapshot
from library import NAMES, document
from render.every_node import ASSETS, LEAFLET, LONG, RICH, THEME

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = [LONG, LEAFLET, RICH, *map(document, NAMES)]


def parts(made: Document, **options: bool) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(render_docx(made, THEME, ASSETS, **options))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bookmarked_words(body: bytes) -> dict[int, str]:
    """The words inside each of our bookmarks, by its number."""
    found = {}
    for start in etree.fromstring(body).iter(f"{W}bookmarkStart"):
        name = start.get(f"{W}name", "")
        if name.startswith(BOOKMARK):
            end = start.get(f"{W}id")
            words = ""
            for node in start.itersiblings():
                if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == end:
                    break
                words += "".join((t.text or "") if t.tag == f"{W}t" else " " for t in node.iter(f"{W}t", f"{W}br"))
                words += "\u2011" * len(list(node.iter(f"{W}noBreakHyphen")))
            found[int(name.removeprefix(BOOKMARK))] = fold(words)
    return found


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.name)
def test_each_bookmark_holds_the_words_that_the_snapshot_has_under_its_number(made: Document) -> None:
    written = parts(made)
    kept = read_snapshot(written["customXml/item1.xml"])
    assert kept is not None
    assert kept.blocks == snapshot_of(made).blocks
    expected = {block.number: re.sub("\u00ad", "", block.words) for block in kept.blocks}
    assert len(expected) > 10
    assert bookmarked_words(written["word/document.xml"]) == expected


def test_a_snapshot_reads_back_with_marks_links_fields_and_places() -> None:
    snapshot = snapshot_of(document("talk-leaflet"))
    assert read_snapshot(write_snapshot(snapshot).encode()) == snapshot
    assert snapshot.file == "sources/leaflets/talk-leaflet.yaml"
    runs = [run for block in snapshot.blocks for run in block.runs]
    assert any("strong" in run.marks for run in runs)
    assert any(run.target == "tel:999" for run in runs)
    assert any(run.field == "school_name" for run in runs)
    assert {block.kind for block in snapshot.blocks} >= {"heading", "paragraph", "item", "title", "label"}


def test_another_schema_or_no_snapshot_is_none() -> None:
    assert read_snapshot(b"<other/>") is None
    assert read_snapshot(b"no xml") is None
    written = write_snapshot(snapshot_of(document("talk-leaflet"))).replace('schema="1"', 'schema="2"')
    assert read_snapshot(written.encode()) is None


def test_a_file_may_be_asked_to_remember_nothing() -> None:
    written = parts(document("talk-leaflet"), remembers=False)
    assert "customXml/item1.xml" not in written
    assert BOOKMARK.encode() not in written["word/document.xml"]


def test_what_is_remembered_stays_small() -> None:
    made = document("talk-leaflet")
    both = len(render_docx(made, THEME, ASSETS)), len(render_docx(made, THEME, ASSETS, remembers=False))
    assert both[0] - both[1] < 5000
