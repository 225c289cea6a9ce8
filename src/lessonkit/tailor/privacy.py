"""Words that would name a child: they have no place in files that are kept, shared and printed."""

from __future__ import annotations

import re

PEOPLE_KEYS = frozenset(
    (
        *("pupil", "pupils", "child", "children", "student", "students", "learner", "learners", "name", "names"),
        *("pupil-name", "pupil-names", "child-name", "first-name", "surname", "register", "needs", "diagnosis"),
        *("medical", "ehcp", "date-of-birth", "dob", "upn"),
    )
)
"""Keys under which people would write down who is in a class."""

_NAMES = """
aaliyah abdul abigail adam adrian aisha alex alexander alfie ali alice amelia amir amy anna arthur ava ayesha
bella ben benjamin bethany callum cameron charlie charlotte chloe connor daisy daniel david dylan edward eleanor
elijah ella ellie emily emma erin ethan eva evie fatima finley finn florence freddie freya george georgia grace
hannah harriet harrison harry harvey hassan henry holly hugo ibrahim imogen isaac isabella isla ivy jack jacob
jake james jamie jasmine jayden jessica joe jordan joseph joshua jude kai kieran lara layla leah leo lewis liam
lily logan lola louis luca lucas lucy luke maisie maryam mason matthew max megan mia michael millie mohammed
molly muhammad nathan noah oliver olivia omar oscar owen phoebe poppy rebecca reuben rhys riley robert rory
rosie ruby ryan samuel sarah scarlett sebastian seren sienna sofia sophia sophie stanley summer tara teddy theo
theodore thomas toby tommy tyler victoria william willow yusuf zachary zain zara zoe
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Given names that are common in British schools and are not ordinary words; a list can never be whole."""

NEED = re.compile(
    r"\b(?:autis\w+|adhd|dyslexi\w+|dyspraxi\w+|down'?s|epilep\w+|ehcp|diagnos\w+|non-?verbal|pmld|sld|mld|semh)\b",
    re.I,
)
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def private(text: str) -> str:
    """Why a text may name a child: the end of a sentence about it; empty if it seems not to."""
    names = [word for word in WORD.findall(text) if word[0].isupper() and _stem(word) in GIVEN_NAMES]
    if names and NEED.search(text):
        return f"seems to say what {names[0]} needs"
    if names:
        return f"seems to name a child ({names[0]})"
    return ""


def _stem(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower()
