"""A lesson plan: its phases, its sixteen sections, and how to adapt it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, NonNegativeInt, PositiveInt

from lessonkit.problems import Problem, did_you_mean
from lessonkit.source.blocks import AnyBlock
from lessonkit.source.definition import Definition, Part
from lessonkit.source.model import Model, ids_in, repeated_ids
from lessonkit.source.pack import PackMember
from lessonkit.source.texts import ContactId, IconName, Id, Line, Markdown
from lessonkit.source.values import SourceMap, items_of, place_at


class Film(Model):
    """The film of a lesson: only what is known about it."""

    title: Line
    version_note: Markdown | None = None
    url_contact: ContactId | None = None
    """The contact record of the page from which it comes."""
    minutes: PositiveInt | None = None
    """How long it lasts; None if nobody has said so in public."""


class Phase(Model):
    """A phase of the running order."""

    id: Id
    name: Line
    minutes: dict[PositiveInt, NonNegativeInt]
    """Its minutes in each plan; 0 where it joins the next phase."""
    do: Line
    with_: Line | None = None
    """What it needs."""
    priority: PositiveInt | None = None
    """Which phase gets a minute more, or keeps it, when the lesson is re-cut: 1 comes first."""


class Outcome(Model):
    """What pupils will be able to do."""

    level: Literal["must", "should", "could"]
    text: Line


class Word(Model):
    """A word to teach first."""

    word: Line
    meaning: Line
    icon: IconName | None = None


class Pause(Model):
    """A moment at which the film stops."""

    anchor: Literal["P1", "P2", "P3"]
    moment: Line
    adjust: bool = False
    """True if the moment is likely but not known, so that the teacher moves it after the preview."""
    feeling: Line
    help: Line
    answers: tuple[Line, ...] = ()
    """Words for symbols that pupils can answer with."""
    note: Markdown | None = None


class Viewing(Part):
    """Section 9: the film with its pauses."""

    pauses: tuple[Pause, ...] = ()
    after: tuple[AnyBlock, ...] = ()


class Activity(Part):
    """A main activity of a lesson, where it has no film or more than a film."""

    heading: Line
    icon: IconName | None = None


class Profile(Model):
    """One need and how to adapt the lesson for it."""

    need: Line
    adapt: tuple[Markdown, ...] = Field(min_length=1)


class Differentiation(Part):
    """How to adapt the lesson."""

    blocks: tuple[AnyBlock, ...] = ()
    profiles: tuple[Profile, ...] = Field(min_length=1)


class Lesson(Definition):
    """`type: lesson`."""

    type: Literal["lesson"]
    pupils: Markdown
    group: Markdown
    resources: tuple[Markdown, ...] = Field(min_length=1)
    film: Film | None = None
    minutes: tuple[PositiveInt, ...] = Field(min_length=1)
    """The lengths for which there is a plan."""
    phases: tuple[Phase, ...] = Field(min_length=1)
    before_you_start: Part
    preparation: Part
    objective: Markdown
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    curriculum: Part
    vocabulary: tuple[Word, ...] = Field(min_length=1)
    ground_rules: Part
    baseline: Part
    pre_viewing: Part | None = None
    viewing: Viewing | None = None
    activities: tuple[Activity, ...] = ()
    """What is done besides, in order; a lesson without a film has them in place of watching."""
    discussion: Part
    skills: Part
    endpoint: Part
    plenary: Part
    signposting: Part
    follow_up: Part
    teacher_notes: Part
    differentiation: Differentiation
    pack: tuple[PackMember, ...] = ()
    """What belongs to the lesson when it is packed, in this order."""

    def parts(self) -> dict[str, Part]:
        """The sections that hold blocks, by the author's keys, in order."""
        fields = ((name, getattr(self, name)) for name in type(self).model_fields)
        return {name.replace("_", "-"): part for name, part in fields if isinstance(part, Part)}

    @classmethod
    def early_problems(cls, source: SourceMap) -> Iterator[Problem]:
        """Phases are named once, timed for each plan, and known where a section names one; there is a main activity."""
        yield from repeated_ids(source, "phases")
        yield from _wrong_plans(source)
        yield from _wrong_main_part(source)
        ids = list(dict.fromkeys(ids_in(source, "phases")))
        for path, part in _parts_of(source):
            phase = part.get("phase") if isinstance(part, SourceMap) else None
            if isinstance(phase, str) and phase not in ids:
                todo = did_you_mean(phase, ids, f"The phases are: {', '.join(ids)}.")
                yield Problem(place_at(source, (*path, "phase")), f"There is no phase `{phase}`.", todo)


def _parts_of(source: SourceMap) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    """Whatever may name a phase, with the way to it."""
    yield from (((key,), part) for key, part in source.items())
    yield from ((("activities", number), part) for number, part in enumerate(items_of(source.get("activities"))))


def _wrong_main_part(source: SourceMap) -> Iterator[Problem]:
    """A film is watched, what is watched is a film, and a lesson has one or other activities."""
    film, viewing, activities = (source.get(key) for key in ("film", "viewing", "activities"))
    if film is not None and viewing is None:
        yield Problem(place_at(source, ("film",)), "This film is never watched.", "Add `viewing: …`.")
    if viewing is not None and film is None:
        yield Problem(place_at(source, ("viewing",)), "Here is no film to watch.", "Add `film: …`, or remove this.")
    if film is None and viewing is None and not activities:
        yield Problem(
            source.place, "This lesson has no main activity.", "Add `activities: …`, or a film and `viewing: …`."
        )


def _wrong_plans(source: SourceMap) -> Iterator[Problem]:
    """Each phase has minutes for each plan, and for no other."""
    plans = [str(plan) for plan in items_of(source.get("minutes"))]
    if not plans or not all(plan.isdecimal() for plan in plans):
        return  # The plans themselves are wrong, which is said once.
    for index, phase in enumerate(items_of(source.get("phases"))):
        timed = phase.get("minutes") if isinstance(phase, SourceMap) else None
        if not isinstance(timed, SourceMap):
            continue
        place = place_at(source, ("phases", index, "minutes"))
        for plan in [plan for plan in plans if plan not in timed]:
            what = f"This phase has no minutes for the plan of {plan} minutes."
            yield Problem(place, what, f"Add `{plan}: …`, with 0 if it joins the next phase.")
        for plan in [plan for plan in timed if plan not in plans]:
            what = f"There is no plan of {plan} minutes."
            yield Problem(timed.key_places[plan], what, f"The plans are: {', '.join(plans)}.")
