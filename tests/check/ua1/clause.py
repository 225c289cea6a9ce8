"""What a case is: a small change to a conforming file, the clause it is about, and whether the file conforms still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from check.ua1.rich import Annotated


@dataclass(frozen=True)
class Case:
    """One file of the corpus."""

    clause: str
    """Of PDF/UA-1, with the number of the test in veraPDF's profile: `7.1-3`."""
    says: str
    conforms: bool
    change: Callable[[Annotated], None]

    @property
    def name(self) -> str:
        """As files of such a corpus are called."""
        return f"{self.clause} {'pass' if self.conforms else 'fail'} {self.says}"


CASES: list[Case] = []

Change = Callable[[Annotated], None]


def fails(clause: str) -> Callable[[Change], Change]:
    """Lists a function as a change that breaks a clause; its name says how."""
    return _listed(clause, False)


def passes(clause: str) -> Callable[[Change], Change]:
    """Lists a function as a change near a clause that breaks nothing."""
    return _listed(clause, True)


def _listed(clause: str, conforms: bool) -> Callable[[Change], Change]:
    def listed(change: Change) -> Change:
        CASES.append(Case(clause, change.__name__.replace("_", " "), conforms, change))
        return change

    return listed
