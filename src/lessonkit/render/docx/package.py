"""The zip package: parts, their content types and relationships, always the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from lessonkit.render.docx.element import DECLARATION, element

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FIRST = "[Content_Types].xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: real times would make two builds differ."""


@dataclass
class Relationships:
    """What one part points to; the same target is listed once."""

    entries: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship with this target, new if need be."""
        return self.entries.setdefault((kind, target, external), f"rId{len(self.entries) + 1}")

    def xml(self) -> str:
        """The part that lists them."""
        return DECLARATION + element(
            "Relationships",
            *(
                element(
                    "Relationship",
                    Id=identifier,
                    Type=kind if "://" in kind else f"{OFFICE}/{kind}",
                    Target=target,
                    TargetMode="External" if external else None,
                )
                for (kind, target, external), identifier in self.entries.items()
            ),
            xmlns=RELATIONSHIPS,
        )


def content_types(overrides: dict[str, str]) -> str:
    """The list of content types; `overrides` maps part names to theirs."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    return DECLARATION + element(
        "Types",
        *(element("Default", Extension=ending, ContentType=kind) for ending, kind in defaults.items()),
        *(element("Override", PartName=f"/{name}", ContentType=kind) for name, kind in sorted(overrides.items())),
        xmlns=CONTENT_TYPES,
    )


def write_package(parts: dict[str, bytes]) -> bytes:
    """The zip file; the content types come first, then the parts by name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST, name)):
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()
