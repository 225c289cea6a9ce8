"""Which language some words are in, by the commonest words of a few languages and by the script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LANGUAGES = {
    "en": "English",
    "cy": "Welsh",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "ro": "Romanian",
}
COMMON = {
    "en": "the and of to in is that it for was with you are not this have be they from what can your if will who "
    "when there their or which we do has at as by but all would so our about does should how them then",
    "cy": "yn y yr a ac i o ar am mae ei eu chi ni nid neu gan wedi hyn bod sydd fydd gyda rhag eich dim os nad oes "
    "yw hwn hon pan fel roedd oedd ddim byddwch cael gallwch",
    "fr": "le la les des et est un une dans pour que qui sur avec pas vous nous ne au aux ce cette ou sont mais plus "
    "par il elle votre vos du en se leur être peut si",
    "de": "der die das und ist nicht ein eine zu den von mit sich auf für dem im sie es auch wenn oder aber wir "
    "ihr werden sind haben dass kann bei einen was wie des zum zur ihre",
    "es": "el la los las de que y en un una es por con para no se del al lo su más como pero sus le ya está son este "
    "esta si porque usted puede",
    "it": "il lo la gli le di che e un una è per con non si del della dei sono più come ma anche nel alla questo "
    "questa se puoi tuo sua ha ai",
    "pt": "o os as de que e um uma é em para com não se do da dos das no na mais como mas por ao sua seu são você pode "
    "está isso",
    "nl": "de het een en van is dat niet in op te met voor zijn aan er maar om ook als bij of uit dan je kan wordt "
    "naar hebben uw deze door wat",
    "pl": "i w nie na się że z do to jest co jak o za dla czy po tak od ale przez ich być jego może są lub które tylko",
    "ro": "și în de la cu nu este pe care un o din mai pentru ce să sau dar fi sunt ca după când este prin copilul",
}
WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language in WORDS if word in WORDS[language])
    for common in WORDS.values()
    for word in common
}
ALL = frozenset(LANGUAGES_OF)
WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 6
FEWEST_COMMON = 3
AHEAD = 3
SHARE = 0.15
"""Of all words: so many common ones make a language likely."""

MANY_WORDS = 60
A_SAMPLE = 6_000
"""Letters: enough to see whether a text is in any language."""
FEW = 0.03
"""Of many words, so few common ones are chance."""
SCRIPTS = {
    "ARABIC": "Arabic script",
    "HEBREW": "Hebrew script",
    "CYRILLIC": "Cyrillic script",
    "GREEK": "Greek script",
    "DEVANAGARI": "Devanagari script",
    "BENGALI": "Bengali script",
    "GURMUKHI": "Gurmukhi script",
    "TAMIL": "Tamil script",
    "THAI": "Thai script",
    "HANGUL": "Korean script",
    "HIRAGANA": "Japanese script",
    "KATAKANA": "Japanese script",
    "CJK": "Chinese script",
}
WRITTEN = {
    "Arabic script": "ar fa ur ps ckb sd ug",
    "Hebrew script": "he iw yi",
    "Cyrillic script": "ru uk bg sr mk be kk ky mn tg",
    "Greek script": "el grc",
    "Devanagari script": "hi ne mr sa",
    "Bengali script": "bn as",
    "Gurmukhi script": "pa",
    "Tamil script": "ta",
    "Thai script": "th",
    "Korean script": "ko",
    "Japanese script": "ja",
    "Chinese script": "zh ja yue cmn",
}
FEWEST_LETTERS = 4
"""Of another script: fewer may be a symbol or a name."""


def detect(text: str, declared: str) -> tuple[str, int, int]:
    """The likeliest language, how many different common words of it there are, and how many of the declared one.

    Empty where there is little to go by, and where no other language has three times as many as the declared one.
    """
    words = WORD.findall(text.casefold())
    common = ALL.intersection(words)
    if len(words) < FEWEST_WORDS or AHEAD * len(common & WORDS.get(declared, frozenset())) > len(common):
        return "", 0, 0
    found = Counter(words)
    counts = Counter(language for word in found for language in LANGUAGES_OF.get(word, ()))
    if not counts:
        return "", 0, 0
    best = max(counts, key=lambda language: counts[language])
    share = sum(count for word, count in found.items() if word in WORDS[best]) / len(words)
    if counts[best] < FEWEST_COMMON or share < SHARE:
        return "", 0, 0
    return best, counts[best], counts[declared]


def is_garbled(text: str) -> bool:
    """Whether many words in Latin letters hold hardly any that is common in a language."""
    words = WORD.findall(text[:A_SAMPLE].casefold())
    if len(words) < MANY_WORDS or script_of(text):
        return False
    common = Counter(language for word in words for language in LANGUAGES_OF.get(word, ()))
    return max(common.values(), default=0) < FEW * len(words)


def script_of(text: str) -> str:
    """The script of most letters if that is not Latin; empty for a few letters."""
    others = [] if text.isascii() else [letter for letter in text if letter > "\u036f" and letter.isalpha()]
    if len(others) < FEWEST_LETTERS:
        return ""
    scripts = Counter(SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "") for letter in others)
    latin = sum(letter.isalpha() and letter <= "\u024f" for letter in text)
    (script, count), *_ = scripts.most_common(1)
    return script if count >= FEWEST_LETTERS and count > latin else ""


def scripts_for(language: str) -> frozenset[str]:
    """The scripts other than Latin that a language is written in."""
    return frozenset(script for script, languages in WRITTEN.items() if language in languages.split())
