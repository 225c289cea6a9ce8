"""Files whose catalog or tree of pages does not say what it is, which readers do not mind: judged as if it did."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject, NameObject

from lessonkit.check.anypdf.cos import FAULTS, array, dictionary, get
from lessonkit.check.anypdf.read import MOST_PAGES, quiet


def with_kinds(data: bytes) -> bytes | None:
    """The file with a /Type in its catalog and tree of pages; None where they have it, or it cannot be read."""
    try:
        with quiet():
            reader, target = PdfReader(BytesIO(data)), BytesIO()
            if reader.is_encrypted or not _name_kinds(reader.root_object):
                return None
            writer = PdfWriter(clone_from=reader)
            writer.pdf_header = reader.pdf_header
            writer.root_object[NameObject("/Type")] = NameObject("/Catalog")
            writer.write(target)
        return target.getvalue()
    except (*FAULTS, DependencyError):
        return None


def _name_kinds(catalog: DictionaryObject) -> bool:
    """Says what each part of the tree of pages is; False if nothing was missing, or a page itself does not say."""
    named = "/Type" not in catalog
    waiting, left = [dictionary(get(catalog, "/Pages"))], MOST_PAGES
    while waiting and left:
        page, left = waiting.pop(), left - 1
        if "/Kids" in page:
            named |= get(page, "/Type") != "/Pages"
            page[NameObject("/Type")] = NameObject("/Pages")
            waiting += [dictionary(kid) for kid in array(get(page, "/Kids"))]
        elif get(page, "/Type") != "/Page":
            return False
    return named
