"""Opening a Word file that a person has saved; what is wrong with it in one sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from lessonkit.problems import LessonkitError, Place, Problem

BODY = "word/document.xml"
MOST_BYTES = 200_000_000
"""Unpacked; a file beyond it is damaged or hostile."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Word 97 to 2003 begin, and those that a password locks."""
LOCKED = "EncryptedPackage".encode("utf-16-le")


def open_package(path: Path) -> dict[str, bytes]:
    """The parts of a Word file by name. Raises LessonkitError, in one sentence, for a file that is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _error(path, "This file does not exist.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise _error(path, "This is a folder, not a Word file.", "Name the file in it.") from None
    except OSError as error:
        raise _error(path, f"This file cannot be read: {error.strerror}.", "Close it in other programs.") from None
    if data.startswith(OLD_OFFICE):
        raise _old(path, data)
    parts = _parts(path, data)
    if BODY not in parts:
        raise _error(path, "This is not a Word file.", "Name a file that ends in .docx.")
    return parts


def _parts(path: Path, data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise _error(
                    path, "This file is too large to be a document of ours.", "Check that it is the right one."
                )
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        todo = "Open it in Word and save it again as a Word document (.docx)."
        raise _error(path, "This file is damaged, or is not a Word document.", todo) from None


def _old(path: Path, data: bytes) -> LessonkitError:
    if LOCKED in data:
        return _error(path, "A password locks this file.", "Open it in Word, remove the password and save it.")
    return _error(path, "This file is in the format of Word 97 to 2003.", "Open it in Word and save it as .docx.")


def tree(path: Path, parts: dict[str, bytes], name: str) -> etree._Element | None:
    """A part as XML; None if the file has none of this name."""
    if name not in parts:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(parts[name], parser)
    except etree.XMLSyntaxError:
        raise _error(path, f"This file is damaged: its part {name} cannot be read.", "Use another copy.") from None


def _error(path: Path, what: str, todo: str) -> LessonkitError:
    return LessonkitError(Problem(Place(path.as_posix()), what, todo))
