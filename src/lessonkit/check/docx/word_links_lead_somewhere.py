"""Every link in the Word file says where it leads, and leads there.

People who move from link to link hear the words of the link alone.

Passes: “Childline’s website”, linked to its https address; “0800 1111”, linked to its number.
Fails: “https://example.org/a/b” or “click here” as the words; an address that is no web, mail or phone address; a link
to a bookmark that does not exist; the same words for two addresses; words that only look like a link;
“www.childline.org.uk”, linked to another website.
For a person to look at: a typed address that is no link; a link that looks like the words around it, or comes in two
pieces.
Fix: In Word, right-click the link, Edit Link: an address that works, and words that name where it leads.
Clause: EN 301 549 10.2.4.4; WCAG 2.2 SC 2.4.4; DX-E12
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.appearance import contrast
from lessonkit.check.document.link_says_where_it_leads import EMPTY_WORDS
from lessonkit.check.document.link_words_are_the_true_address import misleads
from lessonkit.check.docx.looks import Look, looks_of
from lessonkit.check.docx.names import R, W, ancestor, attribute
from lessonkit.check.docx.package import relationships_name
from lessonkit.check.docx.text import in_contents, raw_text
from lessonkit.check.docx.wordfile import WordFile, WordLink
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

SAYS_NOTHING = {"", "here", "click here", "link", "this link", "more", "read more", "this page", "website",
                "learn more", "see more", "details", "more details", "more information", "this", "this website", "hier",
                "mehr", "click this link", "follow this link", "download", "weiterlesen", "en savoir plus", "ici",
                "cliquez ici", "yma", "cliciwch yma", *EMPTY_WORDS}  # fmt: skip
VAGUE = re.compile(
    r"(please )?(click|tap|press|follow) (on )?(here|this|this link|the link)"
    r"( (to|for) (find out |read |learn |see )?(more|details|(more|further) (details|information)))?"
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
HOST = re.compile(r"([\w-]+\.)+(com|org|net|uk|gov|edu|info|eu|ie|wales|cymru|scot|london|de|fr|es|it|nl|pl)")
"""Words such as “policy.pdf” look like one, and are a file."""
ENDS = " .:…!»>→"
SHORTEST = 3
REFERENCES = ("REF", "PAGEREF", "NOTEREF")
RAW_ADDRESS = re.compile(r"(https?://|mailto:|tel:|sms:)\S*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|(tel|sms):\+?[\d-]+", re.IGNORECASE)
LOCAL = re.compile(
    r"https?://(localhost|127\.|10\.|192\.168\.|[\w.-]+\.local\b|[\w-]+([:/]|$)|mail\.google\.com/mail/"
    r"|outlook\.(office|office365|live)\.com/(mail|owa)/)",
    re.IGNORECASE,
)
"""Computers, networks and letter boxes of one person or school."""
FILTERED = re.compile(
    r"https?://[\w.-]*(safelinks\.protection\.outlook|urldefense(\.proofpoint)?)\.com/", re.IGNORECASE
)
WATCHED = re.compile(
    r"https?://(www\.google(\.\w+){1,2}/url|(www\.)?bing\.com/ck/|lm?\.facebook\.com/l\.php|t\.co/)\b",
    re.IGNORECASE,
)
"""What copying a link out of a search or of a social network leaves."""
STRAY = re.compile(r"^https?:(.*(%20|[,;])|[^(]*\)\.?)$", re.IGNORECASE)
"""A space, or what ends a sentence or a bracket that began before the address."""
NO_WORDS = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr")}
BLACK, LEAST_APART = "#000000", 3.0
"""To 1, between a link without a line and the words around it (WCAG, technique G183)."""
BARE = re.compile(r"\b(https?://|www\.)[\w-]+(\.[\w-]+)+\S*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+", re.IGNORECASE)
"""An address that somebody typed."""
TODO = "Say in the words of the link where it leads."


def check(file: WordFile) -> Iterator[Finding]:
    targets: dict[str, str] = {}
    for paragraph in (*file.paragraphs, *file.running):
        place = file.place(paragraph.text)
        for link in paragraph.links:
            if fault := _fault(file, link):
                yield RULE.fail(f"The link “{link.text}” {fault}.", TODO, place, quote=paragraph.text)
            # A contents entry repeats the words of its heading, which may be those of a link elsewhere.
            first = link.target if paragraph.in_contents else targets.setdefault(link.text.lower(), link.target)
            if first != link.target:
                what = f"The words “{link.text}” link to {first} and to {link.target}."
                yield RULE.review(what, "Give different addresses different words.", place, quote=link.text)
    yield from _only_blue(file)
    yield from _not_linked(file)
    yield from _unseen(file)
    yield from _in_pieces(file)
    for one in file.fields:
        if one.name in REFERENCES and one.argument and one.argument not in file.bookmarks:
            what = f"The reference “{fold(one.result)[:40]}” leads to {one.argument}, which does not exist."
            yield RULE.fail(what, "Mend the reference, or delete it.", file.place(""), quote=fold(one.result))


def _only_blue(file: WordFile) -> Iterator[Finding]:
    """Words that look like a link and are none."""
    blue = {style.id for style in file.styles.values() if style.name.lower() == "hyperlink"}
    linked = {field.paragraph for field in file.fields if field.name in ("HYPERLINK", "TOC", *REFERENCES)}
    for node in file.body.iter(f"{W}rStyle"):
        line = ancestor(node, "p")
        if attribute(node, "val") in blue and ancestor(node, "hyperlink") is None and line not in linked:
            run = ancestor(node, "r")
            text = "" if run is None else fold(raw_text(run))
            if text and line is not None and not in_contents(line):
                what = f"“{text[:40]}” looks like a link, but leads nowhere."
                yield RULE.review(what, "Link it, or take its look away.", file.place(raw_text(line)), quote=text)


def _not_linked(file: WordFile) -> Iterator[Finding]:
    """Addresses on which a click does nothing."""
    for paragraph in file.paragraphs:
        found = BARE.search(paragraph.raw)
        if found and not paragraph.links:
            what = f"The address “{found[0][:60].rstrip('.,;:)')}” is no link."
            todo = "Put the cursor behind it and press the space bar, or choose Insert, Link."
            yield RULE.review(what, todo, file.place(paragraph.text), quote=paragraph.text)


def _unseen(file: WordFile) -> Iterator[Finding]:
    """Links that look like the words around them."""
    looks = looks_of(file)
    for node in file.body.iter(f"{W}hyperlink"):
        run = next((one for one in node.iter(f"{W}r") if fold(raw_text(one))), None)
        line = ancestor(node, "p")
        if run is None or line is None or not node.get(f"{R}id") or in_contents(line):
            continue
        others = [one for one in line.iterfind(f"{W}r") if fold(raw_text(one))]
        look = looks.of(run)
        if others and not look.underlined and _is_alike(look, looks.of(others[0])):
            text = fold(raw_text(node))
            what = f"The link “{text[:40]}” looks like the words around it."
            yield RULE.review(what, "Give it the style Hyperlink.", file.place(raw_text(line)), quote=text)


def _is_alike(look: Look, other: Look) -> bool:
    """True if two colours are the same to many readers, and the letters are as heavy."""
    if look.colour == other.colour:
        return True
    return look.bold == other.bold and contrast(look.colour or BLACK, other.colour or BLACK) < LEAST_APART


def _in_pieces(file: WordFile) -> Iterator[Finding]:
    """Links that end within a word, before another one to the same address or before the rest of the word."""
    related = file.trees.get(relationships_name(file.main))
    targets = {} if related is None else {one.get("Id", ""): one.get("Target", "") for one in related}
    for node in file.body.iter(f"{W}hyperlink"):
        after = next((one for one in node.itersiblings() if one.tag not in NO_WORDS), None)
        one, other = raw_text(node), "" if after is None else raw_text(after)
        if not node.get(f"{R}id") or after is None or not one[-1:].isalnum() or not other[:1].isalnum():
            continue
        if after.tag == node.tag and targets.get(node.get(f"{R}id", "")) == targets.get(after.get(f"{R}id", ""), ""):
            what = f"The link “{fold(one + other)[:40]}” is in two pieces, and people come to it twice."
            yield RULE.review(what, "Delete it, and write it anew.", file.place(""), quote=fold(one))
        elif after.tag == f"{W}r" and other[:2].isalpha():
            what = f"The link “{fold(one)[:40]}” ends within a word."
            yield RULE.review(what, "Make the whole word a link.", file.place(""), quote=fold(one))


def _shows_another(said: str, target: str) -> bool:
    """True if these words are an address or a number, but that of somebody else."""
    words = said.strip(" .")
    if MAIL.fullmatch(words):
        return target.partition("?")[0].casefold() != f"mailto:{words}".casefold()
    host = (words.partition("://")[2] or words).partition("/")[0].lower().removeprefix("www.")
    if target.startswith("http") and (not HOST.fullmatch(host) or f".{host}" in f".{target.lower()}"):
        return False
    return misleads(words, target) or (target.startswith(("tel:", "sms:")) and HOST.fullmatch(host) is not None)


def _fault(file: WordFile, link: WordLink) -> str:
    said = link.text.lower().strip(ENDS)
    if said in SAYS_NOTHING or VAGUE.fullmatch(said):
        return "does not say where it leads"
    if len(link.text) < SHORTEST and not link.target.startswith(("tel:", "sms:")):
        return "has too few words to say where it leads"
    if RAW_ADDRESS.fullmatch(link.text):
        return "has its address as its words"
    if link.target.startswith("#"):
        return "" if link.target[1:] in file.bookmarks else f"leads to {link.target}, which does not exist"
    if not link.target:
        return "leads nowhere"
    if LOCAL.match(link.target):
        return f"leads to “{link.target}”, which only its author can open"
    if ADDRESS.fullmatch(link.target) and _shows_another(link.text, link.target):
        return f"shows another address than the one it leads to, {link.target}"
    if ADDRESS.fullmatch(link.target) and _shows_another(link.tooltip, link.target):
        return f"shows another address to the mouse than the one it leads to, {link.target}"
    if STRAY.search(link.target):
        return f"leads to “{link.target}”, whose last sign was typed behind the address"
    if FILTERED.match(link.target):
        return "leads through the filter of somebody’s mail program"
    if WATCHED.match(link.target):
        return "leads through a page that notes who follows it"
    return "" if ADDRESS.fullmatch(link.target) else f"leads to “{link.target}”, which is no address"


RULE = read_rule(__name__, __doc__, check)
