"""`lessonkit build …` and `lessonkit check …` as they are mostly typed, understood without Typer.

Typer, and pydantic with it, take longer to import than the rest of such a command. What this does not know for certain
(another command, another option, `--help`, a mistake) is left to Typer, which knows everything and says what is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from lessonkit.dataclass import dataclass

COMPLETION = "_LESSONKIT_COMPLETE"
"""What a shell sets that asks Typer how a command could go on."""


@dataclass(slots=True)
class Typed:
    """The words of a command, sorted."""

    names: list[str] = field(default_factory=list)
    switches: set[str] = field(default_factory=set)
    values: dict[str, list[str]] = field(default_factory=dict)

    def last(self, option: str, otherwise: str) -> str:
        """The value of an option; of several the last one counts."""
        return self.values.get(option, [otherwise])[-1]

    def path(self, option: str) -> Path | None:
        """The value of an option that names a file or folder."""
        return Path(self.last(option, "")) if option in self.values else None


@dataclass(frozen=True, slots=True)
class Known:
    """A command that is understood here."""

    switches: tuple[str, ...]
    values: tuple[str, ...]
    """Options that take a value."""
    command: Callable[[Typed], Callable[[], int] | None]
    """What to call for what was typed; None if something in it is not right."""

    def read(self, words: Sequence[str]) -> Typed | None:
        """The words after the command, sorted; None if one of them is not known."""
        typed, rest = Typed(), list(words)
        while rest:
            word = rest.pop(0)
            option, sign, value = word.partition("=")
            if word in self.switches:
                typed.switches.add(word)
            elif option in self.values and (sign or rest):
                typed.values.setdefault(option, []).append(value if sign else rest.pop(0))
            elif word and word[0] != "-":
                typed.names.append(word)
            else:
                return None
        return typed


def plain_command(arguments: Sequence[str]) -> Callable[[], int] | None:
    """What to call for these arguments; None for what only Typer can tell."""
    known = COMMANDS.get(arguments[0]) if arguments else None
    if known is None or COMPLETION in os.environ:
        return None
    typed = known.read(arguments[1:])
    return known.command(typed) if typed else None


def _build(typed: Typed) -> Callable[[], int] | None:
    from lessonkit.cli.building import build
    from lessonkit.options import Options
    from lessonkit.render import FORMATS, STANDARDS

    formats = formats_of(typed.values.get("--format", FORMATS))
    standard = typed.last("--standard", STANDARDS[0]).lower()
    final, draft = "--final" in typed.switches, "--draft" in typed.switches
    if not set(formats) <= set(FORMATS) or standard not in STANDARDS or (final and draft):
        return None
    output = typed.path("--output") or Path("output")
    template, force = typed.path("--word-template"), "--force" in typed.switches
    options = Options(output, tuple(formats), final, draft, standard, template, force=force)
    timings, why = "--timings" in typed.switches, "--why" in typed.switches
    return partial(build, typed.names, options, typed.path("--project"), timings, why)


def _check(typed: Typed) -> Callable[[], int] | None:
    from lessonkit.cli.checking import FORMATS, Asked, check

    form, standard = typed.last("--format", FORMATS[0]), typed.last("--standard", Asked().standard).lower()
    if form not in FORMATS or ("--standard" in typed.values and not _is_known(standard)):
        return None
    output, baseline, school, project = map(typed.path, ("--output", "--baseline", "--school", "--project"))
    return partial(check, Asked(tuple(typed.names), form, output, baseline, standard, school, project))


def _is_known(standard: str) -> bool:
    """Whether it is a standard; a check of files, which needs none, waits for nothing that makes documents."""
    from lessonkit.render import STANDARDS

    return standard in STANDARDS


COMMANDS = {
    "build": Known(
        ("--final", "--draft", "--force", "--why", "--timings"),
        ("--format", "--output", "--standard", "--word-template", "--project"),
        _build,
    ),
    "check": Known((), ("--format", "--output", "--baseline", "--standard", "--school", "--project"), _check),
}


def formats_of(wanted: Iterable[str]) -> list[str]:
    """The formats that were asked for, each once; commas are understood too."""
    return list(dict.fromkeys(name.strip().lower() for value in wanted for name in value.split(",")))
