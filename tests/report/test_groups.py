"""How findings are sorted, and what demands their rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessonkit.check import SUBJECTS, rules_of
from lessonkit.check.rule import Finding
from lessonkit.report.clauses import SAFEGUARDING, URGENCY, clauses_of, urgency
from lessonkit.report.groups import REVIEW, groups, how, told, where
from lessonkit.report.model import READABLE, FileReport, Report, Since, key_of
from lessonkit.report.rulebook import rule_of, rulebook
from lessonkit.report.text import lines

WORD = Finding("word-title-is-set", "fail", "No title.", "Give `title`.")


@pytest.mark.parametrize(
    ("rule", "rank"),
    [
        (READABLE, 0),
        ("figure-has-alt", 0),
        ("contacts-are-exact", 0),
        ("contrast-is-enough", 1),
        ("ideas-are-short", 2),
        ("unknown", 0),
    ],
)
def test_what_harms_or_keeps_readers_out_comes_first(rule: str, rank: int) -> None:
    finding = Finding(rule, "fail", "Wrong.") if rule != "unknown" else Finding(READABLE, "fail", "Wrong.")
    assert urgency(rule_of(rule), finding) == rank


def test_rules_say_the_same_whether_imported_or_read_from_their_files() -> None:
    for name, (_, rule) in rulebook().items():
        assert replace(rule_of(name), check=rule.check) == rule


def test_rules_that_protect_somebody_exist() -> None:
    assert set(rulebook()) >= SAFEGUARDING


def test_groups_are_in_order_and_reviews_come_last() -> None:
    found = [
        Finding("ideas-are-short", "fail", "One is long."),
        Finding("badge-is-short", "review", "It is long."),
        Finding("figure-has-alt", "fail", "A picture."),
        Finding("figure-has-alt", "fail", "Another."),
    ]
    made = groups(Report((FileReport("a.yaml", "definition", tuple(found)),)))
    assert [group.heading for group in made] == [URGENCY[0], URGENCY[2], REVIEW]
    assert [len(one.found) for one in made[0].rules] == [2]


def test_what_is_new_comes_first_so_that_no_crowd_hides_it() -> None:
    old = [Finding("pages-hold-words", "review", "The page is empty.", page=n, quote=str(n)) for n in range(30)]
    new = Finding("pages-hold-words", "review", "The page is empty.", page=31, quote="31")
    file = FileReport("a.pdf", "pdf", (*old, new))
    since = Since(frozenset((key_of(file, new),)), (), frozenset(key_of(file, one) for one in old))
    ((only,),) = (group.rules for group in groups(Report((file,), since)))
    assert only.shown[0][1] == new


def test_every_line_of_words_is_as_narrow_as_the_terminal() -> None:
    narrow = list(lines(Report((FileReport("a.docx", "docx", (WORD,)),)), 50))
    assert max(map(len, narrow)) <= 50
    assert any(line.startswith("- The tone:") for line in narrow)


def test_clauses_of_en_301_549_follow_from_those_of_wcag() -> None:
    assert "EN 301 549 10.1.1.1" in clauses_of(rule_of("figure-has-alt"), "definition")
    assert "EN 301 549 9.1.1.1" in clauses_of(rule_of("page-image-has-alt"), "html")
    # Chapter 10 has no “multiple ways”.
    assert not any("10.2.4.5" in clause for clause in clauses_of(rule_of("pdf-outline-equals-headings"), "pdf"))


def test_other_peoples_word_files_are_mended_in_word() -> None:
    theirs = FileReport("a.docx", "docx", (WORD,))
    assert told(theirs, WORD) == ""
    assert how(theirs, WORD).startswith("In Word, ")
    ours = FileReport("a.yaml", "definition", (WORD,))
    assert how(ours, WORD) == "Give `title`."


def test_a_file_that_cannot_be_read_keeps_its_advice() -> None:
    finding = Finding(READABLE, "fail", "It is locked.", "Unlock it.")
    assert told(FileReport("a.docx", "docx", (finding,)), finding) == "Unlock it."


@pytest.mark.parametrize("subject", ["anypdf", "docx"])
def test_rules_on_other_peoples_files_say_how_to_mend_them(subject: str) -> None:
    assert subject in SUBJECTS
    lacking = [rule.id for rule in rules_of(subject) if not rule.fix and "equals-document" not in rule.id]
    assert lacking == []


def test_the_place_is_a_line_or_a_page_with_words() -> None:
    file = FileReport("a.pdf", "pdf")
    assert where(file, Finding("r", "fail", "m", page=2, quote="Ice")) == "a.pdf, page 2, at “Ice”"
    assert where(file, Finding("r", "fail", "m")) == "a.pdf"
