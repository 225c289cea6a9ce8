"""The security settings let screen readers in.

A file that forbids taking out its text stays silent in a screen reader.

Passes: no encryption; encryption that allows text access for accessibility.
Fails: encryption whose permissions leave out bit 10.
Fix: In Acrobat, File, Properties, Security, Change Settings, tick “Enable text access for screen reader devices”.
Clause: PDF/UA-1 7.16; Matterhorn 26-002
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    if not subject.facts.readable:
        what = "The security settings shut out screen readers."
        yield RULE.fail(what, "Allow “text access for screen reader devices”, or save it without protection.")


RULE = read_rule(__name__, __doc__, check)
