"""The file around the objects: object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence

LEVEL = 6
"""How hard streams are compressed: the next levels take twice the time for a hundredth of the size."""

MOST_OBJECTS = 10_000
"""In one object stream: together they compress best, but an index holds two bytes."""

BINARY = b"%\xe2\xe3\xcf\xd3\n"
"""A comment that tells programs which move files that this one is not text (PDF/A wants it)."""

END_OF_STREAM = b"\r\nendstream"
"""With a line feed alone, data that happens to end in a carriage return would seem to be one byte too long."""


def stream(content: bytes, entries: str = "", compress: bool = True) -> bytes:
    """A stream object with these entries in its dictionary."""
    data = zlib.compress(content, LEVEL) if compress else content
    filters = "/Filter/FlateDecode" if compress else ""
    # ISO 32000-1, 7.3.8.1 and PDF/A want a line end before `endstream`.
    return f"<<{entries}{filters}/Length {len(data)}>>stream\n".encode("latin-1") + data + END_OF_STREAM


def file_of(objects: Mapping[int, bytes], version: tuple[int, int], entries: str) -> bytes:
    """The bytes of a file made of these objects, by number from 1.

    entries: of the trailer: Root and the like. The identifier is a digest of everything else.
    """
    streams = [number for number in sorted(objects) if objects[number].endswith(END_OF_STREAM)]
    packed = sorted(objects.keys() - set(streams))
    containers = {max(objects) + 1 + at // MOST_OBJECTS: at for at in range(0, len(packed), MOST_OBJECTS)}
    bodies = {number: objects[number] for number in streams}
    places: dict[int, tuple[int, int, int]] = {}
    for container, at in containers.items():
        together = packed[at : at + MOST_OBJECTS]
        bodies[container] = _object_stream([(number, objects[number]) for number in together])
        places |= {number: (2, container, index) for index, number in enumerate(together)}
    return _file(bodies, places, "%PDF-{}.{}\n".format(*version).encode() + BINARY, entries)


def _file(bodies: Mapping[int, bytes], places: dict[int, tuple[int, int, int]], head: bytes, entries: str) -> bytes:
    """Objects one after the other, then the places of these and of those inside them."""
    parts = [head]
    offset = len(head)
    for number, body in bodies.items():
        places[number] = (1, offset, 0)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        offset += len(parts[-1])
    own = max(places) + 1
    places[own] = (1, offset, 0)
    identifier = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest()
    entries += f"/ID[<{identifier}><{identifier}>]"
    parts.append(b"%d 0 obj\n%s\nendobj\n" % (own, _cross_references(places, entries)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
    return b"".join(parts)


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Objects that are no streams, compressed together."""
    index, offset = [], 0
    for number, content in objects:
        index.append(f"{number} {offset}")
        offset += len(content) + 1
    head = " ".join(index).encode() + b"\n"
    body = b"\n".join([content for _, content in objects])
    return stream(head + body, f"/Type/ObjStm/N {len(objects)}/First {len(head)}")


WIDTHS = (1, 4, 2)
"""Bytes of the three fields of a cross-reference entry: kind, place, index."""


def _cross_references(places: Mapping[int, tuple[int, int, int]], entries: str) -> bytes:
    """Where each object is; every byte as its difference from the entry above, which compresses to next to nothing."""
    size = max(places) + 1
    free = (0, 0, 65535)
    rows = [
        kind << 48 | place << 16 | index for kind, place, index in (places.get(number, free) for number in range(size))
    ]
    table = b"".join([row.to_bytes(7, "big") for row in rows])
    above = bytes(7) + table
    differences = bytes([(byte - other) & 255 for byte, other in zip(table, above, strict=False)])
    lines = b"".join([b"\x02" + differences[at : at + 7] for at in range(0, len(differences), 7)])
    widths = " ".join(map(str, WIDTHS))
    return stream(lines, f"/Type/XRef/W[{widths}]/Size {size}/DecodeParms<</Predictor 12/Columns 7>>{entries}")
