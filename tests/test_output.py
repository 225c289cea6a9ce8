"""Writing finished files: atomic, and never over a teacher's edits."""

import os
from pathlib import Path

import pytest

from lessonkit.output import OutputFolder
from lessonkit.problems import LessonkitError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".lessonkit"))


def test_files_are_written_and_nothing_else(tmp_path: Path):
    OutputFolder(tmp_path / "out").write({"a.pdf": b"1", "a.docx": b"2"})
    assert names(tmp_path / "out") == ["a.docx", "a.pdf"]
    assert (tmp_path / "out" / "a.docx").read_bytes() == b"2"


def test_our_own_word_file_is_replaced(tmp_path: Path):
    folder = OutputFolder(tmp_path)
    folder.write({"a.docx": b"first"})
    places = folder.write({"a.docx": b"second"})
    assert places == {"a.docx": tmp_path / "a.docx"}
    assert names(tmp_path) == ["a.docx"]


def test_an_edited_word_file_stays_and_the_new_one_lies_beside_it(tmp_path: Path):
    folder = OutputFolder(tmp_path)
    folder.write({"a.docx": b"ours"})
    (tmp_path / "a.docx").write_bytes(b"edited by a teacher")
    places = folder.write({"a.docx": b"newer", "a.pdf": b"newer"})
    assert places["a.docx"] == tmp_path / "a.new.docx"
    assert (tmp_path / "a.docx").read_bytes() == b"edited by a teacher"
    assert (tmp_path / "a.new.docx").read_bytes() == b"newer"


def test_the_second_copy_is_replaced_until_somebody_edits_that_too(tmp_path: Path):
    folder = OutputFolder(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"edited")
    folder.write({"a.docx": b"2"})
    assert folder.write({"a.docx": b"3"})["a.docx"].name == "a.new.docx"
    (tmp_path / "a.new.docx").write_bytes(b"edited too")
    assert folder.write({"a.docx": b"4"})["a.docx"].name == "a.new-2.docx"
    assert (tmp_path / "a.new.docx").read_bytes() == b"edited too"


def test_without_a_record_a_word_file_counts_as_edited(tmp_path: Path):
    OutputFolder(tmp_path).write({"a.docx": b"ours"})
    (tmp_path / ".lessonkit.json").unlink()
    assert OutputFolder(tmp_path).write({"a.docx": b"newer"})["a.docx"].name == "a.new.docx"


@pytest.mark.parametrize("damaged", [b"", b"{", b"[1]", b"\xff"])
def test_a_damaged_record_counts_as_none(damaged: bytes, tmp_path: Path):
    OutputFolder(tmp_path).write({"a.docx": b"ours"})
    (tmp_path / ".lessonkit.json").write_bytes(damaged)
    assert OutputFolder(tmp_path).write({"a.docx": b"newer"})["a.docx"].name == "a.new.docx"
    assert (tmp_path / "a.docx").read_bytes() == b"ours"


def test_two_builds_at_the_same_time_do_not_disturb_each_other(tmp_path: Path):
    (tmp_path / ".a.pdf.part").mkdir()  # what another process is writing
    OutputFolder(tmp_path).write({"a.pdf": b"mine"})
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path):
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(LessonkitError, match="not a folder"):
        OutputFolder(tmp_path / "out").write({"a.pdf": b"1"})


def test_a_folder_that_cannot_be_written_is_told_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)  # root, who runs tests in containers, may write everywhere
    with pytest.raises(LessonkitError, match=r"`a\.pdf` cannot be written"):
        OutputFolder(tmp_path).write({"a.pdf": b"1"})


def test_when_one_file_cannot_be_written_none_has_changed(tmp_path: Path):
    folder = OutputFolder(tmp_path)
    folder.write({"a.html": b"old", "a.pdf": b"old"})
    (tmp_path / f".a.pdf.{os.getpid()}.part").mkdir()  # writing the second file fails
    with pytest.raises(LessonkitError):
        folder.write({"a.html": b"new", "a.pdf": b"new"})
    assert (tmp_path / "a.html").read_bytes() == b"old"
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
