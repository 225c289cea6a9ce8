"""A small project with one guide, for tests that take edits of its Word file over into its YAML."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from edits.word_edits import WordEditor, edited
from lessonkit.edits import compare
from lessonkit.edits.base import Workbench, base_of
from lessonkit.edits.proposal import Proposal
from lessonkit.edits.propose import propose
from lessonkit.edits.word import read_edited
from lessonkit.layout.compose import compose
from lessonkit.render.docx import render_docx
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from render.every_node import ASSETS

GUIDE = """\
# A guide whose comments must survive.
format: 1
type: guide
name: tiny
title: A tiny guide
audience: parents
language: en-GB
summary: A guide of one chapter.
version: "1.0"
date: 2026-11-22
reviewed: null
credits: []
contents: false
chapters:
  - id: start
    heading: Start here   # the first heading
    blocks:
      - text: >-
          Talk with your child, and **listen well**. It is never their
          fault. Ask <contact:childline> if you are not sure.   Take your time.
      # between two blocks
      - text: |
          First paragraph of two.

          Second paragraph of two:
          - one nested point
          - another nested point
      - points: [Short point, 'A point with ''quotes''', "A \\"third\\" point"]
      - steps:
          - Stop.   # of the first step
          - "Block: the person."
          # before the last step
          - Tell somebody
            you trust.
      - heading: Who helps
      - table:
          caption: Who helps and how
          columns: [Who, How]
          rows:
            - [A friend, By listening]
            - [A teacher, By acting]
      - callout: {kind: remember, heading: Remember, text: You can always tell.}
      - starters:
          lines:
            - How was your day?
            - What did you play?
      - message: never-your-fault
      - contacts: [childline, ceop]
      - school: [dsl_name]
"""


def make_project(folder: Path, text: str = GUIDE) -> Path:
    """The project's folder, with the real records."""
    shutil.copytree("sources/library", folder / "sources" / "library")
    shutil.copy("sources/school.yaml", folder / "sources")
    guide(folder).parent.mkdir()
    guide(folder).write_text(text, "utf-8", newline="")
    return folder


def guide(folder: Path) -> Path:
    return folder / "sources" / "guides" / "tiny.yaml"


def written(folder: Path) -> bytes:
    """The Word file of the guide."""
    project = Project(folder)
    bench = Workbench.open(project)
    definition = read_definition(guide(folder), project, bench.library)
    made = compose(definition, bench.library, bench.values, project.layouts)
    return render_docx(made.document, made.theme, ASSETS)


def proposed(folder: Path, data: bytes) -> Proposal:
    """What is proposed for this edited Word file."""
    path = folder / "tiny.docx"
    path.write_bytes(data)
    bench, found = Workbench.open(Project(folder)), read_edited(path)
    base = base_of(found, path, bench)
    return propose(compare(found, base), base, bench)


def adopted(folder: Path, *steps: Callable[[WordEditor], object]) -> Proposal:
    """What is proposed after these edits of the guide's Word file."""
    return proposed(folder, edited(written(folder), *steps))


def difference(made: Proposal) -> list[str]:
    """The changed lines of a proposal."""
    return [line for line in made.patch().splitlines()[2:] if line[0] in "+-"]
