"""What can be asked of a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from lessonkit.dataclass import dataclass
from lessonkit.fingerprint import of_bytes
from lessonkit.render import FORMATS
from lessonkit.tailor.asked import PLAIN, Tailoring


@dataclass(frozen=True, slots=True)
class Options:
    """What to build, how strictly, and where to."""

    output: Path | None = None
    """Where finished files go; None checks everything and writes nothing."""
    formats: Sequence[str] = tuple(FORMATS)
    final: bool = False
    """Refuse blanks, sample values, and records nobody has confirmed."""
    draft: bool = False
    """Write outputs that fail a quality check, marked as drafts; content rules still hold."""
    standard: str = "ua-1"
    """What PDF files conform to, one of `render.STANDARDS`."""
    word_template: Path | None = None
    """The school's own Word template, whose styles, theme, head and foot Word files take."""
    tailoring: Tailoring = PLAIN
    """For whom, how long and how presented."""
    lenient: bool = False
    """Leave out silently what a document does not offer of the tailoring, as the members of a pack do."""
    school: Path | None = None
    """The file with the details of the school; None for the project's own `school.yaml`."""
    force: bool = False
    """Build what has not changed, too, and use nothing that was kept."""


NOT_ASKED = ("output", "draft", "force")
"""Options without effect on what is written of a document that passes, and on what is said of it."""

NOT_COMPOSED = (*NOT_ASKED, "formats", "standard", "word_template")
"""Options without effect on the composed document; each other one makes another document."""


def asked(options: Options, without: Sequence[str] = NOT_ASKED) -> dict[str, str]:
    """What was asked for, by name, to compare two builds: as fingerprints, which tell nothing of a class."""
    ways = {each.name: repr(getattr(options, each.name)) for each in fields(options) if each.name not in without}
    lenient = ways.pop("lenient")
    if options.tailoring != PLAIN:  # nothing can be left out of nothing
        ways["tailoring"] += lenient
    return {name: of_bytes(way.encode()) for name, way in ways.items()}
