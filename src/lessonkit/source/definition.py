"""What every definition has: a lesson, a leaflet and a guide build on it."""

from __future__ import annotations

from pydantic import Field, PrivateAttr

from lessonkit.source.blocks import AnyBlock
from lessonkit.source.model import Model
from lessonkit.source.texts import Audience, Date, Id, Language, Line, MessageId, Words
from lessonkit.source.values import SourceText
from lessonkit.source.variants import EASY, Resolved
from lessonkit.source.withheld import Withheld


class Review(Model):
    """The sign-off of a safeguarding professional."""

    by: Line
    role: Line
    on: Date


class Definition(Model):
    """The keys that all definitions share."""

    format: int
    type: str
    name: Id
    """The stem of the file's name and of all outputs."""
    title: Line
    subtitle: Line | None = None
    audience: Audience
    """Who reads it."""
    audiences: tuple[Audience, ...] = ()
    """The pupils it can be tailored for, the usual ones first."""
    language: Language = SourceText("en-GB")
    layout: Id = Field(default_factory=lambda data: data.get("type", ""))
    theme: Id = SourceText("calm")
    summary: Line
    """One sentence for lists and metadata."""
    version: Words
    date: Date
    reviewed: Review | None = None
    credits: tuple[MessageId, ...] = ()
    translations: dict[Language, Review] = Field(default_factory=dict)
    """Who has read each translation; one that nobody has read is built as a template only."""

    _resolved: Resolved = PrivateAttr(default_factory=Resolved)
    _withheld: Withheld = PrivateAttr(default_factory=Withheld)

    @property
    def resolved(self) -> Resolved:
        """Where the variants that were asked for were missing."""
        return self._resolved

    @property
    def band(self) -> str:
        """Whose reading limits hold: those of Easy Read if its words are chosen, else those of the audience."""
        return EASY if EASY in self._resolved.names else str(self.audience)

    @property
    def withheld(self) -> Withheld:
        """What its file holds for staff alone."""
        return self._withheld

    def remember(self, resolved: Resolved, withheld: Withheld) -> None:
        """Keep what came up while variants were chosen, and what no pupil may read."""
        self._resolved, self._withheld = resolved, withheld

    @property
    def discreet(self) -> bool:
        """Whether its readers may need to leave its web page at once."""
        return False


class Part(Model):
    """A section of a lesson."""

    heading: Line | None = None
    """None for the heading of the layout."""
    phase: Id | None = None
    """The phase of the lesson in which it is taught."""
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)
