"""Mutations of pictures, of the title, and of what a page looks like."""

from __future__ import annotations

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from check.mutations.editing import Editing, Operation, op
from check.mutations.mutation import mutation
from check.mutations.words import LATER
from lessonkit.check.anypdf.facts import Content
from lessonkit.check.anypdf.read import read_facts
from lessonkit.check.anypdf.subject import around


@mutation("pictures-have-alt")
def a_picture_without_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", None)


@mutation("pictures-have-alt")
def a_picture_with_an_empty_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", " ")


@mutation("alt-says-what-is-shown")
def a_file_name_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "IMG_2041.jpg")


@mutation("alt-says-what-is-shown")
def an_alternative_text_that_says_image_of(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Image of a hand with a phone")


@mutation("alt-says-what-is-shown")
def a_placeholder_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Picture 3")


@mutation("alt-differs-from-its-neighbours")
def the_caption_as_alternative_text(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "Phones stay downstairs at night.")


@mutation("alt-differs-from-its-neighbours")
def one_alternative_text_for_two_pictures(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A heart in two colours")


@mutation("alt-is-not-long")
def an_alternative_text_as_long_as_a_page(pdf: Editing) -> None:
    pdf.set(pdf.element("Figure"), "/Alt", "A hand holds a phone, and behind it stands a tree. " * 8)


@mutation("figure-box-is-where-it-is")
def a_picture_without_its_box(pdf: Editing) -> None:
    pdf.attribute(pdf.element("Figure"), "/BBox", None)


@mutation("figure-box-is-where-it-is")
def a_picture_whose_box_is_elsewhere(pdf: Editing) -> None:
    pdf.edit_content(pdf.element("Figure"), lambda found: [*found, op("re", 60, 480, 70, 60), op("f")])
    pdf.attribute(pdf.element("Figure"), "/BBox", [400.0, 700.0, 480.0, 780.0])


def _title(pdf: Editing, title: str | None) -> None:
    pdf.set(pdf.catalog, "/Metadata", None)
    pdf.set(pdf.writer._info, "/Title", title)


@mutation("file-has-title")
def no_title(pdf: Editing) -> None:
    _title(pdf, None)


@mutation("file-has-title")
def a_title_that_was_never_given(pdf: Editing) -> None:
    _title(pdf, "untitled")


@mutation("file-has-title")
def a_file_name_as_title(pdf: Editing) -> None:
    _title(pdf, "leaflet_v3_final.docx")


@mutation("file-has-title")
def the_title_of_a_word_processor(pdf: Editing) -> None:
    _title(pdf, "Microsoft Word - leaflet.doc")


@mutation("file-shows-title")
def a_window_that_shows_the_file_name(pdf: Editing) -> None:
    pdf.set(pdf.catalog, "/ViewerPreferences", None)


PERMISSIONS, FOR_ACCESSIBILITY = -1, 1 << 9
"""All that may be allowed, and the bit that lets screen readers in."""


@mutation("file-opens-to-assistive-technology")
def security_that_shuts_screen_readers_out(pdf: Editing) -> None:
    allowed = PERMISSIONS & ~FOR_ACCESSIBILITY
    pdf.writer.encrypt("", "owner", permissions_flag=allowed, algorithm="RC4-128")  # type: ignore[arg-type]


INK = op("rg", 0.122, 0.161, 0.216)
"""What the words around are drawn in."""


def _in_colour(pdf: Editing, colour: Operation) -> None:
    def coloured(found: list[Operation]) -> list[Operation]:
        return [colour, *(each for each in found if each[1] != b"rg"), INK]

    pdf.edit_content(pdf.element("P", LATER), coloured)


@mutation("contrast-is-enough")
def pale_words(pdf: Editing) -> None:
    _in_colour(pdf, op("g", 0.6))


@mutation("contrast-is-enough")
def white_words_on_paper(pdf: Editing) -> None:
    _in_colour(pdf, op("g", 1))


@mutation("contrast-is-enough")
def words_in_pale_yellow(pdf: Editing) -> None:
    _in_colour(pdf, op("k", 0, 0, 0.6, 0))


@mutation("contrast-is-enough")
def black_words_on_a_dark_box(pdf: Editing) -> None:
    box = [op("q"), op("rg", 0.1, 0.1, 0.3), op("re", 0, 0, 600, 900), op("f"), op("Q")]
    pdf.add(0, op("BMC", "/Artifact"), *box, op("EMC"), first=True)


@mutation("contrast-is-enough")
def words_that_are_nearly_transparent(pdf: Editing) -> None:
    pdf.set(pdf.pages[0]["/Resources"], "/ExtGState", {"/Pale": {"/ca": 0.3}, "/Full": {"/ca": 1.0}})
    pdf.edit_content(pdf.element("P", LATER), lambda found: [op("gs", "/Pale"), *found, op("gs", "/Full")])


@mutation("contrast-is-enough")
def words_on_a_photograph(pdf: Editing) -> None:
    _image(pdf, 0, 8, 500, 250, 50, 500)


@mutation("colours-differ-in-grey")
def red_words_on_black(pdf: Editing) -> None:
    page, number = pdf.content_of(pdf.element("P", LATER))
    left, bottom, right, top = around(read_facts(pdf.data()).runs_of[Content(page + 1, number)])
    box = [op("q"), op("g", 0), op("re", left - 2, bottom - 2, right - left + 4, top - bottom + 4), op("f"), op("Q")]
    _in_colour(pdf, op("rg", 1, 0, 0))
    pdf.add(page, op("BMC", "/Artifact"), *box, op("EMC"), first=True)


@mutation("colours-differ-in-grey")
def bars_in_red_and_green_that_are_equally_dark(pdf: Editing) -> None:
    bars = [
        *(op("q"), op("rg", 0.8, 0.1, 0.1), op("re", 300, 300, 20, 90), op("f")),
        *(op("rg", 0.1, 0.42, 0.1), op("re", 324, 300, 20, 60), op("f"), op("Q")),
    ]
    pdf.edit_content(pdf.element("Figure"), lambda found: [*found, *bars])
    pdf.attribute(pdf.element("Figure"), "/BBox", [50.0, 290.0, 400.0, 560.0])


@mutation("type-is-large-enough")
def small_print(pdf: Editing) -> None:
    sizes = op("Tf", "/F1", 6), op("Tf", "/F1", 12)
    pdf.edit_content(pdf.element("P", LATER), lambda found: [sizes[0], *found, sizes[1]])


@mutation("pages-hold-words")
def a_scanned_page(pdf: Editing) -> None:
    pdf.writer.add_blank_page(595, 842)
    pdf.pages = list(pdf.writer.pages)
    _image(pdf, len(pdf.pages) - 1, 8, 595, 842, 0, 0)


@mutation("pages-hold-words")
def a_scanned_page_with_recognised_words(pdf: Editing) -> None:
    a_scanned_page(pdf)
    last = len(pdf.pages) - 1
    pdf.set(pdf.pages[last]["/Resources"], "/Font", pdf.pages[0]["/Resources"]["/Font"])  # type: ignore[index]
    words = [op("Tr", 3), op("Tf", "/F1", 12), op("Td", 60, 600), op("Tj", pdf.codes(last, "Your own phone"))]
    pdf.add(last, op("BMC", "/Artifact"), op("BT"), *words, op("ET"), op("EMC"))


@mutation("pictures-hold-no-words")
def words_in_a_picture(pdf: Editing) -> None:
    _image(pdf, 1, 1, 300, 150, 200, 60)


@mutation("fields-have-names", "fields-can-be-filled-in")
def a_form_field_without_a_name(pdf: Editing) -> None:
    field = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx", "/T": "f1", "/Rect": [60, 60, 200, 80]}
    page = pdf.pages[1]
    made = DictionaryObject({NameObject(key): _value(pdf, each) for key, each in field.items()})
    pdf.set(page, "/Annots", [*page.get("/Annots", ()), pdf.writer._add_object(made)])


def _value(pdf: Editing, value: object) -> object:
    holder = DictionaryObject()
    pdf.set(holder, "/V", value)
    return holder["/V"]


def _image(pdf: Editing, page: int, bits: int, width: int, height: int, left: int, bottom: int) -> None:
    """Draws an image beneath all that is on a page, as decoration."""
    image = StreamObject()
    image.set_data(bytes(400 * 200 * bits // 8))
    for key, value in {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray"}.items():
        pdf.set(image, key, value)
    for key, number in {"/Width": 400, "/Height": 200, "/BitsPerComponent": bits}.items():
        pdf.set(image, key, number)
    resources = pdf.pages[page].setdefault(NameObject("/Resources"), DictionaryObject()).get_object()
    objects = resources.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    objects[NameObject("/Photo")] = pdf.writer._add_object(image)
    placed = [op("q"), op("cm", width, 0, 0, height, left, bottom), op("Do", "/Photo"), op("Q")]
    pdf.add(page, op("BMC", "/Artifact"), *placed, op("EMC"), first=True)


@mutation("pages-hold-words")
def a_page_of_outlines(pdf: Editing) -> None:
    pdf.pages.append(pdf.writer.add_blank_page(595, 842))
    letter = [(50, 50), (54, 59), (58, 50)]
    drawn = [op("BMC", "/Artifact"), op("g", 0)]
    for at in range(240):
        left, up = at % 40 * 12, at // 40 * 20
        (first, top), *others = [(x + left, y + up) for x, y in letter]
        drawn += [op("m", first, top), *(op("l", x, y) for x, y in others), op("h"), op("f")]
    pdf.add(len(pdf.pages) - 1, *drawn, op("EMC"))


@mutation("pictures-are-not-blurred")
def a_picture_of_few_dots(pdf: Editing) -> None:
    figure = pdf.element("Figure")
    _image(pdf, 1, 8, 1, 1, 0, 0)
    pdf.set(pdf.pages[1]["/Resources"]["/XObject"]["/Photo"], "/Width", 40)  # type: ignore[index]
    pdf.set(figure["/A"], "/BBox", [400, 440, 560, 520])
    drawn = [op("q"), op("cm", 160, 0, 0, 80, 400, 440), op("Do", "/Photo"), op("Q")]
    pdf.edit_content(figure, lambda found: drawn)
