"""What `compare` and `adopt` print: a person's edits in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from lessonkit.edits.change import Change
from lessonkit.edits.compare import Comparison
from lessonkit.edits.proposal import Conflict, Proposal
from lessonkit.edits.tokens import differences, keys, tokens
from lessonkit.snapshot import Run, words_of

AROUND = 5
"""How many words are shown on each side of an edit."""
LONGEST = 160
CERTAIN, FAIR = 0.95, 0.75


def comparison(found: Comparison, file: str) -> None:
    """Every edit with its line in the YAML."""
    how_sure(found)
    for change in found.changes:
        typer.echo(f"{_where(change, file)}: {sentence(change)}")
    remarks(found, file)
    if not found.changes and not found.remarks:
        typer.echo(f"{file}: nothing has been changed.")
    elif found.changes:
        count = len(found.changes)
        typer.echo(f"\n{count} {'edit' if count == 1 else 'edits'}. `lessonkit adopt` proposes them for the YAML.")


def remarks(found: Comparison, file: str) -> None:
    """What YAML has no words for."""
    for remark in found.remarks:
        typer.echo(f"{file}: not for YAML: {remark}")


def how_sure(found: Comparison) -> None:
    """Say that the marks are gone, and how far the comparison can be trusted."""
    if found.by_words:
        sure = "sure" if found.least_sure >= CERTAIN else "fairly sure" if found.least_sure >= FAIR else "not sure"
        typer.echo(
            "The marks by which lessonkit knows its paragraphs are gone (Google Docs removes them). "
            f"{found.matched} paragraphs were told by their words; the least alike of them is {sure} "
            f"({found.least_sure:.0%}). Read each edit before you take it over.\n"
        )


def _where(change: Change, file: str) -> str:
    if change.block is None or not change.block.place.file:
        return file
    return f"after {change.block.place}" if change.kind == "added" else str(change.block.place)


def sentence(change: Change) -> str:
    """One edit in plain words."""
    old = shorten(change.block.words) if change.block else ""
    said = _said(change, old)
    return f"{said} (told by its words, {change.sure:.0%} alike)" if change.sure < 1 else said


def _said(change: Change, old: str) -> str:
    match change.kind:
        case "changed":
            return "changed: " + _both(change.block.runs if change.block else (), change.parts[0])
        case "added":
            return f"added {_form(change.form)}: “{shorten(change.new)}”"
        case "deleted":
            return f"deleted: “{old}”"
        case "moved":
            return f"moved elsewhere: “{old}”"
        case "split":
            return f"split into {len(change.parts)}: " + " / ".join(
                f"“{shorten(words_of(p), 70)}”" for p in change.parts
            )
        case "joined":
            return f"joined with what followed: “{shorten(change.new)}”"


def _form(form: str) -> str:
    return {"item": "a list item", "heading": "a heading", "cell": "words in a table"}.get(form, "a paragraph")


def _both(old: Sequence[Run], new: Sequence[Run]) -> str:
    """The old and the new words around what differs."""
    if words_of(old) == words_of(new):
        return f"“{shorten(words_of(new))}” looks different: " + _looks(old, new)
    before, after = words_of(old).split(), words_of(new).split()
    steps = [step for step in differences(before, after) if step[0] != "equal"]
    first, last = steps[0], steps[-1]
    return f"{_part(before, first[1], last[2])} → {_part(after, first[3], last[4])}"


def _part(words: Sequence[str], start: int, end: int) -> str:
    begin, stop = max(0, start - AROUND), end + AROUND
    shown = shorten(" ".join(words[begin:stop]))
    return f"“{'… ' if begin else ''}{shown}{' …' if stop < len(words) else ''}”"


def _looks(old: Sequence[Run], new: Sequence[Run]) -> str:
    return "; ".join(_look_steps(old, new))


def _look_steps(old: Sequence[Run], new: Sequence[Run]) -> Iterator[str]:
    pieces = tokens(new)
    for step, _, _, start, end in differences(keys(old), keys(new)):
        if step != "equal" and start < end:
            look = ", ".join(sorted(pieces[start].marks)) or ("link" if pieces[start].target else "plain")
            yield f"“{shorten(words_of(pieces[start:end]), 50)}” is now {look}"


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, its middle left out if it is long."""
    half = longest // 2
    return text if len(text) <= longest else f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"


def proposal(found: Proposal) -> None:
    """The edit of the YAML, and what stays with the person."""
    if patch := found.patch():
        typer.echo(patch, nl=False)
        typer.echo()
    for refused in found.refused:
        label = "LOOK, a contact" if refused.loud else "not adopted"
        typer.echo(f"{label}: {_where(refused.change, found.file)}: {sentence(refused.change)}")
        typer.echo(f"    {refused.why}")
    for conflict in found.conflicts:
        typer.echo(f"you decide: {_where(conflict.change, found.file)}: changed in the Word file and in the YAML.")
        typer.echo(f"    in the Word file: {sentence(conflict.change)}")
        typer.echo(f"    in the YAML now:  {_now(conflict)}")
    for change in found.already:
        typer.echo(f"already there: {_where(change, found.file)}: {sentence(change)}")


def _now(conflict: Conflict) -> str:
    if conflict.now is None:
        return "other words, or none; compare the two by hand"
    return f"“{shorten(conflict.now.words)}” ({conflict.now.place})"


def summary(found: Proposal, written: bool) -> None:
    """How many edits go into the YAML, and what to do next."""
    left = len(found.refused) + len(found.conflicts)
    rest = f" {left} {'stays' if left == 1 else 'stay'} with you." if left else ""
    if not found.adopted:
        typer.echo(f"Nothing to write into {found.file}.{rest}")
    elif written:
        typer.echo(f"Written: {_edits(len(found.adopted))} into {found.file}.{rest} Build again to see them.")
    else:
        typer.echo(f"{_edits(len(found.adopted))} can go into {found.file}: run it again with --write.{rest}")


def _edits(count: int) -> str:
    return f"{count} {'edit' if count == 1 else 'edits'}"
