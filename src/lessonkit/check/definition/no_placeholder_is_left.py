"""No text is left that only kept a place for another one.

A reader who meets “TBC” where help was promised does not know whether there is any. A template asks a person to look; a
final document stops.

Passes: The film lasts <blank:film-length>.
Fails: Lorem ipsum; TODO; the date is TBC; [insert name here].
Clause: the project's own; WCAG 2.2 SC 2.4.6, 3.1.5
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, alts, passages
from lessonkit.source.typed_contacts import without_targets

ASKS = (
    r"(?:(?:the|a|an)\s+)?(?:insert|enter|add|type|write|put|your|name|date|time|place|venue|school|phone|number|address|"
    r"email|e-mail|teacher|class|year|link|parent|carer|pupil|head|DSL)"
)
LEFT = re.compile(
    rf"(?i:\blorem\s+ipsum\b)|\b(?:TODO|TO\s+DO:|FIXME|TBC|TBA|TBD|XX+)\b|\?\?\?+|\bxx/xx\b"
    r"|\{\{[^{}]{1,60}\}\}|(?i:\b(?:click|tap)\s+(?:here\s+)?to\s+add\b)"
    r"|(?i:\b(?:your|school)\s+(?:school\s+)?(?:name|logo|address|photo)\s+here\b)"
    rf"|(?i:\[\s*{ASKS}\b[^\[\]]*\](?!\())"
    r"|(?i:\b(?:insert|add|type|enter)\s+(?:your\s+)?(?:text|name|date|title|caption|link|picture|image)\s+here\b)"
    r"|(?i:\([^()]{0,30}\b(?:please|pls)\s+(?:check|confirm|reword|rewrite|shorten)\b[^()]{0,60}\))"
    r"|(?i:\bnotes?\s+to\s+(?:self|editor|designer|printer)\b)|(?i:\bplaceholder\s+(?:text|image|picture)\b)|(?i:\bsample\s+text\b)",
)
BOX = re.compile(r"(?<!\w)\[[ xX]?\](?!\()")
TODO = "Write what belongs here, or leave a blank to fill in: `<blank:what-belongs-here>`."


def check(subject: Sources) -> Iterator[Finding]:
    texts = [passage.text for passage in passages(subject.definition)]
    for text in (*texts, *alts(subject.definition)):
        plain = without_targets(text)
        for match in LEFT.finditer(plain):
            what = f"“{' '.join(match[0].split())}” keeps a place for words that are still to come."
            found = RULE.fail if subject.final else RULE.review
            yield found(what, TODO, text.place_of(match.start()))
        for match in BOX.finditer(plain):
            what = f"“{match[0]}” is printed as it stands; it is no tick box."
            yield RULE.fail(what, "Use a `checklist` block.", text.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
