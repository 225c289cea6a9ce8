"""The outside programs that some tests compare with: where they are, or a skip that says how to get them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent

REQUIRED = os.environ.get("LESSONKIT_REFEREES") == "require"
"""Set by .ci/run: a missing referee is then a failure, not a skip."""


def libreoffice() -> Path:
    """The program `soffice`."""
    return _on_path("soffice", "LibreOffice Writer")


def chromium() -> Path:
    """The program `chromium`."""
    return _on_path("chromium", "Chromium")


def poppler(program: str) -> Path:
    """A program of poppler-utils, such as `pdftotext` or `pdftoppm`."""
    return _on_path(program, f"poppler-utils ({program})")


def axe() -> Path:
    """The script of axe-core, to be run in a page."""
    script = HERE / "node_modules" / "axe-core" / "axe.min.js"
    return script if script.is_file() else _missing("axe-core")


def verapdf() -> Path:
    """veraPDF: the program named by VERAPDF, else the one on PATH, else the one shared between checkouts."""
    named = os.environ.get("VERAPDF") or shutil.which("verapdf")
    program = Path(named) if named else PROJECT.parent / "shared" / "tools" / "verapdf" / "verapdf"
    return program if os.access(program, os.X_OK) else _missing("veraPDF (on PATH, or named by VERAPDF)")


def word_validator() -> Path:
    """The validator of the Open XML SDK: a program by itself, in a package for each platform."""
    found = sorted((HERE / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    return found[0] if found else _missing("the Open XML SDK validator")


def word_errors(file: Path) -> list[str]:
    """What the Open XML SDK says against a Word file; empty when it is valid."""
    result = subprocess.run([word_validator(), file], capture_output=True, text=True, check=False, timeout=120)
    if result.returncode not in (0, 1):
        pytest.fail(f"The Open XML SDK validator could not be run: {result.stderr}")
    return [str(error) for error in json.loads(result.stdout)["errors"]]


def pdf_report(files: Sequence[Path], flavour: str) -> str:
    """What veraPDF says against these files as `ua1` (PDF/UA-1) or `2a` (PDF/A-2a); empty when all of them conform."""
    command = [*_verapdf(verapdf(), flavour), *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300 + 3 * len(files))
    if result.returncode not in (0, 1):
        pytest.fail(f"veraPDF could not be run: {result.stderr}")
    return result.stdout if result.returncode else ""


@cache
def _verapdf(program: Path, flavour: str) -> list[str]:
    """The command up to the files: veraPDF's own program knows --version, a plain wrapper takes the flavour first."""
    asked = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=120)
    own = asked.returncode == 0
    return [str(program), "--flavour", flavour, "--format", "text"] if own else [str(program), flavour]


def _on_path(program: str, name: str) -> Path:
    found = shutil.which(program)
    return Path(found) if found else _missing(name)


def _missing(name: str) -> Path:
    message = f"{name} is missing: make setup-referees"
    if REQUIRED:
        pytest.fail(message)
    pytest.skip(message)
