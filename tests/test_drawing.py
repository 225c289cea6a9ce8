"""Drawings: what the strict SVG reader keeps, what it refuses, and the PNG made from a drawing."""

from io import BytesIO
from itertools import pairwise, product
from math import hypot
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from lessonkit.drawing import Assets, Drawing, Shape
from lessonkit.drawing.path import read_path
from lessonkit.drawing.pixels import Image as Raster
from lessonkit.drawing.pixels import fitted
from lessonkit.drawing.raster import drawing_to_png, flatten
from lessonkit.drawing.svg import read_drawing
from lessonkit.problems import LessonkitError, Place

ICONS = Path(__file__).parent.parent / "layouts" / "icons"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{}</svg>'


def drawn(tmp_path: Path, body: str) -> Drawing:
    file = tmp_path / "trial.svg"
    file.write_text(SVG.format(body), encoding="utf-8")
    return read_drawing(file)


def refusal(tmp_path: Path, body: str) -> str:
    with pytest.raises(LessonkitError) as caught:
        drawn(tmp_path, body)
    return str(caught.value)


# ------------------------------------------------------------------------------------------------ path data


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ("m4 5 l1 2 h3 v-4 z", "M4 5 L5 7 H8 V3 Z"),
        ("m4 5 1 2", "M4 5 L5 7"),
        ("m1 1c1 0 2 1 2 2s1 2 2 2", "M1 1C2 1 3 2 3 3S4 5 5 5"),
        ("m1 1q2 0 2 2t2 2", "M1 1Q3 1 3 3T5 5"),
        ("m10 10a5 5 0 01.5.5", "M10 10A5 5 0 0 1 10.5 10.5"),
        ("M1-1.5.5e1-2", "M 1 -1.5 L 5 -2"),
    ],
)
def test_relative_and_short_forms_are_the_same_path(relative: str, absolute: str) -> None:
    ours, theirs = (flatten(read_path(data), 1) for data in (relative, absolute))
    assert len(ours[0]) == len(theirs[0]) > 1
    for mine, expected in zip(ours[0], theirs[0], strict=True):
        assert mine == pytest.approx(expected)


def test_path_becomes_lines_and_cubics_only() -> None:
    path = read_path("M0 0H10V10Q10 20 0 20A5 5 0 0 0 0 10z")
    assert [segment[0] for segment in path] == ["M", "L", "L", "C", "C", "C", "Z"]
    assert path[3][1:] == pytest.approx((10, 10 + 20 / 3, 20 / 3, 20, 0, 20))


def test_smooth_curve_mirrors_the_control_point_before_it() -> None:
    path = read_path("M0 0C0 5 5 10 10 10S20 5 20 0")
    assert path[2] == ("C", 15, 10, 20, 5, 20, 0)


def test_smooth_curve_after_a_line_has_nothing_to_mirror() -> None:
    path = read_path("M0 0L10 10S20 5 20 0")
    assert path[2] == ("C", 10, 10, 20, 5, 20, 0)


@pytest.mark.parametrize(("large", "clockwise"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_arc_stays_on_its_circle_and_takes_the_way_asked_for(large: int, clockwise: int) -> None:
    (line,) = flatten(read_path(f"M10 20A10 10 0 {large} {clockwise} 20 10"), 0.5)
    centre = (20, 20) if large != clockwise else (10, 10)
    assert all(hypot(x - centre[0], y - centre[1]) == pytest.approx(10, abs=0.01) for x, y in line)
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))
    assert length == pytest.approx(10 * 3.14159 * (1.5 if large else 0.5), rel=0.01)


def test_arc_with_radii_too_small_grows_until_it_reaches() -> None:
    (line,) = flatten(read_path("M0 0A1 1 0 0 1 20 0"), 0.5)
    assert line[-1] == (20, 0)
    assert min(y for _, y in line) == pytest.approx(-10, abs=0.01)


def test_turned_ellipse_reaches_beyond_its_ends() -> None:
    (upright,) = flatten(read_path("M-10 0A10 5 0 0 1 10 0"), 0.2)
    (turned,) = flatten(read_path("M-5 0A10 5 90 0 1 5 0"), 0.2)
    assert min(y for _, y in upright) == pytest.approx(-5, abs=0.05)
    assert min(y for _, y in turned) == pytest.approx(-10, abs=0.05)


def test_drawing_on_after_closing_starts_where_the_shape_began() -> None:
    assert read_path("M1 2L9 2L9 9ZL4 4")[4:] == (("M", 1, 2), ("L", 4, 4))


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ("L4 4", "must begin with M"),
        ("M4", "A number is missing"),
        ("M4 4 K5", "“K” is not a path command"),
        ("M4 4 5", "A number is missing"),
        ("M0 0A5 5 0 2 0 9 9", "A number is missing"),
        ("M0 0zz5", "“5” is not a path command"),
    ],
)
def test_broken_path_data_is_refused(tmp_path: Path, data: str, complaint: str) -> None:
    message = refusal(tmp_path, f'\n<path d="{data}"/>')
    assert message.startswith("trial.svg:2: ")
    assert complaint in message


# ------------------------------------------------------------------------------------------------ the reader


def test_every_shape_reaches_as_far_as_its_numbers_say(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path,
        """<circle cx="10" cy="11" r="5"/><ellipse cx="10" cy="11" rx="5" ry="6"/>
        <rect x="5" y="6" width="10" height="12"/><rect x="5" y="6" width="10" height="12" rx="3"/>
        <line stroke="red" x1="5" y1="6" x2="15" y2="18"/>
        <polyline points="5,6 15,6 15,18"/><polygon points="5 6 15 6 15 18"/>""",
    )
    boxes = [box(shape) for shape in drawing.shapes]
    assert boxes[0] == pytest.approx((5, 6, 15, 16), abs=0.01)
    assert boxes[1] == pytest.approx((5, 5, 15, 17), abs=0.01)
    assert all(found == pytest.approx((5, 6, 15, 18)) for found in boxes[2:])
    assert drawing.shapes[6].path[-1] == ("Z",)


def test_group_hands_down_its_paint(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path,
        """<path d="M0 0h9v9" stroke="#123456"/>
        <g fill="none" stroke="currentColor" stroke-width="3">
          <g stroke-width="2"><line x2="9"/></g><path d="M0 0h9v9" stroke="none" fill="#abcdef"/></g>""",
    )
    paints = [(shape.fill, shape.stroke, shape.stroke_width) for shape in drawing.shapes]
    assert paints == [("#000000", "#123456", 1), (None, "currentColor", 2), ("#abcdef", None, 0)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("red", "#ff0000"),
        ("#AbC", "#aabbcc"),
        ("#A1B2C3", "#a1b2c3"),
        ("rgb(1, 2, 255)", "#0102ff"),
        ("rgb(100%, 0%, 0%)", "#ff0000"),
        ("currentColor", "currentColor"),
    ],
)
def test_colour_is_read_in_every_notation(tmp_path: Path, written: str, expected: str) -> None:
    (own, styled) = drawn(
        tmp_path, f'<path d="M0 0h9v9" fill="{written}"/><path d="M0 0h9v9" style="fill: {written}"/>'
    ).shapes
    assert own.fill == styled.fill == expected


def test_style_wins_over_attributes_and_sets_every_part_of_a_line(tmp_path: Path) -> None:
    style = (
        "fill:none;stroke:#123456;stroke-width:2px;stroke-linecap:square;stroke-linejoin:bevel;stroke-dasharray:4,2,1"
    )
    (shape,) = drawn(tmp_path, f'<path d="M0 0h9" fill="red" style="{style}"/>').shapes
    assert (shape.fill, shape.stroke, shape.stroke_width) == (None, "#123456", 2)
    assert (shape.cap, shape.join, shape.dash) == ("square", "bevel", (4, 2, 1, 4, 2, 1))


def test_straight_line_is_not_filled(tmp_path: Path) -> None:
    (shape,) = drawn(tmp_path, '<path d="M0 0L9 9L4 4" stroke="red" fill="blue"/>').shapes
    assert shape.fill is None


def test_line_has_the_ends_and_corners_of_svg_unless_told(tmp_path: Path) -> None:
    (shape,) = drawn(tmp_path, '<path d="M0 0h9" stroke="red"/>').shapes
    assert (shape.cap, shape.join, shape.dash, shape.miter_limit) == ("butt", "miter", (), 4)


@pytest.mark.parametrize(
    ("transform", "expected"),
    [
        ("translate(3 4)", (3, 4, 13, 24)),
        ("translate(3)", (3, 0, 13, 20)),
        ("scale(2)", (0, 0, 20, 40)),
        ("scale(2, .5)", (0, 0, 20, 10)),
        ("rotate(90)", (-20, 0, 0, 10)),
        ("rotate(180 5 10)", (0, 0, 10, 20)),
        ("matrix(1 0 0 1 5 6)", (5, 6, 15, 26)),
        ("skewX(45)", (0, 0, 30, 20)),
        ("translate(10 0) scale(2)", (10, 0, 30, 40)),
        ("scale(2) translate(10 0)", (20, 0, 40, 40)),
    ],
)
def test_transform_moves_a_shape_where_it_says(tmp_path: Path, transform: str, expected: tuple[float, ...]) -> None:
    (shape,) = drawn(tmp_path, f'<g transform="{transform}"><rect width="10" height="20"/></g>').shapes
    assert box(shape) == pytest.approx(expected, abs=1e-6)


def test_groups_transform_from_the_outside_in_and_lines_grow_with_them(tmp_path: Path) -> None:
    body = """<g transform="translate(10 10)"><g transform="scale(2)">
      <path transform="rotate(90)" d="M0 0h4" stroke="red" stroke-width="1.5" stroke-dasharray="1"/></g></g>"""
    (shape,) = drawn(tmp_path, body).shapes
    assert box(shape) == pytest.approx((10, 10, 10, 18))
    assert (shape.stroke_width, shape.dash) == (pytest.approx(3), pytest.approx((2, 2)))


def test_view_box_may_begin_anywhere_and_cuts_off_what_lies_outside(tmp_path: Path) -> None:
    file = tmp_path / "trial.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="100%" viewBox="-10 20 100 50">'
        '<rect x="-10" y="20" width="10" height="10"/><rect x="80" y="30" width="40" height="10"/></svg>'
    )
    drawing = read_drawing(file)
    assert (drawing.width, drawing.height) == (100, 50)
    assert box(drawing.shapes[0]) == (0, 0, 10, 10)
    assert [shape.clip for shape in drawing.shapes] == [None, (0, 0, 100, 50)]


def test_size_stands_in_for_a_view_box_and_tiny_units_become_usual_ones(tmp_path: Path) -> None:
    file = tmp_path / "trial.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1px">'
        '<path d="M0 0L2 1" stroke="red" stroke-width="0.001"/></svg>'
    )
    drawing = read_drawing(file)
    assert (drawing.width, drawing.height) == (480, 240)
    assert box(drawing.shapes[0]) == (0, 0, 480, 240)
    assert drawing.shapes[0].stroke_width == pytest.approx(0.24)


def test_what_drawing_programs_add_for_themselves_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "trial.svg"
    file.write_text("""<?xml version="1.0"?><!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:own="http://example.org/own" version="1.1" id="a" viewBox="0 0 48 48"
  xml:space="preserve" style="enable-background:new 0 0 48 48;" own:zoom="2">
  <title>A square</title><desc>It is red.</desc><metadata>m</metadata><own:view grid="yes"/>
  <defs><linearGradient id="unused"/></defs>
  <g id="layer" class="st0" data-name="Layer 1" style="display:inline;font-family:Arial">
    <rect width="9" height="9" fill="red" opacity="1" style="fill-opacity:1;stroke:none;-inkscape-stroke:none">
      <title>Red</title></rect>
    <path d="M0 0h48v48H0z" fill="none"/><rect width="9" height="9" display="none"/><circle cx="5"/></g></svg>""")
    assert [shape.fill for shape in read_drawing(file).shapes] == ["#ff0000"]


def test_ring_by_the_even_odd_rule_is_a_hole_however_it_winds(tmp_path: Path) -> None:
    rings = "M8 8h32v32h-32zM16 16h16v16h-16z"
    (shape,) = drawn(tmp_path, f'<path d="{rings}" fill-rule="evenodd"/>').shapes
    picture = painted(shape)
    assert picture.getpixel((24, 24))[3] == 0
    assert picture.getpixel((12, 12))[3] == 255


@pytest.mark.parametrize(
    ("body", "complaint", "todo"),
    [
        ('<text x="1" y="2">Hello</text>', "<text> is not something", "turn the words into paths"),
        ('<style>path{fill:red}</style><path d="M0 0h9"/>', "<style> is not something", "as attributes"),
        ('<image href="photo.png"/>', "<image> is not something", "Use the picture itself"),
        ("<script>alert(1)</script>", "<script> is not something", "without scripts"),
        ('<use href="#a"/>', "<use> is not something", "symbols and clones"),
        ('<a href="https://example.org"/>', "<a> is not something", "plain shapes"),
        ('<path d="M0 0h9" onclick="alert(1)"/>', "onclick runs a script", "without scripts"),
        ('<path d="M0 0h9" fill="url(#sky)"/>', "“url(#sky)” is a gradient or pattern", "one plain colour"),
        ('<path d="M0 0h9" clip-path="url(#a)"/>', "clip-path is “url(#a)”", "plain shapes"),
        ('<path d="M0 0h9" style="filter:url(#blur)"/>', "filter is “url(#blur)”", "plain shapes"),
        ('<path d="M0 0h9" opacity="0.5"/>', "opacity is “0.5”", "the colour that it has on white"),
        ('<path d="M0 0h9" fill="redd"/>', "“redd” is not a colour", "plain shapes"),
        ('<path d="M0 0h9" stroke-width="2em"/>', "“2em” is not a plain number", "plain shapes"),
        ('<path d="M0 0h9" stroke-linecap="wavy"/>', "stroke-linecap is “wavy”, not one of", "plain shapes"),
        ('<path d="M0 0h9" wobble="2"/>', "attribute wobble", "plain shapes"),
        ('<path d="M0 0h9" transform="twist(4)"/>', "“twist” with 1 numbers is not a transform", "plain shapes"),
        ('<path d="M0 0h9" stroke="red" transform="scale(2 1)"/>', "a line that is stretched", "undo the stretching"),
        ('<circle r="-4"/>', "r is less than nothing", "plain shapes"),
        ('<polygon points="1 2 3"/>', "pairs of numbers", "plain shapes"),
        ('<path d=""/>', "nothing in this drawing", "plain shapes"),
        ("", "nothing in this drawing", "plain shapes"),
        ("<path>", "not well-formed", "plain shapes"),
        ("&secret;", "not", "plain shapes"),
    ],
)
def test_what_cannot_be_kept_is_refused(tmp_path: Path, body: str, complaint: str, todo: str) -> None:
    message = refusal(tmp_path, body)
    assert message.startswith("trial.svg:1: ")
    assert complaint in message
    assert todo in message


@pytest.mark.parametrize(
    "opening",
    [
        '<svg viewBox="0 0 9 9">',
        '<svg xmlns="http://www.w3.org/2000/svg">',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9">',
    ],
)
def test_root_must_be_svg_of_a_known_size(tmp_path: Path, opening: str) -> None:
    file = tmp_path / "trial.svg"
    file.write_text(f'{opening}<path d="M0 0h9"/></svg>', encoding="utf-8")
    with pytest.raises(LessonkitError, match=r"SVG namespace|viewBox"):
        read_drawing(file)


# ----------------------------------------------------------------------------------------------- PNG pictures


def painted(shape: Shape, height_px: int = 48) -> Image.Image:
    return Image.open(BytesIO(drawing_to_png(Drawing(48, 48, (shape,)), height_px, "#0b5563")))


def test_png_shows_fill_and_stroke_on_a_transparent_ground() -> None:
    square = read_path("M12 12h24v24h-24z")
    picture = painted(Shape(square, "#ff0000", "currentColor", 4))
    assert picture.size == (48, 48)
    assert picture.getpixel((24, 24)) == (255, 0, 0, 255)
    assert picture.getpixel((11, 24)) == (0x0B, 0x55, 0x63, 255)
    assert picture.getpixel((4, 4)) == (0, 0, 0, 0)


def test_png_keeps_proportions_at_any_height() -> None:
    drawing = Drawing(96, 48, (Shape(read_path("M0 0h96"), None, "#000000", 3),))
    assert Image.open(BytesIO(drawing_to_png(drawing, 30, "#000000"))).size == (60, 30)


@pytest.mark.parametrize(("hole", "alpha"), [("M16 16v16h16v-16z", 0), ("M16 16h16v16h-16z", 255)])
def test_ring_inside_a_ring_is_a_hole_if_it_winds_the_other_way(hole: str, alpha: int) -> None:
    picture = painted(Shape(read_path("M8 8h32v32h-32z" + hole), "#000000", None, 1))
    assert picture.getpixel((24, 24))[3] == alpha
    assert picture.getpixel((12, 12))[3] == 255


def test_line_ends_are_round() -> None:
    picture = painted(Shape(read_path("M12 24h24"), None, "#000000", 12), 96)
    assert picture.getpixel((14, 48))[3] == 255, "the cap reaches beyond the end of the line"
    assert picture.getpixel((14, 38))[3] == 0, "and is no square"


def test_line_ends_where_it_says_if_its_ends_are_butt() -> None:
    picture = painted(Shape(read_path("M12 24h24"), None, "#000000", 12, "butt"), 96)
    assert [picture.getpixel((x, 48))[3] for x in (22, 26, 70, 74)] == [0, 255, 255, 0]


def test_corner_is_pointed_cut_or_round_as_asked() -> None:
    reach = {}
    for join in ("miter", "bevel", "round"):
        picture = painted(Shape(read_path("M8 40L24 16L40 40"), None, "#000000", 6, "butt", join), 96)
        reach[join] = min(y for y in range(96) if picture.getpixel((48, y))[3])
    assert reach["miter"] < reach["round"] < reach["bevel"]


def test_dashes_leave_gaps() -> None:
    picture = painted(Shape(read_path("M0 24h48"), None, "#000000", 4, "butt", dash=(8, 4)))
    assert [picture.getpixel((x, 24))[3] for x in (4, 10, 14, 22)] == [255, 0, 255, 0]


def test_nothing_is_painted_outside_a_clip() -> None:
    picture = painted(Shape(read_path("M0 0h48v48h-48z"), "#000000", clip=(0, 0, 12, 48)))
    assert [picture.getpixel((x, 24))[3] for x in (4, 10, 14, 30)] == [255, 255, 0, 0]


def test_edges_do_not_darken() -> None:
    picture = painted(Shape(read_path("M24 6A18 18 0 0 1 24 42A18 18 0 0 1 24 6"), "#8fbfc4", None, 1))
    soft = [pixel for pixel in picture.get_flattened_data() if 0 < pixel[3] < 255]
    assert soft
    assert all(abs(pixel[0] - 0x8F) <= 16 for pixel in soft)


def test_same_drawing_gives_the_same_bytes() -> None:
    drawing = read_drawing(ICONS / "heart.svg")
    assert drawing_to_png(drawing, 83, "#0b5563") == drawing_to_png(drawing, 83, "#0b5563")


# ----------------------------------------------------------------------------------------------------- assets


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "images").mkdir(parents=True)
    Image.new("RGB", (40, 30), "#0b5563").save(root / "images" / "good.png")
    Image.new("L", (40, 30)).save(root / "images" / "grey.jpg")
    Image.new("RGB", (4, 3)).save(tmp_path / "outside.png")
    Image.new("RGB", (4, 3)).save(root / "images" / "other.gif")
    data = (root / "images" / "good.png").read_bytes()
    (root / "images" / "cut.png").write_bytes(data[: len(data) // 2])
    (root / "images" / "text.png").write_text("not a picture")
    (root / "images" / "empty.png").write_bytes(b"")
    return root


def test_picture_comes_with_its_size_and_bytes(project: Path) -> None:
    assets = Assets(ICONS, project)
    image = assets.image("images/good.png")
    assert (image.kind, image.width_px, image.height_px) == ("png", 40, 30)
    assert image.data == (project / "images" / "good.png").read_bytes()
    assert assets.image("images/grey.jpg").kind == "jpeg"


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("images/gone.png", "There is no picture “images/gone.png”"),
        ("images", "There is no picture"),
        ("../outside.png", "outside the project folder"),
        ("/etc/hostname", "outside the project folder"),
        ("images/other.gif", "not a PNG or JPEG"),
        ("images/text.png", "not a PNG or JPEG"),
        ("images/empty.png", "not a PNG or JPEG"),
        ("images/cut.png", "damaged or cut short"),
    ],
)
def test_unusable_picture_is_refused_where_it_is_asked_for(project: Path, path: str, complaint: str) -> None:
    with pytest.raises(LessonkitError) as caught:
        Assets(ICONS, project).image(path, Place("sources/guide.yaml", 7))
    assert str(caught.value).startswith("sources/guide.yaml:7: ")
    assert complaint in str(caught.value)
    assert caught.value.problems[0].todo


def test_drawing_of_the_project_is_a_picture_too(project: Path) -> None:
    (project / "images" / "plan.svg").write_text(SVG.format('<rect width="9" height="9"/>'))
    drawing = Assets(ICONS, project).picture("images/plan.svg")
    assert isinstance(drawing, Drawing)
    assert box(drawing.shapes[0]) == (0, 0, 9, 9)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (SVG.format("<text>a</text>"), "images/plan.svg:1: <text> is not something"),
        (SVG.format('<path d="M0 0h9"/>' + " " * 5_000_000), "larger than 5 MB"),
    ],
)
def test_drawing_that_cannot_be_used_is_named(project: Path, content: str, complaint: str) -> None:
    (project / "images" / "plan.svg").write_text(content)
    with pytest.raises(LessonkitError) as caught:
        Assets(ICONS, project).picture("images/plan.svg", Place("sources/guide.yaml", 7))
    assert complaint in str(caught.value)
    with pytest.raises(LessonkitError, match="outside the project folder"):
        Assets(ICONS, project).picture("../plan.svg")


def test_link_that_leads_out_of_the_project_is_refused(project: Path) -> None:
    (project / "images" / "link.png").symlink_to(project.parent / "outside.png")
    with pytest.raises(LessonkitError, match="outside the project folder"):
        Assets(ICONS, project).image("images/link.png")


@pytest.mark.parametrize("size", [(8_000, 5_001), (20_000, 20_000)])
def test_huge_picture_is_refused(project: Path, size: tuple[int, int]) -> None:
    Image.new("1", size).save(project / "images" / "huge.png")
    with pytest.raises(LessonkitError, match="more than 40 million pixels"):
        Assets(ICONS, project).image("images/huge.png")


def test_heavy_picture_is_refused_unread(project: Path) -> None:
    with (project / "images" / "good.png").open("ab") as file:
        file.truncate(20_000_001)
    with pytest.raises(LessonkitError, match="larger than 20 MB"):
        Assets(ICONS, project).image("images/good.png")


def test_every_cut_of_a_picture_gives_a_message_and_no_crash(project: Path) -> None:
    data = (project / "images" / "grey.jpg").read_bytes()
    for length in range(0, len(data) - 2, 9):
        (project / "images" / "cut.jpg").write_bytes(data[:length])
        with pytest.raises(LessonkitError, match=r"damaged|not a PNG"):
            Assets(ICONS, project).image("images/cut.jpg")


def test_picture_with_a_location_is_refused(project: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.GPSInfo] = {ExifTags.GPS.GPSLatitudeRef: "N"}
    Image.new("RGB", (40, 30)).save(project / "images" / "photo.jpg", exif=exif)
    with pytest.raises(LessonkitError, match="where it was taken"):
        Assets(ICONS, project).image("images/photo.jpg")


def opened(image: Raster) -> Image.Image:
    picture = Image.open(BytesIO(image.data))
    assert picture.size == (image.width_px, image.height_px)
    return picture


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_picture_stored_on_its_side_is_turned_upright(project: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    picture = Image.new("RGB", (40, 30), "white")
    picture.paste("red", (0, 0, 20, 30))
    picture.save(project / "images" / f"photo.{kind}", exif=exif)
    found = opened(Assets(ICONS, project).image(f"images/photo.{kind}")).convert("RGB")
    assert found.size == (30, 40)
    assert found.getpixel((15, 4))[1] < 60, "what was left is on top"
    assert found.getpixel((15, 36))[1] > 200
    assert not found.getexif()


def test_colours_for_printers_become_those_of_a_screen(project: Path) -> None:
    Image.new("CMYK", (40, 30), (0, 255, 255, 0)).save(project / "images" / "print.jpg")
    found = opened(Assets(ICONS, project).image("images/print.jpg"))
    assert found.mode == "RGB"
    assert found.getpixel((20, 15))[0] > 180
    assert found.getpixel((20, 15))[1] < 80


def test_shades_beyond_256_are_kept_as_near_as_can_be(project: Path) -> None:
    Image.new("I;16", (9, 9), 25_700).save(project / "images" / "deep.png")
    assert opened(Assets(ICONS, project).image("images/deep.png")).getpixel((4, 4)) == 100


def test_colours_of_another_profile_become_those_of_srgb(project: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    for name, profile in {"wide": WIDE, "srgb": SRGB, "lab": lab, "broken": b"profile"}.items():
        Image.new("RGB", (9, 9), (0, 200, 0)).save(project / "images" / f"{name}.png", icc_profile=profile)
    colours = {
        name: opened(Assets(ICONS, project).image(f"images/{name}.png")).getpixel((4, 4))
        for name in ("wide", "srgb", "lab", "broken")
    }
    assert colours["srgb"] == colours["lab"] == colours["broken"] == (0, 200, 0)
    assert colours["wide"] != (0, 200, 0)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
WIDE = (
    SRGB.replace(b"s\0R\0G\0B", b"o\0w\0n\0 ")
    .replace(
        # The table of the green primary: swapped with the red one, so that colours must change.
        b"rXYZ",
        b"tmp_",
    )
    .replace(b"gXYZ", b"rXYZ")
    .replace(b"tmp_", b"gXYZ")
)


def test_picture_with_too_many_pixels_for_its_size_is_made_smaller(project: Path) -> None:
    for name, mode in {
        "photo.jpg": "RGB",
        "grey.jpg": "L",
        "clear.png": "RGBA",
        "few.png": "P",
        "two.png": "1",
    }.items():
        Image.new("RGB", (1000, 500), "#8a4b00").convert(mode).save(project / "images" / name)
        image = Assets(ICONS, project).image(f"images/{name}")
        found = fitted(image, 25.4)
        assert (found.width_px, found.height_px, found.kind) == (300, 150, image.kind)
        assert opened(found).has_transparency_data == (mode == "RGBA")
        assert len(found.data) < len(image.data)
        assert fitted(image, 100) is image, "300 dpi are not reached"


def test_a_drawing_in_few_colours_is_not_averaged(project: Path) -> None:
    chequered = Image.new("1", (1000, 1000))
    for x, y in product(range(0, 1000, 16), repeat=2):
        chequered.paste(1, (x, y, x + 8, y + 8))
    chequered.save(project / "images" / "code.png")
    image = Assets(ICONS, project).image("images/code.png")
    assert fitted(image, 25.4) is image


def test_unknown_icon_names_the_nearest_one(project: Path) -> None:
    with pytest.raises(LessonkitError) as caught:
        Assets(ICONS, project).drawing("haert", Place("sources/guide.yaml", 7))
    assert str(caught.value) == "sources/guide.yaml:7: There is no icon “haert”. Did you mean `heart`?"


# ------------------------------------------------------------------------------------------------------ icons


def box(shape: Shape) -> tuple[float, float, float, float]:
    points = [point for line in flatten(shape.path, 0.5) for point in line]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("name", Assets(ICONS, ICONS).names())
def test_icon_stays_inside_its_box_in_one_style(name: str) -> None:
    drawing = Assets(ICONS, ICONS).drawing(name)
    assert (drawing.width, drawing.height) == (48, 48)
    for shape in drawing.shapes:
        reach = shape.stroke_width / 2 if shape.stroke else 0
        left, top, right, bottom = box(shape)
        assert min(left, top) - reach >= 1
        assert max(right, bottom) + reach <= 47
        assert {shape.fill, shape.stroke} <= {"currentColor", None}
        assert not shape.stroke or shape.stroke_width == 3


def test_icons_differ_enough_to_be_told_apart() -> None:
    assets = Assets(ICONS, ICONS)
    assert len(assets.names()) > 30
    small = {name: Image.open(BytesIO(drawing_to_png(assets.drawing(name), 16, "#000000"))) for name in assets.names()}
    ink = {name: [pixel[3] / 255 for pixel in picture.get_flattened_data()] for name, picture in small.items()}
    pairs = [(a, b) for a in ink for b in ink if a < b]
    alike = [(a, b) for a, b in pairs if sum(abs(x - y) for x, y in zip(ink[a], ink[b], strict=True)) < 8]
    assert not alike
