import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from check.pdf.handmade import HandmadePdf
from lessonkit.check.pdf.read import PDF_2, read_pdf, reading_lines
from lessonkit.check.pdf.structure import find, page_of, walk, words
from lessonkit.problems import LessonkitError
from lessonkit.reading import FIELD

IDENTITY = """
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar
<0003> <0020>
<0010> <006600660069>
endbfchar
2 beginbfrange
<0041> <005a> <0061>
<0100> <0102> [<00e9> <d83dde00> <00ad>]
endbfrange
"""
"""Codes 41–5A are a–z, 3 is a space, 10 the ligature ffi, 100–102 are é, a face, a soft hyphen."""


def simple_font() -> DictionaryObject:
    return DictionaryObject({NameObject("/Subtype"): NameObject("/Type1")})


def composite_font() -> DictionaryObject:
    encoding = {NameObject("/Subtype"): NameObject("/Type0"), NameObject("/Encoding"): NameObject("/Identity-H")}
    return DictionaryObject(encoding)


@pytest.fixture
def pdf() -> HandmadePdf:
    made = HandmadePdf()
    made.font("F1", simple_font())
    made.font("F2", composite_font(), IDENTITY)
    made.map_role("Strong", "Span")
    return made


def test_words_follow_the_tree_not_the_drawing(pdf: HandmadePdf) -> None:
    pdf.content = ["/P <</MCID 1>> BDC BT /F1 9 Tf (second) Tj ET EMC", "/H1 <</MCID 0>> BDC BT (first) Tj ET EMC"]
    root = pdf.add(pdf.root, "Document")
    pdf.add(root, "H1", 0)
    pdf.add(root, "P", 1)
    assert reading_lines(pdf.data()) == ("first", "second")


def test_inline_elements_stay_in_their_line_and_keep_their_own_role(pdf: HandmadePdf) -> None:
    pdf.content = [f"/P <</MCID {n}>> BDC BT /F1 9 Tf ({t}) Tj ET EMC" for n, t in enumerate(["very ", "big", " dog"])]
    paragraph = pdf.add(pdf.add(pdf.root, "Document"), "P", 0)
    pdf.add(paragraph, "Strong", 1)
    paragraph.get_object()["/K"].append(NumberObject(2))
    read = read_pdf(pdf.data())
    assert [(each.role, each.original) for each in find(read.root, "Span")] == [("Span", "Strong")]
    assert reading_lines(pdf.data()) == ("very big dog",)


def test_words_without_a_space_between_lines_are_joined(pdf: HandmadePdf) -> None:
    pdf.content = ["/P <</MCID 0>> BDC BT /F1 9 Tf (some) Tj T* (bacteria) Tj ET EMC"]
    pdf.add(pdf.root, "P", 0)
    assert reading_lines(pdf.data()) == ("somebacteria",)


def test_composite_fonts_read_by_their_map(pdf: HandmadePdf) -> None:
    codes = "0044 0042 0010 0100 0003 0101 0045 0102 0046 0999".replace(" ", "")
    pdf.content = [f"/P <</MCID 0>> BDC BT /F2 9 Tf [<{codes}> -200 <0041>] TJ ET EMC"]
    pdf.add(pdf.root, "P", 0)
    assert reading_lines(pdf.data()) == ("dbffié 😀ef\ufffda",)


def test_actual_text_stands_for_what_is_drawn(pdf: HandmadePdf) -> None:
    pdf.content = [
        "/P <</MCID 0>> BDC BT /F1 9 Tf (Experi) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC (ment) Tj ET EMC",
        "/P <</MCID 1>> BDC BT (drawn) Tj ET EMC",
    ]
    pdf.add(pdf.root, "P", 0)
    pdf.add(pdf.root, "P", 1, ActualText=TextStringObject("spoken"))
    assert reading_lines(pdf.data()) == ("Experiment", "spoken")


def test_labels_page_numbers_artifacts_and_field_values_are_left_out(pdf: HandmadePdf) -> None:
    texts = ["1.", "Write to ", "Ms Day", "12"]
    pdf.content = [f"/P <</MCID {n}>> BDC BT /F1 9 Tf ({text}) Tj ET EMC" for n, text in enumerate(texts)]
    pdf.content.append("/Artifact BMC BT (running foot) Tj ET EMC")
    item = pdf.add(pdf.add(pdf.root, "L"), "LI")
    pdf.add(item, "Lbl", 0)
    body = pdf.add(item, "LBody", 1)
    pdf.add(body, "Field", 2)
    pdf.add(body, "PageNumber", 3)
    pdf.map_role("Field", "Span")
    pdf.map_role("PageNumber", "Span")
    assert reading_lines(pdf.data()) == (f"Write to {FIELD}",)
    assert read_pdf(pdf.data()).untagged == ()


def test_text_outside_every_tag_is_told(pdf: HandmadePdf) -> None:
    pdf.content = ["BT /F1 9 Tf (lost) Tj ET"]
    pdf.add(pdf.root, "P")
    assert [(each.text, each.page) for each in read_pdf(pdf.data()).untagged] == [("lost", 1)]


def test_links_know_their_annotation(pdf: HandmadePdf) -> None:
    pdf.content = ["/Link <</MCID 0>> BDC BT /F1 9 Tf (Childline) Tj ET EMC"]
    pdf.add(pdf.root, "Link", 0, pdf.link("https://www.childline.org.uk", "Childline"))
    read = read_pdf(pdf.data())
    (annotation,) = read.annotations
    assert (annotation.kind, annotation.contents, annotation.target) == (
        "Link",
        "Childline",
        "https://www.childline.org.uk",
    )
    (link,) = find(read.root, "Link")
    assert (words(link), page_of(link), link.kids[1].annotation) == ("Childline", 1, 0)  # type: ignore[union-attr]


def test_a_tree_that_contains_itself_ends_in_a_sentence(pdf: HandmadePdf) -> None:
    section = pdf.add(pdf.root, "Sect")
    pdf.add(section, "Sect").get_object()["/K"].append(section)
    with pytest.raises(LessonkitError, match="stands in its structure tree twice"):
        read_pdf(pdf.data())


def test_what_is_no_pdf_ends_in_a_sentence() -> None:
    with pytest.raises(LessonkitError, match=r"^This PDF cannot be read: "):
        read_pdf(b"not a pdf")


def test_a_font_that_is_none_does_not_stop_the_reading(pdf: HandmadePdf) -> None:
    pdf.page["/Resources"]["/Font"][NameObject("/F1")] = NumberObject(7)  # type: ignore[index]
    pdf.content = ["/P <</MCID 0>> BDC BT /F1 9 Tf (help) Tj ET EMC"]
    pdf.add(pdf.root, "P", 0)
    assert reading_lines(pdf.data()) == ("help",)


def test_a_note_reads_after_the_block_that_calls_it_without_its_numbers(pdf: HandmadePdf) -> None:
    texts = ["One", "1", "1 ", "A note.", ", two.", "Three"]
    pdf.content = [f"/P <</MCID {n}>> BDC BT /F1 9 Tf ({text}) Tj ET EMC" for n, text in enumerate(texts)]
    root = pdf.add(pdf.root, "Document")
    paragraph = pdf.add(root, "P", 0)
    pdf.add(paragraph, "Reference", 1)
    note = pdf.add(paragraph, "Note", ID=TextStringObject("n1"))
    pdf.add(note, "Lbl", 2)
    note.get_object()["/K"].append(NumberObject(3))
    paragraph.get_object()["/K"].append(NumberObject(4))
    pdf.add(root, "P", 5)
    assert reading_lines(pdf.data()) == ("One, two.", "A note.", "Three")
    assert [each.id for each in find(read_pdf(pdf.data()).root, "Note")] == ["n1"]


def test_terms_are_words_and_pictures_in_a_line_are_none(pdf: HandmadePdf) -> None:
    texts = ["Block ", "heart", "it", "Stop it."]
    pdf.content = [f"/P <</MCID {n}>> BDC BT /F1 9 Tf ({text}) Tj ET EMC" for n, text in enumerate(texts)]
    numbering = DictionaryObject(
        {NameObject("/O"): NameObject("/List"), NameObject("/ListNumbering"): NameObject("/None")}
    )
    item = pdf.add(pdf.add(pdf.root, "L", A=numbering), "LI")
    term = pdf.add(item, "Lbl", 0)
    pdf.add(term, "Figure", 1, Alt=TextStringObject("a heart"))
    term.get_object()["/K"].append(NumberObject(2))
    pdf.add(pdf.add(item, "LBody"), "P", 3)
    assert reading_lines(pdf.data()) == ("Block it", "Stop it.")


def test_roles_of_pdf_2_follow_their_namespace(pdf: HandmadePdf) -> None:
    ours = DictionaryObject({NameObject("/NS"): TextStringObject("https://example.org/ns")})
    ours[NameObject("/RoleMapNS")] = DictionaryObject({NameObject("/Title"): NameObject("/H1")})
    theirs = DictionaryObject({NameObject("/NS"): TextStringObject(PDF_2)})
    root = pdf.add(pdf.root, "Document", NS=theirs)
    for role, namespace in (("Title", ours), ("Title", theirs), ("Strong", theirs)):
        pdf.add(root, role, NS=namespace)
    pdf.add(root, "Strong")
    assert [each.role for each in walk(read_pdf(pdf.data()).root)] == ["Document", "H1", "Title", "Strong", "Span"]


def test_a_link_may_lead_to_a_structure_element(pdf: HandmadePdf) -> None:
    pdf.content = ["/H1 <</MCID 0>> BDC BT /F1 9 Tf (Help) Tj ET EMC"]
    heading = pdf.add(pdf.add(pdf.root, "Sect"), "H1", 0)
    pdf.link("", "Help")
    place = ArrayObject([heading, NameObject("/Fit")])
    action = DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/SD"): place})
    pdf.page["/Annots"][0].get_object()[NameObject("/A")] = action  # type: ignore[index]
    assert [annotation.target for annotation in read_pdf(pdf.data()).annotations] == ["page 1"]
