"""The kinds of YAML files that there are, and the schema of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from lessonkit.layout.adaptations import AdaptationFile
from lessonkit.layout.geometry import LayoutFile
from lessonkit.layout.inherit import BASE
from lessonkit.layout.strings import StringsFile
from lessonkit.layout.theme import ThemeFile
from lessonkit.schemas.models import FileSchema
from lessonkit.schemas.shapes import Schema
from lessonkit.source.library import FILES
from lessonkit.source.model import Model
from lessonkit.source.project import Project
from lessonkit.source.read import TYPES
from lessonkit.tailor.classfile import ClassFile
from lessonkit.tailor.details import School

SETTINGS: Mapping[str, type[Model]] = {
    "layout": LayoutFile,
    "theme": ThemeFile,
    "adaptation": AdaptationFile,
    "strings": StringsFile,
    "school": School,
    "class": ClassFile,
}
KINDS: tuple[str, ...] = (*TYPES, *SETTINGS, *FILES)
"""What the schemas are called: `lesson` has its schema in `schemas/lesson.schema.json`."""

FOLDER = "schemas"
"""Where a project keeps them."""
FOLDERS = {"themes": "theme", "adaptations": "adaptation", "strings": "strings"}


def kind_of(path: Path) -> str:
    """The kind of a settings or record file by where it lies; empty for a definition, which says its type itself."""
    by_name = {"layout.yaml": "layout", "school.yaml": "school", "class.yaml": "class"}
    if path.parent.name == "library" and path.stem in FILES:
        return path.stem
    return by_name.get(path.name) or FOLDERS.get(path.parent.name, "")


def schema(kind: str) -> Schema:
    """The JSON Schema of a kind of file."""
    title = f"lessonkit: {kind}"
    if kind in TYPES:
        return FileSchema(TYPES[kind], title, varies=True).schema
    if kind == "theme":
        return _whole_or_based(FileSchema(ThemeFile, title, partial=True).schema)
    return FileSchema(SETTINGS.get(kind) or FILES[kind], title).schema


def _whole_or_based(found: Schema) -> Schema:
    """A theme says everything, or what it is based on."""
    needed = found.pop("required")
    least = [key for key in needed if key in ("format", "name")]
    based = {"required": [*least, BASE]}
    return {**found, "if": {"required": [BASE]}, "then": based, "else": {"required": needed}}


def text(kind: str) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"


def file_of(kind: str) -> str:
    """The name of the file that holds the schema of a kind."""
    return f"{kind}.schema.json"


def modeline(kind: str, path: Path, project: Project) -> str:
    """The comment at the head of a file that tells editors its schema."""
    up = "../" * len(path.relative_to(project.root).parent.parts)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_of(kind)}\n"
