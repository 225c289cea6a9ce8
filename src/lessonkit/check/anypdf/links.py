"""Annotations, where links lead, and the outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from lessonkit.check.anypdf.cos import array, box, dictionary, get, name, number, object_number, resolve, text, whole
from lessonkit.check.anypdf.facts import Annotation, Bookmark, Box

MOST_ANNOTATIONS = 20_000
"""On one page."""
MOST_BOOKMARKS = 50_000
DEEPEST = 60
PLACE_OF_TOP = {"XYZ": 3, "FitH": 2, "FitBH": 2}
"""In a destination."""
HIDDEN = 1 << 1 | 1 << 5
"""Everywhere, or on the screen."""
MOST_PARTS = 100
"""Of one annotation."""
MOST_NAMES = 200_000


class Targets:
    """Where links and bookmarks of a file lead."""

    def __init__(self, catalog: DictionaryObject, pages: dict[int, int]) -> None:
        self.catalog = catalog
        self.pages = pages
        self.names: dict[str, Any] | None = None

    def of(self, value: DictionaryObject) -> tuple[str, int | None]:
        """An address outside, and a page inside; page 0 if the target does not exist."""
        action = dictionary(get(value, "/A"))
        kind = name(get(action, "/S"))
        if kind == "URI":
            return text(get(action, "/URI")) or "", None
        if kind in ("GoToR", "GoToE", "Launch"):
            return text(get(action, "/F")) or text(get(action, "/F", "/F")) or kind, None
        if kind not in ("", "GoTo"):
            return kind, None  # a script or a command of the reader
        inside = self.inside(value)
        return "", 0 if inside is None else self.page(inside)

    def inside(self, value: DictionaryObject) -> Any:
        """What a link or a bookmark says of a place in this file; None if it says nothing."""
        action = dictionary(get(value, "/A"))
        targets = (get(action, "/SD"), get(value, "/Dest"), get(action, "/D"))
        return next((target for target in targets if target is not None), None)

    def destination(self, target: Any) -> ArrayObject:
        """A page and how it is shown, from that itself or from the name of it; empty for none."""
        target = resolve(target)
        if isinstance(target, str | bytes):
            target = resolve(self.named().get(_name(target)))
        if isinstance(target, DictionaryObject):
            target = get(target, "/D")
        return target if isinstance(target, ArrayObject) else ArrayObject()

    def top(self, value: DictionaryObject) -> float | None:
        """How high on its page the place is that a link or bookmark leads to; None if it does not say."""
        view = array(self.destination(self.inside(value)))
        at = PLACE_OF_TOP.get(name(view[1]) if len(view) > 1 else "", len(view))
        return number(view[at]) if at < len(view) and resolve(view[at]) is not None else None

    def page(self, target: Any) -> int:
        """The page of a destination or of the name of one; 0 for none."""
        target = self.destination(target)
        if not target:
            return 0
        first = list.__getitem__(target, 0)
        number = whole(first)
        if number is not None:
            return number + 1 if number < len(self.pages) else 0
        return self.pages.get(object_number(first), 0) or self.first_page(dictionary(first))

    def first_page(self, element: DictionaryObject) -> int:
        """The page on which a structure element begins, for destinations that name one (PDF 2.0)."""
        waiting, left = [element], 2_000
        while waiting and left:
            left -= 1
            element = waiting.pop()
            page = self.pages.get(object_number(dict.get(element, "/Pg")))
            if page:
                return page
            waiting += [dictionary(kid) for kid in reversed(array(get(element, "/K"))[:1_000])]
        return 0

    def named(self) -> dict[str, Any]:
        """All named destinations, from both of the places where they may stand."""
        if self.names is None:
            old = dictionary(get(self.catalog, "/Dests"))
            self.names = {_name(key): value for key, value in old.items()}
            self.names |= _name_tree(get(self.catalog, "/Names", "/Dests"))
        return self.names


def _name(value: str | bytes) -> str:
    return (value.decode("latin-1") if isinstance(value, bytes) else str(value)).lstrip("/")


def _name_tree(root: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    waiting, seen = [root], set[int]()
    while waiting and len(found) < MOST_NAMES:
        reference = waiting.pop()
        value = dictionary(reference)
        key = object_number(reference) or id(value)
        if key in seen:
            continue
        seen.add(key)
        waiting += array(get(value, "/Kids"))[:MOST_NAMES]
        entries = array(get(value, "/Names"))[: 2 * MOST_NAMES]
        for named, target in zip(entries[::2], entries[1::2], strict=False):
            found[_name(text(named) or "")] = target
    return found


def annotations_on(page: DictionaryObject, number: int, targets: Targets) -> Iterator[Annotation]:
    """The annotations of a page."""
    for reference in array(dict.get(page, "/Annots"))[:MOST_ANNOTATIONS]:
        value = dictionary(reference)
        if not value:
            continue
        kind = name(get(value, "/Subtype"))
        above = dictionary(get(value, "/Parent"))
        address, target = targets.of(value) if kind == "Link" else ("", None)
        yield Annotation(
            number=object_number(reference),
            kind=kind,
            page=number,
            box=box(get(value, "/Rect")) or Box(0, 0, 0, 0),
            contents=text(get(value, "/Contents")) or "",
            address=address,
            target=target,
            parent=whole(get(value, "/StructParent")),
            top=targets.top(value) if target else None,
            parts=tuple(_parts(value)),
            hidden=bool((whole(get(value, "/F")) or 0) & HIDDEN),
            label=text(get(value, "/TU")) or text(get(above, "/TU")) or "",
            framed=_is_framed(value),
            field_kind=name(get(value, "/FT")) or name(get(above, "/FT")),
            field_name=_field_name(value),
            own_label=text(get(value if "/T" in value else above, "/TU")) or "",
            has_title="/T" in value or bool(above),
            is_field=any(key in each for each in (value, above) for key in ("/FT", "/T")),
        )


def _parts(value: DictionaryObject) -> Iterator[Box]:
    """The boxes around its quadrilaterals: a link may stand on two lines."""
    points = [number(each) for each in array(get(value, "/QuadPoints"))[: 8 * MOST_PARTS]]
    for at in range(0, len(points) - 7, 8):
        across, up = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
        yield Box(min(across), min(up), max(across), max(up))


def _is_framed(value: DictionaryObject) -> bool:
    """A frame is usual: none is drawn only where the file says so."""
    style, border = dictionary(get(value, "/BS")), array(get(value, "/Border"))
    return (number(get(style, "/W"), 1.0) if style else number(border[2], 1.0) if len(border) > 2 else 1.0) > 0


def _field_name(value: DictionaryObject) -> str:
    parts: list[str] = []
    for _ in range(DEEPEST):
        if not value:
            break
        parts.append(text(get(value, "/T")) or "")
        value = dictionary(get(value, "/Parent"))
    return ".".join(part for part in reversed(parts) if part)


def bookmarks(parent: DictionaryObject, targets: Targets) -> Iterator[Bookmark]:
    """The lines of the outline; a circle ends where it closes."""
    waiting, seen = [(dict.get(parent, "/First"), 1)], set[int]()
    while waiting and len(seen) < MOST_BOOKMARKS:
        reference, level = waiting.pop()
        value = dictionary(reference)
        key = object_number(reference) or id(value)
        if not value or key in seen:
            continue
        seen.add(key)
        address, page = targets.of(value)
        title = (text(get(value, "/Title")) or "").strip()
        yield Bookmark(level, title, None if address else page, targets.top(value) if page else None)
        waiting.append((dict.get(value, "/Next"), level))
        if level < DEEPEST:
            waiting.append((dict.get(value, "/First"), level + 1))
