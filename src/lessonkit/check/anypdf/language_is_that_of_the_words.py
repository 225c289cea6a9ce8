"""The declared language is that of the words.

Welsh read with an English voice cannot be understood, and no validator notices.

Passes: “diolch yn fawr i chi am eich help” in an element whose language is cy.
Fails: a French paragraph in a file that says en-GB.
Fix: In Word, select the words, Review, Language, Set Proofing Language, and export again. In Acrobat, Tags panel,
Properties, Language.
Clause: WCAG 2.2 SC 3.1.1, 3.1.2; PDF/UA-1 7.2; Matterhorn 11-001
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.languages import LANGUAGES, detect, is_garbled, script_of, scripts_for
from lessonkit.check.anypdf.subject import AnyPdf, Block, Spot, quoted
from lessonkit.check.rule import Finding, read_rule

CODE = re.compile(r"[a-z]{2,3}(-|$)")
SURE = 5
"""So many common words of a language, and next to none of the declared one."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[tuple[str, int, Spot]]] = {}
    for block in subject.blocks:
        for declared, text in _by_language(subject, block):
            if not CODE.match(declared):
                continue  # another rule says that the file does not name its language
            detected, sure = _detected(text, declared)
            if detected:
                found.setdefault((declared, detected), []).append((text, sure, block.spot))
    for node in subject.facts.nodes:
        declared = subject.language(node).casefold()
        if node.alt and CODE.match(declared):
            detected, sure = _detected(node.alt, declared)
            if detected:
                found.setdefault((declared, detected), []).append((node.alt, sure, subject.spot(node, node.alt)))
    yield from _garbled(subject)
    for (declared, detected), places in found.items():
        text, _, spot = places[0]
        more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
        what = f"{quoted(text)}{more} looks like {detected}, but the file says {declared}."
        sure = max(count for _, count, _ in places) >= SURE
        yield (RULE.fail if sure else RULE.review)(what, "Give these words their own language.", **spot)


def _garbled(subject: AnyPdf) -> Iterator[Finding]:
    """Words in which no common word of any language is found: their characters are wrong."""
    texts = [block.text for block in subject.blocks]
    if subject.facts.language[:2].casefold() in LANGUAGES and is_garbled(" ".join(texts)):
        what = f"{quoted(max(texts, key=len))} and the rest read like no language; the characters may be other ones."
        todo = "Copy some words from the file and paste them elsewhere; if they differ, export it with other fonts."
        yield RULE.review(what, todo)


def _by_language(subject: AnyPdf, block: Block) -> Iterator[tuple[str, str]]:
    """The words of a block, put together by the language that is declared for them."""
    texts: dict[str, list[str]] = {}
    for node in block.node.walk():
        if node is block.node or node not in subject.block_of:
            for run in subject.own_runs(node):
                texts.setdefault(subject.language(node, run).casefold(), []).append(run.said)
    yield from ((language, "".join(parts)) for language, parts in texts.items())


def _detected(text: str, declared: str) -> tuple[str, int]:
    """The language that words are in if it is not the declared one, and how sure that is."""
    script = script_of(text)
    code = declared.partition("-")[0]
    if script and script not in scripts_for(code):
        return script, SURE
    detected, count, for_declared = detect(text, code)
    if detected and detected != code and for_declared * 3 <= count:
        return LANGUAGES[detected], count if for_declared <= 1 else 0
    return "", 0


RULE = read_rule(__name__, __doc__, check)
