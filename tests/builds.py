"""A small project with two guides that print different things, for tests that build it again and again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from PIL import Image

from lessonkit.build import Built, Options, build_all
from lessonkit.source.project import Project

HEAD = """\
format: 1
type: guide
name: {name}
title: A guide called {name}
audience: {audience}
language: en-GB
summary: A guide of one chapter.
version: "1.0"
date: 2026-11-22
reviewed: null
credits: [{credit}]
contents: false
chapters:
  - id: start
    heading: Start here
    blocks:
      - text: Talk with your child. It is never their fault.
"""
HELP = """\
      - message: never-your-fault
      - callout: {kind: remember, heading: Remember, text: You can always ask <contact:nspcc>.}
      - picture: {file: images/square.png, alt: A blue square, width: 60}
      - school: [dsl_name, school_email]
      - contacts: [police_999, police_101, ceop, iwf, nspcc, childline, report_remove, school_dsl, local_care]
"""
TERMS = """\
      - points: [Ask <contact:childline>.]
      - terms: [grooming]
      - facts: [s2_share]
      - contacts: [police_999, police_101, ceop, iwf, report_remove, school_dsl, local_care]
"""
ASKS, EXPLAINS = NAMES = ("asks", "explains")


def make_project(folder: Path) -> Project:
    """The project: `asks` prints the NSPCC, a message, a picture and a school detail; `explains` a term and a fact."""
    shutil.copytree("sources/library", folder / "sources" / "library")
    shutil.copytree("layouts", folder / "layouts")
    shutil.copy("sources/school.yaml", folder / "sources")
    (folder / "sources" / "guides").mkdir()
    (folder / "sources" / "images").mkdir()
    Image.new("RGB", (400, 400), "blue").save(folder / "sources" / "images" / "square.png")
    guides = (ASKS, "parents", "guide-credit", HELP), (EXPLAINS, "staff", "icon-credit", TERMS)
    for name, audience, credit, blocks in guides:
        text = HEAD.format(name=name, audience=audience, credit=credit) + blocks
        (folder / "sources" / "guides" / f"{name}.yaml").write_text(text, "utf-8")
    return Project(folder)


def build(
    project: Project, output: Path, *names: str, formats: tuple[str, ...] = ("html",), **options: Any
) -> list[Built]:
    """What became of the documents."""
    steps = build_all(project, names, Options(output, formats, **options))
    return [step for step in steps if isinstance(step, Built)]


def rewrite(path: Path, old: str, new: str) -> None:
    """Change one text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
