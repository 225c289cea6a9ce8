"""Painting: laid-out pages to a tagged PDF, over reportlab's canvas.

The only module that knows reportlab, and the only one that uses names of it that are not public:
`Canvas._make_preamble`, `Canvas._setAnnotations`, `Canvas._doc`, `PDFDocument.idToObject`,
`PDFDocument.idToObjectNumberAndVersion`, `PDFPage.__NoDefault__` and `PDFCatalog.__NoDefault__`.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.drawing import Image
from lessonkit.fonts import face
from lessonkit.reading import headings, plain
from lessonkit.render.pdf.font import FontUse
from lessonkit.render.pdf.metadata import PRODUCER, colour_profile, xmp
from lessonkit.render.pdf.paths import Area, number
from lessonkit.render.pdf.pieces import LaidPage
from lessonkit.render.pdf.stream import Marks, write_page
from lessonkit.render.pdf.structure import (
    StructureWriter,
    annotation,
    link_annotations,
    role_map,
    text_string,
    written,
)
from lessonkit.render.pdf.tags import Tree

VERSION = (1, 7)


def paint(document: Document, tree: Tree, theme: Theme, pages: Sequence[LaidPage]) -> bytes:
    """The finished file, PDF/UA-1 and PDF/A-2a in one; the same input gives the same bytes."""
    return _Painter(document, tree, theme).paint(pages)


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object whose bytes we write ourselves."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        return self.content


def _stream(content: bytes, entries: str = "", compress: bool = True) -> bytes:
    """A stream object, compressed if that helps."""
    data = zlib.compress(content) if compress else content
    filters = " /Filter /FlateDecode" if compress else ""
    head = f"<<{entries}{filters} /Length {len(data)}>>\nstream\n"
    # ISO 32000-1, 7.3.8.1 and PDF/A want a line end before `endstream`.
    return head.encode("latin-1") + data + b"\nendstream"


class _TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages begin without a font and take part in a structure tree."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        self.pages: list[Any] = []
        super().__init__(*arguments, **settings)

    def _make_preamble(self) -> None:
        # The canvas would select Helvetica here, which is never embedded.
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:
        page.StructParents = len(self.pages)
        page.Tabs = "/S"
        page.Contents = _Object(_stream(page.stream.encode("latin-1")))
        # A page writes only the entries named here.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self.pages.append(page)


class _Painter:
    """Paints one document; also the surface that its pages' operators are written to."""

    def __init__(self, document: Document, tree: Tree, theme: Theme) -> None:
        self.document = document
        self.tree = tree
        self.file = BytesIO()
        self.canvas = _TaggedCanvas(
            self.file, pdfVersion=VERSION, lang=document.language, invariant=1, pageCompression=0
        )
        self.objects = self.canvas._doc
        self.fonts = {key: (f"F{at}", FontUse(face(path))) for at, (key, path) in enumerate(theme.fonts.items(), 1)}
        self.marks = Marks()
        self.images: dict[Image, ImageReader] = {}
        self.destinations: dict[str, tuple[int, float]] = {}

    def paint(self, pages: Sequence[LaidPage]) -> bytes:
        for at, page in enumerate(pages):
            self.page(at, page)
        self.describe()
        self.outline()
        self.embed_fonts()
        self.structure()
        self.canvas.save()
        return self.file.getvalue()

    # -------------------------------------------------------------------------------------------------- pages

    def page(self, at: int, page: LaidPage) -> None:
        self.canvas.setPageSize((page.width, page.height))
        write_page(page, at, self, self.fonts, self.tree, self.marks)
        for anchor in page.anchors:
            top = page.height - anchor.y
            self.destinations[anchor.id] = (at, top)
            self.canvas.bookmarkPage(anchor.id, fit="XYZ", left=0, top=top, zoom=0)
        self.canvas.showPage()

    def operators(self, text: str) -> None:
        self.canvas.addLiteral(text)

    def image(self, image: Image, area: Area) -> None:
        if image not in self.images:
            self.images[image] = ImageReader(BytesIO(image.data))
        width, height = area.right - area.left, area.top - area.bottom
        self.canvas.drawImage(self.images[image], area.left, area.bottom, width, height, mask="auto")

    # ------------------------------------------------------------------------------------------- the document

    def describe(self) -> None:
        document, canvas = self.document, self.canvas
        canvas.setTitle(document.title)
        canvas.setAuthor(document.author)
        canvas.setSubject(document.description or document.title)
        canvas.setCreator(PRODUCER)
        canvas.setProducer(PRODUCER)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
        self.output_intent()
        canvas.setCatalogEntry("Metadata", _Object(_stream(xmp(document), "/Type /Metadata /Subtype /XML", False)))

    def output_intent(self) -> None:
        profile = self.add(_stream(colour_profile(), "/N 3"))
        intent = f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile {profile}>>"
        catalog = self.objects.Catalog
        # The catalog writes only the entries named here.
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        self.canvas.setCatalogEntry("OutputIntents", [self.add(intent.encode())])

    def outline(self) -> None:
        level = -1
        for heading in headings(self.document):
            # The outline may not skip a level either; a document without a title begins at its top.
            level = min(heading.level - 1, level + 1)
            self.canvas.addOutlineEntry(plain(heading.content, "…"), heading.id, level)

    def embed_fonts(self) -> None:
        resources = self.objects.idToObject[pdfdoc.BasicFonts]
        for name, use in self.fonts.values():
            if len(use.texts) > 1:
                self.objects.updateSignature(use.name)
                resources[name] = self.composite_font(use)

    def composite_font(self, use: FontUse) -> str:
        program = self.add(_stream(use.program, f"/Length1 {len(use.program)}"))
        metrics = " ".join(f"/{key} {value}" for key, value in use.descriptor().items())
        descriptor = self.add(
            f"<</Type /FontDescriptor /FontName /{use.name} {metrics} /FontFile2 {program}>>".encode()
        )
        codes = "/Identity" if use.is_identity() else self.add(_stream(use.code_map()))
        descendant = self.add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{use.name} /CIDToGIDMap {codes} /DW 0 "
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            f"/FontDescriptor {descriptor} /W {use.widths()}>>".encode()
        )
        characters = self.add(_stream(use.to_unicode()))
        return self.add(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{use.name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant}] /ToUnicode {characters}>>".encode()
        )

    def structure(self) -> None:
        standing = written(self.tree.root)
        elements = {id(element): _Object() for element in standing}
        root = _Object()
        links = link_annotations(self.tree, self.marks)
        objects = [_Object() for _ in links]
        references = {key: self.refer(element) for key, element in elements.items()}
        pages = [self.refer(page) for page in self.canvas.pages]
        on_pages = [(link, self.refer(link_object)) for link, link_object in zip(links, objects, strict=True)]
        of_links: dict[int, list[tuple[int, str]]] = {}
        for link, reference in on_pages:
            of_links.setdefault(id(link.link), []).append((link.page, reference))
        for at, page in enumerate(self.canvas.pages):
            page.Annots = [reference for link, reference in on_pages if link.page == at]
        writer = StructureWriter(self.marks, references, pages, of_links)
        for element in standing:
            parent = references[id(element.parent)] if element.parent else self.refer(root)
            elements[id(element)].content = writer.element(element, parent)
        for key, (link, link_object) in enumerate(zip(links, objects, strict=True), len(pages)):
            link_object.content = annotation(link, key, self.action(link.link.node.target, pages))
        keys = list(enumerate((link.link for link in links), len(pages)))
        parents = self.add(writer.parent_tree(self.tree, keys).encode())
        root.content = (
            f"<</Type /StructTreeRoot /K {references[id(self.tree.root)]} /RoleMap {role_map()} "
            f"/ParentTree {parents} /ParentTreeNextKey {len(pages) + len(links)}>>"
        ).encode()
        self.canvas.setCatalogEntry("StructTreeRoot", root)

    def action(self, target: str, pages: Sequence[str]) -> str:
        """Where a link leads: a place in the document, or an address."""
        if target.startswith("#"):
            page, top = self.destinations[target[1:]]
            return f"/Dest [{pages[page]} /XYZ 0 {number(top)} null]"
        return f"/A <</S /URI /URI {text_string(target)}>>"

    # -------------------------------------------------------------------------------------------------- objects

    def add(self, content: bytes) -> str:
        """A reference to a new object with this content."""
        return self.refer(_Object(content))

    def refer(self, new: Any) -> str:
        """A reference to an object, which gets its number now if it has none."""
        name = self.objects.Reference(new).name
        return f"{self.objects.idToObjectNumberAndVersion[name][0]} 0 R"
