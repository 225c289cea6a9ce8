"""The Word file holds finished text: nothing is left to be filled in, agreed on or mended by its author.

Readers cannot tell what an author forgot from what is meant for them.

Passes: text, and controls with a title for what the reader fills in.
Fails: “Error! Bookmark not defined.” For a person to look at: “Lorem ipsum”, “[insert date]”; tracked changes;
comments.
Fix: In Word, choose Review, Accept All Changes and Delete All Comments; press F9 on a broken reference.
Clause: the project’s own promise that documents are ready to use
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.names import W
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

BROKEN = re.compile(r"Error! [^.!]{3,60}[.!]|Fehler! [^.!]{3,60}[.!]|Erreur\s?! [^.!]{3,60}[.!]")
LEFT_OVER = re.compile(
    r"«\w+»|lorem ipsum|click or tap (here )?to enter|click here to enter text|\b(TODO|TBC|TBD|FIXME)\b|\bX{3,}\b"
    r"|[\[<]\s*(insert|add|type|enter|your)\b[^\]>]*[\]>]",
    re.IGNORECASE,
)
CHANGES = ("ins", "del", "moveFrom", "moveTo")


def check(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        for paragraph in root.iter(f"{W}p"):
            yield from _left_over(file, fold(raw_text(paragraph)))
    for root in file.text_parts():
        changed = next(root.iter(*(f"{W}{name}" for name in CHANGES)), None)
        if changed is not None:
            yield RULE.review("The Word file has tracked changes.", "Accept or reject them.", file.place(""),
                              quote=fold(raw_text(changed)))  # fmt: skip
        if next(root.iter(f"{W}commentReference"), None) is not None:
            yield RULE.review("The Word file has comments.", "Delete them in what you hand out.", file.place(""))


def _left_over(file: WordFile, text: str) -> Iterator[Finding]:
    if broken := BROKEN.search(text):
        what = f"“{broken[0]}” stands where a reference should."
        yield RULE.fail(what, "Mend the reference, or delete it.", file.place(text), quote=text)
    elif left := LEFT_OVER.search(text):
        yield RULE.review(f"“{left[0]}” looks unfinished.", "Write what belongs there.", file.place(text), quote=text)


RULE = read_rule(__name__, __doc__, check)
