"""The tables on a small screen: nothing goes sideways, and a few classes are always seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.model.edits import with_setting
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.tables.cells.cell_text import cell_texts
from xentgui.tables.class_table import ClassTable
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("unit", ["nats", "dits"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_tables_with_all_their_columns_fit_a_small_screen(
    start: Start, language: str, unit: str, smoothing: float
) -> None:
    window = start(language=language)
    window.resize(1024, 768)
    window.run_command("preset.51-fifty-classes")
    state = window.store.snapshot.state
    window.store.edit(to_state(with_setting(state, "label_smoothing", smoothing)), "smoothing")
    window.store.show(replace(View(), unit=unit, pinned=state))

    for _ in range(3):  # the scroll bar comes, and then the columns are laid out beside it
        QApplication.processEvents()
    for table in window.findChildren(ClassTable):
        assert table.verticalScrollBar().isVisible()
        assert table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_change_since_the_pinned_state_is_a_number(
    start: Start, language: str, unit: str
) -> None:
    window = start(language=language)
    window.resize(1024, 768)
    state = with_setting(window.store.snapshot.state, "label_smoothing", 0.1)
    window.store.edit(to_state(state), "smoothing")
    window.store.show(replace(View(), unit=unit, pinned=state))
    window.run_command("walk.step")
    for _ in range(3):
        QApplication.processEvents()

    table = window.target_table
    model, header = table.model(), table.horizontalHeader()
    at = [column.key for column in model.columns].index("contribution_change")
    left, width = header.sectionPosition(at), header.sectionSize(at)
    texts = [cell.text for cell in cell_texts(model, table._look.style, at, left, width, range(3))]

    assert all(text[0] in "+−" and text[1].isdigit() for text in texts), texts


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_three_classes_are_seen_on_a_small_screen_with_a_batch_open(
    start: Start, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "batch.csv"
    np.savetxt(file, np.random.default_rng(0).normal(size=(20, 7)), delimiter=",")
    window = start(language=language)
    window.resize(1024, 768)
    window.samples.open(file)
    window.store.show(replace(View(), pinned=window.store.snapshot.state))

    for table in window.findChildren(ClassTable):
        lines = table.verticalHeader()
        qtbot.waitUntil(
            lambda t=table, v=lines: t.viewport().height() >= 3 * v.defaultSectionSize()
        )
    assert window.height() == 768
