"""Defects that came up later: hidden and broken words, things that only look right, what is left to do."""

from __future__ import annotations

from check.docx_mutations.edits import (
    BODY,
    CORE,
    RELATED,
    STYLES,
    TYPES,
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
from check.docx_mutations.what_readers_meet import DECORATIVE, FIGURE, MESSAGE, PLAIN, RUN, SENTENCE, STYLE, TABLE

BOLD = "".join(chr(0x1D5EE + ord(letter) - ord("a")) for letter in "nothing")
"""In letters of mathematics."""
LONG = "Nothing that happened is your fault, and you can always find help together with somebody. " * 3
TYPED = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r></w:p>'
TAKE_ONE = (
    '<w:sdt><w:sdtPr><w:alias w:val="Day"/><w:tag w:val="day"/><w:id w:val="900"/><w:dropDownList/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>Choose</w:t></w:r></w:sdtContent></w:sdt>"
)
OLD_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/><w:enabled/><w:calcOnExit w:val="0"/>'
    "<w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar "
    'w:fldCharType="separate"/></w:r><w:r><w:t>name</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
MERGED = '<w:fldSimple w:instr=" MERGEFIELD Name "><w:r><w:t>«Name»</w:t></w:r></w:fldSimple>'
REFERENCE = '<w:fldSimple w:instr=" REF who \\h "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
REMARK = (
    b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:comment w:id="0" w:author="A">'
    b"<w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment></w:comments>"
)
TO_REMARK = (
    '<rel:Relationship Id="rIdC" Target="comments.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/>'
)
TYPE_OF_REMARK = (
    '<ct:Override PartName="/word/comments.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
)
OBJECT = (
    '<w:r><w:object><v:shape id="o1"><v:imagedata/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" '
    'ShapeID="o1" DrawAspect="Content" ObjectID="_1"/></w:object></w:r>'
)

WORDS = (
    mutation("hidden words", on(BODY, RUN, first("<w:rPr><w:vanish/></w:rPr>")), finds="looks-come-from-styles"),
    mutation(
        "a hidden style",
        on(STYLES, f"{STYLE.format('Message')}/w:rPr", last("<w:vanish/>")),
        finds="file-is-valid text-is-even",
    ),
    mutation("words struck out", on(BODY, RUN, first("<w:rPr><w:strike/></w:rPr>")), finds="looks-come-from-styles"),
    mutation(
        "underlined words that are no link",
        on(BODY, RUN, first('<w:rPr><w:u w:val="single"/></w:rPr>')),
        finds="looks-come-from-styles",
    ),
    mutation(
        "a blank inside of a word",
        on(BODY, SENTENCE, words("Noth\u200bing that happ\u200bened")),
        finds="letters-are-themselves",
    ),
    mutation(
        "letters that stand apart",
        on(BODY, SENTENCE, words("N o t h i n g that happened")),
        finds="letters-are-themselves",
    ),
    mutation("fancy letters", on(BODY, SENTENCE, words(f"{BOLD} that happened")), finds="letters-are-themselves"),
    mutation(
        "letters lost on the way",
        on(BODY, SENTENCE, words("Nothing that happened isn\ufffdt your fault")),
        finds="letters-are-themselves",
    ),
    mutation(
        "letters read in another code",
        on(BODY, SENTENCE, words("Nothing that happened isnâ€™t your fault")),
        finds="letters-are-themselves",
    ),
    mutation(
        "letters of a symbol font",
        on(BODY, RUN, first('<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>')),
        finds="letters-are-themselves looks-come-from-styles",
    ),
    mutation(
        "a long text in capitals",
        on(BODY, SENTENCE, words(LONG)),
        on(BODY, RUN, first("<w:rPr><w:caps/></w:rPr>")),
        finds="looks-come-from-styles",
    ),
    mutation(
        "a style in capitals",
        on(STYLES, f"{STYLE.format('BodyText')}", last("<w:rPr><w:caps/></w:rPr>")),
        finds="text-is-even",
    ),
    mutation(
        "a style in italics",
        on(STYLES, f"{STYLE.format('BodyText')}", last("<w:rPr><w:i/></w:rPr>")),
        finds="text-is-even",
    ),
    mutation(
        "a text set to the middle",
        on(BODY, SENTENCE, words(LONG)),
        on(BODY, f"{MESSAGE}/w:pPr", last('<w:jc w:val="center"/>')),
        finds="text-is-even",
    ),
    mutation(
        "lines too close",
        on(BODY, f"{MESSAGE}/w:pPr", last('<w:spacing w:line="160" w:lineRule="auto"/>')),
        finds="text-is-even",
    ),
    mutation(
        "words that blink",
        on(BODY, RUN, first('<w:rPr><w:effect w:val="blinkBackground"/></w:rPr>')),
        finds="looks-come-from-styles",
    ),
    mutation(
        "Arabic from the left",
        on(BODY, RUN, first('<w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr>')),
        on(BODY, SENTENCE, words("تحدث مع شخص بالغ تثق به")),
        finds="parts-have-language",
    ),
    mutation(
        "a word read in another language",
        on(BODY, RUN, first('<w:rPr><w:lang w:val="fr-FR"/></w:rPr>')),
        on(BODY, SENTENCE, words(LONG)),
        finds="parts-have-language",
    ),
)

THINGS = (
    mutation(
        "columns made with tabs",
        on(
            BODY,
            MESSAGE,
            after(
                "".join(
                    TYPED.format(*pair)
                    for pair in (("Childline", "0800 1111"), ("Police", "101"), ("School", "01632 960960"))
                )
            ),
        ),
        finds="tables-are-real",
    ),
    mutation(
        "a header cell without words", on(BODY, f"{TABLE}/w:tr[1]/w:tc[2]//w:t", words("")), finds="table-has-header"
    ),
    mutation(
        "words on their side",
        on(BODY, f"{TABLE}/w:tr[1]/w:tc[2]/w:tcPr", last('<w:textDirection w:val="btLr"/>')),
        finds="text-is-even",
    ),
    mutation(
        "a table wider than the page",
        on(BODY, f"{TABLE}/w:tblPr/w:tblW", put(w_w="20000", w_type="dxa")),
        finds="things-fit-the-page",
    ),
    mutation(
        "a picture wider than the page",
        on(BODY, f"{FIGURE}/../wp:extent", put(cx="9900000")),
        finds="things-fit-the-page",
    ),
    mutation(
        "the same alt on two pictures",
        on(BODY, f"{FIGURE} | {DECORATIVE}", put(descr="Two friends talk"), every=True),
        on(BODY, "//adec:decorative", delete),
        finds="pictures-have-alt",
    ),
    mutation("alt “image of”", on(BODY, FIGURE, put(descr="Image of a child and a friend")), finds="pictures-have-alt"),
    mutation("alt as a left-over", on(BODY, FIGURE, put(descr="Alt text goes here")), finds="pictures-have-alt"),
    mutation(
        "an address as alt", on(BODY, FIGURE, put(descr="https://cdn.school.org/media/2041")), finds="pictures-have-alt"
    ),
    mutation(
        "the caption as alt",
        on(BODY, FIGURE, put(descr="Nothing that happened is your fault")),
        finds="pictures-have-alt",
    ),
    mutation(
        "alt in another language",
        on(BODY, FIGURE, put(descr="Une main tient le téléphone et une autre main est dans la poche de la veste")),
        finds="pictures-have-alt",
    ),
    mutation("an embedded sheet", on(BODY, RUN, after(OBJECT)), finds="pictures-have-alt"),
    mutation(
        "a number typed in a heading",
        on(BODY, "//w:p[w:pPr/w:pStyle/@w:val='Heading3']//w:t", words("2.1 In this order")),
        finds="contents-are-true lists-are-real",
    ),
    mutation("a list to choose from without choices", on(BODY, RUN, after(TAKE_ONE)), finds="controls-have-titles"),
    mutation("an old form field without help", on(BODY, RUN, after(OLD_FIELD)), finds="controls-have-titles"),
    mutation("a tab at the start", on(BODY, SENTENCE, before("<w:tab/>")), finds="spaces-part-words-only"),
)

LEFT = (
    mutation("a name that was not merged", on(BODY, RUN, after(MERGED)), finds="text-is-finished"),
    mutation(
        "a comment",
        on(BODY, RUN, after('<w:r><w:commentReference w:id="0"/></w:r>')),
        add("word/comments.xml", REMARK),
        on(RELATED, "/*", last(TO_REMARK)),
        on(TYPES, "/*", last(TYPE_OF_REMARK)),
        finds="text-is-finished",
    ),
    mutation(
        "contents that tell another heading",
        on(BODY, "//w:hyperlink[@w:anchor='order']//w:t", words("In another order")),
        finds="contents-are-true",
    ),
    mutation(
        "contents without a heading",
        on(BODY, "//w:p[w:pPr/w:pStyle/@w:val='Heading3'][.//w:t[.='Left']]//w:t[.='Left']", words("The first column")),
        finds="contents-are-true",
    ),
    mutation(
        "a reference with other words",
        on(BODY, MESSAGE, after(f"<w:p>{REFERENCE.format('When to call')}</w:p>")),
        finds="contents-are-true",
    ),
    mutation(
        "a link within the file to another part than it names",
        on(BODY, "//w:t[.='Read on']", words("In this order")),
        finds="contents-are-true",
    ),
    mutation(
        "a link to this computer",
        on(RELATED, "//*[starts-with(@Target, 'mailto')]", put(Target="http://localhost:8000/")),
        finds="links-lead-somewhere",
    ),
    mutation(
        "a link to a shared drive",
        on(RELATED, "//*[starts-with(@Target, 'mailto')]", put(Target="\\\\server\\staff\\a.docx")),
        finds="links-lead-somewhere",
    ),
    mutation(
        "an address with a blank",
        on(RELATED, "//*[starts-with(@Target, 'mailto')]", put(Target="https://www.school.org/a b")),
        finds="links-lead-somewhere",
    ),
    mutation("the usual title", on(CORE, "//dc:title", words("Document1")), finds="title-is-set"),
    mutation(
        "an empty page",
        on(BODY, MESSAGE, after(PLAIN.format("", "").replace("<w:t></w:t>", '<w:br w:type="page"/>') * 2)),
        finds="spaces-part-words-only",
    ),
)

MUTATIONS = (*WORDS, *THINGS, *LEFT)
