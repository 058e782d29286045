"""Draws and the sampler in the real window: by mouse, by keys, undone, saved and drawn beside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from xentgui.__main__ import main
from xentgui.documents.document import decode, encode
from xentgui.model import State
from xentgui.model.sampling.calibration import mean_nll, reliability
from xentgui.model.sampling.drawn import drawn
from xentgui.model.subjects import OnState, resolve
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.calibration import Calibration
from xentgui.panels.codes import Codes
from xentgui.panels.draws_shown import draws_of
from xentgui.panels.row_strip import RowMark
from xentgui.panels.rows import Rows
from xentgui.panels.setting_edits import setting_edit
from xentgui.window.kept_view import AT_ONCE
from xentgui.window.main_window import MainWindow


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    window.run_command("workspace.sample")
    return window


def test_that_commands_draw_and_undo_takes_the_draws_back(sample: MainWindow) -> None:
    store = sample.store
    before = store.snapshot.state.draws

    for command, count in (("one", before + 1), ("more", 10 * (before + 1))):
        sample.run_command(f"sampling.{command}")
        assert store.snapshot.state.draws == count
    sample.run_command("sampling.again")
    assert store.snapshot.state.seed == 1.0
    for _ in range(3):
        sample.run_command("undo")

    assert (store.snapshot.state.draws, store.snapshot.state.seed) == (before, 0.0)


def test_that_the_command_line_draws_the_same(
    sample: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    store = sample.store
    store.edit(setting_edit(draws=700.0, seed=5.0, top_p=0.95, order="top_p,temperature"), "set up")
    store.edit(setting_edit(temperature=2.0), "warm")
    logits = ",".join(map(repr, store.snapshot.state.logits))

    words = ["--n", "700", "--seed", "5", "--top-p", "0.95", "--temperature", "2"]
    assert main(["sample", f"--logits={logits}", *words, "--order", "top_p,temperature"]) == 0

    content = json.loads(capsys.readouterr().out)
    shown = draws_of(store.snapshot, store.view)
    assert content["counts"] == shown.draws.counts.tolist()
    assert content["probabilities"] == shown.sampled.probabilities.tolist()


def test_that_the_orders_of_two_libraries_are_commands(sample: MainWindow) -> None:
    state = sample.store.snapshot.state

    sample.run_command("sampling.temperature_last")
    assert sample.store.snapshot.state.order == "top_k,typical,top_p,min_p,temperature"
    sample.run_command("sampling.temperature_first")

    assert sample.store.snapshot.state.order == state.order


def test_that_many_draws_are_taken_beside_the_window(sample: MainWindow, qtbot: QtBot) -> None:
    store = sample.store
    store.edit(setting_edit(draws=200_000.0), "draw")

    now = draws_of(store.snapshot, store.view)
    qtbot.waitUntil(lambda: len(draws_of(store.snapshot, store.view).draws) == 200_000)

    assert len(now.draws) in {10_000, 200_000}  # the first ones, unless the thread was faster
    full = drawn(store.snapshot)
    shown = draws_of(store.snapshot, store.view)
    assert shown.draws.classes.tolist() == full.draws.classes.tolist()
    assert (now.draws.classes == full.draws.classes[: len(now.draws)]).all()


def test_that_draws_of_other_numbers_are_not_shown(sample: MainWindow, qtbot: QtBot) -> None:
    store = sample.store
    store.edit(setting_edit(draws=100_000.0), "draw")
    qtbot.waitUntil(lambda: len(draws_of(store.snapshot, store.view).draws) == 100_000)

    store.edit(setting_edit(temperature=3.0), "warm")

    shown = draws_of(store.snapshot, store.view)
    assert shown.snapshot is store.snapshot
    everything = replace(store.view, at_once=np.inf)
    assert len(draws_of(store.snapshot, everything).draws) == 100_000
    qtbot.waitUntil(lambda: len(draws_of(store.snapshot, store.view).draws) == 100_000)


def test_that_a_code_of_many_classes_is_made_beside_the_window(
    sample: MainWindow, qtbot: QtBot
) -> None:
    store, count = sample.store, AT_ONCE + 1
    logits = np.random.default_rng(0).normal(size=count)
    many = State([str(k) for k in range(count)], logits, [1.0] + (count - 1) * [0.0])
    panel = Codes()

    def words() -> str:
        return panel.describe(store.snapshot, store.view)

    store.edit(OnState(lambda _: many), "many")
    assert "comes in a moment" in words()
    qtbot.waitUntil(lambda: "comes in a moment" not in words())
    whole = replace(store.view, at_once=np.inf)
    assert words() == panel.describe(store.snapshot, whole)
    sample.run_command("class.sort_p")
    assert "comes in a moment" in words()  # not those of another order
    qtbot.waitUntil(lambda: "comes in a moment" not in words())
    assert store.view.coded is not None
    assert store.view.coded.snapshot is store.snapshot


def test_that_a_document_keeps_draws_and_stages(sample: MainWindow) -> None:
    store = sample.store
    store.edit(setting_edit(draws=500.0, seed=7.0, top_p=0.75, top_k=2.0), "set up")
    sample.run_command("sampling.temperature_last")
    text = encode(sample.documents.session.document())

    (scene,) = decode(text).scenes
    assert scene.state == store.snapshot.state
    assert '"top_p": 0.75' in text
    assert '"version": 3' in text


N, K = 400, 4


@pytest.fixture
def matrix(sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> tuple[np.ndarray, np.ndarray]:
    """Open a matrix with the panels of rows, and wait until all of it is known."""
    rng = np.random.default_rng(5)
    classes = rng.integers(0, K, N)
    logits = rng.normal(size=(N, K)) * 3.0
    logits[np.arange(N), classes] += 2.0
    np.savez(tmp_path / "test.npz", logits=logits, targets=classes)
    for panel in ("rows", "calibration"):
        sample.run_command(f"show.{panel}")
    sample.samples.open(tmp_path / "test.npz")
    qtbot.waitUntil(
        lambda: sample.store.view.rows is not None and sample.store.view.rows.fit is not None
    )
    return logits, classes


def _entropy(logits: np.ndarray) -> float:
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return float(-(p * np.log(p)).sum())


def test_that_each_row_has_its_loss_and_entropy(
    sample: MainWindow, matrix: tuple[np.ndarray, np.ndarray]
) -> None:
    rows, (logits, classes) = sample.store.view.rows, matrix

    assert rows is not None
    assert rows.losses is not None
    assert rows.entropy is not None
    losses = np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(N), classes]
    assert rows.losses == pytest.approx(losses)
    assert rows.entropy == pytest.approx([_entropy(row) for row in logits])
    assert rows.mean_loss == pytest.approx(losses.mean())
    assert (rows.reached, rows.count, rows.row) == (N, N, 0)
    words = Rows().describe(sample.store.snapshot, sample.store.view)
    assert "perplexity" in words
    assert f"{np.exp(losses.mean()):.3f}" in words


def test_that_the_strip_is_walked_by_keys_and_undone(
    sample: MainWindow, matrix: tuple[np.ndarray, np.ndarray], qtbot: QtBot
) -> None:
    logits, _ = matrix
    store, panel = sample.store, Rows()

    edit = panel.nudge(RowMark(), store.snapshot, store.view, (1, 0), 10.0)
    assert edit is not None
    store.edit(edit, "walk")
    assert store.snapshot.logits.tolist() == logits[10].tolist()
    qtbot.waitUntil(lambda: store.view.rows is not None and store.view.rows.row == 10)
    assert sample.samples.bar.walk is not None
    assert sample.samples.bar.walk.row == 10
    store.edit(panel.typed(RowMark(), store.view, (400.0,)), "walk")
    assert store.snapshot.logits.tolist() == logits[399].tolist()
    for _ in range(2):
        sample.run_command("undo")

    assert store.snapshot.logits.tolist() == logits[0].tolist()
    qtbot.waitUntil(lambda: store.view.rows is not None and store.view.rows.row == 0)


def test_that_a_drag_along_the_strip_is_put_back(
    sample: MainWindow, matrix: tuple[np.ndarray, np.ndarray]
) -> None:
    store, panel, (logits, _) = sample.store, Rows(), matrix
    style = Style(LIGHT, 13.0, ui_font(13.0))
    ranges = panel.ranges(store.snapshot, store.view)
    frame = panel.frame(QRectF(0, 0, 600, 400), ranges, store.view, style, 1.0)
    start = panel.locate(RowMark(), frame, store.snapshot, store.view)
    assert panel.mark_at(frame, store.snapshot, store.view, start) == RowMark()

    hold = panel.hold(RowMark(), store.snapshot, store.view)
    end = QPointF(frame.x(200.0), start.y())
    after = hold.move(frame, store.view, end, Qt.KeyboardModifier.NoModifier)(store.subject)

    assert resolve(after).logit_array.tolist() == logits[199].tolist()
    assert resolve(hold.put_back()(after)) == store.snapshot.state


def test_that_a_temperature_is_fitted_on_one_half_and_judged_on_the_other(
    sample: MainWindow, matrix: tuple[np.ndarray, np.ndarray]
) -> None:
    logits, classes = matrix
    rows = sample.store.view.rows
    assert rows is not None
    fit = rows.fit
    assert fit is not None

    grid = np.geomspace(0.2, 20.0, 4001)
    half = [mean_nll(logits[::2], classes[::2], float(t)) for t in grid]
    assert fit.temperature == pytest.approx(grid[int(np.argmin(half))], rel=2e-3)
    assert fit.nll_before == pytest.approx(mean_nll(logits[1::2], classes[1::2], 1.0))
    assert fit.nll_after == pytest.approx(mean_nll(logits[1::2], classes[1::2], fit.temperature))
    assert (fit.rows, len(fit.before), len(fit.after)) == (N // 2, N // 2, N // 2)
    words = Calibration().describe(sample.store.snapshot, sample.store.view)
    assert rows.confidence is not None
    assert rows.correct is not None
    for bins in (5, 10, 15, 20, 30):
        error = reliability(rows.confidence, rows.correct, bins).error
        assert f"{100 * error:.1f}%" in words


def test_that_the_rows_are_gone_with_their_matrix(
    sample: MainWindow, matrix: tuple[np.ndarray, np.ndarray], qtbot: QtBot
) -> None:
    assert sample.store.view.rows is not None

    sample.samples.close()

    qtbot.waitUntil(lambda: sample.store.view.rows is None)
    for panel in (Rows(), Calibration()):
        assert "Import" in panel.describe(sample.store.snapshot, sample.store.view)
