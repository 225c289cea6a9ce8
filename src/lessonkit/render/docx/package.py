"""The Word package through python-docx: parts and their relationships, always the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from dataclasses import field
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from lessonkit.dataclass import dataclass

MAIN = "word/document.xml"
GLOSSARY = "word/glossary/document.xml"
GLOSSARY_STYLES = "word/glossary/styles.xml"

KINDS = {
    MAIN: (CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT),
    "word/styles.xml": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "word/numbering.xml": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "word/settings.xml": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "word/fontTable.xml": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "word/footnotes.xml": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    GLOSSARY: (CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT),
    GLOSSARY_STYLES: (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "word/header1.xml": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "word/footer1.xml": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "word/theme/theme1.xml": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    "docProps/core.xml": (CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES),
    "docProps/app.xml": (CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES),
}
"""By part name: its content type, and how the part that points to it calls it."""

CUSTOM_XML = (CONTENT_TYPE.XML, RELATIONSHIP_TYPE.CUSTOM_XML)
CUSTOM_XML_PROPERTIES = (CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
"""The same of data beside the text, `customXml/item1.xml`, and of what says which data it is."""

IMAGES = {"png": CONTENT_TYPE.PNG, "jpeg": CONTENT_TYPE.JPEG, "jpg": CONTENT_TYPE.JPEG, "svg": "image/svg+xml"}

FIRST = "[Content_Types].xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: real times would make two builds differ."""


@dataclass
class Relationships:
    """What one part points to; the same target is listed once."""

    entries: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """The id of the relationship with this target, new if need be: a part's name, or an address for a link."""
        return self.entries.setdefault((kind, target), f"rId{len(self.entries) + 1}")


def write_package(texts: dict[str, str], media: dict[str, bytes], links: dict[str, Relationships]) -> bytes:
    """The Word file with these parts; python-docx lists their content types and writes their relationships."""
    package = Package()
    parts = {name: _part(package, name, text.encode()) for name, text in texts.items()}
    targets = parts | {name: _picture(package, name, data) for name, data in media.items()}
    for part, relationships in links.items():
        for (kind, target), identifier in relationships.entries.items():
            external = kind == RELATIONSHIP_TYPE.HYPERLINK
            parts[part].load_rel(kind, target if external else targets[target], identifier, external)
    for name in (MAIN, "docProps/core.xml", "docProps/app.xml"):
        package.relate_to(parts[name], KINDS[name][1])
    buffer = BytesIO()
    package.save(buffer)
    return _dated(buffer)


def _part(package: Package, name: str, blob: bytes) -> Part:
    # The main part is parsed, so that markup which is not XML never reaches a reader.
    load = XmlPart.load if name == MAIN else Part.load
    part: Part = load(PackURI(f"/{name}"), _content_type(name), blob, package)
    return part


def _content_type(name: str) -> str:
    if name.startswith("customXml/"):
        return (CUSTOM_XML_PROPERTIES if "Props" in name else CUSTOM_XML)[0]
    return KINDS[name][0]


def _picture(package: Package, name: str, data: bytes) -> Part:
    return Part(PackURI(f"/{name}"), IMAGES[name.rpartition(".")[2]], data, package)


def _dated(package: BytesIO) -> bytes:
    """The same zip file with content types first, then parts by name, and no time or system of writing."""
    buffer = BytesIO()
    with zipfile.ZipFile(package) as written, zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(written.namelist(), key=lambda name: (name != FIRST, name)):
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, written.read(name), compresslevel=9)
    return buffer.getvalue()
