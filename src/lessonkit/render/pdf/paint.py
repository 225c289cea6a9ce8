"""Painting: laid-out pages to a tagged PDF, over reportlab's canvas.

The only module that knows reportlab, and the only one that uses names of it that are not public:
`Canvas._make_preamble`, `Canvas._setAnnotations`, `Canvas._doc`, `PDFDocument.format`,
`PDFDocument.objectcounter`, `PDFDocument.Reference` and `PDFDocument.idToObjectNumberAndVersion`.

reportlab collects what stands on the pages and numbers the objects. These are bytes of our own, which never pass
through its formatter; `finish` packs them into a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.fallback import faces
from lessonkit.reading import plain
from lessonkit.render.pdf.annotations import Annotation, annotation, link_annotations, measured
from lessonkit.render.pdf.artwork import Artwork
from lessonkit.render.pdf.catalog import catalog, information, page_dictionary, page_tree
from lessonkit.render.pdf.embedding import Codes, Embedded, embedded, joined, maps
from lessonkit.render.pdf.finish import file_of, stream
from lessonkit.render.pdf.font import FontUses
from lessonkit.render.pdf.metadata import output_profile, xmp
from lessonkit.render.pdf.outline import Entry, outline_objects
from lessonkit.render.pdf.page_labels import page_labels
from lessonkit.render.pdf.paths import number
from lessonkit.render.pdf.pieces import LaidPage
from lessonkit.render.pdf.standard import UA_1, Standard
from lessonkit.render.pdf.stream import Marks, Resources, page_operators
from lessonkit.render.pdf.structure import (
    HEADINGS,
    StructureWriter,
    counterparts,
    role_map,
    targets,
    text_string,
    written,
)
from lessonkit.render.pdf.tags import Element, Tree


def paint(document: Document, tree: Tree, theme: Theme, pages: Sequence[LaidPage], standard: Standard = UA_1) -> bytes:
    """The finished file, conforming to a standard; the same input gives the same bytes."""
    return _Painter(document, tree, theme, pages, standard).paint()


class _TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that hands out its pages, which begin without a font."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        self.pages: list[Any] = []
        super().__init__(*arguments, **settings)

    def _make_preamble(self) -> None:
        # The canvas would select Helvetica here, which is never embedded.
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:
        self.pages.append(page)


class _Painter:
    """Paints one document: its objects by number, those of reportlab among them."""

    def __init__(
        self, document: Document, tree: Tree, theme: Theme, pages: Sequence[LaidPage], standard: Standard
    ) -> None:
        self.document = document
        self.standard = standard
        self.tree = tree
        self.laid = pages
        self.canvas = _TaggedCanvas(BytesIO(), pdfVersion=standard.version, lang=document.language, invariant=1)
        self.objects = self.canvas._doc
        self.objects.format = self.file
        self.content: dict[int, bytes] = {}
        """Our own objects by number."""
        self.fonts = FontUses(faces(theme))
        self.artwork = Artwork(pages, self.add)
        self.owners = measured(tree.root)
        self.marks = Marks()
        self.references: list[str] = []
        """Of the pages."""
        self.streams: list[str] = []
        """The references of what stands on the pages."""
        self.shared = ""
        """A reference to the resources of all pages."""
        self.annotated: list[list[str]] = [[] for _ in pages]
        """The references of the annotations on each page."""
        self.entries: dict[str, str] = {}
        """Of the catalog."""
        self.elements = written(tree.root)
        self.numbers = range(self.objects.objectcounter + 1, self.objects.objectcounter + 1 + len(self.elements))
        """Of their objects."""
        self.objects.objectcounter += len(self.elements)
        self.standing = {id(element): f"{own} 0 R" for element, own in zip(self.elements, self.numbers, strict=True)}
        """For the id of each element that is written a reference."""
        self.targets: dict[str, Element] = {}
        """The elements that links lead to."""
        self.places: dict[str, tuple[str, str]] = {}
        """Where links can lead: page and height."""

    def paint(self) -> bytes:
        self.pages()
        self.describe()
        self.structure()
        self.entries["Outlines"] = self.outline()
        return bytes(self.canvas.getpdfdata())

    # -------------------------------------------------------------------------------------------------- pages

    def pages(self) -> None:
        tags = [self.standard.tag(leaf.parent) for leaf in self.tree.leaves]
        shared = Resources(self.fonts, self.artwork, tags, self.owners)
        for at, page in enumerate(self.laid):
            self.canvas.setPageSize((page.width, page.height))
            self.canvas.addLiteral(page_operators(page, at, shared, self.marks))
            self.canvas.showPage()
        self.shared = self.resources()
        self.references = [self.refer(page) for page in self.canvas.pages]
        for page, reference, painted in zip(self.laid, self.references, self.canvas.pages, strict=True):
            self.streams.append(self.add(stream(painted.stream.encode("latin-1"))))
            for anchor in page.anchors:
                self.places[anchor.id] = (reference, f"/XYZ 0 {number(page.height - anchor.y)} null")

    def resources(self) -> str:
        """A reference to the fonts and pictures of all pages."""
        used = {name: use for name, use in self.fonts.values() if use.codes or use.own}
        codes = [use.all_codes() for use in used.values()]
        wholes = joined(tuple(codes))
        shared = {each: self.maps(each) for each in dict.fromkeys(wholes)}
        fonts = [
            f"/{name} {self.font(embedded(use.face, own, use.letters), *shared[whole])}"
            for (name, use), own, whole in zip(used.items(), codes, wholes, strict=True)
        ]
        pictures = [f"/{name} {reference}" for name, reference in self.artwork.objects.items()]
        return self.add(f"<</Font<<{''.join(fonts)}>>/XObject<<{''.join(pictures)}>>>>".encode())

    def maps(self, codes: Codes) -> tuple[str, str]:
        """What codes stand for, as entries of a font and of its descendant."""
        made = maps(codes)
        glyphs = "/Identity" if made.glyphs is None else f" {self.add(made.glyphs)}"
        return f"/ToUnicode {self.add(made.characters)}", f"/CIDToGIDMap{glyphs}"

    def font(self, font: Embedded, characters: str, glyphs: str) -> str:
        """A reference to a composite font."""
        program = self.add(font.program)
        descriptor = self.add(f"<<{font.descriptor}/FontFile2 {program}>>".encode())
        descendant = self.add(f"<<{font.descendant}/FontDescriptor {descriptor}{glyphs}>>".encode())
        return self.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{font.name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant}]{characters}>>".encode()
        )

    # ------------------------------------------------------------------------------------------- the document

    def describe(self) -> None:
        packet = stream(xmp(self.document, self.standard), "/Type/Metadata/Subtype/XML", compress=False)
        intent = "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        self.entries |= {
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "PageLabels": page_labels([page.label for page in self.laid]),
            "MarkInfo": "<</Marked true>>",
            "Metadata": self.add(packet),
            "OutputIntents": f"[<<{intent}/DestOutputProfile {self.add(output_profile())}>>]",
        }

    def outline(self) -> str:
        """A reference to the outline."""
        entries = [
            Entry(heading.level, plain(heading.content, "…"), self.action(f"#{heading.id}"))
            for heading in (element.node for element in self.elements if element.tag in HEADINGS)
        ]
        own, objects = outline_objects(entries, self.reserve)
        self.content |= objects
        return f"{own} 0 R"

    def structure(self) -> None:
        root = self.reserve()
        self.targets = targets(self.elements)
        space = self.add(b"<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>") if self.standard.namespaced else ""
        links = link_annotations(self.owners, self.marks)
        annotated = self.annotations(links)
        related = counterparts(self.elements, self.targets) if self.standard.is_2 else {}
        writer = StructureWriter(self.marks, self.standing, self.references, annotated, self.standard, space, related)
        for element, own in zip(self.elements, self.numbers, strict=True):
            parent = self.standing[id(element.parent)] if element.parent else f"{root} 0 R"
            self.content[own] = writer.element(element, parent)
        keys = list(enumerate((link.link for link in links), len(self.laid)))
        self.content[root] = (
            f"<</Type/StructTreeRoot/K {self.standing[id(self.tree.root)]}/RoleMap{role_map(self.standard.roles)}"
            f"/ParentTree {self.add(writer.parent_tree(self.tree, keys).encode())}"
            f"/ParentTreeNextKey {len(self.laid) + len(links)}{writer.identifiers(self.elements)}"
            f"{f'/Namespaces[{space}]' if space else ''}>>"
        ).encode("latin-1")
        self.entries["StructTreeRoot"] = f"{root} 0 R"

    def annotations(self, links: Sequence[Annotation]) -> dict[int, list[tuple[int, str]]]:
        """Writes the annotations of links; for the id of each link element their pages and references."""
        of_links: dict[int, list[tuple[int, str]]] = {}
        for key, link in enumerate(links, len(self.laid)):
            reference = self.add(annotation(link, key, self.action(link.link.node.target), self.document.words))
            of_links.setdefault(id(link.link), []).append((link.page, reference))
            self.annotated[link.page].append(reference)
        return of_links

    def action(self, target: str) -> str:
        """Where a link leads: a place in the document, or an address."""
        if not target.startswith("#"):
            return f"/A<</S/URI/URI{text_string(target)}>>"
        page, height = self.places[target[1:]]
        if not self.standard.is_2:
            return f"/Dest[{page}{height}]"
        element = self.standing[id(self.targets[target[1:]])]
        return f"/A<</S/GoTo/D[{page}{height}]/SD[{element}{height}]>>"

    # -------------------------------------------------------------------------------------------------- objects

    def reserve(self) -> int:
        """The number of a new object."""
        self.objects.objectcounter += 1
        return int(self.objects.objectcounter)

    def add(self, content: bytes) -> str:
        """A reference to a new object with this content."""
        own = self.reserve()
        self.content[own] = content
        return f"{own} 0 R"

    def refer(self, new: Any) -> str:
        """A reference to an object of reportlab's, which gets its number now if it has none."""
        return f"{self.number(new)} 0 R"

    def number(self, new: Any) -> int:
        name = self.objects.Reference(new).name
        return int(self.objects.idToObjectNumberAndVersion[name][0])

    def file(self) -> bytes:
        """What the canvas asks its document for in the end: the bytes of the file."""
        own, tree = self.objects.Catalog, self.refer(self.objects.Pages)
        self.content[self.number(own)] = catalog(self.document.language, tree, self.entries)
        self.content[self.number(self.objects.Pages)] = page_tree(self.references)
        for key, page in enumerate(self.laid):
            inside = self.streams[key], self.shared, self.annotated[key]
            self.content[self.number(self.canvas.pages[key])] = page_dictionary(page, key, tree, *inside)
        trailer = f"/Root {self.refer(own)}"
        if self.standard.has_information:
            self.content[self.number(self.objects.info)] = information(self.document)
            trailer += f"/Info {self.refer(self.objects.info)}"
        return file_of(self.content, self.standard.version, trailer)
