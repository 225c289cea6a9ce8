"""Fitting a Word file of ours into a school's template, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lessonkit.render.docx.element import w
from lessonkit.render.docx.package import Relationships
from lessonkit.render.docx.school.colours import darkened_styles, recoloured, school_colours
from lessonkit.render.docx.school.heads import IMAGE, blocks, parts_of
from lessonkit.render.docx.school.numbering import merged_numbering, renumbered
from lessonkit.render.docx.school.styles import Mapping, merged_styles
from lessonkit.render.docx.school.template import R, W, WordTemplate
from lessonkit.render.docx.story import Story

THEME = "word/theme/theme1.xml"
OUR_WORDS = ("word/document", "word/footnotes", "word/header", "word/footer", "word/numbering")
ROOT = re.compile(r"(<w:(hdr|ftr)\b[^>]*?)(/?)>")
EMPTY = w("p", w("pPr", w("pStyle", val="Header")))
"""What a running head without any words must hold."""


def fitted(template: WordTemplate, story: Story, texts: dict[str, str]) -> dict[str, str]:
    """The same parts in the styles, colours, fonts, head and foot of the template.

    What it has no place for is noted in the story, one sentence each.
    """
    used, left = school_colours(template, story.theme)
    made = {name: recoloured(text, used) if name.startswith(OUR_WORDS) else text for name, text in texts.items()}
    made["word/styles.xml"], mapping = merged_styles(
        template, recoloured(texts["word/styles.xml"], used), story.document.language
    )
    made["word/numbering.xml"], lists = merged_numbering(template, made["word/numbering.xml"], mapping)
    for name in made:
        if name.startswith(OUR_WORDS[:-1]):
            made[name] = renumbered(made[name], lists)
    made |= _theme(template, story) | _fonts(template)
    _note(story, left, mapping, template, made)
    made |= dict(_heads(template, story, made, mapping))
    template.notes.update(story.left_out)
    return made


def running_parts_of(template: WordTemplate, story: Story) -> tuple[str, ...]:
    """Which of `header` and `footer` the template brings along; a leaflet has no room for either."""
    return () if story.document.page.word_sides else tuple(parts_of(template))


def _heads(template: WordTemplate, story: Story, made: dict[str, str], mapping: Mapping) -> Iterator[tuple[str, str]]:
    """The running parts with the template's own lines above ours."""
    for kind in running_parts_of(template, story):
        name = f"word/{kind}1.xml"
        with story.writing(name):
            own = "".join(blocks(template, kind, story, mapping))
        yield name, _begun_with(own, made[name])


def _begun_with(own: str, text: str) -> str:
    """A running part with these paragraphs first."""
    found = ROOT.search(text)
    assert found
    before, after = text[: found.end(1)], text[found.end() :]
    return f"{before}>{own or EMPTY}</w:{found[2]}>" if found[3] else f"{before}>{own}{after}"


def _note(story: Story, left: list[str], mapping: Mapping, template: WordTemplate, made: dict[str, str]) -> None:
    """Say in the story what the template has no place for."""
    said = story.left_out
    if added := ", ".join(mapping.added):
        said[f"Styles that the template has none of, added to it: {added}."] = None
    if left:
        names = ", ".join(re.sub(r"(\d)", r" \1", word).capitalize() for word in left)
        said[f"Colours of the template with which words could not be read, so ours stay: {names}."] = None
    if pale := ", ".join(_darkened(story, mapping, made)):
        said[f"Styles of the template whose words are hard to read on white: {pale}. They are in ink instead."] = None
    if story.document.page.word_sides and parts_of(template):
        said["The head and foot of the template are left out of leaflets, which have no room for them."] = None
    if any(node.text and node.text.strip() for node in template.tree(template.main).iter(f"{W}t")):
        said["The text in the template itself is not used."] = None


def _darkened(story: Story, mapping: Mapping, made: dict[str, str]) -> list[str]:
    """The names of styles of the template that are too pale to read, which its copy in the file has in ink."""
    styles = etree.fromstring(made["word/styles.xml"].encode())
    names = list(darkened_styles(styles, mapping, story.theme.styles["body"].colour))
    if names:
        made["word/styles.xml"] = etree.tostring(
            styles, xml_declaration=True, encoding="UTF-8", standalone=True
        ).decode()
    return names


def _theme(template: WordTemplate, story: Story) -> dict[str, str]:
    """The template's theme with the pictures of its backgrounds; ours if it has none."""
    part = template.beside("theme")
    if part not in template.parts:
        return {}
    root = template.tree(part)
    targets = template.targets(part)
    for node in root.iter():
        for name in (f"{R}embed", f"{R}link", f"{R}id"):
            kind, file = targets.get(node.get(name, ""), ("", ""))
            if kind == "image" and file in template.parts:
                media = f"word/media/school-{file.rpartition('/')[2]}"
                story.media[media] = template.parts[file]
                node.set(name, story.links.setdefault(THEME, Relationships()).add(IMAGE, media))
    return {THEME: _text(root)}


def _fonts(template: WordTemplate) -> dict[str, str]:
    """The template's list of fonts, without the fonts that are kept in it."""
    part = template.beside("fontTable")
    if part not in template.parts:
        return {}
    root = template.tree(part)
    for node in [one for one in root.iter() if isinstance(one.tag, str) and one.tag.startswith(f"{W}embed")]:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return {"word/fontTable.xml": _text(root)}


def _text(root: etree._Element) -> str:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
