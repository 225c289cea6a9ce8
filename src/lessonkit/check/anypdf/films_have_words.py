"""Films and sounds have words.

Who cannot hear a film needs captions, who cannot see it a description; neither can be found in the PDF itself.

Passes: a file without films; a link to a film that has captions.
Fails: For a person to look at: a film or a sound in the file.
Fix: Put a transcript beside it, or a link to a film with captions in its place.
Clause: WCAG 2.2 SC 1.2.1 to 1.2.5; Matterhorn 08, 28
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, at
from lessonkit.check.rule import Finding, read_rule

MEDIA = {"Movie": "film", "Screen": "film", "RichMedia": "film", "Sound": "sound", "3D": "model"}


def check(subject: AnyPdf) -> Iterator[Finding]:
    for annotation in subject.facts.annotations:
        if annotation.kind in MEDIA and not annotation.hidden:
            what = f"A {MEDIA[annotation.kind]} stands on page {annotation.page}: has it words?"
            todo = "Give it captions and a transcript beside it."
            yield RULE.review(what, todo, **at(annotation.page, annotation.contents, annotation.box))


RULE = read_rule(__name__, __doc__, check)
