"""Every string in a finished file, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree, html

from lessonkit.check.docx.package import read_package
from lessonkit.check.strings.from_pdf import strings_of_pdf
from lessonkit.check.strings.subject import Said


def strings_in(kind: str, data: bytes) -> tuple[Said, ...]:
    """All that a file of this kind (`pdf`, `docx`, `html`) says. Raises LessonkitError for one that cannot be read."""
    return tuple(said for said in READERS[kind](data) if said.text.strip())


def _docx(data: bytes) -> Iterator[Said]:
    package = read_package(data)
    for name, tree in package.trees.items():
        yield from _tree(tree, f"the part {name}")
    for name, part in package.parts.items():
        yield Said("the name of a part", name)
        # As it is: comments in its XML and what is no XML at all.
        yield Said(f"the text of the part {name}", part.decode("utf-8", "ignore"))


def _html(data: bytes) -> Iterator[Said]:
    yield from _tree(html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")), "the page")


def _tree(root: etree._Element, where: str) -> Iterator[Said]:
    """The words of a tree in one, so that runs do not divide them; each comment and attribute for itself."""
    yield Said(f"the text of {where}", str(root.xpath("string()")))
    for comment in root.iter(etree.Comment, etree.ProcessingInstruction):
        yield Said(f"a comment in {where}", comment.text or "")
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            yield Said(f"the attribute {etree.QName(name).localname} in {where}", str(value))


READERS: dict[str, Callable[[bytes], Iterator[Said]]] = {"pdf": strings_of_pdf, "docx": _docx, "html": _html}
