"""From a YAML file to values that know their places, or to one plain sentence for each thing that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.reads import note
from lessonkit.source.values import SourceList, SourceMap, SourceText, Value
from lessonkit.source.yaml_messages import yaml_problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_VALUES = 100_000
"""Also counts what an alias repeats, so that a short file cannot grow without end."""

NULL = frozenset(("", "~", "null", "Null", "NULL"))
TEXT_TAG = "tag:yaml.org,2002:str"
NOT_YAML = yaml.reader.Reader.NON_PRINTABLE
"""The characters that YAML itself excludes, as PyYAML has compiled them already: that takes milliseconds."""
ALSO_INVISIBLE = re.compile("[\r\ufeff]")


def load(path: Path, name: str, problems: list[Problem]) -> SourceMap:
    """The mapping in a YAML file; `name` is what messages call the file.

    problems: receives what is wrong without making the rest unreadable, such as a key that comes twice.
    Raises LessonkitError for a file that is missing, not UTF-8, too large or not YAML.
    """
    text = _text_of(path, name)
    loader = _Loader(text, name, problems)
    try:
        value = loader.document()
    except yaml.MarkedYAMLError as error:
        raise LessonkitError(yaml_problem(error, text, name)) from None
    except yaml.YAMLError as error:
        raise LessonkitError(Problem(Place(name), f"This is not YAML: {error}.")) from None
    if value is None:
        raise LessonkitError(
            Problem(Place(name), "This file is empty.", "Copy a file of the same kind and change its words.")
        )
    if not isinstance(value, SourceMap):
        kind = "a list" if isinstance(value, SourceList) else "only words"
        todo = "Start each line at the left with a key, such as `title: My lesson`."
        raise LessonkitError(Problem(value.place, f"This file must be keys with values, but it is {kind}.", todo))
    return value


def _text_of(path: Path, name: str) -> str:
    """The text of a file, its line ends as plain newlines."""
    note(path)
    place = Place(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise LessonkitError(Problem(place, "This file does not exist.", _nearby(path))) from None
    except IsADirectoryError:
        raise LessonkitError(Problem(place, "This is a folder, not a file.", _inside(path))) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        todo = "Check that you may open it."
        raise LessonkitError(Problem(place, f"This file cannot be read: {reason}.", todo)) from None
    except ValueError:  # a name with a NUL character in it
        raise LessonkitError(Problem(place, "This is not a file name.", "Correct it.")) from None
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1_000_000:.1f} MB"
        todo = "Check that it is the right one, or split it."
        raise LessonkitError(Problem(place, f"This file is {size} large, but may have 2 MB at most.", todo))
    return _decoded(data, name)


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"A character on this line is not UTF-8 (byte 0x{data[error.start]:02x})."
        todo = "Save the file with the encoding UTF-8; in Notepad: Save as, Encoding."
        raise LessonkitError(Problem(Place(name, line), what, todo)) from None
    if found := _control_character(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"There is an invisible control character (U+{ord(found[0]):04X}) on this line."
        raise LessonkitError(Problem(Place(name, line), what, "Delete it, or type the line again."))
    return text


def _control_character(text: str) -> re.Match[str] | None:
    """A character that nobody can see and that no file may hold."""
    return NOT_YAML.search(text) or ALSO_INVISIBLE.search(text)


def _nearby(path: Path) -> str:
    """What the author may have meant, when the file is missing."""
    siblings = sorted(p.name for p in path.parent.glob("*.yaml")) if path.parent.is_dir() else []
    return f"In that folder there is: {', '.join(siblings[:12])}." if siblings else "Check the name and the folder."


def _inside(path: Path) -> str:
    names = sorted(p.name for p in path.glob("*.yaml"))
    return f"Name one of its files: {', '.join(names[:12])}." if names else "Name a .yaml file."


class _Loader:
    """Builds values from the events of libyaml's parser, with limits that no file can get round."""

    def __init__(self, text: str, name: str, problems: list[Problem]) -> None:
        self.text = text
        self.problems = problems
        self.name = name
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
        self.anchors: dict[str, Value] = {}
        self.sizes: dict[str, int] = {}
        self.values = 0

    def document(self) -> Value:
        """The one document of the file; None if it has none."""
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self.value(next(self.events), 1)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            todo = "Keep one definition in each file, and delete the line `---`."
            raise self.error(event, "A second document begins here, after `---`.", todo)
        return value

    def value(self, event: Any, depth: int) -> Value:
        """The value that begins with this event."""
        self.count(event, 1)
        if depth > MAX_DEPTH:
            raise self.error(event, f"Values are nested more than {MAX_DEPTH} deep.", "Write it flatter.")
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.tag not in (None, TEXT_TAG, "!"):
            raise self.error(event, f"The tag `{_tag(event.tag)}` has no meaning here.", "Delete it.")
        before = self.values
        value: Value
        match event:
            case yaml.ScalarEvent():
                value = self.scalar(event)
            case yaml.SequenceStartEvent():
                value = self.sequence(event, depth)
            case _:
                value = self.mapping(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = value
            self.sizes[event.anchor] = self.values - before + 1
        return value

    def scalar(self, event: Any) -> SourceText | None:
        """A text, or None for an empty value or `null`."""
        if event.value in NULL and event.implicit[0] and not event.style:
            return None
        if event.style == '"' and (found := _control_character(event.value)):
            what = f"There is an invisible control character (U+{ord(found[0]):04X}) in this text."
            raise self.error(event, what, "Delete it.")
        place = self.place(event)
        if event.end_mark.line == event.start_mark.line:
            return SourceText(event.value, place)
        origin = self.text[event.start_mark.index : event.end_mark.index]
        if event.style in ("|", ">"):  # the first line holds only the sign
            return SourceText(event.value, Place(self.name, place.line + 1), origin.partition("\n")[2])
        if event.style:  # a quotation mark or a backslash at a line's end must not count as a word
            origin = origin[1:-1].replace("\\\n", "\n")
        return SourceText(event.value, place, origin)

    def sequence(self, event: Any, depth: int) -> SourceList:
        """A list."""
        values = SourceList(self.place(event))
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            place = self.place(item)
            values.add(self.value(item, depth + 1), place)
        return values

    def mapping(self, event: Any, depth: int) -> SourceMap:
        """A mapping; of a key that comes twice the first value stays."""
        values = SourceMap(self.place(event))
        while not isinstance(item := next(self.events), yaml.MappingEndEvent):
            key = self.key(item)
            value = self.value(next(self.events), depth + 1)
            if key in values:
                what = f"The key `{key}` comes twice; it is already on line {values.key_places[key].line}."
                self.problems.append(Problem(self.place(item), what, "Keep one of the two."))
                continue
            values.add(key, value, self.place(item))
        return values

    def key(self, event: Any) -> str:
        """The key that this event is."""
        self.count(event, 1)
        if not isinstance(event, yaml.ScalarEvent) or event.tag not in (None, TEXT_TAG, "!"):
            raise self.error(event, "A key must be a plain word.", "Write `key: value`.")
        if event.value == "<<" and not event.style:
            raise self.error(event, "Merging with `<<` is not supported.", "Write the keys out.")
        return str(event.value)

    def alias(self, event: Any) -> Value:
        """What the anchor of this name stands for."""
        if event.anchor not in self.anchors:
            what = f"`*{event.anchor}` repeats a value that has not been named before."
            raise self.error(event, what, "Put the text in quotation marks if the star is part of it.")
        self.count(event, self.sizes[event.anchor])
        self.values += self.sizes[event.anchor] - 1
        return self.anchors[event.anchor]

    def count(self, event: Any, more: int) -> None:
        self.values += 1
        if self.values + more > MAX_VALUES:
            raise self.error(event, f"This file has more than {MAX_VALUES:,} values.", "Split it.")

    def place(self, event: Any) -> Place:
        """The line on which an event begins."""
        return Place(self.name, event.start_mark.line + 1)

    def error(self, event: Any, what: str, todo: str) -> LessonkitError:
        """An error at the line of an event."""
        return LessonkitError(Problem(self.place(event), what, todo))


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
