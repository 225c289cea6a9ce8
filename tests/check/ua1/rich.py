"""A conforming file with one of everything that PDF/UA-1 speaks of, beside what `mutations.good` has."""

from __future__ import annotations

from functools import cache
from typing import Any

from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject

from check.mutations.editing import Editing, pdf_object
from check.mutations.good import good


class Annotated(Editing):
    """An editing that can add annotations, with or without their places in the structure."""

    def stream(self, data: bytes, **entries: Any) -> Any:
        """A new stream; the names of its entries without their slash."""
        made = StreamObject()
        made.set_data(data)
        made.update(pdf_object({f"/{key}": value for key, value in entries.items()}))
        return self.writer._add_object(made)

    def add_annotation(self, page: int, **entries: Any) -> Any:
        """A new annotation that the structure does not know."""
        entries = {"Type": "/Annot", "Rect": [100, 100, 150, 120], "F": 4, **entries}
        made = self.writer._add_object(pdf_object({f"/{key}": value for key, value in entries.items()}))
        page_object = self.pages[page]
        if "/Annots" not in page_object:
            page_object[NameObject("/Annots")] = ArrayObject()
        page_object["/Annots"].get_object().append(made)  # type: ignore[union-attr]
        page_object[NameObject("/Tabs")] = NameObject("/S")
        return made

    def tag_annotation(self, page: int, annotation: Any, role: str, **entries: Any) -> Any:
        """An element for an annotation, at the end of the document."""
        pointer = {"/Type": "/OBJR", "/Obj": annotation, "/Pg": self.pages[page].indirect_reference}
        kid = self.writer._add_object(pdf_object(pointer))
        element = self.add_element(self.element("Document"), role, kid, **entries)
        entries_of_tree = self.root["/ParentTree"]["/Nums"]
        key = max(int(number) for number in entries_of_tree[::2]) + 1
        entries_of_tree += [NumberObject(key), element]
        self.set(annotation, "/StructParent", key)
        return element

    def form_object(self, data: bytes = b"", **entries: Any) -> Any:
        """A form XObject."""
        box = {"Type": "/XObject", "Subtype": "/Form", "BBox": [0, 0, 50, 20]}
        return self.stream(data, **box, **entries)

    def draw_form(self, page: int, form: Any, name: str = "Fm9") -> None:
        """Draws a form as decoration, above all that is on a page."""
        from check.mutations.editing import op

        resources = self.pages[page]["/Resources"]
        if "/XObject" not in resources:  # type: ignore[operator]
            self.set(resources, "/XObject", {})
        self.set(resources["/XObject"], f"/{name}", form)  # type: ignore[index]
        self.add(page, op("BMC", "/Artifact"), op("Do", f"/{name}"), op("EMC"))


@cache
def rich() -> bytes:
    """The finished file."""
    pdf = Annotated(good())
    look = pdf.form_object()
    field = pdf.add_annotation(
        0, Subtype="/Widget", FT="/Tx", T="name", TU="Your name", DA="/F1 0 Tf 0 g", AP={"/N": look}
    )
    pdf.tag_annotation(0, field, "Form")
    pdf.set(pdf.catalog, "/AcroForm", pdf.writer._add_object(pdf_object({"/Fields": [field]})))
    remark = pdf.add_annotation(0, Subtype="/Text", Contents="A remark", AP={"/N": look})
    pdf.tag_annotation(0, remark, "Annot")
    paragraphs = pdf.elements("P")
    pdf.set(paragraphs[2], "/S", "/Note")
    pdf.set(paragraphs[2], "/ID", "note1")
    pdf.set(paragraphs[4], "/S", "/Note")
    pdf.set(paragraphs[4], "/ID", "note2")
    pdf.set(paragraphs[3], "/S", "/Formula")
    pdf.set(paragraphs[3], "/Alt", "one and two make three")
    file = pdf.stream(b"hello", Type="/EmbeddedFile", Subtype="/text#2Fplain")
    named = {"/Type": "/Filespec", "/F": "a.txt", "/UF": "a.txt", "/EF": {"/F": file}, "/Desc": "a file"}
    names = pdf.catalog.get("/Names") or {}
    files = {"/EmbeddedFiles": {"/Names": ["a.txt", pdf.writer._add_object(pdf_object(named))]}}
    pdf.set(pdf.catalog, "/Names", {**dict(names.items()), **files})
    layer = pdf.writer._add_object(pdf_object({"/Type": "/OCG", "/Name": "Layer"}))
    layers = {"/OCGs": [layer], "/D": {"/Name": "Usual", "/ON": [layer]}, "/Configs": [{"/Name": "Other"}]}
    pdf.set(pdf.catalog, "/OCProperties", layers)
    return pdf.data()
