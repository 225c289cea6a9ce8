"""The options that tailor documents, shared by the commands that build them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lessonkit.tailor.tailoring import Tailoring


def whole_number(written: str | int) -> int:
    """The number that was typed, 0 or more; anything else is a mistyped command."""
    if not str(written).strip().isdecimal():
        raise typer.BadParameter(f"'{written}' is not a whole number. Write figures alone, such as 45.")
    return int(written)


Audience = Annotated[
    str, typer.Option("--audience", metavar="ks1|ks2|ks3|ks4|send", help="The pupils it is for, or about.")
]
Need = Annotated[
    str, typer.Option("--need", metavar="low|moderate|complex", help="With `--audience send`: how much help they need.")
]
Adapt = Annotated[
    list[str] | None,
    typer.Option(
        "--adapt",
        metavar="NAME[,NAME…]",
        help="Adaptations, such as large-print or dyslexia-friendly; `lessonkit show` lists them.",
    ),
]
Minutes = Annotated[
    int,
    typer.Option(
        "--minutes", metavar="N", parser=whole_number, show_default=False, help="Re-cut a lesson to this length."
    ),
]
Copies = Annotated[
    int,
    typer.Option("--copies", metavar="N", parser=whole_number, show_default=False, help="How many pupils need a copy."),
]
Level = Annotated[str, typer.Option("--level", metavar="support|core|stretch", help="How much help a task gives.")]
Language = Annotated[str, typer.Option("--language", metavar="TAG", help="A translation, such as `cy` for Welsh.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help='Another value for this class: --set title="Our lesson".'),
]
ClassFile = Annotated[
    Path | None,
    typer.Option("--class", metavar="FILE", help="A `class.yaml` with these choices, to keep and to share."),
]


def chosen(
    audience: str,
    need: str,
    adapt: list[str] | None,
    minutes: int,
    level: str,
    language: str,
    settings: list[str] | None,
    file: Path | None = None,
) -> Tailoring:
    """What was asked for; what the command line says goes before what `class.yaml` says.

    A level or need that does not exist is a mistyped command.
    """
    from lessonkit.source.variants import LEVELS, NEEDS
    from lessonkit.tailor.classfile import read_class
    from lessonkit.tailor.overrides import parsed
    from lessonkit.tailor.tailoring import Tailoring

    _one_of(need, NEEDS, "--need")
    _one_of(level, LEVELS, "--level")
    kept = read_class(file) if file else Tailoring()
    adapted = {name.strip() for value in adapt or () for name in value.split(",") if name.strip()}
    return Tailoring(
        audience=audience or kept.audience,
        need=need or ("" if audience else kept.need),
        adapt=tuple(sorted(adapted)) or kept.adapt,
        minutes=minutes or kept.minutes,
        level="" if level == "core" else level or kept.level,
        language=language or kept.language,
        overrides=(*kept.overrides, *map(parsed, settings or ())),
    )


def _one_of(value: str, known: tuple[str, ...], option: str) -> None:
    if value and value not in known:
        raise typer.BadParameter(f"'{value}' is not one of {', '.join(known)}.", param_hint=option)
