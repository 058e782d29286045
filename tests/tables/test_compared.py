from __future__ import annotations

from xentgui.model import State
from xentgui.tables.fitted_text import fitted_number
from xentgui.view import View


def test_that_differences_from_the_pinned_state_are_seen_in_a_narrow_table(desk):
    pinned = State(desk.state.labels, (3.0, -1.46, 0.56), desk.state.target)
    desk.resize(358, 700)
    desk.store.show(View(pinned=pinned))
    table = desk.logits
    at = table.classes.column_of("probability_change")
    column, style = table.classes.columns[at], table._look.style
    room = table.horizontalHeader().sectionSize(at) - style.px(6)

    for row in range(3):
        text = column.cell_text(table.classes.sight, row)
        ruler = style.ruler(1.0)
        assert "…" not in fitted_number(text, column, table.classes.sight, row, ruler, room)
    assert table.horizontalScrollBar().maximum() == 0
