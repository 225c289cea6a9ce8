"""Forms are what they are when they are opened (PDF/UA-1 7.15)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1.broken import Broken, rule

DYNAMIC = rule("DYNAMIC-XFA")
RULES = frozenset({DYNAMIC})
WAY = ("acrobat", "acrobat7", "dynamicRender")


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """A form that is made by the reader, each time it is opened."""
    if facts.form_settings and b"<!ENTITY" not in facts.form_settings:
        try:
            settings = ElementTree.fromstring(facts.form_settings)
        except (ElementTree.ParseError, ValueError, LookupError):
            return
        config = settings if _is(settings, "config") else next((each for each in settings if _is(each, "config")), None)
        for step in WAY:
            config = None if config is None else next((each for each in config if _is(each, step)), None)
        if config is not None and config.text == "required":
            yield Broken(DYNAMIC, "the form is made anew when it is opened (XFA)")


def _is(element: ElementTree.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name
