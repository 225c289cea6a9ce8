"""No star or underscore of Markdown is left over in the words.

A mark that is opened and not closed is printed and read out, and the words that it was meant for are not strong.

Passes: Say **no** or \\*no\\*.
Fails: Say **no.
Clause: the project's own
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, paragraphs, passages, spoken
from lessonkit.source.markdown import parse_markdown

LEFT = re.compile(
    r"\*\*|(?<![\w*])[*](?=\w)|(?<=[\w.!?])[*](?![\w*])|(?<![\w_])_{1,2}(?=\w)|(?<=[\w.!?])_{1,2}(?![\w_])"
)
TODO = "Write the mark on both sides without a space inside, `**like this**`; to print it, put `\\` before it."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        for paragraph in paragraphs(parse_markdown(passage.text)) if "\\" not in passage.text else ():
            words = spoken(paragraph.inlines)
            if match := LEFT.search(words):
                around = words[max(0, match.start() - 15) : match.end() + 15].strip()
                what = f"“{match[0]}” is printed as it stands: “{around}”."
                yield RULE.fail(what, TODO, paragraph.place)


RULE = read_rule(__name__, __doc__, check)
