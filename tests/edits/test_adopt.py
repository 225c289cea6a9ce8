"""A teacher's edits become the smallest edit of the YAML that says the same; what is not the author's is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edits.projects import GUIDE, adopted, difference, guide, make_project, proposed, written
from edits.word_edits import WordEditor, edited
from lessonkit.cli import boundary
from lessonkit.cli.app import app
from lessonkit.edits.word import read_edited

Step = Callable[[WordEditor], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_project(tmp_path)


CASES: dict[str, tuple[Step, list[str]]] = {
    "words in a folded text": (
        lambda w: w.replace("It is never their fault.", "It is never ever their fault."),
        [
            "-          Talk with your child, and **listen well**. It is never their",
            "+          Talk with your child, and **listen well**. It is never ever their",
        ],
    ),
    "marked words": (
        lambda w: w.replace("listen well", "listen very well"),
        [
            "-          Talk with your child, and **listen well**. It is never their",
            "+          Talk with your child, and **listen very well**. It is never their",
        ],
    ),
    "a heading with a comment behind it": (
        lambda w: w.replace("Start here", "Begin: now"),
        ["-    heading: Start here   # the first heading", '+    heading: "Begin: now"   # the first heading'],
    ),
    "an item in a list on one line": (
        lambda w: w.replace("Short point", "Short, sharp point"),
        [
            """-      - points: [Short point, 'A point with ''quotes''', "A \\"third\\" point"]""",
            """+      - points: ["Short, sharp point", 'A point with ''quotes''', "A \\"third\\" point"]""",
        ],
    ),
    "words between two kinds of quotation marks": (
        lambda w: w.replace("A point with", "One point with"),
        [
            """-      - points: [Short point, 'A point with ''quotes''', "A \\"third\\" point"]""",
            """+      - points: [Short point, 'One point with ''quotes''', "A \\"third\\" point"]""",
        ],
    ),
    "an item in double quotation marks": (
        lambda w: w.replace("the person.", "the “person”."),
        ['-          - "Block: the person."', '+          - "Block: the “person”."'],
    ),
    "an item over two lines": (
        lambda w: w.replace("you trust.", "whom you trust."),
        ["-          - Tell somebody", "+          - Tell somebody whom"],
    ),
    "a table cell": (
        lambda w: w.replace("By acting", "By acting at once"),
        ["-            - [A teacher, By acting]", "+            - [A teacher, By acting at once]"],
    ),
    "a nested point": (
        lambda w: w.replace("one nested point", "one small nested point"),
        ["-          - one nested point", "+          - one small nested point"],
    ),
    "a line that the layout puts in quotation marks": (
        lambda w: w.replace("What did you play?", "What did you play today?"),
        ["-            - What did you play?", "+            - What did you play today?"],
    ),
    "a deleted step, whose neighbours keep their comments": (
        lambda w: w.delete("Block: the person."),
        ['-          - "Block: the person."'],
    ),
    "a deleted point of a list on one line": (
        lambda w: w.delete("Short point"),
        [
            """-      - points: [Short point, 'A point with ''quotes''', "A \\"third\\" point"]""",
            """+      - points: ['A point with ''quotes''', "A \\"third\\" point"]""",
        ],
    ),
    "a deleted paragraph of two": (
        lambda w: w.delete("First paragraph of two."),
        ["-          First paragraph of two.", "-"],
    ),
    "a deleted row of a table": (
        lambda w: w.delete_row("A friend"),
        ["-            - [A friend, By listening]"],
    ),
    "a deleted callout": (
        lambda w: (w.delete("Remember"), w.delete("You can always tell.")),
        ["-      - callout: {kind: remember, heading: Remember, text: You can always tell.}"],
    ),
    "a deleted block": (lambda w: w.delete("Who helps"), ["-      - heading: Who helps"]),
    "an added step": (
        lambda w: w.add_after("Block: the person.", "Breathe: slowly."),
        ['+          - "Breathe: slowly."'],
    ),
    "an added nested point": (
        lambda w: w.add_after("one nested point", "a new nested point"),
        ["+          - a new nested point"],
    ),
    "an added paragraph": (
        lambda w: w.add_after("First paragraph of two.", "A *new* paragraph."),
        ["+          A \\*new\\* paragraph.", "+"],
    ),
    "a split step": (
        lambda w: w.split("Tell somebody ", "you trust."),
        ["-            you trust.", "+          - you trust."],
    ),
    "words made bold": (
        lambda w: w.make_bold("never their"),
        [
            "-          Talk with your child, and **listen well**. It is never their",
            "+          Talk with your child, and **listen well**. It is **never their**",
        ],
    ),
    "a callout on one line": (
        lambda w: w.replace("You can always tell.", "You can always, always tell."),
        [
            "-      - callout: {kind: remember, heading: Remember, text: You can always tell.}",
            '+      - callout: {kind: remember, heading: Remember, text: "You can always, always tell."}',
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_only_the_words_that_were_changed_are_rewritten(case: str, folder: Path) -> None:
    step, expected = CASES[case]
    made = adopted(folder, step)
    assert (made.refused, made.conflicts) == ((), ())
    assert sorted(difference(made)) == sorted(expected)


def test_many_edits_at_once_are_written_and_then_there_already(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    data = edited(
        written(folder),
        lambda w: w.replace("Start here", "Begin now"),
        lambda w: w.split("Tell somebody ", "you trust."),
        lambda w: w.add_after("Take your time.", "One more thing."),
        lambda w: w.delete("Short point"),
        lambda w: w.replace("By acting", "By acting at once"),
    )
    (folder / "mine.docx").write_bytes(data)
    assert boundary.run(lambda: app(["adopt", "mine.docx"])) == 0
    assert guide(folder).read_text("utf-8") == GUIDE
    assert "6 edits can go into sources/guides/tiny.yaml" in capfd.readouterr().out
    assert boundary.run(lambda: app(["adopt", "mine.docx", "--write"])) == 0
    assert "Written: 6 edits into sources/guides/tiny.yaml" in capfd.readouterr().out
    after = guide(folder).read_text("utf-8")
    assert "heading: Begin now   # the first heading" in after
    assert "# between two blocks" in after
    assert boundary.run(lambda: app(["adopt", "mine.docx", "--write"])) == 0
    assert "Nothing to write" in capfd.readouterr().out
    assert guide(folder).read_text("utf-8") == after


def test_line_ends_and_byte_order_mark_of_a_file_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    guide(folder).write_bytes(b"\xef\xbb\xbf" + GUIDE.replace("\n", "\r\n").encode())
    (folder / "mine.docx").write_bytes(edited(written(folder), lambda w: w.replace("Start here", "Begin now")))
    assert boundary.run(lambda: app(["adopt", "mine.docx", "--write"])) == 0
    expected = GUIDE.replace("Start here", "Begin now").replace("\n", "\r\n").encode()
    assert guide(folder).read_bytes() == b"\xef\xbb\xbf" + expected


def test_where_the_yaml_changed_too_both_sides_are_shown(folder: Path) -> None:
    data = edited(
        written(folder),
        lambda w: w.replace("Stop.", "Stop at once."),
        lambda w: w.replace("By acting", "By acting at once"),
        lambda w: w.replace("Start here", "Begin now"),
    )
    text = GUIDE.replace("- Stop.", "- Stop and think.").replace("Start here", "Begin now")
    guide(folder).write_text(text, "utf-8")
    made = proposed(folder, data)
    (conflict,) = made.conflicts
    assert conflict.now is not None
    assert (conflict.now.words, conflict.change.new) == ("Stop and think.", "Stop at once.")
    assert [change.new for change in made.already] == ["Begin now"]
    assert [change.new for change in made.adopted] == ["By acting at once"]
    assert "Stop and think." in made.after


REFUSED: dict[str, tuple[Step, str, bool]] = {
    "a number in a sentence": (lambda w: w.replace("0800", "0900"), "may be a wrong number", True),
    "a number typed in": (
        lambda w: w.replace("First paragraph of two.", "Call 020 7946 0000 first."),
        "may be a wrong number",
        True,
    ),
    "the name in a record": (lambda w: w.replace("Childline on", "Kidline on"), "<contact:childline>", False),
    "a fixed message": (lambda w: w.replace("your fault", "your own fault"), "sources/library/messages.yaml:", False),
    "words of the layout": (
        lambda w: w.replace("Parents and carers", "Mums and dads"),
        "layouts/strings/en.yaml",
        False,
    ),
    "a school detail": (
        lambda w: w.replace("name of your safeguarding lead", "Ms Ada Okoro"),
        "sources/school.yaml",
        False,
    ),
    "a moved step": (
        lambda w: w.paragraph("Stop.").addprevious(w.paragraph("Tell somebody")),
        "Move it in the YAML by hand",
        False,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_the_authors_stays_and_is_named(case: str, folder: Path) -> None:
    step, why, loud = REFUSED[case]
    made = adopted(folder, step)
    assert made.patch() == ""
    assert len(made.refused) == 1
    assert why in made.refused[0].why
    assert made.refused[0].loud == loud


def test_without_marks_edits_are_adopted_too(folder: Path) -> None:
    made = adopted(folder, lambda w: w.replace("By acting", "By acting at once"), WordEditor.without_marks)
    assert difference(made) == [
        "-            - [A teacher, By acting]",
        "+            - [A teacher, By acting at once]",
    ]


def test_a_changed_running_foot_is_a_remark(folder: Path) -> None:
    editor = WordEditor(written(folder))
    name = "word/footer1.xml"
    assert b"Page " in editor.parts[name]
    editor.parts[name] = editor.parts[name].replace(b"Page ", b"Sheet ")
    (folder / "tiny.docx").write_bytes(editor.save())
    (remark,) = read_edited(folder / "tiny.docx").remarks
    assert "“Sheet 1 of 1”" in remark


def test_footnotes_stay_where_they_are_called(folder: Path) -> None:
    text = GUIDE.replace("First paragraph of two.", "First paragraph^[With **a** note.] of two.")
    guide(folder).write_text(text, "utf-8")
    made = adopted(folder, lambda w: w.replace("First paragraph", "The first paragraph"))
    assert difference(made) == [
        "-          First paragraph^[With **a** note.] of two.",
        "+          The first paragraph^[With **a** note.] of two.",
    ]


def test_the_name_of_a_record_is_not_taken_for_words(folder: Path) -> None:
    guide(folder).write_text(GUIDE + "      - terms: [sextortion]\n", "utf-8")
    made = adopted(folder, lambda w: w.replace("sextortion", "blackmail"))
    assert made.patch() == ""
    assert "sources/library/terms.yaml:" in made.refused[0].why
