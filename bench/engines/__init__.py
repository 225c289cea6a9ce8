"""The engines that take turns: one module each, and a line in ENGINES."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

from bench.content import Work


class Engine(Protocol):
    """Builds one document over and over, for one school after another; opened once, as a long-lived process would."""

    def build(self, school: str) -> bytes:
        """The finished PDF for this school."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to build a document."""

    name: str
    module: str
    distribution: str
    what: str
    cold: bool = True
    """False for a second way to use an engine: it makes the same file, is not run cold, and comes last."""

    def missing(self) -> str:
        """Why this engine cannot take part; empty if it can. WeasyPrint needs libraries of the system, too."""
        try:
            import_module(f"bench.engines.{self.module}")
        except (ImportError, OSError) as error:
            return str(error).partition("\n")[0] if self.version else "not installed"
        return ""

    @property
    def version(self) -> str:
        """Its version; empty if it is not installed."""
        try:
            return version(self.distribution)
        except PackageNotFoundError:
            return ""

    def open(self, work: Work, pictures: Path) -> Engine:
        """The engine, with this document's input made ready."""
        engine: Engine = import_module(f"bench.engines.{self.module}").open_engine(work, pictures)
        return engine


ENGINES = (
    Entry("lessonkit", "kit", "lessonkit", "tree to tagged PDF/UA-1 + PDF/A-2a"),
    Entry("lessonkit, anew", "kit_anew", "lessonkit", "the same, with nothing kept of earlier documents", False),
    Entry("Typst", "typst_ua", "typst", "PDF/UA-1"),
    Entry("WeasyPrint", "weasy", "weasyprint", "PDF/UA-1"),
    Entry("fpdf2", "fpdf_plain", "fpdf2", "no tags, no shaping"),
    Entry("reportlab", "platypus", "reportlab", "platypus; no tags, no shaping"),
)
REFERENCE = "Typst"
"""What the ratios are to."""


def entry(name: str) -> Entry:
    """The entry of this name."""
    return next(entry for entry in ENGINES if entry.name == name)
