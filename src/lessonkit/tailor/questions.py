"""What a school is asked about itself, in which order, and why: the questions of `lessonkit school`."""

from __future__ import annotations

import re

from lessonkit.dataclass import dataclass

Item = dict[str, str]
"""The details of one entry of a list by their keys."""


@dataclass(frozen=True, slots=True)
class Question:
    """One detail, or the entries of one list."""

    key: str
    """As `school.yaml` and `--set` call it: `dsl.name`."""
    title: str
    why: str
    """What it is for, in a sentence; how to write it, if that is not plain."""
    only_with: str = ""
    """The key of another detail without which this one means nothing."""

    @property
    def is_list(self) -> bool:
        """True if it asks for one entry after the other."""
        return self.key in LISTS


QUESTIONS = (
    Question("name", "School name", "It stands on covers and at the foot of every page."),
    Question("address", "Address, on one line", "Letters and the page about your school give it."),
    Question("phone", "School phone", "Families who are worried call it."),
    Question("email", "School e-mail", "For families who would rather write."),
    Question("web", "School website", "Printed where families look for more. Write all of it: https://…"),
    Question(
        "logo.file",
        "Logo",
        "It stands beside the title and on the back of leaflets. Copy the picture into sources/images and write "
        "its path from the folder sources, such as images/logo.png.",
    ),
    Question("logo.alt", "What the logo shows", "People who cannot see it hear this.", only_with="logo.file"),
    Question("dsl.name", "Designated Safeguarding Lead", "Pupils, families and staff must know whom to tell."),
    Question("dsl.phone", "Phone of the Designated Safeguarding Lead", "So that nobody has to look for it."),
    Question(
        "deputies",
        "Deputy",
        "Somebody must be there when the lead is not. Write a name, and a phone number after a comma if there is one.",
    ),
    Question("senco.name", "Special educational needs coordinator", "Plans for pupils with SEND name this person."),
    Question("local-authority.name", "Local authority", "The council in whose area the school lies."),
    Question(
        "local-authority.children-social-care",
        "Phone of children’s social care there",
        "Whoever is worried about a child can call it.",
    ),
    Question("nation", "Nation", "Law and guidance differ. Write England, Wales, Scotland or Northern Ireland."),
    Question(
        "term-dates",
        "Term",
        "Plans can name the week. Write its name and two days: Autumn 2026-09-02 2026-12-18.",
    ),
)
"""In the order in which they are asked."""

LISTS = {"deputies": ("name", "phone"), "term-dates": ("name", "start", "end")}
"""The keys of what an entry holds."""

TERM = re.compile(
    r"(?P<name>.+?)[\s,:]+(?:from )?(?P<start>\d[\d-]*)(?:\s*(?:to|until|–|,)\s*|\s+)(?P<end>\d[\d-]*)", re.IGNORECASE
)
"""The days are looked at by the rules of `school.yaml`."""
PHONE_AFTER = re.compile(r"(?P<name>.*?)\s*,\s*(?P<phone>[+(]?\d.*)")


def entry(key: str, answer: str) -> Item | None:
    """What an answer says of one entry of a list; None for one that cannot be understood."""
    if key == "deputies":
        found = PHONE_AFTER.fullmatch(answer)
        return found.groupdict() if found else {"name": answer}
    found = TERM.fullmatch(answer)
    return found.groupdict() if found else None


def shown(key: str, item: Item) -> str:
    """An entry as an answer gives it."""
    separator = ", " if key == "deputies" else " "
    return separator.join(item[name] for name in LISTS[key] if item.get(name))
