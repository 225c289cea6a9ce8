"""Pages: the strips of a document placed on as many pages as they need."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from lessonkit.appearance import Theme
from lessonkit.document import Document
from lessonkit.drawing import Assets
from lessonkit.problems import Place, Problem, raise_if_any
from lessonkit.render.pdf.breaks import Part, paginate
from lessonkit.render.pdf.flow import Flow
from lessonkit.render.pdf.measures import TOLERANCE
from lessonkit.render.pdf.notes import foot_height
from lessonkit.render.pdf.panels import Panels
from lessonkit.render.pdf.pieces import MM, LaidPage
from lessonkit.render.pdf.running import Running
from lessonkit.render.pdf.setting import Bleed, place
from lessonkit.render.pdf.tags import Tree, enclosing, words


def lay_out_pages(document: Document, tree: Tree, theme: Theme, assets: Assets) -> tuple[LaidPage, ...]:
    """The pages of a document: of its panels, one each, if it has any. Raises LessonkitError with all problems."""
    kind = Panels if document.page.panels else _Pages
    flow = kind(document, tree, theme, assets)
    pages = flow.pages()
    labels = {anchor.id: page.label for page in pages for anchor in page.anchors}
    # What could not be laid out has no places for links to lead to either.
    raise_if_any(flow.typesetter.problems or _lost_links(tree, labels))
    return tuple(flow.numbered(page, labels) for page in pages) if flow.typesetter.has_references else tuple(pages)


class _Pages(Flow):
    """A document that flows over as many pages as it needs."""

    def __init__(self, document: Document, tree: Tree, theme: Theme, assets: Assets) -> None:
        page = document.page
        super().__init__(document, tree, theme, assets, (page.height - page.margins.top - page.margins.bottom) * MM)

    def pages(self) -> list[LaidPage]:
        page = self.document.page
        strips = self.strips(self.tree.root.elements(), page.margins, page.width)
        parts = paginate(strips, self.typesetter.page_height)
        running = Running(self.typesetter, self.document, len(parts))
        return [self._page(part, number, running) for number, part in enumerate(parts, 1)]

    def _page(self, part: Part, number: int, running: Running) -> LaidPage:
        page = self.document.page
        bleed = Bleed(page.margins.left * MM, page.margins.top * MM, page.width * MM)
        setting = place(part.strips, bleed)
        excess = setting.height + foot_height(part.notes) - self.typesetter.page_height
        if excess > TOLERANCE:
            self.typesetter.problems.append(_too_high(part.strips[0].place, excess))
        laid = self.page(setting, page.margins, page.width, page.height, part.notes, str(number))
        # A banner that fills the top of the page shows the title already.
        banner = any(frame.style.bleed for strip in part.strips[:1] for frame in strip.frames)
        lines = running.lines(laid.width, laid.height, page.margins, number, with_head=not banner)
        return replace(laid, running=(*laid.running, *lines))


def _too_high(place: Place, excess: float) -> Problem:
    what = f"What begins here cannot be divided and is {excess / MM:.0f} mm higher than a page."
    return Problem(place, what, "Make it smaller, or divide it into two.")


def _lost_links(tree: Tree, targets: Collection[str]) -> Iterator[Problem]:
    for parent in {id(leaf.parent): leaf.parent for leaf in tree.leaves}.values():
        link = enclosing(parent, "Link")
        if link and link.node.target.startswith("#") and link.node.target[1:] not in targets:
            what = f"The link “{words(link)}” leads to {link.node.target}, which is not in this document."
            yield Problem(link.place, what, "Use the id of a heading.")
