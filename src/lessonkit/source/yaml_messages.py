"""The words of PyYAML, turned into sentences for authors."""

from __future__ import annotations

import re

import yaml

from lessonkit.problems import Place, Problem

QUOTES = "Put the whole text in double quotation marks."
YAML = {
    "mapping values are not allowed": (
        "There is a colon followed by a space inside a text, or this line is indented differently from its neighbours.",
        "Put the whole text in double quotation marks, or line the keys up.",
    ),
    "could not find expected ':'": (
        "This line is neither `key: value` nor part of a text.",
        "Add the colon, or indent it.",
    ),
    "found unexpected end of stream": ("A quotation mark that opens here is never closed.", "Close it."),
    "found unexpected document indicator": (
        "A quotation mark that opens before this line is never closed.",
        "Close it.",
    ),
    "did not find expected key": (
        "This line does not fit the lines before it: a quotation mark may end too early, or the indent is wrong.",
        'Line it up with its neighbours; inside double quotation marks write “ ” or \\".',
    ),
    "did not find expected '-' indicator": (
        "This line is not an item of the list before it.",
        "Begin it with `- `, or indent it like the key that it belongs to.",
    ),
    "block sequence entries are not allowed": (
        "A list cannot begin here.",
        "Put `- ` on a line of its own below the key.",
    ),
    "found unknown escape character": (
        "A backslash has a special meaning in double quotation marks.",
        "Write it twice, or use single quotation marks.",
    ),
    "did not find expected ',' or ']'": (
        "A list that opens with `[` is not closed, or a comma is missing.",
        "Close it with `]`.",
    ),
    "did not find expected ',' or '}'": (
        "A mapping that opens with `{` is not closed, or a comma is missing.",
        "Close it with `}`.",
    ),
    "found undefined alias": ("`*` at the start of a text has another meaning in YAML.", QUOTES),
    "expected <document start>": (
        "This line does not belong to the lines before it.",
        "Write it as `key: value`, or indent it like the text that it goes on with.",
    ),
    "non-alphabetical character": ("A line that begins with `%` has another meaning in YAML.", QUOTES),
    "directive": ("A line that begins with `%` has another meaning in YAML.", QUOTES),
    "did not find expected node content": (
        "A value is missing between two commas or brackets.",
        "Write it, or remove a comma.",
    ),
    "expected whitespace or line break": ("A space is missing after a sign that has a meaning in YAML.", QUOTES),
    "found unexpected ':'": (
        "There is a colon in a text between brackets.",
        "Put that text in double quotation marks.",
    ),
    "invalid Unicode character escape": ("This escape stands for no character.", "Type the character itself."),
    "found a tab character": (
        "There is a tab at the start of this line; YAML allows only spaces there.",
        "Use spaces.",
    ),
    "did not find expected alphabetic or numeric": (
        "A text that begins with `*` or `&` must be in quotation marks.",
        QUOTES,
    ),
    "did not find expected comment or line break": (
        "After `|` or `>` the text must begin on the next line.",
        "Start a new line, indented.",
    ),
}
NO_SPACE = re.compile(r"\s*(?:- )?[\w-]+:[^\s/]|\s*(?:- )?[\w-]+:\u00a0")
"""A key, a colon and no space that YAML takes for one: words pasted from Word bring spaces that only look alike."""

OPENED = ("unexpected end of stream", "expected ',' or", "could not find expected ':'")
"""What libyaml notices only later than where it began."""


def yaml_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """What PyYAML could not read, as a sentence with the author's line."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    number = min(mark.line if mark else 0, len(lines) - 1)
    said = f"{error.problem or ''}"
    if error.context_mark and any(part in said for part in OPENED):
        number = min(error.context_mark.line, len(lines) - 1)
    line = lines[number]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        what = "There is a tab at the start of this line; YAML allows only spaces there."
        return Problem(Place(name, number + 1), what, "Replace the tab by spaces, as many as its neighbours have.")
    if "cannot start any token" in said and mark and mark.column < len(line):
        character = "A tab" if line[mark.column] == "\t" else f"The character `{line[mark.column]}`"
        return Problem(Place(name, number + 1), f"{character} cannot begin a text here.", QUOTES)
    if "could not find expected ':'" in said and NO_SPACE.match(line):
        what = "There is no plain space after the colon of this line, so YAML takes all of it for words."
        return Problem(Place(name, number + 1), what, "Type one space after the colon, with the space bar.")
    for part, (what, todo) in YAML.items():
        if part in said:
            return Problem(Place(name, number + 1), what, todo)
    return Problem(Place(name, number + 1), f"This is not YAML: {said or 'it cannot be read'}.", "Correct this line.")
