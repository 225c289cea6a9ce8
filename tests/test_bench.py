"""The bench compares like with like: its documents are as long as it says, and every engine prints all words."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image, ImageFile
from pypdf import PdfReader

from bench import checks, word
from bench.content import WORKS, Figure, Heading, Items, Paragraph, Table, Work, plain, read_work, reading, school_names
from bench.engines import ENGINES, Entry
from lessonkit.reading import FIELD, reading_lines

SCHOOL = "Green Lane Primary School"
LENGTHS = {"leaflet": (700, 760), "lesson": (4200, 4400)}


@pytest.fixture(autouse=True)
def strict_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint lets Pillow accept damaged pictures in the whole process: not beyond these tests."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)


@pytest.fixture(scope="module", params=WORKS)
def work(request: pytest.FixtureRequest) -> Work:
    return read_work(request.param)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for name in WORKS:
        for block in read_work(name).blocks:
            if isinstance(block, Figure):
                Image.new("RGB", (30, 20), "#6f9e4c").save(folder / block.file)
    return folder


def test_a_document_is_as_long_as_it_says(work: Work) -> None:
    least, most = LENGTHS[work.name]
    assert least <= sum(len(line.split()) for line in reading(work, SCHOOL)) <= most


def test_the_leaflet_has_what_leaflets_have() -> None:
    kinds = Counter(type(block) for block in read_work("leaflet").blocks)
    assert (kinds[Heading], kinds[Paragraph], kinds[Items], kinds[Table], kinds[Figure]) == (6, 14, 2, 1, 2)


def test_no_sentence_stands_twice(work: Work) -> None:
    """What repeats would flatter an engine that keeps what it has set."""
    texts = [plain(block.words, SCHOOL) for block in work.blocks if isinstance(block, Paragraph)]
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    assert len(sentences) > 20
    assert [sentence for sentence, times in Counter(sentences).items() if times > 1] == []


def test_every_school_has_a_name_of_its_own() -> None:
    names = school_names(200)
    assert len(names) == len(set(names)) == 200
    assert len({len(name) for name in names}) > 10


def test_the_tree_holds_the_words(work: Work, pictures: Path) -> None:
    from bench.engines.kit import Kit

    assert list(reading_lines(Kit(work, pictures).tree(SCHOOL))) == list(reading(work, FIELD))


@pytest.mark.filterwarnings("ignore")  # what other engines warn of is not ours to correct
@pytest.mark.parametrize("entry", [entry for entry in ENGINES if entry.cold and entry.version], ids=lambda e: e.name)
def test_every_engine_prints_every_word(entry: Entry, work: Work, pictures: Path) -> None:
    if missing := entry.missing():
        pytest.skip(missing)
    pdf = entry.open(work, pictures).build(SCHOOL)
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    # Letters only: at line ends and around marks, extraction sets or drops spaces as the engine leaves it room to.
    wanted, found = (Counter(filter(str.isalpha, text)) for text in ("".join(reading(work, SCHOOL)), printed))
    assert wanted - found == Counter()


@pytest.mark.parametrize("entry", [entry for entry in word.ENGINES if entry.version], ids=lambda e: e.name)
def test_every_word_engine_writes_every_word(entry: Entry, work: Work, pictures: Path) -> None:
    if missing := entry.missing():
        pytest.skip(missing)
    opened = Document(BytesIO(entry.open(work, pictures).build(SCHOOL)))
    written = "".join(opened.element.body.itertext())
    wanted, found = (Counter(filter(str.isalpha, text)) for text in ("".join(reading(work, SCHOOL)), written))
    assert wanted - found == Counter()


def test_the_checks_are_compared_file_by_file() -> None:
    ours, its = checks.Command(80.0, 300.0), checks.Command(400.0, 2000.0)
    checked = checks.Checked((4.0, 5.0, 4.0), (20.0, 60.0, 24.0), 200.0, ours, its, (30.0, 70.0, 40.0))
    said = "\n".join((*checks.table(checked), *checks.targets(checked)))
    assert "of 3 files" in said
    assert "veraPDF command, one file" in said
    reached = [line.split()[-2:] for line in checks.targets(checked)]
    assert reached == [["6.00", "met"], ["0.12", "met"], ["0.15", "met"], ["0.20", "met"], ["40", "met"]]


def test_a_missing_engine_is_listed_as_such() -> None:
    checked = checks.Checked((4.0,), (44.0,), None, checks.Command(30.0, 300.0), None, (60.0,))
    assert any("missing: put veraPDF on PATH" in line for line in checks.table(checked))
    told = [line.split("  ")[-1].strip() for line in checks.targets(checked)]
    assert told == ["NOT MET", "not measured", "not measured", "not measured", "NOT MET"]
