"""Where in the YAML the words of a printed paragraph stand: one scalar, several, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from lessonkit.edits.markdown import Piece, paragraphs, pieces_of
from lessonkit.edits.scalars import Scalar, scalars
from lessonkit.edits.tokens import keys, tokens
from lessonkit.layout.words import Words
from lessonkit.problems import LessonkitError, Place
from lessonkit.snapshot import Kept, Run
from lessonkit.source.markdown import parse_markdown
from lessonkit.source.markdown_tree import MdBlock
from lessonkit.source.values import SourceText

FAR = 60
"""Lines: words that stand further below the place of a block are not its own."""
SHORTEST = 4
"""Letters that are looked for within other words."""
NOT_PRINTED = frozenset(("id", "name", "type", "kind", "icon", "layout", "theme", "audience", "format", "style"))
"""Keys whose values only look like words."""


@dataclass(frozen=True, slots=True)
class Site:
    """A paragraph of a scalar."""

    scalar: Scalar
    tree: tuple[MdBlock, ...]
    """Of the whole scalar."""
    number: int
    """Of the paragraph in it."""
    pieces: tuple[Piece, ...]
    in_list: bool
    keys: tuple[object, ...]
    """Its words as what makes them the same."""

    @property
    def alone(self) -> bool:
        """True if the scalar holds nothing else."""
        return sum(1 for _ in paragraphs(self.tree)) == 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in the tokens of a printed paragraph the words of a site stand."""

    site: Site
    start: int
    end: int


def sites(text: str, words: Words) -> list[Site]:
    """Every paragraph of every scalar of a definition."""
    try:
        found = scalars(text)
    except yaml.YAMLError:
        return []
    return [site for scalar in found if _is_printed(scalar) for site in _sites(scalar, words)]


def _is_printed(scalar: Scalar) -> bool:
    names = [step for step in scalar.path if isinstance(step, str)]
    return bool(names) and not (
        names[-1] in NOT_PRINTED and isinstance(scalar.path[-1], str) and " " not in scalar.value
    )


def _sites(scalar: Scalar, words: Words) -> Iterator[Site]:
    try:
        tree = parse_markdown(SourceText(scalar.value, Place("")))
        for number, (one, in_list) in enumerate(paragraphs(tree)):
            pieces = tuple(pieces_of(one.inlines, words))
            yield Site(scalar, tree, number, pieces, in_list, keys(piece.run for piece in pieces))
    except (LessonkitError, KeyError):
        return  # no Markdown: an address, an id that looks like a record


def stretches(block: Kept, known: Sequence[Site]) -> list[Stretch]:
    """The sites whose words make up a printed paragraph, in their order; what they do not cover is the layout's."""
    printed = keys(block.runs)
    near = [site for site in known if _distance(block, site) is not None and _is_telling(site, printed)]
    found: list[Stretch] = []
    for site in sorted(near, key=lambda site: (-len(site.keys), _distance(block, site) or 0)):
        at = _find(site.keys, printed, found)
        if at is not None:
            found.append(Stretch(site, at, at + len(site.keys)))
    return sorted(found, key=lambda stretch: stretch.start)


def _is_telling(site: Site, printed: Sequence[object]) -> bool:
    """True unless a text is so short that it would be found anywhere."""
    letters = sum(len(piece.run.text) for piece in site.pieces)
    return letters >= SHORTEST or site.keys == tuple(printed)


def _distance(block: Kept, site: Site) -> int | None:
    """How many lines below the place of a block a site begins; None if it cannot belong to it."""
    scalar, line = site.scalar, block.place.line
    if scalar.line <= line <= scalar.last_line:
        return 0
    distance = scalar.line - line
    return distance if 0 <= distance <= FAR else None


def _find(part: Sequence[object], whole: Sequence[object], found: Sequence[Stretch]) -> int | None:
    """Where a part stands in a whole, outside of what was found."""
    count = len(part)
    for at in range(len(whole) - count + 1) if count else ():
        if tuple(whole[at : at + count]) == tuple(part) and all(at + count <= f.start or f.end <= at for f in found):
            return at
    return None


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a printed paragraph, and whose it is."""

    run: Run
    stretch: int | None
    """Which stretch it belongs to; None for words of the layout."""
    record: str = ""
    after: str = ""
    """A footnote that is called behind it."""


def owned(block: Kept, found: Sequence[Stretch]) -> list[Token]:
    """The tokens of a printed paragraph with their owners."""
    made = [Token(run, None) for run in tokens(block.runs)]
    for number, stretch in enumerate(found):
        beside = list(_beside(stretch.site.pieces))
        for offset, at in enumerate(range(stretch.start, stretch.end)):
            made[at] = Token(made[at].run, number, *beside[offset])
    return made


def _beside(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """For each token of some pieces the record it comes from, and the note behind it."""
    flat = [token.field for token in tokens(replace(one.run, field=str(at)) for at, one in enumerate(pieces))]
    for at, owner in enumerate(flat):
        if owner:
            is_last = owner not in flat[at + 1 :]
            yield pieces[int(owner)].record, pieces[int(owner)].after if is_last else ""
        else:  # a space: within a record it is the record's own
            before, behind = (pieces[int(flat[i])].record for i in (at - 1, at + 1))
            yield before if before == behind else "", ""
