"""`python -m lessonkit.source FILE…` reads definitions and says what is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

from lessonkit.problems import LessonkitError
from lessonkit.source.library import read_library
from lessonkit.source.project import find_project
from lessonkit.source.read import read_definition


def main(names: list[str]) -> int:
    """Read each file, or all definitions of the project; a folder `library` stands for the records."""
    bad = 0
    project = find_project(Path(names[0]).parent) if names else find_project()
    for path in map(Path, names) if names else project.definitions().values():
        try:
            if path.resolve().is_relative_to(project.library.resolve()):
                read_library(project)
            else:
                read_definition(path, project)
        except LessonkitError as error:
            bad += 1
            sys.stdout.write(f"{error}\n")
        else:
            sys.stdout.write(f"{path}: fine\n")
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LessonkitError as fault:
        sys.exit(str(fault))
