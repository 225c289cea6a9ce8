"""Follows a page's content streams: words, filled areas and pictures, each with its place and its mark."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from pypdf.generic import DictionaryObject

from lessonkit.check.anypdf.colours import BLACK, components_of, is_palette, rgb
from lessonkit.check.anypdf.cos import array, data, dictionary, get, name, number, numbers, object_number, text, whole
from lessonkit.check.anypdf.facts import Box, Colour, Content, Drawn, Fill, Page, Picture, Run
from lessonkit.check.anypdf.fonts import Font, read_font
from lessonkit.check.anypdf.tokens import operators, spoken

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

COST_OF_OBJECT = 50
"""In operators: forms that draw each other cost far more than their size."""
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
DEEPEST_FORM = 8
DEEPEST_STATE = 200
MOST_OPERATORS = 4_000_000
"""In all pages of a file together."""
WORD_GAP = 0.18
"""In parts of the size: a wider step between two letters is seen as a space."""
MIXED = 0.5
"""How opaque an area counts as that is mixed with what is beneath it."""
ASCENT, DESCENT = 0.75, -0.22
"""How far letters reach above and below their line, in parts of the size."""
EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def product(one: Matrix, other: Matrix) -> Matrix:
    """First one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def around(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The box around a rectangle that this matrix places."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True)
class Mark:
    """Marked content that is open."""

    content: Content | None = None
    artifact: str | None = None
    actual: str | None = None
    """An ActualText that has not been spoken yet; empty once it has."""
    language: str | None = None
    off: bool = False
    """It stands on a layer that is switched off."""


@dataclass(slots=True)
class State:
    """The graphics state, as far as it is followed."""

    matrix: Matrix = IDENTITY
    fill: Colour | None = BLACK
    components: int | None = 1
    alpha: float = 1
    mixes: bool = False
    """What is drawn is mixed with what is beneath it."""
    font: Font = field(default_factory=Font)
    size: float = 0
    mode: int = 0
    character: float = 0
    word: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    clip: Box = EVERYWHERE


class Drawing:
    """One page as it is drawn."""

    def __init__(
        self,
        page: Page,
        fonts: dict[int, Font],
        operators_left: int = MOST_OPERATORS,
        off: frozenset[int] = frozenset(),
    ) -> None:
        self.page = page
        self.off = off
        self.operators_left = operators_left
        self.fonts = fonts
        self.resources = DictionaryObject()
        self.stream = 0
        self.forms: list[int] = []
        self.state = State()
        self.saved: list[State] = []
        self.marks: list[Mark] = [Mark()]
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.path: list[tuple[float, float]] = []
        self.square = True
        self.clips = False
        self.order = 0

    def follow(self, stream: bytes, resources: Any) -> None:
        """Follows a content stream to its end, or to the limit of what a file may hold."""
        self.resources = dictionary(resources)
        for operator, operands in operators(stream):
            self.operators_left -= 1
            if self.operators_left < 0:
                return
            act = ACTS.get(operator)
            if act is not None:
                try:
                    act(self, operands)
                except (IndexError, TypeError, ValueError, OverflowError, AttributeError):
                    continue  # an operator without its operands does nothing

    # ------------------------------------------------------------------------------------------------ state

    def save(self, _: list[Any]) -> None:
        if len(self.saved) < DEEPEST_STATE:
            self.saved.append(replace(self.state))

    def restore(self, _: list[Any]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, operands: list[Any]) -> None:
        a, b, c, d, e, f = operands
        self.state.matrix = product((a, b, c, d, e, f), self.state.matrix)

    def settings(self, operands: list[Any]) -> None:
        found = get(self.resources, "/ExtGState", f"/{operands[0]}")
        mixing = array(get(found, "/BM"))
        if mixing:
            self.state.mixes = name(mixing[0]) not in ("Normal", "Compatible")
        alpha = get(found, "/ca")
        if alpha is not None:
            self.state.alpha = number(alpha, 1)

    def device_colour(self, operands: list[Any]) -> None:
        self.state.components = len(operands)
        self.state.fill = rgb(operands, len(operands))

    def colour_space(self, operands: list[Any]) -> None:
        space = operands[0]
        named = get(self.resources, "/ColorSpace", f"/{space}")
        self.state.components = components_of(named if named is not None else f"/{space}")
        self.state.fill = BLACK if self.state.components else None

    def colour(self, operands: list[Any]) -> None:
        self.state.fill = rgb(operands, self.state.components)

    # ------------------------------------------------------------------------------------------------ marks

    def begin(self, operands: list[Any]) -> None:
        outer = self.marks[-1]
        tag, properties = operands[0], self.properties(operands)
        inner = replace(outer)
        found = properties.get("MCID")
        if tag == "Artifact":
            if outer.content is not None:
                self.page.artifacts_inside += 1
            inner.artifact = str(properties.get("Subtype") or properties.get("Type") or "")
            inner.content = None
            if isinstance(found, float) and 0 <= found < 1e9:
                self.page.numbered_artifacts.append(Content(self.page.number, int(found), self.stream))
        elif isinstance(found, float) and 0 <= found < 1e9:
            inner = self.numbered(int(found), outer)
        if tag == "OC" and len(operands) > 1 and isinstance(operands[1], str):
            layer = dict.get(dictionary(get(self.resources, "/Properties")), f"/{operands[1]}")
            inner.off = inner.off or object_number(layer) in self.off
        if isinstance(properties.get("Lang"), str):
            inner.language = properties["Lang"]
        if isinstance(properties.get("ActualText"), str) and outer.actual is None:
            inner.actual = properties["ActualText"]
        self.marks.append(inner)

    def numbered(self, number: int, outer: Mark) -> Mark:
        content = Content(self.page.number, number, self.stream)
        if outer.content is not None or outer.artifact is not None:
            self.page.nested.append(content)
            if outer.content is not None:
                self.page.around[content] = outer.content
            else:
                self.page.inside_artifacts.append(content)
        elif content in self.page.contents:
            self.page.repeated.append(content)
        self.page.contents.add(content)
        return Mark(content, None, outer.actual, outer.language, outer.off)

    def properties(self, operands: list[Any]) -> dict[str, Any]:
        """The property list of marked content, as plain values."""
        given = operands[1] if len(operands) > 1 else {}
        if isinstance(given, dict):
            return {key: spoken(value) if isinstance(value, bytes) else value for key, value in given.items()}
        named = dictionary(get(self.resources, "/Properties", f"/{given}"))
        found: dict[str, Any] = {}
        for key in ("MCID", "Type", "Subtype", "Lang", "ActualText"):
            value = get(named, f"/{key}")
            if key == "MCID" and (whole(value) is not None):
                found[key] = float(value)
            elif isinstance(value, str):
                found[key] = name(value) if key in ("Type", "Subtype") else text(value)
        return found

    def end(self, _: list[Any]) -> None:
        if len(self.marks) > 1:
            closed, outer = self.marks[-1], self.marks[-2]
            if closed.actual and closed.content is not None and outer.actual is None:
                self.add_run("", 0, 0, (), closed.actual)  # it stands for something that is no text
            self.marks.pop()

    # ------------------------------------------------------------------------------------------------- text

    def begin_text(self, _: list[Any]) -> None:
        self.text = self.line = IDENTITY

    def choose(self, operands: list[Any]) -> None:
        named, self.state.size = operands[0], float(operands[1])
        reference = dict.get(dictionary(get(self.resources, "/Font")), f"/{named}")
        key = object_number(reference) or -id(dictionary(reference))
        if key not in self.fonts:
            self.fonts[key] = read_font(reference)
        self.state.font = self.fonts[key]

    def place(self, operands: list[Any]) -> None:
        a, b, c, d, e, f = operands
        self.text = self.line = (a, b, c, d, e, f)

    def move(self, operands: list[Any]) -> None:
        x, y = operands
        self.text = self.line = product((1, 0, 0, 1, x, y), self.line)

    def move_and_lead(self, operands: list[Any]) -> None:
        self.state.leading = -operands[1]
        self.move(operands)

    def next_line(self, _: list[Any]) -> None:
        self.move([0.0, -self.state.leading])

    def show(self, operands: list[Any]) -> None:
        words, width, _, gaps = self.measured([operands[-1]])
        self.add_run(words, width, width, gaps, None)

    def show_parts(self, operands: list[Any]) -> None:
        words, width, advance, gaps = self.measured(operands[0])
        self.add_run(words, width, advance, gaps, None)

    def show_on_next_line(self, operands: list[Any]) -> None:
        if len(operands) == 3:
            self.state.word, self.state.character = operands[0], operands[1]
        self.next_line([])
        self.show(operands)

    def measured(self, parts: list[Any]) -> tuple[str, float, float, tuple[int, ...]]:
        """The words, how far they reach and how far the pen goes (unscaled), and where gaps are seen between them."""
        state, words, at, reach = self.state, "", 0.0, 0.0
        gaps: list[int] = []
        for part in parts:
            if isinstance(part, float):
                at -= part / 1000 * state.size * state.stretch
                continue
            read, width, glyphs = state.font.read(part)
            wide = at - reach > WORD_GAP * abs(state.size)
            if wide and words and not words[-1].isspace() and not read[:1].isspace():
                gaps.append(len(words))
            extra = glyphs * state.character + (read.count(" ") * state.word if state.font.bytes_in_code == 1 else 0)
            at += (width * state.size + extra) * state.stretch
            reach = at - state.character * state.stretch if read else reach
            words += read
        return words, reach, at, tuple(gaps)

    def add_run(self, words: str, width: float, advance: float, gaps: tuple[int, ...], actual: str | None) -> None:
        state, mark = self.state, self.marks[-1]
        matrix = product(self.text, state.matrix)
        a, b, c, d, _, baseline = matrix
        size = abs(state.size) * math.hypot(c, d)
        drawn = around(matrix, 0, state.rise + DESCENT * state.size, width, state.rise + ASCENT * state.size)
        level = a > 0 and abs(b) < 0.02 * abs(a) and d > 0
        spoken = actual
        if actual is None and mark.actual is not None:
            spoken = mark.actual
            for each in self.marks:
                each.actual = "" if each.actual is not None else None
        self.order += 1
        self.page.runs.append(
            Run(
                *(self.page.number, drawn, self.order, mark.content, mark.artifact),
                text=words,
                size=size,
                face=state.font.face,
                colour=state.fill,
                alpha=state.alpha,
                mode=state.mode,
                level=level,
                baseline=baseline,
                space=state.font.space * size,
                gaps=gaps,
                spoken=spoken,
                language=mark.language,
                angle=0 if level else _angle(a, b),
                cut=0 if state.clip is EVERYWHERE else _cut(drawn, state.clip),
                off=mark.off,
            )
        )
        self.text = product((1, 0, 0, 1, advance, 0), self.text)

    # ------------------------------------------------------------------------------------ paths and pictures

    def rectangle(self, operands: list[Any]) -> None:
        x, y, width, height = operands
        self.path += ((x, y), (x + width, y + height), (x, y + height), (x + width, y))

    def to_point(self, operands: list[Any]) -> None:
        self.square = False
        self.path.append((operands[-2], operands[-1]))

    def path_box(self) -> Box | None:
        if not self.path:
            return None
        a, b, c, d, e, f = self.state.matrix
        xs = [a * x + c * y + e for x, y in self.path]
        ys = [b * x + d * y + f for x, y in self.path]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def fill(self, _: list[Any]) -> None:
        box = self.path_box()
        if box is not None:
            self.add_fill(box, self.state.fill)
        self.forget([])

    def stroke(self, _: list[Any]) -> None:
        box, mark = self.path_box(), self.marks[-1]
        if box is not None:
            self.order += 1
            seen = box.meets(self.state.clip)
            self.page.strokes.append(Drawn(self.page.number, seen, self.order, mark.content, mark.artifact))
        self.forget([])

    def shade(self, _: list[Any]) -> None:
        self.add_fill(self.state.clip, None)

    def add_fill(self, box: Box, colour: Colour | None) -> None:
        mark = self.marks[-1]
        self.order += 1
        seen = box.meets(self.state.clip)
        place = (self.page.number, seen, self.order, mark.content, mark.artifact)
        square = self.square and len(self.path) == 4
        self.page.fills.append(Fill(*place, colour, MIXED if self.state.mixes else self.state.alpha, square))

    def forget(self, _: list[Any]) -> None:
        if self.clips:
            self.state.clip = self.state.clip.meets(self.path_box() or self.state.clip)
            self.clips = False
        self.path = []
        self.square = True

    def clip(self, _: list[Any]) -> None:
        self.clips = True

    def external(self, operands: list[Any]) -> None:
        self.operators_left -= COST_OF_OBJECT
        reference = dict.get(dictionary(get(self.resources, "/XObject")), f"/{operands[0]}")
        value = dictionary(reference)
        kind = name(get(value, "/Subtype"))
        if kind == "Image":
            few = get(value, "/BitsPerComponent") == 1 or is_palette(get(value, "/ColorSpace"))
            self.add_picture(number(get(value, "/Width")), number(get(value, "/Height")), few)
        elif kind == "Form":
            self.form(reference, value)

    def form(self, reference: Any, value: DictionaryObject) -> None:
        key = object_number(reference)
        stream = data(value)
        if stream is None or key in self.forms or len(self.forms) >= DEEPEST_FORM:
            return
        outer = (self.resources, self.stream, self.text, self.line, self.path, self.saved, len(self.marks))
        state = replace(self.state)
        matrix = numbers(get(value, "/Matrix"), 6)
        if matrix is not None:
            self.transform(matrix)
        self.forms.append(key)
        if object_number(dict.get(value, "/OC")) in self.off:
            self.marks.append(replace(self.marks[-1], off=True))
        parents = whole(get(value, "/StructParents"))
        if parents is not None:
            self.page.form_parents[key] = parents
            self.stream = key
        self.path, self.saved = [], []
        self.follow(stream, get(value, "/Resources") or self.resources)
        self.forms.pop()
        self.resources, self.stream, self.text, self.line, self.path, self.saved, depth = outer
        del self.marks[depth:]
        self.state = state

    def inline_image(self, operands: list[Any]) -> None:
        given = operands[0]
        few = given.get("BPC", given.get("BitsPerComponent")) == 1 or bool(given.get("IM", given.get("ImageMask")))
        columns, rows = given.get("W", given.get("Width", 0)), given.get("H", given.get("Height", 0))
        self.add_picture(float(columns), float(rows), few)

    def add_picture(self, columns: float, rows: float, few_colours: bool) -> None:
        mark = self.marks[-1]
        box = around(self.state.matrix, 0, 0, 1, 1).meets(self.state.clip)
        self.order += 1
        self.page.pictures.append(
            Picture(
                *(self.page.number, box, self.order, mark.content, mark.artifact),
                columns=int(columns),
                rows=int(rows),
                few_colours=few_colours,
            )
        )


def _angle(a: float, b: float) -> int:
    """Where a line runs whose letters go by (a, b): to one of the sides of the page, or -1."""
    turned = math.degrees(math.atan2(b, a)) % 360
    nearest = round(turned / 90) * 90 % 360
    return nearest if min(abs(turned - nearest), 360 - abs(turned - nearest)) < 2 else -1


def _cut(box: Box, clip: Box) -> float:
    """The part of a box that a clip cuts away."""
    return 1 - box.meets(clip).area / box.area if box.area else 0


def _sets(key: str, factor: float = 1) -> Callable[[Drawing, list[Any]], None]:
    """An operator that sets one number of the state."""

    def act(drawing: Drawing, operands: list[Any]) -> None:
        setattr(drawing.state, key, operands[0] * factor)

    return act


ACTS: dict[bytes, Callable[[Drawing, list[Any]], None]] = {
    b"q": Drawing.save,
    b"Q": Drawing.restore,
    b"cm": Drawing.transform,
    b"gs": Drawing.settings,
    b"g": Drawing.device_colour,
    b"rg": Drawing.device_colour,
    b"k": Drawing.device_colour,
    b"cs": Drawing.colour_space,
    b"sc": Drawing.colour,
    b"scn": Drawing.colour,
    b"BDC": Drawing.begin,
    b"BMC": Drawing.begin,
    b"EMC": Drawing.end,
    b"BT": Drawing.begin_text,
    b"Tf": Drawing.choose,
    b"Tm": Drawing.place,
    b"Td": Drawing.move,
    b"TD": Drawing.move_and_lead,
    b"T*": Drawing.next_line,
    b"TL": _sets("leading"),
    b"Tc": _sets("character"),
    b"Tw": _sets("word"),
    b"Tz": _sets("stretch", 0.01),
    b"Ts": _sets("rise"),
    b"Tr": _sets("mode"),
    b"Tj": Drawing.show,
    b"TJ": Drawing.show_parts,
    b"'": Drawing.show_on_next_line,
    b'"': Drawing.show_on_next_line,
    b"re": Drawing.rectangle,
    b"m": Drawing.to_point,
    b"l": Drawing.to_point,
    b"c": Drawing.to_point,
    b"v": Drawing.to_point,
    b"y": Drawing.to_point,
    b"f": Drawing.fill,
    b"F": Drawing.fill,
    b"f*": Drawing.fill,
    b"B": Drawing.fill,
    b"B*": Drawing.fill,
    b"b": Drawing.fill,
    b"b*": Drawing.fill,
    b"S": Drawing.stroke,
    b"s": Drawing.stroke,
    b"n": Drawing.forget,
    b"W": Drawing.clip,
    b"W*": Drawing.clip,
    b"sh": Drawing.shade,
    b"Do": Drawing.external,
    b"EI": Drawing.inline_image,
}
"""What each operator does; others say nothing that is looked for."""
