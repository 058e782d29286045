import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from xentgui import resource
from xentgui.painting import fonts

FILES = (*fonts.TEXT_FILES, fonts.MATH_FILE, *fonts.CHINESE_FILES)
_LARGEST = dict(zip(fonts.CHINESE_FILES, (1_600_000, 900_000), strict=True))
SIGNS = "−+×÷·∞Σ∑∂‖∇→↑↓←ⁿ²⁻₀₁₂₃₄₅₆₇₈₉ₖεηθαλ≥≤≠≈…✓⚠½√ŷ“”–—"
NO_FONTS = (
    "<?xml version='1.0'?><fontconfig><dir>{0}/none</dir><cachedir>{0}</cachedir></fontconfig>"
)
BARE_START = """
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QImage, QPainter
app = QGuiApplication(["xentgui"])
from xentgui.painting import fonts
print(fonts.install().chinese)
image = QImage(60, 30, QImage.Format.Format_RGB32)
pictures = []
for text in "熵量":
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setFont(fonts.ui_font(20))
    painter.drawText(5, 24, text)
    painter.end()
    pictures.append(image.copy())
print(pictures[0] != pictures[1])
print(QFontMetricsF(fonts.ui_font(14)).horizontalAdvance("0"))
"""


def raw(name):
    return QRawFont(str(resource("fonts", name)), 16)


@pytest.mark.parametrize("name", FILES)
def test_every_font_file_is_readable_small_and_named_as_ours(qapp, name):
    path = resource("fonts", name)

    assert raw(name).familyName().startswith("XentGUI ")
    assert path.stat().st_size < _LARGEST.get(name, 200_000)


def test_that_the_licence_lies_beside_the_fonts_with_every_copyright():
    text = resource("fonts", "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    for holder in ("The Inter Project Authors", "The STIX Fonts Project Authors", "Adobe"):
        assert holder in text


@pytest.mark.parametrize("name", fonts.TEXT_FILES)
def test_every_text_face_has_every_sign_that_the_program_writes(qapp, name):
    assert [sign for sign in SIGNS if not raw(name).supportsCharacter(ord(sign))] == []


def test_that_the_chinese_font_has_all_of_gb2312(qapp):
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    characters = [text for text in (pair.decode("gb2312", "ignore") for pair in rows) if text]
    font = raw(fonts.CHINESE_FILES[0])

    assert len(characters) == 6763
    assert [
        c for c in (*characters, *"，。：；？！（）《》、") if not font.supportsCharacter(ord(c))
    ] == []


def test_that_the_bold_chinese_face_has_every_character_that_the_program_writes(qapp):
    written = resource("translations", "xentgui_zh_CN.ts").read_text(encoding="utf-8")
    for folder in ("presets", "lectures"):
        written += "".join(one.read_text(encoding="utf-8") for one in resource(folder).iterdir())
    characters = {c for c in written if "\u4e00" <= c <= "\u9fff"} | set("，。：；？！（）、")
    font = raw(fonts.CHINESE_FILES[1])

    assert [c for c in sorted(characters) if not font.supportsCharacter(ord(c))] == []


def test_that_chinese_is_drawn_with_our_faces_whatever_the_system_has(qapp):
    families = fonts.install()

    assert families.chinese == "XentGUI Sans SC"
    assert fonts.ui_font(13, bold=True).families() == [families.text, families.chinese]
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(families.chinese))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_that_all_digits_are_equally_wide(qapp, bold, italic):
    metrics = QFontMetricsF(fonts.ui_font(13, bold=bold, italic=italic))

    assert len({round(metrics.horizontalAdvance(digit), 6) for digit in "0123456789"}) == 1
    assert metrics.horizontalAdvance("−1111.71") == metrics.horizontalAdvance("+0000.00")


def test_that_text_scales_with_its_size(qapp):
    small, large = (QFontMetricsF(fonts.ui_font(em)) for em in (13, 52))
    text = "Cross-entropy H(y, p) 0.1764 nats"

    assert large.horizontalAdvance(text) == pytest.approx(
        4 * small.horizontalAdvance(text), rel=0.005
    )


@pytest.mark.parametrize(
    ("font", "family"), [(fonts.ui_font, "XentGUI Sans"), (fonts.math_font, "XentGUI Math")]
)
def test_that_qt_draws_with_our_fonts(qapp, font, family):
    assert QFontInfo(font(14)).family() == family
    assert QFontInfo(font(14)).pixelSize() == 14


def test_that_the_bold_face_is_drawn_and_not_smeared(qapp):
    fonts.install()

    assert {"Regular", "Bold", "Italic"} <= set(QFontDatabase.styles("XentGUI Sans"))


def test_that_formulas_lean_on_variables_only(qapp):
    text = fonts.formula("H(y, p) = −∑ yₖ log pₖ,  ∂L/∂z = softmax(z / T) − y,  θ")

    assert text == "𝐻(𝑦, 𝑝) = −∑ 𝑦ₖ log 𝑝ₖ,  ∂𝐿/∂𝑧 = softmax(𝑧 / 𝑇) − 𝑦,  𝜃"
    math, plain = raw(fonts.MATH_FILE), raw(fonts.TEXT_FILES[0])
    assert all(math.supportsCharacter(ord(c)) or plain.supportsCharacter(ord(c)) for c in text)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only here can fonts be taken away"
)
def test_that_a_system_without_any_font_still_draws_digits_and_chinese(tmp_path):
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(tmp_path), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", BARE_START],
        env={
            "FONTCONFIG_FILE": str(configuration),
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "",
            "HOME": str(tmp_path),
        },
        cwd=Path(fonts.__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )

    family, differ, width = done.stdout.split("\n")[:3]
    assert (family, differ) == ("XentGUI Sans SC", "True")
    assert float(width) == pytest.approx(9.07, abs=0.1)
