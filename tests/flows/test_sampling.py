"""Draws and the sampler in the real window: by mouse, by keys, undone, saved and drawn beside."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from xentgui.documents.document import decode, encode
from xentgui.model.sampling.drawn import drawn
from xentgui.panels.draws_shown import draws_of
from xentgui.panels.setting_edits import setting_edit
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
    everything = replace(store.view, draws_at_once=np.inf)
    assert len(draws_of(store.snapshot, everything).draws) == 100_000
    qtbot.waitUntil(lambda: len(draws_of(store.snapshot, store.view).draws) == 100_000)


def test_that_a_document_keeps_draws_and_stages(sample: MainWindow) -> None:
    store = sample.store
    store.edit(setting_edit(draws=500.0, seed=7.0, top_p=0.75, top_k=2.0), "set up")
    sample.run_command("sampling.temperature_last")
    text = encode(sample.documents.session.document())

    (scene,) = decode(text).scenes
    assert scene.state == store.snapshot.state
    assert '"top_p": 0.75' in text
    assert '"version": 3' in text
