"""Cells as text for another program: tabs between them, numbers with all their digits."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from xentgui.tables.column import TableColumn
from xentgui.tables.rows.row_painter import Cells
from xentgui.tables.table_view import TableView


def copied_text(
    table_view: TableView, columns: Sequence[TableColumn], blocks: Iterable[Cells]
) -> str:
    """Return the selected cells, one line a class; cells between that are not are empty.

    Headings are put first where numbers of more than one kind are copied, because without
    them nobody, this program included, could tell a logit from a probability.
    """
    chosen: dict[int, set[int]] = {}
    for block in blocks:
        for row in range(block.top, block.bottom + 1):
            chosen.setdefault(row, set()).update(range(block.left, block.right + 1))
    used = sorted(set().union(*chosen.values())) if chosen else []
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    if sum(not columns[at].is_name for at in used) > 1:
        writer.writerow([columns[at].heading_text(table_view.view) for at in used])
    for row in sorted(chosen):
        writer.writerow(
            [columns[at].exact_text(table_view, row) if at in chosen[row] else "" for at in used]
        )
    return text.getvalue()
