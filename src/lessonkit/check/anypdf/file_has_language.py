"""The file says which language it is in.

A screen reader takes its voice from it; without one, English may be read with a French voice.

Passes: Lang en-GB.
Fails: no Lang; Lang “English”, or en-UK.
Fix: In Word, Review, Language, Set Proofing Language, and export again. In Acrobat, File, Properties, Advanced,
Language.
Clause: PDF/UA-1 7.2; WCAG 2.2 SC 3.1.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.language_codes import fault
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Set the document's language, such as en-GB, and export it again."


def check(subject: AnyPdf) -> Iterator[Finding]:
    language = subject.facts.language.strip()
    if not language:
        yield RULE.fail("The file does not say which language it is in.", TODO)
    elif wrong := fault(language):
        yield RULE.fail(f"The file's language, {quoted(language)}, {wrong}.", TODO)
    for node in subject.facts.nodes:
        if node.language and (wrong := fault(node.language)):
            what = f"The language of a {node.role}, {quoted(node.language)}, {wrong}."
            yield RULE.fail(what, TODO, **subject.spot(node))


RULE = read_rule(__name__, __doc__, check)
