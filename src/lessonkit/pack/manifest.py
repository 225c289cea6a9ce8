"""What a pack holds, for machines: versions, hashes, credits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lessonkit import __version__
from lessonkit.build import Built
from lessonkit.pack.index import Packed
from lessonkit.source.library import Library
from lessonkit.tailor.tailoring import Tailoring

NAME = "manifest.json"
FORMAT = 1
LICENCE = "CC BY 4.0"
"""Of documents, layouts and icons that come with lessonkit (LICENSE-CONTENT.md)."""


def manifest(
    lesson: str,
    asked: Tailoring,
    school: str,
    packed: Iterable[Packed],
    index: Built,
    library: Library,
) -> str:
    """The manifest as JSON, the same for the same pack."""
    members = list(packed)
    credits = dict.fromkeys(credit for each in members for credit in each.built.credits)
    said = {
        "format": FORMAT,
        "made-with": f"lessonkit {__version__}",
        "lesson": lesson,
        "tailored-for": tailored(asked),
        "school": school,
        "index": _files(index),
        "documents": [_document(each) for each in members],
        "credits": [str(library.messages[each].text) for each in credits if each in library.messages],
        "licence": LICENCE,
    }
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def tailored(asked: Tailoring) -> dict[str, Any]:
    """What a pack was made for, by the names of the options; what was not asked for is left out."""
    said: dict[str, Any] = {
        "audience": asked.audience,
        "need": asked.need,
        "level": asked.level,
        "adapt": list(asked.adapt),
        "minutes": asked.minutes,
        "language": asked.language,
        "set": {each.path: each.value for each in asked.overrides},
    }
    return {key: value for key, value in said.items() if value}


def _document(packed: Packed) -> Mapping[str, Any]:
    built, asked = packed.built, packed.member.asked
    return {
        "document": packed.member.named.name,
        "title": built.title,
        "role": str(asked.role),
        "for": str(asked.for_),
        "copies": str(asked.copies),
        "colour": asked.colour,
        "pages": packed.paper.pages,
        "paper": packed.paper.size,
        "one-sided": packed.paper.one_sided,
        "copies-on-a-sheet": packed.paper.copies,
        "readers": built.audience,
        "reviewed-by": built.reviewed,
        "checks-passed": built.checks - len({finding.rule for finding in built.reviews}),
        "to-review": len(built.reviews),
        "remarks": [remark.text for remark in built.remarks],
        "files": _files(built),
    }


def _files(built: Built) -> dict[str, str]:
    """The SHA-256 of each file."""
    return {path.name: _hash(path) for path in built.files}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
