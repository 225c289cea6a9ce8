"""Defects of files that really go round in schools: pasted text, signs for looks, left-overs of other programs."""

from __future__ import annotations

from check.docx_mutations.edits import (
    BODY,
    CORE,
    HEAD,
    RELATED,
    SETTINGS,
    STYLES,
    TYPES,
    Edit,
    add,
    after,
    before,
    delete,
    first,
    last,
    mutation,
    on,
    put,
    words,
)
from check.docx_mutations.what_readers_meet import DECORATIVE, FIGURE, MESSAGE, PLAIN, RUN, SENTENCE

BODY_TEXT = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{}</w:p>'
TEXT = "<w:r><w:t>{}</w:t></w:r>"
FIELD = '<w:fldSimple w:instr=" {} "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
CHARACTERS = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Own"><w:name w:val="Own"/><w:rPr>{}</w:rPr></w:style>'
)
CAPTION = '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Advice</w:t></w:r></w:p>'
CONTROL = "//w:sdt/w:sdtPr[w:tag/@w:val='school_name']"
ITEM = "//w:p[w:pPr/w:numPr]"
PAGE_BREAK = BODY_TEXT.format('<w:r><w:br w:type="page"/></w:r>')
SHAPE = (
    '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="900000"/>'
    '<wp:docPr id="990" name="Box" descr="Advice"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>{}'
    "</wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
DARK = '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="222222"/></a:solidFill>'
FRENCH = "Parlez avec votre enfant de ce qui est en ligne et ne soyez pas fâchés si vous voyez que les images sont là."
POLISH = "Jak rozmawiać z dzieckiem o tym, co jest w sieci? To nie jest trudne i nie musi być straszne, jak się wydaje."
PASTED = "Talk with your child about the many pictures that they"
PHOTO = f"//w:drawing[.{FIGURE}]"
"""The photograph of the good file."""


def below(xml: str) -> Edit:
    """With this below the message of the good file."""
    return on(BODY, MESSAGE, after(xml))


def says(text: str) -> Edit:
    """The message says this."""
    return on(BODY, SENTENCE, words(text))


def as_words(looks: str) -> tuple[Edit, Edit]:
    """The message is in a character style of its own with these looks."""
    style = on(STYLES, "/w:styles", last(CHARACTERS.format(looks)))
    return style, on(BODY, RUN, first('<w:rPr><w:rStyle w:val="Own"/></w:rPr>'))


SIGNS = (
    mutation("a sign of a symbol font", on(BODY, RUN, after('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')),
             finds="letters-are-themselves"),
    mutation("a sign of one font alone", says("Nothing \uf04a happened"), finds="letters-are-themselves"),
    mutation("words in a style of a symbol font", *as_words('<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>'),
             finds="letters-are-themselves"),
    mutation("many little pictures", says("Well done 🎉🎉🎉🎉 everybody"), finds="letters-are-themselves"),
    mutation("a word cut by a hyphen", says("Look at the pic- tures that happened"), finds="letters-are-themselves"),
    mutation("a line of hyphens", below(PLAIN.format("", "-----------------")), finds="spaces-part-words-only"),
    mutation("a line of stars", below(PLAIN.format("", "* * * * * * *")), finds="spaces-part-words-only"),
    mutation("a line to cut along", below(PLAIN.format("", "✂ - - - - - - -")), finds="spaces-part-words-only"),
    mutation("dots of another kind to write on", says("Name: ……………"), finds="spaces-part-words-only"),
    mutation("wide spaces", says("Name\u2003\u2003\u2003Class"), finds="spaces-part-words-only"),
    mutation("a space before a comma", says("Stay calm , then listen ."), finds="spaces-part-words-only"),
    mutation("a paragraph of one space", below(PLAIN.format("", " ")), finds="spaces-part-words-only"),
    mutation("a page break before another", below(PAGE_BREAK + BODY_TEXT.format(TEXT.format("On.")).replace(
             "</w:pPr>", "<w:pageBreakBefore/></w:pPr>")), finds="spaces-part-words-only"),
    mutation("a list of ticks", below("".join(PLAIN.format("", f"✅ {word}.") for word in ("Ask", "Listen"))),
             finds="lists-are-real"),
    mutation("a list of circled numbers", below(PLAIN.format("", "① Ask.")), finds="lists-are-real"),
    mutation("a box to tick, typed", says("[ ] I asked."), finds="lists-are-real"),
    mutation("a raised number as a note", below(PLAIN.format("", "¹ From a survey.")), finds="footnotes-are-few"),
)  # fmt: skip

LOOKS = (
    mutation("words hidden by a style", *as_words("<w:vanish/>"), finds="text-is-even"),
    mutation("words struck out by a style", *as_words("<w:strike/>"), finds="text-is-even"),
    mutation("words underlined by a style", *as_words('<w:u w:val="single"/>'), finds="text-is-even"),
    mutation("tiny words by a style", *as_words('<w:sz w:val="14"/>'), finds="text-can-grow"),
    mutation("an underlined heading", on(BODY, MESSAGE, before(PLAIN.format(
             '<w:rPr><w:u w:val="single"/></w:rPr>', "What to do now"))),
             finds="headings-are-built-in looks-come-from-styles"),
    mutation("dark words in a dark box", below(SHAPE.format(DARK, PLAIN.format("", "Stay calm."))),
             finds="words-stand-out pictures-stand-in-line"),
    mutation("letters filled with white", on(BODY, RUN, first("<w:rPr><w14:textFill><w14:solidFill><w14:srgbClr "
             'w14:val="FFFFFF"/></w14:solidFill></w14:textFill></w:rPr>')),
             finds="words-stand-out looks-come-from-styles"),
    mutation("a link without a look", on(BODY, "//w:hyperlink[@r:id]//w:rStyle", delete, every=True),
             finds="links-lead-somewhere"),
    mutation("a photo pulled at one side", on(BODY, f"{PHOTO}//pic:spPr//a:ext", put(cy="100000")),
             finds="pictures-keep-their-shape"),
    mutation("margins that printers cannot print in", on(BODY, "//w:body/w:sectPr/w:pgMar", put(w_left="100")),
             finds="things-fit-the-page"),
    mutation("words beyond the edge", below(PLAIN.format("", "Stay calm.").replace(
             "</w:pPr>", '<w:ind w:left="-3000"/></w:pPr>')), finds="things-fit-the-page"),
)  # fmt: skip

PICTURES = (
    mutation("alt by a newer machine", on(BODY, FIGURE, put(descr="A cup. AI-generated content may be incorrect.")),
             finds="pictures-have-alt"),
    mutation("digits as alt", on(BODY, FIGURE, put(descr="20230412_103344")), finds="pictures-have-alt"),
    mutation("the name of a shape as alt", on(BODY, FIGURE, put(descr="Content Placeholder 4")),
             finds="pictures-have-alt"),
    mutation("the words of a search as alt", on(BODY, FIGURE, put(descr="Image result for children online")),
             finds="pictures-have-alt"),
    mutation("alt still to do", on(BODY, FIGURE, put(descr="TODO describe")), finds="pictures-have-alt"),
    mutation("a decorative picture with a caption", on(BODY, f"//w:p[.{DECORATIVE}]", after(
             '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Figure 1: A cup</w:t></w:r></w:p>')),
             finds="pictures-have-alt"),
    mutation("a file name as alt of an old picture", on(BODY, RUN, after(
             '<w:r><w:pict><v:shape alt="scan001.jpg"><v:imagedata/></v:shape></w:pict></w:r>')),
             finds="pictures-have-alt"),
    mutation("an old picture that floats", on(BODY, RUN, after("<w:r><w:pict><v:shape alt='A cup' "
             "style='position:absolute'><v:imagedata/></v:shape></w:pict></w:r>")), finds="pictures-stand-in-line"),
    mutation("WordArt", on(BODY, RUN, after("<w:r><w:pict><v:shape alt='Stay'><v:textpath string='Stay safe'/>"
             "</v:shape></w:pict></w:r>")), finds="pictures-stand-in-line"),
    mutation("two captions of one number", below('<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>'
             "<w:r><w:t>Figure 7: A cup</w:t></w:r></w:p>" * 2), finds="captions-are-real"),
    mutation("a picture with a link to this computer", on(BODY, FIGURE, first('<a:hlinkClick r:id="rIdX"/>')),
             on(RELATED, "/*", last('<rel:Relationship Id="rIdX" Target="http://intranet/a" TargetMode="External" Type='
             '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>')),
             finds="links-lead-somewhere links-have-tooltips"),
)  # fmt: skip

TEXTS = (
    mutation("French that is not marked", below(PLAIN.format("", FRENCH)), finds="parts-have-language"),
    mutation("Polish that is not marked", below(PLAIN.format("", POLISH)), finds="parts-have-language"),
    mutation("a mark that is no language", on(BODY, RUN, first('<w:rPr><w:lang w:val="english"/></w:rPr>')),
             finds="parts-have-language"),
    mutation("a line broken when it was pasted", below(PLAIN.format("", PASTED) + PLAIN.format("", "see online.")),
             finds="paragraphs-are-whole"),
    mutation("a line break when it was pasted", below(BODY_TEXT.format(
             f"{TEXT.format(PASTED)}<w:r><w:br/></w:r>{TEXT.format('see online.')}")), finds="paragraphs-are-whole"),
    mutation("two paragraphs in one", below(BODY_TEXT.format(
             f"{TEXT.format(f'{PASTED} see.')}<w:r><w:br/><w:br/></w:r>{TEXT.format(f'{PASTED} see.')}")),
             finds="paragraphs-are-whole"),
    mutation("a heading without text", below('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>More'
             '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Last</w:t></w:r></w:p>'),
             finds="headings-step-down contents-are-true"),
    mutation("two titles in the text", below('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Stay safe'
             "</w:t></w:r></w:p>" * 2), finds="headings-step-down"),
    mutation("headings with typed numbers", below("".join('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r>'
             f"<w:t>{number}. Ask</w:t></w:r></w:p>{PLAIN.format('', 'Ask them.')}" for number in (1, 2))),
             finds="lists-are-real contents-are-true"),
    mutation("a link “here” with a full stop", on(BODY, "//w:hyperlink[@r:id]//w:t", words("Here.")),
             finds="links-lead-somewhere"),
    mutation("a link that shows another address", on(BODY, "//w:hyperlink[@r:id]//w:t", words("0808 800 5000")),
             finds="links-lead-somewhere"),
    mutation("a field that became text", says("Page PAGE \\* MERGEFORMAT that"), finds="text-is-finished"),
    mutation("two tabs in two runs", below(BODY_TEXT.format(TEXT.format("Name:") + "<w:r><w:tab/></w:r>" * 2)),
             finds="spaces-part-words-only"),
    mutation("an underlined tab to write on", below(BODY_TEXT.format(
             TEXT.format("Name:") + '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/></w:r>')),
             finds="spaces-part-words-only"),
    mutation("colour as the only cue", says("The items in red are yours."), finds="colour-is-not-the-only-cue"),
    mutation("an address that is no link", says("See www.childline.org.uk today."), finds="links-lead-somewhere"),
    mutation("the title of another document", on(CORE, "//dc:title", words("Swimming gala Saturday")),
             finds="title-is-set"),
    mutation("an entry of contents without a link",
             below('<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Gone</w:t><w:tab/><w:t>3</w:t></w:r></w:p>'),
             finds="contents-are-true"),
    mutation("a page number that was typed", on(HEAD, "/w:hdr", last(PLAIN.format("", "Page 3 of 12"))),
             finds="running-heads-repeat"),
)  # fmt: skip

LEFT = (
    mutation("a name to fill in", says("Dear {{ pupil }}, nothing happened"), finds="text-is-finished"),
    mutation("a date to fill in", says("Come on [date] at ten"), finds="text-is-finished"),
    mutation("a logo to put in", says("Put your school logo here"), finds="text-is-finished"),
    mutation("signs of a program", says("Nothing **that** happened&nbsp;is"), finds="text-is-finished"),
    mutation("a word twice", says("Nothing in the the picture"), finds="text-is-finished"),
    mutation("a tracked change of looks", on(BODY, RUN, first('<w:rPr><w:lang w:val="en-GB"/><w:rPrChange w:id="900" '
             'w:author="A"><w:rPr/></w:rPrChange></w:rPr>')), finds="text-is-finished"),
    mutation("changes that will be tracked", on(SETTINGS, "//w:defaultTabStop", before("<w:trackRevisions/>")),
             finds="text-is-finished"),
    mutation("a date that changes", below(BODY_TEXT.format(FIELD.format("DATE", "4 May 2024"))),
             finds="opens-as-it-is"),
    mutation("words from another file", below(BODY_TEXT.format(FIELD.format(
             'INCLUDETEXT &quot;C:\\\\a.docx&quot;', "Words"))),
             finds="parts-fit-together"),
    mutation("a part in another file", below('<w:altChunk r:id="rIdK"/>'), add("word/chunk.html", b"<p>Hidden</p>"),
             on(RELATED, "/*", last('<rel:Relationship Id="rIdK" Target="chunk.html" Type='
             '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/>')),
             on(TYPES, "/*", last('<ct:Override PartName="/word/chunk.html" ContentType="text/html"/>')),
             finds="parts-fit-together"),
    mutation("a program", add("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"), on(RELATED, "/*", last(
             '<rel:Relationship Id="rIdP" Target="vbaProject.bin" Type='
             '"http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>')),
             on(TYPES, "/*", last('<ct:Override PartName="/word/vbaProject.bin" '
             'ContentType="application/vnd.ms-office.vbaProject"/>')), finds="opens-as-it-is file-is-valid"),
    mutation("an address within a school", on(RELATED, "//*[starts-with(@Target, 'mailto')]",
             put(Target="http://intranet/policy")), finds="links-lead-somewhere"),
    mutation("an old kind of fraction", below(BODY_TEXT.format(FIELD.format("EQ \\f(1,2)", "½"))),
             finds="formulas-have-words"),
)  # fmt: skip

OUTSIDE = (
    mutation("a title that says nothing", on(CORE, "//dc:title", words("New document")), finds="title-is-set"),
    mutation("a file name without its ending as alt", on(BODY, FIGURE, put(descr="maya-phone_final2")),
             finds="pictures-have-alt"),
    mutation("a heading that is all Strong", on(BODY, MESSAGE, before(PLAIN.format(
             '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>', "What to do now"))), finds="headings-are-built-in"),
    mutation("nothing but header rows", on(BODY, "//w:tbl[1]/w:tr[not(w:trPr/w:tblHeader)]/w:trPr", last(
             "<w:tblHeader/>"), every=True), finds="table-has-header words-stand-out"),
    mutation("a table titled by its number", on(BODY, "//w:tbl[1]//w:tblCaption", put(w_val="Table 1")),
             finds="tables-are-described"),
    mutation("a table's title in plain text", on(BODY, "//w:tbl[1]", before(PLAIN.format("", "Advice"))),
             on(BODY, "//w:tbl[1]//w:tblCaption", put(w_val="Advice")), finds="captions-are-real"),
    mutation("a caption apart from its table", on(BODY, "//w:tbl[1]", before(CAPTION + PLAIN.format("", "Read on."))),
             on(BODY, "//w:tbl[1]//w:tblCaption", put(w_val="Advice")), finds="captions-are-real"),
    mutation("a caption that stands twice", on(BODY, "//w:tbl[1]", before(CAPTION * 2)),
             on(BODY, "//w:tbl[1]//w:tblCaption", put(w_val="Advice")), finds="captions-are-real"),
    mutation("a bullet typed behind that of its list", on(BODY, f"{ITEM}//w:t", words("• Nothing to take")),
             finds="lists-are-real"),
    mutation("an item that skips a level", below("".join(
             f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
             f"{TEXT.format('Ask them.')}</w:p>" for level in (0, 2))), finds="lists-are-real"),
    mutation("an empty paragraph below the words of a cell", on(BODY, "//w:tbl[1]/w:tr[2]/w:tc[1]/w:p", after(
             BODY_TEXT.format(""))), finds="spaces-part-words-only"),
    mutation("a note with a star", below(PLAIN.format("", "Most tell somebody.*")
             + PLAIN.format("", "* From a survey.")), finds="footnotes-are-few"),
    mutation("a note with a raised figure", below(BODY_TEXT.format('<w:r><w:rPr><w:vertAlign w:val="superscript"/>'
             f"</w:rPr><w:t>1</w:t></w:r>{TEXT.format(' From a survey.')}")),
             finds="footnotes-are-few looks-come-from-styles"),
    mutation("a link that asks for a click", on(BODY, "//w:hyperlink[@r:id]//w:t", words(
             "Click this link to find out more")), finds="links-lead-somewhere"),
    mutation("a number that shows a website", on(BODY, "//w:hyperlink[@r:id]//w:t", words("www.bbc.co.uk/help")),
             on(RELATED, "//*[starts-with(@Target, 'mailto')]", put(Target="tel:08001111")),
             finds="links-lead-somewhere"),
    mutation("a control that is named as Word asks", on(BODY, f"{CONTROL}/w:alias", put(
             w_val="Click or tap here to enter text.")), finds="controls-have-titles"),
    mutation("a control that shows nothing", on(BODY, f"{CONTROL}[w:showingPlcHdr]/../w:sdtContent//w:t", words("")),
             finds="controls-have-titles"),
    mutation("a field that was typed", says("Dear { MERGEFIELD Name }, nothing happened"), finds="text-is-finished"),
    mutation("a name for a program", says("Come to {school_name} and %CLASS_NAME% today"), finds="text-is-finished"),
    mutation("a line break of a spreadsheet", says("Nothing_x000B_ that happened"), finds="text-is-finished"),
    mutation("joined letters of a PDF", says("Go to the o\ufb03ce"), finds="letters-are-themselves"),
    mutation("a bullet of one font in a heading", on(BODY, "//w:p[w:pPr/w:pStyle/@w:val='Heading1']//w:t[1]", words(
             "\uf0b7 Water & ice")), finds="letters-are-themselves"),
    mutation("a page number typed between lines", on(HEAD, "/w:hdr", last(PLAIN.format("", "– 3 –"))),
             finds="running-heads-repeat"),
    mutation("a long text that slants", on(STYLES, "/w:styles", last(CHARACTERS.format("<w:i/>"))), below(PLAIN.format(
             '<w:rPr><w:rStyle w:val="Own"/></w:rPr>', f"{PASTED} see. " * 3)), finds="text-is-even"),
)  # fmt: skip

MUTATIONS = (*SIGNS, *LOOKS, *PICTURES, *TEXTS, *LEFT, *OUTSIDE)
