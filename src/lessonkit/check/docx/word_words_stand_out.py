"""Words in the Word file stand out from their ground: 4.5 to 1, large ones and bullets 3 to 1.

Pale text is lost on people with low sight, on old screens and on a school's photocopier.

Passes: dark grey #1f2937 on white, 14.7 to 1; white on the dark head of a table.
Fails: light grey #9ca3af on white, 2.5 to 1, whether the words, their style, the table or the theme says so.
Fix: In Word, change the colour of the style: right-click it in the Styles gallery, Modify.
Clause: EN 301 549 10.1.4.3; WCAG 2.2 SC 1.4.3; DX-E11
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.appearance import contrast
from lessonkit.check.docx.looks import Looks, looks_of
from lessonkit.check.docx.names import W, ancestor
from lessonkit.check.docx.text import raw_text
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

LEAST, LEAST_LARGE = 4.5, 3.0


def check(file: WordFile) -> Iterator[Finding]:
    looks = looks_of(file)
    yield from _words(file, looks)
    yield from _labels(file, looks)


def _words(file: WordFile, looks: Looks) -> Iterator[Finding]:
    found: set[tuple[str, str, bool]] = set()
    ratios: dict[tuple[str, str, bool], float] = {}
    for root in file.text_parts():
        for run in root.iter(f"{W}r"):
            look = looks.of(run)
            pair = (look.colour, look.ground, look.is_large)
            if not look.colour or not look.ground or pair in found:
                continue
            if pair not in ratios:
                ratios[pair] = contrast(look.colour, look.ground)
            ratio, least = ratios[pair], LEAST_LARGE if look.is_large else LEAST
            if ratio < least and (text := fold(raw_text(run))):
                found.add(pair)
                what = f"“{text[:40]}” is {look.colour} on {look.ground}, {ratio:.1f} to 1; it needs {least:g} to 1."
                line = ancestor(run, "p")
                place = file.place("" if line is None else raw_text(line))
                yield RULE.fail(what, "Choose a darker or a lighter colour in its style.", place, quote=text)


def _labels(file: WordFile, looks: Looks) -> Iterator[Finding]:
    """Numbers and bullets whose list gives them a colour of their own."""
    found: set[tuple[str, str, bool]] = set()
    for line in file.body.iter(f"{W}p"):
        if (label := looks.label_of(line)) is None:
            continue
        colour, ground, is_bullet = label
        least = LEAST_LARGE if is_bullet else LEAST
        if label not in found and ground and contrast(colour, ground) < least and (text := fold(raw_text(line))):
            found.add(label)
            what = (
                f"The {'bullet' if is_bullet else 'number'} before “{text[:40]}” is {colour} on {ground}, "
                f"{contrast(colour, ground):.1f} to 1; it needs {least:g} to 1."
            )
            yield RULE.fail(what, "Choose a darker or a lighter colour for the list.", file.place(text), quote=text)


RULE = read_rule(__name__, __doc__, check)
