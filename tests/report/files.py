"""Files that other people might hand in: whole, locked, damaged and hostile ones, made in code."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, NumberObject

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def locked(data: bytes, password: str) -> bytes:
    """The PDF behind a password; an empty one opens for everybody."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    return _written(writer)


def locked_with_aes(data: bytes) -> bytes:
    """The PDF as if behind a password, with a cipher that pypdf alone does not know."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    entries: dict[str, object] = {"Filter": NameObject("/Standard"), "CF": DictionaryObject()}
    entries |= {key: NumberObject(value) for key, value in (("V", 5), ("R", 6), ("Length", 256), ("P", -4))}
    entries |= {key: ByteStringObject(bytes(size)) for key, size in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32))}
    entries["Perms"] = ByteStringObject(bytes(16))
    writer._encrypt_entry = writer._add_object(  # type: ignore[assignment]
        DictionaryObject({NameObject(f"/{key}"): entries[key] for key in entries})
    )
    return _written(writer)


def endless(data: bytes) -> bytes:
    """The PDF with a structure that leads back to its root."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    root = writer.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    top = (root[0] if isinstance(root, ArrayObject) else root).get_object()
    top["/K"][0].get_object()[NameObject("/K")] = top.indirect_reference
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def old_word() -> bytes:
    """A file that begins as those of Word 97 do."""
    return OLD_OFFICE + bytes(2000)


def locked_word() -> bytes:
    """A Word file behind a password is one of the old container, which holds the encrypted package."""
    return OLD_OFFICE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def pdf(*objects: str, streams: dict[int, bytes] | None = None) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them the catalog; streams stand in place of `%`."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\n".encode()
        if streams and number in streams:
            out += b"stream\n" + streams[number] + b"\nendstream\n"
        out += b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


CATALOG = "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R>>"
PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"

ONE_PAGE = ("<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE)
"""A page without anything that accessibility asks for."""


def tree_with_a_loop() -> bytes:
    return pdf(CATALOG, PAGES, PAGE, "<</Type/StructTreeRoot/K 5 0 R>>", "<</S/Div/K[6 0 R]>>", "<</S/Div/K[5 0 R]>>")


def pages_with_a_loop() -> bytes:
    return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>")


def outline_with_a_loop() -> bytes:
    catalog = "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>"
    first = "<</Title(A)/Parent 4 0 R/Next 5 0 R/First 5 0 R>>"
    return pdf(catalog, PAGES, PAGE, "<</First 5 0 R/Last 5 0 R>>", first)


def a_million_kids() -> bytes:
    kids = "0 " * 1_000_000
    return pdf(CATALOG, PAGES, PAGE, "<</Type/StructTreeRoot/K 5 0 R>>", f"<</S/P/Pg 3 0 R/K[{kids}]>>")


def a_million_elements() -> bytes:
    kids = "<</S/P/K[]>>" * 1_000_000
    return pdf(CATALOG, PAGES, PAGE, f"<</Type/StructTreeRoot/K[{kids}]>>")


def deep_tree() -> bytes:
    depth = 5_000
    chain = [f"<</S/Div/K[{number + 1} 0 R]>>" for number in range(5, 5 + depth)]
    return pdf(CATALOG, PAGES, PAGE, "<</Type/StructTreeRoot/K 5 0 R>>", *chain, "<</S/P/K[]>>")


def deep_array() -> bytes:
    return pdf("<</Type/Catalog/Pages 2 0 R/X 4 0 R>>", PAGES, PAGE, "[" * 200_000 + "]" * 200_000)


def broken_stream() -> bytes:
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"
    content = "<</Length 40/Filter/FlateDecode>>"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", PAGES, page, content, streams={4: b"no deflated data at all".ljust(40)})


def pdf_bomb() -> bytes:
    """A page whose content is a gigabyte of spaces, deflated twice."""
    once = zlib.compressobj(9)
    packed = b"".join(once.compress(b" " * 2**20) for _ in range(1024)) + once.flush()
    twice = zlib.compress(packed, 9)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"
    content = f"<</Length {len(twice)}/Filter[/FlateDecode/FlateDecode]>>"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", PAGES, page, content, streams={4: twice})


def many_pages(count: int = 10_000) -> bytes:
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + count))
    pages = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", pages, *[PAGE] * count)


def word(body: bytes, **parts: bytes) -> bytes:
    """A Word package with this body."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def word_bomb() -> bytes:
    return word(b"<x>" + b" " * 250_000_000 + b"</x>")


def billion_laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    return word(b'<!DOCTYPE x [<!ENTITY a0 "ha">' + entities + b"]><x>&a11;</x>")


def deep_word() -> bytes:
    return word(b"<x>" * 100_000 + b"</x>" * 100_000)


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "tree with a loop": ("pdf", tree_with_a_loop),
    "pages with a loop": ("pdf", pages_with_a_loop),
    "outline with a loop": ("pdf", outline_with_a_loop),
    "a million kids": ("pdf", a_million_kids),
    "a million elements": ("pdf", a_million_elements),
    "deep tree": ("pdf", deep_tree),
    "deep array": ("pdf", deep_array),
    "broken stream": ("pdf", broken_stream),
    "PDF bomb": ("pdf", pdf_bomb),
    "ten thousand pages": ("pdf", many_pages),
    "Word bomb": ("docx", word_bomb),
    "billion laughs": ("docx", billion_laughs),
    "deep Word file": ("docx", deep_word),
}
"""Files that should harm nobody: kind and maker."""


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
