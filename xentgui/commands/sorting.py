"""Commands that find classes, and that sort them: every table and panel follows, and each keeps its colour."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, State, derive, edits
from xentgui.model.class_order import ascending
from xentgui.model.subjects import OnState

_STEP = QT_TRANSLATE_NOOP("actions", "Sort Classes")

_MOST = 100_000  # names that are compared before anybody has asked for it

Order = Callable[[Snapshot], np.ndarray]


def compare_names(host: Host) -> None:
    """Compare the names of the classes, which is done once and takes half as long as to sort."""
    state = host.store.snapshot.state
    if len(state.names) <= _MOST:
        _ = state.picked_names.shared.ranks


def _sort(host: Host, order: Order) -> None:
    def edit(state: State) -> State:
        shown = host.store.snapshot  # of the same state, nearly always
        found = order(shown if shown.state is state else derive(state))
        in_order = np.array_equal(found, np.arange(len(found)))
        return state if in_order else edits.reorder_classes(state, found)

    host.store.edit(OnState(edit), translate("actions", _STEP))


def _spec(key: str, text: str, tip: str, order: Order) -> ActionSpec:
    return ActionSpec(
        key=f"class.sort_{key}", text=text, tip=tip, run=lambda host: _sort(host, order)
    )


SORTING = (
    _spec(
        "p",
        QT_TRANSLATE_NOOP("actions", "By &p, the Largest First"),
        QT_TRANSLATE_NOOP("actions", "Put the classes into the order of their probabilities"),
        lambda snapshot: ascending(-snapshot.probabilities),
    ),
    _spec(
        "z",
        QT_TRANSLATE_NOOP("actions", "By Logit &z, the Largest First"),
        QT_TRANSLATE_NOOP("actions", "Put the classes into the order of their logits"),
        lambda snapshot: ascending(-snapshot.logits),
    ),
    _spec(
        "target",
        QT_TRANSLATE_NOOP("actions", "By &Target y, the Largest First"),
        QT_TRANSLATE_NOOP("actions", "Put the classes into the order of their targets"),
        lambda snapshot: ascending(-snapshot.target),
    ),
    _spec(
        "name",
        QT_TRANSLATE_NOOP("actions", "By &Name"),
        QT_TRANSLATE_NOOP("actions", "Put the classes into the order of their names"),
        lambda snapshot: snapshot.state.picked_names.by_name,
    ),
)

FINDING = (
    ActionSpec(
        key="class.find",
        text=QT_TRANSLATE_NOOP("actions", "Find &Class…"),
        tip=QT_TRANSLATE_NOOP("actions", "Find classes by their names; all of them light up"),
        run=lambda host: host.finding.begin(),
    ),
    ActionSpec(
        key="class.find_next",
        text=QT_TRANSLATE_NOOP("actions", "Find Ne&xt"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to the next class that was found"),
        run=lambda host: host.finding.go_on(),
        shortcuts=("F3",),
    ),
)
