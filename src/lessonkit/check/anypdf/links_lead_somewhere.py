"""Every link leads to something.

A link into nothing costs whoever uses a keyboard or a screen reader the most: they find out last.

Passes: https://www.childline.org.uk; a heading in this file.
Fails: a target that does not exist; an address without https:; a file on somebody's own computer; one that holds a
password. For a person to look at: an address that ends in a bracket; one that a mail filter has put its own before.
Fix: In Word, right-click the link, Edit Link, and export again. In Acrobat, Edit PDF, Link, Properties, Actions.
Clause: WCAG 2.2 SC 2.4.4; ISO 32000-1 12.3.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from lessonkit.check.anypdf.contacts import MAIL
from lessonkit.check.anypdf.linking import linked
from lessonkit.check.anypdf.outline_matches_headings import is_below
from lessonkit.check.anypdf.subject import AnyPdf, Block, at, quoted
from lessonkit.check.rule import Finding, read_rule

TODO = "Correct the link in the source."
NUMBER = re.compile(r"[\s.…]*\d{1,4}$")
"""Of the page, in a list of contents."""
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
DISK = re.compile(r"[a-z]:[\\/]|\\\\", re.IGNORECASE)
"""A drive, or a shared folder."""
LOCAL = re.compile(
    r"(?:\w+@)?(?:localhost|127\.|10\.|192\.168\.|[\w.-]+\.local\b|(?:www\.)?example\.(?:com|org|net)$)", re.I
)
NOTHING = re.compile(r"(?:javascript|about|data|blob):", re.IGNORECASE)
TYPED = re.compile(r"(?!https?:)(?:h?t{1,3}p{0,2}s{0,2}:/|(?:mailt|maito|mailo|malto):)", re.IGNORECASE)
"""Slips of the keyboard."""
SPACE = re.compile(r"\s")
RINGS = re.compile(r"\+?(?:[\s().*#-]*\d){3,15}[\s().#*-]*(?:[;,&].*)?")
HOST = re.compile(r"[\w.:@%\[\]-]+")
PASSED_ON = re.compile(
    r"https?://(?:[\w-]+\.safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|l\.facebook\.com"
    r"|(?:www\.)?google\.[a-z.]+/url\?|[\w-]+\.translate\.goog)",
    re.IGNORECASE,
)
"""Programs that put their own address before another."""
LAST = 30
"""Of its letters are quoted."""
COMMANDS = frozenset({"JavaScript", "Named", "SubmitForm", "ResetForm", "SetOCGState", "Hide", "Rendition", "GoToDp"})


def check(subject: AnyPdf) -> Iterator[Finding]:
    for annotation in subject.facts.annotations:
        if annotation.kind == "Link" and not annotation.hidden:
            wrong = "leads to a place that does not exist" if annotation.target == 0 else _wrong(annotation.address)
            if wrong and (annotation.target == 0 or annotation.target is None):
                named = quoted(annotation.contents or annotation.address or "without words")
                spot = at(annotation.page, annotation.contents, annotation.box)
                yield RULE.fail(f"The link {named} on page {annotation.page} {wrong}.", TODO, **spot)
            elif doubt := _doubtful(annotation.address):
                spot = at(annotation.page, annotation.contents, annotation.box)
                yield RULE.review(f"A link on page {annotation.page} {doubt}.", TODO, **spot)
    yield from _to_other_parts(subject)


def _to_other_parts(subject: AnyPdf) -> Iterator[Finding]:
    """Links that have the words of a heading and lead to a page where it is not, or below it."""
    named: dict[str, list[Block]] = {}
    for heading in subject.headings:
        named.setdefault(heading.text.casefold(), []).append(heading)
    for link in linked(subject):
        target, top = link.annotations[0].target, link.annotations[0].top
        headings = named.get(NUMBER.sub("", link.words).strip().casefold(), [])
        here = [heading for heading in headings if heading.page == target]
        if target and headings and not here and not link.node.inside("TOC"):
            what = f"The link {quoted(link.words)} leads to page {target}; that part is on page {headings[0].page}."
            yield RULE.fail(what, TODO, **link.spot)
        elif here and all(is_below(top, heading) for heading in here):
            what = f"The link {quoted(link.words)} leads to a place below that part."
            yield RULE.fail(what, TODO, **link.spot)


def _wrong(address: str) -> str:
    if address in COMMANDS:
        return ""
    if not address.strip():
        return "has no address"
    if NOTHING.match(address):
        return f"leads nowhere, with {quoted(address)}"
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
    if ":" in parts.netloc.rpartition("@")[0]:
        return f"has an address that holds a password, {quoted(address)}"
    none = _is_none(parts) or TYPED.match(address) or (parts.scheme.startswith("http") and SPACE.search(address))
    return f"has an address that is none, {quoted(address)}" if none else ""


def _is_none(parts: SplitResult) -> bool:
    if parts.scheme in ("http", "https"):
        return "." not in parts.netloc or not HOST.fullmatch(parts.netloc)
    if parts.scheme in ("tel", "sms"):
        return not RINGS.fullmatch(unquote(parts.path))
    people = [each.strip() for each in re.split("[,;]", unquote(parts.path)) if each.strip()]
    return parts.scheme == "mailto" and not (all(map(MAIL.fullmatch, people)) and (people or parts.query))


def _doubtful(address: str) -> str:
    """What may be wrong with an address, as the end of a sentence."""
    if PASSED_ON.match(address):
        return f"leads through another program, which may note who opens it: {quoted(address)}"
    if address.endswith((".", ",", ";", ">", "”", '"', "%20")) or (address.endswith(")") and "(" not in address):
        return f"has an address that ends in what may not belong to it, “… {address[-LAST:]}”"
    return ""


RULE = read_rule(__name__, __doc__, check)
