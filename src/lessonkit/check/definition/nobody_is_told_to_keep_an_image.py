"""No text tells anybody to look at, copy, keep, pass on or delete a sexual image of a child, or to ask for it.

It is against the law, also for staff who mean well; it harms the child again, and a deleted image can be no evidence.

Passes: Never save the picture; take a screenshot of the chat; Report Remove asks you for the picture.
Fails: Save the nude picture. For a person to look at: Take a screenshot of the picture; Ask the pupil to show you
the photo.
Clause: UKCIS, Sharing nudes and semi-nudes: advice for education settings, 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, paragraphs, passages, spoken
from lessonkit.source.blocks.callout import Callout
from lessonkit.source.markdown import parse_markdown

PICTURE = r"(?:images?|pictures?|photos?|videos?|screenshots?)"
SEXUAL = rf"(?:(?:semi-)?nude|sexual|intimate|indecent|naked)\s+(?:\w+\s+){{0,2}}{PICTURE}|imagery|nudes?"
CHILD = r"(?:(?:the|a|your|each|every)\s+)?(?:pupils?|child|children|young\s+(?:person|people)|students?|them|him|her)"
MAKE = r"(?:take|make|keep|get)\s+(?:a\s+)?(?:screenshots?|photos?|photographs?|copy|copies|pictures?)\s+of"
KEEP = (
    r"(?:look\s+(?:closely\s+)?at|view|watch|open|copy|print|share|store|save|keep|forward|download|photograph|delete|"
    rf"{MAKE})"
)
THE = r"(?:(?:the|a|an|any|all|this|that|each)\s+)?"
TOLD = (
    r"(?:^|[.!?:;–]\s*|[“‘]|\b(?:please|always|first|then),?\s+"
    r"|\b(?:you|staff|teachers|adults|parents|DSL)\s+(?:should|must|can|may|could|need\s+to|have\s+to)\s+)"
)
"""What stands before a verb that tells somebody to do it."""
SURE = re.compile(rf"{TOLD}(?P<what>{KEEP}\s+{THE}(?:{SEXUAL})\b)", re.I)
LIKELY = re.compile(
    rf"{TOLD}(?P<what>(?:{MAKE}|forward)\s+{THE}{PICTURE}\b"
    rf"|{KEEP}\s+{THE}{PICTURE}\s+as\s+(?:evidence|proof)\b"
    rf"|(?:ask|tell|get|let)\s+{CHILD}\s+(?:to\s+)?(?:show|send|share|forward|delete|download)\s+(?:(?:you|us|me)\s+)?"
    rf"{THE}(?:{PICTURE}|{SEXUAL})\b)",
    re.I,
)
REFUSED = re.compile(r"\b(?:not|never|cannot|no|nobody|none|neither|nor|without|illegal|against|stop)\b|n[’']t\b", re.I)
SENTENCE = re.compile(r"[^.!?]+[.!?]*")
TODO = (
    "Say the opposite: nobody looks at it, copies, keeps, sends or deletes it; tell the Designated Safeguarding Lead."
)


def check(subject: Sources) -> Iterator[Finding]:
    forbidden = {
        id(passage.text)
        for model in models(subject.definition)
        if isinstance(model, Callout) and model.kind == "never"
        for passage in passages(model)
    }
    for passage in passages(subject.definition):
        for paragraph in () if id(passage.text) in forbidden else paragraphs(parse_markdown(passage.text)):
            for sentence in SENTENCE.findall(spoken(paragraph.inlines)):
                if REFUSED.search(sentence):
                    continue
                if found := SURE.search(sentence.strip()):
                    yield RULE.fail(f"“{found['what']}” tells somebody to break the law.", TODO, paragraph.place)
                elif found := LIKELY.search(sentence.strip()):
                    what = f"“{found['what']}”: if this is about a sexual image of a child, it is against the law."
                    yield RULE.review(what, TODO, paragraph.place)


RULE = read_rule(__name__, __doc__, check)
