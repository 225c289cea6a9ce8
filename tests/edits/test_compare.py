"""What a teacher did to a Word file is found: block by block, with the line of the YAML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edits.word_edits import W, WordEditor, edited
from lessonkit.cli import boundary
from lessonkit.cli.app import app
from lessonkit.edits import Comparison, compare
from lessonkit.edits.base import Workbench, base_of
from lessonkit.edits.word import read_edited
from lessonkit.problems import LessonkitError
from lessonkit.render.docx import render_docx
from library import PROJECT, document
from render.every_node import ASSETS, THEME


@cache
def written(name: str) -> bytes:
    return render_docx(document(name), THEME, ASSETS)


def compared(data: bytes, folder: Path, name: str = "talk-leaflet") -> Comparison:
    path = folder / f"{name}.docx"
    path.write_bytes(data)
    found = read_edited(path)
    return compare(found, base_of(found, path, Workbench.open(PROJECT)))


def told(found: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind, change.block.words if change.block else "", change.new) for change in found.changes]


@pytest.mark.parametrize("name", ["talk-leaflet", "maya-film", "send-carer-guide"])
def test_a_file_nobody_has_edited_has_no_changes(name: str, tmp_path: Path) -> None:
    found = compared(written(name), tmp_path, name)
    assert (found.changes, found.remarks, found.by_words) == ((), (), False)
    assert found.matched > 80


def test_the_six_common_edits_are_found_with_their_lines(tmp_path: Path) -> None:
    data = edited(
        written("talk-leaflet"),
        lambda w: w.replace("Start small.", "Start small and early."),
        lambda w: w.add_after("Your child needs an adult who listens.", "A new paragraph by the teacher."),
        lambda w: w.delete("Stay calm, even if it is hard to hear."),
        lambda w: w.split("This is abuse. ", "Talking early"),
        lambda w: w.replace("Signs to notice", "What you may see"),
        lambda w: w.add_after("Ask, and then listen.", "Put your own phone away."),
    )
    found = compared(data, tmp_path)
    opening = "Some people use games, chats and apps to trick children. They may ask for a sexual picture or video."
    assert [(kind, new) for kind, _, new in told(found)] == [
        ("added", "A new paragraph by the teacher."),
        ("split", told(found)[1][2]),
        ("changed", "Do not wait for the right time. Start small and early."),
        ("deleted", ""),
        ("added", "Put your own phone away."),
        ("changed", "What you may see"),
    ]
    assert told(found)[1][2].startswith(opening)
    assert "This is abuse. / Talking early makes" in told(found)[1][2]
    lines = Path(PROJECT.root / "sources/leaflets/talk-leaflet.yaml").read_text("utf-8").splitlines()
    places = {change.kind: change.block.place for change in found.changes if change.block}
    assert "Stay calm, even if it is hard" in lines[places["deleted"].line - 1]
    assert "Signs to notice" in lines[places["changed"].line - 1]


def test_a_table_cell_and_a_moved_item_are_found(tmp_path: Path) -> None:
    def move(editor: WordEditor) -> None:
        editor.paragraph("Turn off location sharing.").addnext(editor.paragraph("Check who can see"))

    cell = edited(written("maya-film"), lambda w: w.replace("Never more than a class.", "Never more than ten pupils."))
    assert [kind for kind, _, _ in told(compared(cell, tmp_path, "maya-film"))] == ["changed"]
    found = told(compared(edited(written("talk-leaflet"), move), tmp_path))
    assert [kind for kind, _, _ in found] == ["moved"]


def test_bold_by_hand_is_strong_and_colour_is_a_remark(tmp_path: Path) -> None:
    def colour(editor: WordEditor) -> None:
        run = editor.paragraph("Ask, and then listen.").find(f"{W}r")
        assert run is not None
        properties = etree.Element(f"{W}rPr")
        etree.SubElement(properties, f"{W}color").set(f"{W}val", "FF0000")
        run.insert(0, properties)

    found = compared(edited(written("talk-leaflet"), lambda w: w.make_bold("right time"), colour), tmp_path)
    assert [change.kind for change in found.changes] == ["changed"]
    assert [run.text for run in found.changes[0].parts[0] if "strong" in run.marks] == ["right time"]
    assert "coloured by hand: “Ask, and then listen.”" in found.remarks[0]


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    def track(editor: WordEditor) -> None:
        run = editor.paragraph("Ask, and then listen.").find(f"{W}r")
        assert run is not None
        gone, new = etree.Element(f"{W}del"), etree.Element(f"{W}ins")
        etree.SubElement(etree.SubElement(new, f"{W}r"), f"{W}t").text = "Ask, wait, and listen."
        run.addprevious(gone)
        gone.append(run)
        gone.addnext(new)

    found = compared(edited(written("talk-leaflet"), track), tmp_path)
    assert told(found) == [("changed", "Ask, and then listen.", "Ask, wait, and listen.")]


def test_paragraphs_put_together_are_told_as_one_edit(tmp_path: Path) -> None:
    def join(editor: WordEditor) -> None:
        first, second = editor.paragraph("Start small."), editor.paragraph("Talk often, such as")
        for node in list(second)[1:]:
            first.append(node)
        parent = second.getparent()
        assert parent is not None
        parent.remove(second)

    found = told(compared(edited(written("talk-leaflet"), join), tmp_path))
    assert [kind for kind, _, _ in found] == ["joined", "deleted"]


def test_without_marks_paragraphs_are_told_by_their_words_and_it_says_so(tmp_path: Path) -> None:
    data = edited(
        written("talk-leaflet"),
        lambda w: w.replace("Start small.", "Start small and early."),
        lambda w: w.delete("Stay calm, even if it is hard to hear."),
        lambda w: w.replace("Signs to notice", "What you may see"),
        WordEditor.without_marks,
    )
    found = compared(data, tmp_path)
    assert found.by_words
    assert found.least_sure < 1
    assert [(kind, new) for kind, _, new in told(found)] == [
        ("changed", "Do not wait for the right time. Start small and early."),
        ("deleted", ""),
        ("changed", "What you may see"),
    ]


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 broken", "damaged"),
        (b"just some words", "not a Word document"),
        (OLD_WORD, "Word 97 to 2003"),
        (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_cannot_be_read_is_one_clear_sentence(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    with pytest.raises(LessonkitError, match=said) as caught:
        read_edited(path)
    assert len(caught.value.problems) == 1


def test_the_command_prints_old_and_new_words_with_the_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(edited(written("talk-leaflet"), lambda w: w.replace("Start small.", "Start small and early.")))
    assert boundary.run(lambda: app(["compare", str(path)])) == 0
    printed = capfd.readouterr().out
    assert "sources/leaflets/talk-leaflet.yaml:" in printed
    assert "“… for the right time. Start small.” → “… for the right time. Start small and early.”" in printed
    path.write_bytes(written("talk-leaflet"))
    assert boundary.run(lambda: app(["compare", str(path)])) == 0
    assert "nothing has been changed" in capfd.readouterr().out


def test_a_file_of_somebody_else_is_told_from_ours(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.docx"
    blank = edited(written("talk-leaflet"), WordEditor.without_marks)
    editor = WordEditor(blank)
    editor.parts["docProps/core.xml"] = editor.parts["docProps/core.xml"].replace(b"Talk, Agree", b"Another")
    path.write_bytes(editor.save())
    assert boundary.run(lambda: app(["compare", str(path)])) == 1
    assert "not one that lessonkit wrote" in capfd.readouterr().err
    assert boundary.run(lambda: app(["compare", str(path), "--document", "talk-leaflt"])) == 1
    assert "no document called `talk-leaflt`. Did you mean `talk-leaflet`?" in capfd.readouterr().err
    assert boundary.run(lambda: app(["compare", str(path), "--document", "talk-leaflet"])) == 0
