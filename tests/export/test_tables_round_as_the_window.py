"""A table on the command line shows each number as the window does."""

from __future__ import annotations

import pytest

from tests.panels.samples import HARD
from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import columns_of, readouts_of
from xentgui.model import Snapshot, derive
from xentgui.model.view import View
from xentgui.tables.column import TableView
from xentgui.tables.logit_columns import LOGIT_COLUMNS
from xentgui.tables.readouts.readout_specs import READOUT_SPECS
from xentgui.tables.target_columns import TARGET_COLUMNS

COLUMNS = {
    "logits": "logit",
    "target": "target",
    "probabilities": "probability",
    "hardmax": "hardmax",
    "information": "information",
    "contributions": "contribution",
}
"""The columns that both have: the field of a snapshot, and the key of the window's column."""

SINGLE = (
    "cross_entropy",
    "entropy",
    "target_entropy",
    "kl_divergence",
    "perplexity",
    "probability_sum",
    "target_sum",
)


def _in_the_window(snapshot: Snapshot, view: View) -> dict[str, list[str]]:
    table_view = TableView(snapshot, view)
    columns = {column.key: column for column in (*LOGIT_COLUMNS, *TARGET_COLUMNS)}
    rows = range(len(snapshot.state.labels))
    shown = {
        field: [columns[key].cell_text(table_view, row) for row in rows]
        for field, key in COLUMNS.items()
    }
    specs = {spec.key: spec for spec in READOUT_SPECS}
    # Unit and mark stand in the heading of the table.
    return shown | {key: [specs[key].shown(table_view).split(" ")[0]] for key in SINGLE}


def _in_the_table(snapshot: Snapshot, view: View) -> dict[str, list[str]]:
    looks = Looks(view.unit, view.decimals)
    shown = {
        column.field: column.texts(snapshot, looks)
        for column in columns_of(snapshot)
        if column.field in COLUMNS
    }
    return shown | {
        one.field: [one.show(snapshot, looks).split(" ")[0]]
        for one in readouts_of(snapshot, looks)
        if one.field in SINGLE
    }


@pytest.mark.parametrize("decimals", [2, 4, 7])
@pytest.mark.parametrize("unit", ["nats", "bits"])
@pytest.mark.parametrize("name", [name for name in HARD if name != "a vocabulary"])
def test_that_a_table_shows_each_number_as_the_window_does(
    name: str, unit: str, decimals: int
) -> None:
    snapshot, view = derive(HARD[name]), View(unit=unit, decimals=decimals)

    assert _in_the_table(snapshot, view) == _in_the_window(snapshot, view)
