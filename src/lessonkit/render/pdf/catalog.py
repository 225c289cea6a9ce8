"""The dictionaries that a file begins with: catalog, page tree, pages and information (ISO 32000-1, 7.7 and 14.3.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessonkit.document import Document
from lessonkit.render.pdf.metadata import PRODUCER
from lessonkit.render.pdf.pieces import LaidPage
from lessonkit.render.pdf.structure import text_string

WHEN = "(D:20000101000000+00'00')"
"""In place of the time of making, so that two builds give the same bytes."""


def catalog(language: str, pages: str, entries: Mapping[str, str]) -> bytes:
    """The catalog, with a reference to the page tree and whatever else it holds."""
    others = "".join(f"/{name} {value}" for name, value in entries.items())
    return f"<</Type/Catalog/Pages {pages}/Lang{text_string(language)}{others}>>".encode("latin-1")


def page_tree(pages: Sequence[str]) -> bytes:
    """The page tree: a single node."""
    return f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]>>".encode()


def page_dictionary(
    page: LaidPage, key: int, tree: str, content: str, resources: str, annotations: Sequence[str]
) -> bytes:
    """A page; key: of its marks in the parent tree. The others are references. The tab key follows the structure."""
    links = f"/Annots[{' '.join(annotations)}]" if annotations else ""
    return (
        f"<</Type/Page/Parent {tree}/MediaBox[0 0 {page.width:.4f} {page.height:.4f}]/Contents {content}"
        f"/Resources {resources}/StructParents {key}/Tabs/S{links}>>"
    ).encode()


def information(document: Document) -> bytes:
    """The information dictionary, which says what the metadata say."""
    said = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.description or document.title,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    texts = "".join(f"/{name}{text_string(value)}" for name, value in said.items())
    return f"<<{texts}/CreationDate{WHEN}/ModDate{WHEN}/Trapped/False>>".encode("latin-1")
