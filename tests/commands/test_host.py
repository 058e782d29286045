"""Commands run wherever their `Host` is: here a host without any window."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from xentgui.commands.registry import ACTIONS
from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.subjects import BareLogits

START = State(("a", "b", "c"), (2.0, 1.0, -1.0), (0.5, 0.25, 0.25))


@dataclass
class Lecture:
    """Numbers and nothing else: as much of a host as these commands ask for."""

    store: Store = field(default_factory=lambda: Store(BareLogits(START)))
    current_class: int = 1


@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("target.one_hot", (0.0, 1.0, 0.0)),
        ("target.uniform", (1 / 3, 1 / 3, 1 / 3)),
        ("target.hardmax", (1.0, 0.0, 0.0)),
    ],
)
def test_that_a_target_is_set_and_undone_without_a_window(
    qapp: QApplication, key: str, target: tuple[float, ...]
) -> None:
    host = Lecture()

    ACTIONS[key].run(host)
    assert host.store.snapshot.state.target == target

    ACTIONS["undo"].run(host)
    assert host.store.snapshot.state == START


def test_that_a_view_is_changed_without_a_window(qapp: QApplication) -> None:
    host = Lecture()

    for key in ("unit.bits", "decimals.more", "compare.pin", "information.areas"):
        ACTIONS[key].run(host)

    view = host.store.view
    assert (view.unit, view.decimals, view.pinned, view.areas) == ("bits", 5, START, True)
    assert ACTIONS["unit.bits"].checked(host)
