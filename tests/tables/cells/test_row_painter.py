"""Rows of which only the new numbers are drawn look like rows that are drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.tables.conftest import Desk, styled
from xentgui.model import State, default_labels, edits
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import to_state
from xentgui.painting.theme import DARK, LIGHT
from xentgui.tables.class_table import ClassTable

START = State(default_labels(12), np.linspace(-3.0, 3.0, 12), np.eye(1, 12)[0])


def _edit(change: Callable[[State], State]) -> Callable[[Desk], None]:
    return lambda desk: desk.store.edit(to_state(change(desk.state)), "edit")


def _view(**parts: object) -> Callable[[Desk], None]:
    return lambda desk: desk.store.show(replace(desk.store.view, **parts))


CHANGES: dict[str, Callable[[Desk], None]] = {
    "logit": _edit(lambda state: edits.with_logit(state, 1, 2.5)),
    "long logit": _edit(lambda state: edits.with_logit(state, 0, 1 / 3)),
    "off": _edit(lambda state: edits.with_logit(state, 2, -np.inf)),
    "target": _edit(lambda state: edits.with_target(state, 1, 0.5)),
    "name": _edit(lambda state: edits.with_label(state, 1, "cat")),
    "cold": _edit(lambda state: edits.with_setting(state, "temperature", 0.0)),
    "warm": _edit(lambda state: edits.with_setting(state, "temperature", 2.0)),
    "certain": _edit(lambda state: edits.with_logit(state, 1, 900.0)),
    "asked for what is certain": _edit(lambda state: edits.with_target(state, 1, 0.0)),
    "lit": _view(highlight=ClassMark(1)),
    "another lit": _view(highlight=ClassMark(2)),
    "edit of what is lit": _edit(lambda state: edits.with_logit(state, 2, 0.75)),
    "none lit": _view(highlight=None),
    "bits": _view(unit="bits"),
    "decimals": _view(decimals=2),
    "pinned": _view(pinned=START),
    "moved": _edit(lambda state: edits.reorder_classes(state, range(11, -1, -1))),
    "fewer": _edit(lambda state: edits.remove_classes(state, range(3, 12))),
}


def _picture(table: ClassTable) -> QImage:
    focused = QApplication.focusWidget()
    if focused is not None:  # what has it is outlined
        focused.clearFocus()
    QApplication.processEvents()
    return table.viewport().grab().toImage()


def test_that_rows_drawn_in_part_look_like_rows_drawn_anew(
    desk_of: Callable[[State], Desk],
) -> None:
    desk = desk_of(START)
    for name, change in CHANGES.items():
        change(desk)
        fresh = desk_of(desk.state)
        fresh.store.show(desk.store.view)
        for one, other in ((desk.logits, fresh.logits), (desk.target, fresh.target)):
            assert _picture(one) == _picture(other), name
        fresh.close()


def test_that_the_screen_shows_what_a_table_painted_anew_would_show(
    desk_of: Callable[[State], Desk],
) -> None:
    """An edit paints only the cells that say something else over what is on the screen."""
    desk = desk_of(START)
    for name, change in CHANGES.items():
        QApplication.processEvents()
        change(desk)
        for _ in range(3):  # a read-out that comes or goes moves the tables, in a turn of its own
            QApplication.processEvents()
        for table in (desk.logits, desk.target):
            shown = _on_the_screen(table)
            table.viewport().update()
            QApplication.processEvents()
            assert shown == _on_the_screen(table), name


def _on_the_screen(table: ClassTable) -> QImage:
    window = table.window()
    return window.screen().grabWindow(window.winId()).toImage()


@pytest.mark.parametrize("way", [1, 10, 40])
def test_that_rows_look_alike_wherever_they_are_scrolled_to(
    desk_of: Callable[[State], Desk], way: int
) -> None:
    desk, fresh = desk_of(START), desk_of(edits.with_logit(START, 5, 2.0))
    for table in (desk.logits, fresh.logits):
        table.setFixedHeight(140)
    desk.logits.verticalScrollBar().setValue(way)
    _picture(desk.logits)

    CHANGES["logit"](desk)
    _picture(desk.logits)
    desk.store.edit(to_state(fresh.state), "edit")
    fresh.logits.verticalScrollBar().setValue(way)

    assert _picture(desk.logits) == _picture(fresh.logits)


def test_that_rows_take_on_another_theme(desk_of: Callable[[State], Desk]) -> None:
    desk, fresh = desk_of(START), desk_of(edits.with_logit(START, 1, 2.5))
    desk.logits.show_style(styled(LIGHT))
    desk.logits.resize(desk.logits.size())
    _picture(desk.logits)
    CHANGES["logit"](desk)
    for table in (desk.logits, fresh.logits):
        table.show_style(styled(DARK))

    assert _picture(desk.logits) == _picture(fresh.logits)


def test_that_rows_look_as_before_when_a_refused_text_is_mended(
    desk_of: Callable[[State], Desk],
) -> None:
    desk, fresh = desk_of(START), desk_of(edits.with_logit(START, 1, 2.5))
    model = desk.logits.classes
    _picture(desk.logits)
    model.keep_draft(model.index(4, model.value_column), "abc", "no number")
    _picture(desk.logits)
    model.drop_draft(model.index(4, model.value_column))
    _picture(desk.logits)
    CHANGES["logit"](desk)

    assert _picture(desk.logits) == _picture(fresh.logits)
