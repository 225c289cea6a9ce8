"""Telephone numbers and mail addresses in words, in a form that can be compared."""

from __future__ import annotations

import re
from itertools import product

TELEPHONE = re.compile(r"(?<![\w.,/+-])(?:\+\d|\(?0[1-9]\d)\d*\)?(?:[\s.–/-]{0,2}\(?\d+\)?){1,6}(?![\w%]|[.,]\d)")
"""With a country's code, or with the zero of another place before it."""
MAIL = re.compile(r"[^\s@,;:<>()“”]+@[\w-]+(?:\.[\w-]+)+")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
"""Of a telephone number; the second is what E.164 allows."""
NOT_DIALLED = re.compile(r"\(0\)|\D")


def telephones(text: str) -> set[str]:
    """The digits of each telephone number, without zeros before them."""
    numbers = (NOT_DIALLED.sub("", found[0]) for found in TELEPHONE.finditer(text))
    return {number.lstrip("0") for number in numbers if FEWEST_DIGITS <= len(number) <= MOST_DIGITS}


def contacts(text: str) -> set[str]:
    """Each telephone number and mail address."""
    return telephones(text) | {found[0].casefold() for found in MAIL.finditer(text)}


def agree(words: str, others: str) -> bool:
    """Whether both have a contact in common; a country's code may stand before a number.

    A mail address that goes on in the next line has a space inside.
    """
    joined = "".join(words.casefold().split())
    pairs = product(contacts(words), contacts(others))
    return any(b in joined or a.endswith(b) or b.endswith(a) for a, b in pairs)


def differ(words: str, others: str) -> bool:
    """Whether both have contacts, and none in common."""
    return bool(contacts(words) and contacts(others)) and not agree(words, others)
