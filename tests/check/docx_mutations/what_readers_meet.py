"""Defects that a reader meets: pictures, tables, headings, lists, links, looks, language."""

from __future__ import annotations

from check.docx_mutations.edits import (
    BODY,
    CORE,
    HEAD,
    NUMBERS,
    RELATED,
    SETTINGS,
    STYLES,
    TABLE_IN_CELL,
    THEME,
    after,
    before,
    delete,
    first,
    last,
    mutation,
    named,
    on,
    put,
    unwrap,
    without,
    words,
)

MESSAGE = "//w:p[w:pPr/w:pStyle/@w:val='Message']"
SENTENCE = f"{MESSAGE}//w:t"
RUN = f"{MESSAGE}/w:r"
FIGURE = "//wp:docPr[starts-with(@descr, 'A child talks')]"
DECORATIVE = "//wp:docPr[@descr='']"
TABLE = "//w:tbl[1]"
ORDER = "//w:p[w:pPr/w:pStyle/@w:val='Heading3']"
STYLE = "//w:style[@w:styleId='{}']"
CELL = '<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr><w:p/></w:tc>'
EMPTY_ROW = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{CELL * 3}</w:tr>"
PALE, RED = '<w:color w:val="AAAAAA"/>', '<w:color w:val="C00000"/>'
PLAIN = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r>{}<w:t>{}</w:t></w:r></w:p>'
FRENCH = "Nous sommes avec vous et vous pouvez dire que le jour est pour les amis, dans une maison qui est à nous"
WATERMARK = (
    '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" alt="Draft">'
    "</v:shape></w:pict></w:r></w:p>"
)

PICTURES = (
    mutation("no alt text", on(BODY, FIGURE, put(descr="")), finds="pictures-have-alt"),
    mutation("no alt attribute", on(BODY, FIGURE, without("descr")), finds="pictures-have-alt"),
    mutation("a file name as alt", on(BODY, FIGURE, put(descr="IMG_2041.jpg")), finds="pictures-have-alt"),
    mutation("a camera's name as alt", on(BODY, FIGURE, put(descr="DSC00412")), finds="pictures-have-alt"),
    mutation("alt “picture”", on(BODY, FIGURE, put(descr="Picture 3")), finds="pictures-have-alt"),
    mutation("alt far too long", on(BODY, FIGURE, put(descr="a child talks " * 30)), finds="pictures-have-alt"),
    mutation("alt by a machine", on(BODY, FIGURE, put(descr="A cup. Description automatically generated")),
             finds="pictures-have-alt"),
    mutation("decorative with words", on(BODY, DECORATIVE, put(descr="A bubble")), finds="pictures-have-alt"),
    mutation("decorative no more", on(BODY, "//adec:decorative", put(val="0")), finds="pictures-have-alt"),
    mutation("a floating picture", on(BODY, "//wp:inline", named("wp:anchor")),
             finds="pictures-stand-in-line file-is-valid"),
    mutation("a frame", on(BODY, f"{MESSAGE}/w:pPr/w:pStyle", after('<w:framePr w:w="2000" w:hAnchor="text"/>')),
             finds="pictures-stand-in-line"),
    mutation("a watermark", on(HEAD, "/w:hdr", last(WATERMARK)), finds="pictures-stand-in-line"),
    mutation("a text box", on(BODY, RUN, after("<w:r><w:pict><v:shape alt='Box'><v:textbox><w:txbxContent><w:p><w:r>"
             "<w:t>Boxed</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")),
             finds="pictures-stand-in-line"),
    mutation("an old picture", on(BODY, RUN, after("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>")),
             finds="pictures-have-alt"),
    mutation("a picture behind the text",
             on(BODY, "//w:body", before("<w:background><v:background><v:fill/></v:background></w:background>")),
             finds="text-is-even"),
)  # fmt: skip

TABLES = (
    mutation("no header row", on(BODY, f"{TABLE}//w:tblHeader", delete), finds="table-has-header"),
    mutation("a header row switched off", on(BODY, f"{TABLE}//w:tblHeader", put(w_val="off")),
             finds="table-has-header"),
    mutation("an invisible header row", on(BODY, f"{TABLE}//w:tblLook", put(w_firstRow="0")), finds="table-has-header"),
    mutation("a header row at the end", on(BODY, f"{TABLE}/w:tr[last()]/w:trPr", last("<w:tblHeader/>")),
             finds="table-has-header"),
    mutation("rows that split", on(BODY, f"{TABLE}//w:cantSplit", delete), finds="table-has-header"),
    mutation("joined columns", on(BODY, f"{TABLE}/w:tr[last()]/w:tc[last()]", delete),
             on(BODY, f"{TABLE}/w:tr[last()]/w:tc[last()]/w:tcPr/w:tcW", after('<w:gridSpan w:val="2"/>')),
             finds="tables-are-simple"),
    mutation("joined rows", on(BODY, f"{TABLE}/w:tr[2]/w:tc[3]/w:tcPr/w:tcW", after('<w:vMerge w:val="restart"/>')),
             finds="tables-are-simple"),
    mutation("a cell too few", on(BODY, f"{TABLE}/w:tr[last()]/w:tc[last()]", delete), finds="tables-are-simple"),
    mutation("an empty row", on(BODY, f"{TABLE}/w:tr[2]", after(EMPTY_ROW)), finds="tables-are-simple"),
    mutation("mostly empty", on(BODY, f"{TABLE}/w:tr[2]", after(EMPTY_ROW * 4)), finds="tables-are-simple"),
    mutation("a table in a table", on(BODY, f"{TABLE}/w:tr[2]/w:tc[3]/w:p",
             before(TABLE_IN_CELL)),
             finds="table-has-header"),
    mutation("a floating table", on(BODY, f"{TABLE}/w:tblPr/w:tblStyle", after('<w:tblpPr w:tblpX="10"/>')),
             finds="pictures-stand-in-line"),
    mutation("a table without a title", on(BODY, f"{TABLE}//w:tblCaption", delete), finds="tables-are-described"),
    mutation("a table without a description", on(BODY, f"{TABLE}//w:tblDescription", delete),
             finds="tables-are-described"),
    mutation("a faked caption", on(BODY, "//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:pPr/w:pStyle",
             put(w_val="BodyText")),
             on(BODY, "//w:t[.='People who help']", words("Table 1: who helps")), finds="captions-are-real"),
)  # fmt: skip

HEADINGS = (
    mutation("a skipped level", on(BODY, ORDER, first("")), on(BODY, f"{ORDER}/w:pPr/w:pStyle", put(w_val="Heading5")),
             finds="headings-step-down"),
    mutation("no headings", on(BODY, "//w:pStyle[starts-with(@w:val, 'Heading')]", put(w_val="BodyText"), every=True),
             finds="headings-step-down"),
    mutation("two headings of level 1", on(BODY, "//w:pStyle[@w:val='Heading2']", put(w_val="Heading1")),
             finds="headings-step-down"),
    mutation("an empty heading", on(BODY, f"{ORDER}//w:t", words("")), finds="headings-step-down"),
    mutation("a heading in a table", on(BODY, f"{TABLE}//w:pStyle[@w:val='TableRowHeader']", put(w_val="Heading3")),
             finds="headings-step-down contents-are-true"),
    mutation("a heading by its outline level", on(BODY, f"{MESSAGE}/w:pPr", last('<w:outlineLvl w:val="2"/>')),
             finds="headings-are-built-in headings-step-down"),
    mutation("a home-made heading style", on(STYLES, f"{STYLE.format('Message')}/w:pPr",
             last('<w:outlineLvl w:val="2"/>')),
             finds="headings-are-built-in headings-step-down"),
    mutation("a heading style without its level", on(STYLES, f"{STYLE.format('Heading4')}//w:outlineLvl", delete),
             finds="headings-are-built-in"),
    mutation("a faked heading", on(BODY, MESSAGE, before(PLAIN.format("<w:rPr><w:b/></w:rPr>", "What to do now"))),
             finds="headings-are-built-in looks-come-from-styles"),
    mutation("a whole paragraph as a heading", on(BODY, f"{ORDER}//w:t", words("In this order and no other " * 6)),
             finds="headings-are-short contents-are-true"),
)  # fmt: skip

LISTS = (
    mutation("a typed number", on(BODY, SENTENCE, words("1. Nothing that happened")), finds="lists-are-real"),
    mutation("a typed letter", on(BODY, SENTENCE, words("a) Nothing that happened")), finds="lists-are-real"),
    mutation("a typed bullet", on(BODY, SENTENCE, words("• Nothing that happened")), finds="lists-are-real"),
    mutation("a typed dash", on(BODY, SENTENCE, words("– Nothing that happened")), finds="lists-are-real"),
    mutation("a bullet of a symbol font", on(BODY, SENTENCE, words("\uf0b7 Nothing")), finds="lists-are-real"),
    mutation("an unknown list", on(BODY, "//w:numId[@w:val='2']", put(w_val="77"), every=True),
             finds="lists-are-real file-is-valid"),
    mutation("a list that goes on with another's numbers", on(BODY, "//w:numId[@w:val='5']",
             put(w_val="1"), every=True),
             finds="lists-are-real"),
    mutation("a list that does not start anew", on(NUMBERS, "//w:num[@w:numId='5']/w:lvlOverride", delete, every=True),
             on(NUMBERS, "//w:num[@w:numId='5']/w:abstractNumId", put(w_val="1")),
             finds="lists-are-real"),
)  # fmt: skip

LINKS = (
    mutation("click here", on(BODY, "//w:hyperlink[@w:anchor]//w:t[.='Read on']", words("click here")),
             finds="links-lead-somewhere"),
    mutation("an address as words", on(BODY, "//w:t[.='Read on']", words("https://example.org/a/b")),
             finds="links-lead-somewhere"),
    mutation("one sign as words", on(BODY, "//w:t[.='Read on']", words(">")), finds="links-lead-somewhere"),
    mutation("no words", on(BODY, "//w:t[.='Read on']", words("")), finds="links-lead-somewhere"),
    mutation("a dead bookmark", on(BODY, "//w:hyperlink[@w:anchor='who']", put(w_anchor="gone"), every=True),
             finds="links-lead-somewhere"),
    mutation("a dead address", on(RELATED, "//*[starts-with(@Target, 'mailto')]", put(Target="mail:help@example.org")),
             finds="links-lead-somewhere"),
    mutation("a file on somebody's disk", on(RELATED, "//*[starts-with(@Target, 'mailto')]",
             put(Target="file:///C:/a")),
             finds="links-lead-somewhere"),
    mutation("the same words for two places", on(BODY, "//w:t[.='Read on']", words("0800 1111")),
             finds="links-lead-somewhere"),
    mutation("no tooltip", on(BODY, "//w:hyperlink[@w:tooltip]", without("w:tooltip")), finds="links-have-tooltips"),
    mutation("a tooltip on a link within the file", on(BODY, "//w:hyperlink[@w:anchor]", put(w_tooltip="Whom to ask")),
             finds="links-have-tooltips"),
    mutation("a link that is only blue", on(BODY, "//w:hyperlink[@r:id]", unwrap), finds="links-lead-somewhere"),
    mutation("a reference to nothing", on(BODY, RUN, after('<w:fldSimple w:instr=" REF gone "><w:r><w:t>See</w:t></w:r>'
             "</w:fldSimple>")), finds="links-lead-somewhere"),
)  # fmt: skip

LOOKS = (
    mutation("red words", on(BODY, RUN, first(f"<w:rPr>{RED}</w:rPr>")), finds="looks-come-from-styles"),
    mutation("a marker pen", on(BODY, RUN, first('<w:rPr><w:highlight w:val="yellow"/></w:rPr>')),
             finds="looks-come-from-styles"),
    mutation("pale words", on(BODY, RUN, first(f"<w:rPr>{PALE}</w:rPr>")),
             finds="looks-come-from-styles words-stand-out"),
    mutation("a pale style", on(STYLES, f"{STYLE.format('Message')}/w:rPr/w:color", put(w_val="AAAAAA"),
             without("w:themeColor")), finds="words-stand-out"),
    mutation("a dark ground", on(BODY, f"{MESSAGE}/w:pPr/w:pStyle", after('<w:shd w:val="clear" w:fill="333333"/>')),
             finds="words-stand-out"),
    mutation("pale numbers", on("word/numbering.xml", "//w:lvl[w:numFmt/@w:val='decimal']/w:rPr/w:color",
             put(w_val="AAAAAA"), without("w:themeColor")), finds="words-stand-out"),
    mutation("pale bullets", on("word/numbering.xml", "//w:lvl[w:numFmt/@w:val='bullet']/w:rPr/w:color",
             put(w_val="CCCCCC"), without("w:themeColor")), finds="words-stand-out"),
    mutation("a pale theme", on(THEME, "//a:dk1//*", put(val="BBBBBB")),
             on(THEME, "//a:dk2//*", put(val="BBBBBB")), finds="words-stand-out"),
    mutation("justified", on(BODY, f"{MESSAGE}/w:pPr", last('<w:jc w:val="both"/>')), finds="text-is-even"),
    mutation("a justified style", on(STYLES, f"{STYLE.format('Message')}/w:pPr", last('<w:jc w:val="both"/>')),
             finds="text-is-even"),
    mutation("typed in capitals", on(BODY, SENTENCE, words("NOTHING THAT HAPPENED IS YOUR FAULT")),
             finds="text-is-even"),
    mutation("an exact line height", on(STYLES, "//w:spacing[@w:lineRule]", put(w_lineRule="exact")),
             finds="text-can-grow"),
    mutation("an exact row height", on(BODY, f"{TABLE}/w:tr/w:trPr/w:cantSplit", after('<w:trHeight w:val="300" '
             'w:hRule="exact"/>')), finds="text-can-grow"),
    mutation("small letters", on(STYLES, "//w:docDefaults//w:sz", put(w_val="18")), finds="text-can-grow"),
    mutation("two blanks", on(BODY, SENTENCE, words("Nothing  that happened")), finds="spaces-part-words-only"),
    mutation("two tabs", on(BODY, SENTENCE, before("<w:tab/><w:tab/>")), finds="spaces-part-words-only"),
    mutation("three line breaks", on(BODY, RUN, last("<w:br/><w:br/><w:br/>")), finds="spaces-part-words-only"),
    mutation("an empty paragraph", on(BODY, MESSAGE, after("<w:p/>")), finds="spaces-part-words-only"),
    mutation("a line of underscores", on(BODY, SENTENCE, words("Name: ________")), finds="spaces-part-words-only"),
    mutation("a line of dots", on(BODY, SENTENCE, words("Name: ..........")), finds="spaces-part-words-only"),
    mutation("a typed footnote", on(BODY, SENTENCE, words("*Nothing that happened")), finds="footnotes-are-few"),
    mutation("a formula", on(BODY, RUN, after("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")),
             finds="formulas-have-words"),
    mutation("news in the running head", on(HEAD, "//w:t", words("Ring 0800 1111 at night")),
             finds="running-heads-repeat"),
)  # fmt: skip

LANGUAGE = (
    mutation("no language", on(STYLES, "//w:docDefaults//w:lang", delete), finds="language-is-set"),
    mutation("another language in the properties", on(CORE, "//dc:language", words("fr")), finds="language-is-set"),
    mutation("none in the properties", on(CORE, "//dc:language", delete), finds="language-is-set"),
    mutation("another language in the theme", on(SETTINGS, "//w:themeFontLang", put(w_val="de-DE")),
             finds="language-is-set"),
    mutation("French that says it is English", on(BODY, SENTENCE, words(f"{FRENCH}. " * 6)),
             finds="language-is-set parts-have-language"),
    mutation("Arabic that says it is English", on(BODY, SENTENCE, words("تحدث مع شخص بالغ")),
             finds="parts-have-language"),
    mutation("Welsh that says nothing", on(BODY, "//w:rPr/w:lang[@w:val='cy']", delete), finds="parts-have-language",
             known=True),
    mutation("no title in the properties", on(CORE, "//dc:title", words("")), finds="title-is-set"),
    mutation("no title element", on(CORE, "//dc:title", delete), finds="title-is-set"),
    mutation("a file name as title", on(CORE, "//dc:title", words("leaflet-v2_final.docx")), finds="title-is-set"),
    mutation("untitled", on(CORE, "//dc:title", words("Untitled")), finds="title-is-set"),
    mutation("lost words", on(BODY, SENTENCE, words("Nothing is your fault.")),
             finds="text-equals-document", known=True),
    mutation("joined words", on(BODY, SENTENCE, words("Nothing thathappened is your fault.")),
             finds="text-equals-document", known=True),
    mutation("a lost paragraph", on(BODY, MESSAGE, delete), finds="text-equals-document", known=True),
    mutation("left-over text", on(BODY, SENTENCE, words("Lorem ipsum dolor")), finds="text-is-finished"),
    mutation("something to insert", on(BODY, SENTENCE, words("Come on [insert date]")), finds="text-is-finished"),
    mutation("a broken reference", on(BODY, SENTENCE, words("Error! Reference source not found.")),
             finds="text-is-finished"),
    mutation("a tracked change", on(BODY, RUN,
             after('<w:ins w:id="900" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r>'
             "<w:t> Really.</w:t></w:r></w:ins>")), finds="text-is-finished"),
)  # fmt: skip

MUTATIONS = (*PICTURES, *TABLES, *HEADINGS, *LISTS, *LINKS, *LOOKS, *LANGUAGE)
