"""Opening the file starts nothing.

A script or a film that runs by itself takes a listener away from where they were, and some readers warn of it; a window
without its menus, or a page that turns itself, leaves them lost.

Passes: a file that opens at its first page.
Fails: For a person to look at: a script that shows a message; a file that opens over the whole screen, or turns its own
pages.
Fix: In Acrobat, File, Properties, Initial View; and More tools, JavaScript, Document JavaScripts, Delete.
Clause: WCAG 2.2 SC 2.2.1, 2.2.2, 3.2.1; Matterhorn 29
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    for kind in dict.fromkeys(subject.facts.commands):
        yield RULE.review(f"Opening the file runs a command ({kind}).", "Take it out, unless readers need it.")
    for what in subject.facts.surprises:
        yield RULE.review(f"The file {what}.", "Let it open at its first page, in a plain window.")


RULE = read_rule(__name__, __doc__, check)
