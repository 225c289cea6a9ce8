"""The description of every link is its own words.

Some screen readers speak a link's description in place of its words, others speak both; so they must agree. A bare
address there is read out letter by letter.

Passes: “Childline website”, described as “Childline website”.
Fails: “Childline website”, described as “https://www.childline.org.uk”, or not at all.
Clause: PDF/UA-1 7.18.5; WCAG 2.2 SC 2.4.4
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lessonkit.check.pdf.output import PdfOutput, found_links
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import FIELD, fold

TODO = "Report this fault."


def check(subject: PdfOutput) -> Iterator[Finding]:
    for link in found_links(subject.pdf):
        for contents in dict.fromkeys(fold(annotation.contents) for annotation in link.annotations):
            if not contents:
                yield RULE.fail(f"The link “{link.words}” has no description.", TODO, subject.document.place)
            elif contents not in _allowed(link.words, subject.document.words) and FIELD not in link.words:
                what = f"The link “{link.words}” is described as “{contents}”."
                yield RULE.fail(what, TODO, subject.document.place)


def _allowed(words: str, says: Mapping[str, str]) -> tuple[str, ...]:
    """The link's words; the number of a note says what it is."""
    of_note = (says["note"].format(number=words), says["back-to-text"])
    return (words, *of_note) if words.isdigit() else (words,)


RULE = read_rule(__name__, __doc__, check)
