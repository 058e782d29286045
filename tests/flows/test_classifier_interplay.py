"""A scene with a classifier through everything: trained, dragged, undone, killed, exported, opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.documents.document_text import encode
from xentgui.documents.scene import Document, Scene
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import FigureSpec
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.classifier_parts import PARTS
from xentgui.panels.point_mark import PointMark
from xentgui.program.cli import main
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _bits(subject: Classifier) -> list[object]:
    """Return everything that the classifier holds, bit for bit."""
    return [
        part.tobytes() if isinstance(part, np.ndarray) else part
        for part in (getattr(subject, name) for name in PARTS)
    ]


def _click(window: MainWindow, name: str) -> None:
    button = window.findChild(QToolButton, f"training.{name}")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def _ready(window: MainWindow) -> PlotView:
    window.resize(1440, 900)
    window.run_command("workspace.classify")
    QApplication.processEvents()
    view = window.panels["input_space"]
    assert isinstance(view, PlotView)
    view.axes.stop()
    return view


def _drag_while_it_trains(window: MainWindow, view: PlotView, number: int, qtbot: QtBot) -> None:
    """Drag a point across the plot, with steps of the training in between."""
    frame, port = view.picture.frame(), view.viewport()
    mark = PointMark(number)
    start = view.panel.locate(mark, frame, view.snapshot, view.picture.view).toPoint()
    end = QPointF(frame.rect.center().x() + 90, frame.rect.top() + 60).toPoint()
    QTest.mousePress(port, LEFT, NONE, start)
    for share in (0.25, 0.5, 0.75, 1.0):
        step = window.trains.step
        QTest.mouseMove(port, start + (end - start) * share)
        qtbot.waitUntil(lambda step=step: window.trains.step != step or not window.trains.plays)
    QTest.mouseRelease(port, LEFT, NONE, end)
    QApplication.processEvents()


def _die(window: MainWindow) -> None:
    """End a window as a dying process does: nothing is told, and its lock is free."""
    work = window.documents.work
    assert work.recovery is not None
    work.recovery.write()
    work.recovery._lock.unlock()
    work.recovery = None


def test_that_a_classifier_keeps_every_bit_through_everything(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    window.run_command("preset.71-penguins")
    view = _ready(window)
    opened = _bits(_subject(window))

    _click(window, "train.play")
    qtbot.waitUntil(lambda: window.trains.step > 20, timeout=60_000)
    _drag_while_it_trains(window, view, 300, qtbot)
    assert window.trains.plays  # it goes on with the points as they are now
    _click(window, "train.play")
    QApplication.processEvents()
    trained = _subject(window)
    assert trained.chosen == 300
    assert (trained.points[300] != _subject_of(opened, window).points[300]).any()
    assert (trained.weights != _subject_of(opened, window).weights).any()

    # Undone, to the penguins, and done again.
    steps = 0
    while _bits(_subject(window)) != opened:
        window.run_command("undo")
        steps += 1
        assert steps < 50
    for _ in range(steps):
        window.run_command("redo")
    assert _bits(_subject(window)) == _bits(trained)

    # A scene of its own, and then killed.
    window.run_command("scene.add")
    work = _bits(_subject(window))
    _die(window)
    again = start()
    assert _bits(_subject(again)) == work == _bits(trained)
    again.run_command("undo")
    again.run_command("undo")
    assert _bits(_subject(again)) != work
    again.run_command("redo")
    again.run_command("redo")
    assert _bits(_subject(again)) == work

    # Exported, and the figure opened again, in the window and on the command line.
    subject = _subject(again)
    document = encode(Document((Scene(subject),)))
    spec = FigureSpec.in_pixels(("input_space", "flow"), 900, 400)
    figure = Figure(spec, again.store.snapshot, again.store.view, document)
    for key in ("png", "svg", "pdf"):
        file = tmp_path / f"figure.{key}"
        file.write_bytes(EXPORT_FORMATS[key].encode(figure))
        again.documents.closes_unasked = True
        again.documents.open_path(file)
        assert _bits(_subject(again)) == work, key
        out = tmp_path / f"again.{key}"
        assert main(["export", str(file), "-o", str(out), "--panel", "input_space"]) == 0
        assert out.stat().st_size > 1000

    # Saved, and opened.
    path = tmp_path / "penguins.xent.json"
    path.write_text(encode(Document((Scene(subject),))), "utf-8")
    again.documents.open_path(path)
    assert _bits(_subject(again)) == work


def _subject_of(bits: list[object], window: MainWindow) -> Classifier:
    """Return the subject of the undo history that has these bits."""
    subjects = window.documents.session.subjects()
    found = [one for one in subjects if isinstance(one, Classifier) and _bits(one) == bits]
    assert found
    return found[0]


def test_that_the_films_of_a_training_show_every_step(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.run_command("preset.71-penguins")
    _ready(window)
    for _ in range(3):
        _click(window, "train.step")

    subjects = window.documents.session.subjects()

    weights = [one.weights.tobytes() for one in subjects if isinstance(one, Classifier)]
    assert len(set(weights)) >= 4
