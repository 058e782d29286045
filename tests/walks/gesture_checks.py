"""What must be true of a window whatever was done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import numpy as np

from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.language.numbers import typed
from xentgui.model import Snapshot, derive
from xentgui.model.subjects import resolve
from xentgui.tables.cells.typed_text import read_here
from xentgui.tables.class_table import ClassTable
from xentgui.window.main_window import MainWindow

_MOST_ROWS = 12


def faults_of(window: MainWindow) -> list[str]:
    """Return what does not agree in `window`, a sentence each."""
    store = window.store
    faults = []
    if store.snapshot.state != resolve(store.subject):
        faults.append("the snapshot is of another state than the subject's")
    if store.gesture is not None:
        faults.append(f"a gesture is open: {store.gesture.text}")
    fresh = derive(store.snapshot.state, store.subject)
    faults += [f"{name} differs from a fresh derive" for name in differing(store.snapshot, fresh)]
    for key, view in window.panels.items():
        if isinstance(view, PlotView | PageView) and view.snapshot is not store.snapshot:
            faults.append(f"the panel {key} shows another snapshot")
    for table in (window.logit_table, window.target_table):
        faults += _faults_of_cells(table, store.snapshot)
    return faults


def differing(one: Snapshot, other: Snapshot) -> list[str]:
    """Return the names of the fields that differ in a bit."""
    found = []
    for field in fields(Snapshot):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, np.ndarray):
            same = a.dtype == b.dtype and a.tobytes() == b.tobytes()
        elif isinstance(a, float):
            same = np.float64(a).tobytes() == np.float64(b).tobytes()
        else:
            same = a == b
        if not same:
            found.append(field.name)
    return found


def _faults_of_cells(table: ClassTable, snapshot: Snapshot) -> list[str]:
    model = table.model()
    count = len(snapshot.state.labels)
    if model.rowCount() != count:
        return [f"{table.objectName()} has {model.rowCount()} rows for {count} classes"]
    faults = []
    shown, columns = model._table_view, model._columns
    stored = snapshot.logits if table is table.window().logit_table else snapshot.target
    for row in range(min(count, _MOST_ROWS)):
        for at, column in enumerate(columns):
            if model.drafts.at(row, at) is not None:
                continue
            if model.text_of(row, at) != column.cell_text(shown, row):
                faults.append(f"{table.objectName()} row {row} {column.key}: an old text")
            if column.editable and not column.is_name:
                typed_in = read_here(column.edit_text(shown, row))
                if typed_in != stored[row]:
                    faults.append(
                        f"{table.objectName()} row {row}: {typed(typed_in)}, not the number"
                    )
    if shown is None or shown.snapshot is not snapshot:
        faults.append(f"{table.objectName()} shows another snapshot")
    return faults


def there_and_back(window: MainWindow, settle: Callable[[], None]) -> list[str]:
    """Undo to the beginning and redo to the end; return what was different on the way back."""
    history, store = window.store.history, window.store
    settle()
    end, faults = history.index(), []
    # Between the steps of two scenes, either can be shown: the one undone last, or redone last.
    states = {(end, store.scene): resolve(store.subject)}
    while history.canUndo():
        history.undo()
        states[history.index(), store.scene] = resolve(store.subject)
    settle()
    while history.index() < end:
        history.redo()
        now = resolve(store.subject)
        if states.get((history.index(), store.scene), now) != now:
            faults.append(f"step {history.index()} is another one after undo and redo")
    settle()
    return faults + faults_of(window)
