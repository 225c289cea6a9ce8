"""A folder as a ZIP whose bytes depend on nothing but its files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP knows."""
READABLE = 0o644 << 16


def archive(folder: Path, files: Iterable[Path]) -> bytes:
    """A ZIP of these files of a folder, in natural order, under the folder's own name; others there stay out."""
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(set(files)):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            made.writestr(entry, path.read_bytes())
    return memory.getvalue()
