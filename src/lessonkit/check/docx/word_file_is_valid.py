"""The Word file is valid Office Open XML, and Word is not expected to repair it.

A file that Word repairs loses the trust of its readers and, often, a part of its text.

Passes: an independent validator finds nothing.
Fails: an element that the schema does not know, or that stands in the wrong order.
Fix: Open it in Word, let Word repair it, save it under a new name, and read it through.
Clause: ISO 29500-1; DX-E15
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.audit import faults
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

HARMLESS = re.compile(
    r"Value '(true|false|0|1)' is not in allowed values: \['off', 'on'\]"
    r"|stylesWithEffects"
    r"|relationships/(theme|fontTable)' is missing"
    r"|missing relationships to customXmlProps"
    r"|Numbering definition '0' referenced"
    r"|missing style 'TableNormal'"
    r"|content type '\S+\.(template|document)(\.macroEnabled(Template)?)?\.main\+xml' does not match extension '\.docx'"
)
"""What the validator says of files that Word opens without a word: switches as Word itself writes them
(ISO 29500-1, 22.9.2.7), a part that no program reads, a theme, a table of fonts and properties of custom data that
need not be, the 0 that ends a list, the plain table style, which Word has in itself, and templates and files with
macros, since it is not told the name of the file."""
STRICT = b"http://purl.oclc.org/ooxml/"


def check(file: WordFile) -> Iterator[Finding]:
    if STRICT in file.parts[file.main]:
        return  # The validator knows the namespaces of “Strict Open XML” as none of its own.
    yield from (RULE.fail(fault) for fault in faults(file.data) if not HARMLESS.search(fault))


RULE = read_rule(__name__, __doc__, check)
