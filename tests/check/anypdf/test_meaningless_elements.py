"""NonStruct, as web browsers write it: part of the line around it, or a box of its own."""

import pytest

from lessonkit.check.anypdf import words_are_parted
from lessonkit.check.anypdf.facts import Box, Content, Face, Node, Page, PdfFacts, Run
from lessonkit.check.anypdf.subject import AnyPdf

PAGE = Box(0, 0, 595, 842)


def run(number: int, text: str, left: float, baseline: float) -> Run:
    box = Box(left, baseline - 3, left + 6 * len(text), baseline + 9)
    content = Content(1, number)
    return Run(1, box, number, content, None, text=text, size=12, face=Face("F"), colour=(0, 0, 0), baseline=baseline)


def document(role: str, *runs: Run) -> AnyPdf:
    """A paragraph with an element of this role for each run."""
    root = Node("StructTreeRoot", "StructTreeRoot")
    paragraph = Node("P", "P", parent=root)
    root.kids.append(paragraph)
    for each in runs:
        assert each.content is not None
        paragraph.kids.append(Node(role, role, parent=paragraph, kids=[each.content]))
    contents = {each.content for each in runs if each.content}
    return AnyPdf(PdfFacts(pages=[Page(1, PAGE, runs=list(runs), contents=contents)], root=root))


@pytest.mark.parametrize("role", ["Span", "NonStruct"])
def test_a_raised_number_stands_in_its_word(role: str) -> None:
    subject = document(role, run(0, "Water is H", 60, 700), run(1, "2", 120, 697), run(2, "O.", 126, 700))
    assert [block.text for block in subject.blocks] == ["Water is H2O."]
    assert list(words_are_parted.check(subject)) == []


@pytest.mark.parametrize(("role", "told"), [("Span", 1), ("NonStruct", 0)])
def test_boxes_one_below_the_other_need_no_space(role: str, told: int) -> None:
    subject = document(role, run(0, "Police emergency", 60, 700), run(1, "999", 60, 680))
    assert len(list(words_are_parted.check(subject))) == told


def test_a_section_without_a_meaning_is_no_line() -> None:
    subject = document("NonStruct", run(0, "Water", 60, 700))
    assert subject.facts.root is not None
    subject.facts.root.nodes[0].role = "Document"
    assert [block.node.role for block in subject.blocks] == ["NonStruct"]


def test_words_read_as_one_are_quoted_whole_where_each_letter_is_drawn_by_itself() -> None:
    words = [run(at, letter, 60 + 6 * at, 700) for at, letter in enumerate("data")]
    words += [run(4 + at, letter, 60 + 6 * at, 680) for at, letter in enumerate("policy")]
    (finding,) = words_are_parted.check(document("Span", *words))
    assert "“datapolicy”" in finding.message
