"""The Word file says which language it is in, and says the same everywhere.

A screen reader chooses its voice by the language; read by the wrong voice, words cannot be understood.

Passes: default text, theme fonts and properties are all en-GB.
Fails: the default text has no language, or the properties say en-US.
Fix: In Word, select all, Review, Language, Set Proofing Language, Set As Default.
Clause: EN 301 549 10.3.1.1; WCAG 2.2 SC 3.1.1; DX-E02
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    wanted = file.source.language if file.source else file.language
    stated = {"text": file.language, "theme fonts": file.theme_language, "properties": file.core_language}
    for where, language in stated.items():
        if not language:
            yield RULE.fail(f"The Word file has no language for its {where}.", "", place)
        elif language != wanted:
            yield RULE.fail(f"The Word file says {language}, not {wanted}, for its {where}.", "", place)


RULE = read_rule(__name__, __doc__, check)
