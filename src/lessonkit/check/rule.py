"""What a check is: a rule that reads one subject and yields findings.

A rule is one file. Its docstring is all that people are told about it: the good state as a title, why it matters to a
reader, an example that passes, one that fails, how to mend any file (where that is not plain from the finding), and the
clause that demands it. `read_rule` turns that into a `Rule`, so the words stand once; its id is the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, Literal, TypeAlias, TypeVar

from lessonkit.dataclass import dataclass
from lessonkit.problems import Place, Problem
from lessonkit.reading import fold

Subject = TypeVar("Subject")
Outcome: TypeAlias = Literal["fail", "review"]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found; silence is a pass."""

    rule: str
    """The rule's id."""
    outcome: Outcome
    """`fail` stops the output; `review` asks a person to look."""
    message: str
    """What is wrong, in a sentence with its full stop."""
    todo: str = ""
    """What to do about it: a sentence with its full stop."""
    place: Place | None = None
    """The author's line, where it is known."""
    page: int = 0
    """Of a finished PDF, counted from 1; 0 where no page is known."""
    quote: str = ""
    """The words in the file that it is about."""
    box: Box | None = None
    """Where on that page: left, bottom, right, top in points from the page's lower left corner."""

    def problem(self) -> Problem:
        """The same as an error that an author can act on."""
        return Problem(self.place, self.message, self.todo)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One check over one kind of subject: a definition, a document, or a file read back."""

    id: str
    """Says the good state and is the file's name: `figure-has-alt`."""
    title: str
    """The good state as a sentence."""
    why: str
    """Why it matters to a reader."""
    clause: str
    """What demands it: a standard's clause, or the project's own reason."""
    check: Callable[[Subject], Iterable[Finding]]
    passes: str = ""
    """An example that passes."""
    fails: str = ""
    """An example that fails."""
    fix: str = ""
    """How to mend any file: in Word, in Acrobat. Findings that know better say so themselves."""

    def fail(
        self,
        message: str,
        todo: str = "",
        place: Place | None = None,
        *,
        page: int = 0,
        quote: str = "",
        box: Box | None = None,
    ) -> Finding:
        """A finding of this rule that stops the output."""
        return Finding(self.id, "fail", message, todo, place, page, quote, box)

    def review(
        self,
        message: str,
        todo: str = "",
        place: Place | None = None,
        *,
        page: int = 0,
        quote: str = "",
        box: Box | None = None,
    ) -> Finding:
        """A finding of this rule that a person must judge."""
        return Finding(self.id, "review", message, todo, place, page, quote, box)


def read_rule(module: str, doc: str | None, check: Callable[[Subject], Iterable[Finding]]) -> Rule[Subject]:
    """The rule of a module: `RULE = read_rule(__name__, __doc__, check)`."""
    title, _, rest = (doc or "").strip().partition("\n")
    why, *labelled = (fold(part) for part in re.split(r"^(Passes|Fails|Fix|Clause): ", rest, flags=re.MULTILINE))
    parts = dict(zip(labelled[::2], labelled[1::2], strict=True))
    return Rule(
        id=module.rpartition(".")[2].replace("_", "-"),
        title=title,
        why=why,
        clause=parts.get("Clause", ""),
        check=check,
        passes=parts.get("Passes", ""),
        fails=parts.get("Fails", ""),
        fix=parts.get("Fix", ""),
    )


def run(rules: Iterable[Rule[Subject]], subject: Subject) -> list[Finding]:
    """Every finding of these rules about one subject, in the order of the rules."""
    return [finding for rule in rules for finding in rule.check(subject)]
