"""Everything in the Word file stands in the line of text.

What floats has no place in the reading order: screen readers read it somewhere else, or never, and it moves when
somebody types.

Passes: a picture in a paragraph of its own.
Fails: a picture that text flows around; a text box; a frame; a table that text flows around; a watermark.
Fix: In Word, click the picture, Layout Options, In Line with Text; move the words of text boxes into the text.
Clause: EN 301 549 10.1.3.2; WCAG 2.2 SC 1.3.2; DX-E05
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import VML, W
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

FLOATING = {"pict": "an old kind of drawing", "txbxContent": "a text box", "framePr": "a frame"}
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
            found = next(root.iter(f"{W}{name}"), None)
            if found is not None:
                what = "a watermark" if _is_watermark(found) else what
                words = fold("".join(text.text or "" for text in found.iter(f"{W}t")))
                yield RULE.fail(f"The Word file has {what}, which floats beside the text.", TODO, place, quote=words)


def _is_watermark(node: etree._Element) -> bool:
    return any("WaterMark" in shape.get("id", "") for shape in node.iter(f"{VML}shape"))


RULE = read_rule(__name__, __doc__, check)
