from lessonkit.check.rule import Finding, read_rule, run
from lessonkit.problems import Place

DOC = """Words are short.

Long words tire a reader
who spells them out.

Passes: help
Fails: assistance,
support
Fix: In Word, choose a
shorter word.
Clause: our own
"""


def test_the_docstring_is_all_that_is_told_about_a_rule() -> None:
    rule = read_rule("lessonkit.check.document.words_are_short", DOC, lambda text: iter(()))
    assert rule.id == "words-are-short"
    assert rule.title == "Words are short."
    assert rule.why == "Long words tire a reader who spells them out."
    assert (rule.passes, rule.fails, rule.clause) == ("help", "assistance, support", "our own")
    assert rule.fix == "In Word, choose a shorter word."


def test_findings_keep_the_order_of_their_rules() -> None:
    long = read_rule("words_are_short", DOC, lambda text: [long.fail("Too long.", place=Place("a.yaml", 2))])
    odd = read_rule("words_are_known", DOC, lambda text: [odd.review("Odd.")])
    assert run([long, odd], "word") == [
        Finding("words-are-short", "fail", "Too long.", "", Place("a.yaml", 2)),
        Finding("words-are-known", "review", "Odd."),
    ]
