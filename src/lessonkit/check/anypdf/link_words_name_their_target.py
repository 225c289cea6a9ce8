"""The words of a link say where it leads, and lead there.

Screen readers list the links of a file by their words alone: “click here” five times over tells nothing, and an
address that leads to another one misleads.

Passes: “Childline website”; one target for the same words.
Fails: “click here”; no words; “www.iwf.org.uk” that leads to another site; “0800 1111” that rings somebody else. For a
person to look at: “0800 1111” that opens a page.
Fix: In Word, right-click the link, Edit Link, Text to display, and export again.
Clause: WCAG 2.2 SC 2.4.4, 2.4.9; EN 301 549 10.2.4.4
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import unquote

from lessonkit.check.anypdf.contacts import contacts, dialled, digits, is_among, mails, nearly, same_number, telephones
from lessonkit.check.anypdf.facts import Node
from lessonkit.check.anypdf.linking import Linked, linked
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Let its words name what is there."
EMPTY = frozenset({"here", "click here", "click", "more", "read more", "link", "this link", "this", "this page"}) | {
    *("see here", "go", "download", "details", "more info", "learn more", "find out more", "continue", "website"),
}
SITE = re.compile(r"^(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?#]\S*)?$", re.IGNORECASE)

NUMBER = re.compile(r"\D{0,20}?(\+?\d[\d\s().–-]+\d)\W*")
SHORTEST = 3
"""Digits of a telephone number."""
UNITED_KINGDOM = "44"
FEW_WORDS = 5
"""A longer link may name a number beside what it leads to."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    targets: dict[str, str] = {}
    whole = _whole_words(subject)
    for link in linked(subject):
        words = link.words.strip().casefold()
        target = link.target
        if not words:
            if not link.has_picture:
                yield RULE.fail("A link has no words.", TODO, **link.spot)
        elif words.strip(" .…>»→") in EMPTY:
            yield RULE.fail(f"The link {quoted(link.words)} does not say where it leads.", TODO, **link.spot)
        elif _misleads(link) or (_is_another(link.words, target) and _is_another(whole[link.node], target)):
            what = f"The link {quoted(link.words)} leads to {quoted(target)}."
            yield RULE.fail(what, TODO, **link.spot)
        elif target.startswith("tel:") and (slip := _slip(subject, dialled(target))):
            what = f"The link {quoted(link.words)} leads to {quoted(target)}, but the text has {slip}."
            yield RULE.fail(what, TODO, **link.spot)
        elif contacts(words) and target.startswith(("https:", "http:")) and len(words.split()) <= FEW_WORDS:
            what = f"The link {quoted(link.words)} opens a page, {quoted(target)}, and reaches nobody."
            yield RULE.review(what, "Let it ring or write, or let its words name the page.", **link.spot)
        elif not words.isdigit() and targets.setdefault(words, target) != target:
            what = f"The link {quoted(link.words)} leads to two targets, {quoted(targets[words])} and {quoted(target)}."
            yield RULE.review(what, "Give each its own words.", **link.spot)


def _misleads(link: Linked) -> bool:
    """The words are an address, and it leads to another site."""
    said, leads = SITE.match(link.words.strip()), SITE.match(link.target.strip())
    if said is None or leads is None:
        return False
    one, other = (found[1].casefold().removeprefix("www.") for found in (said, leads))
    return one != other and not one.endswith(f".{other}") and not other.endswith(f".{one}")


def _slip(subject: AnyPdf, number: str) -> str:
    """A number in the text that differs in a digit or two from one that is not there."""
    if is_among(subject.telephones, number):
        return ""
    short = number.removeprefix(UNITED_KINGDOM)
    known = subject.telephones.items()
    return next((shown for other, shown in known if nearly(short, other) or nearly(number, other)), "")


def _whole_words(subject: AnyPdf) -> dict[Node, str]:
    """The words of each link with those of its neighbours that lead to the same target: some programs tag each word."""
    found: dict[Node, str] = {}
    for _, group in groupby(linked(subject), lambda link: (link.node.parent, link.target)):
        links = list(group)
        found |= dict.fromkeys((link.node for link in links), " ".join(link.words for link in links))
    return found


def _is_another(words: str, target: str) -> bool:
    """The words are a telephone number or a mail address, and the target is another one."""
    kind, _, address = target.strip().partition(":")
    if kind.casefold() in ("tel", "sms"):
        said = NUMBER.fullmatch(words.strip())
        numbers = {digits(said[1])} if said else set(telephones(words))
        numbers = {number for number in numbers if len(number) >= SHORTEST}
        return bool(numbers) and not any(same_number(number, dialled(address)) for number in numbers)
    if kind.casefold() == "mailto" and (named := mails(words)):
        return not named & mails(unquote(address.partition("?")[0]).replace(",", " "))
    return False


RULE = read_rule(__name__, __doc__, check)
