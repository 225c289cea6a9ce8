"""Words stand out against what is beneath them.

Pale grey on white is lost to many readers, and to all of them on a poor copy.

Passes: black on white; white on dark blue.
Fails: #999999 on white; white words whose dark box was not drawn.
Fix: In the source, choose a darker colour for the words or a lighter one beneath them; then export again.
Clause: WCAG 2.2 SC 1.4.3; EN 301 549 10.1.4.3
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lessonkit.check.anypdf.facts import Colour, Page, Run
from lessonkit.check.anypdf.grounds import UNKNOWN_GROUND, Ground, ratio
from lessonkit.check.anypdf.rendered import MOST_PAGES, beneath
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Choose a darker colour for the words or a lighter one beneath them, or the other way round."
LARGE, LARGE_BOLD = 18, 14
"""Points: large text may have less contrast (WCAG 2.2, 1.4.3)."""
UNSEEN = 1.05
FEW = 0.12
"""Of the points beneath words: so many may be a line under them, or the edge of a picture."""


def check(subject: AnyPdf) -> Iterator[Finding]:
    found: dict[tuple[object, object], list[Run]] = defaultdict(list)
    unknown: list[tuple[Page, list[Run]]] = []
    for page, words in zip(subject.facts.pages, subject.grounds, strict=True):
        on_pictures: list[Run] = []
        for run, ground in words:
            if run.artifact == "Watermark":
                continue
            if ground is UNKNOWN_GROUND:
                on_pictures.append(run)
            elif _is_weak(run, ground):
                found[_name(run.colour), _name(ground.colour)].append(run)
        if on_pictures:
            unknown.append((page, on_pictures))
    for at, (page, runs) in enumerate(unknown):
        weak, unsure = _on_pictures(subject.facts.file, page, runs) if at < MOST_PAGES else ([], runs)
        found["", ""] += unsure
        if weak:
            what = f"{quoted(''.join(run.text for run in weak))} (page {page.number}) does not stand out against"
            yield RULE.fail(f"{what} the picture or the colour gradient beneath it.", TODO, **spot_of(weak))
    for (colour, below), runs in found.items():
        if runs:
            yield _finding(str(colour), str(below), runs)


def _on_pictures(file: bytes, page: Page, runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Words on pictures that cannot be read, and those of which a person must judge that, by the drawn page."""
    if page.rotated:
        return [], runs
    weak, unsure = [], []
    for run, colours in beneath(file, page, runs):
        ratios = sorted(ratio(run, colour) for colour in colours)
        if not ratios or ratios[int(len(ratios) * FEW)] < _least(run) <= ratios[len(ratios) // 2]:
            unsure.append(run)
        elif ratios[len(ratios) // 2] < _least(run):
            weak.append(run)
    return weak, unsure


def _is_weak(run: Run, ground: Ground) -> bool:
    return run.colour is not None and ground.colour is not None and ratio(run, ground.colour) < _least(run)


def _least(run: Run) -> float:
    """The contrast that words need: 3 or 4.5, and a little for rounding."""
    large = run.size >= LARGE or (run.size >= LARGE_BOLD and run.face.bold)
    return 2.95 if large else 4.45


def _name(colour: Colour | None) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour or (0, 0, 0))


def _finding(words: str, below: str, runs: list[Run]) -> Finding:
    text = quoted("".join(run.text for run in runs))
    pages = ", ".join(map(str, sorted({run.page for run in runs})[:5]))
    if not words:
        what = f"{text} stands on a picture or a colour gradient (page {pages}); its contrast has to be looked at."
        return RULE.review(what, TODO, **spot_of(runs))
    ground = tuple(int(below[at : at + 2], 16) / 255 for at in (1, 3, 5))
    found = ratio(runs[0], ground)  # type: ignore[arg-type]
    if found < UNSEEN:
        return RULE.fail(f"{text} (page {pages}) has the colour of what is beneath it.", TODO, **spot_of(runs))
    what = f"{text} (page {pages}) is {words} on {below}, a contrast of {found:.1f} to 1."
    return RULE.fail(what, TODO, **spot_of(runs))


RULE = read_rule(__name__, __doc__, check)
