"""Pages: their size and margins, columns, and running heads and feet."""

from __future__ import annotations

from lessonkit.appearance import Margins, Theme, tint_of
from lessonkit.dataclass import dataclass
from lessonkit.document import Document, Field, Inlines, Strong, Text
from lessonkit.reading import walk_inline, without_links
from lessonkit.render.docx.element import POINTS_PER_MM, hexadecimal, mm_to_twips, root, twips, w
from lessonkit.render.docx.inline import Runs
from lessonkit.render.docx.package import KINDS
from lessonkit.render.docx.piece import WordParagraph, pieces_xml
from lessonkit.render.docx.story import Story

MARGIN_GAIN = 2.0
BELOW_HEAD_PT = 8.0
LEAST_MARGIN = 6.0
"""In millimetres; printers in schools cannot print nearer to the edge."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page as Word has it, in millimetres."""

    width: float
    height: float
    margins: Margins
    columns: int = 1
    gap: float = 0.0

    @property
    def column_pt(self) -> float:
        """The width of one column in points."""
        room = self.width - self.margins.left - self.margins.right - self.gap * (self.columns - 1)
        return room / self.columns * POINTS_PER_MM


def geometry(document: Document) -> Geometry:
    """The page of a flowing document, or the side of a leaflet with a column for each panel.

    The columns are equal, whatever the folds of the printed edition are, so that one section holds both sides and
    text can flow on. Their margins are narrower than the narrowest of the panels': blanks with their labels take more
    room than on paper.
    """
    page = document.page
    if not page.word_sides:
        return Geometry(page.width, page.height, page.margins)
    margins = [panel.margins for panel in page.panels]
    side = _narrower(min(min(m.left, m.right) for m in margins))
    top, bottom = _narrower(min(m.top for m in margins)), _narrower(min(m.bottom for m in margins))
    edges = Margins(top, side, bottom, side)
    return Geometry(page.width, page.height, edges, len(page.word_sides[0]), 2 * side)


def _narrower(margin: float) -> float:
    return max(margin - MARGIN_GAIN, min(margin, LEAST_MARGIN))


def section(story: Story, columns: str = "") -> str:
    """The properties of the section that ends here, with these columns or those of the page."""
    page = geometry(story.document)
    margins = page.margins
    return w(
        "sectPr",
        *story.running,
        w("type", val="continuous") if story.section_continues else "",
        w(
            "pgSz",
            w=mm_to_twips(page.width),
            h=mm_to_twips(page.height),
            orient="landscape" if page.width > page.height else None,
        ),
        w(
            "pgMar",
            top=mm_to_twips(margins.top),
            right=mm_to_twips(margins.right),
            bottom=mm_to_twips(margins.bottom),
            left=mm_to_twips(margins.left),
            header=mm_to_twips(margins.top * 0.45),
            footer=mm_to_twips(margins.bottom * 0.45),
            gutter=0,
        ),
        columns or w("cols", num=page.columns, space=mm_to_twips(page.gap)),
    )


def page_ground(theme: Theme) -> str:
    """The colour of all pages, which Word shows on screens; the theme of a school's template has no say in it."""
    return w("background", color=hexadecimal(tint_of(theme))) if tint_of(theme) else ""


def refer_to_running_parts(story: Story) -> None:
    """Notes in the story how sections refer to the running head and foot, and which school details those print."""
    references = []
    for name, lines in _running_lines(story).items():
        reference = story.relationships.add(KINDS[name][1], name)
        references.append(w(f"{_kind(name)}Reference", type="default", r_id=reference))
        story.running_details |= {node.name for line in lines for node in walk_inline(line) if isinstance(node, Field)}
    story.running = tuple(references)


def running_parts(story: Story) -> dict[str, str]:
    """The parts of the running head and foot, written after the body that they refer to."""
    parts = {}
    for name, lines in _running_lines(story).items():
        kind = _kind(name)
        with story.writing(name):
            paragraphs = [_running_line(story, kind.capitalize(), line) for line in lines]
        if paragraphs and kind in story.template_kinds and kind == "header":
            # What a school's template brings along makes the head higher than its margin.
            paragraphs[-1].after_pt = BELOW_HEAD_PT
        parts[name] = root(f"w:{'hdr' if kind == 'header' else 'ftr'}", pieces_xml(paragraphs))
    return parts


def _running_lines(story: Story) -> dict[str, tuple[Inlines, ...]]:
    """The lines of each part that has some."""
    document = story.document
    draft = ((Strong((Text(document.draft),)),),) if document.draft else ()
    lines = {
        "word/header1.xml": (*draft, *((document.head,) if document.head else ())),
        "word/footer1.xml": (document.foot,) if document.foot else (),
    }
    return {name: written for name, written in lines.items() if written or _kind(name) in story.template_kinds}


def _kind(part: str) -> str:
    return "header" if "header" in part else "footer"


def _running_line(story: Story, style: str, content: Inlines) -> WordParagraph:
    runs = Runs(story, story.styles.look("running"), running=True)
    return WordParagraph(style, runs.write(without_links(content)))


def equal_columns(count: int, gap_pt: float) -> str:
    """Columns through which text flows."""
    return w("cols", num=count, space=twips(gap_pt))


def own_columns(widths_pt: list[float], gap_pt: float) -> str:
    """Columns of these widths."""
    gaps = [gap_pt] * (len(widths_pt) - 1) + [0.0]
    each = (w("col", w=twips(width), space=twips(gap)) for width, gap in zip(widths_pt, gaps, strict=True))
    return w("cols", *each, num=len(widths_pt), space=twips(gap_pt), equalWidth=0)
