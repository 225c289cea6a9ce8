"""One document in the ledger of the output folder: whether it has to be built, and what is remembered of it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.build.built import Built
from lessonkit.compositions import Composition
from lessonkit.fingerprint import Noted, of_file
from lessonkit.ledger import Entry, Last, Ledger, State
from lessonkit.options import Options
from lessonkit.source.editions import Named

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    pass


class Page:
    """One document in the ledger of the output folder."""

    def __init__(self, document: Named, ledger: Ledger | None, options: Options) -> None:
        self.document = document
        self.ledger = ledger
        self.name = "-".join(part for part in (document.name, options.tailoring.slug) if part)
        self.state = State()
        if options.force:
            self.state = State(None, ("--force was given",))
        elif ledger:
            self.state = ledger.state(self.name, document.path)

    def is_as_before(self, made: Composition) -> bool:
        """True if a document that was composed again is the same as at its last build, and nothing else has changed."""
        entry = self.state.entry
        return bool(entry and self.state.may_be_as_before and entry.last.composition == made.whole)

    def unchanged(self, entry: Entry) -> Built:
        """A document that is as it was at its last build."""
        folder, last = self.ledger.folder if self.ledger else Path(), entry.last
        about = {each.name: getattr(last, each.name) for each in fields(Built) if hasattr(last, each.name)}
        about["kept"] = tuple(folder / name for name in self.ledger.edited(entry)) if self.ledger else ()
        files = tuple(folder / name for name in last.outputs)
        return Built(**about, files=files, findings=last.reviews, unchanged=True, path=self.document.path)

    def write(self, built: Built, made: Composition | None, files: Noted) -> None:
        """Remember what was built, and from what; what failed or is a draft is built again in any case."""
        if self.ledger is None:
            return
        if built.problems or made is None:
            self.ledger.strike(self.name, "its last build was a draft" if built.draft else "its last build failed")
            return
        about = {each.name: getattr(built, each.name) for each in fields(Last) if hasattr(built, each.name)}
        about["kept"] = tuple(file.name for file in built.kept)
        outputs = {file.name: of_file(file) for file in built.files}
        last = Last(**about, outputs=outputs, uses=made.uses, composition=made.whole)
        self.ledger.write(self.name, self.document.path, files, last)
