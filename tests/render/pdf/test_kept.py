"""What is kept between documents: no file tells whether parts of it were set for an earlier one."""

from __future__ import annotations

import pytest

from lessonkit.document import (
    Block,
    Callout,
    Cell,
    Contents,
    Decorative,
    Field,
    Footnote,
    Heading,
    Icon,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from lessonkit.problems import LessonkitError
from lessonkit.render.pdf import extents, kept, paragraphs, render_pdf
from lessonkit.render.pdf.memory import Memory
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, lines_of_text, paragraph, words


def forget() -> None:
    for memory in (kept._kept, paragraphs._kept, extents._kept):
        memory.cache_clear()


def file(*blocks: Block) -> bytes:
    return render_pdf(document(Heading(1, words("Title"), "title"), *blocks), THEME, ASSETS)[""]


def table(*inside: Block) -> Table:
    head = Row((Cell((paragraph("What"),), header=True), Cell((paragraph("Said"),), header=True)))
    body = tuple(Row((Cell((paragraph("First"),), header=True), Cell((each,)))) for each in inside)
    return Table((head,), body, (1, 2), words("Caption"))


def said(*nodes: Inline) -> Paragraph:
    return Paragraph((*words("Before "), *nodes, *words(" after.")))


NOTE = said(Footnote(words("The words of a note.")))
HIGH = table(*[lines_of_text(9) for _ in range(4)])
PLAIN = table(said(Link(words("a link"), "https://example.org/")), said(*words("more")))
CONTENTS = table(Contents(words("Contents")))
ICON = table(said(Icon("heart", Decorative())))
NESTED = table(List((ListItem((PLAIN, paragraph("item"))),)))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ((PLAIN,), (paragraph("Further down, with other leaves."), PLAIN, PLAIN)),
        ((HIGH,), (NOTE, HIGH)),
        ((HIGH,), (Callout("remember", words("Remember"), (HIGH,)),)),
        ((table(NOTE),), (NOTE, table(NOTE))),
        ((CONTENTS,), (CONTENTS, Heading(2, words("Listed"), "listed"))),
        ((ICON,), (paragraph("Words"), ICON)),
        ((NESTED,), (List((ListItem((NESTED,)),)), NESTED)),
        ((table(said(Field("name", "name", "One"))),), (table(said(Field("name", "name", "Another"))),)),
        ((said(*words("same")),), (paragraph("Words"), said(*words("same")), said(*words("same")))),
    ],
)
def test_an_earlier_document_changes_nothing(earlier: tuple[Block, ...], later: tuple[Block, ...]) -> None:
    forget()
    alone = file(*later)
    forget()
    file(*earlier)
    assert file(*later) == alone == file(*later)


def test_what_is_wrong_in_a_table_is_said_each_time() -> None:
    wide = table(paragraph("No face draws \U0001f9ff."))
    found = []
    for _ in range(2):
        with pytest.raises(LessonkitError) as error:
            file(wide)
        found.append(str(error.value))
    assert found[0] == found[1]


def test_a_table_is_set_once() -> None:
    forget()
    file(PLAIN)
    (one,) = kept._kept.values()
    file(PLAIN)
    assert [each is one for each in kept._kept.values()] == [True]


def test_a_full_memory_forgets_everything() -> None:
    memory: Memory[int] = Memory(most=2)
    assert [memory.keep(key, key) for key in range(3)] == [0, 1, 2]
    assert memory == {2: 2}
