"""The file of the samples changes while its rows are looked at: what is shown stays, and is true."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from xentgui.window.controls.sample_bar import SampleBar
from xentgui.window.main_window import MainWindow

ROWS, K = 5_000, 2000
"""More than one slice of the scan, and more rows than are read ahead."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    np.save(tmp_path / "a.npy", _matrix(0.0))
    return tmp_path / "a.npy"


def _matrix(of: float) -> np.ndarray:
    return np.full((ROWS, K), of, np.float32) + np.arange(K, dtype=np.float32) / K


@pytest.fixture
def bar(window: MainWindow, path: Path) -> SampleBar:
    window.samples.open(path)
    return window.samples.bar


def _logit(window: MainWindow) -> float:
    return float(window.store.snapshot.logits[0])


def test_that_a_file_written_over_ends_the_means_and_keeps_the_row(
    window: MainWindow, bar: SampleBar, path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bar.scan is not None and bar.scan.reached > 0)
    np.save(path, _matrix(3.0))

    qtbot.waitUntil(lambda: bar.scan is None)

    assert "“a.npy” was written over by another program" in window.message_bar.message()
    assert "written over" in bar.figures.mean.toolTip()
    assert not bar.order.orders.isEnabled()
    assert _logit(window) == 0.0
    window.run_command("sample.next")
    assert _logit(window) == 0.0


def test_that_a_lost_file_can_be_opened_again_and_the_means_begin_anew(
    window: MainWindow, bar: SampleBar, path: Path, qtbot: QtBot
) -> None:
    bar.step("next")
    np.save(path, _matrix(3.0))
    bar.step("last")
    assert bar.scan is None
    assert _logit(window) == 0.0

    window.message_bar.button("Open Again").click()

    assert _logit(window) == 3.0
    assert not window.message_bar.message()
    scan = bar.scan
    assert scan is not None
    qtbot.waitUntil(lambda: scan.reached > 0)


def test_that_a_file_that_comes_back_goes_on(
    window: MainWindow, bar: SampleBar, path: Path, qtbot: QtBot
) -> None:
    path.rename(path.with_name("b.npy"))
    bar.step("last")
    assert "is no longer where it was" in window.message_bar.message()

    path.with_name("b.npy").rename(path)
    bar.step("last")

    assert bar.walk is not None
    assert bar.walk.row == ROWS - 1
    qtbot.waitUntil(lambda: bar.scan is not None)
