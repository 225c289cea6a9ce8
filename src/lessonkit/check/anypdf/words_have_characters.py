"""Every letter that is drawn says which character it is.

Without that, a screen reader says nothing, or nonsense, and words cannot be found or copied.

Passes: a font with a ToUnicode map.
Fails: a font whose codes lead to no character, or to private ones.
Fix: Export the file again with its fonts embedded; if that does not help, use another font. In Acrobat, for a few
words: Tags panel, Properties, Actual Text.
Clause: PDF/UA-1 7.21.7; ISO 32000-1 14.8.2.4.2; Matterhorn 10-001
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.pdf.characters import UNKNOWN
from lessonkit.check.rule import Finding, read_rule


def check(subject: AnyPdf) -> Iterator[Finding]:
    found: dict[str, list[Run]] = {}
    labels = {content for node in subject.facts.nodes if node.role == "Lbl" for content in subject.contents(node)}
    for page in subject.facts.pages:
        for run in page.runs:
            if run.content is not None and run.spoken is None and run.content not in labels and _is_mute(run.text):
                found.setdefault(run.face.name, []).append(run)
    for face, runs in found.items():
        what = f"Letters of the font {face or 'without a name'} on page {runs[0].page} have no characters"
        todo = "Embed the font anew with its characters, or set the words in another font."
        yield RULE.fail(f"{what}: {quoted(runs[0].text)}.", todo, **spot_of(runs))


def _is_mute(text: str) -> bool:
    return any(letter == UNKNOWN or "\ue000" <= letter <= "\uf8ff" or letter < "\t" for letter in text)


RULE = read_rule(__name__, __doc__, check)
