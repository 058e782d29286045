"""The colour of a class outlives what people do: undo, files, pasted tables, rows of a matrix."""

from __future__ import annotations

import numpy as np

from xentgui.documents.document import decode, encode
from xentgui.model import State, edits
from xentgui.model.subjects import OnState
from xentgui.reading.batch import batch
from xentgui.reading.samples.row_state import row_state
from xentgui.tables.clipboard.pasted_block import pasted_block, read_pasted
from xentgui.window.main_window import MainWindow


def _colors(state: State) -> dict[str, int]:
    return {label: state.color_of(k) for k, label in enumerate(state.labels)}


def test_that_colours_outlive_undo_a_file_and_a_new_class(window: MainWindow) -> None:
    at_first = window.store.snapshot.state
    window.store.edit(OnState(lambda state: edits.remove_classes(state, [0])), "Remove")
    kept = {label: color for label, color in _colors(at_first).items() if label != "class 1"}
    assert _colors(window.store.snapshot.state) == kept

    text = encode(window.documents.session.document())
    assert '"version": 2' in text
    assert decode(text).scenes[0].state == window.store.snapshot.state

    window.commands["class.add"].trigger()
    assert window.store.snapshot.state.labels[-1] not in kept
    assert _colors(window.store.snapshot.state).items() >= kept.items()
    window.commands["undo"].trigger()
    window.commands["undo"].trigger()
    assert window.store.snapshot.state == at_first


def test_that_a_sorted_table_that_is_pasted_back_keeps_its_colours() -> None:
    state = State(["cat", "dog", "owl"], [1, 2, 3], [1, 0, 0])
    text = "class\tlogit\nowl\t3\ndog\t2\ncat\t1\nemu\t0\n"

    block = read_pasted(text, "logits").block
    after = pasted_block(state, "logits", (0,), block).request.state

    assert after.labels == ("owl", "dog", "cat", "emu")
    assert _colors(after) == {**_colors(state), "emu": 3}


def test_that_a_row_of_a_matrix_in_the_order_of_the_file_keeps_the_colours() -> None:
    rows = batch("a.csv", np.zeros((2, 3)), labels=("cat", "dog", "owl"))
    state = edits.reorder_classes(State(["cat", "dog", "owl"], [1, 2, 3], [1, 0, 0]), [2, 0, 1])

    assert _colors(row_state(rows, 1, state)) == _colors(state)
    assert row_state(batch("b.npy", np.zeros((1, 4))), 0, state).colors == ()
