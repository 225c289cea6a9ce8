"""Our data classes behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lessonkit.dataclass import dataclass

STANDARD = dataclasses.dataclass
BOTH = pytest.mark.parametrize("decorator", [dataclass, STANDARD], ids=["ours", "standard"])


def spot(decorator: Any, **options: Any) -> Any:
    @decorator(**options)
    class Spot:
        """A place."""

        x: int
        name: str = "here"
        notes: list[str] = dataclasses.field(default_factory=list, compare=False)

        @property
        def double(self) -> int:
            return 2 * self.x

    return Spot


@BOTH
@pytest.mark.parametrize("slots", [True, False])
def test_values_defaults_and_methods(decorator: Any, slots: bool) -> None:
    kind = spot(decorator, frozen=True, slots=slots)
    one, other = kind(1), kind(x=1, name="here")
    one.notes.append("a")
    assert (one.x, one.name, one.notes, other.notes, one.double) == (1, "here", ["a"], [], 2)
    assert one == other
    assert hash(one) == hash(other) == hash((1, "here"))
    assert one != kind(2)
    assert one != (1, "here")
    assert repr(one).endswith("Spot(x=1, name='here', notes=['a'])")
    assert hasattr(one, "__dict__") is not slots


@BOTH
@pytest.mark.parametrize("slots", [True, False])
def test_a_class_may_finish_what_was_given(decorator: Any, slots: bool) -> None:
    @decorator(slots=slots)
    class Sum:
        parts: list[int]
        whole: int = dataclasses.field(default=0)

        def __post_init__(self) -> None:
            self.whole = sum(self.parts)

    assert Sum([1, 2]).whole == 3


@pytest.mark.parametrize("option", [{"init": False}, {"kw_only": True}])
def test_fields_that_ours_do_not_know_are_refused_at_once(option: Any) -> None:
    with pytest.raises(TypeError, match="needs the data classes of the standard library"):

        @dataclass()
        class Odd:
            size: int = dataclasses.field(default=0, **option)


@BOTH
def test_a_missing_value_is_refused_by_name(decorator: Any) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'x'"):
        spot(decorator, frozen=True, slots=True)()


@BOTH
def test_frozen_values_stay(decorator: Any) -> None:
    one = spot(decorator, frozen=True)(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        one.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del one.x


@BOTH
def test_what_can_change_has_no_hash(decorator: Any) -> None:
    one = spot(decorator, slots=True)(1)
    one.x = 3
    assert one.x == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@BOTH
def test_without_eq_each_is_itself(decorator: Any) -> None:
    kind = spot(decorator, frozen=True, eq=False, slots=True)
    one, other = kind(1), kind(1)
    assert one != other
    assert {one: "one", other: "other"}[one] == "one"


@BOTH
def test_order_is_that_of_the_values(decorator: Any) -> None:
    kind = spot(decorator, frozen=True, order=True, slots=True)
    assert sorted([kind(2), kind(1, "z"), kind(1, "a")]) == [kind(1, "a"), kind(1, "z"), kind(2)]
    assert kind(1) <= kind(1)
    with pytest.raises(TypeError, match="not supported"):
        assert kind(1) < 2


@BOTH
def test_the_standard_functions_know_them(decorator: Any) -> None:
    one = spot(decorator, frozen=True, slots=True)(1)
    assert dataclasses.is_dataclass(one)
    assert [field.name for field in dataclasses.fields(one)] == ["x", "name", "notes"]
    assert dataclasses.replace(one, name="there") == type(one)(1, "there")
    assert dataclasses.asdict(one) == {"x": 1, "name": "here", "notes": []}
    assert type(one).__match_args__ == ("x", "name", "notes")


@BOTH
def test_a_subclass_has_the_fields_of_its_base_first(decorator: Any) -> None:
    base = spot(decorator, frozen=True, slots=True)

    @decorator(frozen=True, slots=True)
    class Wide(base):  # type: ignore[misc, valid-type]
        """More of it."""

        width: float = 1.0

    wide, narrow = Wide(1, "here", [], 2.0), base(1)
    assert (wide.x, wide.width) == (1, 2.0)
    assert wide != narrow
    assert hash(Wide(1)) == hash((1, "here", 1.0))


@BOTH
def test_a_method_of_its_own_stays(decorator: Any) -> None:
    @decorator(frozen=True, slots=True)
    class Pair:
        """Two."""

        a: int
        b: int

        def __iter__(self) -> Iterator[int]:
            return iter((self.a, self.b))

        def __repr__(self) -> str:
            return f"{self.a}/{self.b}"

        def __hash__(self) -> int:
            return 7

    assert (repr(Pair(1, 2)), hash(Pair(1, 2)), [*Pair(1, 2)]) == ("1/2", 7, [1, 2])


@dataclass(frozen=True, slots=True)
class Kept:
    """Stands in a module, so that it can be pickled."""

    path: Path
    inside: tuple[Kept, ...] = ()


def test_pickling_and_copying_keep_the_values() -> None:
    one = Kept(Path("a"), (Kept(Path("b")),))
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == copy.copy(one) == one
