"""The Word file holds every part that it refers to, says what kind each is, and has no part that nothing refers to.

A picture that is missing leaves a red cross; a part of an unknown kind makes Word refuse the whole file.

Passes: every picture, head, foot and list is in the file and referred to; one title and dates in the properties.
Fails: a reference to a picture that is not there; a kind of part that is not declared; two titles; a date in words;
text or a picture that is taken from another file.
Fix: In Word, open the file, and save it under another name.
Clause: ISO 29500-2, 8 and 10; DX-E15
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lessonkit.check.docx.names import DC, A, R, W
from lessonkit.check.docx.package import relationships_name, target_name
from lessonkit.check.docx.wordfile import WordFile
from lessonkit.check.rule import Finding, read_rule
from lessonkit.reading import fold

RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
TYPES_PART = "[Content_Types].xml"
DATES = "{http://purl.org/dc/terms/}"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
"""The profile of ISO 8601 that is called W3CDTF."""
PICTURES_ELSEWHERE = f"{A}blip"
OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
TODO = "In Word, save the file under another name."
ELSEWHERE = ("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "RD")
RELATIONS = etree.XPath("//@r:*", namespaces={"r": R[1:-1]})


def check(file: WordFile) -> Iterator[Finding]:
    for found in (_relationships(file), _ids(file), _kinds(file), _unused(file), _properties(file)):
        yield from (RULE.fail(f"{fault}.", TODO) for fault in found)
    for name in file.repeated_parts:
        yield RULE.fail(f"The file has more than one part {name}.", TODO)
    for root in file.text_parts():
        if any(node.get(f"{R}link") and not node.get(f"{R}embed") for node in root.iter(PICTURES_ELSEWHERE)):
            what = "A picture is not in the file, but somewhere else."
            yield RULE.fail(what, "In Word, choose File, Info, Edit Links to Files, Break Link.")
        if any(node.get("Type") == "Link" for node in root.iter(OBJECT)):
            what = "A part of the text is taken from another file, which Word asks for when it opens this one."
            yield RULE.fail(what, "In Word, choose File, Info, Edit Links to Files, Break Link.")
        if next(root.iter(f"{W}altChunk", f"{W}subDoc"), None) is not None:
            what = "A part of the text stands in another file, which Word puts in when it opens this one."
            yield RULE.fail(what, "In Word, open the file, and save it under another name.")
    if elsewhere := next((one for one in file.fields if one.name in ELSEWHERE), None):
        what = f"A field ({elsewhere.name}) takes its words or picture from {elsewhere.argument or 'another file'}."
        yield RULE.fail(what, "In Word, click it and press Ctrl+Shift+F9.", quote=fold(elsewhere.result))


def _relationships(file: WordFile) -> Iterator[str]:
    for part, root in file.trees.items():
        if not part.endswith(".rels"):
            continue
        ids = Counter(node.get("Id", "") for node in root.iter(RELATED))
        yield from (f"{part} has the id {name} twice" for name, times in ids.items() if times > 1)
        for node in root.iter(RELATED):
            target = node.get("Target", "")
            if node.get("TargetMode") == "External" or target.startswith("#"):
                continue
            if target_name(part, target) not in file.parts:
                yield f"{part} refers to {target}, which is not in the file"


def _ids(file: WordFile) -> Iterator[str]:
    """Ids in the text must be those of relationships."""
    for root_name, root in file.trees.items():
        if root_name.endswith(".rels") or root_name == TYPES_PART:
            continue
        related = file.trees.get(relationships_name(root_name))
        known = set() if related is None else {node.get("Id", "") for node in related}
        used = {str(value) for value in RELATIONS(root)}  # type: ignore[union-attr]
        for missing in sorted(used - known - {""}):
            yield f"{root_name} refers to {missing}, which leads nowhere"


def _kinds(file: WordFile) -> Iterator[str]:
    types = file.trees.get(TYPES_PART)
    if types is None:
        yield f"The part {TYPES_PART} is missing"
        return
    endings = {node.get("Extension", "").lower() for node in types.iter(f"{TYPES}Default")}
    named = {node.get("PartName", "").lower() for node in types.iter(f"{TYPES}Override")}
    for part in file.parts:
        ending = part.rpartition(".")[2].lower()
        known = ending in endings or f"/{part}".lower() in named
        if not known and part != TYPES_PART and not part.endswith("/"):
            yield f"The file does not say what kind of part {part} is"


def _unused(file: WordFile) -> Iterator[str]:
    used = {target_name(part, node.get("Target", ""))
            for part, root in file.trees.items() if part.endswith(".rels")
            for node in root.iter(RELATED) if node.get("TargetMode") != "External"}  # fmt: skip
    for part in file.parts:
        if part not in used and part != TYPES_PART and not part.endswith((".rels", "/")):
            yield f"Nothing refers to the part {part}"


def _properties(file: WordFile) -> Iterator[str]:
    core = file.part("core-properties")
    if core is None:
        return
    if len(core.findall(f"{{{DC}}}title")) > 1:
        yield "The properties have two titles"
    for name in ("created", "modified"):
        found = core.find(f"{DATES}{name}")
        if found is not None and not DATE.fullmatch((found.text or "").strip()):
            yield f"The properties have “{(found.text or '').strip()}” as the date when the file was {name}"


RULE = read_rule(__name__, __doc__, check)
