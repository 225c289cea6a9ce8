"""What the documents of one project share while they are built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from lessonkit.compositions import Compositions
from lessonkit.dataclass import dataclass
from lessonkit.drawing import Assets
from lessonkit.fingerprint import Inputs, of_bytes
from lessonkit.ledger import Ledger
from lessonkit.options import Options, asked
from lessonkit.problems import Problem, raise_if_any
from lessonkit.shared import Shared
from lessonkit.source.editions import documents, unknown
from lessonkit.source.project import Project
from lessonkit.stopwatch import Stopwatch
from lessonkit.tailor.asked import PLAIN

# What reads and composes is imported where it is used: a build that needs neither starts in half the time.
if TYPE_CHECKING:
    from lessonkit.layout.adaptations import Adaptations
    from lessonkit.source.library import Library
    from lessonkit.tailor.asked import Tailoring
    from lessonkit.tailor.school import School


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that the documents of one project share, read once."""

    project: Project
    shared: Shared
    assets: Assets
    options: Options
    inputs: Inputs
    compositions: Compositions
    watch: Stopwatch = field(default_factory=Stopwatch)
    """Takes the time of one document."""
    adaptations: Adaptations | None = None
    """Those that documents get; None for those that the options ask for."""

    @classmethod
    def open(cls, project: Project, options: Options) -> Workshop:
        """Everything in its place; raises LessonkitError for what makes no sense in the options."""
        inputs, shared = Inputs(project.root), Shared(project, options.school, options.word_template)
        assets = Assets(project.layouts / "icons", project.root)
        if options.tailoring != PLAIN:
            from lessonkit.tailor.tailoring import wrong_options

            raise_if_any(wrong_options(options.tailoring))
            raise_if_any(_for_no_document(options.tailoring, project))
            shared.adaptations(options.tailoring.adapt)
        return cls(project, shared, assets, options, inputs, Compositions(project, inputs))

    @property
    def may_keep(self) -> bool:
        """Whether documents composed earlier will do: a check looks at everything, and so does a draft.

        What is written for one class is for nobody to find in a cache.
        """
        options = self.options
        return not (options.output is None or options.draft or options.force or options.tailoring.overrides)

    @property
    def library(self) -> Library:
        """The records."""
        return self.shared.library

    @property
    def school(self) -> School:
        """The details of the school."""
        return self.shared.school

    def ledger(self) -> Ledger | None:
        """What is known of the documents in the output folder; None if nothing is written."""
        options, ways = self.options, asked(self.options)
        if options.word_template:
            ways["word_template"] = of_bytes(
                f"{options.word_template} {self.inputs.of(options.word_template)}".encode()
            )
        return Ledger(options.output, self.project, self.inputs, ways) if options.output else None


def _for_no_document(asked: Tailoring, project: Project) -> Iterator[Problem]:
    """Values of a class for a document that is not there: they would change nothing, and nobody would know."""
    overrides = [each for each in asked.overrides if each.document]
    known = documents(project) if overrides else {}
    for each in overrides:
        if each.document not in known and all(each.document != named.definition for named in known.values()):
            yield replace(unknown(each.document, known, project), place=each.place)
