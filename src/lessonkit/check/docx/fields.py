"""The fields of a Word file: an instruction such as `HYPERLINK "https://…"`, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import W, ancestor, attribute
from lessonkit.dataclass import dataclass


@dataclass(slots=True)
class WordField:
    """A field."""

    instruction: str
    result: str
    paragraph: etree._Element | None
    """Where it begins."""

    @property
    def name(self) -> str:
        """Its name in capitals: `PAGE`; empty for a field without an instruction."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def argument(self) -> str:
        """The first word after its name, without quotation marks; empty if there is none or only a switch."""
        quoted = self.instruction.split('"')
        words = self.instruction.split()
        if len(quoted) > 2 and len(quoted[0].split()) == 1:
            return quoted[1]
        return words[1] if len(words) > 1 and not words[1].startswith("\\") else ""

    @property
    def bookmark(self) -> str:
        r"""The bookmark that a HYPERLINK leads to (`\l "name"`); empty if there is none."""
        _, switch, rest = self.instruction.partition("\\l")
        return rest.strip().strip('"').split('"')[0].strip() if switch else ""


def fields(root: etree._Element) -> Iterator[WordField]:
    """Every field of a part, in the order in which they end."""
    open_fields: list[tuple[WordField, list[bool]]] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}fldSimple"):
        if node.tag == f"{W}fldSimple":
            shown = "".join(text.text or "" for text in node.iter(f"{W}t"))
            yield WordField(attribute(node, "instr"), shown, ancestor(node, "p"))
        elif node.tag == f"{W}instrText" and open_fields:
            open_fields[-1][0].instruction += node.text or ""
        elif node.tag == f"{W}t":
            for one, shows in open_fields:
                one.result += (node.text or "") if shows[0] else ""
        else:
            yield from _step(node, open_fields)


def _step(node: etree._Element, open_fields: list[tuple[WordField, list[bool]]]) -> Iterator[WordField]:
    match attribute(node, "fldCharType"):
        case "begin":
            open_fields.append((WordField("", "", ancestor(node, "p")), [False]))
        case "separate" if open_fields:
            open_fields[-1][1][0] = True
        case "end" if open_fields:
            yield open_fields.pop()[0]
