"""Every heading in the Word file is in one of Word's own heading styles.

Word's navigation pane, contents lists and other programs know headings by these styles, and a teacher who changes
Heading 2 changes them all.

Passes: style Heading2 with outline level 2; or a style based on it.
Fails: a paragraph style “Section title” with an outline level; Heading2 with the outline level of Heading3.
For a person to look at: a short bold (or Strong) or underlined line above a paragraph.
Fix: In Word, select the heading and choose Heading 1, 2 or 3 under Home, Styles.
Clause: EN 301 549 10.1.3.1; WCAG 2.2 SC 1.3.1; DX-E09
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, attribute, child_value, inside, is_on
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

LEVELS = range(1, 7)
LONGEST = 80
KNOWN = ("title", "subtitle", "caption", "toc ")
ENDS = (".", ",", ";", "?", "!", ":")


def check(file: WordFile) -> Iterator[Finding]:
    for level in LEVELS:
        style = file.styles.get(f"Heading{level}")
        if style and (style.name.lower() != f"heading {level}" or style.outline != level - 1):
            yield RULE.fail(f"The style Heading {level} is not Word’s heading style of level {level}.", "", None)
    for level, heading in file.headings():
        # Word's names of its own styles are English in every language; their ids are not.
        if f"heading {level}" not in (style.name.lower() for style in file.ancestry(heading.style)):
            what = (
                f"The heading “{heading.text}” is in the style {heading.style}, which is not based on Heading{level}."
            )
            yield RULE.fail(what, f"Give it the style Heading {level}.", file.place(heading.text), quote=heading.text)
    yield from _faked(file)


def _faked(file: WordFile) -> Iterator[Finding]:
    """Short lines that are all bold, underlined or larger by themselves, where the text under a heading begins."""
    body, bold = file.body.find(f"{W}body"), _bold_styles(file)
    for node in () if body is None else inside(body, "p"):
        if not _stands_out(node, bold) or not _has_text_below(node, bold) or _is_known(file, node):
            continue
        text = paragraph_text(node)
        if 0 < len(text) <= LONGEST and not text.endswith(ENDS):
            what = f"“{text}” looks like a heading, but is plain text."
            yield RULE.review(what, "Give it a heading style.", file.place(text), quote=text)


def _is_known(file: WordFile, node: etree._Element) -> bool:
    """True for what its style says it is: a heading, a title, a caption, an entry of the contents."""
    properties = node.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}outlineLvl") is not None:
        return True
    styles = file.ancestry("" if properties is None else child_value(properties, "pStyle"))
    return any(style.outline is not None or style.name.lower().startswith(KNOWN) for style in styles)


def _bold_styles(file: WordFile) -> set[str]:
    """The styles of words, such as Strong, that make them bold."""
    styles = file.part("styles")
    kinds = () if styles is None else styles.iterfind(f"{W}style[@{W}type='character']")
    return {attribute(one, "styleId") for one in kinds if is_on(one, "rPr", "b")}


def _stands_out(node: etree._Element, bold: set[str]) -> bool:
    """True if all its words are bold, underlined or larger by themselves, not by the style of the paragraph."""
    runs = [run for run in node.iter(f"{W}r") if next(run.iter(f"{W}t"), None) is not None]
    return bool(runs) and all(_is_marked(run, bold) for run in runs)


def _is_marked(run: etree._Element, bold: set[str]) -> bool:
    looks = run.find(f"{W}rPr")
    if looks is None:
        return False
    by_itself = any(is_on(run, "rPr", name) for name in ("b", "u")) or looks.find(f"{W}sz") is not None
    return by_itself or child_value(looks, "rStyle") in bold


def _has_text_below(node: etree._Element, bold: set[str]) -> bool:
    below = node.getnext()
    return below is not None and (below.tag == f"{W}tbl" or (below.tag == f"{W}p" and not _stands_out(below, bold)))


RULE = read_rule(__name__, __doc__, check)
