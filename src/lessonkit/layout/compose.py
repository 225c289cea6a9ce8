"""Composing: a definition poured through its layout's template into a document tree."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from lessonkit.appearance import Page, Theme
from lessonkit.document import Document, Link, Text
from lessonkit.layout.adapt import adapted_page, adapted_theme
from lessonkit.layout.adaptations import NONE, Adaptations
from lessonkit.layout.cards import card_page
from lessonkit.layout.charts import charted, cited
from lessonkit.layout.composed import Composed
from lessonkit.layout.enlarge import enlarged_blocks, enlarged_page, enlarged_theme
from lessonkit.layout.fit import fitting_page
from lessonkit.layout.geometry import Layout, read_layout
from lessonkit.layout.inline import MarkupError
from lessonkit.layout.linear import linear
from lessonkit.layout.markup import Body, read_markup, template_error
from lessonkit.layout.settings import name_of
from lessonkit.layout.strings import Strings, read_strings
from lessonkit.layout.symbols import symbols_of
from lessonkit.layout.templates import environment
from lessonkit.layout.theme import read_theme
from lessonkit.layout.words import Words, src
from lessonkit.problems import LessonkitError, Place, Problem, raise_if_any
from lessonkit.reads import note
from lessonkit.source.blocks.block import Block
from lessonkit.source.cards import Cards
from lessonkit.source.definition import Definition
from lessonkit.source.lesson import Phase
from lessonkit.source.library import Library
from lessonkit.source.project import PACKAGE
from lessonkit.source.records import Term
from lessonkit.tailor.logo import PrintedLogo

ICONS = {"remember": "heart", "important": "warning", "help": "help", "never": "stop", "note": "lightbulb"}
"""The icon of a callout whose author names none."""

RULING = {"ks1": 14.0, "ks2": 12.0, "send": 13.0}
"""How far apart ruled lines are for readers who write larger than adults, in millimetres."""
LARGE_TYPE, LARGE_RULING = 18.0, 14.0
"""From this size on, in points, readers get lines as far apart as this, in millimetres."""

LACKS = re.compile(r"^'lessonkit[\w.]*\.(\w+) object' has no attribute '(\w+)'")
"""How Jinja says that a template asks a definition for what it does not have."""
TEMPLATE_ERRORS = (
    jinja2.TemplateRuntimeError,
    ArithmeticError,
    TypeError,
    ValueError,
    LookupError,
    RecursionError,
)
"""What a template may do wrong while it is filled in."""


def compose(
    definition: Definition,
    library: Library,
    values: dict[str, str | None],
    layouts: Path,
    draft: str = "",
    adaptations: Adaptations = NONE,
    logo: PrintedLogo | None = None,
) -> Composed:
    """The document tree of a definition, with school details filled in where `values` has them.

    draft: why the outputs are to be marked as drafts; empty for none.
    adaptations: how it is presented to readers who need it another way; logo: the school's.
    Raises LessonkitError that names the line of the template and that of the definition.
    """
    layout = chosen_layout(definition, layouts, adaptations)
    look = adaptations.theme or definition.theme
    theme = adapted_theme(read_theme(layouts / "themes" / f"{look}.yaml", layout.styles), adaptations)
    strings = read_strings(layouts / "strings", str(definition.language))
    symbols = symbols_of(library) if adaptations.any("symbols") else {}
    words = Words(library, values, strings.strings, symbols, strings.fields)
    composer = _Composer(definition, layout.page, layouts, words, logo, adaptations.names)
    composer.names["ruling"] = _ruling(definition, theme)
    template = layout.folder / "page.xml.j2"
    markup = composer.fill(template)
    try:
        body = read_markup(markup, theme, definition.place.file)
    except MarkupError as error:
        raise template_error(error, _line_of(error.fragment, template, layouts), definition.place) from None
    if adaptations.any("linear"):
        body = replace(body, blocks=linear(body.blocks))
    page = fitting_page(adapted_page(layout.page, theme, adaptations), definition, bool(adaptations))
    if layout.grid and isinstance(definition, Cards):
        page = card_page(page, layout.grid, definition.faces)
    if layout.factor != 1:
        page, theme = enlarged_page(page, layout.factor), enlarged_theme(theme, layout.factor)
        body = replace(body, blocks=enlarged_blocks(body.blocks, layout.factor))
    return Composed(_document(definition, page, body, draft, strings), theme)


def _ruling(definition: Definition, theme: Theme) -> float:
    """How far apart ruled lines are for these readers, in millimetres; 0 for as far as adults need."""
    large = theme.styles["body"].size_pt >= LARGE_TYPE
    return max(RULING.get(definition.audience, 0.0), LARGE_RULING if large else 0.0)


def refusals(layout: str, layouts: Path) -> Mapping[str, str]:
    """The adaptations that make no sense in a layout, with the reason; none for a layout that is not there."""
    folder = layouts / layout
    note(folder / "layout.yaml")
    return read_layout(folder).refuses if (folder / "layout.yaml").is_file() else {}


def chosen_layout(definition: Definition, layouts: Path, adaptations: Adaptations) -> Layout:
    """The layout of a definition, or the one that adaptations take instead.

    Raises LessonkitError where an adaptation makes no sense.
    """
    layout = read_layout(layouts / (definition.layout or definition.type))
    raise_if_any(
        Problem(definition.place, f"`{name}` makes no sense for this document: {layout.refuses[name]}", "Leave it out.")
        for name in adaptations.names
        if name in layout.refuses
    )
    return read_layout(layouts / layout.reflow) if layout.reflow and adaptations.any("reflow") else layout


def _document(definition: Definition, page: Page, body: Body, draft: str, strings: Strings) -> Document:
    texts = strings.strings
    way_out = Link((Text(texts["leave"]),), texts["leave-to"]) if definition.discreet else None
    return Document(
        name=str(definition.name),
        title=str(definition.title),
        language=str(definition.language),
        audience=definition.audience,
        blocks=body.blocks,
        page=page,
        origin=definition.resolved.origin,
        band=definition.band,
        description=str(definition.summary),
        head=body.head,
        foot=body.foot,
        draft=draft,
        leave=way_out,
        place=definition.place,
        extra={"version": str(definition.version), "date": str(definition.date)},
        words=strings.words,
        words_file=strings.file,
        untranslated=strings.missing,
        unchecked=strings.unchecked,
    )


class _Composer:
    """Fills one definition into templates; offers them what they may call."""

    def __init__(
        self,
        definition: Definition,
        page: Page,
        layouts: Path,
        words: Words,
        logo: PrintedLogo | None,
        adaptations: tuple[str, ...],
    ) -> None:
        self.definition = definition
        self.adaptations = adaptations
        self.page = page
        self.library = words.library
        self.layouts = layouts
        self.strings = words.strings
        self.words = words
        self.logo = logo
        self.environment = environment(layouts).overlay()
        self.environment.filters = self.environment.filters | self.filters()
        self.names = self.calls()
        self.macros: dict[str, Callable[..., Markup]] = {}

    def filters(self) -> dict[str, Callable[..., Any]]:
        words = self.words
        return {"markdown": words.markdown, "inline": words.inline, "line": words.line, "src": _src}

    def calls(self) -> dict[str, Any]:
        """The names a template may use."""
        return {
            "d": self.definition,
            "library": self.library,
            "strings": self.strings,
            "icons": ICONS,
            "blocks": self.blocks,
            "ways": self.words.ways,
            "short_way": self.words.short_way,
            "field": self.words.field,
            "school": self.words.values,
            "logo": self.logo,
            "text_width": self.page.width - self.page.margins.left - self.page.margins.right,
            "field_title": lambda name: self.words.fields[name].title,
            "terms": self.terms,
            "cited": cited,
            "sentences": lambda text: re.split(r"(?<=[.!?])\s+", text),
            "charted": lambda block: charted(block, self.library),
            "mark": self.words.mark,
            "review": self.review,
            "phases": {str(phase.id): phase for phase in getattr(self.definition, "phases", ())},
            "total": self.total,
            "clock": self.clock,
            "listed": self.listed,
            "long_date": self.long_date,
            "ruling": 0.0,
            "answered": self.definition.type == "worksheet" and self.definition.audience == "staff",
            "adapted": [self.strings[f"adapted-{name}"] for name in self.adaptations],
        }

    def fill(self, template: Path) -> str:
        """The markup that the template gives for this definition."""
        name = template.relative_to(self.layouts).as_posix()
        try:
            return self.environment.get_template(name).render(self.names)
        except jinja2.TemplateNotFound as error:
            problem = Problem(Place(f"layouts/{error.name}"), "This template is missing.", "Restore it.")
            raise LessonkitError(problem) from None
        except jinja2.TemplateSyntaxError as error:
            place = Place(f"layouts/{error.name}", error.lineno)
            what = f"{error.message}".rstrip(".") + "."
            raise LessonkitError(Problem(place, what, "Correct this line of the template.")) from None
        except UnicodeDecodeError:
            what = "This template, or one that it uses, is not UTF-8."
            raise LessonkitError(Problem(Place(f"layouts/{name}"), what, "Save it with the encoding UTF-8.")) from None
        except TEMPLATE_ERRORS as error:
            if _is_ours(error):
                raise
            what = LACKS.sub(_lacks, str(error)).rstrip(".") + f" (while filling in {self.definition.place.file})."
            raise LessonkitError(Problem(_template_line(error), what, self.todo())) from None

    def todo(self) -> str:
        """What to do about a line of a template that does not fit its definition."""
        chosen = self.definition.layout
        if chosen and chosen != self.definition.type:
            return f"Remove `layout: {chosen}` from the definition, or correct this line of the template."
        return "Correct this line of the template."

    def blocks(self, blocks: Iterable[Any], level: int) -> Markup:
        """The markup of authors' blocks, each by the template that has its name."""
        blocks = tuple(blocks)
        if not all(isinstance(block, Block) for block in blocks):
            raise jinja2.TemplateRuntimeError("blocks() takes a list of blocks")
        return Markup("").join(self.macro(block.name)(block, level) for block in blocks)

    def macro(self, name: str) -> Callable[..., Markup]:
        if name not in self.macros:
            template = self.environment.get_template(f"blocks/{name}.xml.j2")
            macro = getattr(template.make_module(self.names), "block", None)
            if macro is None:
                place = Place(f"layouts/blocks/{name}.xml.j2")
                raise LessonkitError(Problem(place, "This template has no macro `block`.", "Begin it with one."))
            self.macros[name] = macro
        return self.macros[name]

    def terms(self, block: Any) -> Iterator[Term]:
        """The terms a glossary lists, in alphabetical order."""
        chosen = self.library.terms_named(block.terms, self.definition.audience)
        return iter(sorted(chosen, key=lambda term: term.term.strip("'‘’").casefold()))

    def review(self, definition: Definition) -> str:
        """Who has signed the document off, or that nobody has yet."""
        signed = definition.reviewed
        if signed is None:
            return self.strings["not-reviewed"]
        return self.strings["reviewed"].format(by=signed.by, role=signed.role, on=self.long_date(signed.on))

    def total(self, plan: int) -> int:
        """The minutes of all phases of a lesson in one of its plans."""
        return sum(phase.minutes[plan] for phase in self.names["phases"].values())

    def clock(self, phase: Phase, plan: int) -> str:
        """From which minute to which a phase lasts in one of the plans of its lesson."""
        phases = list(self.names["phases"].values())
        start = sum(each.minutes[plan] for each in phases[: phases.index(phase)])
        if not phase.minutes[plan]:
            return self.strings["joined-short"]
        return self.strings["clock-span"].format(start=start, end=start + phase.minutes[plan])

    def listed(self, words: Iterable[object]) -> str:
        """`30, 45 and 60`."""
        *first, last = map(str, words)
        return self.strings["listed"].format(first=", ".join(first), last=last) if first else last

    def long_date(self, date: datetime.date) -> str:
        """`22 November 2026`."""
        month = self.strings["months"].split()[date.month - 1]
        return self.strings["long-date"].format(day=date.day, month=month, year=date.year)


def _src(value: Any) -> Markup:
    """The `src` attribute of a place, or of any value that knows its place."""
    return src(value if isinstance(value, Place) else getattr(value, "place", None))


def _lacks(said: re.Match[str]) -> str:
    """The same in words for people who know no Python: `a leaflet has no “pupils”`."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", said[1]).lower()
    return f"This is for another type of document: a {kind} has no `{said[2]}`"


def _is_ours(error: BaseException) -> bool:
    """True if the error arose in lessonkit itself, not in a line of a template."""
    if isinstance(error, jinja2.TemplateRuntimeError):
        return False
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and Path(trace.tb_frame.f_code.co_filename).is_relative_to(PACKAGE)


def _template_line(error: BaseException) -> Place:
    """The innermost line of a template that an error came from."""
    place = Place("layouts")
    trace = error.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.name.endswith(".j2"):
            place = Place(name_of(path), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _line_of(fragment: str, template: Path, layouts: Path) -> Place:
    """The line of a template that holds what was wrong in its markup: its own first, then those it uses."""
    for path in [template, *sorted(layouts.glob("*.j2")), *sorted((layouts / "blocks").glob("*.j2"))]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if re.search(re.escape(fragment) + r"(?![\w-])", line):
                return Place(name_of(path), number)
    return Place(name_of(template))
