"""What a mutation is: a function that spoils one thing, and the exact set of rules that notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from check.mutations.editing import Editing
from check.mutations.good import good


@dataclass(frozen=True)
class Mutation:
    """One way in which a file may be spoilt."""

    says: str
    spoil: Callable[[Editing], None]
    rules: frozenset[str]
    start: Callable[[], bytes]
    """The good file that it spoils."""


MUTATIONS: list[Mutation] = []


def mutation(
    *rules: str, of: Callable[[], bytes] = good
) -> Callable[[Callable[[Editing], None]], Callable[[Editing], None]]:
    """Lists a function as a mutation that these rules notice, and no others; its name says what is wrong."""

    def listed(spoil: Callable[[Editing], None]) -> Callable[[Editing], None]:
        MUTATIONS.append(Mutation(spoil.__name__.replace("_", " "), spoil, frozenset(rules), of))
        return spoil

    return listed
