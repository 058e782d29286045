"""The files: whole, the same every time, and with everything in them that they need."""

from __future__ import annotations

import io
import re
import zlib
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

import xentgui
from tests.export.samples import AWKWARD, EXAMPLE, PDFTOTEXT, figure, many, of_qimage, pixels
from xentgui.documents.embedded import read_state_document
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS, ExportFormat
from xentgui.export.formats.png import render
from xentgui.export.spec import FigureSpec
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.panels import PANELS

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = [panel.key for panel in PANELS]
FEW = KEYS[:7]
"""Few enough that each has room for all that it writes."""
SVG_NAMES = {"svg": "http://www.w3.org/2000/svg"}
every_format = pytest.mark.parametrize("written", EXPORT_FORMATS.values(), ids=EXPORT_FORMATS)
DOCUMENT = '{"format": "xentgui", "title": "猫 & <b> \\u0000", "logits": [2.33, "-inf"]}'


@every_format
def test_every_format_gives_the_same_bytes_for_the_same_figure(written: ExportFormat) -> None:
    first, one, other = (figure(EXAMPLE, *KEYS, document=DOCUMENT) for _ in range(3))
    # Qt places text a hundredth of a pixel elsewhere until it has used a font once.
    written.encode(first)

    assert written.encode(one) == written.encode(other)


@every_format
@pytest.mark.parametrize("document", [DOCUMENT, DOCUMENT * 2000, "", "\x00\r\n\ufffe", "☃"])
def test_every_format_gives_back_the_state_it_was_given(
    written: ExportFormat, document: str, tmp_path: object
) -> None:
    data = written.encode(figure(EXAMPLE, document=document))

    assert read_state_document(data) == (document or None)


@every_format
def test_every_format_keeps_labels_that_its_syntax_could_trip_over(written: ExportFormat) -> None:
    data = written.encode(figure(AWKWARD, *KEYS, heading='<"&>', caption="]]>\x00\x1b"))

    if written.key == "svg":
        ET.fromstring(data)  # noqa: S314 - our own
    assert len(data) > 1000


@every_format
def test_that_the_size_of_a_file_hardly_depends_on_the_number_of_classes(
    written: ExportFormat,
) -> None:
    few, most = (len(written.encode(figure(many(k), *KEYS))) for k in (10, 50_257))

    assert most <= 5 * few


def test_that_a_png_is_read_by_others_pixel_for_pixel() -> None:
    made = figure(EXAMPLE, *KEYS, document=DOCUMENT, caption="猫")
    image = Image.open(io.BytesIO(EXPORT_FORMATS["png"].encode(made)))
    image.load()

    np.testing.assert_array_equal(pixels(image), of_qimage(render(made)))
    assert image.info["Software"] == f"XentGUI {xentgui.__version__}"
    assert image.info["Title"] == made.title()
    assert "class 1: softmax 0.8383" in image.info["Description"]
    assert image.info["Description"].endswith("猫")
    assert "dpi" not in image.info


def test_that_a_png_in_centimetres_says_how_dense_it_is() -> None:
    spec = FigureSpec.in_centimetres(("distribution",), 8, 6, dpi=300)
    data = EXPORT_FORMATS["png"].encode(Figure(spec, derive(EXAMPLE), View()))
    image = Image.open(io.BytesIO(data))

    assert image.size == (945, 709)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.02)


def test_that_a_transparent_png_has_an_alpha_channel() -> None:
    made = figure(EXAMPLE, background="transparent")
    image = Image.open(io.BytesIO(EXPORT_FORMATS["png"].encode(made)))

    assert image.mode == "RGBA"
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)


def _svg(state: State = EXAMPLE, keys: list[str] = KEYS, **looks: object) -> ET.Element:
    return ET.fromstring(EXPORT_FORMATS["svg"].encode(figure(state, *keys, **looks)))  # noqa: S314


def test_that_an_svg_asks_for_nothing_that_programs_draw_differently() -> None:
    for state in (EXAMPLE, many(40), many(2000)):
        for theme in ("light", "dark", "print"):
            text = ET.tostring(_svg(state, theme=theme), "unicode")
            for trouble in ("clip-", "clipP", "vector-effect", "<pattern", "font-face", "<mask"):
                assert trouble not in text


def test_that_the_text_of_an_svg_stays_text_and_its_letters_are_outlines() -> None:
    root = _svg(State(("猫", "狗", "鸟"), EXAMPLE.logits, EXAMPLE.target), FEW)
    words = [element.text for element in root.iterfind(".//svg:text", SVG_NAMES)]
    over = root.find("svg:g[@fill-opacity='0']", SVG_NAMES)

    assert over is not None
    assert len(over) == len(words), "no other text: it would need a font"
    assert {"猫", "狗", "鸟", "0.838", "h(p) = −ln p"} <= set(words)
    assert len(root.findall(".//svg:path", SVG_NAMES)) > len(words)


def test_that_letters_in_an_svg_are_as_opaque_as_their_pen_whatever_was_filled_before() -> None:
    # A number has a veil behind it, which is seen through.
    root = _svg(keys=FEW)
    veils = [group for group in root.iterfind(".//svg:g", SVG_NAMES) if _is_veil(group)]
    letters = [group for group in root.iterfind(".//svg:g", SVG_NAMES) if _is_text(group)]

    assert veils
    assert letters
    assert {group.get("fill-opacity", "1") for group in letters} == {"1"}


def _is_veil(group: ET.Element) -> bool:
    return group.get("fill-opacity", "").startswith("0.85")


def _is_text(group: ET.Element) -> bool:
    """Return whether the group has outlines of letters, which are scaled from a font's units."""
    return any(
        "scale(" in path.get("transform", "") for path in group.iterfind("svg:path", SVG_NAMES)
    )


def test_that_an_svg_says_what_it_shows() -> None:
    root = _svg(heading="Softmax & co")

    assert root.findtext("svg:title", namespaces=SVG_NAMES) == "Softmax & co"
    described = root.findtext("svg:desc", namespaces=SVG_NAMES)
    assert described is not None
    assert "class 1: softmax 0.8383" in described
    assert root.get("role") == "img"


def test_that_an_svg_is_as_large_as_asked() -> None:
    spec = FigureSpec.in_centimetres(("distribution",), 8.5, 6)
    root = ET.fromstring(  # noqa: S314
        EXPORT_FORMATS["svg"].encode(Figure(spec, derive(EXAMPLE), View()))
    )

    assert (root.get("width"), root.get("height")) == ("8.5cm", "6cm")
    assert _svg().get("width") == "900"


def test_that_a_pdf_is_as_large_as_asked_and_knows_no_date() -> None:
    spec = FigureSpec.in_centimetres(("distribution",), 8.5, 6)
    data = EXPORT_FORMATS["pdf"].encode(Figure(spec, derive(EXAMPLE), View()))
    box = re.search(rb"/MediaBox \[\s*(\S+) (\S+) (\S+) (\S+)\s*\]", data)

    assert box is not None
    left, bottom, right, top = map(float, box.groups())
    assert right - left == pytest.approx(8.5 / 2.54 * 72, abs=0.002)
    assert top - bottom == pytest.approx(6 / 2.54 * 72, abs=0.002)
    assert b"D:2" not in data


def test_that_the_table_of_a_pdf_points_at_its_objects() -> None:
    data = EXPORT_FORMATS["pdf"].encode(figure(EXAMPLE, *KEYS, document=DOCUMENT))
    table = data[int(re.findall(rb"startxref\s+(\d+)", data)[-1]) :]
    entries = re.findall(rb"(\d{10}) \d{5} n", table)

    assert table.startswith(b"xref")
    assert len(entries) > 10
    for number, offset in enumerate(entries, start=1):
        assert data[int(offset) :].startswith(b"%d 0 obj" % number)


def test_that_a_pdf_brings_every_font_it_uses() -> None:
    data = EXPORT_FORMATS["pdf"].encode(figure(State(("猫", "b"), (0, 1), (1, 0)), *KEYS))
    fonts, files = (
        len(re.findall(kind, data)) for kind in (rb"/Type /FontDescriptor", rb"/FontFile")
    )

    assert fonts == files >= 2


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_that_the_text_of_a_pdf_stays_text() -> None:
    assert PDFTOTEXT is not None
    state = State(("猫", "狗", "鸟"), EXAMPLE.logits, EXAMPLE.target)
    text = PDFTOTEXT(EXPORT_FORMATS["pdf"].encode(figure(state, *FEW, caption="说明。"))).decode()

    for word in (
        "猫",
        "狗",
        "鸟",
        "0.838",
        "说明。",
        "h(p) = −ln p",
        "−1.46",
        "−ln p (nats)",
    ):
        assert word in text


def test_that_packed_pixels_are_not_padded() -> None:
    data = EXPORT_FORMATS["png"].encode(figure(EXAMPLE))
    at = data.index(b"IDAT") + 4
    length = int.from_bytes(data[at - 8 : at - 4], "big")

    assert len(zlib.decompress(data[at : at + length])) == 600 * (1 + 3 * 900)
