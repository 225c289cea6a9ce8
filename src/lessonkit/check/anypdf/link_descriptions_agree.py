"""The description of a link agrees with its words.

Some screen readers speak a link's description in place of its words; an address there is read out letter by letter.

Passes: “Childline website”, described as “Childline website”.
Fails: no description; the bare address; a description that says something else, or another telephone number.
Fix: In Acrobat, Tags panel, find the Link, Properties, and make its alternate text its words.
Clause: PDF/UA-1 7.18.5; WCAG 2.2 SC 2.4.4; Matterhorn 28-012
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lessonkit.check.anypdf.contacts import agree, differ
from lessonkit.check.anypdf.linking import Linked, linked
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Describe it with its own words."
ADDRESS = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]{1,12}:|www\.|#)\S+\s*$", re.IGNORECASE)
DIALLED = re.compile("(?:tel|sms):", re.IGNORECASE)
"""Without its spaces a telephone number is read in one: “eight million …”."""
WORD = re.compile(r"\w+")
SIGNS = " .()[]*†‡↑↩"
"""Around the number of a note, or in its place."""
OF_A_NOTE = re.compile(r"[^\W\d]+ (\d{1,3})")
"""“Note 2”."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for _, parts in groupby(linked(subject), _one_link):
        links = list(parts)
        words = fold(" ".join(link.words for link in links))
        for contents in dict.fromkeys(annotation.contents.strip() for annotation in links[0].annotations):
            if not contents:
                what = f"The link {quoted(words)} has no description."
            elif _is_address(contents, words):
                what = f"The link {quoted(words)} is described by its address, {quoted(contents)}."
            elif _differ(contents, words) or _is_another_number(links[0], contents):
                what = f"The link {quoted(words)} is described as {quoted(contents)}."
            else:
                continue
            yield RULE.fail(what, TODO, **links[0].spot)


def _one_link(link: Linked) -> tuple[object, ...]:
    """Some programs tag a link anew on each line that it stands on."""
    return link.node.parent, link.target, link.annotations[0].contents


def _is_address(contents: str, words: str) -> bool:
    """A description that only programs understand, and that the words do not hold."""
    bare = ADDRESS.match(contents) and _plain(contents) not in _plain(words)
    return bool(bare or (DIALLED.match(contents) and contents.partition(":")[2] not in words))


def _plain(text: str) -> str:
    return re.sub(r"^[a-z]+:(//)?|/$|\s", "", text.strip().casefold())


def _differ(contents: str, words: str) -> bool:
    """No word in common, or other contacts. The number of a note may be described by what it is."""
    said = set(WORD.findall(words.casefold()))
    if not said or words.strip(SIGNS).isdigit():
        return False
    strange = not said & set(WORD.findall(contents.casefold()))
    return (strange and not agree(words, contents)) or differ(words, contents)


def _is_another_number(link: Linked, contents: str) -> bool:
    """The number that calls a note, or the police, is described by another one."""
    number, told = link.words.strip(SIGNS), OF_A_NOTE.fullmatch(contents)
    if number.isdigit() and link.target.startswith(("tel:", "sms:")):
        return any(map(str.isdigit, contents)) and number not in contents
    return told is not None and number.isdigit() and told[1] != number and not link.node.inside("TOC")


RULE = read_rule(__name__, __doc__, check)
