"""All looks in the Word file come from its styles.

Someone who needs larger letters or other colours changes a style once; looks given to single words stay as they are.

Passes: the character style Strong.
Fails: nothing fails. For a person to look at: words made bold, larger or red by themselves.
Fix: In Word, press Ctrl+Space to clear the looks, and choose a style such as Strong or Emphasis.
Clause: LibreOffice’s accessibility check, direct formatting; WCAG 2.2 SC 1.3.1; DX-W02
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

NO_LOOKS = {
    "rStyle",
    "lang",
    "rtl",
    "noProof",
    "cs",
    "webHidden",
    "kern",
    "bCs",
    "iCs",
    "szCs",
    "rPrChange",
    "ins",
    "del",
}
"""What is not seen: languages, marks for the spelling check, and the doubles of looks for other scripts."""
PLAIN = {
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "sz": "another size",
    "color": "another colour",
    "textFill": "another colour",
    "rFonts": "another font",
    "highlight": "highlighted",
    "shd": "shaded",
    "vanish": "hidden",
    "strike": "struck out",
    "dstrike": "struck out",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "vertAlign": "raised or lowered",
    "position": "raised or lowered",
    "spacing": "letters closer or wider",
    "w": "letters stretched",
    "effect": "moving",
}
"""What the looks are called in Word’s dialogs."""

SHOW = "Delete it; or show it: in Word, Ctrl+D, untick Hidden."


def check(file: WordFile) -> Iterator[Finding]:
    for root in file.text_parts():
        for run in root.iter(f"{W}r"):
            names = {etree.QName(child).localname for child in run.iterfind(f"{W}rPr/*")} - NO_LOOKS
            looks = {PLAIN.get(name, name) for name in names}
            text = fold(raw_text(run))
            if looks and text:
                what = f"“{text[:40]}” has looks of its own ({', '.join(sorted(looks))})."
                todo = SHOW if "hidden" in looks else "Give it a style, such as Strong."
                yield RULE.review(what, todo, file.place(_line(run)), quote=text)


def _line(run: etree._Element) -> str:
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return "" if paragraph is None else raw_text(paragraph)


RULE = read_rule(__name__, __doc__, check)
