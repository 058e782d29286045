"""What every panel must do, whatever it shows: registered is tested."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from xentgui.model import Snapshot, State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import REFERENCES, View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme
from xentgui.panels import PANELS, Panel
from xentgui.panels.handle import Handle
from xentgui.panels.plot_panel import PlotPanel

_spec = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)

EVERY_PANEL = pytest.mark.parametrize("panel_class", PANELS, ids=lambda panel: panel.key)
EVERY_PLOT = pytest.mark.parametrize(
    "panel_class",
    [one for one in PANELS if issubclass(one, PlotPanel)],
    ids=lambda panel: panel.key,
)
EVERY_STATE = pytest.mark.parametrize("state", samples.HARD.values(), ids=samples.HARD.keys())
VIEWS = {
    "plain": View(),
    "lit": View(highlight=ClassMark(1), unit="bits"),
    "compared": View(pinned=samples.OPENING, references=frozenset(REFERENCES)),
    "areas": View(areas=True, unit="dits"),
}


def _style(theme: Theme = LIGHT, em: float = 13.0) -> Style:
    return Style(theme, em, ui_font(em))


def _painted(
    panel: Panel,
    snapshot: Snapshot,
    view: View = VIEWS["plain"],
    theme: Theme = LIGHT,
    size: tuple[int, int] = (480, 360),
) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    try:
        panel.paint(painter, QRectF(0, 0, *size), snapshot, view, _style(theme))
    finally:
        painter.end()
    return image


def _colors(image: QImage) -> np.ndarray:
    """Return the pixels, shape (height, width), as 0xRRGGBB."""
    raw = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), -1)
    return raw & 0xFFFFFF


@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
@EVERY_STATE
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_every_panel_paints_every_state(panel_class: type[Panel], state: State, view: View) -> None:
    snapshot = derive(state)

    image = _painted(panel_class(), snapshot, view)

    assert len(np.unique(_colors(image))) > 3


@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
@pytest.mark.parametrize("theme", [DARK, PRINT], ids=lambda theme: theme.key)
@pytest.mark.parametrize("size", [(160, 120), (1920, 1080)], ids=str)
def test_every_panel_paints_every_theme_and_size(
    panel_class: type[Panel], theme: Theme, size: tuple[int, int]
) -> None:
    _painted(panel_class(), derive(samples.OPENING), theme=theme, size=size)


@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
@EVERY_STATE
def test_every_panel_tells_what_it_shows_in_words(panel_class: type[Panel], state: State) -> None:
    words = panel_class().describe(derive(state), View())

    assert words.strip()
    assert "nan" not in words.lower()


@EVERY_PANEL
def test_every_panel_has_its_names(panel_class: type[Panel]) -> None:
    assert panel_class.key == panel_class.key.lower()
    assert panel_class.title
    assert panel_class.tip.endswith(".")


def test_that_no_two_panels_share_a_key() -> None:
    assert len({panel.key for panel in PANELS}) == len(PANELS)


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@EVERY_STATE
def test_every_plot_has_finite_ranges_that_hold_still(
    panel_class: type[PlotPanel], state: State
) -> None:
    panel, snapshot = panel_class(), derive(state)

    home = panel.home(snapshot, View())

    assert np.isfinite([home.left, home.right, home.bottom, home.top]).all()
    assert home.left < home.right
    assert home.bottom < home.top
    assert panel.settle(home, snapshot, View()) == home


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@EVERY_STATE
def test_every_handle_is_where_it_can_be_taken_hold_of(
    panel_class: type[PlotPanel], state: State
) -> None:
    panel, snapshot, view = panel_class(), derive(state), View()
    rect = QRectF(0, 0, 480, 360)
    frame = panel.frame(rect, panel.home(snapshot, view), view, _style(), 1.0)

    for kind in panel.kinds:
        index = int(np.argmax(snapshot.probabilities))
        at = panel.locate(Handle(kind, index), frame, snapshot, view)
        assert rect.contains(at)
        found = panel.handle_at(frame, snapshot, view, at)
        assert found is not None
        far = QPointF(frame.rect.center().x(), rect.bottom() - 1)
        assert panel.handle_at(frame, snapshot, view, far) is None or at.y() > rect.bottom() - 60


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_that_pulling_a_handle_puts_it_under_the_pointer(panel_class: type[PlotPanel]) -> None:
    panel, view, snapshot = panel_class(), View(), derive(samples.OPENING)
    rect = QRectF(0, 0, 480, 360)
    frame = panel.frame(rect, panel.home(snapshot, view), view, _style(), 1.0)

    for kind in panel.kinds:
        handle = Handle(kind, 2)
        wanted = panel.locate(handle, frame, snapshot, view) + QPointF(0, -30)
        value = panel.value_at(handle, frame, view, wanted)
        pulled = derive(kind.write(snapshot, 2, value))
        at = panel.locate(handle, frame, pulled, view)
        assert kind.read(pulled, 2) == pytest.approx(value, rel=1e-9)
        if kind.key != "information":  # its dot keeps to the curve
            assert at.y() == pytest.approx(wanted.y(), abs=1e-6)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("smoothing", [0.0, 0.3, 1.0])
def test_that_sharing_a_target_keeps_its_sum(smoothing: float) -> None:
    from xentgui.panels.handle import TARGET

    state = replace(samples.OPENING, target=(0.2, 0.3, 0.5), label_smoothing=smoothing)
    snapshot = derive(state)
    assert TARGET.share is not None

    pulled = derive(TARGET.share(snapshot, 1, 0.6))

    assert pulled.target_sum == pytest.approx(1.0)
    if smoothing < 1.0:
        assert pulled.effective_target[1] == pytest.approx(0.6)


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@EVERY_STATE
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_every_plot_paints_on_a_frame_that_was_used_as_on_a_new_one(
    panel_class: type[PlotPanel], state: State, view: View
) -> None:
    panel, snapshot = panel_class().face(view), derive(state)
    target = np.roll(np.asarray(state.target), 1) / 2.0
    others = derive(replace(state, target=target)), derive(replace(state, label_smoothing=0.3))
    ranges = panel.home(snapshot, view)

    def painted(snapshots: list[Snapshot]) -> list[QImage]:
        frame = panel.frame(QRectF(0, 0, 480, 360), ranges, view, _style(), 1.0)
        images = []
        for one in snapshots:
            image = QImage(480, 360, QImage.Format.Format_RGB32)
            image.fill(QColor(LIGHT.card))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            panel.paint_marks(painter, frame, one, view)
            painter.end()
            images.append(image)
        return images

    for image, other in zip(painted([snapshot, *others])[1:], others, strict=True):
        assert image == painted([other])[0]
