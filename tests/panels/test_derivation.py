from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme
from xentgui.panels.derivation import Derivation
from xentgui.panels.derivation_page.page import page_of
from xentgui.panels.derivation_page.stage import SlotText
from xentgui.panels.derivation_page.stages import present, templates
from xentgui.panels.derivation_page.told import told_formula

INF = math.inf
RECT = QRectF(0, 0, 490, 350)
SEED = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))

HARD = {
    "two classes": State(("a", "b"), (0.0, 0.0), (0.5, 0.5)),
    "off": replace(SEED, logits=(2.0, -INF, 0.0)),
    "impossible": replace(SEED, logits=(-INF, 0.0, 0.0)),
    "sure": replace(SEED, logits=(40.0, 0.0, 0.0)),
    "underflow": replace(SEED, logits=(0.0, -1e300, 1e300)),
    "cold": replace(SEED, temperature=0.0),
    "hot": replace(SEED, temperature=INF),
    "no target": replace(SEED, target=(0.0, 0.0, 0.0)),
    "smoothed": replace(SEED, label_smoothing=0.1, temperature=0.3),
    "long names": replace(SEED, labels=("x" * 80, "汉字的类别名称", "")),
    "many": State([f"c{k}" for k in range(1000)], np.arange(1000.0), np.eye(1000)[500]),
}


def _style(theme: Theme = LIGHT) -> Style:
    return Style(theme, 13.0, fonts.ui_font(13.0))


def _picture(
    state: State, view: View | None = None, theme: Theme = LIGHT, rect: QRectF = RECT
) -> QImage:
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Derivation().paint(painter, rect, derive(state), view or View(), _style(theme))
    painter.end()
    return image


def _pixels(image: QImage) -> np.ndarray:
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4)[:, :, :3]


@pytest.mark.parametrize("state", HARD.values(), ids=HARD.keys())
@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.key)
def test_every_hard_state_is_painted(qapp: QApplication, state: State, theme: Theme) -> None:
    for view in (
        View(),
        View(stage=3),
        View(highlight=ClassMark(1), unit="bits"),
        View(decimals=9),
    ):
        image = _picture(state, view, theme)

        assert len(np.unique(np.array(image.constBits()).view(np.uint32))) > 10


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (4000, 60), (60, 3000)])
def test_that_no_size_is_too_odd(qapp: QApplication, size: tuple[int, int]) -> None:
    _picture(SEED, rect=QRectF(0, 0, *size))


def test_that_each_stage_adds_to_the_picture_and_moves_nothing(qapp: QApplication) -> None:
    """What a stage shows stays where it is when the next comes; only its plate goes."""
    snapshot, style = derive(SEED), _style()
    sheets = {
        page_of(RECT, snapshot, View(stage=stage), style).sheet
        for stage in (None, 0, *present(SEED))
    }
    assert len(sheets) == 1

    pictures = [_pixels(_picture(SEED, View(stage=stage))) for stage in (0, *present(SEED))]
    for before, after in pairwise(pictures):
        assert (before != after).any()


def test_that_a_stage_to_come_tells_no_number(qapp: QApplication) -> None:
    """Two states with other numbers look the same until a number is revealed."""
    other = replace(SEED, logits=(2.33, -1.0, 0.5))

    assert (_pixels(_picture(SEED, View(stage=0))) == _pixels(_picture(other, View(stage=0)))).all()
    assert (_pixels(_picture(SEED, View(stage=1))) != _pixels(_picture(other, View(stage=1)))).any()


def test_that_pointing_at_any_term_finds_its_class(qapp: QApplication) -> None:
    panel, style = Derivation(), _style()
    for state, view in ((SEED, View()), (HARD["many"], View(highlight=ClassMark(3)))):
        snapshot = derive(state)
        page = page_of(RECT, snapshot, view, style)
        for rooms in page.sheet.rooms:
            for index, room in zip(page.working.shown, rooms, strict=False):
                point = QPointF(room.middle + page.left, room.baseline + page.top)
                assert panel.highlight_at(RECT, snapshot, view, style, point) == ClassMark(index)
    assert panel.highlight_at(RECT, derive(SEED), View(), style, QPointF(20, 100)) is None


def test_that_the_terms_of_the_class_lit_stay_and_the_others_recede(qapp: QApplication) -> None:
    style, snapshot = _style(), derive(SEED)
    page = page_of(RECT, snapshot, View(), style)
    plain, lit = _pixels(_picture(SEED)), _pixels(_picture(SEED, View(highlight=ClassMark(0))))

    def part(pixels: np.ndarray, position: int) -> np.ndarray:
        room = page.sheet.rooms[4][position]  # of the softmax
        y = int(room.baseline + page.top)
        x = int(room.point + page.left)
        return pixels[y - 12 : y + 1, x - 8 : x + 24]

    np.testing.assert_array_equal(part(plain, 0), part(lit, 0))
    contrast = [255 - int(part(pixels, 1).min()) for pixels in (plain, lit)]
    left = style.theme.left_of(style.theme.class_color(SEED.color_of(1)))
    assert left < 0.8
    assert contrast[1] == pytest.approx(left * contrast[0], abs=6)


def test_that_a_vector_file_needs_no_font_for_its_formulas(qapp: QApplication) -> None:
    """Captions and names are text, in the figure's font; numbers are outlines."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(490, 350))
    painter = QPainter(generator)
    Derivation().paint(painter, RECT, derive(SEED), View(), _style())
    painter.end()

    svg = buffer.data().data().decode()
    words = re.findall(r"<text[^>]*>\s*([^<]*?)\s*</text>", svg)
    assert words
    assert not [word for word in words if re.search(r"\d\.\d|[−∞]\d", word)]


def test_that_the_page_is_told_in_words(qapp: QApplication) -> None:
    told = Derivation().describe(derive(SEED), View())

    assert (
        "; exponentiate, e^(z − 2.33): class 1 1, class 2 0.023, class 3 0.170, Σ = 1.193;" in told
    )
    assert "; ÷ sum: p(class 1) = e^0 / (e^0 + e^−3.79 + e^−1.77) = 0.838;" in told
    assert (
        "; softmax, p = e^(z − 2.33) / 1.193: class 1 0.838, class 2 0.019, class 3 0.143, Σ"
        in told
    )
    assert (
        "; cross-entropy, L = Σ −y ln p: class 1 0.176, class 2 0, class 3 0, = 0.176 nats;" in told
    )
    assert told.endswith("; gradient ∂L/∂z, p − y: class 1 −0.162, class 2 +0.019, class 3 +0.143")
    assert told.count(";") == len(present(SEED)) - 1
    assert "softmax" not in Derivation().describe(derive(SEED), View(stage=4))


def test_that_every_formula_can_be_told(qapp: QApplication) -> None:
    told = [told_formula(template, (SlotText("1"),) * 3) for template in templates()]

    assert [one for one in told if re.search(r"[\\\\{}@]", one) or not one] == []


def test_that_the_class_whose_share_it_is_is_told(qapp: QApplication) -> None:
    told = Derivation().describe(derive(SEED), View(highlight=ClassMark(1)))

    assert "p(class 2) = e^−3.79 / (e^0 + e^−3.79 + e^−1.77) = 0.019" in told


def test_that_what_stands_still_does_not_depend_on_the_numbers(qapp: QApplication) -> None:
    panel, style = Derivation(), _style()
    other = replace(SEED, logits=(2.0, -1.0, 0.5))

    keys = [panel.static_key(RECT, derive(state), View(), style) for state in (SEED, other)]
    assert keys[0] == keys[1]
    for view in (View(stage=2), View(highlight=ClassMark(1)), View(unit="bits")):
        assert panel.static_key(RECT, derive(SEED), view, style) != keys[0]
