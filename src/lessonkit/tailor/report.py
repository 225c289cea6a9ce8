"""What a tailored document has no words of its own for, in sentences for the teacher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lessonkit.source.definition import Definition
from lessonkit.source.variants import Fallback
from lessonkit.tailor.asked import Remark

SHOWN = 8
"""How many lines a sentence names."""


def remarks(definition: Definition) -> Iterator[Remark]:
    """One remark for the texts without the variant that was asked for, one for those without a translation."""
    resolved = definition.resolved
    if found := resolved.fallbacks:
        used = " or ".join(dict.fromkeys(each.used or "everyone" for each in found))
        some = "1 text that varies has" if len(found) == 1 else f"{len(found)} texts that vary have"
        said = f"{some} no words for {resolved.asked}, and {_falls(found)} back to those for {used}: {_lines(found)}"
        yield Remark(said, f"{len(found)} of its texts not for {resolved.asked}")
    if found := resolved.untranslated:
        said = f"{'1 text has' if len(found) == 1 else f'{len(found)} texts have'} no translation: {_lines(found)}"
        yield Remark(said, f"{len(found)} of its texts not translated")


def _falls(found: Sequence[Fallback]) -> str:
    return "falls" if len(found) == 1 else "fall"


def _lines(found: Sequence[Fallback]) -> str:
    """The first lines, in the author's file."""
    shown = ", ".join(str(each.place.line) for each in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return f"{found[0].place.file}, line{'s' if len(found) > 1 else ''} {shown}{more}."
