"""In full screen the keys of a clicker go from stage to stage, and then from scene to scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.documents.samples import LECTURE
from xentgui.documents.document import encode
from xentgui.documents.scene import Document
from xentgui.model.edits import add_classes
from xentgui.model.subjects import OnState
from xentgui.window.main_window import MainWindow

DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


@pytest.fixture
def lecture(start: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    file = tmp_path / "lecture.xent.json"
    scenes = (replace(scene, panels=("derivation", "gradient")) for scene in LECTURE.scenes)
    file.write_text(encode(Document(tuple(scenes))), "utf-8")
    return start(file=file)


def _present(window: MainWindow, *, stage: int | None) -> None:
    window.toggle_full_screen()
    QApplication.processEvents()
    assert window.is_full_screen
    window.store.show(replace(window.store.view, stage=stage))


def _focus(window: MainWindow, where: str) -> QWidget:
    widget = {
        "table": window.logit_table,
        "page": window.panels["derivation"],
        "plot": window.panels["gradient"],
        "slider": window.toolbar.sliders["temperature"].slider,
    }[where]
    widget.setFocus()
    return widget


@pytest.mark.parametrize("where", ["table", "page", "plot", "slider"])
def test_that_a_clicker_goes_through_stages_and_then_scenes(
    lecture: MainWindow, where: str
) -> None:
    _present(lecture, stage=0)
    widget = _focus(lecture, where)
    session, seen = lecture.documents.session, []
    while session.scene == 0:
        seen.append(lecture.store.view.stage)
        assert len(seen) < 50
        QTest.keyClick(widget, DOWN)

    stages = [stage for stage in seen if stage is not None]
    assert stages == sorted(stages)
    assert len(stages) > 3
    assert seen[len(stages) :] == [None]
    assert session.scene == 1
    QTest.keyClick(widget, DOWN)
    QTest.keyClick(widget, UP)
    QTest.keyClick(widget, UP)
    assert session.scene == 0
    assert lecture.store.history.count() == 0


def test_that_a_clicker_takes_stages_back_while_a_page_is_built_up(lecture: MainWindow) -> None:
    _present(lecture, stage=2)
    lecture.documents.session.visit(1)

    QTest.keyClick(lecture.logit_table, UP)

    stage = lecture.store.view.stage
    assert lecture.documents.session.scene == 1
    assert stage is not None and stage < 2


def test_that_a_table_pages_by_itself_when_nothing_is_presented(lecture: MainWindow) -> None:
    table = lecture.logit_table
    lecture.store.edit(OnState(lambda state: add_classes(state, ["x"] * 200)), "many")
    table.setFocus()
    table.select_classes([0])

    QTest.keyClick(table, DOWN)
    assert lecture.documents.session.scene == 0
    assert (table.current_class() or 0) > 1
    QTest.keyClick(table, UP)
    assert table.current_class() == 0

    lecture.panels["gradient"].setFocus()
    QTest.keyClick(lecture.panels["gradient"], DOWN)
    assert lecture.documents.session.scene == 1
