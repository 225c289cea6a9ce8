"""Whatever is for staff is found in a pupil's file wherever somebody, or a fault, puts it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from check.strings.sheet import ANSWER, HELPLINE, NOTE, findings, made
from lessonkit.check.strings.subject import squeeze

MIDDLE = " ".join(ANSWER.split()[3:9])
"""A part of the answer is enough."""


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_what_is_made_for_pupils_holds_nothing_for_staff(kind: str) -> None:
    files, secrets = made()
    assert findings(kind, files[kind]) == []
    looked_for = [secret.words for secret in secrets]
    assert ANSWER in looked_for
    assert NOTE in looked_for
    assert any(HELPLINE in words for words in looked_for)


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_the_teachers_own_files_would_give_everything_away(kind: str) -> None:
    files, secrets = made("answers")
    assert secrets == (), "nothing is withheld from staff"
    told = " ".join(each.message for each in findings(kind, files[kind]))
    assert ANSWER[:40] in told
    assert NOTE[:40] in told
    assert "Read them all" in told


def test_words_that_pupils_may_read_are_no_secret() -> None:
    runs = {run for secret in made()[1] for run in secret.runs}
    assert squeeze(MIDDLE)[:20] in "".join(runs)
    assert not [run for run in runs if run in squeeze("Robin wants to tell somebody. Who can help?")]


# ----------------------------------------------------------------------------------------------------------- PDF

Change = Callable[[PdfWriter, str], None]


def drawn(words: str, mode: int) -> bytes:
    return f"\nBT /LeakFont 8 Tf {mode} Tr 40 40 Td ({words}) Tj ET\n".encode()


def font() -> DictionaryObject:
    entries = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in entries.items()})


def on_the_page(writer: PdfWriter, words: str, mode: int = 0) -> None:
    page = writer.pages[0]
    resources = page["/Resources"].get_object()
    fonts = resources.setdefault(NameObject("/Font"), DictionaryObject()).get_object()
    fonts[NameObject("/LeakFont")] = font()
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + drawn(words, mode))
    page[NameObject("/Contents")] = writer._add_object(stream)


def unseen_on_the_page(writer: PdfWriter, words: str) -> None:
    on_the_page(writer, words, mode=3)


def in_a_drawing(writer: PdfWriter, words: str) -> None:
    form = DecodedStreamObject()
    form.set_data(drawn(words, 0))
    resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/LeakFont"): font()})})
    box = ArrayObject(NumberObject(n) for n in (0, 0, 200, 50))
    for key, value in {"/Subtype": NameObject("/Form"), "/BBox": box, "/Resources": resources}.items():
        form[NameObject(key)] = value
    writer._add_object(form)


def structure(key: str) -> Change:
    def change(writer: PdfWriter, words: str) -> None:
        element = writer.root_object["/StructTreeRoot"]["/K"]
        element = element[0] if isinstance(element, ArrayObject) else element
        element.get_object()[NameObject(key)] = TextStringObject(words)

    return change


def in_the_xmp(writer: PdfWriter, words: str) -> None:
    stream = writer.root_object["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b"</rdf:RDF>", f"<!-- {words} --></rdf:RDF>".encode()))


def in_a_comment(writer: PdfWriter, words: str) -> None:
    writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text=words))


def in_a_script(writer: PdfWriter, words: str) -> None:
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{words}')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)


PDF: dict[str, Change] = {
    "text": on_the_page,
    "hidden text": unseen_on_the_page,
    "a drawing that no page shows": in_a_drawing,
    "alternative text": structure("/Alt"),
    "replacement text": structure("/ActualText"),
    "title of an element": structure("/T"),
    "bookmark": lambda writer, words: writer.add_outline_item(title=words, page_number=0),
    "property": lambda writer, words: writer.add_metadata({"/Keywords": words}),
    "properties in XMP": in_the_xmp,
    "comment": in_a_comment,
    "attached file": lambda writer, words: writer.add_attachment("notes.txt", words.encode()),
    "name of an attached file": lambda writer, words: writer.add_attachment(f"{words}.txt", b"-"),
    "script": in_a_script,
}


@pytest.mark.parametrize("words", [MIDDLE, HELPLINE])
@pytest.mark.parametrize("place", PDF)
def test_a_leak_into_a_pdf_is_found(place: str, words: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made()[0]["pdf"])))
    PDF[place](writer, words)
    buffer = BytesIO()
    writer.write(buffer)
    found = findings("pdf", buffer.getvalue())
    assert found, place
    assert all(" is for staff, but " in each.message for each in found)


def test_writing_a_pdf_again_is_no_leak() -> None:
    buffer = BytesIO()
    PdfWriter(clone_from=PdfReader(BytesIO(made()[0]["pdf"]))).write(buffer)
    assert findings("pdf", buffer.getvalue()) == []


# ---------------------------------------------------------------------------------------------------------- Word

BODY, CORE, MEMORY = "word/document.xml", "docProps/core.xml", "customXml/item1.xml"
WORD: dict[str, tuple[str, str, str]] = {
    "text": (BODY, "<w:sectPr", '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p><w:sectPr'),
    "text in two runs": (BODY, "<w:sectPr", "<w:p><w:r><w:t>{0}</w:t></w:r><w:r><w:t>{1}</w:t></w:r></w:p><w:sectPr"),
    "hidden text": (BODY, "<w:sectPr", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p><w:sectPr"),
    "deleted text": (BODY, "<w:sectPr", "<w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:p><w:sectPr"),
    "alternative text": (BODY, "<wp:docPr ", '<wp:docPr title="{}" '),
    "title of a control": (BODY, '<w:alias w:val="', '<w:alias w:val="{}'),
    "bookmark": (BODY, '<w:bookmarkStart w:id="1" w:name="', '<w:bookmarkStart w:id="1" w:name="{}'),
    "note to the XML": (BODY, "<w:sectPr", "<!-- {} --><w:sectPr"),
    "property": (CORE, "</cp:coreProperties>", "<cp:keywords>{}</cp:keywords></cp:coreProperties>"),
    "memory of the file": (MEMORY, "</snapshot>", "<note>{}</note></snapshot>"),
}


def changed(data: bytes, part: str, text: Callable[[str], str]) -> bytes:
    """A Word file with one part changed, or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, text(body.decode()).encode() if name == part else body)
        if part not in old.namelist():
            new.writestr(part, text(""))
    return buffer.getvalue()


def halves(words: str) -> tuple[str, str]:
    half = len(words) // 2
    return words[:half], words[half:]


@pytest.mark.parametrize("words", [MIDDLE, HELPLINE])
@pytest.mark.parametrize("place", WORD)
def test_a_leak_into_a_word_file_is_found(place: str, words: str) -> None:
    part, old, new = WORD[place]
    said = halves(words) if "{1}" in new else (words,)

    def leak(text: str) -> str:
        before, found, after = text.rpartition(old)
        assert found, place
        return before + new.format(*said) + after

    assert findings("docx", changed(made()[0]["docx"], part, leak)), place


@pytest.mark.parametrize("part", ["word/comments.xml", "docProps/custom.xml", "word/footnotes.xml", "notes.txt"])
def test_a_leak_into_another_part_of_a_word_file_is_found(part: str) -> None:
    (found,) = findings("docx", changed(made()[0]["docx"], part, lambda _: f"<x>{MIDDLE}</x>"))
    assert part in found.message
    assert found.place
    assert found.place.line == 17


# ---------------------------------------------------------------------------------------------------------- HTML

HTML = {
    "text": ("</main>", "<p>{}</p></main>"),
    "text with a word set apart": ("</main>", "<p>{0}<strong>{1}</strong></p></main>"),
    "hidden element": ("</main>", "<p hidden>{}</p></main>"),
    "words for listeners": ("</main>", '<p aria-label="{}"></p></main>'),
    "alternative text": ("</main>", '<img alt="{}" src="data:,"></main>'),
    "tooltip": ("</main>", '<p title="{}"></p></main>'),
    "data": ("</main>", '<p data-note="{}"></p></main>'),
    "comment": ("</main>", "<!-- {} --></main>"),
    "property": ("</head>", '<meta name="keywords" content="{}"></head>'),
    "style sheet": ("</style>", "/* {} */</style>"),
}


@pytest.mark.parametrize("words", [MIDDLE, HELPLINE])
@pytest.mark.parametrize("place", HTML)
def test_a_leak_into_a_page_is_found(place: str, words: str) -> None:
    old, new = HTML[place]
    page = made()[0]["html"].decode()
    assert old in page
    assert findings("html", page.replace(old, new.format(*halves(words) if "{1}" in new else (words,)), 1).encode())
