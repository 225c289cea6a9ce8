"""The Word file says which language it is in, and says the same everywhere.

A screen reader chooses its voice by the language; read by the wrong voice, words cannot be understood.

Passes: default text, theme fonts and properties are all en-GB.
Fails: the default text has no language, or the properties say en-US; it says fr, and the words are English.
Fix: In Word, select all, Review, Language, Set Proofing Language, Set As Default.
Clause: EN 301 549 10.3.1.1; WCAG 2.2 SC 3.1.1; DX-E02
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule

TODO = "In Word, choose Review, Language, Set Proofing Language."
WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 12
"""So many common words are no accident."""
COMMON_WORDS = """
en: the and of to is that it you for with are your not this from have who
fr: le la les des et est une dans pour que qui vous pas avec sur ce votre
de: der die das und ist nicht ein eine mit für auf den von sie dem zu
es: el los las y es una en que para con por del se su no como
it: il di e è che per una con non del della sono gli nel si
pl: i w z na nie się jest do to że jak dla są od po
cy: y yr yn mae a ac i o ar eich gyda am hyn ei chi wedi
nl: de het een en van is niet op te dat voor met zijn je aan
"""
"""The commonest words of some languages."""
COMMON = {line[:2]: frozenset(line[4:].split()) for line in COMMON_WORDS.strip().splitlines()}


def check(file: WordFile) -> Iterator[Finding]:
    place = file.source.place if file.source else None
    wanted = file.source.language if file.source else file.language
    if not file.language:
        yield RULE.fail("The Word file has no language for its text.", TODO, place)
    # Word itself writes no language into the properties, and other programs none for the theme, which none reads out.
    say = RULE.fail if file.source else RULE.review
    stated = {"theme fonts": file.theme_language, "properties": file.core_language}
    for where, language in stated.items():
        if not language and (file.source or where == "properties"):
            yield say(f"The Word file has no language for its {where}.", TODO, place)
        elif language and wanted and _differ(language, wanted, exactly=bool(file.source)):
            yield RULE.fail(f"The Word file says {language}, not {wanted}, for its {where}.", TODO, place)
    if file.language and file.language != wanted:
        yield RULE.fail(f"The Word file says {file.language}, not {wanted}, for its text.", TODO, place)
    yield from _of_other_words(file)


def _differ(one: str, other: str, exactly: bool) -> bool:
    """Word writes the language of the program, not the text, for the theme: there only en against fr matters."""
    return one != other if exactly else one.lower().partition("-")[0] != other.lower().partition("-")[0]


def _of_other_words(file: WordFile) -> Iterator[Finding]:
    """The commonest words of the text must be those of its language."""
    told = file.language.lower().partition("-")[0]
    words = Counter(WORD.findall(" ".join(file.lines()).lower()))
    counts = {language: sum(words[word] for word in common) for language, common in COMMON.items()}
    likely = max(counts, key=lambda language: counts[language])
    if told in COMMON and counts[likely] >= ENOUGH and counts[likely] > 2 * counts[told]:
        what = f"The Word file says that its text is in {told}, but it reads like {likely}."
        yield RULE.review(what, TODO, file.place(""))


RULE = read_rule(__name__, __doc__, check)
