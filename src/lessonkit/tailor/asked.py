"""What a teacher asks for, as a plain record: a build that finds nothing to do compares it and reads no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonkit.dataclass import dataclass

if TYPE_CHECKING:
    from lessonkit.tailor.overrides import Override

EASY_READ = "easy-read"
"""The adaptation that takes other words."""
EASY = "easy"
"""What variants call those words."""


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What a teacher asks for; everything left out stays as the definition has it."""

    audience: str = ""
    need: str = ""
    """low, moderate or complex: how much help pupils with SEND need."""
    adapt: tuple[str, ...] = ()
    """Adaptations, in the order of `layouts/adaptations`."""
    minutes: int = 0
    level: str = ""
    """support or stretch; empty for core."""
    language: str = ""
    """Of a translation."""
    nation: str = ""
    """`wales`, `scotland` … as variants have it; empty for England."""
    overrides: tuple[Override, ...] = ()

    @property
    def asked(self) -> str:
        """The most specific variant that somebody asked for by name."""
        audience = f"{self.audience}-{self.need}" if self.need else self.audience
        return self.level or (EASY if self.easy else audience)

    @property
    def easy(self) -> bool:
        """True if the words are those for Easy Read."""
        return EASY_READ in self.adapt

    @property
    def slug(self) -> str:
        """What a file name says of it: `send-moderate-large-print-45min`; empty for a plain build."""
        minutes = f"{self.minutes}min" if self.minutes else ""
        parts = (self.audience, self.need, self.level, *self.adapt, minutes, self.language)
        return "-".join(part for part in parts if part)


PLAIN = Tailoring()


@dataclass(frozen=True, slots=True)
class Remark:
    """What of a tailoring a document lacks."""

    text: str
    """A sentence, with the lines where there are any."""
    short: str
    """A few words, for the index of a pack: `without symbols`."""
