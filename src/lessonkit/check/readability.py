"""How hard a text is to read: sentences, words and syllables, without a network or a word list.

The grade is that of Flesch and Kincaid; add 5 for a British reading age. Formulas see neither ideas nor tone, so what
they say is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lessonkit.dataclass import dataclass

END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")
FINISHED = re.compile(r"[.!?…][”’\"')]*$")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ABBREVIATIONS = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St)\.", re.I)

ENOUGH_WORDS = 100
"""Below this, a grade says nothing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What suits an audience: the grade, and how many words a reader can take at once."""

    grade: float
    average: float
    """Words of a sentence, on average."""
    longest: int
    """Words of a sentence."""
    paragraph: int
    """Words of a paragraph."""
    stretch: int
    """Words from one heading to the next."""


LIMITS = {
    "ks1": Limits(2.5, 8, 12, 25, 80),
    "ks2": Limits(4.5, 12, 18, 45, 150),
    "ks3": Limits(6.5, 14, 20, 70, 220),
    "ks4": Limits(8, 16, 24, 90, 300),
    "send": Limits(3, 10, 15, 35, 100),
    "parents": Limits(6, 15, 25, 75, 280),
    "staff": Limits(11, 20, 30, 120, 400),
    "easy": Limits(3, 10, 15, 35, 100),
}


@dataclass(frozen=True, slots=True)
class Readability:
    """A text in numbers."""

    words: int
    average: float
    """Words in a sentence."""
    grade: float
    """Flesch and Kincaid."""


def measure(found: Iterable[str]) -> Readability:
    """The numbers of some sentences."""
    counts = [words(sentence) for sentence in found]
    every = [word for sentence in counts for word in sentence]
    # Names of organisations in capitals are not read letter by letter by the formula's measure.
    ordinary = [word for word in every if not word.isupper() or len(word) == 1]
    if not ordinary:
        return Readability(0, 0.0, 0.0)
    average = len(every) / len(counts)
    by_word = sum(map(syllables, ordinary)) / len(ordinary)
    return Readability(len(every), average, 0.39 * average + 11.8 * by_word - 15.59)


def sentences(text: str) -> Iterator[str]:
    """The finished sentences of a paragraph; a fragment without a full stop is a label and left out."""
    guarded = ABBREVIATIONS.sub(lambda match: match[0].replace(".", "\u2024"), text)
    for sentence in END.split(guarded):
        if FINISHED.search(sentence.strip()) and WORD.search(sentence):
            yield sentence.strip().replace("\u2024", ".")


def words(sentence: str) -> list[str]:
    """Its words; figures and addresses are none."""
    return WORD.findall(re.sub(r"\S*(?:://|@|www\.)\S*", " ", sentence))


SILENT = (
    r"[aeiouy][^aeiouy]*[^aeiouyl]e$",  # make, someone; but not table
    r"[aeiouy]les?$",  # whole, rules
    r"[aeiouy][^aeiouy]*(?:[^aeiouysxzcghl]|th)es$",  # makes; but not pages, boxes, tables
    r"[^aeiouytd]ed$",  # asked; but not wanted
    r"[aeiouy][^aeiouy]+e(?:ly|ty|ful|less|ness)$",  # safely, safety, careful
    r"[aeiouy][^aeiouy]*[^aeiouyl]ements?$",  # statement; but not element
    r"[aeiouy][^aeiouy]+e(?:things?|times?|where|works?|guard(?:s|ed|ing)?)$",  # something, homework, safeguarding
    r"^every",
)
SPOKEN = (
    r"[^aeiouyctgsx]i[ao]|[aeiouy]ing|eos?$",  # media, doing, video
    r"[^aeiouy]n't$",  # doesn't
    r"crea(?![kms]|ture)|idea|area|reali[st]|poe[mt]|quiet|scien|ciet|[st]ual|perien",  # create, area, society, usually
    r"[st]h?m$",  # rhythm, prism
)


@cache
def syllables(word: str) -> int:
    """An estimate: groups of vowels, less the silent ones, plus those that are two."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-"))
    plain = word.lower().replace("’", "'")
    count = len(re.findall(r"[aeiouy]+", plain))
    count -= sum(bool(re.search(pattern, plain)) for pattern in SILENT)
    count += sum(len(re.findall(pattern, plain)) for pattern in SPOKEN)
    return max(count, 1)
