"""Every heading in the Word file is in one of Word's own heading styles.

Word's navigation pane, contents lists and other programs know headings by these styles, and a teacher who changes
Heading 2 changes them all.

Passes: style Heading2 with outline level 2; or a style based on it.
Fails: a paragraph style “Section title” with an outline level; Heading2 with the outline level of Heading3.
Fix: In Word, select the heading and choose Heading 1, 2 or 3 under Home, Styles.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E09
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

LEVELS = range(1, 7)


def check(file: WordFile) -> Iterator[Finding]:
    for level in LEVELS:
        style = file.styles.get(f"Heading{level}")
        if style and (style.name.lower() != f"heading {level}" or style.outline != level - 1):
            yield RULE.fail(f"The style Heading {level} is not Word’s heading style of level {level}.", "", None)
    for level, heading in file.headings():
        built_in = f"Heading{level}"
        if built_in not in (style.id for style in file.ancestry(heading.style)):
            what = f"The heading “{heading.text}” is in the style {heading.style}, which is not based on {built_in}."
            yield RULE.fail(what, "", file.place(heading.text))


RULE = read_rule(__name__, __doc__, check)
