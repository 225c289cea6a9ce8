"""Other scripts: each with a face that has it, read back as written, and right-to-left words in their order."""

# ruff: noqa: RUF001 - letters of other scripts are the point

from __future__ import annotations

from pathlib import Path

import page
import pytest

from lessonkit.check.pdf.read import reading_lines as read_back
from lessonkit.document import Block, Code, Paragraph, Strong, Superscript, Text
from lessonkit.fallback import clusters, faces, script_of
from lessonkit.fonts import face, writing
from lessonkit.reading import reading_lines
from lessonkit.render.pdf import render_pdf
from lessonkit.render.pdf.pieces import Run
from lessonkit.render.pdf.shape import shape
from render.every_node import ASSETS, THEME
from render.pdf.galleys import document, lay_out, pieces

PASSAGES = {
    "en": "efficient offices affect fjords, e\u0301te\u0301, x\u0331 and cafe\u0301 — ☐ ✓ → ≤ ½",
    "uk": "Українською: об'єднання, ґанок, їжак.",
    "el": "Καλημέρα, ἄνθρωπος.",
    "ar": "السلام عليكم ورحمة الله، لا بأس (حقًّا) 116 111.",
    "ur": "آپ کے بچے کی حفاظت سب سے اہم ہے۔ کال کریں 0800 1111 (مفت)، یا www.iwf.org.uk دیکھیں۔",
    "he": "שלום עולם! זה טקסט (בעברית), שָׁלוֹם.",
    "hi": "बच्चों की सुरक्षा, क्षत्रिय, र्कि कि ज्ञान।",
    "bn": "শিশুদের নিরাপত্তা কো কৌ ক্ষ।",
    "pa": "ਬੱਚਿਆਂ ਦੀ ਸੁਰੱਖਿਆ।",
    "gu": "બાળકોની સુરક્ષા ક્ષ.",
    "ta": "குழந்தைகளின் பாதுகாப்பு கொ கோ கௌ.",
}


def passages() -> tuple[Block, ...]:
    regular = [Paragraph((Text(text, language),)) for language, text in PASSAGES.items()]
    bold = [Paragraph((Strong((Text(text, language),)),)) for language, text in PASSAGES.items()]
    return (*regular, *bold)


def test_a_page_in_many_scripts_conforms_and_reads_back_as_written() -> None:
    source = document(*passages(), height=290)
    data = render_pdf(source, THEME, ASSETS)[""]
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, report.failures
    assert read_back(data) == reading_lines(source)


def test_a_column_too_narrow_for_any_word_keeps_their_characters() -> None:
    source = document(*passages(), width=36, margin=8, height=290)
    data = render_pdf(source, THEME, ASSETS)[""]
    assert [line.replace("\u00ad", "") for line in read_back(data)] == list(reading_lines(source))


def runs(*content: object) -> list[Run]:
    (laid,) = lay_out(Paragraph(content))
    return [piece for _, _, piece in pieces(laid) if isinstance(piece, Run) and piece.text.strip()]


def at(text: str, found: list[Run]) -> float:
    return next(run.x for run in found if text in run.text)


def test_a_run_knows_its_language_script_and_direction() -> None:
    first, second = runs(Text("peace "), Text("سلام", "ar"))
    assert (first.written.language, first.written.direction) == ("en-GB", "ltr")
    assert second.written == writing("ar", "Arab", "rtl")
    assert second.look.font == "NotoSansArabic-Regular"


def test_right_to_left_words_stand_from_right_to_left_and_are_read_in_order() -> None:
    found = runs(Text("one "), Text("שלום עולם", "he"), Text(" two."))
    assert [run.text for run in found] == ["one", "שלום", "עולם", "two."]
    assert at("one", found) < at("עולם", found) < at("שלום", found) < at("two", found)


def test_a_right_to_left_paragraph_begins_at_the_right_and_ends_with_its_full_stop_at_the_left() -> None:
    found = runs(Text("שלום 25 עולם.", "he"))
    assert at(".", found) < at("עולם", found) < at("25", found) < at("שלום", found)
    assert at("שלום", found) + found[0].width == pytest.approx(130 * 72 / 25.4, abs=0.1)


def test_brackets_turn_round_with_their_words() -> None:
    hebrew = faces(THEME)["NotoSansHebrew-Regular"]
    assert shape(face(hebrew.path), "(", writing("he", "", "rtl")).glyphs[0].id == shape(hebrew, ")").glyphs[0].id


def test_faces_are_opened_only_for_characters_that_the_theme_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("lessonkit.fallback.face", lambda path: opened.append(path) or face(path))
    fresh = type(faces(THEME))(tuple(THEME.fonts.items()), faces(THEME).fallbacks)
    fresh.stretches("plain words", "regular", "en-GB")
    assert {path.stem for path in opened} == {"AtkinsonHyperlegibleNext-Regular"}
    opened.clear()
    fresh.stretches("שלום", "bold", "he")
    assert {path.stem for path in opened} == {"AtkinsonHyperlegibleNext-Bold", "NotoSansHebrew-Bold"}


def test_a_base_and_its_marks_stay_in_one_face() -> None:
    assert list(clusters("e\u0301x\u0331a")) == ["e\u0301", "x\u0331", "a"]
    found = faces(THEME).stretches("x\u0331a", "regular", "en")
    assert [(each.text, each.font) for each in found] == [("x\u0331", "NotoSans-Regular"), ("a", "regular")]
    assert [each.font for each in faces(THEME).stretches("e\u0301", "regular", "en")] == ["regular"]


def test_scripts_are_told_by_their_letters() -> None:
    assert [script_of(letter) for letter in "aЖاשहক→"] == ["", "Cyrl", "Arab", "Hebr", "Deva", "Beng", ""]


@pytest.mark.parametrize("word", ["ffi", "fi", "e\u0301", "x\u0331", "क्षत्रिय", "র্কো", "கொ", "سلام", "لا", "שָׁ"])
def test_the_glyphs_of_a_word_stand_for_its_characters_in_their_order(word: str) -> None:
    (stretch,) = faces(THEME).stretches(word, "regular", "")
    shaped = shape(faces(THEME)[stretch.font], word, stretch.written)
    assert "".join(glyph.text for glyph in shaped.glyphs).replace("\u200b", "") == word
    assert not shaped.missing


def test_superscripts_are_smaller_and_higher_and_code_has_letters_of_one_width() -> None:
    base, raised, code = runs(Text("19"), Superscript((Text("th"),)), Code("illWW"))
    assert raised.look.size < base.look.size
    assert raised.y < base.y
    assert code.look.font == "mono"
    assert code.width == pytest.approx(len("illWW") * shape(faces(THEME)["mono"], "i").width * code.look.size)


def test_the_letters_of_a_divided_arabic_word_still_join() -> None:
    (laid,) = lay_out(Paragraph((Text("مستشفى" * 12, "ar"),)), width=60)
    found = [piece.text for _, _, piece in pieces(laid) if isinstance(piece, Run)]
    assert len(found) > 1, "divided over lines"
    assert all(len(text) > 6 for text in found), "and whole on each"
    assert "".join(found).replace("\u00ad", "") == "مستشفى" * 12
