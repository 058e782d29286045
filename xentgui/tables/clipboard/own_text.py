"""Writes a table as text with tabs between the cells, and recognises such a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from xentgui.language.formulas import guarded
from xentgui.language.units import UNITS
from xentgui.model.view import View
from xentgui.tables.cells.row_painter import Cells
from xentgui.tables.column import TableColumn, TableView
from xentgui.tables.logit_columns import LOGIT, LOGIT_COLUMNS, NAME, PREDICTED, PROBABILITY
from xentgui.tables.target_columns import TARGET, TARGET_COLUMNS

_READ_AS = {NAME: "class", LOGIT: "logit", TARGET: "target"}


def copied_text(
    table_view: TableView, columns: Sequence[TableColumn], blocks: Iterable[Cells]
) -> str:
    """Return the selected cells, one line for each class; unselected cells between are empty.

    Headings come first if numbers of more than one kind are copied, because without them a logit
    could not be distinguished from a probability.
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
        cells = {at: columns[at].exact_text(table_view, row) for at in used if at in chosen[row]}
        cells |= {at: guarded(cells[at]) for at in cells if columns[at].is_name}
        writer.writerow([cells.get(at, "") for at in used])
    return text.getvalue()


def without_derived(text: str) -> str:
    """Return a table with our headings without its derived columns; else `text` as it is.

    The general reader of tables does not know that "hardmax" is no logit, nor our headings in the
    current language.
    """
    if "\t" not in text.partition("\n")[0]:
        return text
    try:
        heading, *rows = csv.reader(io.StringIO(text), delimiter="\t")
    except csv.Error:
        return text
    known = _known_headings()
    columns = [known.get(name.strip()) for name in heading]
    kept = _kept(columns)
    width = len(heading)
    if None in columns or not kept or any(len(row) != width for row in rows if row):
        return text
    result = io.StringIO()
    writer = csv.writer(result, delimiter="\t", lineterminator="\n")
    writer.writerow(kept.values())
    writer.writerows([row[at] for at in kept] for row in rows if row)
    return result.getvalue()


def _kept(columns: Sequence[TableColumn | None]) -> dict[int, str]:
    """Return the names of the columns that stay, by their index."""
    names = dict(_READ_AS)
    if LOGIT not in columns and TARGET not in columns:
        names[PROBABILITY] = names[PREDICTED] = "probability"
    kept = {at: names[c] for at, c in enumerate(columns) if c is not None and c in names}
    return kept if len(set(kept.values())) == len(kept) else {}


def _known_headings() -> dict[str, TableColumn]:
    return {
        heading: column
        for column in (*LOGIT_COLUMNS, *TARGET_COLUMNS)
        for unit in UNITS
        for heading in (column.heading.format(unit=unit), column.heading_text(View(unit=unit)))
    }
