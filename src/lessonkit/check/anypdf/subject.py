"""The subject of the rules in this folder: any PDF, with its blocks of words and its lines put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypedDict

from lessonkit.check.anypdf.contacts import telephones
from lessonkit.check.anypdf.facts import Box, Content, Drawn, Node, PdfFacts, Pointer, Run
from lessonkit.check.anypdf.grounds import Ground, grounds
from lessonkit.check.pdf.structure import INLINE, NOTES
from lessonkit.dataclass import dataclass
from lessonkit.reading import fold

HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
WITHIN, WITHOUT_NOTES = INLINE - {"Lbl"}, INLINE - NOTES
OF_WORDS = HEADINGS | INLINE | {"P", "Caption", "Title", "LI", "LBody", "TD", "TH", "NonStruct"}
"""Roles whose elements may hold words; a NonStruct in one of them is nothing of its own."""
LONGEST_QUOTE = 60
RAISED = 0.85
"""In parts of the size of a text: smaller numbers in it call notes."""
SAME_LINE = 0.5
"""In parts of the size: how far baselines may lie apart within a line."""
SOFT_HYPHEN = "\u00ad"
BODY = 11.0
"""The size of words where there are none to tell."""


class Spot(TypedDict):
    """Where on the pages something is, as a finding takes it."""

    page: int
    """Counted from 1; 0 for nowhere."""
    quote: str
    box: tuple[float, float, float, float] | None


def at(page: int, quote: str = "", box: tuple[float, float, float, float] | None = None) -> Spot:
    """A spot on a page."""
    return Spot(page=page, quote=shorten(quote), box=box)


NOWHERE = Spot(page=0, quote="", box=None)


@dataclass(eq=False, slots=True)
class Line:
    """The runs of a block that stand on one line."""

    page: int
    runs: list[Run]

    @property
    def box(self) -> Box:
        """Around all runs."""
        return around(self.runs)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.said for run in self.runs)


@dataclass(eq=False)
class Block:
    """An element that starts a line of its own, with its own words: not those of blocks in it."""

    node: Node
    runs: list[Run]
    text: str
    lines: list[Line]

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: Counter[float] = Counter()
        for run in self.runs:
            sizes[round(run.size, 1)] += len(run.text.strip())
        return sizes.most_common(1)[0][0] if sizes else 0.0

    @cached_property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        drawn = [run for run in self.runs if run.text.strip()]
        return bool(drawn) and all(run.face.bold or run.mode == 2 for run in drawn)

    @property
    def page(self) -> int:
        """Where it starts; 0 if it draws no words."""
        return self.runs[0].page if self.runs else 0

    @property
    def spot(self) -> Spot:
        """Where it starts."""
        return spot_of(self.runs, self.text) if self.runs else NOWHERE


class AnyPdf:
    """A PDF, whoever made it."""

    def __init__(self, facts: PdfFacts) -> None:
        self.facts = facts

    @cached_property
    def blocks(self) -> list[Block]:
        """Every element with words of its own, in reading order."""
        return [block for node in self.facts.nodes if not in_line(node) and (block := self._block(node))]

    @cached_property
    def block_of(self) -> dict[Node, Block]:
        """The blocks by their elements."""
        return {block.node: block for block in self.blocks}

    def _block(self, node: Node) -> Block | None:
        runs = list(self._runs(node))
        text = fold("".join(self._said(node))).replace(SOFT_HYPHEN, "")
        return Block(node, runs, text, lines(runs)) if runs or text else None

    def _runs(self, node: Node) -> Iterator[Run]:
        for kid in node.kids:
            if isinstance(kid, Content):
                yield from self.facts.runs_of.get(kid, ())
            elif isinstance(kid, Node) and in_line(kid, WITHIN):
                yield from self._runs(kid)

    def _said(self, node: Node) -> Iterator[str]:
        if node.actual_text is not None:
            yield node.actual_text
            return
        for kid in node.kids:
            if isinstance(kid, Content):
                yield from (run.said for run in self.facts.runs_of.get(kid, ()))
            elif isinstance(kid, Node) and in_line(kid, WITHIN):
                yield from self._said(kid)

    def words(self, node: Node) -> str:
        """All that is said in an element, labels and blocks in it too."""
        return fold(" ".join(self._all_words(node))).replace(SOFT_HYPHEN, "")

    def _all_words(self, node: Node) -> Iterator[str]:
        if node.actual_text is not None:
            yield node.actual_text
            return
        joined: list[str] = []
        for kid in node.kids:
            if isinstance(kid, Content):
                joined += (run.said for run in self.facts.runs_of.get(kid, ()))
            elif isinstance(kid, Node) and in_line(kid, WITHOUT_NOTES):
                joined.append("".join(self._all_words(kid)))
            elif isinstance(kid, Node):
                yield "".join(joined)
                joined = []
                yield from self._all_words(kid)
        yield "".join(joined)

    def contents(self, node: Node) -> list[Content]:
        """All marked content in an element."""
        return [kid for each in node.walk() for kid in each.kids if isinstance(kid, Content)]

    def pointers(self, node: Node) -> list[Pointer]:
        """All references to annotations in an element."""
        return [kid for each in node.walk() for kid in each.kids if isinstance(kid, Pointer)]

    def runs(self, node: Node) -> list[Run]:
        """All words drawn in an element."""
        return [run for content in self.contents(node) for run in self.facts.runs_of.get(content, ())]

    def own_runs(self, node: Node) -> list[Run]:
        """The words drawn directly in an element."""
        contents = (kid for kid in node.kids if isinstance(kid, Content))
        return [run for content in contents for run in self.facts.runs_of.get(content, ())]

    def spot(self, node: Node, words: str = "") -> Spot:
        """Where an element begins; nowhere if nothing of it is drawn."""
        runs = self.runs(node)
        if runs:
            return spot_of(runs, words or self.words(node))
        pages = [content.page for content in self.contents(node) if content.page]
        return at(pages[0], words) if pages else NOWHERE

    @cached_property
    def grounds(self) -> list[list[tuple[Run, Ground]]]:
        """What is beneath visible words, page by page."""
        return [list(grounds(page)) for page in self.facts.pages]

    @cached_property
    def headings(self) -> list[Block]:
        """Headings with words, in reading order."""
        return [block for block in self.blocks if block.node.role in HEADINGS]

    @cached_property
    def telephones(self) -> dict[str, str]:
        """Each telephone number that is read as text, by its digits."""
        texts = ("".join(run.said for run in block.runs if run.size >= RAISED * block.size) for block in self.blocks)
        return {number: shown for text in texts for number, shown in telephones(text).items()}

    @cached_property
    def body_size(self) -> float:
        """The size of most letters of real content."""
        sizes: Counter[float] = Counter()
        for block in self.blocks or ():
            if block.node.role not in HEADINGS:
                for run in block.runs:
                    sizes[round(run.size, 1)] += len(run.text.strip())
        return sizes.most_common(1)[0][0] if sizes else BODY

    def language(self, node: Node, run: Run | None = None) -> str:
        """The language that is declared for an element, or for a run in it."""
        if run is not None and run.language is not None:
            return run.language
        declared = (each.language for each in (node, *node.above()) if each.language is not None)
        return next(declared, self.facts.language)


def in_line(node: Node, roles: frozenset[str] = INLINE) -> bool:
    """Whether an element stands in a line of the one around it, as one of these roles or as none (NonStruct)."""
    if node.role != "NonStruct":
        return node.role in roles
    outer = next((each for each in node.above() if each.role != "NonStruct"), None)
    return outer is not None and outer.role in OF_WORDS


def around(runs: Iterable[Drawn]) -> Box:
    """The box around runs, or other things that are drawn."""
    found: Box | None = None
    for run in runs:
        found = run.box if found is None else found.joins(run.box)
    return found or Box(0, 0, 0, 0)


def lines(runs: list[Run]) -> list[Line]:
    """The lines that runs stand on, in their order."""
    found: list[Line] = []
    for run in runs:
        last = found[-1].runs[-1] if found else None
        if last is not None and last.page == run.page and same_line(last, run):
            found[-1].runs.append(run)
        else:
            found.append(Line(run.page, [run]))
    return found


def same_line(one: Run, other: Run) -> bool:
    """Whether both stand on one line; a raised number stands on that of its word."""
    return abs(one.baseline - other.baseline) <= SAME_LINE * max(one.size, other.size, 1)


def spot_of(runs: list[Run], words: str = "") -> Spot:
    """The first page that runs stand on, and the box around them there."""
    page = runs[0].page
    here = around(run for run in runs if run.page == page)
    return at(page, words or "".join(run.text for run in runs), Box(*(round(side, 1) for side in here)))


def shorten(words: str) -> str:
    """Words to quote: not more than a line of them."""
    words = fold(words)
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def quoted(words: str) -> str:
    """Words in quotation marks, shortened."""
    return f"“{shorten(words)}”"
