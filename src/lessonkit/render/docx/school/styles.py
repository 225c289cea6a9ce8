"""Styles of a template and of ours in one part: where both have one of a name, the template's is the one."""

from __future__ import annotations

from lxml import etree

from lessonkit.dataclass import dataclass
from lessonkit.render.docx.school.template import W, WordTemplate, value

REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
"""Elements that name a style."""
PLAIN = ("Normal", "TableNormal")
"""What paragraph and table styles are based on that are not variants of others."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the styles of a template become ours."""

    ids: dict[str, str]
    """The template's ids that change → what they become."""
    taken: tuple[str, ...]
    """Names of our styles that the template has too."""
    added: tuple[str, ...]
    """Names of those that it lacks and could have; those that are only variants for boxes are left out."""

    def rename(self, root: etree._Element) -> None:
        """Let everything in a part of the template name styles by our ids."""
        for name in REFERENCES:
            for node in root.iter(f"{W}{name}"):
                identifier = node.get(f"{W}val", "")
                node.set(f"{W}val", self.ids.get(identifier, identifier))


def merged_styles(template: WordTemplate, ours: str, language: str) -> tuple[str, Mapping]:
    """The styles part, and how it came about. ours: our own styles part."""
    root = template.tree(template.beside("styles") or "")
    own = etree.fromstring(ours.encode())
    mapping = _map(root, own)
    for style in root.iterfind(f"{W}style"):
        identifier = style.get(f"{W}styleId", "")
        style.set(f"{W}styleId", mapping.ids.get(identifier, identifier))
        _speak_the_language_of_the_document(style)
    mapping.rename(root)
    _outline(root)
    there = {style.get(f"{W}styleId") for style in root.iterfind(f"{W}style")}
    root.extend([style for style in own.iterfind(f"{W}style") if style.get(f"{W}styleId") not in there])
    _defaults(root, own, language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode(), mapping


def _map(root: etree._Element, own: etree._Element) -> Mapping:
    """Word knows its own styles by name in every language, and ids differ: `berschrift1` is named `heading 1`."""
    theirs = {(_kind(style), value(style, "name").casefold()): _id(style) for style in root.iterfind(f"{W}style")}
    ids: dict[str, str] = {}
    taken, added = [], []
    for style in own.iterfind(f"{W}style"):
        name = value(style, "name")
        there = theirs.get((_kind(style), name.casefold()))
        if there is None:
            added.extend([name] if value(style, "basedOn") in PLAIN else [])
        else:
            ids[there] = _id(style)
            taken.append(name)
    ours = {_id(style) for style in own.iterfind(f"{W}style")}
    for identifier in theirs.values():
        if identifier in ours and identifier not in ids:
            ids[identifier] = f"{identifier}OfSchool"
    return Mapping(ids, tuple(taken), tuple(added))


def _kind(style: etree._Element) -> str:
    return style.get(f"{W}type", "paragraph")


def _id(style: etree._Element) -> str:
    return style.get(f"{W}styleId", "")


def _speak_the_language_of_the_document(style: etree._Element) -> None:
    for node in list(style.iter(f"{W}lang")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _outline(root: etree._Element) -> None:
    """Every heading style has the outline level by which programs know it."""
    for style in root.iterfind(f"{W}style"):
        name = value(style, "name").casefold()
        if name.startswith("heading ") and name[8:].isdecimal() and style.find(f".//{W}outlineLvl") is None:
            _paragraph_properties(style).append(_element("outlineLvl", val=str(int(name[8:]) - 1)))


def _paragraph_properties(style: etree._Element) -> etree._Element:
    found = style.find(f"{W}pPr")
    if found is not None:
        return found
    made = etree.Element(f"{W}pPr")
    after = next((child for child in style if etree.QName(child).localname in ("rPr", "tblPr", "trPr", "tcPr")), None)
    style.insert(len(style) if after is None else style.index(after), made)
    return made


def _defaults(root: etree._Element, own: etree._Element, language: str) -> None:
    """The template's fonts and sizes of everything; the language is the document's."""
    mine = own.find(f"{W}docDefaults")
    theirs = root.find(f"{W}docDefaults")
    run = None if theirs is None else theirs.find(f"{W}rPrDefault/{W}rPr")
    if mine is not None and (theirs is None or run is None):
        if theirs is not None:
            root.remove(theirs)
        root.insert(0, mine)
    elif run is not None:
        for node in list(run.iterfind(f"{W}lang")):
            run.remove(node)
        run.append(_element("lang", val=language, eastAsia=language, bidi=language))


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{W}{name}", {f"{W}{key}": text for key, text in attributes.items()})
