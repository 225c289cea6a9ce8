"""The standards that a PDF can conform to, and all that the files of one have otherwise than those of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lessonkit.dataclass import dataclass
from lessonkit.document import Figure
from lessonkit.render.pdf.tags import NOTE, ROLES, Element


@dataclass(frozen=True, slots=True)
class Standard:
    """What a file conforms to, and what follows from it."""

    version: tuple[int, int]
    """Of PDF."""
    identification: str
    """What the metadata says of it, as attributes."""
    schemas: str
    """What the metadata says of it besides."""
    roles: Mapping[str, str]
    """Our own structure types and the standard ones they stand for (the RoleMap)."""
    has_information: bool
    """Title and author stand in a dictionary of their own too, beside the metadata."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """Structure types of the tree that are other ones in the file."""
    namespaced: frozenset[str] = frozenset()
    """Structure types that are those of PDF 2.0; they name its namespace."""
    captioned: str = "Div"
    """What holds a figure and its caption: nothing of PDF 2.0 that is read as if it were not there."""
    described_lists: str = "None"
    """The ListNumbering of lists of terms."""

    @property
    def is_2(self) -> bool:
        """Links lead to structure elements, and notes and their calls refer to each other (PDF 2.0)."""
        return self.version >= (2, 0)

    def tag(self, element: Element) -> str:
        """The structure type that is written for an element of the tree."""
        if element.tag == "Div" and isinstance(element.node, Figure):
            return self.captioned
        return self.tags.get(element.tag, element.tag)


UA_SCHEMA = """
<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li
pdfaProperty:name="part" pdfaProperty:valueType="Integer"
pdfaProperty:category="internal" pdfaProperty:description="Part of ISO 14289"/></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A-2 wants properties described that it does not know itself (ISO 19005-2, 6.6.2.3)."""

WELL_TAGGED = "http://pdfa.org/declarations/wtpdf#{}1.0"
DECLARATIONS = "".join(
    f'\n<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{WELL_TAGGED.format(use)}</pdfd:conformsTo></rdf:li>'
    for use in ("accessibility", "reuse")
)

UA_1 = Standard(
    version=(1, 7),
    identification='pdfuaid:part="1" pdfaid:part="2" pdfaid:conformance="A"',
    schemas=UA_SCHEMA,
    roles=ROLES,
    has_information=True,
)
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

GROUPS = frozenset({"Document", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Figure", "FENote"})
PARTS = frozenset({"L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"})
TYPES_OF_2 = GROUPS | PARTS | {"Span", "Strong", "Em", "Link"}
"""Of those we write; TOC, TOCI, Reference and Code are types of PDF 1.7 only."""

UA_2 = Standard(
    version=(2, 0),
    identification='pdfuaid:part="2" pdfuaid:rev="2024" pdfaid:part="4" pdfaid:rev="2020"',
    schemas=f"""
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>{DECLARATIONS}
</rdf:Bag></pdfd:declarations>""",
    # An entry of a contents list may hold references, but no spans.
    roles={own: role for own, role in ROLES.items() if own not in TYPES_OF_2} | {"PageNumber": "Reference"},
    has_information=False,
    tags={NOTE: "FENote"},
    namespaced=TYPES_OF_2,
    captioned="Sect",
    described_lists="Description",
)
"""PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4) and Well-Tagged PDF 1.0 for accessibility and reuse."""

STANDARDS = {"ua-1": UA_1, "ua-2": UA_2}
