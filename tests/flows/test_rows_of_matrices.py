"""The rows of a matrix: in figures, also where no panel shows them, and of a million of them."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.export.figure import Figure
from xentgui.export.spec import FigureSpec
from xentgui.panels.later_of_many import CalibrationPanel, RowsPanel
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.main_window import MainWindow

ROWS, CLASSES = 1_000_000, 10


def _matrix(count: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    classes = rng.integers(0, 4, count)
    logits = rng.normal(size=(count, 4)) * 2
    logits[np.arange(count), classes] += 1.5
    return logits, classes


def _open(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.samples.open(path)
    scan = window.samples.bar.scan
    assert scan is not None
    qtbot.waitUntil(lambda: scan.done)


def _inks(figure: Figure) -> int:
    width, height = 640, 420
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    figure.paint(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, -1)
    return len(np.unique(pixels)) and int(np.count_nonzero(pixels != 0xFFFFFFFF))


@pytest.mark.parametrize("panel", [RowsPanel, CalibrationPanel], ids=lambda panel: panel.key)
def test_that_a_figure_has_the_rows_also_where_no_panel_shows_them(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, panel: type[RowsPanel]
) -> None:
    logits, classes = _matrix(200)
    np.savez(tmp_path / "test.npz", logits=logits, targets=classes)
    _open(window, tmp_path / "test.npz", qtbot)
    window.run_command("workspace.explore")
    QApplication.processEvents()
    assert window.store.view.rows is None
    spec = FigureSpec.in_pixels((panel.key,), 640, 420)
    without = _inks(Figure(spec, window.store.snapshot, window.store.view))

    window.run_command("export.figure")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    QApplication.processEvents()

    rows = window.store.view.rows
    assert rows is not None
    assert rows.count == rows.reached == 200
    figure = Figure(spec, window.store.snapshot, window.store.view)
    assert _inks(figure) > without + 400
    said = panel().describe(window.store.snapshot, window.store.view)
    assert "Import" not in said
    dialog.reject()
    qtbot.waitUntil(lambda: window.store.view.rows is None)


@pytest.mark.long
def test_that_the_strip_of_a_million_rows_fills_in_while_it_is_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "million.npy"
    matrix = np.lib.format.open_memmap(path, "w+", np.float32, (ROWS, CLASSES))
    rng = np.random.default_rng(0)
    for start in range(0, ROWS, 50_000):
        matrix[start : start + 50_000] = rng.normal(size=(50_000, CLASSES))
    matrix.flush()
    del matrix
    window.resize(1280, 800)
    window.run_command("show.rows")
    window.samples.open(path)
    scan = window.samples.bar.scan
    assert scan is not None
    reached: list[int] = []

    def looked() -> bool:
        rows = window.store.view.rows
        if rows is not None and (not reached or rows.reached != reached[-1]):
            reached.append(rows.reached)
        return scan.done

    deadline = time.monotonic() + 300
    while not looked():
        assert time.monotonic() < deadline
        QApplication.processEvents()

    qtbot.waitUntil(lambda: looked() and reached[-1] == ROWS)
    assert len(reached) > 10  # it fills in, and does not come at the end
    assert reached == sorted(reached)
    rows = window.store.view.rows
    assert rows is not None
    assert rows.entropy is not None
    assert np.isfinite(rows.entropy).all()
    some = np.load(path, mmap_mode="r")[[0, 777_777, ROWS - 1]].astype(float)
    p = np.exp(some - some.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    entropy = -(p * np.log(p)).sum(axis=1)
    np.testing.assert_allclose(rows.entropy[[0, 777_777, ROWS - 1]], entropy, rtol=1e-6)
    window.grab()  # and it is painted
