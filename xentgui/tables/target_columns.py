"""The columns of the table of targets."""

from __future__ import annotations

import math

from xentgui.language.text import MINUS, QT_TRANSLATE_NOOP, in_unit, loss_in_unit, typed
from xentgui.model import chosen_loss
from xentgui.tables.column import TableColumn, TableView, is_compared
from xentgui.tables.logit_columns import NAME


def _has_other_terms(table_view: TableView) -> bool:
    """Return whether the terms of the loss differ from those of the cross-entropy."""
    return table_view.snapshot.loss_terms is not table_view.snapshot.contributions


def _loss_term(table_view: TableView, row: int) -> float:
    snapshot = table_view.snapshot
    term = float(snapshot.loss_terms[row])
    return loss_in_unit(term, chosen_loss(snapshot.state), table_view.view.unit)


def _target(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.target[row])


def _target_text(table_view: TableView, row: int) -> str:
    return typed(_target(table_view, row))


def _smoothed(table_view: TableView, row: int) -> float:
    return float(table_view.snapshot.effective_target[row])


def _is_smoothed(table_view: TableView) -> bool:
    return table_view.snapshot.state.label_smoothing > 0


def _information(table_view: TableView, row: int) -> float:
    return in_unit(float(table_view.snapshot.information[row]), table_view.view.unit)


def _contribution(table_view: TableView, row: int) -> float:
    return in_unit(float(table_view.snapshot.contributions[row]), table_view.view.unit)


def _is_not_asked_for(table_view: TableView, row: int) -> bool:
    return bool(table_view.snapshot.effective_target[row] == 0)


def _change(table_view: TableView, row: int) -> float:
    pinned, then = table_view.pinned, table_view.pinned_row(row)
    if pinned is None or then is None:
        return math.nan
    before, now = float(pinned.contributions[then]), float(table_view.snapshot.contributions[row])
    return 0.0 if before == now else in_unit(now - before, table_view.view.unit)


def _change_text(table_view: TableView, row: int) -> str:
    return table_view.change(_change(table_view, row))


TARGET = TableColumn(
    key="target",
    heading=QT_TRANSLATE_NOOP("tables", "target y"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "The probability the class should have: 0 or more; all add up to 1. Type to change it.",
    ),
    value=_target,
    text=_target_text,
    sources=("target",),
    editable=True,
    sample="0.123456",
    least_sample="0.12",
)
SMOOTHED = TableColumn(
    key="effective_target",
    heading=QT_TRANSLATE_NOOP("tables", "smoothed y"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "The target after label smoothing, (1 − ε)·y + ε·Σy/K, with which the loss is computed.",
    ),
    value=_smoothed,
    sources=("effective_target",),
    shown=_is_smoothed,
    least_sample="0.00",
)
INFORMATION = TableColumn(
    key="information",
    heading=QT_TRANSLATE_NOOP("tables", "−log p ({unit})"),
    tip=QT_TRANSLATE_NOOP(
        "tables",
        "The information of the class in {unit}: how surprising it would be to see this class.",
    ),
    value=_information,
    sources=("information",),
    least_sample="0.00",
)
CONTRIBUTION = TableColumn(
    key="contribution",
    heading=QT_TRANSLATE_NOOP("tables", "−y·log p ({unit})"),
    tip=QT_TRANSLATE_NOOP("tables", "What the class adds to the cross-entropy, in {unit}."),
    value=_contribution,
    sources=("contributions", "effective_target"),
    least_sample="0.00",
    quiet=_is_not_asked_for,
)
LOSS_TERM = TableColumn(
    key="loss_term",
    heading=QT_TRANSLATE_NOOP("tables", "loss term"),
    tip=QT_TRANSLATE_NOOP("tables", "What the class adds to the chosen loss."),
    value=_loss_term,
    sources=("loss_terms",),
    shown=_has_other_terms,
    least_sample="0.00",
)
CONTRIBUTION_CHANGE = TableColumn(
    key="contribution_change",
    heading=QT_TRANSLATE_NOOP("tables", "Δ ({unit})"),
    tip=QT_TRANSLATE_NOOP(
        "tables", "The contribution now minus that of the pinned state, in {unit}."
    ),
    value=_change,
    text=_change_text,
    sources=("contributions",),
    shown=is_compared,
    least_sample=f"{MINUS}9e{MINUS}9",
)

TARGET_COLUMNS = (
    NAME,
    TARGET,
    SMOOTHED,
    INFORMATION,
    CONTRIBUTION,
    CONTRIBUTION_CHANGE,
    LOSS_TERM,
)
