"""Opens PDF files, those too that are protected and open for everybody.

Most protected files are encrypted with AES. pypdf would need one more package for that, whose import takes as long as
a whole check; PDFium, which draws the pages of reports, takes the protection off a copy in memory.
"""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject

from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem

LOCKED = "The PDF is locked with a password."
UNLOCK = "In Acrobat: File, Properties, Security, No Security; or ask for a copy without a password."
UNKNOWN = "The PDF is protected in a way that only its own program can open."
EVERYTHING = -1
"""All bits of the permissions."""
WITH_AES = 4
"""The first version of the encryption that may use it (ISO 32000-1, Table 20)."""
WRONG_PASSWORD = 4
"""What PDFium says of a file that asks for one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read."""

    reader: PdfReader
    """Of a file that is encrypted with AES, it has a copy without protection."""
    is_protected: bool = False
    permissions: int = EVERYTHING
    """What its author allows (ISO 32000-1, Table 22)."""


def open_pdf(data: bytes) -> Opened:
    """Opens a file, whatever protects it. Raises LessonkitError for what does not open for everybody.

    A damaged file makes pypdf raise what it likes.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if not reader.is_encrypted:
            return Opened(reader)
        protection = _protection(reader)
        if protection.get("/V", 0) >= WITH_AES:
            return _opened_by_pdfium(data)
        if reader.decrypt(""):
            return Opened(reader, True, int(protection.get("/P", EVERYTHING)))
    except (DependencyError, NotImplementedError):  # what pypdf says of AES, and of what it does not know
        return _opened_by_pdfium(data)
    raise LessonkitError(Problem(None, LOCKED, UNLOCK))


def _protection(reader: PdfReader) -> DictionaryObject:
    found = reader.trailer["/Encrypt"].get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _opened_by_pdfium(data: bytes) -> Opened:
    import pypdfium2
    from pypdfium2.raw import FPDF_REMOVE_SECURITY, FPDF_GetDocUserPermissions

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise LessonkitError(Problem(None, LOCKED if error.err_code == WRONG_PASSWORD else UNKNOWN, UNLOCK)) from None
    copy = BytesIO()
    with document:
        allowed = FPDF_GetDocUserPermissions(document)
        document.save(copy, flags=FPDF_REMOVE_SECURITY)
    return Opened(PdfReader(copy), True, allowed)
