"""What the command line prints: plain sentences and small tables; colour only on a terminal, never needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.cli.say import coloured, say
from lessonkit.problems import Problem

if TYPE_CHECKING:
    from lessonkit.build import Built
    from lessonkit.pack.make import Pack
    from lessonkit.source.listing import Listed


WIDE = 1000
"""The width of an output that is no terminal: a table there is never folded."""

FORMAT_NAMES = {".pdf": "PDF", ".docx": "Word", ".html": "HTML"}


def problems(found: Iterable[Problem]) -> None:
    """One line a problem, on standard error."""
    for problem in found:
        say(f"{coloured('error:', 'red', err=True)} {problem}", err=True)


def fault(sentence: str) -> None:
    """Our own fault, on standard error."""
    say(f"{coloured('fault:', 'red', err=True)} {sentence}", err=True)


def step(sentence: str) -> None:
    """What has just happened, on standard error."""
    say(sentence, err=True)


def progress(documents: Iterator[Built | str], with_problems: bool = True) -> list[Built]:
    """Say what is being built as it happens; returns what was built.

    with_problems: say what is wrong too, where no report will.
    """
    done: list[Built] = []
    for each in documents:
        if isinstance(each, str):
            step(each)
            continue
        if with_problems:  # what is wrong in a definition is said once, not for each of its editions
            problems(problem for problem in each.problems if all(problem not in other.problems for other in done))
        done.append(each)
        for path in each.kept:
            _kept(path, each.files)
    return done


def _kept(path: Path, files: Sequence[Path]) -> None:
    """An edited Word file stays; where its new version is, if there is one."""
    label = coloured("kept:", "yellow", err=True)
    new = [file for file in files if file.suffix == path.suffix and file != path]
    where = f" The new version is {new[0]}." if new else ""
    say(f"{label} {path} has been edited, so it was left as it is.{where}", err=True)


def reasons(documents: Sequence[Built]) -> None:
    """Why each document was built, or not."""
    say()
    for document in documents:
        why = ("nothing has changed that it depends on",) if document.unchanged else document.why
        for reason in why:
            say(f"{document.name}: {reason}.")


def listing(documents: Sequence[Listed]) -> None:
    """The documents that can be built."""
    _print_table(("Name", "Type", "Audience", "Title"), [(d.name, d.type, d.audience, d.title) for d in documents])


def table(documents: Sequence[Built], review: str = "run `lessonkit check` to see each point") -> None:
    """What was built, and what a person still has to do; review: how to see what only a person can judge."""
    heads = ("Document", "Audience", "Pages", "Formats", "Checks", "Reviewed by", "Files")
    _print_table(heads, [_row(document) for document in documents])
    if any(document.reviews for document in documents):
        say(f"\nTo review: {review}.")
    failed = [document.name for document in documents if document.problems and not document.files]
    if failed:
        say(f"\nNot written: {', '.join(failed)}. Each line that begins with `error:` says what to do.")
    if any(document.files for document in documents):
        _left_to_a_person("Machine checks passed where it says so.")


def template_notes(documents: Sequence[Built]) -> None:
    """What the Word files could not take over from the school's own template."""
    _points("Your Word template:", [note for document in documents for note in document.notes])


def fitted(documents: Sequence[Built]) -> None:
    """Which panels were set smaller, because they are full."""
    said = [f"{document.name}: {sentence}." for document in documents for sentence in document.fitted]
    _points("Set tighter, as the layout allows:", said)


def remarks(documents: Sequence[Built]) -> None:
    """Where the tailoring asked for words that a document does not have."""
    said = [f"{document.name}: {remark.text}" for document in documents for remark in document.remarks]
    _points("Not everything is written for these readers:", said)


def _points(head: str, lines: Sequence[str]) -> None:
    """A head and its points, each once; nothing where there are none."""
    if lines:
        say(f"\n{head}")
    for line in dict.fromkeys(lines):
        say(f"- {line}")


def packed(pack: Pack) -> None:
    """Where a pack is, and which of its documents the library lacks."""
    if pack.absent:
        say(f"\nNot in the library yet, and so left out: {', '.join(pack.absent)}.")
    if pack.others:
        say(f"\n{pack.folder} holds files that are not of this pack, such as those of an earlier one.")
        say("Delete them if nobody needs them; an old telephone number in one of them may be wrong:")
        for path in pack.others:
            say(f"- {path.relative_to(pack.folder)}")
    if not pack.ok:
        say("\nThe pack is not complete: mend what is named above, and make it again.")
    elif pack.archive:
        say(f"\nThe pack is in {pack.folder} and, as one file, in {pack.archive}. Begin with 00-index.")
    else:
        say(f"\nThe pack is in {pack.folder}. Begin with 00-index.")


def _row(document: Built) -> tuple[str, ...]:
    formats = ", ".join(dict.fromkeys(FORMAT_NAMES[path.suffix] for path in document.files)) or "none"
    return (
        document.name,
        document.audience,
        str(document.pages or "-"),
        formats,
        _verdict(document),
        document.reviewed,
        _where(document.files),
    )


def _verdict(document: Built) -> str:
    if document.problems:
        return f"{len(document.problems)} to act on" + (" (draft)" if document.draft else "")
    review = f", {len(document.reviews)} to review" if document.reviews else ""
    return f"{document.checks} passed{review}" + (" (unchanged)" if document.unchanged else "")


def _where(files: Sequence[Path]) -> str:
    """Where the files are, short enough for a table: `output/talk-leaflet.pdf, -print.pdf, .docx, .html`."""
    if not files:
        return "not written"
    folder, stem = files[0].parent, files[0].stem
    shown = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    return f"{shown / stem}" + ", ".join(path.name.removeprefix(stem) for path in files)


STEPS = ("reading", "composing", "rendering", "checking", "writing")
"""What a build does, in order."""


def timings(documents: Sequence[Built]) -> None:
    """How long each step of each document took, in milliseconds."""
    say()
    heads = ("Milliseconds", *(step.capitalize() for step in STEPS), "Sum")
    _print_table(heads, [_timing(document) for document in documents])


def _timing(document: Built) -> tuple[str, ...]:
    spent = [document.seconds.get(step, 0.0) for step in STEPS]
    return (document.name, *(f"{1000 * seconds:.0f}" for seconds in (*spent, sum(spent))))


def _left_to_a_person(said: str) -> None:
    """What no rule can judge, after a sentence on what was checked."""
    from lessonkit.check import FOR_A_PERSON

    say(f"\n{said} A person still has to check:")
    for point in FOR_A_PERSON:
        say(f"- {point}")


def _print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for line in table_lines(heads, rows):
        say(line)


def table_lines(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their widest entry, two spaces apart; on a narrower terminal, one line for each entry."""
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    if sum(widths) + 2 * (len(widths) - 1) > width(WIDE):
        yield from _entries(heads, rows)
        return
    for row in (heads, tuple("-" * width for width in widths), *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def width(otherwise: int) -> int:
    """How many characters fit in a line of the terminal, but no more than this; this where there is none."""
    import shutil

    return min(otherwise, shutil.get_terminal_size((otherwise, 0)).columns)


def _entries(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The same, one below the other, for a narrow terminal and for large type."""
    for name, *cells in rows:
        yield name
        for head, cell in zip(heads[1:], cells, strict=True):
            yield f"  {head}: {cell}"
