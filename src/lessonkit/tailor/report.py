"""What a tailored document has no words of its own for, in sentences for the teacher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lessonkit.source.definition import Definition
from lessonkit.source.variants import Fallback

SHOWN = 8
"""How many lines a sentence names."""


def remarks(definition: Definition) -> Iterator[str]:
    """One sentence for the texts without the variant that was asked for, one for those without a translation."""
    resolved = definition.resolved
    if resolved.fallbacks:
        used = dict.fromkeys(each.used or "everyone" for each in resolved.fallbacks)
        yield f"{_count(resolved.fallbacks)} no variant of the kind asked for; it has that for {', '.join(used)}: " + (
            _lines(resolved.fallbacks)
        )
    if resolved.untranslated:
        yield f"{_count(resolved.untranslated)} no translation: {_lines(resolved.untranslated)}"


def _count(found: Sequence[Fallback]) -> str:
    return "1 text has" if len(found) == 1 else f"{len(found)} texts have"


def _lines(found: Sequence[Fallback]) -> str:
    """The first lines, in the author's file."""
    shown = ", ".join(str(each.place.line) for each in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return f"{found[0].place.file}, line{'s' if len(found) > 1 else ''} {shown}{more}."
