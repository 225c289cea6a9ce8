"""A child meets no hard word before its explanation.

A word that a child does not know takes the rest of the sentence with it; and “report” and “block” are words that help.

Passes: a glossary with “block”, then the text that uses it; Block means that they cannot write to you.
Fails: Block them and report it, in a document for SEND that explains neither.
Clause: WCAG 2.2 SC 3.1.3; the term list in sources/library/terms.yaml
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, models
from lessonkit.source.blocks.terms import Terms
from lessonkit.source.model import Model
from lessonkit.source.records import Term
from lessonkit.source.texts import CHILDREN
from lessonkit.source.typed_contacts import without_targets
from lessonkit.source.values import SourceText


def check(subject: Sources) -> Iterator[Finding]:
    if subject.audience not in CHILDREN:
        return
    steps, terms = list(_steps(subject)), list(subject.library.terms.values())
    for term in terms:
        if subject.audience not in term.known_to:
            longer = [_pattern(each) for each in terms if _is_part(term, each)]
            yield from _about(term, steps, subject.audience, longer)


def _steps(subject: Sources) -> Iterator[SourceText | Terms]:
    """The texts and the glossaries in reading order."""
    for model in models(subject.definition):
        if isinstance(model, Terms):
            yield model
        for name in type(model).model_fields:
            yield from _own_texts(model, name)


def _own_texts(model: Model, name: str) -> Iterator[SourceText]:
    """The texts of one field of a model, without those of the models in it."""
    if name not in ("title", "summary"):
        yield from (
            each for each in _flat(getattr(model, name)) if isinstance(each, SourceText) and each.tree is not None
        )


def _flat(value: Any) -> Iterator[Any]:
    """The values in a list, and in the lists in it, such as the rows of a table."""
    if isinstance(value, tuple):
        for each in value:
            yield from _flat(each)
    else:
        yield value


def _pattern(term: Term) -> str:
    """What finds a term, whatever spaces its words have between them."""
    return re.escape(str(term.term)).replace(r"\ ", r"\s+")


def _is_part(term: Term, other: Term) -> bool:
    """True for `report` in `Report Remove`, which is a word of its own."""
    return term is not other and bool(re.search(rf"\b{_pattern(term)}\b", str(other.term), re.I))


def _plain(text: SourceText, longer: list[str]) -> str:
    """The words of a text as they are read, with spaces in place of longer terms."""
    plain = without_targets(text)
    for pattern in longer:
        plain = re.sub(pattern, lambda match: " " * len(match[0]), plain, flags=re.I)
    return plain


def _about(term: Term, steps: list[SourceText | Terms], audience: str, longer: list[str]) -> Iterator[Finding]:
    """A finding at the first use of a term that nothing before it explains."""
    name = _pattern(term)
    case = 0 if str(term.term).isupper() else re.I  # to send is not SEND
    use = re.compile(rf"(?<![\w-]){name}(?:s|ed|ing)?(?![\w-])", case)
    means = re.compile(
        rf"{use.pattern}[”’\"']?(?:\*\*)?(?:\s+(?:means?|is\s+(?:when|to|a|an|for))\b|:|\s+\()|\w \({name}\)", case
    )
    for step in steps:
        if isinstance(step, Terms):
            if step.terms == "all" or str(term.id) in map(str, step.terms):
                return
        elif match := use.search(plain := _plain(step, longer)):
            if not means.search(plain):
                yield _finding(term, match[0], step, match.start(), audience)
            return


def _finding(term: Term, word: str, text: SourceText, at: int, audience: str) -> Finding:
    what = f"“{word}” may be a hard word for {audience}, and nothing before it says what it means."
    todo = f"Explain it here, or use a `terms` block with `{term.id}` before it."
    if audience not in term.audiences:
        todo = "Use an everyday word, or explain it here in one short sentence."
    return RULE.review(what, todo, text.place_of(at))


RULE = read_rule(__name__, __doc__, check)
