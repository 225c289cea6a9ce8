"""Alternative texts say what the picture tells, not what kind of file it is.

A screen reader already says “image”; a file name tells a listener nothing.

Passes: “A girl shows her phone to her teacher”.
Fails: “girl-phone.png”; “Image of a girl”; “picture 3”; “<p>A girl&nbsp;…”; “0800 1112”, where the text has 0800 1111.
For a person to look at: one that breaks off.
Fix: In Word, right-click the picture, View Alt Text, and export again. In Acrobat, Prepare for accessibility, Add
alternate text.
Clause: WCAG 2.2 SC 1.1.1 (techniques F30, H37)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from lessonkit.check.alt_words import trouble
from lessonkit.check.anypdf.contacts import nearly, telephones
from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

CUT = ("...", "…", "-", ",")
LAST = 30
"""Of its letters are quoted."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        alt = alt_of(node)
        what, todo = trouble(alt)
        if what:
            yield RULE.fail(f"The alternative text {quoted(alt)} {what}.", todo, **subject.spot(node, alt))
        elif any(nearly(*pair) for pair in product(telephones(alt).keys() - subject.telephones, subject.telephones)):
            what = f"The alternative text {quoted(alt)} has another telephone number than the text."
            yield RULE.fail(what, "Correct the number.", **subject.spot(node, alt))
        elif alt.endswith(CUT):
            what = f"The alternative text “… {alt[-LAST:]}” breaks off."
            yield RULE.review(what, "Finish it.", **subject.spot(node, alt))


RULE = read_rule(__name__, __doc__, check)
