"""A heading is written as one, not as a line of strong words.

It looks alike, but is in no list of headings, no contents and no bookmarks, and nobody can jump to it.

Passes: `- heading: What helps`; **You can tell us at any time.** Then more; a cell or point in strong words.
Fails: a text that is only **What helps**.
Clause: WCAG 2.2 SC 1.3.1 (technique H42), 2.4.6; PDF/UA-1 7.4
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.readability import words
from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, spoken
from lessonkit.source.blocks.text import Text
from lessonkit.source.markdown import MdBlock, MdParagraph, MdStrong, parse_markdown

MOST = 10
"""Words of a heading; more are a message."""
ENDS = ".!?…"
TODO = "Use a `heading` block; for weight alone, end the sentence with a full stop."


def check(subject: Sources) -> Iterator[Finding]:
    for model in models(subject.definition):
        for block in parse_markdown(model.text) if isinstance(model, Text) else ():
            if line := _strong_line(block):
                yield RULE.review(f"“{line}” looks like a heading, and is none.", TODO, block.place)


def _strong_line(block: MdBlock) -> str:
    """The words of a paragraph that is all strong and no sentence."""
    match block:
        case MdParagraph((MdStrong(children),)):
            line = spoken(children).strip()
            return line if line and line[-1] not in ENDS and len(words(line)) <= MOST else ""
    return ""


RULE = read_rule(__name__, __doc__, check)
