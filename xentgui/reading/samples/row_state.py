"""One row of a batch as a state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from xentgui.model import State, default_labels
from xentgui.model.edits import with_names_moved, with_values
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.reading.batch import LogitsBatch


def row_state(
    batch: LogitsBatch,
    row: int,
    like: State,
    names: Callable[[int], Sequence[str]] = default_labels,
) -> State:
    """Return the state of `row`, counted from 0, which takes what is missing from `like`.

    The scalar settings come from `like`.  So do labels and target if the file has none and the
    number of classes is the same; otherwise `names` makes labels for that number, and the target is
    the first class.  Raises ReadError for a row that holds no logits or no target, and
    InvalidStateError for targets whose sum overflows.
    """
    logits, target = batch.row(row), batch.target(row)
    if batch.classes != len(like.labels):
        labels = batch.labels or tuple(names(batch.classes))
        wanted = _first_class(batch.classes) if target is None else tuple(target.tolist())
        logit_list = tuple(logits.tolist())
        return replace(like, labels=labels, logits=logit_list, target=wanted, colors=())
    state = with_values(like, "logits", 0, logits)
    if target is not None:
        state = with_values(state, "target", 0, target)
    if batch.labels is not None and batch.labels != state.labels:
        state = with_names_moved(state, batch.labels)
    return state


def neutral_state(batch: LogitsBatch, settings: ScalarSettings) -> State:
    """Return a state with the classes of `batch`, for `row_state` to take what a row lacks."""
    count = batch.classes
    labels = batch.labels or default_labels(count)
    return State(labels, (0.0,) * count, _first_class(count), **asdict(settings))


def _first_class(count: int) -> tuple[float, ...]:
    return (1.0, *(0.0,) * (count - 1))
