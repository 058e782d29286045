from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme
from xentgui.panels.decomposition import Decomposition, Part, parts

INF = math.inf
RECT = QRectF(0, 0, 490, 335)
SOFT = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))


def _parts(state: State, unit: str = "nats") -> dict[str, Part]:
    return {part.role: part for part in parts(derive(state), unit)}


@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
@pytest.mark.parametrize(
    "target", [(0.7, 0.2, 0.1), (1.0, 0.0, 0.0), (0.7, 0.1, 0.1), (2.0, 0.5, 0.5), (0.0, 0.0, 0.0)]
)
def test_that_the_parts_follow_on_each_other_and_add_up(
    unit: str, target: tuple[float, ...]
) -> None:
    """H(y, p) = H(y) + D(y‖p), and + Σy - 1 while the target's sum is not 1."""
    found = _parts(replace(SOFT, target=target), unit)

    stacked = [part for part in found.values() if part.row == 1]
    at = 0.0
    for part in stacked:
        assert part.start == pytest.approx(at)
        at += part.value
    assert at == pytest.approx(found["sum"].value)
    assert ("surplus" in found) == (sum(target) != pytest.approx(1.0))


@pytest.mark.parametrize("target", [(0.7, 0.2, 0.1), (0.5, 0.0, 0.0), (2.0, 0.5, 0.5)])
def test_that_the_formula_names_the_parts_that_are_drawn(target: tuple[float, ...]) -> None:
    state = replace(SOFT, target=target)
    drawn = [part.symbol for part in parts(derive(state), "nats") if part.row == 1]

    assert Decomposition.formula_of(derive(state)) == "H(y, p) = " + " + ".join(drawn)


def test_that_the_numbers_are_those_of_the_snapshot_in_the_unit() -> None:
    snapshot, bits = derive(SOFT), _parts(SOFT, "bits")

    assert bits["sum"].value == pytest.approx(snapshot.cross_entropy / math.log(2))
    assert bits["floor"].value == pytest.approx(snapshot.target_entropy / math.log(2))
    assert bits["excess"].value == pytest.approx(snapshot.kl_divergence / math.log(2))
    assert bits["compared"].value == pytest.approx(snapshot.entropy / math.log(2))


def test_that_an_impossible_target_has_no_end() -> None:
    found = _parts(replace(SOFT, logits=(-INF, 0.0, 0.0)))

    assert found["sum"].value == found["excess"].value == INF
    assert math.isfinite(found["floor"].value)


def _frames(state: State, view: View | None = None) -> Ranges:
    return Decomposition().home(derive(state), view or View())


def test_that_every_finite_part_is_in_sight() -> None:
    assert _frames(SOFT) == Ranges(0.0, 2.0, 0.0, 3.0)
    assert _frames(replace(SOFT, logits=(-20.0, 0.0, 0.0))).right == 20.0
    assert _frames(replace(SOFT, logits=(-INF, 0.0, 0.0))).right == 1.0
    assert _frames(replace(SOFT, target=(2.0, 0.5, 0.5))).left == -1.0


def _pixels(state: State, theme: Theme = LIGHT, rect: QRectF = RECT) -> np.ndarray:
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Style(theme, 13.0, fonts.ui_font(13.0))
    Decomposition().paint(painter, rect, derive(state), View(), style)
    painter.end()
    flat = np.array(image.constBits()).view(np.uint32) & 0xFFFFFF
    return flat.reshape(image.height(), image.width())


def test_that_the_bars_are_as_long_as_their_numbers(qapp: QApplication) -> None:
    panel, snapshot = Decomposition(), derive(SOFT)
    style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
    frame = panel.frame(RECT, panel.home(snapshot, View()), View(), style, 1.0)
    line = _pixels(SOFT)[round(frame.y(1.34))]  # through the bars of the second row

    def ends(color: str) -> tuple[int, int]:
        (columns,) = np.nonzero(line == int(color[1:], 16))
        return int(columns[0]), int(columns[-1])

    floor, end = frame.x(snapshot.target_entropy), frame.x(snapshot.cross_entropy)
    assert ends(LIGHT.mute) == pytest.approx((frame.x(0.0), floor), abs=2)
    assert ends(LIGHT.accent) == pytest.approx((floor, end), abs=2)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.key)
@pytest.mark.parametrize(
    "state",
    [
        SOFT,
        replace(SOFT, logits=(-INF, 0.0, 0.0)),
        replace(SOFT, target=(2.0, 0.5, 0.5)),
        replace(SOFT, target=(0.0, 0.0, 0.0)),
        replace(SOFT, logits=(-1e300, 0.0, 1e300)),
    ],
    ids=["soft", "impossible", "too much", "nothing", "huge"],
)
def test_every_state_is_painted_in_every_theme(
    qapp: QApplication, state: State, theme: Theme
) -> None:
    for rect in (RECT, QRectF(0, 0, 120, 90), QRectF(0, 0, 1, 1)):
        _pixels(state, theme, rect)


def test_that_it_speaks_of_no_class(qapp: QApplication) -> None:
    panel, snapshot = Decomposition(), derive(SOFT)
    style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
    frame = panel.frame(RECT, panel.home(snapshot, View()), View(), style, 1.0)

    assert panel.highlight_at(frame, snapshot, View(), QPointF(200, 100)) is None


def test_that_it_is_told_in_words() -> None:
    told = Decomposition().describe(derive(SOFT), View())

    assert told.split("; ")[0] == "H(y, p) = 1.1114 nats"
    assert "D(y‖p) = 0.3096 nats" in told
