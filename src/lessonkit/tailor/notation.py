"""A document and its tailoring in one line: `maya-film:send-moderate+large-print@45/support`."""

from __future__ import annotations

import re

from lessonkit.problems import LessonkitError, Problem, raise_if_any
from lessonkit.source.texts import LANGUAGE
from lessonkit.source.variants import NATIONS
from lessonkit.tailor.tailoring import Tailoring, wrong_options

WANTED = re.compile(
    r"(?P<name>[a-z0-9-]+)(?::(?P<audience>[a-z0-9]+)(?:-(?P<need>low|moderate|complex))?)?"
    r"(?P<adapt>(?:\+[a-z-]+)*)(?:@(?P<minutes>\d+))?(?:/(?P<level>support|core|stretch))?"
    rf"(?:,(?P<nation>{'|'.join(NATIONS)}))?(?:,(?P<language>{LANGUAGE.pattern}))?"
)
FORM = "NAME[:AUDIENCE[-NEED]][+ADAPTATION…][@MINUTES][/LEVEL][,NATION][,LANGUAGE]"


def parsed(written: str) -> tuple[str, Tailoring]:
    """The document and the tailoring that a line names; raises LessonkitError when it is not written so."""
    match = WANTED.fullmatch(written.strip())
    if not match:
        todo = f"Write {FORM}, such as maya-film:send-moderate+large-print@45."
        raise LessonkitError(Problem(None, f"`{written}` names no document and tailoring.", todo))
    level = match["level"] or ""
    asked = Tailoring(
        audience=match["audience"] or "",
        need=match["need"] or "",
        adapt=tuple(sorted(filter(None, match["adapt"].split("+")))),
        minutes=int(match["minutes"] or 0),
        level="" if level == "core" else level,
        nation=match["nation"] or "",
        language=match["language"] or "",
    )
    raise_if_any(wrong_options(asked))
    return match["name"], asked


def notation(name: str, asked: Tailoring) -> str:
    """The line for a document and a tailoring; values set for a class have no place in it."""
    audience = "-".join(part for part in (asked.audience, asked.need) if part)
    parts = (
        name,
        f":{audience}" if audience else "",
        *(f"+{each}" for each in asked.adapt),
        f"@{asked.minutes}" if asked.minutes else "",
        f"/{asked.level}" if asked.level else "",
        f",{asked.nation}" if asked.nation else "",
        f",{asked.language}" if asked.language else "",
    )
    return "".join(parts)
