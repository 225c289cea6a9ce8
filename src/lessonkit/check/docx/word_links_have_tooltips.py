"""Every link from the Word file to the outside shows its address to whoever points at it.

People see where they would go before they go, and programs that make a PDF of the file say it in the link.

Passes: “Childline’s website” with the tooltip “www.childline.org.uk”.
Fails: nothing fails. For a person to look at: a link to a website without a tooltip; a link within the file with one.
Fix: In Word, right-click the link, Edit Link, ScreenTip.
Clause: PDF/UA-1 7.18.5; DX-T01
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule


def check(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        for link in paragraph.links:
            if not link.tooltip and not link.target.startswith("#"):
                todo = "In Word, choose Edit Link, ScreenTip."
                what = f"The link “{link.text}” has no tooltip."
                yield RULE.review(what, todo, file.place(paragraph.text), quote=link.text)
            elif link.tooltip and link.target.startswith("#"):
                what = f"The link “{link.text}” to a place in the file has a tooltip, with which LibreOffice loses it."
                todo = "In Word, choose Edit Link, ScreenTip, and delete it."
                yield RULE.review(what, todo, file.place(paragraph.text), quote=link.text)


RULE = read_rule(__name__, __doc__, check)
