"""How much a step of a play makes the window do: counted in calls and paints, not in time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.flows.counted_calls import counted
from xentgui.canvas import slow_clock
from xentgui.model import State, default_labels
from xentgui.model.along import to_step
from xentgui.window.descent.walking import Playing
from xentgui.window.main_window import MainWindow
from xentgui.window.readouts_pace import PERIOD_S
from xentgui.window.workspaces import WORKSPACES

LEARN = WORKSPACES["learn"]
PANELS = [key for row in LEARN.panels for key in row]
STEPS = 40

MOST = 8000
"""Calls of Python's functions in a step after which everything is painted."""


class _Paints(QObject):
    """Counts the paints of each widget."""

    def __init__(self, widgets: dict[str, QWidget]) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()
        self._names = {widget: name for name, widget in widgets.items()}
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count[self._names[watched]] += 1  # type: ignore[index]
        return False


def _step(window: MainWindow) -> None:
    store, walking = window.store, window.walking
    assert store.edit(to_step(store.view, walking.step + 1), "walk", store.gesture and "walk")
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture(params=["one-hot", "soft"])
def window(request: pytest.FixtureRequest, start: Callable[..., MainWindow]) -> MainWindow:
    """A play in Learn with ten classes, with all of its cards."""
    rng = np.random.default_rng(0)
    target = np.eye(10)[0] if request.param == "one-hot" else rng.dirichlet(np.ones(10))
    state = State(default_labels(10), rng.normal(size=10).tolist(), target.tolist())
    window = start(state=state)
    window.run_command("workspace.learn")
    window.complete()
    QApplication.processEvents()
    assert all(window.cards.is_shown(key) for key in PANELS)
    store, walking = window.store, window.walking
    store.show(replace(store.view, walk=store.view.walk._replace(rate=1e-3)))
    store.begin("walk", "walk")
    walking.playing = Playing.STEPS
    walking.changed.emit()
    for _ in range(5):
        _step(window)
    return window


def test_that_each_part_is_painted_no_more_often_than_it_has_to(window: MainWindow) -> None:
    plots = {key: window.panels[key].viewport() for key in PANELS}  # type: ignore[attr-defined]
    tables = {key: getattr(window, key).viewport() for key in ("logit_table", "target_table")}
    paints = _Paints({**plots, **tables})
    begun = time.perf_counter()
    for _ in range(STEPS):
        _step(window)
    seconds = time.perf_counter() - begun

    assert all(paints.count[key] <= STEPS + 1 for key in PANELS)
    assert paints.count["trace"] >= STEPS  # what is cheap follows every step
    for key in tables:
        assert paints.count[key] <= seconds / PERIOD_S + 2
    for key in ("simplex", "landscape"):
        assert paints.count[key] <= seconds / slow_clock.PERIOD_S + 2


def test_that_a_step_makes_few_calls(window: MainWindow) -> None:
    counts = []
    for _ in range(STEPS):
        with counted() as calls:
            _step(window)
        counts.append(calls.total())

    assert max(counts) <= MOST


def test_that_all_is_exact_as_soon_as_the_play_ends(window: MainWindow) -> None:
    for _ in range(7):
        _step(window)
    window.walking.pause()

    snapshot = window.store.snapshot
    assert window.logit_table.classes.state is snapshot.state
    assert window.target_table.classes.state is snapshot.state
    for key in PANELS:
        view = window.panels[key]
        assert view.snapshot is snapshot  # type: ignore[attr-defined]
        assert view.picture.view is window.store.view  # type: ignore[attr-defined]
