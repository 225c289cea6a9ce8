"""Everything in the Word file stands in the line of text.

What floats has no place in the reading order: screen readers read it somewhere else, or never, and it moves when
somebody types.

Passes: a picture in a paragraph of its own.
Fails: a picture that text flows around; a text box; a frame; a table that text flows around; a watermark; WordArt.
Fix: In Word, click the picture, Layout Options, In Line with Text; move the words of text boxes into the text.
Clause: EN 301 549 10.1.3.2; WCAG 2.2 SC 1.3.2; DX-E05
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import VML, W
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

FLOATING = {
    "pict": "an old kind of drawing, which floats beside the text",
    "txbxContent": "a text box, whose words stand outside the text",
    "framePr": "a frame, which floats beside the text",
}
ELSEWHERE = re.compile(r"position:\s*absolute")
TODO = "In Word, choose “In line with text”."


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    for drawing in file.drawings:
        if not drawing.inline:
            yield RULE.fail(f"Picture {drawing.id} floats beside the text.", TODO, place, quote=drawing.near)
    for number, table in enumerate(file.tables, start=1):
        if table.floats:
            name = f"The table “{table.title}”" if table.title else f"Table {number}"
            words = next((cell for row in table.rows for cell in row.cells if cell), "")
            todo = "In Word, choose Table Properties, Text wrapping, None."
            yield RULE.fail(f"{name} floats beside the text.", todo, file.place(table.title), quote=words)
    for root in file.text_parts():
        for name, what in FLOATING.items():
            found = next(
                (node for node in root.iter(f"{W}{name}") if name != "pict" or _floats(node) or _is_watermark(node)),
                None,
            )
            if found is not None:
                what = "a watermark, which floats beside the text" if _is_watermark(found) else what
                words = fold("".join(text.text or "" for text in found.iter(f"{W}t")))
                yield RULE.fail(f"The Word file has {what}.", TODO, place, quote=words)
        yield from _letter_pictures(file, root)


def _letter_pictures(file: WordFile, root: etree._Element) -> Iterator[Finding]:
    """WordArt: words that are drawn, which are no text to a screen reader."""
    for letters in root.iter(f"{VML}textpath"):
        shape, words = letters.getparent(), fold(letters.get("string", ""))
        if shape is not None and words and "WaterMark" not in shape.get("id", ""):
            what = f"“{words[:40]}” is drawn as WordArt, which is no text."
            yield RULE.fail(what, "Type it in a paragraph, and give that a style.", file.place(words), quote=words)


def _floats(node: etree._Element) -> bool:
    return any(ELSEWHERE.search(shape.get("style", "")) for shape in node.iter() if str(shape.tag).startswith(VML))


def _is_watermark(node: etree._Element) -> bool:
    return any("WaterMark" in shape.get("id", "") for shape in node.iter(f"{VML}shape"))


RULE = read_rule(__name__, __doc__, check)
