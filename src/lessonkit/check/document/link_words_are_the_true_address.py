"""An address or number that a link shows is the one it leads to.

On paper readers type what they see; on a screen they land where they did not want to go, and stop trusting links.

Passes: www.iwf.org.uk/report, which leads to https://www.iwf.org.uk/report.
Fails: www.childline.org.uk, which leads to the IWF; 0800 1111, which calls another number.
Clause: WCAG 2.2 SC 2.4.4
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.reading import plain

ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.I)
NUMBER = re.compile(r"\+?[\d\s()-]{3,}")
TODO = "Correct the one that is wrong."


def check(subject: Designed) -> Iterator[Finding]:
    for link in subject.links():
        words = plain(link.children)
        if misleads(words.strip(" ."), link.target):
            what = f"“{words}” leads to {link.target.removeprefix('tel:').removeprefix('sms:')}."
            yield RULE.fail(what, TODO, link.place)


def misleads(words: str, target: str) -> bool:
    """True if these words are an address or a number, but another one than the target."""
    if target.startswith(("http:", "https:")):
        shown = ADDRESS.fullmatch(words)
        return shown is not None and _host(shown[1]) != _host(urlsplit(target).hostname or "")
    if target.startswith(("tel:", "sms:")):
        return NUMBER.fullmatch(words) is not None and _figures(words) != _figures(target)
    return False


def _host(name: str) -> str:
    return name.lower().removeprefix("www.")


def _figures(number: str) -> str:
    """The figures of a number; with or without the country it is the same."""
    return re.sub(r"^(?:\+44|0044)0?", "0", re.sub(r"[^\d+]", "", number))


RULE = read_rule(__name__, __doc__, check)
