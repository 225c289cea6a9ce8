"""Defects that Word and other programs meet: protection, controls, ids, references, parts, properties, markup."""

from __future__ import annotations

from check.docx_mutations.edits import (
    BODY,
    CORE,
    HEAD,
    NOTES,
    NUMBERS,
    RELATED,
    SETTINGS,
    STYLES,
    TABLE_IN_CELL,
    TYPES,
    add,
    after,
    before,
    delete,
    drop,
    first,
    last,
    mutation,
    named,
    on,
    put,
    without,
    words,
)

CONTROL = "//w:sdt[w:sdtPr/w:tag/@w:val='school_name']/w:sdtPr"
MESSAGE = "//w:p[w:pPr/w:pStyle/@w:val='Message']"
CELL = "//w:tbl[1]/w:tr[2]/w:tc[3]"
CONTROL_IN_HEAD = (
    '<w:sdt><w:sdtPr><w:alias w:val="School"/><w:tag w:val="s"/><w:id w:val="901"/></w:sdtPr><w:sdtContent><w:r>'
    "<w:t>Water</w:t></w:r></w:sdtContent></w:sdt>"
)
NOTE_CALL = "//w:footnoteReference"

EDITING = (
    mutation("protected", on(SETTINGS, "//w:defaultTabStop", before('<w:documentProtection w:edit="readOnly" '
             'w:enforcement="1"/>')), finds="file-can-be-edited"),
    mutation("to be read only", on(SETTINGS, "/w:settings", first('<w:writeProtection w:recommended="1"/>')),
             finds="file-can-be-edited"),
    mutation("an old mode", on(SETTINGS, "//w:compatSetting[@w:name='compatibilityMode']", put(w_val="12")),
             finds="opens-as-it-is"),
    mutation("no mode", on(SETTINGS, "//w:compat", delete), finds="opens-as-it-is"),
    mutation("a question at opening", on(SETTINGS, "//w:defaultTabStop", before("<w:updateFields/>")),
             finds="opens-as-it-is file-is-valid"),
    mutation("a field to be counted", on(BODY, "//w:fldChar[@w:fldCharType='begin']", put(w_dirty="1")),
             finds="opens-as-it-is"),
    mutation("a control without a title", on(BODY, f"{CONTROL}/w:alias", delete), finds="controls-have-titles"),
    mutation("a control with an empty title", on(BODY, f"{CONTROL}/w:alias", put(w_val="")),
             finds="controls-have-titles"),
    mutation("a locked control", on(BODY, f"{CONTROL}/w:id", after('<w:lock w:val="contentLocked"/>')),
             finds="controls-have-titles"),
    mutation("a control in the head", on(HEAD, "//w:p", last(CONTROL_IN_HEAD)), finds="controls-have-titles"),
    mutation("a control without a tag", on(BODY, f"{CONTROL}/w:tag", delete), finds="controls-have-titles", known=True),
)  # fmt: skip

IDS = (
    mutation("two pictures with one id", on(BODY, "(//wp:docPr)[2]", put(id="1")), finds="package-is-sound"),
    mutation("two controls with one id", on(BODY, "(//w:sdtPr/w:id)[2]", put(w_val="1")), finds="package-is-sound"),
    mutation("an id that is too large", on(BODY, "(//w:sdtPr/w:id)[2]", put(w_val="4294967296")),
             finds="package-is-sound file-is-valid"),
    mutation("an id that is 0", on(BODY, "(//w:sdtPr/w:id)[2]", put(w_val="0")), finds="package-is-sound"),
    mutation("two bookmarks of one name", on(BODY, "//w:bookmarkStart[@w:name='order']", put(w_name="say")),
             finds="package-is-sound links-lead-somewhere"),
    mutation("two bookmarks with one id", on(BODY, "(//w:bookmarkStart)[2]", put(w_id="1")),
             finds="package-is-sound file-is-valid"),
    mutation("a bookmark without an end", on(BODY, "//w:bookmarkEnd", delete), finds="package-is-sound"),
    mutation("an end without a bookmark", on(BODY, "//w:bookmarkStart[@w:name='_lk_3']", delete),
             finds="package-is-sound"),
    mutation("two notes with one id", on(NOTES, "//w:footnote[@w:id='2']", put(w_id="1")), base="noted",
             finds="package-is-sound file-is-valid"),
    mutation("a note that is not there", on(BODY, NOTE_CALL, put(w_id="9")), base="noted",
             finds="package-is-sound file-is-valid"),
    mutation("notes without a rule", on(NOTES, "//w:footnote[@w:type='separator']", without("w:type")), base="noted",
             finds="package-is-sound"),
    mutation("two styles with one id", on(STYLES, "//w:style[@w:styleId='Message']", put(w_styleId="BodyText")),
             finds="package-is-sound file-is-valid"),
    mutation("two lists with one number", on(NUMBERS, "//w:num[@w:numId='2']", put(w_numId="1")),
             finds="package-is-sound file-is-valid lists-are-real"),
)  # fmt: skip

REFERENCES = (
    mutation("a style that is not there", on(BODY, f"{MESSAGE}//w:pStyle", put(w_val="Massage")),
             finds="package-is-sound file-is-valid"),
    mutation("a character style that is not there", on(BODY, "//w:rStyle", put(w_val="Gone")),
             finds="package-is-sound file-is-valid"),
    mutation("a table style that is not there", on(BODY, "//w:tblStyle", put(w_val="Gone")),
             finds="package-is-sound file-is-valid"),
    mutation("a paragraph style on a run", on(BODY, "//w:rStyle", put(w_val="Message")), finds="package-is-sound"),
    mutation("a style based on nothing", on(STYLES, "//w:style[@w:styleId='Message']/w:basedOn", put(w_val="Gone")),
             finds="package-is-sound file-is-valid"),
    mutation("a list without its numbering", on(NUMBERS, "//w:num/w:abstractNumId", put(w_val="99")),
             finds="package-is-sound file-is-valid"),
    mutation("a picture that is not there", on(RELATED, "//*[contains(@Target, '.png')]", put(Target="media/gone.png")),
             finds="parts-fit-together file-is-valid"),
    mutation("a reference that leads nowhere", on(BODY, "//a:blip", put(r_embed="rId999")),
             finds="parts-fit-together file-is-valid"),
    mutation("a picture on the web", on(BODY, "//a:blip", put(r_link="rId4"), without("r:embed")),
             finds="parts-fit-together"),
    mutation("a head that is not there", drop(HEAD), finds="parts-fit-together file-is-valid"),
    mutation("a part that nothing refers to", add("word/left.xml", b"<left/>"), finds="parts-fit-together"),
    mutation("a kind of part that is not declared", on(TYPES, "//ct:Default[@Extension='png']", delete),
             finds="parts-fit-together"),
    mutation("a cell that ends in a table", on(BODY, f"{CELL}/w:p[last()]", after(TABLE_IN_CELL)),
             finds="package-is-sound table-has-header"),
    mutation("a cell without a paragraph", on(BODY, f"{CELL}/w:p", delete, every=True),
             finds="package-is-sound file-is-valid"),
)  # fmt: skip

PROPERTIES = (
    mutation("two titles", on(CORE, "//dc:title", after("<dc:title>Two</dc:title>")), finds="parts-fit-together"),
    mutation("a date in words", on(CORE, "//dcterms:created", words("on Monday")), finds="parts-fit-together"),
)

MARKUP = (
    mutation("an unknown element", on(BODY, MESSAGE, before("<w:nonsense/>")), finds="file-is-valid"),
    mutation("properties in the wrong order", on(BODY, f"{MESSAGE}/w:pPr", first("<w:jc w:val='left'/>")),
             finds="file-is-valid"),
    mutation("numbering in the wrong order", on(NUMBERS, "/w:numbering", first('<w:num w:numId="90"><w:abstractNumId '
             'w:val="1"/></w:num>')), finds="file-is-valid"),
    mutation("settings in the wrong order", on(SETTINGS, "/w:settings", last('<w:zoom w:percent="100"/>')),
             finds="file-is-valid"),
    mutation("a paragraph in a paragraph", on(BODY, MESSAGE, last("<w:p><w:r><w:t>Within.</w:t></w:r></w:p>")),
             finds="file-is-valid"),
    mutation("a section that is not last", on(BODY, "/w:document/w:body/w:sectPr", after("<w:p><w:r><w:t>After.</w:t>"
             "</w:r></w:p>")), finds="file-is-valid"),
    mutation("a table without a grid", on(BODY, "//w:tblGrid", delete), finds="file-is-valid tables-are-simple"),
    mutation("a value that is not allowed", on(BODY, f"{MESSAGE}/w:pPr", last('<w:jc w:val="middle"/>')),
             finds="file-is-valid"),
    mutation("a word for a number", on(STYLES, "//w:docDefaults//w:sz", put(w_val="large")),
             finds="package-is-sound text-can-grow"),
    mutation("an attribute without its namespace", on(BODY, f"{MESSAGE}//w:pStyle", put(val="Message")),
             finds="package-is-sound"),
    mutation("a run outside of a paragraph", on(BODY, f"{MESSAGE}/w:r", named("w:run")), finds="file-is-valid"),
)  # fmt: skip

MUTATIONS = (*EDITING, *IDS, *REFERENCES, *PROPERTIES, *MARKUP)
