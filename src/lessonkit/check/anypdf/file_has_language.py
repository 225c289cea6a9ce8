"""The file says which language it is in.

A screen reader takes its voice from it; without one, English may be read with a French voice.

Passes: Lang en-GB.
Fails: no Lang; Lang “English”.
Fix: In Word, Review, Language, Set Proofing Language, and export again. In Acrobat, File, Properties, Advanced,
Language.
Clause: PDF/UA-1 7.2; WCAG 2.2 SC 3.1.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Set the document's language, such as en-GB, and export it again."
CODE = re.compile(r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$", re.IGNORECASE)


def check(subject: AnyPdf) -> Iterator[Finding]:
    language = subject.facts.language.strip()
    if not language:
        yield RULE.fail("The file does not say which language it is in.", TODO)
    elif not CODE.match(language):
        yield RULE.fail(f"The file's language, {quoted(language)}, is no language code.", TODO)
    for node in subject.facts.nodes:
        if node.language and not CODE.match(node.language.strip()):
            what = f"The language of a {node.role}, {quoted(node.language)}, is no language code."
            yield RULE.fail(what, TODO, **subject.spot(node))


RULE = read_rule(__name__, __doc__, check)
