"""Scans of many samples have the losses of a second loss."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.flows.losses.truth import every_loss, truth_of
from xentgui.export.numbers.looks import Looks
from xentgui.model import State, derive
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import to_state
from xentgui.program.subcommands.inputs import ManySamples
from xentgui.program.subcommands.sample_text import sample_text
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.samples.order import Order, arranged
from xentgui.reading.samples.scan import Scan
from xentgui.window.main_window import MainWindow


def _samples(kind: str) -> tuple[LogitsBatch, np.ndarray]:
    random = np.random.default_rng(8)
    logits, classes = random.normal(size=(60, 3)) * 3, random.integers(0, 3, 60)
    y = np.eye(3)[classes] if kind != "soft" else random.dirichlet(np.ones(3), 60)
    return batch("a.npy", logits, targets=classes if kind == "classes" else y), y


def _losses(of: LogitsBatch, y: np.ndarray, settings: ScalarSettings) -> list[float]:
    states = (
        State(tuple("abc"), tuple(of.row(row)), tuple(y[row]), **_given(settings))
        for row in range(of.samples)
    )
    return [truth_of(state)["loss"] for state in states]


def _given(settings: ScalarSettings) -> dict[str, Any]:
    return {key: getattr(settings, key) for key in ("temperature", "label_smoothing", "loss")}


@every_loss
@pytest.mark.parametrize("kind", ["classes", "one-hot", "soft"])
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_that_a_scan_has_the_losses_of_the_chosen_loss(
    kind: str, smoothing: float, loss: str
) -> None:
    of, y = _samples(kind)
    settings = ScalarSettings(temperature=1.5, label_smoothing=smoothing, loss=loss)
    scan = Scan(of, settings)
    while not scan.done:
        scan.advance()

    losses = _losses(of, y, settings)

    assert scan.losses is not None
    np.testing.assert_allclose(scan.losses, losses, rtol=1e-12)
    assert scan.mean_loss == pytest.approx(float(np.mean(losses)))
    order = arranged(scan, Order.LARGEST_LOSS, only_wrong=False)
    assert list(order) == sorted(range(60), key=lambda row: -scan.losses[row])
    alone = [
        derive(State(tuple("abc"), tuple(of.row(k)), tuple(y[k]), **_given(settings))).loss
        for k in range(60)
    ]
    if kind == "classes" or smoothing == 0.0:
        assert scan.losses.tolist() == alone


def test_that_many_samples_as_text_name_the_chosen_loss() -> None:
    of, y = _samples("classes")
    settings = ScalarSettings(loss="brier")
    losses = _losses(of, y, settings)
    samples = ManySamples(of, settings, "bits")

    content = json.loads(sample_text(samples, "json", Looks("bits")))
    table = sample_text(samples, "table", Looks("bits"))

    np.testing.assert_allclose(content["brier"], losses, rtol=1e-12)
    assert content["mean_brier"] == pytest.approx(float(np.mean(losses)))
    assert content["loss"] == "brier"
    assert "mean_cross_entropy" not in content
    assert re.search(rf"^mean Brier score +{np.mean(losses):.4f}$", table, re.MULTILINE)
    assert table.splitlines()[0].split("  ")[-1].strip() == "B(y, p)"


def test_that_the_bar_of_samples_says_the_chosen_loss(
    brier_window: MainWindow, tmp_path: Any, qtbot: QtBot
) -> None:
    of, y = _samples("classes")
    path = tmp_path / "batch.npz"
    rows = np.array([of.row(k) for k in range(60)])
    np.savez(path, logits=rows, targets=y.argmax(axis=1), labels=np.array(["cat", "dog", "owl"]))

    brier_window.samples.open(path)
    bar = brier_window.samples.bar
    qtbot.waitUntil(lambda: bar.scan is not None and bar.scan.done)

    losses = _losses(of, y, ScalarSettings(loss="brier"))
    assert brier_window.store.snapshot.state.loss == "brier"
    assert bar.figures.loss.value.text() == f"{losses[0]:.4f}"
    assert bar.figures.loss.toolTip() == "The Brier score B(y, p) of this sample"
    assert bar.figures.mean.value.text() == f"{np.mean(losses):.4f}"
    first = bar.scan
    brier_window.store.edit(
        to_state(replace(brier_window.store.snapshot.state, loss="cross_entropy")), "Choose"
    )
    qtbot.waitUntil(lambda: bar.scan is not first and bar.scan is not None and bar.scan.done)
    assert bar.figures.loss.toolTip() == "The cross-entropy H(y, p) of this sample, in nats"
    entropies = _losses(of, y, ScalarSettings())
    assert bar.figures.mean.value.text() == f"{np.mean(entropies):.4f}"
