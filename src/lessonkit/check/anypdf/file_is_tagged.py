"""The file is tagged: it has a structure that says what each part is.

Without tags a screen reader guesses the order, and headings, lists and tables are mere words.

Passes: a file exported with tags.
Fails: a file printed to PDF; a scan.
Fix: In Word, File, Save As, PDF, Options, tick “Document structure tags for accessibility”. In Acrobat, Prepare for
accessibility, Automatically tag PDF, and look through every tag.
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule

EXPORT = "Export it again from its source, with tags (“Tagged PDF”, “PDF/UA”); never print to PDF."


def check(subject: AnyPdf) -> Iterator[Finding]:
    facts = subject.facts
    if facts.root is None:
        yield RULE.fail("The file has no tags.", EXPORT)
    elif not facts.nodes:
        yield RULE.fail("The file's structure is empty.", EXPORT)
    elif not facts.marked:
        yield RULE.fail("The file has tags but does not say so, so some readers ignore them.", EXPORT)


RULE = read_rule(__name__, __doc__, check)
