"""Data classes that start fast: those of `dataclasses`, whose methods are made when they are first called.

The standard decorator compiles seven functions for each class at import, called or not: that was a fifth of the start
of a build. Fields, slots, defaults and `replace` are still the standard library's.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

Method = Callable[..., Any]


def _dataclass(
    cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, order: bool = False, slots: bool = False
) -> Any:
    """The class with the fields and methods that `dataclasses.dataclass` would give it."""
    if cls is None:
        return lambda cls: _dataclass(cls, frozen=frozen, eq=eq, order=order, slots=slots)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    if not all(field.init and not field.kw_only for field in dataclasses.fields(made)):
        raise TypeError(f"{cls.__qualname__} needs the data classes of the standard library: it has other fields.")
    methods: dict[str, Any] = {"__init__": _at_first_call(made, "__init__", _init), "__repr__": _repr}
    if eq:
        methods["__eq__"] = _at_first_call(made, "__eq__", _eq)
        methods["__hash__"] = _at_first_call(made, "__hash__", _hash) if frozen else None
    if order:
        methods |= {f"__{name}__": _ordered(made, getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    own = cls.__dict__
    for name, method in methods.items():
        if name not in own or (name == "__hash__" and own[name] is None and "__eq__" not in own):
            setattr(made, name, method)
    return made


def _at_first_call(cls: Any, name: str, make: Callable[[Any], Method]) -> Method:
    """A method that puts the real one in its own place when it is first called."""

    def stand_in(*arguments: Any, **named: Any) -> Any:
        method = make(cls)
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(*arguments, **named)

    return stand_in


def _init(cls: Any) -> Method:
    """`__init__`. It sets frozen slots by their descriptors, which is quicker than `object.__setattr__`."""
    frozen = cls.__setattr__ is _refuse_to_set
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_made_{name}"] = field.default_factory
            parameters.append(f"{name}=_absent")
            value = f"_made_{name}() if {name} is _absent else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        slot: Any = getattr(cls, name, None)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif hasattr(slot, "__set__"):
            known[f"_set_{name}"] = slot.__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return _compiled(f"def __init__({', '.join(parameters)}):", lines or ["pass"], known)


def _eq(cls: Any) -> Method:
    mine, other = _values(cls, "self"), _values(cls, "other")
    lines = ["if other.__class__ is self.__class__:", f" return {mine} == {other}", "return NotImplemented"]
    return _compiled("def __eq__(self, other):", lines, {})


def _hash(cls: Any) -> Method:
    return _compiled("def __hash__(self):", [f"return hash({_values(cls, 'self')})"], {})


def _values(cls: Any, name: str) -> str:
    """What is compared, as the source of a tuple."""
    return "(" + "".join(f"{name}.{field.name}, " for field in dataclasses.fields(cls) if field.compare) + ")"


def _compiled(head: str, lines: list[str], known: dict[str, Any]) -> Method:
    found: dict[str, Method] = {}
    exec("\n ".join((head, *lines)), known, found)
    return found.popitem()[1]


def _repr(self: Any) -> str:
    """`Text(text='a', language=None)`."""
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _ordered(cls: Any, compare: Callable[[Any, Any], bool]) -> Method:
    """`__lt__` or one of its siblings."""
    values = [field.name for field in dataclasses.fields(cls) if field.compare]

    def method(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple(getattr(self, name) for name in values), tuple(getattr(other, name) for name in values))

    return method


def _refuse_to_set(self: Any, name: str, value: Any) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What pickling and copying keep."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
