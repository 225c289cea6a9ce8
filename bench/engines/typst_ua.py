"""Typst: one source file, compiled again for each school's name in `sys.inputs`; PDF/UA-1."""

from __future__ import annotations

import re
from pathlib import Path

import typst

from bench import content, look


def preamble(at: look.Look) -> str:
    """What stands before the words."""
    return f"""
#let school = sys.inputs.at("school")
#set document(title: TITLE)
#set text(font: "{look.FAMILY}", size: {at.body}pt, lang: "en", region: "GB", fill: rgb("{look.INK}"), hyphenate: false,
  top-edge: 0.8em, bottom-edge: -0.2em)
#set page(
  paper: "a4", margin: (x: {look.MARGIN_X_MM}mm, y: {look.MARGIN_Y_MM}mm),
  header: text(size: {at.running}pt, fill: rgb("{look.MUTED}"), TITLE),
  footer: context text(size: {at.running}pt, fill: rgb("{look.MUTED}"))[
    #school · Page #counter(page).display() of #counter(page).final().first()],
)
#set par(leading: {at.leading - 1:.2f}em, spacing: {at.leading - 1:.2f}em + {at.after}pt, justify: false)
#set list(spacing: {at.leading - 1:.2f}em + {at.item_after}pt, indent: 4pt, body-indent: 8pt)
#set enum(spacing: {at.leading - 1:.2f}em + {at.item_after}pt, indent: 4pt, body-indent: 8pt)
#show heading: set text(fill: rgb("{look.ACCENT}"), weight: "bold")
#show heading.where(level: 1): set text(size: {at.heading_2}pt)
#show heading.where(level: 1): set block(above: {at.before_heading + 6}pt, below: 11pt)
#show heading.where(level: 2): set text(size: {at.heading_3}pt)
#show heading.where(level: 2): set block(above: {at.before_heading}pt, below: 9pt)
#show title: set text(size: {at.title}pt, fill: rgb("{look.ACCENT}"), weight: "bold")
#show link: set text(fill: rgb("{look.LINK}"))
#show link: underline
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure: set align(left)
#show figure.caption: it => text(size: {at.caption}pt, fill: rgb("{look.MUTED}"), it.body)
#show table.cell: set text(size: {at.cell}pt)
#show table.cell.where(y: 0): set text(fill: white, weight: "bold")
#show table.cell.where(x: 0): set text(weight: "bold")
#set table(
  inset: {at.padding}pt, stroke: (x: none, top: none, bottom: 0.75pt + rgb("{look.RULE}")), align: left,
  fill: (x, y) => if y == 0 {{ rgb("{look.ACCENT}") }},
)
#let callout(name, body) = block(
  width: 100%, breakable: true, fill: rgb("{look.SOFT}"), inset: {2 * at.padding}pt,
  stroke: (left: {at.bar}pt + rgb("{look.ACCENT}")),
)[#text(size: {at.heading_3}pt, strong(name)) #parbreak() #body]

#title()
"""


class Typst:
    """A compiler that stays open, as its own command does while it watches a file."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        source = pictures / f"{work.name}.typ"
        source.write_text(document(work), "utf-8")
        self.compiler = typst.Compiler(
            str(source), root=str(pictures), font_paths=[str(look.FONTS)], ignore_system_fonts=True
        )

    def build(self, school: str) -> bytes:
        """The document for this school."""
        made = self.compiler.compile(format="pdf", sys_inputs={"school": school}, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made


def open_engine(work: content.Work, pictures: Path) -> Typst:
    """Typst with this document."""
    return Typst(work, pictures)


def document(work: content.Work) -> str:
    """The source; the school's name is looked up while it is compiled."""
    blocks = "\n\n".join(map(_block, work.blocks))
    return preamble(look.LOOKS[work.name]).replace("TITLE", f'"{work.title}"') + "\n" + blocks + "\n"


def _block(block: content.Block) -> str:
    match block:
        case content.Heading():
            return f"{'=' * (block.level - 1)} {_words(block.words)}"
        case content.Paragraph():
            return _words(block.words)
        case content.Items():
            mark = "+" if block.numbered else "-"
            return "\n".join(f"{mark} {_words(item)}" for item in block.items)
        case content.Table():
            head = "".join(map(_cell, block.head))
            cells = "".join(_cell(cell) for row in block.rows for cell in row)
            columns = ", ".join(f"{width}fr" for width in block.widths)
            table = f"table(columns: ({columns}), table.header({head}), {cells})"
            return f"#figure(kind: table, caption: [{_escaped(block.caption)}], {table})"
        case content.Callout():
            body = "\n\n".join(map(_words, block.paragraphs))
            return f"#callout[{_escaped(block.title)}][{body}]"
        case content.Figure():
            image = f'image("{block.file}", width: {block.width_mm}mm, alt: "{block.alt}")'
            return f"#figure(caption: [{_escaped(block.caption)}], {image})"


def _cell(text: str) -> str:
    return f"[{_escaped(text)}], "


def _words(words: content.Words) -> str:
    return "".join(map(_span, words))


def _span(span: content.Span) -> str:
    if span.school:
        return "#school"
    if span.address:
        return f'#link("{span.address}")[{_escaped(span.text)}]'
    return f"#strong[{_escaped(span.text)}]" if span.bold else _escaped(span.text)


def _escaped(text: str) -> str:
    """Text in which nothing is a command; the first character after `#school` could be read as one, too."""
    return re.sub(r"([\\#*_`$<>@~=+\-/.(\[\]'\"])", r"\\\1", text)
