"""The metadata has a title, and its words a language (PDF/UA-1 7.1 and 7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from lessonkit.check.anypdf.facts import PdfFacts
from lessonkit.check.ua1.broken import Broken, rule

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
TITLE_TAG = "{http://purl.org/dc/elements/1.1/}title"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TITLE, UNTOLD, SCHEMA = rule("METADATA-TITLE"), rule("METADATA-LANGUAGE"), rule("ID-SCHEMA")
RULES = frozenset({TITLE, UNTOLD, SCHEMA})


def broken(facts: PdfFacts) -> Iterator[Broken]:
    """Metadata without a title, and words for all languages in a file that names none."""
    try:
        tree = _tree(facts.metadata)
    except (ElementTree.ParseError, ValueError, LookupError):
        return  # the validator judges what cannot be read
    if any("}" not in each.tag for each in tree.iter() if isinstance(each.tag, str)):
        yield Broken(SCHEMA, "the metadata has an element of no namespace, which no reader can follow")
    properties = [each for about in tree.iter(f"{RDF}Description") for each in about]
    if not any(each.tag == TITLE_TAG and any(one is not None for one in _languages(each)) for each in properties):
        yield Broken(TITLE, "the metadata has no title with a language")
    if not facts.language and any(_languages(each) == ["x-default"] for each in properties):
        yield Broken(UNTOLD, "the language of words in the metadata cannot be told")


def _tree(packet: bytes) -> ElementTree.Element:
    if b"<!ENTITY" in packet:
        raise ValueError
    return ElementTree.fromstring(packet.lstrip())


def _languages(one: ElementTree.Element) -> list[str | None]:
    """The languages that a property is written in."""
    return [each.get(LANG) for each in one.iterfind(f"*/{RDF}li")]
