"""Every link leads to something.

A link into nothing costs whoever uses a keyboard or a screen reader the most: they find out last.

Passes: https://www.childline.org.uk; a heading in this file.
Fails: a target that does not exist; an address without https:; a file on somebody's own computer.
Fix: In Word, right-click the link, Edit Link, and export again. In Acrobat, Edit PDF, Link, Properties, Actions.
Clause: WCAG 2.2 SC 2.4.4; ISO 32000-1 12.3.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lessonkit.check.anypdf.linking import linked
from lessonkit.check.anypdf.subject import AnyPdf, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Correct the link in the source."
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
DISK = re.compile(r"[a-z]:[\\/]|\\\\", re.IGNORECASE)
"""A drive, or a shared folder."""
LOCAL = re.compile(
    r"(?:\w+@)?(?:localhost|127\.|10\.|192\.168\.|[\w.-]+\.local\b|(?:www\.)?example\.(?:com|org|net)$)", re.I
)
COMMANDS = frozenset({"JavaScript", "Named", "SubmitForm", "ResetForm", "SetOCGState", "Hide", "Rendition", "GoToDp"})


def check(subject: AnyPdf) -> Iterator[Finding]:
    for annotation in subject.facts.annotations:
        if annotation.kind == "Link" and not annotation.hidden:
            wrong = "leads to a place that does not exist" if annotation.target == 0 else _wrong(annotation.address)
            if wrong and (annotation.target == 0 or annotation.target is None):
                named = quoted(annotation.contents or annotation.address or "without words")
                spot = at(annotation.page, annotation.contents, annotation.box)
                yield RULE.fail(f"The link {named} on page {annotation.page} {wrong}.", TODO, **spot)
    yield from _to_other_parts(subject)


def _to_other_parts(subject: AnyPdf) -> Iterator[Finding]:
    """Links that have the words of a heading and lead to a page where it is not."""
    pages: dict[str, set[int]] = {}
    for heading in subject.headings:
        pages.setdefault(heading.text.casefold(), set()).add(heading.page)
    for link in linked(subject):
        target = link.annotations[0].target
        stands = pages.get(link.words.strip().casefold())
        if target and stands and target not in stands and not link.node.inside("TOC"):
            what = f"The link {quoted(link.words)} leads to page {target}; that part is on page {min(stands)}."
            yield RULE.fail(what, TODO, **link.spot)


def _wrong(address: str) -> str:
    if address in COMMANDS:
        return ""
    if not address.strip():
        return "has no address"
    if DISK.match(address):
        return f"leads to a file on somebody's own computer, {quoted(address)}"
    if not SCHEME.match(address):
        return f"has an address without https: before it, {quoted(address)}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"has an address that is none, {quoted(address)}"
    if parts.scheme == "file":
        return f"leads to a file on somebody's own computer, {quoted(address)}"
    if parts.scheme in ("http", "https") and LOCAL.match(parts.netloc):
        return f"leads to an address that only its author can open, {quoted(address)}"
    if parts.scheme in ("http", "https") and ("." not in parts.netloc or " " in address):
        return f"has an address that is none, {quoted(address)}"
    if parts.scheme == "mailto" and "@" not in parts.path and not parts.query:
        return f"has an address that is none, {quoted(address)}"
    return ""


RULE = read_rule(__name__, __doc__, check)
