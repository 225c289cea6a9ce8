"""The documents that come with lessonkit: each format of each one, as its readers and the referees see it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

import referees
from lessonkit.build import Built
from lessonkit.check import docx, html
from lessonkit.check.pdf.read import reading_lines as pdf_lines
from lessonkit.document import Chart, Figure
from lessonkit.reading import FIELD, headings, plain, reading_lines, walk
from lessonkit.source.texts import CHILDREN
from library import NAMES, PROJECT, build_into, document
from render.browser import axe_violations, scroll_width

LINES = {".pdf": pdf_lines, ".docx": docx.reading_lines, ".html": html.reading_lines}
EDITIONS = ["talk-leaflet-print.pdf", "relationships-leaflet-print.pdf", "wallet-cards-print.pdf"]
"""What is made for printing besides."""
FILES = [f"{name}{ending}" for name in NAMES for ending in LINES] + EDITIONS
LEAST_LINES, LEAST_WORDS = 8, 40
"""Fewer would mean that nothing was read; a poster has no more."""
PDFS = [name for name in FILES if name.endswith(".pdf")]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every output of every definition."""
    folder = tmp_path_factory.mktemp("output")
    assert [built.problems for built in build_into(folder)] == [()] * len(NAMES)
    return folder


WORD_PAGES = {
    "talk-leaflet": 2,
    "relationships-leaflet": 2,
    "letter-before": 1,
    "letter-after": 1,
    "fact-sheet": 2,
    "help-sheet": 2,
    "staff-briefing": 2,
    "maya-worksheet": 2,
    "maya-easy-read": 4,
    "who-can-i-tell-worksheet": 2,
    "block-report-tell-worksheet": 2,
}
"""The pages of Word files that must not have more."""


def test_every_definition_is_built_in_every_format(folder: Path):
    assert sorted(path.name for path in folder.iterdir() if path.name[0] != ".") == sorted(FILES)
    assert {"maya-film", "talk-leaflet", "send-carer-guide"} <= set(PROJECT.definitions()) <= set(NAMES)


@pytest.mark.parametrize("name", FILES)
def test_each_file_reads_as_its_author_wrote(name: str, folder: Path):
    stem = name.partition(".")[0].removesuffix("-print")
    found = LINES[Path(name).suffix]((folder / name).read_bytes())
    assert len(found) >= LEAST_LINES
    assert found == reading_lines(document(stem))


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_every_pdf_conforms_to_pdf_ua_and_pdf_a(flavour: str, folder: Path):
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == len(PDFS)
    assert referees.pdf_report(files, flavour) == ""


@pytest.fixture(scope="session")
def folder_2(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every PDF of every definition, made for PDF/UA-2."""
    folder = tmp_path_factory.mktemp("output-2")
    for built in build_into(folder, formats=("pdf",), standard="ua-2"):
        assert built.problems == ()
        assert any("Validate it with veraPDF" in review.todo for review in built.reviews)
    return folder


@pytest.mark.parametrize("flavour", ["ua2", "4", "wt1a", "wt1r"])
def test_every_pdf_can_be_made_for_pdf_ua_2_and_pdf_a_4(flavour: str, folder_2: Path):
    files = sorted(folder_2.glob("*.pdf"))
    assert len(files) == len(PDFS)
    assert referees.pdf_report(files, flavour) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_for_pdf_ua_2_reads_as_its_author_wrote(name: str, folder_2: Path):
    assert pdf_lines((folder_2 / f"{name}.pdf").read_bytes()) == reading_lines(document(name))


@pytest.mark.parametrize("name", NAMES)
def test_pages_pass_axe_and_reflow(name: str, folder: Path, tmp_path: Path):
    page = (folder / f"{name}.html").read_text("utf-8")
    assert axe_violations(page, tmp_path) == []
    assert scroll_width(page, 320, tmp_path) <= 320


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_converts_word_without_losing_a_word(name: str, folder: Path, tmp_path: Path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [referees.libreoffice(), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*convert, folder / f"{name}.docx"], check=True, capture_output=True, timeout=180)
    command = [referees.poppler("pdftotext"), "-raw", tmp_path / f"{name}.pdf", "-"]
    pages = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    # A page or narrow cell may break anywhere, so white space does not count; running lines and contents numbers may
    # stand between two words, so each is looked for by itself.
    printed = "".join(pages.split())
    words = {word for line in reading_lines(document(name)) for word in line.replace(FIELD, " ").split()}
    assert len(words) >= LEAST_WORDS
    assert sorted(word for word in words if word not in printed) == []
    if name in WORD_PAGES:
        assert pages.count("\f") == WORD_PAGES[name], "nothing may run over its page or panel"


def test_building_twice_gives_the_same_bytes(folder: Path, tmp_path: Path):
    code = "import sys; from pathlib import Path; from library import build_into; build_into(Path(sys.argv[1]))"
    paths = [str(PROJECT.root / "src"), str(PROJECT.root / "tests")]
    environment = os.environ | {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Kolkata",
        "LC_ALL": "tr_TR.UTF-8",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),  # nothing is kept there: everything is composed anew
        "PYTHONPATH": os.pathsep.join(paths),
    }
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, env=environment, timeout=300)
    assert [name for name in FILES if (tmp_path / name).read_bytes() != (folder / name).read_bytes()] == []


# --------------------------------------------------------------------------------------------- what they must say


def test_the_lesson_has_all_sections_in_order():
    ids = [heading.id for heading in headings(document("maya-film")) if heading.level == 2]
    sections = (
        "at-a-glance before-you-start preparation learning curriculum vocabulary ground-rules baseline pre-viewing "
        "viewing discussion skills endpoint plenary signposting follow-up teacher-notes differentiation"
    )
    assert [name for name in ids if name in sections.split()] == sections.split()


LESSONS = ("maya-film", "who-can-i-tell", "block-report-tell")


@pytest.mark.parametrize("name", LESSONS[1:])
def test_a_lesson_without_a_film_has_its_activities_in_place_of_watching(name: str):
    titles = [plain(heading.content) for heading in headings(document(name)) if heading.level == 2]
    between = titles[titles.index("Baseline: what pupils know now") + 1 : titles.index("Talking about it")]
    assert len(between) == 2
    assert "film" not in " ".join(between).lower()


@pytest.mark.parametrize("name", LESSONS)
def test_a_running_order_by_itself_is_one_page_too(name: str, folder: Path):
    (page,) = PdfReader(folder / f"{name}-running-order.pdf").pages
    assert "Total" in page.extract_text()


def test_the_running_order_is_one_page(folder: Path):
    pages = [page.extract_text() for page in PdfReader(folder / "maya-film.pdf").pages]
    (page,) = [text for text in pages if "Running order" in text]
    assert page.index("Running order") < page.index("Settle") < page.index("Plenary") < page.index("Total")


def test_the_leaflet_names_the_four_words_in_order():
    words = [plain(heading.content) for heading in headings(document("talk-leaflet")) if heading.level == 2]
    assert re.search("Talk.*Agree.*Learn.*Know", " ".join(words))


def test_the_print_edition_is_two_sides_of_a4(folder: Path):
    reading, printed = (PdfReader(folder / f"talk-leaflet{edition}.pdf").pages for edition in ("", "-print"))
    assert [round(float(page.mediabox.width) / 72 * 25.4) for page in reading] == [100, 100, 100, 97, 97, 100]
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in printed]
    assert sizes == [(842, 595)] * 2


@pytest.mark.parametrize(("side", "panels"), [(0, (5, 6, 1)), (1, (2, 3, 4))])
def test_panels_lie_where_a_roll_fold_needs_them(side: int, panels: tuple[int, ...], folder: Path):
    places: dict[str, float] = {}

    def visit(text: str, _: object, matrix: list[float], *font: object) -> None:
        places.setdefault(text.strip(), matrix[4])

    PdfReader(folder / "talk-leaflet-print.pdf").pages[side].extract_text(visitor_text=visit)
    blocks = document("talk-leaflet").blocks
    first = {panel.number: next(iter(headings_of(panel))) for panel in blocks}
    words = [first[number].split()[0].rstrip(",") for number in panels]
    found = [min(x for text, x in places.items() if text.startswith(word)) for word in words]
    assert found == sorted(found)
    assert len(set(found)) == 3


def headings_of(panel: object) -> list[str]:
    from dataclasses import replace

    tree = replace(document("talk-leaflet"), blocks=(panel,))
    return [plain(heading.content) for heading in headings(tree)]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_says_that_nobody_has_reviewed_it(name: str):
    assert any("Not yet reviewed by a safeguarding professional." in line for line in reading_lines(document(name)))


NUMBERS = {
    "parents": {"999", "101", "0800 1111", "0808 800 5000"},
    "staff": {"999", "0800 1111"},
    "children": {"0800 1111"},
}
"""Whom each reader can call at least; the helpline for adults is for parents alone."""


@pytest.mark.parametrize("name", [name for name in NAMES if "running-order" not in name])
def test_the_numbers_that_matter_are_printed_exactly(name: str):
    text = "\n".join(reading_lines(document(name)))
    found = {number for number in NUMBERS["parents"] if re.search(rf"(?<!\d){number}(?!\d)", text)}
    readers = document(name).audience
    assert NUMBERS["children" if readers in CHILDREN else readers] <= found
    assert ("0808 800 5000" in found) == (readers == "parents")


# ------------------------------------------------------------------------------------------------ final and draft


@pytest.fixture
def school_project(tmp_path: Path) -> Path:
    """A copy of the project whose school details are filled in and whose contacts somebody has checked."""
    import shutil

    for name in ("sources", "layouts"):
        shutil.copytree(PROJECT.root / name, tmp_path / name)
    contacts = tmp_path / "sources" / "library" / "contacts.yaml"
    text = contacts.read_text("utf-8").replace("checked-by: null", "checked-by: Ruth Adeyemi")
    contacts.write_text(text.replace("checked-on: null", "checked-on: 2026-11-20"), "utf-8")
    (tmp_path / "sources" / "school.yaml").write_text(
        "format: 1\nname: Hillcrest School\naddress: 1 Hill Road, Westbury\nphone: 01902 551877\n"
        "email: office@hillcrest.sch.uk\nweb: https://www.hillcrest.sch.uk\n"
        "dsl: {name: Priya Kaur, phone: 01902 551878}\n"
        "deputy-dsl: {name: Tom Reed}\nsenco: {name: Ann Bell}\n"
        "local-authority: {name: Westbury Council, children-social-care: 01902 555000}\n",
        "utf-8",
    )
    return tmp_path


def build_in(root: Path, **options: bool) -> dict[str, Built]:
    from lessonkit.source.project import Project

    return {built.name: built for built in build_into(root / "output", Project(root), **options)}


def test_a_final_build_refuses_blanks_and_unchecked_contacts(tmp_path: Path):
    built = build_into(tmp_path / "out", final=True)
    texts = [str(problem) for document in built for problem in document.problems]
    assert any("Childline" in text and "sources/library/contacts.yaml:" in text for text in texts)
    assert any(text.startswith("sources/school.yaml:") for text in texts), "everything at once"
    assert not list((tmp_path / "out").glob("*.*"))


def test_a_final_build_of_a_school_names_its_lead_on_every_page(school_project: Path):
    built = build_in(school_project, final=True)
    assert built["maya-film"].problems == ()
    pages = PdfReader(school_project / "output" / "maya-film.pdf").pages
    assert [number for number, page in enumerate(pages, 1) if "Priya Kaur" not in page.extract_text()] in ([], [1])
    assert "Hillcrest School" in pages[3].extract_text()


def test_a_blank_left_in_the_school_details_stops_a_final_build(school_project: Path):
    path = school_project / "sources" / "school.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Priya Kaur, ", ""), "utf-8")
    (problem,) = build_in(school_project, final=True)["talk-leaflet"].problems
    assert "sources/school.yaml:7" in str(problem)
    assert "dsl" in str(problem)


def test_a_draft_is_written_and_marked(school_project: Path):
    theme = school_project / "layouts" / "themes" / "calm.yaml"
    theme.write_text(theme.read_text("utf-8").replace('ink: "#1f2937"', 'ink: "#a0a0a0"'), "utf-8")
    assert build_in(school_project)["talk-leaflet"].files == ()
    built = build_in(school_project, draft=True)["talk-leaflet"]
    assert built.draft
    assert "Draft" in PdfReader(school_project / "output" / "talk-leaflet.pdf").pages[0].extract_text()


def test_a_draft_does_not_override_content_rules(school_project: Path):
    path = school_project / "sources" / "leaflets" / "talk-leaflet.yaml"
    path.write_text(path.read_text("utf-8").replace("Start small.", "Take the kids' phone."), "utf-8")
    built = build_in(school_project, draft=True)["talk-leaflet"]
    assert any("kids" in str(problem) for problem in built.problems)
    assert built.files == ()


def test_charts_draw_what_the_facts_say():
    charts = [
        b.source for b in walk(document("fact-sheet").blocks) if isinstance(b, Figure) and isinstance(b.source, Chart)
    ]
    reports, webpages = charts
    assert reports.categories == ("2023", "2024")
    assert [(each.name, each.values) for each in reports.series] == [
        ("Reports", (792, 1142)),
        ("Acted on", (508, 642)),
    ]
    assert webpages.series[0].values == (255588, 275652, 291273)


def test_every_figure_says_what_it_counts_and_where_it_comes_from():
    lines = [line for line in reading_lines(document("fact-sheet")) if line.startswith("Counts ")]
    assert len(lines) == 8
    assert all(re.search(r"^Counts [\w ]+\. Source: .*\b20\d\d\.$", line) for line in lines), lines
    assert "Counts webpages. Source: Internet Watch Foundation, Annual Report 2022." in lines


def test_only_the_help_sheet_for_pupils_has_a_way_out():
    assert [name for name in NAMES if document(name).leave] == ["help-sheet"]
