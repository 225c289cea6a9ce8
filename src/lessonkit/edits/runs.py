"""The runs of a Word paragraph as words with the marks that Markdown knows; other looks are remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from lessonkit.reading import fold
from lessonkit.snapshot import Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFF = ("0", "false", "off", "none")
LEFT_OUT = {
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "sdtPr", "footnoteReference", "footnoteRef")
}
NOT_WORDS = ("writing", "tick")
"""The tags of controls that hold no words of the author: a line to write on, the box before a task."""
TICK_BOX = re.compile(r"^[\u2610\u2611\u2612][ \t]?")
"""What is left of a tick box where a program does not know its control."""
CHARACTERS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad", f"{W}tab": " ", f"{W}cr": "\n"}
DIRECT = {f"{W}b": "strong", f"{W}i": "emphasis"}
UNKNOWN_LOOKS = {
    f"{W}u": "underlined", f"{W}strike": "struck through", f"{W}highlight": "highlighted", f"{W}color": "coloured"
}  # fmt: skip


def attribute(node: etree._Element, name: str) -> str:
    """An attribute in the w namespace; empty if it is missing."""
    return node.get(f"{W}{name}", "")


def value_of(node: etree._Element, path: str) -> str:
    """The `w:val` of what a path such as `pPr/pStyle` leads to; empty if there is none."""
    found = node.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else attribute(found, "val")


def _is_glue(text: etree._Element) -> bool:
    """True for the no-break space that keeps a symbol at its word."""
    before = text.getprevious()
    return text.text == "\u00a0" and before is not None and before.tag == f"{W}drawing"


@dataclass
class RunReader:
    """Reads the runs of paragraphs."""

    style_names: dict[str, str]
    """Names of styles in small letters, by their ids."""
    targets: dict[str, str]
    """Where links lead, by relationship."""
    remarks: list[str] = field(default_factory=list)

    def runs(self, paragraph: etree._Element) -> list[Run]:
        """The words of a paragraph with their looks, without the sign of a tick box."""
        runs = list(self._inside(paragraph, Run("")))
        if runs:
            runs[0] = replace(runs[0], text=TICK_BOX.sub("", runs[0].text))
        return runs

    def _inside(self, node: etree._Element, look: Run) -> Iterator[Run]:
        for child in node:
            if not isinstance(child.tag, str) or child.tag in LEFT_OUT:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, look)
            elif child.tag == f"{W}hyperlink":
                yield from self._inside(child, replace(look, target=self._target(child)))
            elif child.tag == f"{W}sdt":
                yield from self._control(child, look)
            else:
                yield from self._inside(child, look)

    def _target(self, link: etree._Element) -> str:
        anchor = attribute(link, "anchor")
        return f"#{anchor}" if anchor else self.targets.get(link.get(f"{R}id", ""), "")

    def _control(self, node: etree._Element, look: Run) -> Iterator[Run]:
        tag, content = value_of(node, "sdtPr/tag"), node.find(f"{W}sdtContent")
        if content is None or tag in NOT_WORDS:
            return
        inside = list(self._inside(content, look))
        words = "".join(run.text for run in inside)
        yield from [Run(words, inside[0].marks, look.target, tag)] if inside and tag else inside

    def _run(self, node: etree._Element, look: Run) -> Iterator[Run]:
        text = "".join(self._text(node))
        if text:
            self._remark(node, text)
            yield replace(look, text=text, marks=self._marks(node))
        for box in node.iter(f"{W}txbxContent"):
            words = fold("".join(one.text or "" for one in box.iter(f"{W}t")))
            self.remarks.append(f"A text box: “{words}”. Many readers miss text boxes; write a `callout` block.")
            break

    def _text(self, node: etree._Element) -> Iterator[str]:
        for child in node:
            if child.tag == f"{W}t":
                yield "" if _is_glue(child) else child.text or ""
            elif child.tag in CHARACTERS:
                yield CHARACTERS[child.tag]
            elif child.tag == f"{W}br" and attribute(child, "type") not in ("page", "column"):
                yield "\n"

    def _marks(self, node: etree._Element) -> frozenset[str]:
        name = self.style_names.get(value_of(node, "rPr/rStyle"), "")
        marks = {mark for mark in ("strong", "emphasis", "superscript", "code") if mark in re.split(r"\W+", name)}
        if not name:
            marks |= {mark for tag, mark in DIRECT.items() if self._is_on(node, tag)}
        return frozenset(marks)

    def _remark(self, node: etree._Element, text: str) -> None:
        """A look that is set by hand and that neither YAML nor many readers can see."""
        for tag, name in UNKNOWN_LOOKS.items():
            if text.strip() and not value_of(node, "rPr/rStyle") and self._is_on(node, tag):
                self.remarks.append(
                    f"Words that are {name} by hand: “{fold(text)[:60]}”. Use **strong** words instead."
                )

    def _is_on(self, node: etree._Element, tag: str) -> bool:
        found = node.find(f"{W}rPr/{tag}")
        return found is not None and attribute(found, "val") not in (*OFF, "auto")
