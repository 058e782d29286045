"""The classes are sorted by commands: everything of a class goes with it, and undo puts it back."""

from __future__ import annotations

import numpy as np
import pytest

from xentgui.model import State, derive, edits
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import OnState, to_state
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.panels.panel import class_read_out
from xentgui.window.main_window import MainWindow

STATE = State(("cat", "Ant", "bee"), (1.0, 3.0, 2.0), (0.2, 0.3, 0.5))


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("p", ("Ant", "bee", "cat")),
        ("z", ("Ant", "bee", "cat")),
        ("target", ("bee", "Ant", "cat")),
        ("name", ("Ant", "bee", "cat")),
    ],
)
def test_that_everything_of_a_class_goes_with_it(
    window: MainWindow, key: str, names: tuple[str, ...]
) -> None:
    store = window.store
    store.edit(to_state(STATE), "begin")
    of = {label: nth for nth, label in enumerate(STATE.labels)}

    window.run_command(f"class.sort_{key}")

    state = store.snapshot.state
    assert state.labels == names
    for nth, name in enumerate(names):
        assert state.logits[nth] == STATE.logits[of[name]]
        assert state.target[nth] == STATE.target[of[name]]
        assert state.color_of(nth) == STATE.color_of(of[name])
    window.run_command("undo")
    assert store.snapshot.state == STATE


def test_that_names_that_are_numbers_are_sorted_as_numbers(window: MainWindow) -> None:
    labels = ("10", "9", "100")
    window.store.edit(to_state(State(labels, (0.0, 0.0, 0.0), (1.0, 0.0, 0.0))), "begin")

    window.run_command("class.sort_name")

    assert window.store.snapshot.state.labels == ("9", "10", "100")


def test_that_names_are_compared_once_and_when_the_menu_opens(window: MainWindow) -> None:
    names = [f"token {k}" for k in np.random.default_rng(2).permutation(1200).tolist()]
    window.store.edit(to_state(State(names, range(1200), [1.0] * 1200)), "begin")
    window.commands.menus["sort"].aboutToShow.emit()
    ranks = window.store.snapshot.state.picked_names.shared._ranks

    window.run_command("class.sort_name")

    assert ranks is not None
    assert window.store.snapshot.state.picked_names.shared._ranks is ranks
    assert window.store.snapshot.state.labels == tuple(sorted(names))
    window.run_command("undo")
    assert window.store.snapshot.state.labels == tuple(names)


def test_that_what_is_in_order_is_no_step(window: MainWindow) -> None:
    window.store.edit(to_state(STATE), "begin")
    window.run_command("class.sort_z")
    steps = window.store.history.count()

    window.run_command("class.sort_z")

    assert window.store.history.count() == steps


@pytest.mark.usefixtures("qapp")
def test_that_the_rank_of_one_of_many_classes_is_said() -> None:
    logits = np.random.default_rng(0).permutation(1000).astype(float)
    snapshot = derive(State([str(k) for k in range(1000)], logits, [1.0] + [0.0] * 999))
    mark = ClassMark(17)

    lines = dict(class_read_out(snapshot, mark.index, View()).lines)

    assert lines["rank by z"] == f"{1000 - int(logits[17])} / 1000"


@pytest.mark.parametrize("key", ["z", "name"])
def test_that_the_rows_of_a_classifier_go_with_its_classes(window: MainWindow, key: str) -> None:
    window.run_command("preset.71-penguins")
    store = window.store
    store.edit(OnState(lambda state: edits.reorder_classes(state, [1, 2, 0])), "mix")
    before = store.subject
    assert isinstance(before, Classifier)

    window.run_command(f"class.sort_{key}")

    after = store.subject
    assert isinstance(after, Classifier)
    order = [before.labels.index(label) for label in after.labels]
    assert order != list(range(len(order)))
    for name in ("weights", "bias"):
        assert getattr(after, name).tolist() == getattr(before, name)[order].tolist()
    assert after.targets.tolist() == before.targets[:, order].tolist()
    window.run_command("undo")
    assert store.subject == before
    window.run_command("redo")
    assert store.subject == after
