"""Every panel at the ends of what numbers can say: painted, moved, told, with finite axes."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tests import extremes
from xentgui.model import RefusedError, Snapshot, State, derive
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS, Panel
from xentgui.panels.marked_panel import Way
from xentgui.panels.plot_panel import PlotPanel

States = Callable[[], Iterator[tuple[str, State]]]

RECT = QRectF(0, 0, 300, 220)
VIEWS = (View(), View(areas=True, unit="dits", highlight=ClassMark(1)))
POINTS = (QPointF(0, 0), QPointF(150, 110), QPointF(299, 219), QPointF(-5000, 9000))
VALUES = (0.0, 1.0, math.inf, -math.inf, math.nan, 1e308, -1e308, 5e-324)
FEW = 121  # of how many combinations one is taken

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SOME_AND_MORE = pytest.mark.parametrize(
    "states",
    [
        pytest.param(partial(extremes.states, FEW), id="some"),
        pytest.param(extremes.states_in_pairs, id="in pairs", marks=pytest.mark.long),
    ],
)
"""All 972 combinations would take ten minutes, so each two extremes meet, on every panel."""
EVERY_PANEL = pytest.mark.parametrize("panel_class", PANELS, ids=lambda panel: panel.key)
EVERY_PLOT = pytest.mark.parametrize(
    "panel_class", [one for one in PANELS if issubclass(one, PlotPanel)], ids=lambda one: one.key
)


@pytest.mark.turns
@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
@SOME_AND_MORE
def test_every_panel_paints_and_tells_every_extreme_state(
    panel_class: type[Panel], states: States
) -> None:
    panel, image = panel_class(), QImage(300, 220, QImage.Format.Format_RGB32)
    style = Style(LIGHT, 13.0, ui_font(13.0))
    for _, state in states():
        snapshot = derive(state)
        for view in VIEWS:
            painter = QPainter(image)
            panel.paint(painter, RECT, snapshot, view, style)
            painter.end()
            assert panel.describe(snapshot, view).strip()
            assert panel.read_out(ClassMark(0), snapshot, view) is not None


def _faces(panel: PlotPanel, states: States) -> Iterator[tuple[PlotPanel, Frame, Snapshot, View]]:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    for _, state in states():
        snapshot = derive(state)
        for view in VIEWS:
            face = panel.face(view)
            ranges = face.home(snapshot, view)
            assert ranges == ranges.limited(), "the axes of our own panels need no limit"
            yield face, face.frame(RECT, ranges, view, style, 1.0), snapshot, view


def _marks(face: PlotPanel, snapshot: Snapshot, view: View) -> Iterator[Mark]:
    mark = face.mark_beside(None, Way.NEXT, snapshot, view)
    while mark is not None:
        yield mark
        mark = face.mark_beside(mark, Way.NEXT, snapshot, view)


def _done_or_refused(state: State, edit: Callable[[], Edit | None]) -> None:
    """Ask for an edit and apply it, unless either is refused, which is no exception to people."""
    with contextlib.suppress(RefusedError):
        found = edit()
        if found is not None:
            derive(resolve(found(BareLogits(state))))


@pytest.mark.turns
@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@SOME_AND_MORE
def test_every_move_of_every_mark_is_done_or_refused(
    panel_class: type[PlotPanel], states: States
) -> None:
    for face, frame, snapshot, view in _faces(panel_class(), states):
        state = snapshot.state
        for mark in _marks(face, snapshot, view):
            at = face.locate(mark, frame, snapshot, view)
            assert math.isfinite(at.x()) and math.isfinite(at.y())
            for way in ((0, 1), (0, -1), (1, 0)):
                for size in (0.1, 1.0, 10.0):
                    _done_or_refused(state, partial(face.nudge, mark, snapshot, view, way, size))
            count = len(face.captions(mark, view))
            for value in VALUES:
                _done_or_refused(state, partial(face.typed, mark, view, (value,) * count))
            hold = face.hold(mark, snapshot, view)
            for point in (*POINTS, at):
                for modifiers in (NONE, ALT):
                    _done_or_refused(state, partial(hold.move, frame, view, point, modifiers))
                face.mark_at(frame, snapshot, view, point)
                face.highlight_at(frame, snapshot, view, point)
            _done_or_refused(state, hold.put_back)


@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
def test_every_panel_paints_every_extreme_at_once_among_50_257_classes(
    panel_class: type[Panel],
) -> None:
    panel, image = panel_class(), QImage(300, 220, QImage.Format.Format_RGB32)
    snapshot = derive(extremes.CHOSEN["50 257"])
    for view in VIEWS:
        painter = QPainter(image)
        panel.paint(painter, RECT, snapshot, view, Style(LIGHT, 13.0, ui_font(13.0)))
        painter.end()
    assert panel.describe(snapshot, View()).strip()


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_every_plot_paints_every_extreme_on_the_axes_of_another_state(
    panel_class: type[PlotPanel],
) -> None:
    """As while the axes move, or where a person has zoomed."""
    panel, image = panel_class(), QImage(300, 220, QImage.Format.Format_RGB32)
    style, usual = Style(LIGHT, 13.0, ui_font(13.0)), derive(extremes.USUAL)
    for _, state in extremes.states(FEW):
        for view in VIEWS:
            ranges, snapshot = panel.face(view).ranges(usual, view), derive(state)
            painter = QPainter(image)
            panel.paint_within(painter, RECT, ranges, snapshot, view, style)
            painter.end()


@pytest.mark.usefixtures("qapp")
def test_that_a_step_beside_infinity_is_refused_with_what_to_do() -> None:
    (panel,) = (one for one in PANELS if one.key == "information")
    plot, snapshot = panel(), derive(extremes.CHOSEN["off"])
    assert isinstance(plot, PlotPanel)
    marks = list(_marks(plot, snapshot, View()))

    with pytest.raises(RefusedError) as refused:
        plot.nudge(marks[1], snapshot, View(), (0, 1), 1.0)

    sentence = "−ln p / nats of class 2 is ∞, and a step does not change it. Type a number."
    assert str(refused.value).replace("inf", "∞") == sentence


@pytest.mark.parametrize(
    "ranges",
    [
        (0.0, math.inf, -math.inf, math.nan),
        (math.nan, math.nan, math.inf, math.inf),
        (-math.inf, -math.inf, 1.0, 1.0),
        (0.0, 1e308, -1e308, 1e308),
        (1.0, 1.0, 2.0, -2.0),
        (0.0, 5e-324, 0.0, 1e-308),
    ],
    ids=str,
)
def test_that_axes_are_finite_and_not_empty_whatever_a_panel_asks_for(
    ranges: tuple[float, float, float, float],
) -> None:
    limited = Ranges(*ranges).limited()

    frame = Frame(RECT, RECT, limited, Style(LIGHT, 13.0, ui_font(13.0)))
    assert all(map(math.isfinite, limited))
    assert limited.left < limited.right and limited.bottom < limited.top
    assert 0.0 < frame.slot < math.inf and 0.0 < frame.lift < math.inf
    assert limited.limited() == limited
