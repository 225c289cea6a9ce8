"""The PDF conforms to PDF/A-2a.

PDF/A holds everything a file needs to look and read the same in ten years, on any screen and any printer.

Passes: a tagged file that embeds its fonts and says which colours it means.
Fails: a file without an output intent, whose colours every printer may read in its own way.
Clause: PDF/A-2 (ISO 19005-2), level A, all that a machine can check
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.validation import findings
from lessonkit.check.rule import Finding, read_rule


def check(subject: PdfOutput) -> Iterator[Finding]:
    if subject.pdf.version < "2.0":  # PDF/A-4 is for outside validators: page-validation does not know it
        yield from findings(RULE, subject, "2a", "PDF/A-2a")


RULE = read_rule(__name__, __doc__, check)
