"""The PDF conforms to PDF/UA-1.

PDF/UA is what assistive technology relies on: a file that breaks it may be read in a wrong order, in part, or not
at all.

Passes: a tagged file with title, language, embedded fonts and a structure tree.
Fails: a page that was only drawn, without tags.
Fix: In Word, File, Save As, PDF, Options, tick “Document structure tags for accessibility”. In Acrobat, Prepare for
accessibility, Check for accessibility, and Preflight, PDF/UA, for the rest.
Clause: PDF/UA-1 (ISO 14289-1), all that a machine can check
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.validation import findings
from lessonkit.check.rule import Finding, read_rule

NOT_VALIDATED = "This PDF is made for PDF/UA-2, PDF/A-4 and Well-Tagged PDF, and not yet validated as that."
VALIDATE = "Validate it with veraPDF, as ua2, 4, wt1a and wt1r."


def check(subject: PdfOutput) -> Iterator[Finding]:
    if subject.pdf.version < "2.0":
        yield from findings(RULE, subject, "ua1", "PDF/UA-1")
    else:
        # page-validation does not know PDF/UA-2.
        yield RULE.review(NOT_VALIDATED, VALIDATE, subject.document.place)


RULE = read_rule(__name__, __doc__, check)
