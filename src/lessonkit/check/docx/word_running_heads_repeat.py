"""What running heads and feet of the Word file say, its text or its title says too.

Screen readers pass over heads and feet, and so do programs that show the file without pages.

Passes: a head with the document's title and the page number.
Fails: nothing fails. For a person to look at: a telephone number or a warning that only the foot has; a typed
page number, “– 3 –”; even pages without one.
Fix: In Word, write it into the text too; heads and feet are under Insert, Header.
Clause: WCAG 2.2 SC 1.3.1; DX-W06
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import OFF, RUNNING, W, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import FIELD, fold

PARTS = re.compile(r"\s[·•|–—-]\s|\t|;\s|\s{2,}")
"""What stands between the parts of a running line."""
PAGE_WORDS = re.compile(r"\W*(page|p|pages|of|and|side|seite|von|tudalen|o|\d+|\W)*", re.IGNORECASE)
"""“Page 1 of 2”, without or with its numbers."""
TYPED_PAGE = re.compile(r"\b(page|seite|tudalen|pagina)\s*\d|^\W*\d{1,3}\W*$", re.IGNORECASE)
SHORTEST = 4


def check(file: WordFile) -> Iterator[Finding]:
    for line in dict.fromkeys(_typed_pages(file)):
        what = f"The page number in “{line[:40]}” is typed, and the same on every page."
        yield RULE.review(what, "In Word, choose Insert, Page Number.", file.place(""), quote=line)
    if _is_lost_on_even_pages(file):
        what = "Even pages have no running head or foot, and so no page number."
        yield RULE.review(what, "In Word, Header & Footer, untick Different Odd & Even Pages.", file.place(""))
    said = _letters(" ".join((*file.lines(), file.title, file.subject, file.author)))
    if file.source:
        # What the document says of itself there, its version and that it is a draft, is no news to its readers.
        said += _letters(" ".join((file.source.draft, *map(str, file.source.extra.values()))))
    for line in dict.fromkeys(_running_lines(file)):
        for part in PARTS.split(line):
            if len(_letters(part)) >= SHORTEST and not PAGE_WORDS.fullmatch(part) and _letters(part) not in said:
                what = f"Only a running head or foot says “{part.strip()[:40]}”."
                yield RULE.review(what, "Say it in the text too.", file.place(""), quote=part.strip())


def _is_lost_on_even_pages(file: WordFile) -> bool:
    """True if even pages are to have heads or feet of their own, and nobody wrote any."""
    settings = file.part("settings")
    parted = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
    kinds = {attribute(one, "type") for one in file.body.iter(f"{W}headerReference", f"{W}footerReference")}
    return parted is not None and attribute(parted, "val") not in OFF and "default" in kinds and "even" not in kinds


def _typed_pages(file: WordFile) -> Iterator[str]:
    """Lines with a page number that was typed, and so is the same on each page."""
    for root in file.text_parts():
        for line in root.iter(f"{W}p") if root.tag in RUNNING else ():
            told = [*(node.text or "" for node in line.iter(f"{W}instrText")),
                    *(attribute(node, "instr") for node in line.iter(f"{W}fldSimple"))]  # fmt: skip
            if TYPED_PAGE.search(_words(line)) and not any("PAGE" in one.upper() for one in told):
                yield _words(line)


def _running_lines(file: WordFile) -> Iterator[str]:
    for root in file.text_parts():
        if root.tag in RUNNING:
            yield from (_words(line) for line in root.iter(f"{W}p"))


def _words(line: etree._Element) -> str:
    return raw_text(line).replace(FIELD, "").strip()


def _letters(text: str) -> str:
    return "".join(sign for sign in fold(text).casefold() if sign.isalnum())


RULE = read_rule(__name__, __doc__, check)
