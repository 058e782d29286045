"""SVG that can be worked with: text that is text, names for parts, and emoji that are seen."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QFontDatabase, QRawFont

from tests.export.samples import EXAMPLE, by_qt, figure, many
from xentgui.documents.embedded import read_state_document
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.formats.png import encode as png
from xentgui.export.formats.svg_fonts import _parts
from xentgui.export.spec import SVG_TEXTS, THEMES, FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.model import State
from xentgui.painting import fonts
from xentgui.painting.theme import THEMES as COLORS

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = {"svg": "http://www.w3.org/2000/svg"}
LINK = "{http://www.w3.org/1999/xlink}href"
PANELS = ("distribution", "information", "gradient")
ANIMALS = State(("猫", "dog & co", "owl"), EXAMPLE.logits, EXAMPLE.target)
OWL = Path(__file__).parent / "fonts" / "owl.ttf"
"""An owl of Noto Color Emoji (SIL Open Font License 1.1), as a picture of pixels."""


def _svg(state: State = ANIMALS, *panels: str, **looks: object) -> ET.Element:
    made = figure(state, *(panels or PANELS), **looks)
    return ET.fromstring(EXPORT_FORMATS["svg"].encode(made))  # noqa: S314 - our own


def _texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iterfind(".//svg:text", NAMES)]


@pytest.mark.parametrize("kind", SVG_TEXTS[1:])
def test_that_text_can_be_text_and_is_there_once(kind: str) -> None:
    live, outlined = _svg(svg_text=kind), _svg()

    # Letters of formulas are those of mathematics in one and those of a search in the other.
    words = {
        text for text in _texts(outlined) if text.isascii() and len(text) > 4 and "=" not in text
    }
    assert words >= {"dog & co", "0.838", "Distribution"}
    assert words <= set(_texts(live))
    assert live.find(".//svg:g[@fill-opacity='0']", NAMES) is None
    assert "scale(0.01)" not in ET.tostring(live, "unicode"), "no outlines of letters"
    for text in live.iterfind(".//svg:text", NAMES):
        assert text.get("font-family", "").endswith(("sans-serif", "serif"))
        assert float(text.get("font-size", "0")) > 5


def test_that_invisible_text_has_no_colour_at_all() -> None:
    # svglib and MuPDF draw text of any colour, however transparent.
    over = _svg().find("svg:g[@fill-opacity='0']", NAMES)

    assert over is not None
    assert (over.get("fill"), over.get("stroke")) == ("none", "none")


def _fonts(root: ET.Element) -> dict[str, list[bytes]]:
    rules = "".join(style.text or "" for style in root.iterfind(".//svg:style", NAMES))
    found = dict[str, list[bytes]]()
    for family, data in re.findall(r"font-family:'([^']+)'.*?base64,([A-Za-z0-9+/=]+)\)", rules):
        found.setdefault(family, []).append(base64.b64decode(data))
    return found


def _unpacked(woff: bytes) -> bytes:
    """Return a font file of the web as one of the system."""
    count = struct.unpack(">H", woff[12:14])[0]
    entries = [struct.unpack(">4sIIII", woff[44 + 20 * k : 64 + 20 * k]) for k in range(count)]
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">IHHHH", 0x10000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    at, table, bodies = 12 + 16 * count, b"", b""
    for tag, offset, packed, length, check in entries:
        body = woff[offset : offset + packed]
        body = zlib.decompress(body) if packed < length else body
        assert len(body) == length
        table += struct.pack(">4sIII", tag, check, at + len(bodies), length)
        bodies += body + bytes(-len(body) % 4)
    whole = head + table + bodies
    words = struct.unpack(f">{len(whole) // 4}I", whole)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA, "the sum that every font has"
    return whole


def test_that_embedded_fonts_hold_every_letter_and_little_else() -> None:
    root = _svg(svg_text="embedded")
    loaded = {
        family: [QRawFont(_unpacked(one), 20.0) for one in found]
        for family, found in _fonts(root).items()
    }

    assert len(loaded) >= 2
    assert all(one.isValid() for found in loaded.values() for one in found)
    for text in root.iterfind(".//svg:text", NAMES):
        families = [name.strip("' ") for name in text.get("font-family", "").split(",")]
        fonts = [one for family in families for one in loaded.get(family, ())]
        for letter in text.text or "":
            assert any(one.supportsCharacter(ord(letter)) for one in fonts), letter
    assert len(ET.tostring(root)) < 80_000


def test_that_letters_of_embedded_fonts_are_as_wide_as_ours() -> None:
    ours = QRawFont.fromFont(_text_font(20))
    (part, *_) = [
        QRawFont(_unpacked(one), 20.0)
        for one in _fonts(_svg(svg_text="embedded"))["XentGUI Sans"][:1]
    ]
    bold = QRawFont.fromFont(_text_font(20, bold=True))

    for letter in "0123 ":
        widths = [
            one.advancesForGlyphIndexes(one.glyphIndexesForString(letter))[0].x()
            for one in (ours, bold, part)
        ]
        assert min(abs(widths[2] - width) for width in widths[:2]) < 0.05


def _text_font(pixels: int, *, bold: bool = False) -> object:
    from xentgui.painting import fonts

    return fonts.ui_font(pixels, bold=bold)


def test_that_named_fonts_are_not_in_the_file() -> None:
    assert not _fonts(_svg(svg_text="named"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", SVG_TEXTS)
def test_that_parts_have_names_of_their_own(kind: str, style: str) -> None:
    root = _svg(svg_text=kind, style=style)
    ids = [element.get("id") for element in root.iterfind(".//*[@id]")]

    assert len(ids) == len(set(ids))
    assert {"figure", *PANELS} <= set(ids)
    for panel in PANELS:
        group = root.find(f".//svg:g[@id='{panel}']", NAMES)
        assert group is not None
        assert group.get("class") == f"panel {panel}"
        for axis in ("x", "y"):
            part = group.find(f".//svg:g[@id='{panel}-axis-{axis}']", NAMES)
            assert part is not None
            assert part.get("class") == f"axis axis-{axis}"


@pytest.mark.parametrize("theme", THEMES)
def test_that_the_bars_of_a_class_are_its_own_group(theme: str) -> None:
    root = _svg(State(tuple("abcdefghij"), range(10), [1, *[0] * 9]), theme=theme)
    for nth in range(1, 11):
        group = root.find(f".//svg:g[@id='distribution-class-{nth}']", NAMES)
        assert group is not None
        assert group.get("class") == f"class class-{nth}"


def test_that_what_has_the_colour_of_a_class_belongs_to_it() -> None:
    root, theme = _svg(), COLORS["light"]
    dots = root.find(".//svg:g[@id='information-marks']", NAMES)
    assert dots is not None

    for nth, color in enumerate(theme.classes[:3], start=1):
        groups = dots.findall(f".//svg:g[@class='class class-{nth}']", NAMES)
        assert groups
        assert {group.get("fill") or group.get("stroke") for group in groups} >= {color.lower()}


def test_that_many_classes_have_no_names() -> None:
    assert len(ET.tostring(_svg(many(2000)))) < 300_000


@pytest.mark.parametrize("kind", SVG_TEXTS)
def test_that_text_of_every_kind_keeps_the_state(kind: str) -> None:
    made = figure(ANIMALS, *PANELS, document='{"a": 1}', svg_text=kind)

    assert read_state_document(EXPORT_FORMATS["svg"].encode(made)) == '{"a": 1}'


def test_that_an_unknown_kind_of_text_is_answered_with_those_there_are() -> None:
    with pytest.raises(FigureError, match="outlines, embedded, named"):
        FigureSpec.in_pixels(PANELS, 900, 600, svg_text="blue")


@pytest.fixture
def owl() -> object:
    code = QFontDatabase.addApplicationFont(str(OWL))
    assert code >= 0
    yield
    QFontDatabase.removeApplicationFont(code)


@pytest.mark.usefixtures("owl")
def test_that_an_emoji_is_a_picture_where_the_bitmap_has_it() -> None:
    state = State(("🦉", "dog", "cat"), EXAMPLE.logits, EXAMPLE.target)
    made = figure(state, "distribution")
    svg = EXPORT_FORMATS["svg"].encode(made)
    image = ET.fromstring(svg).find(".//svg:image", NAMES)  # noqa: S314 - our own
    assert image is not None
    data = base64.b64decode(image.get(LINK, "").removeprefix("data:image/png;base64,"))
    owl = np.asarray(Image.open(io.BytesIO(data)))
    bitmap = np.asarray(Image.open(io.BytesIO(png(made))).convert("RGB"), float)

    assert owl.shape[-1] == 4
    assert (owl[..., 3] > 0).mean() > 0.3
    assert np.ptp(owl[owl[..., 3] > 0][:, :3].astype(int), axis=1).max() > 60, "it has colours"
    below = slice(480, None), slice(0, 300)
    browns = [_brown(one[below]) for one in (bitmap, by_qt(svg, 900, 600))]
    assert browns[0].any()
    np.testing.assert_allclose(*(np.argwhere(one).mean(axis=0) for one in browns), atol=1.5)


def _brown(colors: np.ndarray) -> np.ndarray:
    """Return where the owl is: no other mark below the plot has a colour."""
    return (colors[..., 0] - colors[..., 2] > 60) & (np.arange(len(colors)) > 45)[:, None]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_that_the_font_that_an_svg_brings_has_every_letter(weight: str) -> None:
    family = fonts.install().text
    letters = sorted("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789.,−+ᵀ▸…")

    parts = _parts(letters, family, weight, "normal")

    told = {code for part in parts for code, *_ in struct.iter_unpack(">III", part[b"cmap"][28:])}
    assert {chr(code) for code in told} == {*letters}
