"""Tailoring: what a teacher asks for, and the definition that comes of it for one class."""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.dataclass import dataclass
from lessonkit.problems import Place, Problem, did_you_mean
from lessonkit.source.editions import Named, edition_of
from lessonkit.source.read import VARIANTS, Tailor, own_names
from lessonkit.source.texts import AUDIENCES
from lessonkit.source.values import SourceMap, SourceText, place_at
from lessonkit.source.variants import EASY, Choice, Resolved, resolve
from lessonkit.tailor.asked import PLAIN, Tailoring
from lessonkit.tailor.minutes import recut
from lessonkit.tailor.offers import ADULTS, missing, offered
from lessonkit.tailor.overrides import override
from lessonkit.tailor.privacy import private

__all__ = ["PLAIN", "Tailoring", "tailor_for", "wrong_options"]


def tailor_for(tailoring: Tailoring, document: Named, stem: str = "") -> Tailor:
    """What makes the definition of one document out of its file.

    stem: the name of its output files, if it is not to say what was asked for.
    """
    return _Tailoring(tailoring, document, stem)


@dataclass(frozen=True, slots=True)
class _Tailoring:
    """Tailors one document."""

    asked: Tailoring
    document: Named
    stem: str

    def __call__(self, source: SourceMap) -> tuple[SourceMap, Resolved]:
        """The definition for one class, every value at its own place, and what came up."""
        chosen, resolved = resolve(source, self.choice(source), VARIANTS)
        for each in missing(self.asked, source, {}, self.document.definition):
            resolved.problems.append(Problem(self.place(source), each.what, each.todo))
        for wanted in self.asked.overrides:
            if wanted.document in ("", self.document.definition, self.document.name):
                resolved.problems.extend(override(chosen, wanted))
        if self.asked.minutes and "phases" in chosen:
            resolved.problems.extend(recut(chosen, self.asked.minutes, self.place(source)))
        self.name(source, chosen)
        resolved.origin = self.origin
        return chosen, resolved

    @property
    def origin(self) -> str:
        """How a Word file remembers what it was made from; empty where its name says it all."""
        from lessonkit.tailor.notation import notation

        plain = self.asked == PLAIN and not self.stem and not self.document.edition
        return "" if plain else notation(self.document.name, self.asked)

    def choice(self, source: SourceMap) -> Choice:
        """The variants that apply, the most specific first."""
        asked = self.asked
        audience = asked.audience if asked.audience in offered(source) else ""
        names = (
            self.document.edition,
            f"{asked.minutes}-minutes" if asked.minutes else "",
            *((f"{audience}-{EASY}", EASY) if asked.easy else ()),
            asked.level,
            f"{audience}-{asked.need}" if audience and asked.need else "",
            audience,
            asked.nation,
            *(name for name in own_names(source) if not audience or name in ADULTS),
        )
        language = "" if asked.language == str(source.get("language", "en-GB"))[:2] else asked.language
        # The plain texts are written for the first pupils of a definition: those lack nothing.
        wanted = "" if asked.asked in own_names(source)[:1] else asked.asked
        return Choice(tuple(dict.fromkeys(name for name in names if name)), wanted, language)

    def name(self, source: SourceMap, chosen: SourceMap) -> None:
        """Give the document its name, layout and readers."""
        edition = edition_of(self.document, source)
        parts = (self.document.name, self.asked.slug)
        _put(chosen, "name", self.stem or "-".join(part for part in parts if part))
        if edition.layout:
            _put(chosen, "layout", edition.layout)
        if readers := edition.audience or self.readers(source):
            _put(chosen, "audience", readers)
        if self.asked.language:
            _put(chosen, "language", self.asked.language)

    def readers(self, source: SourceMap) -> str:
        """The pupils asked for, where pupils are the readers."""
        asked = self.asked.audience
        return asked if asked in offered(source) and source.get("audience") not in ADULTS else ""

    def place(self, source: SourceMap) -> Place:
        return place_at(source, ("audiences",), source.place)


def wrong_options(asked: Tailoring) -> Iterator[Problem]:
    """What contradicts itself in what was asked for, whatever the document."""
    if asked.audience and asked.audience not in AUDIENCES:
        todo = did_you_mean(asked.audience, AUDIENCES, f"There is: {', '.join(AUDIENCES)}.")
        yield Problem(None, f"There is no audience `{asked.audience}`.", todo)
    if asked.need and asked.audience != "send":
        yield Problem(None, "A level of need goes with pupils with SEND.", "Add `--audience send`.")
    for each in asked.overrides:
        if reason := private(each.value):
            todo = "Write it without saying who: documents and packs are kept and shared."
            yield Problem(each.place, f"`{each.value}` {reason}.", todo)


def _put(source: SourceMap, key: str, value: str) -> None:
    place = source.key_places.get(key, source.place)
    source.add(key, SourceText(value, place), place)
