"""Every control in the Word file has a title, stands in the text and can be filled in.

A screen reader says the title when somebody comes to the control; without one it says “edit” and nothing else.

Passes: a box to fill in, titled “name of your school”.
Fails: a control without a title, or with the title “Text1”; one in a running head, where screen readers do not go; one
whose words are locked. For a person to look at: a control that shows nothing.
Fix: In Word, choose Developer, Properties and give the control a title.
Clause: EN 301 549 10.4.1.2; WCAG 2.2 SC 4.1.2; Microsoft Accessibility Checker, content controls; DX-E14
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.docx.names import RUNNING, W, ancestor, attribute
from lessonkit.check.docx.text import DRAWING, raw_text
from lessonkit.check.docx.wordfile import WordControl, WordFile
from lessonkit.check.rule import Finding, read_rule

TODO = "In Word, choose Developer, Properties."
SAID = ("displayText", "value")
GENERIC = re.compile(
    r"\s*((text|check ?box|check|drop ?down|list|date|control|field)\s*\d+"
    r"|click (or tap )?(here )?to .*|choose an item\.?)\s*",
    re.IGNORECASE,
)
"""What programs call controls that nobody has named, and what they show in them."""
LOCKS = ("contentLocked", "sdtContentLocked")


def check(file: WordFile) -> Iterator[Finding]:
    yield from _without_choices(file)
    yield from _unseen(file)
    for control in file.controls:
        place = file.place(control.near)
        for fault in _faults(file, control):
            yield RULE.fail(f"{fault}.", "In Word, choose Developer, Properties.", place, quote=control.near)
        if control.lock in LOCKS:
            what = f"Nobody can fill in the control “{control.title}”."
            yield RULE.review(what, "In Word, choose Developer, Properties.", place, quote=control.near)


def _without_choices(file: WordFile) -> Iterator[Finding]:
    """Lists that offer nothing, and form fields of old that say nothing."""
    for root in file.text_parts():
        for choices in root.iter(f"{W}dropDownList", f"{W}comboBox"):
            offered = (attribute(one, name) for one in choices.iter(f"{W}listItem") for name in SAID)
            if not any(map(str.strip, offered)):
                yield RULE.fail("A list to choose from has no choices.", TODO, file.place(""))
        for field in root.iter(f"{W}ffData"):
            helps = (field.find(f"{W}{name}") for name in ("helpText", "statusText"))
            if not any(one is not None and attribute(one, "val") for one in helps):
                what = "A form field does not say what belongs into it."
                yield RULE.fail(what, "In Word, Developer, Legacy Forms, Properties, Add Help Text.", file.place(""))


def _unseen(file: WordFile) -> Iterator[Finding]:
    """Controls to fill in that show nothing: nobody sees where to click."""
    for root in file.text_parts():
        for shown in root.iter(f"{W}showingPlcHdr"):
            control = ancestor(shown, "sdt")
            content = None if control is None else control.find(f"{W}sdtContent")
            if content is not None and not raw_text(content) and next(content.iter(DRAWING), None) is None:
                title = next((attribute(one, "val") for one in shown.itersiblings(f"{W}alias", preceding=True)), "")
                what = f"The control “{title}” shows nothing, so nobody sees it."
                yield RULE.review(what, "Write into it what belongs there.", file.place(title), quote=title)


def _faults(file: WordFile, control: WordControl) -> Iterator[str]:
    if not control.title.strip() and not control.is_contents:
        yield f"Control {control.id or 'without an id'} has no title"
    elif GENERIC.fullmatch(control.title):
        yield f"The title of the control “{control.title}” does not say what belongs into it"
    elif not control.tag and file.source:
        yield f"The control “{control.title}” has no tag"
    if file.trees[control.part].tag in RUNNING and not control.is_contents:
        yield f"The control “{control.title}” stands in a running head or foot"


RULE = read_rule(__name__, __doc__, check)
