"""Whatever happens in one part, the window lives: each door, and that none is left open."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from types import FrameType, FunctionType, TracebackType
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIconEngine, QKeyEvent, QPainter, QPaintEvent, QUndoCommand
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsItem, QLabel
from pytestqt.qtbot import QtBot

import xentgui
from tests.conftest import LIMIT_MS
from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.commands.registry import ACTIONS
from xentgui.model import Snapshot, edits
from xentgui.model.subjects import OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.handlers import guarded
from xentgui.panels.derivation import Derivation
from xentgui.panels.logits import Logits
from xentgui.window.main_window import MainWindow

Reported = list[type[BaseException]]

_QT = (QObject, QGraphicsItem, QIconEngine)
_PROVEN = (QUndoCommand,)  # what a step leads to is known before it is in the history


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> Reported:
    """Collect what is reported instead of failing the test with it."""
    found: Reported = []

    def hook(kind: type[BaseException], _: BaseException, __: TracebackType | None) -> None:
        found.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


# That every handler has a door


def _classes() -> Iterator[type]:
    for module in pkgutil.walk_packages(xentgui.__path__, "xentgui."):
        if not module.name.endswith("__main__"):
            found = importlib.import_module(module.name)
            yield from (
                kind
                for _, kind in inspect.getmembers(found, inspect.isclass)
                if kind.__module__ == module.name
            )


def _handlers(kind: type) -> Iterator[FunctionType]:
    """Yield the methods of a class that Qt calls."""
    qt = next(base for base in kind.__mro__ if base.__module__.startswith("PySide6"))
    for name, method in vars(kind).items():
        if isinstance(method, FunctionType) and not name.startswith("__") and hasattr(qt, name):
            yield method


def test_that_every_method_that_qt_calls_ends_its_exceptions() -> None:
    ours = [kind for kind in _classes() if issubclass(kind, _QT) and not issubclass(kind, _PROVEN)]
    handlers = [method for kind in ours for method in _handlers(kind)]

    open_ones = [one.__qualname__ for one in handlers if not hasattr(one, "__wrapped__")]

    assert len(handlers) > 100
    assert open_ones == [], "put @guarded before their classes"


# That a door holds


@guarded
class _Failing(QLabel):
    """Fails in everything that Qt asks of it, with a painter open."""

    fails = True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(QRectF(0, 0, 1, 1))
        if self.fails:
            raise ZeroDivisionError("painting")
        painter.setClipping(False)
        painter.fillRect(self.rect(), Qt.GlobalColor.red)
        painter.end()

    def sizeHint(self) -> QSize:
        raise ZeroDivisionError("size")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        raise ZeroDivisionError("key")


@pytest.fixture
def failing(qtbot: QtBot, reported: Reported) -> _Failing:
    widget = _Failing("text")
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    widget.show()
    return widget


def test_that_a_widget_that_cannot_be_painted_says_so_in_its_place_and_recovers(
    failing: _Failing, reported: Reported
) -> None:
    broken = failing.grab().toImage()
    assert reported
    assert set(reported) == {ZeroDivisionError}
    assert _colors(broken) > 2  # the letters of the sentence

    failing.fails = False

    assert failing.grab().toImage().pixelColor(200, 100) == Qt.GlobalColor.red


def test_that_qt_gets_its_own_answer_where_ours_failed(
    failing: _Failing, reported: Reported
) -> None:
    reported.clear()

    assert failing.sizeHint() == QLabel.sizeHint(failing)
    QTest.keyClick(failing, Qt.Key.Key_A)

    assert reported == [ZeroDivisionError, ZeroDivisionError]


def test_that_no_painter_stays_open_after_an_exception(
    failing: _Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[TracebackType] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, __, trace: kept.append(trace))

    failing.repaint()

    painted = _Failing.paintEvent.__wrapped__.__code__  # type: ignore[attr-defined]
    frames = [frame for frame in _frames(kept[0]) if frame.f_code is painted]
    assert [frame.f_locals for frame in frames] == [{}]


def _frames(trace: TracebackType | None) -> Iterator[FrameType]:
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next


def _colors(image: Any) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


# In the window


class _BrokenPanel(Logits):
    """A stranger's panel, which fails in whatever is asked of it while `fails` is set."""

    key = "broken"
    fails: ClassVar[set[str]] = set()

    def _fail(self, what: str) -> None:
        if what in self.fails:
            raise ZeroDivisionError(what)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        self._fail("home")
        return super().home(snapshot, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        self._fail("paint_marks")
        super().paint_marks(painter, frame, snapshot, view)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        self._fail("paint_axes")
        super().paint_axes(painter, frame, snapshot, view)

    def nudge(self, *arguments: Any) -> Any:
        self._fail("nudge")
        return super().nudge(*arguments)

    def hold(self, *arguments: Any) -> Any:
        self._fail("hold")
        return super().hold(*arguments)

    def mark_at(self, *arguments: Any) -> Any:
        self._fail("mark_at")
        return super().mark_at(*arguments)

    def describe(self, *arguments: Any) -> Any:
        self._fail("describe")
        return super().describe(*arguments)


@pytest.fixture
def broken(window: MainWindow, qtbot: QtBot) -> Iterator[PlotView]:
    """Yield a stranger's panel that is wired as the panels of the window are."""
    view = PlotView(_BrokenPanel())
    qtbot.addWidget(view)
    view.resize(480, 360)
    view.show_style(window.look.style())
    wiring = window._built.wiring
    wiring.show_numbers_in(view)
    wiring.show_view_in(view)
    wiring.take_gestures_of(view)
    wiring.take_pointing_of(view)
    wiring.take_messages_of(view)
    view.show()
    view.grab()
    yield view
    _BrokenPanel.fails = set()


def _edit(window: MainWindow, value: float) -> None:
    window.store.edit(OnState(lambda state: edits.with_logit(state, 0, value)), "edit")


@pytest.mark.parametrize("where", ["home", "paint_marks", "paint_axes", "describe"])
def test_that_a_panel_that_fails_leaves_the_others_alone_and_recovers_with_the_next_state(
    window: MainWindow, broken: PlotView, reported: Reported, qtbot: QtBot, where: str
) -> None:
    _BrokenPanel.fails = {where}
    broken.picture.forget_background()
    _edit(window, 7.5)
    broken.grab()
    qtbot.waitUntil(lambda: bool(reported))

    others = [view for view in window.panels.values() if isinstance(view, PlotView)]
    assert all(view.snapshot is window.store.snapshot for view in others)
    assert set(reported) == {ZeroDivisionError}

    _BrokenPanel.fails = set()
    _edit(window, 1.25)
    after = broken.grab().toImage()
    broken.picture.forget_background()

    assert broken.snapshot is window.store.snapshot
    assert after == broken.grab().toImage()
    assert window.store.history.count() == 2


@pytest.mark.qt_log_ignore("not accepted by receiving widget")  # a press that has failed
@pytest.mark.parametrize("where", ["nudge", "hold", "mark_at"])
def test_that_a_panel_that_fails_at_a_key_or_a_press_leaves_no_gesture_open(
    window: MainWindow, broken: PlotView, reported: Reported, qtbot: QtBot, where: str
) -> None:
    before = window.store.subject
    _BrokenPanel.fails = {where}
    QTest.keyClick(broken, Qt.Key.Key_Right)
    QTest.keyClick(broken, Qt.Key.Key_Up)
    mark = broken.picture.focused
    if where != "nudge" and mark is not None:
        assert broken.snapshot is not None
        frame, view = broken.picture.frame(), broken.picture.view
        at = broken.panel.locate(mark, frame, broken.snapshot, view).toPoint()
        QTest.mouseMove(broken.viewport(), at)
        QTest.mousePress(broken.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseRelease(broken.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: bool(reported))

    assert set(reported) == {ZeroDivisionError}
    assert window._built.wiring.finish_bursts()
    if where == "nudge":
        assert window.store.subject is before
    window.commands["target.uniform"].trigger()
    assert window.store.snapshot.target[0] == 1 / 3


def test_that_a_page_that_cannot_be_prepared_says_so_and_is_prepared_again(
    qtbot: QtBot, reported: Reported, window: MainWindow
) -> None:
    class Broken(Derivation):
        fails = True

        def is_prepared(self, snapshot: Snapshot, view: View) -> bool:
            return not self.fails and super().is_prepared(snapshot, view)

        def prepare(self, snapshot: Snapshot, view: View) -> None:
            if self.fails:
                raise ZeroDivisionError
            super().prepare(snapshot, view)

    panel = Broken()
    page = PageView(panel)
    qtbot.addWidget(page)
    page.show_style(window.look.style())
    page.show_snapshot(window.store.snapshot)
    page.resize(480, 360)
    page.show()
    qtbot.waitUntil(lambda: ZeroDivisionError in reported)

    panel.fails = False
    page.show_snapshot(window.store.snapshot)
    with qtbot.waitSignal(page.prepared, timeout=LIMIT_MS):
        page.update()


def test_that_a_command_that_fails_says_so_and_the_next_one_works(
    window: MainWindow, reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = ACTIONS["target.uniform"]._replace(run=lambda host: 1 // 0)

    window.run(spec)

    assert reported == [ZeroDivisionError]
    assert window.status.message() == (
        "“Uniform Target” has failed: ZeroDivisionError: integer division or modulo by zero"
    )
    window.commands["target.uniform"].trigger()
    assert window.store.snapshot.target[0] == 1 / 3


def test_that_a_command_that_cannot_say_whether_it_is_enabled_leaves_the_others_alone(
    window: MainWindow, reported: Reported
) -> None:
    commands = window.commands
    action, spec = commands._changing[0]
    commands._changing[0] = action, spec._replace(enabled=lambda host: bool(1 // 0))

    commands["target.uniform"].trigger()

    assert set(reported) == {ZeroDivisionError}
    assert commands["undo"].isEnabled()


def test_that_an_exception_in_a_timer_or_slot_is_reported_and_the_rest_goes_on(
    qtbot: QtBot, reported: Reported
) -> None:
    done: list[int] = []
    for number in range(3):
        QTimer.singleShot(0, lambda number=number: done.append(1 // (number - 1)))

    qtbot.waitUntil(lambda: len(done) == 2)

    assert reported == [ZeroDivisionError]
