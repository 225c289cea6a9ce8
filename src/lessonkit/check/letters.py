"""Letters that look right and read wrong: lost, taken for others, dressed up, or parted by what nobody sees."""

from __future__ import annotations

import re

RARE = re.compile("[^\t\n\r -ÿ–—‘’“”…•€]")
"""A character that is not in most English texts: most of what is looked for here holds one."""
LOST = re.compile("\ufffd|â€[™œ\x9d“”–¦]|Ã[©¨¤¶¼\u00a0¡³±]|Â[£©°·]")
"""The sign for a lost character, and UTF-8 that was read in another code."""
FANCY = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\uff21-\uff5a]{3,}"
    "|[\u1d00-\u1d6a\u02b0-\u02b8\u02e0-\u02e4\u2071\u207f\u0262\u026a\u0274\u0280\u0299\u029c\u029f\ua730\ua731]{3,}"
)
"""Letters of mathematics, in circles or in full width, which are used to look bold; raised ones and small capitals."""
STRUCK = re.compile("(?:\\w[\u0332-\u0338]){2}")
"""Letters with a line through or below each of them."""
PARTED = re.compile("[^\\W\\d_][\u200b\u2060\ufeff][^\\W\\d_]")
"""Characters without width inside of a word."""
LATIN, OTHER = "A-Za-zÀ-ÿ", "\u0370-\u03bb\u03bd-\u052f"
"""Greek and Cyrillic, without the μ of units."""
BORROWED = re.compile(
    rf"\b(?=[^\W\d_]{{3}})(?![A-Z]{{2,}}[{OTHER}]+\b)[{LATIN}{OTHER}]*(?:[{LATIN}][{OTHER}]|[{OTHER}][{LATIN}])[{LATIN}{OTHER}]*"
)
"""A word of letters of two alphabets; in Δx or kΩ they are signs, and Russian may well decline “SMS”."""
TURNED = re.compile("\\S*\u202e\\S*")
"""The sign that turns Latin letters round; that for the other side stands unseen around many a telephone number."""
UNSPEAKABLE = re.compile("[\x00-\x08\x0e-\x1f]")
"""Characters that command a machine, as of words that were written in another code."""
DIALLED = re.compile(r"(?<!\w)[0Oo](?=[Ool]*\d)[\dOol]{2,4}(?: (?=[Ool]*\d)[\dOol]{3,}){1,3}(?!\w)")
"""A telephone number, perhaps with letters in the place of some digits."""
APART = re.compile(r"(?<!\w)(?:[^\W\d_] ){5,}[^\W\d_](?=[\s.,;:!?)”’\"']|$)")
"""Single letters; one with a sign of its own above or below it, as in Hindi, may begin a word."""


def strange(text: str) -> str:
    """What is wrong with the letters of a text, as the end of a sentence; empty if nothing is."""
    return (_of_rare_letters(text) if RARE.search(text) else "") or _of_all_letters(text)


def _of_rare_letters(text: str) -> str:
    if UNSPEAKABLE.search(text):
        return "holds characters that no voice can speak"
    if TURNED.search(text):
        return "holds a sign that turns the text round, so it is read from its end"
    if found := BORROWED.search(text):
        return f"holds “{found[0]}”, whose letters are of two alphabets"
    if found := FANCY.search(text):
        return f"holds “{found[0]}” in letters that are signs of their own, which are read out one by one"
    if STRUCK.search(text):
        return "has lines through or below its letters that are signs of their own"
    if PARTED.search(text):
        return "has characters without width inside of words, which cut them in two"
    return ""


def _of_all_letters(text: str) -> str:
    if found := LOST.search(text):
        return f"holds “{found[0]}”, what is left of a character that was read in another code"
    for number in DIALLED.findall(text):
        if any(map(str.isalpha, number)):
            return f"holds “{number}”, a telephone number with letters in the place of digits"
    if found := APART.search(text):
        return f"holds “{found[0]}”, a word that spaces cut into its letters"
    return ""
