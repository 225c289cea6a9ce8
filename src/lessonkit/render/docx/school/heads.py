"""The head and foot of a template's pages, with its logo, above and below our own lines."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from lessonkit.render.docx.element import NAMESPACES
from lessonkit.render.docx.package import IMAGES
from lessonkit.render.docx.school.styles import Mapping
from lessonkit.render.docx.school.template import A, R, W, WordTemplate
from lessonkit.render.docx.story import Story

WP = f"{{{NAMESPACES['wp']}}}"
PIC = f"{{{NAMESPACES['pic']}}}"
ADEC = NAMESPACES["adec"]
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
KNOWN = (*(f"{{{NAMESPACES[prefix]}}}" for prefix in ("w", "r", "wp", "a", "pic")), "{http://www.w3.org/XML/")
DROPPED = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "sectPr", "permStart", "permEnd")}
UNREADABLE = (f"{{{NAMESPACES['mc']}}}AlternateContent", f"{W}pict", f"{W}object")
UNWRAPPED = (f"{W}sdt", f"{W}hyperlink", f"{W}smartTag", f"{W}ins")
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def parts_of(template: WordTemplate) -> dict[str, str]:
    """The template's own parts by `header` and `footer`: those of most pages, else those of the first."""
    sections = list(template.tree(template.main).iter(f"{W}sectPr"))
    found: dict[str, str] = {}
    for kind in ("header", "footer"):
        references = {node.get(f"{W}type", ""): node.get(f"{R}id", "") for node in _last(sections, kind)}
        named = references.get("default") or references.get("first")
        target = template.targets(template.main).get(named or "", ("", ""))[1]
        if target in template.parts:
            found[kind] = target
    return found


def _last(sections: list[etree._Element], kind: str) -> list[etree._Element]:
    return list(sections[-1].iterfind(f"{W}{kind}Reference")) if sections else []


def blocks(template: WordTemplate, kind: str, story: Story, mapping: Mapping) -> Iterator[str]:
    """The paragraphs and tables of the template's head or foot, as far as every reader understands them.

    What is left out, and what is changed, is noted in the story.
    """
    part = parts_of(template).get(kind)
    if part is None:
        return
    root = template.tree(part)
    mapping.rename(root)
    _plain(root, kind, story)
    targets = template.targets(part)
    for drawing in list(root.iter(f"{W}drawing")):
        _picture(template, drawing, targets, kind, story)
    etree.cleanup_namespaces(root)
    for block in root:
        if block.tag == f"{W}tbl" or list(block.iter(f"{W}t", f"{W}drawing", f"{W}instrText")):
            yield etree.tostring(block, with_tail=False, encoding="unicode")


def _plain(root: etree._Element, kind: str, story: Story) -> None:
    """Leave out what some readers cannot read, and controls, which have no place in running heads."""
    for node in list(root.iter(*UNREADABLE)):
        story.left_out[f"A text box or old drawing in the {kind} of the template is left out."] = None
        _remove(node)
    for node in [one for one in root.iter() if isinstance(one.tag, str) and one.tag in DROPPED]:
        _remove(node)
    for tag in UNWRAPPED:
        for node in list(root.iter(tag)):
            _unwrap(node)
    for node in root.iter():
        for name in [name for name in map(str, node.attrib) if name[0] == "{" and not name.startswith(KNOWN)]:
            del node.attrib[name]


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    content = node.find(f"{W}sdtContent")
    inside = list(node if content is None else content)
    at = parent.index(node)
    parent[at : at + 1] = inside


def _picture(
    template: WordTemplate, drawing: etree._Element, targets: dict[str, tuple[str, str]], kind: str, story: Story
) -> None:
    """A picture in the line of text, with its file; anything else that is drawn is left out."""
    blip = drawing.find(f".//{PIC}pic//{A}blip")
    file = "" if blip is None else targets.get(blip.get(f"{R}embed", ""), ("", ""))[1]
    ending = file.rpartition(".")[2].lower()
    if blip is None or file not in template.parts or ending not in IMAGES:
        story.left_out[f"A drawing in the {kind} of the template is left out: only PNG and JPEG pictures stay."] = None
        _remove(drawing)
        return
    media = f"word/media/school-{file.rpartition('/')[2]}"
    story.media[media] = template.parts[file]
    for child in list(blip):
        blip.remove(child)
    blip.set(f"{R}embed", story.relationships.add(IMAGE, media))
    _in_line(drawing)
    _described(drawing, kind, story)


def _in_line(drawing: etree._Element) -> None:
    """A floating picture has no place in the reading order."""
    floating = drawing.find(f"{WP}anchor")
    if floating is None:
        return
    inline = etree.SubElement(drawing, f"{WP}inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    for name in (f"{WP}extent", f"{WP}effectExtent", f"{WP}docPr", f"{WP}cNvGraphicFramePr", f"{A}graphic"):
        found = floating.find(name)
        if found is not None:
            inline.append(found)
    drawing.remove(floating)


def _described(drawing: etree._Element, kind: str, story: Story) -> None:
    properties = drawing.find(f".//{WP}docPr")
    if properties is None:
        return
    properties.set("id", str(story.number("picture")))
    if properties.get("descr"):
        return
    said = f"A picture in the {kind} of the template has no alternative text, so it counts as decoration."
    story.left_out[said] = None
    for child in list(properties):
        properties.remove(child)
    extension = etree.SubElement(etree.SubElement(properties, f"{A}extLst"), f"{A}ext", uri=DECORATIVE)
    etree.SubElement(extension, f"{{{ADEC}}}decorative", val="1", nsmap={"adec": ADEC})
    properties.set("descr", "")
