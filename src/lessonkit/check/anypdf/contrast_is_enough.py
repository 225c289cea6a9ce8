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

from lessonkit.check.anypdf.facts import Colour, Run
from lessonkit.check.anypdf.grounds import UNKNOWN_GROUND, Ground, grounds, ratio
from lessonkit.check.anypdf.subject import AnyPdf, quoted, spot_of
from lessonkit.check.rule import Finding, read_rule

TODO = "Choose a darker colour for the words or a lighter one beneath them, or the other way round."
LARGE, LARGE_BOLD = 18, 14
"""Points: large text may have less contrast (WCAG 2.2, 1.4.3)."""
UNSEEN = 1.05


def check(subject: AnyPdf) -> Iterator[Finding]:
    found: dict[tuple[object, object], list[Run]] = defaultdict(list)
    for page in subject.facts.pages:
        for run, ground in grounds(page, [run for run in page.runs if _is_seen(run)]):
            if ground is UNKNOWN_GROUND:
                found["", ""].append(run)
            elif _is_weak(run, ground):
                found[_name(run.colour), _name(ground.colour)].append(run)
    for (words, beneath), runs in found.items():
        yield _finding(str(words), str(beneath), runs)


def _is_seen(run: Run) -> bool:
    return run.mode != 3 and run.colour is not None and any(map(str.isalnum, run.text)) and run.artifact != "Watermark"


def _is_weak(run: Run, ground: Ground) -> bool:
    if run.colour is None or ground.colour is None:
        return False
    large = run.size >= LARGE or (run.size >= LARGE_BOLD and run.face.bold)
    return ratio(run, ground.colour) < (2.95 if large else 4.45)  # 3 and 4.5, and a little for rounding


def _name(colour: Colour | None) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour or (0, 0, 0))


def _finding(words: str, beneath: str, runs: list[Run]) -> Finding:
    text = quoted("".join(run.text for run in runs))
    pages = ", ".join(map(str, sorted({run.page for run in runs})[:5]))
    if not words:
        what = f"{text} stands on a picture or a colour gradient (page {pages}); its contrast has to be looked at."
        return RULE.review(what, TODO, **spot_of(runs))
    ground = tuple(int(beneath[at : at + 2], 16) / 255 for at in (1, 3, 5))
    found = ratio(runs[0], ground)  # type: ignore[arg-type]
    if found < UNSEEN:
        return RULE.fail(f"{text} (page {pages}) has the colour of what is beneath it.", TODO, **spot_of(runs))
    what = f"{text} (page {pages}) is {words} on {beneath}, a contrast of {found:.1f} to 1."
    return RULE.fail(what, TODO, **spot_of(runs))


RULE = read_rule(__name__, __doc__, check)
