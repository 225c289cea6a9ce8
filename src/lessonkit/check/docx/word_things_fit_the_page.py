"""Tables and pictures fit the page.

What reaches beyond the margin is cut off in print, and is out of sight at high zoom.

Passes: a table as wide as the text.
Fails: a table of 35 cm on an upright page; a picture wider than the text; margins of 2 mm; US Letter in a text
for the United Kingdom.
Fix: In Word, Table Layout, AutoFit Window; drag the picture by a corner.
Clause: WCAG 2.2 SC 1.4.10; our own
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import DRAWING, W, ancestor, attribute, whole
from lessonkit.check.docx.text import paragraph_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

SLACK = 1.05
LETTER, NEAR = (12240, 15840), 60
"""In twentieths of a point."""
WITH_LETTER = {"US", "CA", "MX", "PH", "PR", "CL", "CO", "VE", "GT", "CR", "DO", "NI", "PA", "SV", "HN"}
"""Countries."""
PRINTABLE, UNKNOWN = 240, 1440
"""In twentieths of a point: 4 mm, and an inch."""
PER_TWENTIETH = 635
"""English Metric Units in a twentieth of a point."""


def check(file: WordFile) -> Iterator[Finding]:
    room = max((_room(section) for section in file.body.iter(f"{W}sectPr")), default=0)
    if not room:
        return
    for table in file.body.iter(f"{W}tbl"):
        width = table.find(f"{W}tblPr/{W}tblW")
        if width is not None and attribute(width, "type") == "dxa" and whole(attribute(width, "w")) > room * SLACK:
            yield RULE.review(
                "A table is wider than the text of the page.", "Make it as wide as the text.", file.place("")
            )
    for size in file.body.iter(f"{DRAWING}extent"):
        if whole(size.get("cx", "")) > room * PER_TWENTIETH * SLACK:
            yield RULE.review("A picture is wider than the text of the page.", "Make it smaller.", file.place(""))
    yield from _on_letter(file)
    yield from _near_the_edge(file)


def _on_letter(file: WordFile) -> Iterator[Finding]:
    """Paper of North America in the language of a country that has A4, or beside A4."""
    sizes = [sorted((whole(attribute(one, "w")), whole(attribute(one, "h")))) for one in file.body.iter(f"{W}pgSz")]
    letter = sum(_is_near(size, LETTER) for size in sizes)
    region = file.language.rpartition("-")[2].upper() if "-" in file.language else ""
    if letter and (letter < len(sizes) or (len(region) == 2 and region not in WITH_LETTER)):
        what = "The paper is US Letter, which printers with A4 cut off or make smaller."
        yield RULE.review(what, "In Word, choose Layout, Size, A4.", file.place(""))


def _is_near(size: list[int], paper: tuple[int, int]) -> bool:
    return all(abs(one - other) < NEAR for one, other in zip(size, paper, strict=True))


def _near_the_edge(file: WordFile) -> Iterator[Finding]:
    """Margins that printers cannot print in, and paragraphs that begin beyond the edge of the paper."""
    margins = [
        whole(attribute(one, side), UNKNOWN) for one in file.body.iter(f"{W}pgMar") for side in ("left", "right")
    ]
    if any(margin < PRINTABLE for margin in margins):
        what = "The margins of the page are narrower than printers can print."
        yield RULE.review(what, "In Word, choose Layout, Margins, Normal.", file.place(""))
    for indent in file.body.iter(f"{W}ind"):
        line = ancestor(indent, "p")
        left = whole(attribute(indent, "left") or attribute(indent, "start"))
        if line is not None and margins and -left > max(margins) and ancestor(line, "tc") is None:
            text = paragraph_text(line)
            what = f"“{text[:40]}” begins beyond the edge of the page."
            yield RULE.review(what, "In Word, drag it in by the ruler.", file.place(text), quote=text)


def _room(section: etree._Element) -> int:
    """Between the margins, in twentieths of a point; 0 where the section does not say."""
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return 0
    return whole(attribute(page, "w")) - whole(attribute(margins, "left")) - whole(attribute(margins, "right"))


RULE = read_rule(__name__, __doc__, check)
