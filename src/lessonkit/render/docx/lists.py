"""Lists: Word's own multilevel numbering, started anew for every list; tick boxes that can be ticked."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.document import Figure, List, ListItem, Paragraph
from lessonkit.reading import words_in
from lessonkit.render.docx.basestyles import DEFINITION_INDENT_PT
from lessonkit.render.docx.controls import control_properties
from lessonkit.render.docx.element import element, twips, w
from lessonkit.render.docx.looks import SYMBOL_FONT, indent
from lessonkit.render.docx.numbering import Look, Shape, label, list_shape, text_indent
from lessonkit.render.docx.paragraphs import ground
from lessonkit.render.docx.piece import Piece, WordParagraph, WriteBlocks
from lessonkit.render.docx.story import Story

TICK = "tick"
"""The tag of a tick box, which is a label and no words of the author."""
EMPTY, TICKED = "\u2610", "\u2611"
TAB = w("r", w("tab"))


def items(story: Story, node: List, write: WriteBlocks) -> Iterator[Piece]:
    """The paragraphs of a list. A nested list is a level of the list around it, unless it must count differently."""
    outer = story.setting
    level = outer.list_level + 1
    inset = DEFINITION_INDENT_PT if outer.in_definition else 0.0
    number, shape = _numbered(story, node, level, inset)
    with story.within(
        list_number=number,
        list_shape=shape,
        list_level=level,
        list_style=node.style,
        list_ink=_ink(story),
        inset_pt=inset,
    ):
        for item in node.items:
            yield from _item(story, node, item, write)
    story.numbering.ended(number, level)


def _numbered(story: Story, node: List, level: int, inset: float) -> tuple[int, Shape]:
    """The id and the shape of the numbering of a list."""
    number, shape = story.setting.list_number, story.setting.list_shape
    is_level_of_it = level > 0 and shape[level : level + 1] == (label(node),) and node.start == 1
    is_level_of_it = is_level_of_it and story.setting.list_ink == _ink(story)
    if is_level_of_it and not story.numbering.would_go_on(number, level):
        return number, shape
    shape = (*shape[:level], *list_shape(node))
    setting = story.setting
    size = story.styles.look(node.style).size_pt
    look = Look(setting.edges(inset)[0], _ink(story), _is_framed(story), size)
    return story.numbering.start(shape, look, level, node.start), shape


def _ink(story: Story) -> str:
    """The colour of labels on a coloured ground; empty for the usual one."""
    on = ground(story)
    return on[1] if on else ""


def _item(story: Story, node: List, item: ListItem, write: WriteBlocks) -> Iterator[Piece]:
    """The first paragraph of an item carries the label, the others stand under its words."""
    labelled = False
    for block in item.blocks:
        for piece in write(story, (block,)):
            if isinstance(piece, WordParagraph) and isinstance(block, Paragraph | Figure):
                if labelled:
                    _under(story, piece)
                else:
                    _label(story, piece, _tick_box(story, item) if node.kind == "check" else "")
                labelled = True
            yield piece


def _under(story: Story, piece: WordParagraph) -> None:
    """Words that go on under those of the label; in a box their line begins at its edge, as all lines do."""
    setting = story.setting
    left, right = setting.edges(setting.inset_pt + text_indent(setting.list_level))
    piece.indent = indent(left, right)
    if _is_framed(story):
        piece.indent = w("ind", left=twips(left), right=twips(right), hanging=twips(text_indent(setting.list_level)))
        piece.content = TAB + piece.content


def _is_framed(story: Story) -> bool:
    return story.setting.box is not None and not story.setting.cell


def _label(story: Story, piece: WordParagraph, tick_box: str) -> None:
    setting = story.setting
    # The label's own indent comes with its level; only the right edge may differ from the box's.
    piece.numbering = (setting.list_number, setting.list_level)
    piece.indent = w("ind", right=twips(setting.edges()[1])) if setting.box_apart else ""
    piece.content = tick_box + piece.content
    story.numbering.labelled(*piece.numbering)


def _tick_box(story: Story, item: ListItem) -> str:
    """A box that a click ticks; screen readers call it by the words of its item."""
    state = element(
        "w14:checkbox",
        element("w14:checked", **{"w14:val": int(item.checked)}),
        *(
            element(f"w14:{name}", **{"w14:val": f"{ord(sign):04X}", "w14:font": SYMBOL_FONT})
            for name, sign in (("checkedState", TICKED), ("uncheckedState", EMPTY))
        ),
    )
    properties = control_properties(story, words_in(item.blocks, "…") or story.document.words["tick-box"], TICK, state)
    look = w("rPr", w("rStyle", val=story.styles.tick_box(ground(story))))
    box = w("r", look, w("t", TICKED if item.checked else EMPTY))
    return w("sdt", properties, w("sdtContent", box)) + TAB
