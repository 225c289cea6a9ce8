"""What a file does by itself when it is opened or leafed through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pypdf.generic import ArrayObject, DictionaryObject

from lessonkit.check.anypdf.cos import array, dictionary, get, name, number, object_number, resolve, text

SMALLEST = 0.5
"""Of the zoom that a file may open at."""
LEFTWARDS = frozenset({"ar", "fa", "he", "iw", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "arc", "syr"})
"""Languages that are written from the right."""
BARS = {"/HideMenubar": "menus", "/HideToolbar": "tools", "/HideWindowUI": "scroll bars"}


def commands(catalog: DictionaryObject, pages: Iterable[DictionaryObject]) -> Iterator[str]:
    """What runs by itself when the file or one of its pages is opened: all but going to a page."""
    actions = [get(catalog, "/OpenAction"), *dictionary(get(catalog, "/AA")).values()]
    actions += [action for page in pages for action in dictionary(get(page, "/AA")).values()]
    kinds = (name(get(action, "/S")) for action in actions if isinstance(resolve(action), DictionaryObject))
    yield from (kind for kind in kinds if kind and kind != "GoTo")


def surprises(catalog: DictionaryObject, pages: list[DictionaryObject]) -> Iterator[str]:
    """How else the file opens in another way than readers expect, as ends of “The file …”."""
    if name(get(catalog, "/PageMode")) == "FullScreen":
        yield "opens over the whole screen"
    hidden = [what for key, what in BARS.items() if get(catalog, "/ViewerPreferences", key) == True]  # noqa: E712
    if hidden:
        yield f"hides the {' and '.join(hidden)} of the window"
    if any(number(get(page, "/Dur")) > 0 for page in pages):
        yield "turns its pages by itself"
    language = (text(get(catalog, "/Lang")) or "").partition("-")[0].casefold()
    if name(get(catalog, "/ViewerPreferences", "/Direction")) == "R2L" and language and language not in LEFTWARDS:
        yield "turns its pages to the right, as for Arabic"
    if get(catalog, "/AcroForm", "/XFA") is not None:
        yield "holds a form (XFA) that few programs show"
    if get(catalog, "/Collection") is not None:
        yield "is a portfolio: few programs show the files in it"
    yield from _first_view(catalog, pages)


def _first_view(catalog: DictionaryObject, pages: list[DictionaryObject]) -> Iterator[str]:
    opening = get(catalog, "/OpenAction")
    target = get(opening, "/D") if isinstance(opening, DictionaryObject) else opening
    if not isinstance(target, ArrayObject):
        return
    first, *rest = array(target)[:5] or [None]
    if pages and object_number(first) in {object_number(page.indirect_reference) for page in pages[1:]}:
        yield "does not open at its first page"
    if rest and name(rest[0]) == "XYZ" and 0 < number(rest[-1]) < SMALLEST:
        yield f"opens at {number(rest[-1]):.0%} of its size"
