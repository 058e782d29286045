"""What is marked as selected is what is selected, whatever has happened to the rows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel

from tests.tables.conftest import Desk
from xentgui.model import State, default_labels, edits
from xentgui.model.subjects import to_state
from xentgui.model.view import View

START = State(default_labels(12), np.linspace(-3.0, 3.0, 12), np.eye(1, 12)[0])


def test_that_the_marks_follow_the_selection(desk_of: Callable[[State], Desk]) -> None:
    desk = desk_of(START)
    table, model = desk.logits, desk.logits.classes

    def select(top: int, bottom: int) -> None:
        block = QItemSelection(model.index(top, 0), model.index(bottom, 3))
        table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def edit(state: State) -> None:
        desk.store.edit(to_state(state), "edit")

    assert table._marked.blocks() == []
    for change in (
        lambda: select(2, 4),
        lambda: edit(edits.with_logit(desk.state, 3, 0.5)),
        lambda: select(3, 6),
        lambda: edit(edits.remove_classes(desk.state, [0])),
        lambda: edit(edits.add_classes(desk.state, ["new"], 3)),
        lambda: desk.store.show(View(pinned=START)),
        lambda: desk.store.show(View()),
        lambda: edit(State(("a", "b", "c"), (0.0, 1.0, 2.0), (1.0, 0.0, 0.0))),
        lambda: select(0, 2),
    ):
        change()
        blocks = table.selected_cells()
        alone = len(blocks) == 1 and blocks[0][:2] == blocks[0][2:]
        assert table._marked.blocks() == ([] if alone else blocks)

    table.clearSelection()
    assert table._marked.blocks() == []
