"""Alternative texts say what the picture tells, not what kind of file it is.

A screen reader already says “image”; a file name tells a listener nothing.

Passes: “A girl shows her phone to her teacher”.
Fails: “girl-phone.png”; “Image of a girl”; “picture 3”.
Fix: In Word, right-click the picture, View Alt Text, and export again. In Acrobat, Prepare for accessibility, Add
alternate text.
Clause: WCAG 2.2 SC 1.1.1 (techniques F30, H37)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.anypdf.pictures import alt_of, described
from lessonkit.check.anypdf.subject import AnyPdf, quoted
from lessonkit.check.rule import Finding, read_rule

FILE_NAME = re.compile(
    r"^\S*\.(png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|eps|pdf|heic)\s*$|^[A-Z]:\\|^(img|dsc|p)[-_]?\d+$",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"^(an? )?(image|picture|photo|graphic|icon|figure|bild|grafik|logo|shape|chart|diagram|screenshot|untitled|"
    r"alt( text)?)[\s_-]*\d*[.:]?$",
    re.IGNORECASE,
)
LEFT_OVER = re.compile(
    r"^https?://\S+$|\b(alt|alternative) text (goes )?here\b"
    r"|^(describe|insert|add|enter) [^.]{0,30}(here|image|picture)"
    r"|^(screenshot|screen shot|bildschirmfoto|whatsapp image|image|photo|scan|snip)\b.{0,6}\d{4}[-_.]?\d\d"
    r"|^(decorative|spacer|null|none|n/a|todo|tbc|test|xxx+|asdf\w*)\.?$|lorem ipsum|automatically generated",
    re.IGNORECASE,
)
REDUNDANT = re.compile(r"^(an? |the )?(image|picture|photo(graph)?|graphic|drawing|illustration) (of|showing)\b", re.I)


def check(subject: AnyPdf) -> Iterator[Finding]:
    for node in described(subject):
        alt = alt_of(node)
        if FILE_NAME.search(alt):
            what, todo = f"The alternative text {quoted(alt)} is a file name.", "Say what the picture tells."
        elif LEFT_OVER.search(alt):
            what, todo = f"The alternative text {quoted(alt)} is a left-over.", "Say what the picture tells."
        elif PLACEHOLDER.search(alt):
            what, todo = f"The alternative text {quoted(alt)} tells nothing.", "Say what the picture tells."
        elif found := REDUNDANT.match(alt):
            what = f"The alternative text {quoted(alt)} starts with “{found[0]}”, which listeners hear anyway."
            todo = "Start with what is in the picture."
        else:
            continue
        yield RULE.fail(what, todo, **subject.spot(node, alt))


RULE = read_rule(__name__, __doc__, check)
