"""`lessonkit explain`: every rule in its own words."""

import pytest

from lessonkit.check import SUBJECTS, rules_of
from lessonkit.cli import boundary
from lessonkit.cli.app import app


def run(*arguments: str) -> int:
    return boundary.run(lambda: app(["explain", *arguments]))


def test_a_rule_says_why_with_examples_and_clauses(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("figure-has-alt") == 0
    printed = " ".join(capfd.readouterr().out.split())
    for words in ("Every picture has an alternative text", "Why: ", "Passes: ", "Fails: ", "WCAG 2.2 SC 1.1.1"):
        assert words in printed
    assert "EN 301 549 10.1.1.1" in printed


def test_the_rule_about_files_is_explained_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("file-can-be-read") == 0
    assert "To mend a file:" in capfd.readouterr().out


@pytest.mark.parametrize("wanted", ["figure-has-alts", "Figure_Has_Alts"])
def test_a_misspelt_rule_is_told_with_the_nearest(wanted: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(wanted) == 1
    assert "Did you mean `figure-has-alt`?" in capfd.readouterr().err


def test_a_rule_may_be_typed_as_it_is_spoken(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("Figure has alt") == 0
    assert capfd.readouterr().out.startswith("figure-has-alt\n")


def test_part_of_a_name_shows_the_rules_that_have_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("Alt is") == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if line] == ["alt-is-short", "alt-is-unique", "alt-is-not-long"]


@pytest.mark.parametrize(
    ("clause", "rule", "other"),
    [
        ("1.4.3", "contrast-is-enough", "figure-has-alt"),
        ("wcag 1.1.1", "figure-has-alt", "contrast-is-enough"),
        ("28-012", "link-descriptions-agree", "figure-has-alt"),
        ("EN 301 549 10.1.1.1", "figure-has-alt", "contrast-is-enough"),
    ],
)
def test_a_clause_shows_the_rules_that_it_demands(
    clause: str, rule: str, other: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(clause) == 0
    named = [line.split(":")[0] for line in capfd.readouterr().out.splitlines()]
    assert rule in named
    assert other not in named


def test_a_rule_that_nothing_is_like_is_one_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("zzz") == 1
    assert "`lessonkit explain` lists all of them." in capfd.readouterr().err


def test_all_rules_are_listed_when_none_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    printed = capfd.readouterr().out
    ids = [rule.id for subject in SUBJECTS for rule in rules_of(subject)]
    assert len(ids) > 60
    assert [name for name in ids if f"  {name}: " not in printed] == []
