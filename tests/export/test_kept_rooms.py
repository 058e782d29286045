"""The room around plots is measured once for all figures whose axes are the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QPainter

from tests.export.every_panel import KEYS, shown_by
from tests.export.samples import AWKWARD, EXAMPLE, many
from tests.flows.counted_calls import counted
from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout
from xentgui.export.figure_parts import layout_style
from xentgui.export.figure_size import fitted
from xentgui.export.kept_rooms import rooms_of, usual_view
from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import SUITED, suited, unsuited
from xentgui.model import Snapshot, State, derive
from xentgui.model.edits import with_logit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels import PANELS
from xentgui.panels.distribution_bars import KEY, LARGEST, LOG, ROWS, UPRIGHT
from xentgui.panels.distribution_rows import DistributionRows
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.room import AxesRuler

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = (140.0, 95.0), (200.0, 150.0), (260.0, 180.0), (420.0, 240.0)
PLOTS = [key for key, panel in zip(KEYS, PANELS, strict=True) if issubclass(panel, PlotPanel)]
SPEC = FigureSpec.in_centimetres(
    ("information", "gradient", "logits"), 17.5, 10.0, style="paper", language="en"
)


def _one_after_the_other() -> list[State]:
    """Return states in which now and then something stays, and now and then something moves."""
    moved = with_logit(EXAMPLE, 0, 2.4)
    named = replace(moved, labels=("a class with a long name", "b", "c"))
    return [
        EXAMPLE,
        moved,
        replace(moved, temperature=0.2),
        replace(moved, target=(0.2, 0.5, 0.3)),
        replace(moved, loss="brier"),
        named,
        with_logit(named, 0, 300.0),
        many(10),
        with_logit(many(10), 0, 1.0),
        AWKWARD,
        EXAMPLE,
    ]


@pytest.mark.parametrize("key", PLOTS)
def test_that_what_is_kept_is_what_would_be_measured(key: str) -> None:
    spec = replace(SPEC, panels=(key,))
    for state in _one_after_the_other():
        snapshot, view = shown_by(key, state)
        view, style = usual_view(suited(spec, snapshot, view)), layout_style(spec)
        (panel,) = panels_of(spec)
        assert isinstance(panel, PlotPanel)
        face = panel.face(view)
        ranges = face.ranges(snapshot, view)
        for language in ("en", "zh_CN"):
            with speaking(language):
                rooms = rooms_of(face, ranges, snapshot, view, style)
                for size in SIZES:
                    fresh = AxesRuler(face, ranges, view, style).room(size, snapshot)

                    assert rooms.around(size, snapshot) == fresh


@pytest.mark.parametrize("key", PLOTS)
@pytest.mark.parametrize("state", [EXAMPLE, AWKWARD, many(10), many(200)])
def test_that_plots_of_other_heights_need_what_is_known_of_some(key: str, state: State) -> None:
    spec, random = replace(SPEC, panels=(key,)), np.random.default_rng(3)
    snapshot, view = shown_by(key, state)
    view, style = usual_view(suited(spec, snapshot, view)), layout_style(spec)
    (panel,) = panels_of(spec)
    assert isinstance(panel, PlotPanel)
    face = panel.face(view)
    looks = face, face.ranges(snapshot, view), view, style
    ruler, start = AxesRuler(*looks), None
    for nth in range(60):
        size = 90.0 + 110.0 * (nth % 3), float(random.choice([random.uniform(20.0, 400.0), 150.0]))
        heights = None if nth % 2 else (float(random.uniform(9.0, 60.0)), 45.0)
        if nth % 7 == 0:
            start = None if nth % 2 else AxesRuler(*looks).room(size, snapshot)
        kept = ruler.room(size, snapshot, heights, start)

        assert kept == pytest.approx(AxesRuler(*looks).room(size, snapshot, heights, start))


@pytest.mark.parametrize("key", [key for key in PLOTS if key != SUITED])
@pytest.mark.parametrize("state", [EXAMPLE, AWKWARD, many(10), many(200)])
def test_that_what_suits_one_panel_moves_no_axis_of_another(key: str, state: State) -> None:
    spec = replace(SPEC, panels=(key,))
    snapshot, view = shown_by(key, state)
    suiting, style = suited(spec, snapshot, view), layout_style(spec)
    (panel,) = panels_of(spec)
    assert isinstance(panel, PlotPanel)
    looks = [
        usual_view(replace(suiting, choices=suiting.choices | {KEY: order}))
        for order in (UPRIGHT, ROWS, LARGEST)
    ]
    rooms = []
    for seen in (unsuited(looks[0]), *looks):
        face = panel.face(seen)
        ranges = face.ranges(snapshot, seen)
        ruler = AxesRuler(face, ranges, seen, style)
        rooms.append((ranges, [ruler.room(size, snapshot) for size in SIZES]))

    assert KEY not in unsuited(looks[0]).choices
    assert rooms == [rooms[0]] * len(rooms)


def _measured(snapshot: Snapshot) -> int:
    """Return how often axes were measured to find the size of a figure."""
    with counted() as calls:
        fitted(SPEC, snapshot, View())
    return calls[AxesRuler.room.__code__]


def test_that_an_edit_that_moves_no_axis_measures_nothing() -> None:
    _measured(derive(EXAMPLE))

    assert _measured(derive(with_logit(EXAMPLE, 0, 2.34))) == 0


def test_that_axes_that_move_are_measured() -> None:
    _measured(derive(EXAMPLE))

    assert _measured(derive(with_logit(EXAMPLE, 0, 777.0))) > 0


class _AllNumbers(DistributionRows):
    """The same panel, of which all is measured that it paints below its marks."""

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        self.paint_axes(painter, frame, snapshot, view)


@pytest.mark.parametrize("order", [ROWS, LARGEST, LOG])
@pytest.mark.parametrize("state", [EXAMPLE, AWKWARD, many(10), many(200)])
def test_that_numbers_within_the_plot_need_no_room_around_it(state: State, order: str) -> None:
    view, snapshot = View(choices={KEY: order}, fits=True), derive(state)
    ranges, style = DistributionRows().ranges(snapshot, view), layout_style(SPEC)
    for size in SIZES:
        some, every = (
            AxesRuler(face, ranges, view, style).room(size, snapshot)
            for face in (DistributionRows(), _AllNumbers())
        )

        assert some == every


def test_that_another_size_measures_only_the_panel_that_it_suits() -> None:
    snapshot = derive(replace(many(10), labels=tuple(f"class {nth}" for nth in range(10))))
    panels, asked = ("distribution", "information", "logits"), {"style": "paper", "language": "en"}
    wide = FigureSpec.in_centimetres(panels, 40.0, 10.0, **asked)
    narrow = FigureSpec.in_centimetres(panels, 17.5, 10.0, **asked)
    looks = [suited(one, snapshot, View()) for one in (wide, narrow)]
    assert (KEY in looks[0].choices) != (KEY in looks[1].choices)

    with speaking("en"):
        first, again = (content_layout(wide, panels_of(wide), snapshot, view, {}) for view in looks)
        first.least_width()
        with counted() as calls:
            again.least_width()

    assert calls[AxesRuler.room.__code__] == 1
