"""What `lessonkit build` does, once it is known what was asked for."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.cli import show

if TYPE_CHECKING:
    from lessonkit.options import Options


def build(names: Sequence[str], options: Options, project: Path | None, timings: bool, why: bool) -> int:
    """Build, say what became of it, and return the exit status."""
    from lessonkit.build import build_all
    from lessonkit.source.project import find_project

    gc.freeze()  # what has been imported stays: looking through it for rubbish took a twentieth of a build
    built = show.progress(build_all(find_project(project), names, options))
    show.table(built)
    show.template_notes(built)
    show.remarks(built)
    show.fitted(built)
    if why:
        show.reasons(built)
    if timings:
        show.timings(built)
    return 0 if all(document.ok for document in built) else 1
