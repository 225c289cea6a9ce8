"""A plan or briefing for staff names everything that staff must never do with an image.

Each of these is against the law, done by well-meaning adults every year, and harms the child again.

Passes: a callout of the kind never with view, copy, print, share, store, save, and never ask a child to send it.
Fails: the same callout without “print”.
Clause: UKCIS, Sharing nudes and semi-nudes: advice for education settings, 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models, passages
from lessonkit.source.blocks.callout import Callout
from lessonkit.source.lesson import Lesson
from lessonkit.source.sheet import Sheet

VERBS = ("view", "copy", "print", "share", "store", "save")
ASKING = re.compile(r"\bask\b[^.!?]*\b(?:send|share|download)\b", re.I)


def check(subject: Sources) -> Iterator[Finding]:
    plan = subject.definition
    briefing = isinstance(plan, Sheet) and plan.kind == "briefing"
    if not (isinstance(plan, Lesson) or briefing) or subject.audience != "staff":
        return
    callouts = [model for model in models(plan) if isinstance(model, Callout) and model.kind == "never"]
    texts = [" ".join(passage.text for passage in passages(callout)) for callout in callouts]
    best = max(texts, key=lambda text: len(_named(text)), default="")
    place = callouts[texts.index(best)].place if texts else plan.place
    missing = [verb for verb in VERBS if verb not in _named(best)]
    if missing:
        what = f"No callout says that staff must never {', '.join(missing)} an image; it needs {', '.join(VERBS)}."
        yield RULE.fail(what, "Add a callout of the kind `never`, or the missing words.", place)
    if not ASKING.search(best):
        what = "No callout says that staff must never ask a child to send, share or download an image."
        yield RULE.fail(what, "Say so beside the other things that staff must not do.", place)


def _named(text: str) -> set[str]:
    return {verb for verb in VERBS if re.search(rf"\b{verb}\b", text, re.I)}


RULE = read_rule(__name__, __doc__, check)
