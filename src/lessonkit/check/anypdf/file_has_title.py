"""The file has a title that says what it is.

The title is what a screen reader says first and what the window and its tab are called.

Passes: “Talking about pictures: a guide for parents”.
Fails: no title; “untitled”; “leaflet_v3_final.docx”. For a person to look at: two titles; one of which no word stands
in the file; “Copy of Leaflet”.
Fix: In Word, File, Info, Title, and export again. In Acrobat, File, Properties, Description, Title.
Clause: PDF/UA-1 7.1; WCAG 2.2 SC 2.4.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

TODO = "Set the title in the document's properties, and export it again."
FILE_NAME = re.compile(r"\.(docx?|odt|pdf|rtf|indd|pptx?|xlsx?|pages|tex|html?|pub|txt)\s*$|[\\/]|^\S+_\S+$", re.I)
PLACEHOLDER = re.compile(
    r"^(untitled|unbenannt|sans titre|document|dokument|title|new document|microsoft word|powerpoint[ -]presentation|"
    r"presentation|slide|book|draft|anonymous|unspecified|template|brochure|layout)[\s-]*\d*([\s-]+.*\.\w+)?$|"
    r"^microsoft word - |^[\W\d_]+$",
    re.IGNORECASE,
)
COPY = re.compile(r"^(copy of|kopie von|copie de) | - (copy|kopie|copie)( \(\d+\))?$", re.IGNORECASE)
WORD = re.compile(r"[^\W_]{4,}")
STEM = 5
ENOUGH = 200
"""Letters of a text that can tell what it is about."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    title = subject.facts.title
    if not title:
        yield RULE.fail("The file has no title.", TODO)
    elif PLACEHOLDER.search(title):
        yield RULE.fail(f"The title {quoted(title)} is a placeholder.", TODO)
    elif FILE_NAME.search(title):
        yield RULE.fail(f"The title {quoted(title)} is a file name.", TODO)
    elif _is_of_another_file(subject, title):
        what = f"The title {quoted(title)} may be that of another file: none of its words stands in this one."
        yield RULE.review(what, TODO)
    elif COPY.search(title):
        yield RULE.review(f"The title {quoted(title)} is that of a copy.", TODO)
    elif second := subject.facts.second_title:
        what = (
            f"The file has two titles, {quoted(title)} and {quoted(second)}; which one is shown depends on the program."
        )
        yield RULE.review(what, TODO)


def _is_of_another_file(subject: AnyPdf, title: str) -> bool:
    """Whether not even the beginning of a word of the title stands in the text."""
    text = fold(" ".join(run.text for page in subject.facts.pages for run in page.runs)).casefold()
    joined = "".join(text.split())
    words = WORD.findall(title.casefold())
    return bool(words) and len(joined) >= ENOUGH and not any(word[:STEM] in joined for word in words)


RULE = read_rule(__name__, __doc__, check)
