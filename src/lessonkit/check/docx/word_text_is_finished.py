"""The Word file holds finished text: nothing is left to be filled in, agreed on or mended by its author.

Readers cannot tell what an author forgot from what is meant for them.

Passes: text, and controls with a title for what the reader fills in.
Fails: “Error! Bookmark not defined.” For a person to look at: “Lorem ipsum”, “[date]”, “{ PAGE }”; “&nbsp;”, “## So” or
“**so**”; “the the”; tracked changes; comments.
Fix: In Word, choose Review, Accept All Changes and Delete All Comments; press F9 on a broken reference.
Clause: the project’s own promise that documents are ready to use
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import OFF, W, attribute
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

BROKEN = re.compile(r"Error! [^.!]{3,60}[.!]|Fehler! [^.!]{3,60}[.!]|Erreur\s?! [^.!]{3,60}[.!]"
                    r"|^No (table of (contents|figures|authorities)|index) entries found\.")  # fmt: skip
LEFT_OVER = re.compile(
    r"«\w+»|lorem ipsum|click or tap (here )?to enter|click here to enter text|\b(TODO|TBC|TBD|FIXME)\b|\bX{3,}\b"
    r"|[\[<]\s*(insert|add|type|enter|your)\b[^\]>]{0,80}[\]>]|\{\{[^{}]{0,80}\}\}"
    r"|\\\* ?MERGEFORMAT|^(type|write|text|title|name) here\W*$"
    r"|\b(name|logo|address|date|photo|picture|text|title) (goes )?here\b"
    r"|[\[<](the )?((first|last|full|school|child(’|')?s|pupil|teacher|staff)[ _-]?)?"
    r"(name|date|time|place|venue|phone( number)?|telephone|e-?mail|address|school|year|class|title)[\]>]"
    r"|\b(at|on|by|from|until|to|in|ring|call) \?\?(?![\w?])|\bxx:xx\b|\w\[edit\]$|\[citation needed\]"
    r"|\bas an ai (language )?(model|assistant)\b|^(certainly|sure|of course)! here(’s|'s| is| are) (an?|the|your)\b"
    r"|\u3010\d+†|contentReference\[oaicite|#(REF|DIV/0|VALUE|NUM)!|#NAME\?|\[object Object\]|\$\{\w{1,40}\}"
    r"|\?\? (january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
MARKUP = re.compile(
    r"&(nbsp|amp|quot|lt|gt|#\d{2,4});|</?(b|i|u|p|br|strong|em|span|div)\s?/?>"
    r"|\*\*[^\W\d_][^*]*\*\*|\]\(https?://|^#{2,6} [^\W\d_]|(?<![\w`])`[^`]{1,60}`(?![\w`])"
    r"|(?<!\w)__[^\W\d_][^_]* [^_]*__(?!\w)|\\(frac|sqrt|begin|text)\{|\\(times|cdot)\b"
    r"|_x00[01][0-9A-F]_|\\u[0-9a-f]{4}|(?<!\S)[^\W\d_]+%20"
)
"""What a program should have turned into looks or signs."""
GAP = re.compile(
    r"\{ ?(MERGEFIELD|PAGE|NUMPAGES|DATE|REF|TOC)\b[^{}]{0,60}\}"
    r"|(?<![\w/$])\{[a-z]+(_[a-z]+)+\}|(?<![\w%])%[A-Z]+(_[A-Z]+)*%(?!\w)"
)
"""What a program should have filled in."""
CODE = re.compile(r"code|html|verbatim|source|preformat|monospace", re.IGNORECASE)
TWICE = re.compile(r"\b(the|a|an|and|of|for|with|your|our) \1\b(?! [(“])", re.IGNORECASE)
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange")


def check(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        for paragraph in root.iter(f"{W}p"):
            yield from _left_over(file, fold(raw_text(paragraph)), paragraph)
    for root in file.text_parts():
        changed = next(root.iter(*(f"{W}{name}" for name in CHANGES)), None)
        if changed is not None:
            yield RULE.review("The Word file has tracked changes.", "Accept or reject them.", file.place(""),
                              quote=fold(raw_text(changed)))  # fmt: skip
        if next(root.iter(f"{W}commentReference"), None) is not None:
            yield RULE.review("The Word file has comments.", "Delete them in what you hand out.", file.place(""))
    for field in file.fields:
        if field.name == "MACROBUTTON" and (words := field.instruction.split(maxsplit=2)[2:]):
            what = f"“{fold(words[0])}” looks unfinished."
            yield RULE.review(what, "Write what belongs there.", file.place(""), quote=fold(words[0]))
    settings = file.part("settings")
    tracks = None if settings is None else settings.find(f"{W}trackRevisions")
    if tracks is not None and attribute(tracks, "val") not in OFF:
        todo = "In Word, choose Review, Track Changes, and switch it off."
        yield RULE.review("Word marks what readers write as tracked changes.", todo, file.place(""))


def _left_over(file: WordFile, text: str, paragraph: etree._Element) -> Iterator[Finding]:
    if broken := BROKEN.search(text):
        what = f"“{broken[0]}” stands where a reference should."
        yield RULE.fail(what, "Mend the reference, or delete it.", file.place(text), quote=text)
    elif left := LEFT_OVER.search(text) or _gap(file, text, paragraph):
        yield RULE.review(f"“{left[0]}” looks unfinished.", "Write what belongs there.", file.place(text), quote=text)
    elif (left := MARKUP.search(text)) and not _is_code(file, paragraph):
        what = f"“{left[0][:40]}” is a sign for a program."
        yield RULE.review(what, "Delete it, and use a style for its looks.", file.place(text), quote=text)
    elif twice := TWICE.search(text):
        yield RULE.review(f"“{twice[0]}” says a word twice.", "Delete one.", file.place(text), quote=text)


def _gap(file: WordFile, text: str, paragraph: etree._Element) -> re.Match[str] | None:
    found = GAP.search(text) if "{" in text or "%" in text else None
    return None if found and _is_code(file, paragraph) else found


def _is_code(file: WordFile, paragraph: etree._Element) -> bool:
    """True for a paragraph that is, or holds, words of a program, by the names of its styles."""
    ids = (attribute(one, "val") for one in paragraph.iter(f"{W}pStyle", f"{W}rStyle"))
    return any(CODE.search(style.name) for one in ids for style in file.ancestry(one))


RULE = read_rule(__name__, __doc__, check)
