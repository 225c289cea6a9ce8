import pytest

from check.cases import Case, cases_of, shown, tree
from check.pdf.handmade import element
from lessonkit.check import rules_of
from lessonkit.check.pdf.output import PdfOutput
from lessonkit.check.pdf.structure import Annotation, Entry, PdfFile

RULES = {rule.id: rule for rule in rules_of("pdf")}


@pytest.mark.parametrize("case", cases_of("pdf"))
def test_case(case: Case) -> None:
    given = case.given
    pdf = PdfFile(
        root=element(given["pdf"]),
        annotations=tuple(Annotation("Link", 1, *texts) for texts in given.get("annotations", ())),
        outline=tuple(Entry(*entry) for entry in given.get("outline", ())),
        **given.get("facts", {}),
    )
    document = tree(given["document"], **given.get("settings", {}))
    assert shown(RULES[case.rule].check(PdfOutput(pdf, document))) == case.expect
