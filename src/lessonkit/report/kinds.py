"""What a file is, by its name and its first bytes; what cannot be checked gets one clear sentence."""

from __future__ import annotations

import re
from pathlib import Path

from lessonkit.problems import LessonkitError, Problem

WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc")
ENDINGS = {".pdf": "pdf", ".html": "html", ".htm": "html", **dict.fromkeys(WORD, "docx")}
"""The kind of a file, by the ending of its name."""

SEARCHED = tuple(ENDINGS)
"""The endings that are looked for in a folder."""

OTHER_DOCUMENTS = (
    ".odt",
    ".odp",
    ".ods",
    ".rtf",
    ".ppt",
    ".pptx",
    ".xls",
    ".xlsx",
    ".pages",
    ".key",
    ".numbers",
    ".epub",
)
"""Endings of documents that cannot be checked."""

MOST_BYTES = 256 * 1024 * 1024
"""A file beyond this is not opened; no document for a school comes near."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word 97 to 2003 begin, and files of today's Word that are encrypted."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OF_LESSONKIT = b'content="lessonkit"'
OF_REPORT = re.compile(rb'<meta name="generator" content="lessonkit [^"]* report">')


NO_SUCH_FILE = ("There is no such file.", "Look at its name and its folder.")


def read(path: Path, kind: str, any_page: bool = False) -> bytes:
    """The bytes of a file. Raises LessonkitError, in one sentence, for one that nobody could check.

    any_page: web pages of others too.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _refused(
                f"The file is too large to check: {size // 2**20} MB.", "Divide it, or make its pictures smaller."
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise _refused(*NO_SUCH_FILE) from None
    except OSError as error:
        raise _refused(
            f"The file cannot be opened: {error.strerror}.", "Close it elsewhere, and look at its permissions."
        ) from None
    if not data:
        raise _refused("The file is empty.", "Save or export it again.")
    if not (any_page and kind == "html"):
        _refuse_unknown(data, kind)
    return data


def _refuse_unknown(data: bytes, kind: str) -> None:
    """Raise for a file whose first bytes are not of its kind."""
    if kind == "docx" and data.startswith(OLD_OFFICE):
        _refuse_old_office(data)
    if kind == "docx" and data.startswith(b"%PDF-"):
        raise _refused("This is a PDF, whatever its name says.", "Give it the ending .pdf, and check it again.")
    if kind == "docx" and not data.startswith(b"PK"):
        raise _refused("This is no Word file, whatever its name says.", "Open it in Word and save it as .docx.")
    if kind == "pdf" and data.startswith(b"PK") and b"word/" in data:
        raise _refused("This is a Word file, whatever its name says.", "Give it the ending .docx, and check it again.")
    if kind == "pdf" and b"%PDF-" not in data[:1024]:
        raise _refused("This is no PDF, whatever its name says.", "Export it again from where it was made.")
    if kind == "html" and OF_LESSONKIT not in data:
        what = "This page was not made by lessonkit, whose rules for pages know its own alone."
        raise _refused(what, "Check other pages in a browser, with axe DevTools, WAVE or the like.")


def _refuse_old_office(data: bytes) -> None:
    if ENCRYPTED in data:
        todo = "Open it in Word, choose File, Info, Protect Document, Encrypt with Password, and delete the password."
        raise _refused("The Word file is locked with a password.", todo)
    what = "This is a file of Word 97 to 2003 (.doc), which can hold too little for a screen reader."
    raise _refused(what, "Open it in Word, choose File, Save As, Word Document (.docx), and check that file.")


def _refused(what: str, todo: str) -> LessonkitError:
    return LessonkitError(Problem(None, what, todo))


def kind_within(path: Path) -> str:
    """The ending that a file should have, by its first bytes: `pdf`, or nothing."""
    return "pdf" if _beginning(path).startswith(b"%PDF-") else ""


def is_report(path: Path) -> bool:
    """True for a report that `lessonkit check` wrote."""
    return path.suffix.lower() in (".html", ".htm") and bool(OF_REPORT.search(_beginning(path)))


def _beginning(path: Path) -> bytes:
    """The first bytes of a file; none if it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except OSError:
        return b""
