"""Defects that years of editing leave in a file: packed and linked things, pasted markup, looks hidden in styles."""

from __future__ import annotations

from copy import deepcopy

from check.docx_mutations.edits import (
    BODY,
    HEAD,
    NOTES,
    NUMBERS,
    RELATED,
    SETTINGS,
    STYLES,
    THEME,
    TYPES,
    Edit,
    Parts,
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
from check.docx_mutations.what_readers_meet import FIGURE, MESSAGE, PLAIN, RUN, STYLE
from check.docx_mutations.what_schools_hand_out import BODY_TEXT, FIELD, FRENCH, PASTED, PHOTO, TEXT, below, says

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BLUR = '<a:srcRect l="45000" r="45000" t="45000" b="45000"/>'
LONG = (
    "Water rises from the sea into the air, where it cools and gathers into clouds. Then it falls as rain on the "
    "hills, runs together into streams and rivers, and comes back to the sea."
)
ITEM = (
    '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    "{}</w:p>"
)
OWN = (51, 52, 53)
"""Numbers of lists that the good file does not have."""
OBJECT = (
    '<w:r><w:object><v:shape id="o1" alt="The plan"><v:imagedata/></v:shape>'
    '<o:OLEObject Type="{}" ProgID="Package" ShapeID="o1" DrawAspect="{}" ObjectID="_1" r:id="rIdZ"/></w:object></w:r>'
)
FRAME = b"!\xf9\x04\x04\x05\0\0\0,\0\0\0\0\x02\0\x02\0\0\x02\x02\x84Q\0"
MOVING = b"GIF89a\x02\0\x02\0\x80\0\0\xff\0\0\0\0\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" + FRAME * 2 + b";"
FINAL = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property>'
    b"</Properties>"
)
OLD_BOX = (
    '<w:p><w:r><w:pict><v:rect alt="Advice" style="width:90pt;height:40pt" fillcolor="#222222 [3204]"><v:textbox>'
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
)
CELL = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
ROW = "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>"
TITLED = '<w:p><w:pPr><w:pStyle w:val="TableHeader"/></w:pPr>'
SIGNALS = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="DataTable"/><w:tblW w:w="6000" w:type="dxa"/><w:tblLook w:firstRow="1"/>'
    '<w:tblCaption w:val="Things"/><w:tblDescription w:val="Things and whether they are there"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    + ROW.format("<w:tblHeader/>", (CELL.format("", "Thing") + CELL.format("", "There")).replace("<w:p>", TITLED))
    + ROW.format("", CELL.format("", "Pens") + CELL.format(SHADED.format("C00000"), ""))
    + ROW.format("", CELL.format("", "Paper") + CELL.format(SHADED.format("00B050"), ""))
    + "</w:tbl>"
)
"""A table with a red and a green cell that say nothing."""


def related(part: str, kind: str, target: str, *, outside: bool = False) -> Edit:
    """The part refers to this, as rIdZ."""
    mode = ' TargetMode="External"' if outside else ""
    return on(part, "/*", last(f'<rel:Relationship Id="rIdZ" Type="{KINDS}/{kind}" Target="{target}"{mode}/>'))


def of_kind(ending: str, kind: str) -> Edit:
    """Parts with this ending are of this kind."""
    return on(TYPES, "/*", first(f'<ct:Default Extension="{ending}" ContentType="{kind}"/>'))


def settings_refer(target: str) -> Edit:
    """The settings refer to a template."""
    relation = f'<Relationship Id="rIdZ" Type="{KINDS}/attachedTemplate" Target="{target}" TargetMode="External"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return add("word/_rels/settings.xml.rels", f'<Relationships xmlns="{space}">{relation}</Relationships>'.encode())


def styled(looks: str, properties: str = "rPr") -> tuple[Edit, Edit]:
    """A paragraph in a style of its own with these looks."""
    style = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Own"><w:name w:val="Own"/>'
        f'<w:basedOn w:val="BodyText"/><w:{properties}>{looks}</w:{properties}></w:style>'
    )
    return on(STYLES, "/w:styles", last(style)), below(PLAIN.format("", LONG).replace("BodyText", "Own"))


def linked(xml: str, target: str = "https://example.org/") -> tuple[Edit, Edit]:
    """A paragraph with links to this address, as rIdZ."""
    return related(RELATED, "hyperlink", target, outside=True), below(BODY_TEXT.format(xml))


def add_lists(parts: Parts) -> None:
    """Three lists more."""
    new = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        for number in OWN
    )
    on(NUMBERS, "/w:numbering", last("".join(new)))(parts)


def shown(part: str) -> tuple[Edit, ...]:
    """The last table shows this part of its style, which is pale."""
    pale = f'<w:tblStylePr w:type="{part}"><w:rPr><w:color w:val="CCCCCC"/></w:rPr></w:tblStylePr>'
    return (
        on(STYLES, STYLE.format("Normal") + "/w:rPr/w:color", delete),
        on(STYLES, STYLE.format("DataTable"), last(pale)),
        on(BODY, "(//w:tbl)[last()]//w:tblLook", put(w_lastRow="1", w_lastColumn="1")),
    )


def link(text: str) -> str:
    """A link to rIdZ."""
    words_of_link = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>{text}</w:t></w:r>'
    return f'<w:hyperlink r:id="rIdZ" w:tooltip="example.org">{words_of_link}</w:hyperlink>'


PACKED = (
    mutation("marked as final", add("docProps/custom.xml", FINAL),
             on("_rels/.rels", "/*", last(f'<rel:Relationship Id="rIdZ" Type="{KINDS}/custom-properties" '
             'Target="docProps/custom.xml"/>')),
             on(TYPES, "/*", last('<ct:Override PartName="/docProps/custom.xml" ContentType='
             '"application/vnd.openxmlformats-officedocument.custom-properties+xml"/>')), finds="file-can-be-edited"),
    mutation("a file packed as an icon", related(RELATED, "oleObject", "embeddings/ole.bin"),
             add("word/embeddings/ole.bin", b"\xd0\xcf\x11\xe0"),
             of_kind("bin", "application/vnd.openxmlformats-officedocument.oleObject"),
             on(BODY, RUN, after(OBJECT.format("Embed", "Icon"))), finds="opens-as-it-is"),
    mutation("a sheet that is linked", related(RELATED, "oleObject", "file:///C:/plan.xlsx", outside=True),
             on(BODY, RUN, after(OBJECT.format("Link", "Content"))), finds="parts-fit-together"),
    mutation("a part of the text in a document of its own", related(RELATED, "subDocument", "two.docx", outside=True),
             on(BODY, RUN, after('<w:subDoc r:id="rIdZ"/>')), finds="parts-fit-together"),
    mutation("a blurred picture", on(BODY, f"{PHOTO}//a:blip/a:extLst", delete),
             on(BODY, f"{PHOTO}//a:stretch", before(BLUR)), finds="pictures-keep-their-shape"),
    mutation("an old picture that is blurred", related(RELATED, "image", "media/old.png"),
             lambda parts: parts.update({"word/media/old.png": next(one for name, one in parts.items()
                                                                    if name.endswith(".png"))}),
             on(BODY, RUN, after('<w:r><w:pict><v:shape alt="A cup" style="width:700pt;height:700pt"><v:imagedata '
             'r:id="rIdZ"/></v:shape></w:pict></w:r>')), finds="pictures-keep-their-shape"),
    mutation("a picture that moves", related(RELATED, "image", "media/moving.gif"), of_kind("gif", "image/gif"),
             add("word/media/moving.gif", MOVING), on(BODY, f"{PHOTO}//a:blip", put(r_embed="rIdZ")),
             finds="pictures-keep-their-shape"),
    mutation("signed", add("_xmlsignatures/origin.sigs", b""), on("_rels/.rels", "/*", last('<rel:Relationship '
             'Id="rIdZ" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" '
             'Target="_xmlsignatures/origin.sigs"/>')),
             of_kind("sigs", "application/vnd.openxmlformats-package.digital-signature-origin"),
             finds="file-can-be-edited"),
    mutation("alt that a design program gave", on(BODY, FIGURE, put(descr="Untitled design (3)")),
             finds="pictures-have-alt"),
    mutation("alt that an older machine wrote", on(BODY, FIGURE, put(descr="Graphical user interface, text")),
             finds="pictures-have-alt"),
    mutation("a film", on(BODY, f"{PHOTO}//wp:docPr", first(
             '<a:extLst><a:ext uri="{C809E66F-F1BF-436E-B5F7-EEA9579F0CBA}"><x:webVideoPr '
             'xmlns:x="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" embeddedHtml="" h="3" '
             'w="5"/></a:ext></a:extLst>')), finds="opens-as-it-is"),
    mutation("an arrow of old without words", on(BODY, RUN, after(
             '<w:r><w:pict><v:oval style="width:90pt;height:40pt"/></w:pict></w:r>')), finds="pictures-have-alt"),
    mutation("a mail merge", on(SETTINGS, "//w:defaultTabStop", before('<w:mailMerge><w:mainDocumentType '
             'w:val="formLetters"/><w:dataType w:val="textFile"/><w:query w:val="SELECT pupils"/></w:mailMerge>')),
             finds="opens-as-it-is"),
    mutation("a template on the server of a school", settings_refer("file:///\\\\school\\letter.dotx"),
             on(SETTINGS, "//w:defaultTabStop", before('<w:attachedTemplate r:id="rIdZ"/>')), finds="opens-as-it-is"),
    mutation("even pages without a head", on(SETTINGS, "//w:defaultTabStop", after("<w:evenAndOddHeaders/>")),
             finds="running-heads-repeat"),
    mutation("paper of another country", on(BODY, "//w:pgSz", put(w_w="12240", w_h="15840"), every=True),
             finds="things-fit-the-page"),
    mutation("a page of other paper", on(BODY, "(//w:pgSz)[1]", put(w_w="12240", w_h="15840")),
             finds="things-fit-the-page"),
)  # fmt: skip

TYPED = (
    mutation("a heading of Markdown", below(PLAIN.format("", "## What to do")), finds="text-is-finished"),
    mutation("code of Markdown", says("Nothing `that` happened"), finds="text-is-finished"),
    mutation("underscores of Markdown", says("Nothing __that ever__ happened"), finds="text-is-finished"),
    mutation("a table of Markdown", below("".join(PLAIN.format("", line) for line in
             ("| Who | How |", "|:--|:--|", "| Police | 999 |"))), finds="tables-are-real"),
    mutation("a fraction of TeX", says("Half is \\frac{1}{2} of it"), finds="text-is-finished"),
    mutation("the answer of a chat program", says("Certainly! Here’s a letter to parents:"), finds="text-is-finished"),
    mutation("a source that a chat program names", says("Nothing that happened\u30104†source\u3011"),
             finds="text-is-finished"),
    mutation("a link of an encyclopaedia", says("Water cycle[edit]"), finds="text-is-finished"),
    mutation("a time to fill in", says("Come at xx:xx on Monday"), finds="text-is-finished"),
    mutation("contents that found nothing", says("No table of contents entries found."), finds="text-is-finished"),
    mutation("a place to click in an old template", below(BODY_TEXT.format(
             FIELD.format("MACROBUTTON NoMacro [Click here and type]", ""))), finds="text-is-finished"),
    mutation("a Cyrillic letter in a word", says("Nothing that h\u0430ppened"), finds="letters-are-themselves"),
    mutation("letters struck by signs", says("Nothing o\u0336n\u0336 Monday"), finds="letters-are-themselves"),
    mutation("raised letters", says("Nothing ᵗʰᵃᵗ happened"), finds="letters-are-themselves"),
    mutation("letters turned round", says("Nothing \u202ethat\u202c happened"), finds="letters-are-themselves"),
    mutation("lost letters in the head", on(HEAD, "//w:t", words("Waterâ€™s page ")), finds="letters-are-themselves "
             "running-heads-repeat"),
    mutation("no-break spaces from the web", says("Nothing that ever happened is your fault".replace(" ", "\u00a0")),
             finds="spaces-part-words-only"),
    mutation("columns made with tabs in one paragraph", below(BODY_TEXT.format("<w:r><w:br/></w:r>".join(
             f"{TEXT.format(one)}<w:r><w:tab/></w:r>{TEXT.format(other)}"
             for one, other in (("Day", "Lesson"), ("Monday", "Maths"), ("Friday", "Art"))))), finds="tables-are-real"),
    mutation("typed numbers in a list", below("".join(ITEM.format(TEXT.format(f"{number}. Ask them"))
             for number in (1, 2))), finds="lists-are-real"),
    mutation("lists of one item each", add_lists, below("".join(ITEM.format(TEXT.format("Ask them.")).replace(
             'numId w:val="3"', f'numId w:val="{number}"') for number in OWN)), finds="lists-are-real"),
    mutation("a header row once more", on(BODY, "//w:tbl[1]/w:tr[2]", lambda node: node.addprevious(deepcopy(
             node.getprevious()))), on(BODY, "//w:tbl[1]/w:tr[2]//w:tblHeader", delete),
             on(BODY, "//w:tbl[1]/w:tr[2]//*[self::w:bookmarkStart or self::w:bookmarkEnd]", delete, every=True),
             finds="table-has-header"),
    mutation("a sign for the words above it", on(BODY, "//w:tbl[1]/w:tr[2]/w:tc[2]//w:t", words("”")),
             finds="tables-are-simple"),
    mutation("a link in two pieces", *linked(link("the exam") + link("ple page")), finds="links-lead-somewhere"),
    mutation("another number to the mouse", on(BODY, "//w:hyperlink[@w:tooltip='08001111']",
             put(w_tooltip="0808 800 5000")), finds="links-lead-somewhere"),
    mutation("a link into a letter box", *linked(link("the plan"), "https://mail.google.com/mail/u/0/#inbox/F"),
             finds="links-lead-somewhere"),
    mutation("a bracket behind an address", *linked(link("the example page"), "https://example.org/a)."),
             finds="links-lead-somewhere"),
    mutation("a sign of another program", says("It isn\\u2019t your fault"), finds="text-is-finished"),
    mutation("a link that ends within a word", *linked(link("the example pa") + TEXT.format("ge here")),
             finds="links-lead-somewhere"),
    mutation("a sum that a sheet could not do", says("We need #DIV/0! cups"), finds="text-is-finished"),
    mutation("a line end of another program", says("Nothing_x000D_ that happened"), finds="text-is-finished"),
    mutation("a space of an address", says("Nothing%20that happened"), finds="text-is-finished"),
    mutation("no space behind a full stop", says("Stay calm.Then listen."), finds="spaces-part-words-only"),
    mutation("no spaces at all", says("Pleasetellyourteacheratonceanddonotwaituntiltomorrow"),
             finds="spaces-part-words-only"),
    mutation("a button told by its colour", says("Press the green button."), finds="colour-is-not-the-only-cue"),
    mutation("rows told by their colour", says("What is shaded grey is for you."), finds="colour-is-not-the-only-cue"),
    mutation("a link out of a search", *linked(link("the example page"), "https://www.google.com/url?q=https://a.org"),
             finds="links-lead-somewhere"),
    mutation("a link that is told by its colour alone", on(STYLES, f"{STYLE.format('Hyperlink')}//w:u",
             put(w_val="none")), finds="links-lead-somewhere"),
    mutation("a dead link in the head", on(HEAD, "//w:r", before('<w:hyperlink w:anchor="gone"><w:r>'
             '<w:t>Water &amp; "ice" · </w:t></w:r></w:hyperlink>')), finds="links-lead-somewhere"),
    mutation("contents that leave a heading out", on(BODY, "//w:p[w:hyperlink/@w:anchor='who']", delete),
             finds="contents-are-true"),
    mutation("cells that say it by colour", below(SIGNALS), finds="colour-is-not-the-only-cue"),
    mutation("a control that nobody named", on(BODY, "//w:sdt[w:sdtPr/w:tag/@w:val='school_name']//w:alias",
             put(w_val="Text1")), finds="controls-have-titles"),
    mutation("a list to choose from with an empty choice", below(BODY_TEXT.format(
             '<w:sdt><w:sdtPr><w:alias w:val="Year"/><w:tag w:val="y"/><w:id w:val="903"/><w:dropDownList><w:listItem '
             'w:displayText="" w:value=""/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Year</w:t></w:r>'
             "</w:sdtContent></w:sdt>")), finds="controls-have-titles"),
    mutation("a faked heading in a control", on(BODY, MESSAGE, before(
             '<w:sdt><w:sdtPr><w:alias w:val="Part"/><w:tag w:val="p"/><w:id w:val="902"/></w:sdtPr><w:sdtContent>'
             + PLAIN.format("<w:rPr><w:b/></w:rPr>", "What to do now") + PLAIN.format("", "Ask them.")
             + "</w:sdtContent></w:sdt>")), finds="headings-are-built-in looks-come-from-styles"),
)  # fmt: skip

STYLED = (
    mutation("a style that centres long text", *styled('<w:jc w:val="center"/>', "pPr"), finds="text-is-even"),
    mutation("a style whose lines touch", *styled('<w:spacing w:line="190" w:lineRule="auto"/>', "pPr"),
             finds="text-is-even"),
    mutation("distributed lines", on(BODY, f"{MESSAGE}/w:pPr", last('<w:jc w:val="distribute"/>')),
             finds="text-is-even"),
    mutation("a style in small capitals", *styled("<w:smallCaps/>"), finds="text-is-even"),
    mutation("a style of embossed letters", *styled("<w:emboss/>"), finds="text-is-even"),
    mutation("a style of squeezed letters", *styled('<w:spacing w:val="-20"/>'), finds="text-is-even"),
    mutation("a style of narrow letters", *styled('<w:w w:val="60"/>'), finds="text-is-even"),
    mutation("a style of a brush", *styled('<w:rFonts w:ascii="Brush Script MT" w:hAnsi="Brush Script MT"/>'),
             finds="text-is-even"),
    mutation("a theme of a pen", on(THEME, "//a:minorFont/a:latin", put(typeface="Lucida Handwriting")), below(
             PLAIN.format("", LONG)), finds="text-is-even"),
    mutation("a hidden row", on(BODY, "//w:tbl[1]/w:tr[2]/w:trPr/w:cantSplit", after("<w:hidden/>")),
             finds="text-is-even"),
    mutation("words on stripes", on(BODY, f"{MESSAGE}/w:pPr/w:pStyle", after(
             '<w:shd w:val="diagStripe" w:color="808080" w:fill="FFFFFF"/>')), finds="text-is-even"),
    mutation("a word that a new paragraph cuts", below(PLAIN.format("", f"{PASTED} meet at the meet-")
             + PLAIN.format("", "ing on Monday.")), finds="paragraphs-are-whole"),
    mutation("pale words in the last row of a table", *shown("lastRow"), finds="words-stand-out"),
    mutation("pale words in the last column of a table", *shown("lastCol"), finds="words-stand-out"),
    mutation("dark words in a dark box of old", below(OLD_BOX.format(PLAIN.format("", "Stay calm."))),
             finds="words-stand-out pictures-stand-in-line"),
    mutation("a style for another language", *styled('<w:lang w:val="de-DE"/>'), finds="parts-have-language"),
    mutation("a footnote in French", on(NOTES, "//w:footnote[@w:id='3']//w:t[.='Or write it down.']", words(FRENCH)),
             finds="parts-have-language", base="noted"),
    mutation("a paragraph set from right to left", on(BODY, f"{MESSAGE}/w:pPr/w:pStyle", after("<w:bidi/>")),
             finds="parts-have-language"),
    mutation("words set from right to left", on(BODY, RUN, first("<w:rPr><w:rtl/></w:rPr>")),
             finds="parts-have-language"),
    mutation("a table set from right to left", on(BODY, "//w:tbl[1]/w:tblPr/w:tblStyle", after("<w:bidiVisual/>")),
             finds="parts-have-language"),
)  # fmt: skip

MUTATIONS = (*PACKED, *TYPED, *STYLED)
