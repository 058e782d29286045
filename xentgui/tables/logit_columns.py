"""The columns of the table of logits."""

from __future__ import annotations

import math
import sys

from xentgui.language.numbers import tied_share
from xentgui.language.text import MINUS, QT_TRANSLATE_NOOP, exponential, probability, typed
from xentgui.model import chosen_loss
from xentgui.model.naming import name_of
from xentgui.tables.column import TableColumn, TableView, is_compared

_LONGEST_NAME = 200  # characters; no cell is so wide
_NORMAL = sys.float_info.min  # below it, float64 loses digits


def _logit(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.logits[row])


def _name(table_view: TableView, row: int) -> str:
    return name_of(table_view.snapshot.state.names, row, _LONGEST_NAME)


def _has_no_name(table_view: TableView, row: int) -> bool:
    return not table_view.snapshot.state.names[row]


def _logit_text(table_view: TableView, row: int) -> str:
    return typed(_logit(table_view, row))


def _is_softmax(table_view: TableView) -> bool:
    return chosen_loss(table_view.snapshot.state).predictor == "softmax"


def _is_sparse(table_view: TableView) -> bool:
    return not _is_softmax(table_view)


def _probability(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.probabilities[row])


def _complement(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.complements[row])


def _information(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.information[row])


def _probability_text(table_view: TableView, row: int) -> str:
    snapshot = table_view.snapshot
    return probability(
        snapshot.probabilities.item(row),
        snapshot.complements.item(row),
        table_view.view.decimals,
        snapshot.information.item(row),
    )


def _probability_full(table_view: TableView, row: int) -> str:
    p, information = _probability(table_view, row), _information(table_view, row)
    return typed(p) if p >= _NORMAL or math.isinf(information) else exponential(-information, 17)


def _complement_text(table_view: TableView, row: int) -> str:
    return f"1 {MINUS} p = {typed(_complement(table_view, row))}"


def _change(table_view: TableView, row: int) -> float:
    pinned, then = table_view.pinned, table_view.pinned_row(row)
    if pinned is None or then is None:
        return math.nan
    before, now = float(pinned.probabilities[then]), _probability(table_view, row)
    if before > 0.5 and now > 0.5:  # near 1, only the complements differ
        return float(pinned.complements[then]) - _complement(table_view, row)
    return now - before


def _change_text(table_view: TableView, row: int) -> str:
    return table_view.change(_change(table_view, row))


def _hardmax(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.hardmax[row])


def _hardmax_text(table_view: TableView, row: int) -> str:
    snapshot = table_view.snapshot
    return tied_share(snapshot.hardmax.item(row), len(snapshot.prediction))


def _is_predicted(table_view: TableView, row: int) -> bool:
    return bool(table_view.snapshot.hardmax[row] > 0)


def _is_not_predicted(table_view: TableView, row: int) -> bool:
    return not _is_predicted(table_view, row)


NAME = TableColumn(
    key="label",
    heading=QT_TRANSLATE_NOOP("tables", "class"),
    tip=QT_TRANSLATE_NOOP(
        "tables", "The name of the class. Double-click or press F2 to rename it."
    ),
    text=_name,
    editable=True,
    quiet=_has_no_name,
)
LOGIT = TableColumn(
    key="logit",
    heading=QT_TRANSLATE_NOOP("tables", "logit z"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "The score of the class: any real number, or −inf to switch the class off. Only differences matter.",
    ),
    value=_logit,
    text=_logit_text,
    sources=("logits",),
    editable=True,
    sample=f"{MINUS}12.3456",
    least_sample=f"{MINUS}12.3",
)
PROBABILITY = TableColumn(
    key="probability",
    heading=QT_TRANSLATE_NOOP("tables", "softmax p"),
    tip=QT_TRANSLATE_NOOP("tables", "The probability that softmax assigns to the class."),
    value=_probability,
    text=_probability_text,
    full=_probability_full,
    detail=_complement_text,
    sources=("probabilities", "complements", "information"),
    sample=f"1 {MINUS} 8.5e{MINUS}18",
    least_sample="0.000",
    shown=_is_softmax,
)
PREDICTED = PROBABILITY._replace(
    key="predicted",
    heading=QT_TRANSLATE_NOOP("tables", "entmax p̂"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "The probability that entmax assigns to the class; classes that are far behind get exactly 0.",
    ),
    shown=_is_sparse,
)
PROBABILITY_CHANGE = TableColumn(
    key="probability_change",
    heading=QT_TRANSLATE_NOOP("tables", "Δp"),
    tip=QT_TRANSLATE_NOOP("tables", "The probability now minus that of the pinned state."),
    value=_change,
    text=_change_text,
    sources=("probabilities", "complements"),
    shown=is_compared,
    least_sample=f"{MINUS}0.000",
)
HARDMAX = TableColumn(
    key="hardmax",
    heading=QT_TRANSLATE_NOOP("tables", "hardmax"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "hardmax, winner takes all: 1 for the largest logit; tied classes share it equally.",
    ),
    value=_hardmax,
    text=_hardmax_text,
    sources=("hardmax",),
    quiet=_is_not_predicted,
    bold=_is_predicted,
    sample="1/3",
)

LOGIT_COLUMNS = (NAME, LOGIT, PROBABILITY, PREDICTED, PROBABILITY_CHANGE, HARDMAX)
