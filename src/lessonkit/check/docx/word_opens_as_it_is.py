"""Word opens the file as one of its own, not in compatibility mode, and without a question.

In compatibility mode Word sets text as it did long ago, and keeps back what it can do for readers now.

Passes: compatibility mode 15, which is that of Word 2013 and later.
Fails: fields that Word must count first; macros. For a person to look at: a lower mode, or none; addresses of a mail
merge; a packed file; a film; a template elsewhere; a date that becomes the day on which somebody opens the file.
Fix: In Word, File, Info, Convert.
Clause: the project’s own promise that files are pleasant to edit; DX-W03
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.names import OFF, W, attribute
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

NEWEST = "15"
OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
TODAY = ("DATE", "TIME")
ADDRESSES = ("query", "dataSource")
"""What a mail merge takes names and addresses from."""
PROGRAMS = ("/vbaProject", "/control")
"""Kinds of relationships: macros and ActiveX controls."""
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
FILM = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
ELSEWHERE = re.compile(r"https?:|(file:)?[/\\]*[/\\]{2}[^/\\:]+[/\\]", re.IGNORECASE)
"""An address on the web or on the server of a school, not on a disk such as C:."""


def check(file: WordFile) -> Iterator[Finding]:
    settings = file.part("settings")
    modes = [] if settings is None else settings.findall(f"{W}compat/{W}compatSetting")
    mode = next((attribute(one, "val") for one in modes if attribute(one, "name") == "compatibilityMode"), "none")
    if mode != NEWEST:
        todo = "In Word, choose File, Info, Convert."
        yield RULE.review(f"Word opens the file in compatibility mode ({mode}).", todo, file.place(""))
    if _asks(file):
        todo = "In Word, press Ctrl+A and F9, and save the file."
        yield RULE.fail("Word asks whoever opens the file whether it should update its fields.", todo, file.place(""))
    if settings is not None and any(settings.find(f"{W}mailMerge/{W}{name}") is not None for name in ADDRESSES):
        todo = "In Word, choose Mailings, Start Mail Merge, Normal Word Document, and save the file."
        what = "Word may ask whoever opens the file for the addresses of a mail merge."
        yield RULE.review(what, todo, file.place(""))
    yield from _of_today(file)
    yield from _for_word_alone(file)
    yield from _related(file)


def _of_today(file: WordFile) -> Iterator[Finding]:
    if today := next((one for one in file.fields if one.name in TODAY), None):
        what = f"“{fold(today.result)[:40]}” becomes the day on which somebody opens the file."
        yield RULE.review(what, "In Word, click it and press Ctrl+Shift+F9.", file.place(""), quote=fold(today.result))


def _for_word_alone(file: WordFile) -> Iterator[Finding]:
    """Files and films in the text, which nothing but Word on a computer opens."""
    if any(node.get("DrawAspect") == "Icon" for root in file.text_parts() for node in root.iter(OBJECT)):
        what = "A file is packed into the text as an icon, which only Word on a computer opens."
        yield RULE.review(what, "Hand it out beside this file, or link to it.", file.place(""))
    if any(next(root.iter(FILM), None) is not None for root in file.text_parts()):
        what = "A film stands in the text, which plays only in Word on a computer, with the internet."
        yield RULE.review(what, "Say in words what it tells, and link to it.", file.place(""))


def _related(file: WordFile) -> Iterator[Finding]:
    """Programs in the file, and a template that Word looks for on a server."""
    related = [node for name, root in file.trees.items() if name.endswith(".rels") for node in root.iter(RELATED)]
    if any(node.get("Type", "").endswith(PROGRAMS) for node in related):
        todo = "In Word, save the file as a Word document (.docx), and use content controls."
        yield RULE.fail("The file holds a program, which Word warns of and others do not run.", todo, file.place(""))
    for node in related:
        if node.get("Type", "").endswith("/attachedTemplate") and ELSEWHERE.match(node.get("Target", "")):
            what = "Word looks for a template elsewhere whenever somebody opens the file, and may wait long for it."
            yield RULE.review(what, "In Word, Developer, Document Template: take it out.", file.place(""))


def _asks(file: WordFile) -> bool:
    """True if fields wait to be counted: Word then warns of “fields that may refer to other files”."""
    settings = file.part("settings")
    wanted = None if settings is None else settings.find(f"{W}updateFields")
    if wanted is not None and attribute(wanted, "val") not in OFF:
        return True
    return any(
        attribute(node, "dirty") not in ("", *OFF)
        for root in file.text_parts()
        for node in root.iter(f"{W}fldChar", f"{W}fldSimple")
    )


RULE = read_rule(__name__, __doc__, check)
