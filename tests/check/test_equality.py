import pytest

from check.cases import tree
from lessonkit.check.equality import compare
from lessonkit.reading import reading_lines

DOCUMENT = tree(
    """<h level="1">Talk with your child</h>
    <contents><title>Contents</title></contents>
    <h level="2">Start early</h>
    <p>Listen to <field name="school_name" label="school"/> first.</p>
    <list><item>One thing at a time</item><item>Another thing</item></list>
    <p>Never be afraid of asking for help, even if it is late, or if you think that nobody has time for you.</p>"""
)
LINES = reading_lines(DOCUMENT)


WRITTEN = {
    "joined words": [line.replace("One thing", "Onething") for line in LINES],
    "a word torn apart": [line.replace("asking", "as king") for line in LINES],
    "a lost end": list(LINES[:-1]),
    "a lost passage": [*LINES[:4], *LINES[5:]],
    "too much": [*LINES, "More"],
    "something in between": [LINES[0], "Page 1", *LINES[1:]],
    "another order": [*LINES[:5], LINES[6], LINES[5], LINES[7]],
    "a pasted field value": [line.replace("\ufffc", "Ash School") for line in LINES],
}
"""What a faulty file might say."""

EXPECTED = {
    "joined words": "5: Words are joined that the author kept apart: “One thing at a time” reads “Onething at a time”.",
    "a word torn apart": "6: A word is torn apart: “Never be afraid of asking for help, even if it is late, …” "
    "reads “Never be afraid of as king for help, even if it is late, …”.",
    "a lost end": f"6: The text ends too early: “{LINES[-1]}” is missing.",
    "a lost passage": "4: A passage is missing: “Listen to [field] first.” reads “One thing at a time”.",
    "too much": "0: There is more text than the author wrote: “More”.",
    "something in between": "2: A passage is there that the author did not write, or wrote elsewhere: "
    "“Contents” reads “Page 1”.",
    "another order": "5: Passages are in another order: “One thing at a time” reads “Another thing”.",
    "a pasted field value": "4: A passage reads differently: “Listen to [field] first.” "
    "reads “Listen to Ash School first.”.",
}


def test_the_same_words_are_no_difference() -> None:
    assert len(LINES) == 8
    assert list(compare(LINES, LINES, DOCUMENT, "text")) == []
    assert list(compare(LINES, [line.replace("asking", "ask\u00ading") for line in LINES], DOCUMENT, "text")) == []


@pytest.mark.parametrize("fault", WRITTEN)
def test_a_difference_is_named_and_shown_where_it_was_written(fault: str) -> None:
    (finding,) = compare(LINES, WRITTEN[fault], DOCUMENT, "text")
    assert finding.place is not None
    assert f"{finding.place.line}: {finding.message}" == EXPECTED[fault]
