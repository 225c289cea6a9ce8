"""The subject of the rules in this folder: every string of a file, and what none of them may say."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from lessonkit.dataclass import dataclass
from lessonkit.problems import Place


@dataclass(frozen=True, slots=True)
class Said:
    """A string somewhere in a file."""

    where: str
    """What it is, for messages: `the text of page 2`, `an alternative text`, `a comment`."""
    text: str


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that are withheld from the readers of a file."""

    words: str
    """As the author wrote them, for messages."""
    runs: tuple[str, ...]
    """Parts of them, squeezed: any one of them gives the words away."""
    place: Place


@dataclass(frozen=True)
class Strings:
    """All that a file says, and what is withheld from its readers."""

    found: tuple[Said, ...]
    secrets: tuple[Secret, ...]

    @cached_property
    def squeezed(self) -> tuple[tuple[Said, str], ...]:
        """Each string with its letters and figures alone."""
        return tuple((said, squeeze(said.text)) for said in self.found)

    @cached_property
    def whole(self) -> str:
        """Everything at once, to see quickly whether anything is to be looked for at all."""
        return "\n".join(text for _, text in self.squeezed)


def squeeze(text: str) -> str:
    """Letters and figures alone: line ends, marks and hyphens differ from format to format."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
