"""A quotation inside a quotation has single marks.

With the same marks inside and outside, the first closing mark seems to end what is said, on paper and when read aloud.

Passes: “How could we say ‘help’ at home?”
Fails: “How could we say “help” at home?”
Clause: British typography, GOV.UK style: double marks outside, single marks inside
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, passages
from lessonkit.source.blocks.starters import Starters

NESTED = re.compile(r"“[^“”]*(“[^“”]*”?)")
QUOTED = re.compile("“[^“”]*”|[“”]")
TODO = "Write ‘ and ’ around the words inside."


def check(subject: Sources) -> Iterator[Finding]:
    for passage in passages(subject.definition):
        if match := NESTED.search(passage.text):
            what = f"{match[1]} stands inside a quotation, in the same marks."
            yield RULE.fail(what, TODO, passage.text.place_of(match.start(1)))
    for model in models(subject.definition):
        if isinstance(model, Starters):
            for line in model.lines:
                if match := QUOTED.search(line):
                    what = f"{match[0]} stands inside the marks that every starter is printed in."
                    yield RULE.fail(what, TODO, line.place_of(match.start()))


RULE = read_rule(__name__, __doc__, check)
