"""What composing gives: a document and the theme it is drawn in."""

from __future__ import annotations

from lessonkit.appearance import Theme
from lessonkit.dataclass import dataclass
from lessonkit.document import Document


@dataclass(frozen=True, slots=True)
class Composed:
    """A document and the theme it is drawn in."""

    document: Document
    theme: Theme
