"""Tagged content does not stand inside other tagged content or decoration.

Readers differ in what they make of it: they read it twice, in another place, or not at all.

Passes: one sequence of marked content after the other.
Fails: a paragraph's content inside an artifact; two pieces of a page with the same number.
Fix: Export the file again from its source; only the program that wrote it can mend this.
Clause: PDF/UA-1 7.1; ISO 32000-1 14.7.4.2; Matterhorn 01-003, 01-004
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.subject import NOWHERE, AnyPdf, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Export the file again; the program that made it has a fault."


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        cases = {
            "stands inside other marked content": page.nested,
            "comes twice with the same number": page.repeated,
        }
        for what, contents in cases.items():
            if contents:
                runs = subject.facts.runs_of.get(contents[0], [])
                text = f"Content {contents[0].number} of page {page.number} {what}."
                yield RULE.fail(text, TODO, **(spot_of(runs) if runs else NOWHERE))
        if page.artifacts_inside:
            yield RULE.fail(f"Decoration stands inside tagged content on page {page.number}.", TODO)


RULE = read_rule(__name__, __doc__, check)
