"""Stepping through rows: which one comes next, and what it takes from the present state."""

from __future__ import annotations

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.edits import with_label, with_logit, with_setting
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.reading.batch import batch
from xentgui.reading.samples.order import Order
from xentgui.reading.samples.row_state import row_state
from xentgui.reading.samples.scan import Scan
from xentgui.reading.samples.walk import Walk

LOGITS = np.arange(30.0).reshape(10, 3) * [1, -1, 0.5]
HERE = State(
    ("x", "y", "z"), (0.0, 0.0, 0.0), (0.2, 0.3, 0.5), temperature=2.5, label_smoothing=0.1
)


def test_that_a_row_keeps_what_the_file_does_not_tell() -> None:
    state = row_state(batch("a", LOGITS), 4, HERE)

    assert state == State(
        HERE.labels, tuple(LOGITS[4]), HERE.target, temperature=2.5, label_smoothing=0.1
    )


def test_that_a_row_takes_names_and_target_from_the_file() -> None:
    of = batch("a", LOGITS, labels=("a", "b", "c"), targets=np.full(10, 2))

    assert row_state(of, 4, HERE) == State(
        ("a", "b", "c"), tuple(LOGITS[4]), (0, 0, 1), temperature=2.5, label_smoothing=0.1
    )


def test_that_a_row_of_other_classes_has_its_own_names_and_target() -> None:
    state = row_state(batch("a", np.zeros((2, 4))), 1, HERE)

    assert state.labels == ("class 1", "class 2", "class 3", "class 4")
    assert state.target == (1.0, 0.0, 0.0, 0.0)
    assert (state.temperature, state.label_smoothing) == (2.5, 0.1)


def test_that_a_walk_names_nameless_classes_with_its_function() -> None:
    walk = Walk(batch("a", np.zeros((2, 4))), lambda count: [f"类别 {k + 1}" for k in range(count)])

    assert walk.go(0, HERE).state.labels == ("类别 1", "类别 2", "类别 3", "类别 4")


def test_that_a_step_goes_around_bad_rows_in_its_own_direction() -> None:
    logits = LOGITS.copy()
    logits[[3, 4, 9], 0] = np.nan
    walk = Walk(batch("a", logits))
    walk.go(2, HERE)

    step = walk.go(3, HERE)
    assert walk.row == 5
    assert "Row 3 of" in str(step.skipped)

    assert walk.go(4, HERE).skipped is not None
    assert walk.row == 2

    walk.go(8, HERE)
    walk.go(9, HERE)  # nothing good comes after it
    assert walk.row == 8


def test_that_without_a_good_row_all_stays_as_it_is() -> None:
    walk = Walk(batch("a", np.full((5, 3), np.nan)))

    with pytest.raises(RefusedError, match="Row 2 of"):
        walk.go(2, HERE)
    assert (walk.row, walk.place) == (0, 0)


def test_that_undo_is_followed_to_the_row_it_shows() -> None:
    walk = Walk(batch("a", LOGITS))
    third, fifth = walk.go(3, HERE).state, walk.go(5, HERE).state

    assert walk.follow(derive(third))
    assert (walk.row, walk.place) == (3, 3)
    assert walk.follow(derive(with_setting(fifth, "temperature", 0.3)))
    assert walk.row == 5
    assert walk.follow(derive(with_label(fifth, 1, "another")))
    assert not walk.follow(derive(with_logit(fifth, 1, 0.123)))
    assert walk.row == 5


def test_that_another_order_keeps_the_row() -> None:
    walk = Walk(batch("a", LOGITS, targets=np.arange(10) % 3))
    scan = Scan(walk.batch, ScalarSettings())
    while not scan.done:
        scan.advance()
    walk.go(6, HERE)

    assert walk.arrange(scan, Order.LARGEST_LOSS, only_wrong=False)
    assert walk.rows[walk.place] == 6
    assert walk.arrange(scan, Order.FILE, only_wrong=True)
    assert not walk.is_among  # row 6 is right
    assert 0 <= walk.place < walk.count


def test_that_a_choice_of_no_rows_changes_nothing() -> None:
    walk = Walk(batch("a", np.eye(3) * 5, targets=np.arange(3)))
    scan = Scan(walk.batch, ScalarSettings())
    scan.advance()

    assert not walk.arrange(scan, Order.FILE, only_wrong=True)
    assert walk.count == 3
