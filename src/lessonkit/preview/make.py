"""Writing pictures of documents: pages, sheets, and comparisons of two builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.build import Workshop, composed_of, rendered
from lessonkit.dataclass import dataclass
from lessonkit.output import OutputFolder
from lessonkit.preview.compare import Compared, compare
from lessonkit.preview.pages import pages, png
from lessonkit.preview.sheet import contact_sheet
from lessonkit.problems import LessonkitError, Place, Problem
from lessonkit.source.editions import Named

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Difference:
    """What has become of the pages of one file."""

    name: str
    pages: tuple[Compared, ...]
    new: bool = False
    """There was none before."""

    @property
    def said(self) -> str:
        """In words, for a line."""
        if self.new:
            return "there was none before"
        if not self.pages:
            return "looks the same"
        return "; ".join(f"page {each.page}: {each.what}" for each in self.pages)


def drawn(documents: Iterable[Named], workshop: Workshop, theme: str = "") -> Iterator[tuple[str, bytes]]:
    """The PDF files of documents as they would be built now, by their names."""
    for document in documents:
        yield from rendered(composed_of(document, workshop, theme), workshop).items()


def read_files(path: Path) -> dict[str, bytes]:
    """The PDF files in a folder, or the one that is named; raises LessonkitError if there is none."""
    files = sorted(path.glob("*.pdf")) if path.is_dir() else [path] if path.is_file() else []
    if not files:
        todo = "Name a folder with PDF files, such as `output`, or one such file."
        raise LessonkitError(Problem(Place(path.as_posix()), "There is no PDF here.", todo))
    return {file.name: file.read_bytes() for file in files}


def page_pictures(name: str, data: bytes) -> dict[str, Image]:
    """Each page of a PDF file and a sheet of all of them, by the names of their files."""
    found, stem = pages(data, name), name.removesuffix(".pdf")
    shown = [(f"{stem}, page {number}", page) for number, page in enumerate(found, 1)]
    sheet = contact_sheet(name, shown)
    width = len(str(len(found)))
    return {f"{stem}.png": sheet} | {f"{stem}-{n:0{width}}.png": page for n, page in enumerate(found, 1)}


def differences(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[Difference]:
    """What has changed in each file that there is now; a file alone is held against the only one before."""
    for name, data in after.items():
        old = before.get(name)
        if old is None and len(before) == len(after) == 1:
            (old,) = before.values()
        if old == data:
            yield Difference(name, ())
            continue
        was = pages(old, name) if old is not None else []
        yield Difference(name, tuple(compare(was, pages(data, name))), old is None)


def sheet_of(difference: Difference) -> Image:
    """The changed pages of a file, before and after side by side."""
    pairs = ((("before", each.before), ("after", each.after)) for each in difference.pages)
    both = [
        (f"page {page.page}, {when}: {page.what}", picture)
        for page, pair in zip(difference.pages, pairs, strict=True)
        for when, picture in pair
    ]
    broad = any(picture.width > picture.height for _, picture in both)
    across = 2 if broad or len(both) == 2 else 4
    return contact_sheet(f"{difference.name}: before and after", both, across)


def write(folder: Path, pictures: Mapping[str, Image]) -> None:
    """Write pictures into a folder, all or none."""
    OutputFolder(folder).write({name: png(picture) for name, picture in pictures.items()})
