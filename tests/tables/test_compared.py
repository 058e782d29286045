from __future__ import annotations

from xentgui.model import State
from xentgui.model.view import View
from xentgui.tables.cells.cell_text import fitted_number


def test_that_differences_from_the_pinned_state_are_seen_in_a_narrow_table(desk):
    pinned = State(desk.state.labels, (3.0, -1.46, 0.56), desk.state.target)
    desk.resize(358, 700)
    desk.store.show(View(pinned=pinned))
    table = desk.logits
    at = table.classes.column_of("probability_change")
    column, style = table.classes.columns[at], table._look.style
    room = table.horizontalHeader().sectionSize(at) - style.px(6)

    for row in range(3):
        text = column.cell_text(table.classes.table_view, row)
        ruler = style.ruler(1.0)
        assert "…" not in fitted_number(text, column, table.classes.table_view, row, ruler, room)
    assert table.horizontalScrollBar().maximum() == 0


def test_that_headings_stand_over_their_columns_when_a_comparison_comes_and_goes(desk):
    desk.resize(450, 700)
    header, rows = desk.logits.horizontalHeader(), desk.logits._look.rows

    for pinned in (desk.state, None):
        desk.store.show(View(pinned=pinned))

        sections = range(header.count())
        assert [header.sectionPosition(at) for at in sections] == rows._lefts
        assert [header.sectionSize(at) for at in sections] == rows._widths
        assert header.length() == desk.logits.viewport().width()


def test_that_the_heading_has_room_for_its_lines_however_wide_the_table_becomes(desk):
    header = desk.target.horizontalHeader()
    heights = set()

    for width in (450, 330, 450, 330):
        desk.resize(width, 700)
        heights.add(header.height())
        assert header.height() == header.sizeHint().height()

    assert len(heights) == 2
