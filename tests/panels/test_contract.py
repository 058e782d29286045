"""What every panel must do, whatever it shows: registered is tested."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.panels.classifiers import set_a
from xentgui.model import Snapshot, State, derive
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.message import RefusedError
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import REFERENCES, View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme
from xentgui.panels import PANELS, Panel
from xentgui.panels.class_numbers import TARGET, NumberMark
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.marked_panel import Way
from xentgui.panels.plot_panel import PlotPanel

_spec = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)

NONE = Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

EVERY_PANEL = pytest.mark.parametrize("panel_class", PANELS, ids=lambda panel: panel.key)
EVERY_PLOT = pytest.mark.parametrize(
    "panel_class",
    [one for one in PANELS if issubclass(one, PlotPanel)],
    ids=lambda panel: panel.key,
)
SNAPSHOTS = functools.cache(lambda: {name: derive(one) for name, one in samples.HARD.items()})
EVERY_STATE = pytest.mark.parametrize("state", samples.HARD)
# What is drawn in another way: few classes, one that is off, T = 0, many, and far too many.
CHOSEN = ("opening", "switched off", "cold", "smoothed", "fifty", "a thousand", "a vocabulary")
EVERY_KIND_OF_STATE = pytest.mark.parametrize("state", CHOSEN)
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
def test_every_panel_paints_every_state(panel_class: type[Panel], state: str) -> None:
    image = _painted(panel_class(), SNAPSHOTS()[state])

    assert len(np.unique(_colors(image))) > 3


@pytest.mark.usefixtures("qapp")
@EVERY_PANEL
@EVERY_KIND_OF_STATE
def test_every_panel_paints_every_view(panel_class: type[Panel], state: str) -> None:
    for name, view in list(VIEWS.items())[1:]:
        image = _painted(panel_class(), SNAPSHOTS()[state], view)

        assert len(np.unique(_colors(image))) > 3, name


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
def test_every_panel_tells_what_it_shows_in_words(panel_class: type[Panel]) -> None:
    for name, snapshot in SNAPSHOTS().items():
        words = panel_class().describe(snapshot, View())

        assert words.strip(), name
        assert "nan" not in words.lower(), name


@EVERY_PANEL
def test_every_panel_has_its_names(panel_class: type[Panel]) -> None:
    assert panel_class.key == panel_class.key.lower()
    assert panel_class.title
    assert panel_class.tip.endswith(".")


def test_that_no_two_panels_share_a_key() -> None:
    assert len({panel.key for panel in PANELS}) == len(PANELS)


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_every_plot_has_finite_ranges(panel_class: type[PlotPanel]) -> None:
    for name, snapshot in SNAPSHOTS().items():
        home = panel_class().home(snapshot, View())

        assert np.isfinite([home.left, home.right, home.bottom, home.top]).all(), name
        assert home.left < home.right, name
        assert home.bottom < home.top, name


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_every_mark_is_where_it_can_be_taken_hold_of(panel_class: type[PlotPanel]) -> None:
    for state, snapshot in SNAPSHOTS().items():
        panel, view = panel_class(), View()
        frame = _frame(panel, snapshot, view)
        for number in panel.numbers if isinstance(panel, ClassPlot) else ():
            mark = NumberMark(number, int(np.argmax(snapshot.probabilities)))
            at = panel.locate(mark, frame, snapshot, view)
            assert frame.outer.contains(at), state
            assert panel.mark_at(frame, snapshot, view, at) is not None, state
            far = QPointF(frame.rect.center().x(), frame.outer.bottom() - 1)
            near = at.y() > frame.outer.bottom() - 60
            assert panel.mark_at(frame, snapshot, view, far) is None or near, state


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_that_a_moved_mark_is_under_the_pointer(panel_class: type[PlotPanel]) -> None:
    panel, view, snapshot = panel_class(), View(), derive(samples.OPENING)
    frame = _frame(panel, snapshot, view)

    for mark in _numbers(panel, snapshot):
        wanted = panel.locate(mark, frame, snapshot, view) + QPointF(0, -30)
        edit = panel.hold(mark, snapshot, view).move(frame, view, wanted, ALT)
        moved = derive(_on(edit, snapshot.state))
        at = panel.locate(mark, frame, moved, view)
        if panel.key != "information":  # its dot keeps to the curve
            assert at.y() == pytest.approx(max(wanted.y(), frame.rect.top()), abs=1e-6)


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_that_tab_goes_through_every_mark_and_back(panel_class: type[PlotPanel]) -> None:
    panel, snapshot, view = panel_class(), derive(samples.OPENING), View()
    there = _marks(panel, snapshot)
    back, mark = [], panel.mark_beside(None, Way.PREVIOUS, snapshot, view)
    while mark is not None:
        back.append(mark)
        mark = panel.mark_beside(mark, Way.PREVIOUS, snapshot, view)

    assert back == there[::-1]
    assert len({*there}) == len(there)
    for mark in there:
        assert mark.is_in(snapshot.state)
        assert panel.highlight_of(mark).is_in(snapshot.state)
        assert panel.step_name(mark, snapshot)
        assert all(panel.captions(mark, view))


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
def test_that_a_typed_number_is_read_in_the_unit_that_is_shown(
    panel_class: type[PlotPanel], unit: str
) -> None:
    panel, view, state = panel_class(), View(unit=unit), samples.OPENING
    for mark in _numbers(panel, derive(state)):
        typed = derive(_on(panel.typed(mark, view, (0.25,)), state))
        shown = mark.number.read(typed, mark.index) / mark.number.unit(view)
        assert shown == pytest.approx(0.25, rel=1e-9)
        nudged = panel.nudge(mark, typed, view, (0, 1), 1.0)
        assert nudged is not None
        after = mark.number.read(derive(_on(nudged, typed.state)), mark.index)
        assert after > mark.number.read(typed, mark.index)
        assert panel.nudge(mark, typed, view, (1, 0), 1.0) is None  # across is another class


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@pytest.mark.parametrize("unit", ["nats", "bits"])
def test_that_to_type_what_a_mark_is_changes_nothing(
    panel_class: type[PlotPanel], unit: str
) -> None:
    panel, view = panel_class(), View(unit=unit)
    state = replace(samples.OPENING, target=(0.2, 0.3, 0.5), label_smoothing=0.1)
    snapshot = derive(state)
    for mark in _marks(panel, snapshot):
        numbers = panel.numbers_of(mark, snapshot, view)

        assert len(numbers) == len(panel.captions(mark, view))
        assert panel.name_of(mark, snapshot, view).strip()
        with contextlib.suppress(RefusedError):  # there is no walk yet
            after = derive(_on(panel.typed(mark, view, numbers), state))
            assert after.probabilities == pytest.approx(snapshot.probabilities, abs=1e-12)
            assert after.effective_target == pytest.approx(snapshot.effective_target, abs=1e-12)


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
def test_that_marks_of_points_have_numbers_and_names(panel_class: type[PlotPanel]) -> None:
    panel, view, subject = panel_class(), View(), set_a(chosen=3)
    snapshot = derive(subject.resolve(), subject)
    for mark in _marks(panel, snapshot):
        numbers = panel.numbers_of(mark, snapshot, view)

        assert len(numbers) == len(panel.captions(mark, view))
        assert panel.name_of(mark, snapshot, view).strip()


ROUND_TRIPS = st.lists(
    st.tuples(
        st.floats(-400, 400), st.floats(-400, 400), st.sampled_from([NONE, ALT, SHIFT, SHIFT | ALT])
    ),
    min_size=1,
    max_size=5,
)
SMALL = {name: state for name, state in samples.HARD.items() if len(state.labels) <= 12}


@pytest.mark.always
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("state", SMALL.values(), ids=SMALL.keys())
@given(trip=ROUND_TRIPS)
@settings(max_examples=settings.default.max_examples // 10)
def test_that_a_drag_there_and_back_gives_the_start_bit_for_bit(
    state: State, trip: list[tuple[float, float, Qt.KeyboardModifier]]
) -> None:
    snapshot, view = derive(state), View()
    for panel_class in PANELS:
        panel = panel_class()
        for mark in _marks(panel, snapshot) if isinstance(panel, PlotPanel) else ():
            frame = _frame(panel, snapshot, view)
            at = panel.locate(mark, frame, snapshot, view)
            hold, moved = panel.hold(mark, snapshot, view), state
            for x, y, modifiers in trip:
                edit = hold.move(frame, view, at + QPointF(x, y), modifiers)
                with contextlib.suppress(RefusedError):
                    moved = _on(edit, moved)

            back = _on(hold.put_back(), moved)

            assert back == state, mark
            assert back.logits == state.logits and back.target == state.target


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@pytest.mark.parametrize("modifiers", [ALT, NONE], ids=["with Alt", "alone"])
def test_that_a_drag_leaves_alone_what_it_is_not_about(
    panel_class: type[PlotPanel], modifiers: Qt.KeyboardModifier
) -> None:
    """While a mark is held, something else has changed every other number."""
    panel, view = panel_class(), View()
    state = replace(samples.OPENING, target=(0.2, 0.3, 0.5))
    snapshot = derive(state)
    frame = _frame(panel, snapshot, view)
    meanwhile = replace(state, temperature=2.0, label_smoothing=0.1, labels=("a", "b", "c"))
    for mark in _numbers(panel, snapshot):
        index = mark.index
        others = [k for k in range(3) if k != index]
        changed = replace(meanwhile, logits=(0.25, 0.5, 0.75))
        if modifiers == ALT:
            changed = replace(changed, target=(0.25, 0.125, 0.5))
        hold = panel.hold(mark, snapshot, view)
        at = panel.locate(mark, frame, snapshot, view)
        for edit in (hold.move(frame, view, at + QPointF(0, -20), modifiers), hold.put_back()):
            after = _on(edit, changed)
            assert after.temperature == 2.0
            assert after.label_smoothing == 0.1
            assert after.labels == ("a", "b", "c")
            if mark.number is TARGET:
                assert after.logits == changed.logits
                if modifiers == ALT:
                    assert [after.target[k] for k in others] == [changed.target[k] for k in others]
            else:
                assert after.target == changed.target
                assert [after.logits[k] for k in others] == [changed.logits[k] for k in others]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("at_the_end", [ALT, NONE], ids=["with Alt", "alone"])
def test_that_a_drag_ends_where_the_pointer_does_whichever_way_it_took(
    at_the_end: Qt.KeyboardModifier,
) -> None:
    """To p = 1 and back a little; and with Alt on the way, at the end or not."""
    for key, far in (("distribution", -500.0), ("distribution", 500.0), ("logits", -500.0)):
        panel = next(one for one in PANELS if one.key == key)()
        assert isinstance(panel, ClassPlot)
        state, view = State(("a", "b", "c"), (900.0, -math.inf, 1.0), (0.2, 0.3, 0.5)), View()
        snapshot = derive(state)
        frame = _frame(panel, snapshot, view)
        for mark in _marks(panel, snapshot):
            at = panel.locate(mark, frame, snapshot, view)
            points = [
                (at + QPointF(0, far / 9), NONE),
                (at + QPointF(0, -far), NONE),
                (at + QPointF(0, far), NONE),
                (at + QPointF(0, -far), ALT),
                (at + QPointF(0, far), ALT),
                (at + QPointF(0, far / 20), at_the_end),
            ]
            hold, moved = panel.hold(mark, snapshot, view), state
            for point, modifiers in points:
                moved = _on(hold.move(frame, view, point, modifiers), moved)
            last = panel.hold(mark, snapshot, view).move(frame, view, *points[-1])

            assert moved == _on(last, state)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("smoothing", [0.0, 0.3, 1.0])
def test_that_sharing_a_target_keeps_its_sum(smoothing: float) -> None:
    state = replace(samples.OPENING, target=(0.2, 0.3, 0.5), label_smoothing=smoothing)
    assert TARGET.share is not None

    shared = derive(TARGET.share(state, 1, 0.6, state))

    assert shared.target_sum == pytest.approx(1.0)
    if smoothing < 1.0:
        assert shared.effective_target[1] == pytest.approx(0.6)


def _frame(panel: PlotPanel, snapshot: Snapshot, view: View) -> Frame:
    ranges = panel.home(snapshot, view)
    return panel.frame(QRectF(0, 0, 480, 360), ranges, view, _style(), 1.0)


def _marks(panel: PlotPanel, snapshot: Snapshot) -> list[Mark]:
    """Return every mark of `panel`, as Tab goes through them."""
    found, mark = [], panel.mark_beside(None, Way.NEXT, snapshot, View())
    while mark is not None:
        found.append(mark)
        mark = panel.mark_beside(mark, Way.NEXT, snapshot, View())
    return found


def _numbers(panel: PlotPanel, snapshot: Snapshot) -> list[NumberMark]:
    """Return those marks of `panel` that are a number of a class each."""
    return [mark for mark in _marks(panel, snapshot) if isinstance(mark, NumberMark)]


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


@functools.cache
def _others(state: str) -> tuple[Snapshot, Snapshot]:
    """Return the numbers for another target, and for a smoothed one."""
    given = samples.HARD[state]
    target = np.roll(np.asarray(given.target), 1) / 2.0
    return derive(replace(given, target=target)), derive(replace(given, label_smoothing=0.3))


@pytest.mark.usefixtures("qapp")
@EVERY_PLOT
@EVERY_KIND_OF_STATE
def test_every_plot_paints_on_a_frame_that_was_used_as_on_a_new_one(
    panel_class: type[PlotPanel], state: str
) -> None:
    for name, view in VIEWS.items():
        panel, snapshot, others = panel_class().face(view), SNAPSHOTS()[state], _others(state)
        used = _painted_marks(panel, snapshot, view, [snapshot, *others])[1:]
        for image, other in zip(used, others, strict=True):
            assert image == _painted_marks(panel, snapshot, view, [other])[0], name


def _painted_marks(
    panel: PlotPanel, home: Snapshot, view: View, snapshots: list[Snapshot]
) -> list[QImage]:
    """Return the marks of `snapshots`, painted on one frame, whose axes are those of `home`."""
    ranges = panel.home(home, view)
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
