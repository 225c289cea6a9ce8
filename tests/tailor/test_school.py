"""School details: blank as shipped, filled in by the school, and never a sample in a final document."""

from pathlib import Path

import pytest
from PIL import Image

from lessonkit.build import Built, Options, build_all
from lessonkit.cli import boundary
from lessonkit.cli.app import app
from lessonkit.document import Figure, Heading, Panel
from lessonkit.layout.compose import compose
from lessonkit.problems import LessonkitError
from lessonkit.reading import reading_lines, walk
from lessonkit.source.fields import FIELDS
from lessonkit.source.library import read_library
from lessonkit.source.project import Project
from lessonkit.source.read import read_definition
from lessonkit.tailor.logo import printed_logo
from lessonkit.tailor.school import School, field_values, final_problems, read_school
from library import PROJECT, document

FILLED = """\
format: 1
name: St Anne's Primary School
address: Mill Lane, Ely
phone: 01353 662000
email: office@stannes.sch.uk
web: https://stannes.sch.uk
dsl: {name: Ruth Okafor, phone: 01353 662001}
deputies:
  - {name: Tom Hale, phone: 01353 662002}
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
    assert values["deputy_dsl_phone"] == "01353 662002"
    assert values["children_social_care"] == "0345 045 5203"
    assert set(values) == set(FIELDS)
    assert list(final_problems(school, FIELDS)) == []


def test_a_blank_is_named_with_its_line(tmp_path: Path) -> None:
    text = FILLED.replace("{name: Tom Hale, ", "{name: , ").replace("senco: {name: Priya Nair}\n", "")
    blanks = [str(problem) for problem in final_problems(school_of(tmp_path, text), FIELDS)]
    assert blanks == [
        f"sources/school.yaml:{line}: `{key}`, `{detail}` is blank: {label}. Fill it in, or build without --final."
        for line, key, detail, label in [
            (8, "deputies", "name", FIELDS["deputy_dsl_name"].label),
            (8, "deputies", "phone", FIELDS["deputy_dsl_phone"].label),
            (1, "senco", "name", FIELDS["senco_name"].label),
        ]
    ]


def test_several_deputies_are_printed_in_one_line(tmp_path: Path) -> None:
    more = FILLED.replace("662002}\n", "662002}\n  - name: Amina Yusuf\n  - name:\n    phone:\n")
    values = field_values(school_of(tmp_path, more))
    assert values["deputy_dsl_name"] == "Tom Hale, Amina Yusuf"
    assert values["deputy_dsl_phone"] == "01353 662002"


def test_a_file_that_knows_one_deputy_stays_readable(tmp_path: Path) -> None:
    old = FILLED.replace("deputies:\n  - {", "deputy-dsl: {")
    school = school_of(tmp_path, old.replace("Tom Hale", ""))
    assert field_values(school)["deputy_dsl_name"] is None
    assert "school.yaml:8: `deputy-dsl`, `name` is blank" in str(next(iter(final_problems(school, FIELDS))))
    (tmp_path / "sources" / "school.yaml").write_text(old, "utf-8")
    assert field_values(read_school(Project(tmp_path)))["deputy_dsl_name"] == "Tom Hale"


WRONG = [
    ("phone: 01353 662000", "phone: ask at the desk", 4, "`ask at the desk` is not a phone number"),
    ("phone: 01353 662001", "phone: 01353 66O001", 7, "`01353 66O001` is not a phone number"),
    ("phone: 01353 662002", "phone: 12", 9, "`12` is not a phone number"),
    ("0345 045 5203", "by e-mail", 11, "`by e-mail` is not a phone number"),
    ("office@stannes.sch.uk", "office at school", 5, "`office at school` is not an e-mail address"),
    ("https://stannes.sch.uk", "www.stannes.sch.uk", 6, "`www.stannes.sch.uk` is not a web address"),
    ("https://stannes.sch.uk", "https://stannes", 6, "`https://stannes` is not a web address"),
    ("name: Ruth Okafor", "name: “Ruth Okafor”", 7, "`“Ruth Okafor”` stands in quotation marks"),
    ("deputies:", "deputy-dsl: {name: Ann Poe}\ndeputies:", 8, "The deputies stand in two places"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG)
def test_a_detail_that_nobody_can_use_is_told_with_its_line(
    old: str, new: str, line: int, message: str, tmp_path: Path
) -> None:
    with pytest.raises(LessonkitError) as error:
        school_of(tmp_path, FILLED.replace(old, new))
    assert str(error.value).startswith(f"sources/school.yaml:{line}: {message}")


@pytest.mark.parametrize(
    "phone", ["0800 1111", "+44 20 7946 0018", "(01353) 662000", "01353-662000", "01353 662000 ext 21"]
)
def test_phone_numbers_in_their_usual_forms_are_fine(phone: str, tmp_path: Path) -> None:
    values = field_values(school_of(tmp_path, FILLED.replace("phone: 01353 662000", f'phone: "{phone}"')))
    assert values["school_phone"] == phone


TERMS = """\
term-dates:
  - {name: Autumn, start: 2026-09-02, end: 2026-12-18}
  - {name: Spring, start: 2027-01-05, end: 2027-03-26}
"""


def test_term_dates_are_days_in_their_order(tmp_path: Path) -> None:
    school = school_of(tmp_path, FILLED + TERMS)
    assert [(str(term.name), term.start.isoformat()) for term in school.term_dates] == [
        ("Autumn", "2026-09-02"),
        ("Spring", "2027-01-05"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("2026-12-18", "2026-08-18", 13, "The term `Autumn` ends on 2026-08-18, but it starts on 2026-09-02."),
        ("2027-01-05", "2026-12-18", 14, "The term `Spring` starts on 2026-12-18, before `Autumn` is over."),
        ("2027-03-26", "2027-02-30", 14, "`end` must be a day of the calendar"),
        ("2027-03-26", "26 March", 14, "`end` must be a date"),
        ("name: Spring, ", "", 14, "`name` is missing"),
    ],
)
def test_term_dates_that_cannot_be_are_told(old: str, new: str, line: int, message: str, tmp_path: Path) -> None:
    with pytest.raises(LessonkitError) as error:
        school_of(tmp_path, FILLED + TERMS.replace(old, new))
    assert str(error.value).startswith(f"sources/school.yaml:{line}: {message}")


def with_logo(
    folder: Path, width: int = 900, height: int = 600, alt: str = "alt: An oak", name: str = "logo.png"
) -> School:
    (folder / "sources" / "images").mkdir(parents=True)
    Image.new("RGB", (width, height), "#7a1f2b").save(folder / "sources" / "images" / "logo.png")
    (folder / "sources" / "images" / "words.png").write_text("not a picture")
    text = f"{FILLED}logo: {{file: images/{name}, {alt}}}\n"
    (folder / "sources" / "school.yaml").write_text(text, "utf-8")
    return read_school(Project(folder))


def test_a_logo_is_as_large_as_it_is_seen_well(tmp_path: Path) -> None:
    logo = printed_logo(with_logo(tmp_path), Project(tmp_path))
    assert (logo.source, logo.alt, logo.width_mm) == ("sources/images/logo.png", "An oak", 24.0)  # type: ignore[union-attr]
    assert logo.share(170) == pytest.approx(24 / 170, abs=0.001)  # type: ignore[union-attr]


@pytest.mark.parametrize(("width", "height", "width_mm"), [(1600, 160, 45.0), (200, 800, 4.0)])
def test_no_logo_is_too_large(width: int, height: int, width_mm: float, tmp_path: Path) -> None:
    logo = printed_logo(with_logo(tmp_path, width, height), Project(tmp_path))
    assert logo
    assert logo.width_mm == width_mm


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"alt": ""}, "The logo has no alternative text. Add `alt:`"),
        ({"name": "lgo.png"}, "There is no picture `images/lgo.png`. Did you mean `images/logo.png`?"),
        ({"name": "school/Logo.jpg"}, "There is no picture `images/school/Logo.jpg`. Did you mean `images/logo.png`?"),
        ({"name": "crest.png"}, "There is no picture `images/crest.png`. Write its path from the folder `sources`"),
        ({"name": "../../logo.png"}, "The picture `images/../../logo.png` lies outside the folder `sources`"),
        ({"name": "words.png"}, "The picture “sources/images/words.png” is not a PNG or JPEG file"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_told(settings: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(LessonkitError) as error:
        with_logo(tmp_path, **settings)  # type: ignore[arg-type]
    assert str(error.value).startswith(f"sources/school.yaml:12: {message}")


def test_documents_print_the_logo_at_their_title_and_on_the_back_of_a_leaflet(tmp_path: Path, project: Path) -> None:
    school = with_logo(tmp_path)
    logo = printed_logo(school, Project(tmp_path))
    for name in ("maya-film", "talk-leaflet", "send-carer-guide"):
        definition = read_definition(PROJECT.definitions()[name], PROJECT)
        library, values = read_library(PROJECT), field_values(school)
        made = compose(definition, library, values, PROJECT.layouts, logo=logo).document
        blocks = list(walk(made.blocks))
        (figure,) = [block for block in blocks if isinstance(block, Figure) and block.alt == "An oak"]
        title = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1)
        last_panel = next((at for at, block in enumerate(blocks) if isinstance(block, Panel) and block.number == 6), 0)
        assert blocks.index(figure) > last_panel if last_panel else blocks.index(figure) < title
        assert reading_lines(made) == reading_lines(document(name))


def test_another_file_stands_in_for_the_projects_own(tmp_path: Path) -> None:
    (tmp_path / "oak.yaml").write_text("format: 1\nname: Oak School\nphone: none\n", "utf-8")
    with pytest.raises(LessonkitError, match=r"oak.yaml:3: `none` is not a phone number"):
        read_school(PROJECT, tmp_path / "oak.yaml")
    (tmp_path / "oak.yaml").write_text("format: 1\nname: Oak School\n", "utf-8")
    built = [
        step
        for step in build_all(PROJECT, ["maya-film"], Options(tmp_path, ("html",), school=tmp_path / "oak.yaml"))
        if isinstance(step, Built)
    ]
    assert built[0].ok
    assert "Oak School" in (tmp_path / "maya-film.html").read_text("utf-8")
    with pytest.raises(LessonkitError, match=r"ash.yaml: This file does not exist"):
        read_school(PROJECT, tmp_path / "ash.yaml")


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_command_takes_another_file(command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "oak.yaml"
    path.write_text("format: 1\nphone: none\n", "utf-8")
    folder = ["--output", str(tmp_path)] if command == "build" else []
    assert boundary.run(lambda: app([command, "maya-film", "--school", str(path), *folder])) == 1
    assert "oak.yaml:2: `none` is not a phone number" in capfd.readouterr().err


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
        ":12: `nation` cannot be the word 'Eire'. Use one of: England, Wales, Scotland, Northern Ireland.",
    ]


@pytest.mark.parametrize("name", ["talk-leaflet", "relationships-leaflet"])
def test_a_long_name_of_a_school_fits_on_the_cover_of_a_leaflet(name: str, tmp_path: Path) -> None:
    long = "St Thomas of Canterbury and St Mary Magdalene CofE (VA) Primary School"
    school = tmp_path / "school.yaml"
    school.write_text(FILLED.replace("St Anne's Primary School", long), "utf-8")
    *_, built = build_all(PROJECT, [name], Options(tmp_path, ("pdf",), school=school))
    assert isinstance(built, Built)
    assert built.ok, built.problems
