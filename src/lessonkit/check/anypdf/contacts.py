"""Telephone numbers and mail addresses in words, and whether two of them are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

TELEPHONE = re.compile(r"(?<![\w.,/+-])(?:\+\d|\(?0[1-9]\d)\d*\)?(?:[\s.–/-]{0,2}\(?\d+\)?){1,6}(?![\w%]|[.,]\d)")
"""With a country's code, or with the zero of another place before it."""
DIALS = re.compile(r"[+0]\d")
MAIL = re.compile(r"[^\s@,;:<>()“”]+@[\w-]+(?:\.[\w-]+)+")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
"""Of a telephone number; the second is what E.164 allows."""
LONGEST_CODE = 3
"""Digits of a country."""
A_SLIP = 2
"""Digits: two that have changed places are two."""
WHOLE = ("", "18001", "180010")
"""What may stand before a number of any length: nothing, or what deaf callers in the United Kingdom dial first."""
NOT_DIALLED = re.compile(r"\(0\)|\D")


def digits(number: str) -> str:
    """What is dialled, without zeros before it."""
    return NOT_DIALLED.sub("", number).lstrip("0")


def dialled(address: str) -> str:
    """The digits of an address such as `tel:0800-1111;ext=2`."""
    return digits(re.split("[;,]", address)[0])


def telephones(text: str) -> dict[str, str]:
    """Each telephone number, by its digits."""
    shown = (found[0] for found in TELEPHONE.finditer(text)) if DIALS.search(text) else ()
    return {digits(each): each for each in shown if FEWEST_DIGITS <= len(NOT_DIALLED.sub("", each)) <= MOST_DIGITS}


def mails(text: str) -> set[str]:
    """Each mail address; one alone may go on in the next line, and has a space inside then."""
    if "@" not in text:
        return set()
    joined = "".join(text.casefold().split())
    return {found.casefold() for found in MAIL.findall(text)} | ({joined} if MAIL.fullmatch(joined) else set())


def contacts(text: str) -> set[str]:
    """Each telephone number and mail address."""
    return {*telephones(text), *mails(text)}


def same_number(one: str, other: str) -> bool:
    """Whether two numbers ring the same telephone; a country's code may stand before one."""
    short, long = sorted((one, other), key=len)
    code = long[: len(long) - len(short)] if long.endswith(short) else None
    return code in WHOLE or (code is not None and len(code) <= LONGEST_CODE and len(short) >= FEWEST_DIGITS - 1)


def is_among(known: Iterable[str], contact: str) -> bool:
    """Whether a contact is one of those that are known."""
    return any(contact == each or (contact.isdigit() and same_number(contact, each)) for each in known)


def nearly(one: str, other: str) -> bool:
    """Whether two numbers are as long, and a digit or two apart: one is a slip for the other."""
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and 0 < apart <= A_SLIP


def agree(words: str, others: str) -> bool:
    """Whether both have a contact in common."""
    pairs = product(telephones(words), telephones(others))
    return bool(mails(words) & mails(others)) or any(same_number(one, other) for one, other in pairs)


def differ(words: str, others: str) -> bool:
    """Whether both have contacts, and none in common."""
    return bool(contacts(words) and contacts(others)) and not agree(words, others)
