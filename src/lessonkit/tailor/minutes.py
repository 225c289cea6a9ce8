"""A lesson re-cut to the minutes that a class has, between the plans its author made, by the author's priorities."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from lessonkit.dataclass import dataclass
from lessonkit.problems import Place, Problem
from lessonkit.source.values import SourceList, SourceMap, SourceText, items_of


@dataclass(slots=True)
class _Phase:
    """One phase between the two nearest plans."""

    shorter: int
    longer: int
    priority: int
    minutes: int = 0

    @property
    def least(self) -> int:
        """A phase that is taught at all keeps at least what one of the plans gives it."""
        plans = [plan for plan in (self.shorter, self.longer) if plan]
        return min(plans, default=0) if self.shorter else ceil(self.longer / 2)

    @property
    def most(self) -> int:
        return max(self.shorter, self.longer)


def recut(source: SourceMap, minutes: int, place: Place) -> Iterator[Problem]:
    """Leave one plan in a lesson, of this length, with phases that sum to it; yields what forbids that.

    A length between two plans shares out the difference evenly, then minute by minute in the order of `priority`. A
    phase that the shorter plan joins with the next one stands alone again from the middle between the plans.
    """
    plans = sorted(int(plan) for plan in items_of(source.get("minutes")) if str(plan).isdecimal())
    timed = [phase.get("minutes") if isinstance(phase, SourceMap) else None for phase in items_of(source["phases"])]
    if not plans or not all(_complete(each, plans) for each in timed):
        return  # said when the definition is validated
    if not plans[0] <= minutes <= plans[-1]:
        what = f"The phases of this lesson cannot fill {minutes} minutes: they allow {plans[0]} to {plans[-1]}."
        yield Problem(source.key_places.get("minutes", place), what, f"Ask for {plans[0]} to {plans[-1]} minutes.")
        return
    for phase, cut in zip(timed, _cut(source, timed, plans, minutes), strict=True):
        assert isinstance(phase, SourceMap)
        _replace(phase, minutes, cut)
    only = SourceList(source.key_places["minutes"])
    only.add(SourceText(str(minutes), only.place), only.place)
    source.add("minutes", only, only.place)


def _complete(timed: object, plans: list[int]) -> bool:
    return isinstance(timed, SourceMap) and all(str(timed.get(str(plan))).isdecimal() for plan in plans)


def _cut(source: SourceMap, timed: list[SourceMap | None], plans: list[int], minutes: int) -> list[int]:
    """The minutes of each phase."""
    shorter = max(plan for plan in plans if plan <= minutes)
    longer = min(plan for plan in plans if plan >= minutes)
    share = (minutes - shorter) / (longer - shorter) if longer > shorter else 0.0
    phases = [
        _Phase(int(each[str(shorter)]), int(each[str(longer)]), _priority(phase, number))
        for number, (phase, each) in enumerate(zip(source["phases"], timed, strict=True))
        if each is not None
    ]
    for phase in phases:
        phase.minutes = _share(phase, share)
    _settle(phases, minutes)
    return [phase.minutes for phase in phases]


def _priority(phase: SourceMap, number: int) -> int:
    """What the author says; phases without a priority come after the others, in their order."""
    written = str(phase.get("priority"))
    return int(written) if written.isdecimal() else 1000 + number


def _share(phase: _Phase, share: float) -> int:
    """The even share of a phase, rounded down; one that is joined in one of the plans opens from the middle on."""
    if not phase.shorter or not phase.longer:
        opened = share >= 0.5 if not phase.shorter else share < 0.5
        return phase.least if opened and phase.most else 0
    return int(phase.shorter + (phase.longer - phase.shorter) * share)


def _settle(phases: list[_Phase], minutes: int) -> None:
    """Share out what is left, or take back what is too much, one minute after another."""
    taught = sorted((phase for phase in phases if phase.minutes), key=lambda phase: phase.priority)
    while (rest := minutes - sum(phase.minutes for phase in taught)) > 0:
        able = [phase for phase in taught if phase.minutes < phase.most] or taught
        for phase in able[:rest]:
            phase.minutes += 1
    while (rest := sum(phase.minutes for phase in taught) - minutes) > 0:
        able = [phase for phase in reversed(taught) if phase.minutes > phase.least] or taught[::-1]
        for phase in able[:rest]:
            phase.minutes -= 1


def _replace(phase: SourceMap, minutes: int, cut: int) -> None:
    """The one plan of a phase, at the place of its plans."""
    key = str(minutes)
    place = phase.key_places.get(key, phase.place)
    phase.clear()
    phase.key_places.clear()
    phase.add(key, SourceText(str(cut), place), place)
