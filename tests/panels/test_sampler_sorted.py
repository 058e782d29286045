"""The sampler as bars sorted by p below the curve of their sum: what is drawn, and the dragged cut."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.sampling.sampler import sampled
from xentgui.model.subjects import BareLogits, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT
from xentgui.panels.sampler import Sampler, SortedSampler
from xentgui.panels.stage_bars import height_of
from xentgui.panels.stage_marks import CutMark

pytestmark = pytest.mark.usefixtures("qapp")
STATE = State(
    ("a", "b", "c", "d"), (1.0, 3.0, 2.0, 0.0), (1.0, 0.0, 0.0, 0.0), top_p=0.8, top_k=3.0
)


def _many(**settings: float) -> State:
    logits = np.random.default_rng(2).normal(size=300) * 2.0
    target = np.eye(1, 300)[0]
    return State(tuple(f"t{k}" for k in range(300)), logits, target, **settings)  # type: ignore[arg-type]


def _frame(state: State, theme=LIGHT):
    panel, style = SortedSampler(), Style(theme, 13.0, ui_font(13.0))
    ranges = panel.ranges(derive(state), View())
    return panel.frame(QRectF(0, 0, 700, 420), ranges, View(), style, 1.0)


def test_that_it_is_the_usual_picture_and_the_bar_can_be_chosen() -> None:
    panel = Sampler()

    assert isinstance(panel.face(View()), SortedSampler)
    assert panel.face(View()) is panel.face(View())
    assert panel.face(View(choices={"sampler.picture": "bar"})) is panel


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.key)
@pytest.mark.parametrize("state", [STATE, _many(top_p=0.9), _many(typical=0.5)])
def test_that_every_theme_is_painted(theme, state: State) -> None:
    image = QImage(700, 420, QImage.Format.Format_RGB32)
    image.fill(theme.card)
    painter = QPainter(image)
    style = Style(theme, 13.0, ui_font(13.0))
    Sampler().paint(painter, QRectF(0, 0, 700, 420), derive(state), View(), style)
    painter.end()


def test_that_kept_bars_have_their_colour_and_dropped_ones_have_not() -> None:
    image = QImage(700, 420, QImage.Format.Format_RGB32)
    image.fill(LIGHT.card)
    painter = QPainter(image)
    panel, snapshot, frame = SortedSampler(), derive(STATE), _frame(STATE)
    panel.paint_above(painter, frame, snapshot, View(handles=False))
    painter.end()
    row = 2  # top-p, after T and top-k

    def colour(rank: int) -> str:
        base = height_of(frame, row) + 0.39 * frame.lift
        x = frame.rect.left() + (rank + 0.75) * frame.rect.width() / 4
        return image.pixelColor(int(x), int(base - 2)).name()

    kept = [bool(one) for one in sampled(snapshot).stages[row].kept[[1, 2, 0, 3]]]
    assert kept == [True, True, False, False]
    assert colour(0) == LIGHT.class_color(1).lower()
    assert colour(1) == LIGHT.class_color(2).lower()
    assert colour(2) not in {LIGHT.class_color(k).lower() for k in range(4)}


@pytest.mark.parametrize(("key", "value"), [("top_k", 2.0), ("top_p", 0.6), ("min_p", 0.3)])
@pytest.mark.parametrize("state", [STATE, _many()], ids=["four", "many"])
def test_that_the_cut_is_after_the_last_kept_class(state: State, key: str, value: float) -> None:
    from xentgui.panels.setting_edits import setting_edit

    after = resolve(setting_edit(**{key: value})(BareLogits(state)))
    snapshot, panel = derive(after), SortedSampler()
    frame = _frame(after)
    stage = next(one for one in sampled(snapshot).stages if one.key == key)
    places = 4 if len(after.labels) == 4 else 25

    x = frame.x_value(panel.locate(CutMark(key), frame, snapshot, View()).x())

    assert x == pytest.approx(min(stage.count, places) / places)


@pytest.mark.parametrize("key", ["top_k", "top_p", "min_p", "typical"])
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_that_a_cut_dragged_to_a_rank_keeps_so_many(key: str, rank: int) -> None:
    state = State(STATE.labels, STATE.logits, STATE.target)
    snapshot, panel, frame = derive(state), SortedSampler(), _frame(state)

    hold = panel.hold(CutMark(key), snapshot, View())
    place = QPointF(frame.x((rank - 0.02) / 4), 0.0)
    after = resolve(
        hold.move(frame, View(), place, Qt.KeyboardModifier.AltModifier)(BareLogits(state))
    )

    stage = next(one for one in sampled(derive(after)).stages if one.key == key)
    if key != "typical":  # of which the order is its own
        assert stage.count == rank
    else:
        assert 1 <= stage.count <= 4
    assert resolve(hold.put_back()(BareLogits(after))) == state


def test_that_a_class_is_pointed_at_by_its_bar() -> None:
    snapshot, panel, frame = derive(STATE), SortedSampler(), _frame(STATE)
    at = QPointF(frame.x(0.6 / 4), height_of(frame, 0))

    assert panel.highlight_at(frame, snapshot, View(), at) == ClassMark(1)
