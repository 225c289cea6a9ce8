"""Each rule about Word files passes a good file and finds what is broken: a case breaks one thing in the XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from lessonkit.check.docx import RULES, check_docx, read_docx
from lessonkit.check.rule import Finding, run
from lessonkit.document import Document, Heading, Paragraph
from lessonkit.problems import LessonkitError, Place
from lessonkit.render.docx import render_docx
from render.every_node import ASSETS, LONG, RICH, THEME, words

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
NOTES = "word/footnotes.xml"
CORE, SETTINGS = "docProps/core.xml", "word/settings.xml"
TITLE = "<dc:title>[^<]*"
H1, H2, H3 = (f'"Heading{level}"' for level in (1, 2, 3))
ALT = 'descr="A child talks[^"]*"'
TICK = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>(.*?>)Write down'
CELL = "<w:tc><w:tcPr/><w:p><w:pPr/></w:p></w:tc>"
EMPTY_ROWS = f"<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{CELL * 3}</w:tr>"
FORMULA = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'
GUIDE = '<w:hyperlink w:anchor="who"(.*?>)Read on'


@dataclass(frozen=True)
class Broken:
    """One thing that is broken, as a pattern and what the first match of it becomes, and what must be found."""

    says: str
    part: str
    pattern: str
    broken: str
    finds: str
    outcome: str = "fail"
    document: Document = LONG


TABBED = "<w:p><w:r><w:t>Who</w:t><w:tab/><w:t>101</w:t></w:r></w:p>"
CASES: dict[str, tuple[Broken, ...]] = {
    "word-title-is-set": (
        Broken("no title", CORE, TITLE, "<dc:title>", "has no title"),
        Broken("a file name", CORE, TITLE, "<dc:title>sample.docx", "is a file name: sample.docx"),
        Broken("another title", CORE, TITLE, "<dc:title>Steam", "titled “Steam”, not “Water"),
    ),
    "word-language-is-set": (
        Broken("no default", STYLES, "<w:lang [^>]*>", "", "no language for its text"),
        Broken("another in the properties", CORE, "en-GB", "en-US", "says en-US, not en-GB, for its properties"),
        Broken("another in the theme", SETTINGS, "en-GB", "fr", "says fr, not en-GB, for its theme fonts"),
    ),
    "word-pictures-have-alt": (
        Broken("nothing", BODY, ALT, 'descr=""', "has no alternative text"),
        Broken("a file name", BODY, ALT, 'descr="adult.png"', "has a file name as its alternative text: adult.png"),
        Broken("far too long", BODY, ALT, f'descr="{"very long " * 30}"', "has an alternative text of 299 characters"),
        Broken("decorative with a text", BODY, 'descr=""', 'descr="A bubble"', "is marked decorative, but has"),
    ),
    "word-table-has-header": (
        Broken("no header row", BODY, "<w:tblHeader/>", "", "“People who help” has no header row"),
        Broken("an invisible one", BODY, 'w:firstRow="1"', 'w:firstRow="0"', "does not show its header row"),
        Broken("a row that may split", BODY, "<w:cantSplit/></w:trPr>", "</w:trPr>", "a row that may split", "review"),
        Broken("one below the body", BODY, "<w:cantSplit/></w:trPr>(?!.*<w:cantSplit/></w:trPr>)",
               "<w:cantSplit/><w:tblHeader/></w:trPr>", "has a header row below its body"),
    ),
    "word-tables-are-simple": (
        Broken("cells that span", BODY, "Hours", "Hours", "“Hours” has cells that span", "review", RICH),
        Broken("a cell too few", BODY, "<w:tc>(?:(?!<w:tc>).)*?For everything.*?</w:tc>", "", "different numbers of"),
        Broken("hardly any words", BODY, "(?<=<w:tr>).*?(?=</w:tbl>)", EMPTY_ROWS, "is mostly empty", "review"),
    ),
    "word-tables-are-real": (
        Broken(
            "tabs", BODY, "(?=<w:p>(?:(?!</w:p>).)*Nothing that)", TABBED * 3, "begins 3 lines in columns", "review"
        ),
    ),
    "word-contents-are-true": (
        Broken("another heading", BODY, "In this order(?=</w:t></w:r></w:hyperlink>)", "In no order",
               "“In no order” leads to “In this order”"),
    ),
    "word-letters-are-themselves": (
        Broken("lost letters", BODY, "Nothing that", "Noth\ufffding that", "what is left of a character"),
    ),
    "word-things-fit-the-page": (
        Broken("a wide table", BODY, '<w:tblW [^>]*>', '<w:tblW w:w="20000" w:type="dxa"/>', "wider than the text",
               "review"),
    ),
    "word-paragraphs-are-whole": (
        Broken("a line break in a sentence", BODY, "<w:t [^>]*>Nothing that",
               "<w:t>Talk with your child about the many pictures they</w:t><w:br/><w:t>see that", "goes on behind a",
               "review"),
    ),
    "word-pictures-keep-their-shape": (
        Broken("a pulled photo", BODY, '(<pic:spPr.*?<a:ext cx="[0-9]+" cy=)"[0-9]+"', r'\1"100000"', "times too wide",
               "review"),
    ),
    "word-colour-is-not-the-only-cue": (
        Broken("items in red", BODY, "Nothing that", "The items in red that", "“items in red” tells", "review"),
    ),
    "word-parts-have-language": (
        Broken("not marked", BODY, '<w:lang w:val="cy"[^>]*>', "", "“Cymraeg” is not marked as cy"),
        Broken("not marked in a note", NOTES, '"cy"', '"fr"', "“diogel ar-lein” is not marked as cy", "fail", RICH),
    ),
    "word-pictures-stand-in-line": (
        Broken("a picture that floats", BODY, "wp:inline(.*?)/wp:inline", r"wp:anchor\1/wp:anchor", "Picture 1 floats"),
        Broken("a frame", BODY, '(<w:pStyle w:val="Message"/>)', r'\1<w:framePr w:w="2000"/>', "has a frame"),
        Broken("a text box", BODY, "<w:body>", "<w:body><w:txbxContent/>", "has a text box"),
    ),
    "word-file-can-be-edited": (
        Broken("a form", SETTINGS, "(<w:defaultTabStop)", r'<w:documentProtection w:edit="forms" w:enforcement="1"/>\1',
               "is protected (forms)"),
    ),
    "word-spaces-part-words-only": (
        Broken("two spaces", BODY, "Nothing that", "Nothing  that", "has two spaces in a row", "review"),
        Broken("a typed line", BODY, "Nothing that", "______ that", "has a typed line to write on", "review"),
        Broken("tabs", BODY, "(<w:t [^>]*>)Nothing that", r"<w:tab/><w:tab/>\1Nothing that", "two tabs", "review"),
        Broken("an empty paragraph", BODY, "<w:body>", "<w:body><w:p/>", "There is an empty paragraph", "review"),
    ),
    "word-looks-come-from-styles": (
        Broken("red words", BODY, "<w:r>(<w:t [^>]*>Nothing)", r'<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>\1',
               "has looks of its own (another colour)", "review"),
    ),
    "word-opens-as-it-is": (
        Broken("an old mode", SETTINGS, '(compatibilityMode".*?w:val=)"15"', r'\1"12"', "mode (12)", "review"),
        Broken("none", SETTINGS, "<w:compat>.*</w:compat>", "", "mode (none)", "review"),
    ),
    "word-tables-are-described": (
        Broken("no title", BODY, "<w:tblCaption[^>]*>", "", "Table 1 has no title", "review"),
        Broken("no description", BODY, "<w:tblDescription[^>]*>", "", "has no description", "review"),
    ),
    "word-text-can-grow": (
        Broken("an exact line", STYLES, 'lineRule="atLeast"', 'lineRule="exact"', "an exact height", "review"),
        Broken("an exact row", BODY, "<w:trPr>", '<w:trPr><w:trHeight w:hRule="exact"/>', "exact", "review"),
        Broken("small letters", STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="21"/>', "has 10.5 points", "review"),
    ),
    "word-text-is-even": (
        Broken("justified", STYLES, '(w:styleId="Message".*?)</w:pPr>', r'\1<w:jc w:val="both"/></w:pPr>',
               "The style Message is justified", "review"),
        Broken("italic", STYLES, '(w:styleId="Message".*?)<w:rPr>', r"\1<w:rPr><w:i/>", "Message is italic", "review"),
        Broken("one paragraph", BODY, '(<w:pStyle w:val="Message"/>)', r'\1<w:jc w:val="both"/>', "is justified",
               "review"),
    ),
    "word-links-have-tooltips": (
        Broken("none", BODY, ' w:tooltip="help@example.org"', "", "“help@example.org” has no tooltip", "review"),
    ),
    "word-formulas-have-words": (
        Broken("a formula", BODY, "<w:body>", f"<w:body>{FORMULA}", "has a formula", "review"),
    ),
    "word-footnotes-are-few": (
        Broken("footnotes", BODY, "Hours", "Hours", "the first of them “Online Safety Act 2023", "review", RICH),
    ),
    "word-text-equals-document": (
        Broken("a lost note", NOTES, "Online Safety Act", "Safety Act", "reads differently: “Online", "fail", RICH),
        Broken("lost words", BODY, "Nothing that happened is", "Nothing is", "A passage reads differently: “Nothing"),
        Broken("joined words", BODY, "Nothing that happened", "Nothing thathappened", "Words are joined"),
    ),
    "word-headings-step-down": (
        Broken("a skipped level", BODY, H3, '"Heading4"', "“In this order” jumps from level 2 to 4"),
        Broken("no title", BODY, H1, H2, "is the first and has level 2"),
        Broken("two titles", BODY, H2, H1, "“What to say” is a second heading of level 1"),
        Broken("an empty heading", BODY, "In this order(?!.*In this order)", "", "A heading of level 3 is empty"),
        Broken("in a table", BODY, '"TableRowHeader"', H3, "“Childline” stands in a table"),
        Broken("in a list", BODY, '"ListParagraph"', H3, "“Listen.” stands in a list"),
    ),
    "word-headings-are-built-in": (
        Broken("a style of another name", STYLES, 'w:val="heading 5"', 'w:val="Fifth"', "Heading 5 is not Word’s"),
        Broken("another outline level", STYLES, '<w:outlineLvl w:val="4"/>', '<w:outlineLvl w:val="5"/>', "Heading 5"),
        Broken("home-made", STYLES, '(<w:name w:val="Message"/>.*?)</w:pPr>', r'\1<w:outlineLvl w:val="2"/></w:pPr>',
               "is in the style Message, which is not based on Heading3"),
    ),
    "word-lists-are-real": (
        Broken("a typed number", BODY, TICK, r"\g<1>1. Write down", "“1. Write down what was said” begins with"),
        Broken("a typed bullet", BODY, TICK, r"\g<1>• Write down", "begins with a typed number or bullet"),
        Broken("a list that goes on", BODY, '<w:numId w:val="4"/>', '<w:numId w:val="1"/>', "“Breathe” goes on with"),
        Broken("a list without numbering", BODY, '<w:numId w:val="4"/>', '<w:numId w:val="77"/>', "list 77, which is"),
        Broken("one that does not start anew", NUMBERS, '(w:numId="4".*?)<w:lvlOverride.*?</w:lvlOverride>', r"\1",
               "begins with “Breathe” does not start anew"),
    ),
    "word-links-lead-somewhere": (
        Broken("empty words", BODY, GUIDE, r'<w:hyperlink w:anchor="who"\1Click here', "“Click here” does not say"),
        Broken("a raw address", BODY, GUIDE, r'<w:hyperlink w:anchor="who"\1https://example.org/', "address as its"),
        Broken("a bookmark that is not there", BODY, GUIDE, r'<w:hyperlink w:anchor="gone"\1Read on', "leads to #gone"),
        Broken("no address", "word/_rels/document.xml.rels", "mailto:", "mail:", "leads to “mail:help@example.org”"),
        Broken("the same words twice", BODY, GUIDE, r'<w:hyperlink w:anchor="who"\g<1>0800 1111',
               "“0800 1111” link to tel:08001111 and to #who", "review"),
    ),
    "word-package-is-sound": (
        Broken("two pictures with one id", BODY, 'docPr id="2"', 'docPr id="1"', "picture id “1” is used 2 times"),
        Broken("two controls with one id", BODY, '<w:id w:val="2"/>', '<w:id w:val="1"/>', "control id “1” is used"),
        Broken("an id too large", BODY, '<w:id w:val="2"/>', '<w:id w:val="4294967296"/>', "not a number that Word"),
        Broken("two bookmarks of one name", BODY, 'w:name="order"', 'w:name="say"', "bookmark “say” is used 2 times"),
        Broken("a bookmark without an end", BODY, "<w:bookmarkEnd[^>]*>", "", "a beginning without an end"),
        Broken("a style that is not there", BODY, '"Message"', '"Massage"', "“Massage”, which is not defined"),
        Broken("a cell without a paragraph", BODY, "(</w:tcPr>)<w:p>.*?</w:p>", r"\1", "does not end in a paragraph"),
        Broken("a note that is not there", BODY, '(footnoteReference w:id=)"1"', r'\1"9"', "Footnote 9", "fail", RICH),
        Broken("two notes with one id", NOTES, 'w:id="2"', 'w:id="1"', "footnote id “1” is used 2", "fail", RICH),
        Broken("notes without a rule", NOTES, 'w:type="separator"', "", "have no rule above them", "fail", RICH),
    ),
    "word-parts-fit-together": (
        Broken("a picture that is not there", "word/_rels/document.xml.rels", "media/", "pictures/", "not in the file"),
        Broken("two titles", CORE, "<dc:subject>", "<dc:title>Two</dc:title><dc:subject>", "have two titles"),
        Broken("a date in words", CORE, ">2000[^<]*<", ">Monday<", "“Monday” as the date"),
    ),
    "word-controls-have-titles": (
        Broken("no title", BODY, '<w:alias w:val="name of your school"/>', "", "has no title"),
        Broken("no tag", BODY, '<w:tag w:val="school_name"/>', "", "has no tag"),
    ),
    "word-words-stand-out": (
        Broken("a pale style", STYLES, '(w:styleId="BodyText".*?)</w:style>',
               r'\1<w:rPr><w:color w:val="9CA3AF"/></w:rPr></w:style>', "is #9ca3af on #ffffff, 2.5 to 1"),
        Broken("pale numbers", "word/numbering.xml", '(decimal".*?)<w:color [^>]*>', r'\1<w:color w:val="9CA3AF"/>',
               "The number before “"),
    ),
    "word-captions-are-real": (
        Broken("plain text", BODY, '"Caption"/>(.*?>)People', r'"BodyText"/>\1Table 1: people',
               "“Table 1: people who help” is a caption in plain text", "review"),
    ),
    "word-headings-are-short": (
        Broken("a paragraph as a heading", BODY, "(>)(?=In this order)(?!.*>In this order)", rf"\1{'In order. ' * 12}",
               "characters", "review"),
    ),
    "word-running-heads-repeat": (
        Broken("news in the head", "word/header1.xml", "A template", "Ring 0800 1111", "Only a running head", "review"),
    ),
    "word-text-is-finished": (
        Broken("a broken reference", BODY, "Nothing that", "Error! Bookmark not defined.", "where a reference"),
        Broken("left over", BODY, "Nothing that", "Lorem ipsum that", "“Lorem ipsum” looks unfinished", "review"),
    ),
    "word-file-is-valid": (
        Broken("an unknown element", BODY, "<w:body>", "<w:body><w:nonsense/>", "nonsense"),
        Broken("the wrong order", BODY, '(<w:pStyle w:val="Message"/>)', r"<w:keepNext/>\1", "pStyle"),
    ),
}  # fmt: skip


@cache
def rendered(name: str) -> bytes:
    return render_docx({one.name: one for one in (LONG, RICH)}[name], THEME, ASSETS)


def broken_file(case: Broken) -> bytes:
    buffer = BytesIO()
    with ZipFile(BytesIO(rendered(case.document.name))) as source, ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == case.part:
                text, found = re.subn(case.pattern, case.broken, content.decode(), count=1, flags=re.DOTALL)
                assert found, "the good file no longer holds what this case breaks"
                content = text.encode()
            target.writestr(name, content)
    return buffer.getvalue()


def all_cases() -> Iterator[object]:
    for rule, cases in CASES.items():
        yield from (pytest.param(rule, case, id=f"{rule}: {case.says}") for case in cases)


def found_by(rule: str, data: bytes, document: Document = LONG) -> list[Finding]:
    return run([one for one in RULES if one.id == rule], read_docx(data, document))


def test_every_rule_has_a_case_that_fails() -> None:
    assert {rule.id for rule in RULES} == set(CASES)


def test_every_rule_of_the_plan_is_kept() -> None:
    """Errors, warnings and advice on Word files, by the numbers that the clauses of the rules name."""
    planned = [
        f"DX-{kind}{number:02}" for kind, last in (("E", 15), ("W", 8), ("T", 2)) for number in range(1, last + 1)
    ]
    clauses = " ".join(rule.clause for rule in RULES)
    assert [number for number in planned if number not in clauses] == []


@pytest.mark.parametrize("rule", CASES)
def test_a_good_file_passes(rule: str) -> None:
    assert found_by(rule, rendered(LONG.name)) == []


@pytest.mark.parametrize(("rule", "case"), list(all_cases()))
def test_what_is_broken_is_found(rule: str, case: Broken) -> None:
    findings = found_by(rule, broken_file(case), case.document)
    assert {finding.outcome for finding in findings if case.finds in finding.message} == {case.outcome}, findings


def test_a_finding_points_at_the_authors_line() -> None:
    place = Place("sources/guides/sample.yaml", 12)
    typed = Paragraph(words("1. A number typed by hand"), place=place)
    document = replace(LONG, blocks=(Heading(1, words("Title"), "title"), typed))
    findings = check_docx(render_docx(document, THEME, ASSETS), document)
    assert [(finding.rule, finding.place) for finding in findings] == [("word-lists-are-real", place)]


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 cut short"], ids=["empty", "text", "cut"])
def test_a_damaged_file_is_one_clear_sentence(data: bytes) -> None:
    with pytest.raises(LessonkitError, match=r"^This Word file cannot be read: it is damaged or locked"):
        read_docx(data)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BLOCK. REPORT. TELL SOMEONE YOU TRUST.", []),
        ("BLOCK. REPORT. TELL SOMEONE YOU TRUST. AND TELL THEM ALL ABOUT IT TODAY.", ["word-text-is-even"]),
        ("BLOCK THEM. REPORT THEM. TELL SOMEONE YOU KNOW.", ["word-text-is-even"]),
    ],
)
def test_the_slogan_of_the_campaign_alone_may_stand_in_capitals(text: str, found: list[str]) -> None:
    data = render_docx(replace(LONG, blocks=(*LONG.blocks, Paragraph(words(text)))), THEME, ASSETS)
    assert [each.rule for each in run(RULES, read_docx(data)) if each.rule == "word-text-is-even"] == found
