"""WeasyPrint: an HTML page and a style sheet; PDF/UA-1."""

from __future__ import annotations

from html import escape
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from bench import content, look


def style_sheet(at: look.Look) -> str:
    """The style sheet."""
    return f"""
@font-face {{ font-family: Bench; src: url({look.REGULAR.as_uri()}); font-weight: 400 }}
@font-face {{ font-family: Bench; src: url({look.BOLD.as_uri()}); font-weight: 700 }}
@page {{
  size: A4; margin: {look.MARGIN_Y_MM}mm {look.MARGIN_X_MM}mm;
  @top-left {{ content: string(title); font: {at.running}pt Bench; color: {look.MUTED} }}
  @bottom-left {{
    content: string(school) " · Page " counter(page) " of " counter(pages);
    font: {at.running}pt Bench; color: {look.MUTED}
  }}
}}
html {{ font: {at.body}pt/{at.leading} Bench; color: {look.INK} }}
body {{ margin: 0 }}
header {{ string-set: school attr(data-school) }}
h1 {{ string-set: title content(); font-size: {at.title}pt; line-height: 1.12; margin: 0 0 6pt; color: {look.ACCENT} }}
h2 {{ font-size: {at.heading_2}pt; line-height: 1.2; margin: {at.before_heading}pt 0 5pt; color: {look.ACCENT} }}
h3 {{ font-size: {at.heading_3}pt; line-height: 1.25; margin: {at.before_heading / 2}pt 0 4pt; color: {look.ACCENT} }}
h2, h3, caption {{ break-after: avoid }}
p {{ margin: 0 0 {at.after}pt; orphans: 2; widows: 2 }}
ul, ol {{ margin: 0 0 {at.after}pt; padding-left: 18pt }}
li {{ margin-bottom: {at.item_after}pt }}
a {{ color: {look.LINK} }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 8pt }}
table {{ font-size: {at.cell}pt; line-height: 1.3 }}
caption, figcaption {{ text-align: left; font-size: {at.caption}pt; color: {look.MUTED}; margin-bottom: 5pt }}
th, td {{ text-align: left; vertical-align: top; padding: {at.padding}pt; border-bottom: 0.75pt solid {look.RULE} }}
thead th {{ background: {look.ACCENT}; color: white }}
tr, figure {{ break-inside: avoid }}
aside {{ background: {look.SOFT}; border-left: {at.bar}pt solid {look.ACCENT}; margin: 8pt 0 10pt }}
aside {{ padding: {2 * at.padding}pt }}
aside p:last-child {{ margin: 0 }}
aside .name {{ font-size: {at.heading_3}pt; font-weight: 700; margin-bottom: 3pt }}
figure {{ margin: {at.after}pt 0 }}
"""


class Weasy:
    """The page of a document; the fonts are opened once."""

    def __init__(self, work: content.Work, pictures: Path) -> None:
        self.work = work
        self.base = pictures.as_uri() + "/"
        self.fonts = FontConfiguration()

    def build(self, school: str) -> bytes:
        """The document for this school."""
        page = HTML(string=document(self.work, school), base_url=self.base)
        made = page.write_pdf(pdf_variant="pdf/ua-1", font_config=self.fonts)
        assert isinstance(made, bytes)
        return made


def open_engine(work: content.Work, pictures: Path) -> Weasy:
    """WeasyPrint with this document."""
    return Weasy(work, pictures)


def document(work: content.Work, school: str) -> str:
    """The HTML page."""
    blocks = "\n".join(_block(block, school) for block in work.blocks)
    title, css = escape(work.title), style_sheet(look.LOOKS[work.name])
    return (
        f'<!doctype html><html lang="{content.LANGUAGE}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<style>{css}</style></head><body><header data-school="{escape(school)}"><h1>{title}</h1></header>'
        f"{blocks}</body></html>"
    )


def _block(block: content.Block, school: str) -> str:
    match block:
        case content.Heading():
            return f'<h{block.level} id="{block.id}">{_words(block.words, school)}</h{block.level}>'
        case content.Paragraph():
            return f"<p>{_words(block.words, school)}</p>"
        case content.Items():
            kind = "ol" if block.numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{_words(item, school)}</li>' for item in block.items)}</{kind}>"
        case content.Table():
            return _table(block)
        case content.Callout():
            body = "".join(f"<p>{_words(words, school)}</p>" for words in block.paragraphs)
            return f'<aside><p class="name">{escape(block.title)}</p>{body}</aside>'
        case content.Figure():
            image = f'<img src="{block.file}" alt="{escape(block.alt)}" style="width: {block.width_mm}mm">'
            return f"<figure>{image}<figcaption>{escape(block.caption)}</figcaption></figure>"


def _table(table: content.Table) -> str:
    total = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * width / total:.1f}%">' for width in table.widths)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in table.rows
    )
    return (
        f"<table><caption>{escape(table.caption)}</caption><colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _words(words: content.Words, school: str) -> str:
    return "".join(_span(span, school) for span in words)


def _span(span: content.Span, school: str) -> str:
    text = escape(school if span.school else span.text)
    if span.address:
        return f'<a href="{span.address}">{text}</a>'
    return f"<strong>{text}</strong>" if span.bold else text
