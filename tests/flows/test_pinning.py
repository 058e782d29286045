"""A pinned state is compared class by class, also when classes go or move."""

from __future__ import annotations

import pytest

from xentgui.model import edits
from xentgui.model.subjects import to_state
from xentgui.window.main_window import MainWindow


def test_that_removing_a_class_compares_the_others_with_themselves(window: MainWindow) -> None:
    before = window.store.snapshot.probabilities
    window.run_command("compare.pin")

    window.store.edit(to_state(edits.remove_classes(window.store.snapshot.state, [1])), "Remove")

    model = window.logit_table.model()
    changes = [
        model.index(row, column).data()
        for column in range(model.columnCount())
        for row in range(2)
        if str(model.index(row, column).data()).startswith("+")
    ]
    now = window.store.snapshot.probabilities
    assert changes == [f"+{now[0] - before[0]:.4f}", f"+{now[1] - before[2]:.4f}"]
    assert now[1] - before[2] == pytest.approx(0.0027, abs=1e-3)
