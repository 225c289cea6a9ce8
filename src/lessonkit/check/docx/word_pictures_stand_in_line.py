"""Everything in the Word file stands in the line of text.

What floats has no place in the reading order: screen readers read it somewhere else, or never, and it moves when
somebody types.

Passes: a picture in a paragraph of its own.
Fails: a picture that text flows around; a text box; a frame.
Fix: In Word, click the picture, Layout Options, In Line with Text; move the words of text boxes into the text.
Clause: EN 301 549 10.1.3.2; WCAG 2.2 SC 1.3.2; DX-E05
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.names import W
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

FLOATING = {"pict": "an old kind of drawing", "txbxContent": "a text box", "framePr": "a frame"}
TODO = "In Word, choose “In line with text”."


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    for drawing in file.drawings:
        if not drawing.inline:
            yield RULE.fail(f"Picture {drawing.id} floats beside the text.", TODO, place)
    for root in file.text_parts():
        for name, what in FLOATING.items():
            if next(root.iter(f"{W}{name}"), None) is not None:
                yield RULE.fail(f"The Word file has {what}, which floats beside the text.", TODO, place)


RULE = read_rule(__name__, __doc__, check)
