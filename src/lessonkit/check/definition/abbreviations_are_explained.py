"""An abbreviation is said in full somewhere in the document.

People outside the school do not know its letters, and nobody likes to ask.

Passes: the Designated Safeguarding Lead (DSL); a glossary with DSL.
Fails: Ask the DSL.
Clause: WCAG 2.2 SC 3.1.4
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.sources import Sources, explained, names, passages
from lessonkit.source.typed_contacts import without_targets

SHORT = re.compile(r"(?<![\w.-])[A-Z]{2,6}(?=s?\b)(?![\w’']*[-.]\w)(?!\s+[A-Z]{2,}\b)")
EVERYDAY = frozenset(("AM", "BBC", "CD", "DVD", "GP", "ID", "II", "III", "IT", "OK", "PC", "PDF", "PE", "PM", "PS"))
EVERYDAY |= frozenset(("QR", "SIM", "SMS", "TV", "UK", "US", "USA", "USB", "AI"))


def check(subject: Sources) -> Iterator[Finding]:
    every = [(passage.text, without_targets(passage.text)) for passage in passages(subject.definition)]
    whole = " ".join(plain for _, plain in every)
    known = EVERYDAY | explained(subject) | _named(subject)
    seen: set[str] = set()
    for text, plain in every:
        for match in SHORT.finditer(plain):
            short = match[0]
            if short in known or short in seen or _is_shouted(plain, match) or _is_said_in_full(short, whole):
                continue
            seen.add(short)
            todo = f"Say it in full the first time: `words in full ({short})`, or add it to the glossary."
            yield RULE.review(f"“{short}” is never said in full.", todo, text.place_of(match.start()))


def _named(subject: Sources) -> set[str]:
    """Short forms that are names of helpers outside the school: people know them by these letters."""
    outside = [contact for contact in subject.library.contacts.values() if contact.ways]
    return {word for name in names(outside) for word in re.findall(r"[A-Z]{2,}", name)}


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """True for one of several words in capitals, which another rule is about."""
    return bool(re.search(r"[A-Z]{2,}\s+$", text[: match.start()]))


def _is_said_in_full(short: str, text: str) -> bool:
    """True if it stands in brackets after its words, or its words in brackets or after a colon behind it."""
    initials = r".*?\b".join(map(re.escape, short))
    return bool(re.search(rf"\w\s+\({short}s?\)|\b{short}s?\s+\(\w+|\b{short}:\s+\b(?i:{initials})", text))


RULE = read_rule(__name__, __doc__, check)
