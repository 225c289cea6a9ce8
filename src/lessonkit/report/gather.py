"""What somebody wants checked: names of definitions, files and folders, sorted out and turned into a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lessonkit.check.rule import Finding
from lessonkit.dataclass import dataclass
from lessonkit.problems import LessonkitError, Problem
from lessonkit.report.examine import STANDARDS, examine, printable
from lessonkit.report.kinds import ENDINGS, NO_SUCH_FILE, OTHER_DOCUMENTS, SEARCHED, is_report, kind_within
from lessonkit.report.model import READABLE, FileReport
from lessonkit.source.project import Project, find_project


@dataclass(frozen=True, slots=True)
class Wanted:
    """What there is to check."""

    names: tuple[str, ...] = ()
    """Of definitions."""
    files: tuple[Path, ...] = ()
    left_out: tuple[Path, ...] = ()
    """Documents in folders that are of a kind which cannot be checked."""


def sort_out(arguments: Sequence[str], folder: Path | None = None) -> Wanted:
    """Names and files, in the order given, each once; a folder stands for the files in it.

    folder: where the project lies. Raises LessonkitError for a folder without such files.
    """
    files = [Path(one) for one in arguments if Path(one).suffix.lower() in SEARCHED and Path(one).is_file()]
    if len(files) == len(arguments):
        return Wanted((), tuple(dict.fromkeys(files)))
    return _sort_out(arguments, find_project(folder))


def _sort_out(arguments: Sequence[str], project: Project) -> Wanted:
    from lessonkit.source.editions import documents, unknown  # files alone need no project

    named = documents(project)
    at = {each.path.resolve(): each.definition for each in named.values()}
    names: list[str] = []
    files: list[Path] = []
    left_out: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        if argument in named or path.resolve() in at:
            names.append(at.get(path.resolve(), argument))
        elif path.is_dir():
            files += _files_in(path)
            left_out += _documents_in(path, OTHER_DOCUMENTS)
        elif path.exists() or path.suffix or path.name != argument:
            files.append(path)
        else:
            todo = unknown(argument, named, project).todo
            raise LessonkitError(Problem(None, f"There is no file, folder or document called `{argument}`.", todo))
    return Wanted(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(files)), tuple(dict.fromkeys(left_out)))


def _files_in(folder: Path) -> list[Path]:
    """What can be checked in a folder and those below; an earlier report of ours is nothing that anybody hands out."""
    found = [path for path in _documents_in(folder, SEARCHED) if not is_report(path)]
    if not found:
        what = f"There is no PDF, Word file or web page in the folder `{folder}`."
        raise LessonkitError(Problem(None, what, "Name a folder that holds some, or the files themselves."))
    return found


def _documents_in(folder: Path, endings: Sequence[str]) -> list[Path]:
    """The files with these endings; not what is hidden, nor Word's locks of open files."""
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in endings and path.is_file()]
    return [path for path in found if not any(part[0] in ".~" for part in path.relative_to(folder).parts)]


def check_files(files: Iterable[Path]) -> Iterator[FileReport]:
    """What was found in each file, as it is found; one sentence for what is no file that can be checked."""
    known: list[Path] = []
    for path in files:
        if path.suffix.lower() in ENDINGS and path.is_file():
            known.append(path)
        else:
            yield _no_file(path)
    yield from examine(known)


def _no_file(path: Path) -> FileReport:
    if path.is_file() and (kind := kind_within(path)):
        what, todo = f"This is a {kind.upper()}.", f"Give its name the ending .{kind}, and check it again."
    elif path.is_file():
        what = f"lessonkit does not check files like this ({path.suffix or 'without an ending'})."
        todo = "It checks PDF, Word (.docx) and its own web pages; save or export the file as one of them."
    else:
        what, todo = NO_SUCH_FILE
    return FileReport(
        printable(path.as_posix()), "other", (Finding(READABLE, "fail", what, todo),), dict.fromkeys(STANDARDS)
    )
