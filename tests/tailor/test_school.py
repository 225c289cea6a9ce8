"""School details: blank as shipped, filled in by the school, and never a sample in a final document."""

from pathlib import Path

import pytest

from lessonkit.problems import LessonkitError
from lessonkit.source.fields import FIELDS
from lessonkit.source.project import Project
from lessonkit.tailor.school import School, field_values, final_problems, read_school

FILLED = """\
format: 1
name: St Anne's Primary School
address: Mill Lane, Ely
phone: 01353 662000
email: office@stannes.sch.uk
web: https://stannes.sch.uk
dsl: {name: Ruth Okafor, phone: 01353 662001}
deputy-dsl: {name: Tom Hale}
senco: {name: Priya Nair}
local-authority: {name: Cambridgeshire County Council, children-social-care: 0345 045 5203}
"""


def school_of(folder: Path, text: str) -> School:
    (folder / "sources").mkdir()
    (folder / "sources" / "school.yaml").write_text(text, "utf-8")
    return read_school(Project(folder))


def test_the_shipped_file_is_blank(project: Path) -> None:
    school = read_school(Project(project))
    assert field_values(school) == dict.fromkeys(FIELDS)
    assert school.nation == "England"
    assert len(list(final_problems(school, FIELDS))) == len(FIELDS)


def test_a_project_without_the_file_is_blank(tmp_path: Path) -> None:
    assert field_values(read_school(Project(tmp_path))) == dict.fromkeys(FIELDS)
    assert len(list(final_problems(School(), FIELDS))) == len(FIELDS)


def test_details_reach_their_fields(tmp_path: Path) -> None:
    school = school_of(tmp_path, FILLED)
    values = field_values(school)
    assert values["school_phone"] == "01353 662000"
    assert values["deputy_dsl_name"] == "Tom Hale"
    assert values["children_social_care"] == "0345 045 5203"
    assert set(values) == set(FIELDS)
    assert list(final_problems(school, FIELDS)) == []


def test_a_blank_is_named_with_its_line(tmp_path: Path) -> None:
    text = FILLED.replace("{name: Tom Hale}", "{name: }").replace("senco: {name: Priya Nair}\n", "")
    blanks = [str(problem) for problem in final_problems(school_of(tmp_path, text), FIELDS)]
    assert blanks == [
        f"sources/school.yaml:{line}: `{key}`, `name` is blank: {label}. Fill it in, or build without --final."
        for line, key, label in [
            (8, "deputy-dsl", FIELDS["deputy_dsl_name"].label),
            (1, "senco", FIELDS["senco_name"].label),
        ]
    ]


def test_only_details_that_a_document_prints_keep_it_from_being_final(tmp_path: Path) -> None:
    school = school_of(tmp_path, "format: 1\nname: Test Valley School\n")
    assert list(final_problems(school, {"school_name"})) == []
    assert len(list(final_problems(school, {"school_name", "dsl_name"}))) == 1


@pytest.mark.parametrize(
    ("real", "sample"),
    [
        ("St Anne's Primary School", "Example School"),
        ("St Anne's Primary School", "Sample Primary"),
        ("Ruth Okafor", "A. N. Other"),
        ("Ruth Okafor", "Jane Doe"),
        ("Ruth Okafor", "TBC"),
        ("01353 662000", "01234 567890"),
        ("01353 662000", "01632 960123"),
        ("01353 662001", "07700 900123"),
        ("0345 045 5203", "00000 000000"),
        ("office@stannes.sch.uk", "office@example.org"),
        ("https://stannes.sch.uk", "https://www.example.sch.uk"),
    ],
)
def test_a_sample_is_refused(tmp_path: Path, real: str, sample: str) -> None:
    (problem,) = final_problems(school_of(tmp_path, FILLED.replace(real, sample)), FIELDS)
    assert f"is `{sample}`, which looks like a sample." in str(problem)


def test_a_misspelt_detail_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LessonkitError) as error:
        school_of(tmp_path, FILLED.replace("phone: 01353 662000", "fone: 01353 662000") + "nation: Eire\n")
    assert str(error.value).replace("sources/school.yaml", "").splitlines() == [
        ":4: There is no key `fone` here. Did you mean `phone`?",
        ":11: `nation` cannot be the word 'Eire'. Use one of: England, Wales, Scotland, Northern Ireland.",
    ]
