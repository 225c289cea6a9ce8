"""What is read aloud can be seen.

Words outside the page or without ink are heard and not seen: a leftover, or a trick.

Passes: words on the page.
Fails: a paragraph beside the page; invisible words with nothing beneath them.
Fix: In the source, delete what nobody sees, or give it a colour that stands out; then export again.
Clause: our own; WCAG 2.2 SC 1.3.1
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Page, Run
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Take it away, or put it where it can be seen."


def check(subject: AnyPdf) -> Iterator[Finding]:
    for page in subject.facts.pages:
        read = [run for run in page.runs if run.content is not None and run.text.strip()]
        outside = [run for run in read if not run.box.meets(page.box).area and run.box.area]
        if outside:
            words = quoted("".join(run.text for run in outside))
            yield RULE.review(f"{words} stands outside page {page.number}.", TODO, **spot_of(outside))
        unseen = [run for run in read if run.mode == 3 and not _over_picture(page, run)]
        if unseen:
            words = quoted("".join(run.text for run in unseen))
            yield RULE.review(f"{words} on page {page.number} is invisible.", TODO, **spot_of(unseen))


def _over_picture(page: Page, run: Run) -> bool:
    """Recognised words lie invisible over the scan."""
    return any(picture.box.meets(run.box).area for picture in page.pictures)


RULE = read_rule(__name__, __doc__, check)
