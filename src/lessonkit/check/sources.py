"""The subject of the rules about definitions: what an author wrote and the records it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lessonkit.check.readability import sentences
from lessonkit.dataclass import dataclass
from lessonkit.problems import Place
from lessonkit.source.blocks.chart import Series
from lessonkit.source.blocks.contacts import Contacts
from lessonkit.source.blocks.facts import Facts
from lessonkit.source.blocks.heading import Heading
from lessonkit.source.blocks.message import Message
from lessonkit.source.blocks.picture import Picture
from lessonkit.source.blocks.qr import Qr
from lessonkit.source.blocks.school import School
from lessonkit.source.blocks.terms import Terms
from lessonkit.source.cards import Card
from lessonkit.source.definition import Definition
from lessonkit.source.lesson import Film, Word
from lessonkit.source.library import Library
from lessonkit.source.markdown import (
    MdBlock,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdLink,
    MdParagraph,
    MdStrong,
    MdText,
    parse_markdown,
    walk_blocks,
)
from lessonkit.source.model import Model, key_of
from lessonkit.source.poster import Poster
from lessonkit.source.records import Contact, Fact, Term
from lessonkit.source.values import SourceText

LABELS = frozenset(
    (
        *("title", "subtitle", "heading", "caption", "columns", "name", "label", "need", "moment"),
        *("answers", "word", "with", "resources", "summary", "term", "salutation", "closing"),
    )
)
"""Keys whose texts are labels, not sentences to read."""


@dataclass(frozen=True, slots=True)
class Sources:
    """A definition, the library it draws on, and whether the build is final."""

    definition: Definition
    library: Library
    final: bool = False

    @property
    def audience(self) -> str:
        """Who will read the document."""
        return str(self.definition.audience)

    @property
    def band(self) -> str:
        """Whose reading limits hold."""
        return self.definition.band


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that gets printed."""

    text: SourceText
    label: bool
    """A heading, caption or the like: not a sentence."""


@dataclass(frozen=True, slots=True)
class Use:
    """A contact that the definition prints, and where it says so."""

    contact: Contact
    place: Place


def models(value: Any) -> Iterator[Model]:
    """A model and every model in it, in the order of the fields."""
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from models(each)


def passages(model: Model) -> Iterator[Passage]:
    """Every text in a model that readers see, once each, in the order of the fields."""
    seen: set[int] = set()
    for each in models(model):
        for name in type(each).model_fields:
            label = key_of(name) in LABELS or isinstance(each, Heading)
            for text in _texts(getattr(each, name)):
                if text.tree is not None and id(text) not in seen:
                    seen.add(id(text))
                    yield Passage(text, label)


def _texts(value: Any) -> Iterator[SourceText]:
    if isinstance(value, SourceText):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)


def alts(model: Model) -> Iterator[SourceText]:
    """Every alternative text in a model."""
    return (each.alt for each in models(model) if isinstance(each, Picture) and each.alt is not None)


def inlines(model: Model) -> Iterator[MdInline]:
    """Every inline of every text in a model."""
    for passage in passages(model):
        yield from walk_blocks(parse_markdown(passage.text))


def contacts(subject: Sources) -> Iterator[Use]:
    """Every contact each time that the definition, or a record it prints, names it."""
    known = subject.library.contacts
    named: list[tuple[str, Place]] = []
    for model in models(subject.definition):
        match model:
            case Contacts():
                named += [(str(each), each.place) for each in model.ids]
            case Qr():
                named.append((str(model.contact), model.contact.place))
            case Film() if model.url_contact:
                named.append((str(model.url_contact), model.url_contact.place))
    for printed in (subject.definition, *records(subject)):
        named += [(each.id, each.place) for each in inlines(printed) if isinstance(each, MdContact)]
    yield from (Use(known[name], place) for name, place in named if name in known)


def sentences_of(model: Model) -> Iterator[tuple[str, Place]]:
    """Every finished sentence with the place of its paragraph: without labels, contacts and fields."""
    for passage in passages(model):
        for paragraph in () if passage.label else paragraphs(parse_markdown(passage.text)):
            yield from ((sentence, paragraph.place) for sentence in sentences(spoken(paragraph.inlines)))


def paragraphs(blocks: Iterable[MdBlock]) -> Iterator[MdParagraph]:
    """Every paragraph of a text, those of its lists too."""
    for block in blocks:
        if isinstance(block, MdParagraph):
            yield block
        else:
            for item in block.items:
                yield from paragraphs(item.blocks)


def spoken(content: Iterable[MdInline], line_end: str = " ") -> str:
    """The words of a line as they are read: those of its notes stand elsewhere; contacts and fields have none."""
    parts = []
    for inline in content:
        match inline:
            case MdText():
                parts.append(inline.text)
            case MdStrong() | MdEmphasis() | MdLink():
                parts.append(spoken(inline.children, line_end))
            case MdBreak():
                parts.append(line_end)
    return "".join(parts)


def facts(subject: Sources) -> list[Fact]:
    """The facts it prints or draws."""
    known = subject.library.facts
    named = [name for model in models(subject.definition) if isinstance(model, Facts | Series) for name in model.facts]
    return [known[str(name)] for name in dict.fromkeys(named) if str(name) in known]


def terms(subject: Sources) -> list[Term]:
    """The terms it prints; `all` are those of its audience."""
    blocks = (model for model in models(subject.definition) if isinstance(model, Terms))
    named = (term for block in blocks for term in subject.library.terms_named(block.terms, subject.audience))
    return list({str(term.id): term for term in named}.values())


def records(subject: Sources) -> list[Fact | Term]:
    """The facts and terms it prints."""
    return [*facts(subject), *terms(subject)]


def explained(subject: Sources) -> set[str]:
    """The words that its glossary or its vocabulary says the meaning of."""
    taught = (str(model.word) for model in models(subject.definition) if isinstance(model, Word))
    return {*taught, *(str(term.term) for term in terms(subject))}


def names(contacts: Iterable[Contact]) -> list[str]:
    """What these contacts are called, the longest name first."""
    found = {str(name) for each in contacts for name in (each.name, each.short) if name}
    return sorted(found, key=lambda name: (-len(name), name))


def abbreviations(library: Library) -> set[str]:
    """Words in capitals that are short forms: terms and names of the library have them."""
    known = (*names(library.contacts.values()), *(str(term.term) for term in library.terms.values()))
    return {word for name in known for word in re.findall(r"\b[A-Z]{2,}\b", name)}


def messages(subject: Sources) -> set[str]:
    """The ids of the fixed messages it prints, credits too."""
    blocks = {str(model.message) for model in models(subject.definition) if isinstance(model, Message)}
    large = (model.headline for model in models(subject.definition) if isinstance(model, Poster | Card))
    return blocks | {str(name) for name in large if name} | {str(credit) for credit in subject.definition.credits}


def fields(subject: Sources) -> set[str]:
    """The school details it prints, in texts and in tables to fill in."""
    blocks = (model.school for model in models(subject.definition) if isinstance(model, School))
    named = {inline.name for inline in inlines(subject.definition) if isinstance(inline, MdField)}
    return named.union(*(map(str, names) for names in blocks))
