"""The rows of Where it rests: each loss with its name, where it rests, and what is said of that."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_name, number, translate
from xentgui.model import Snapshot
from xentgui.model.losses import LOSSES
from xentgui.model.naming import name_of
from xentgui.model.pull_on_truth import DRAWN, drawn_as
from xentgui.model.rest import Reach, Rest, rest_of
from xentgui.model.settings_of_state import values_of
from xentgui.model.view import View
from xentgui.panels.later import WhereItRestsPanel
from xentgui.panels.shown_losses import drawn_losses, parameters_of

_MOST = 8
"""Of more classes, those are drawn that have the largest targets."""

SHARES = QT_TRANSLATE_NOOP("panels", "target y / Σy")
_ON, _FLAT, _SHARP = (
    QT_TRANSLATE_NOOP("panels", "on y"),
    QT_TRANSLATE_NOOP("panels", "too flat"),
    QT_TRANSLATE_NOOP("panels", "too sharp"),
)
_AT_INFINITY = QT_TRANSLATE_NOOP("panels", "at infinity")
WITHOUT = {
    Reach.NO_PROBABILITY: QT_TRANSLATE_NOOP("panels", "no probability: all margins 1 or more"),
    Reach.NOWHERE: QT_TRANSLATE_NOOP("panels", "nowhere: the loss has no finite minimum"),
}


class RestRow(NamedTuple):
    """A loss: its name, its parameter, whether it is chosen, and where it rests."""

    name: str
    values: str
    is_chosen: bool
    rest: Rest


def rest_rows(snapshot: Snapshot, view: View) -> tuple[RestRow, ...]:
    """Return the losses that are drawn, in the order of all losses."""
    state, chosen, found = snapshot.state, drawn_as(snapshot.state.loss), []
    shown = drawn_losses(WhereItRestsPanel.key, state, view)
    for key, rest in zip(DRAWN, _rests(snapshot), strict=True):
        if key not in shown:
            continue
        named = state.loss if key == chosen else key
        name, values = loss_name(LOSSES[named]), parameters_of(named, state)
        found.append(RestRow(name, values, key == chosen, rest))
    return tuple(found)


_kept: tuple[np.ndarray, tuple[float | str, ...], tuple[Rest, ...]] | None = None


def _rests(snapshot: Snapshot) -> tuple[Rest, ...]:
    """Return where each loss rests; it is kept while only logits are edited."""
    global _kept  # noqa: PLW0603 (one is enough: edits follow each other)
    target, settings = snapshot.effective_target, values_of(snapshot.state)
    if _kept is None or _kept[0] is not target or _kept[1] != settings:
        rests = tuple(rest_of(key, target, snapshot.state) for key in DRAWN)
        _kept = target, settings, rests
    return _kept[2]


@lru_cache(maxsize=4)
def drawn_classes(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the classes that are drawn, in order."""
    count = len(snapshot.logits)
    if count <= _MOST:
        return tuple(range(count))
    largest = np.argsort(-snapshot.effective_target, kind="stable")[:_MOST]
    return tuple(sorted(largest.tolist()))


def verdict(rest: Rest, shares: np.ndarray) -> tuple[str, bool]:
    """Return what is said of a place, translated, and whether it is not the target's."""
    assert rest.probabilities is not None
    is_on = bool((np.abs(rest.probabilities - shares) <= 1e-9).all())
    flat = float(rest.probabilities.max()) < float(shares.max())
    words = _AT_INFINITY if rest.reach is Reach.INFINITE else _ON if is_on else None
    return translate("panels", words or (_FLAT if flat else _SHARP)), not is_on


def listed(snapshot: Snapshot, values: np.ndarray) -> str:
    """Return the drawn classes with their `values`, shape (K,), in words."""
    labels = snapshot.state.labels
    return ", ".join(
        f"{name_of(labels, index)} = {number(float(values[index]))}"
        for index in drawn_classes(snapshot)
    )
